// What a plant's words say.
#include "layers/plant_kinds.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr std::string_view shrub_words[] = {"busk",  "hack",   "shrub",  "hedge",  "bush",
                                            "syren", "spirea", "hassel", "rosbus", "snar"};
constexpr std::string_view tree_words[] = {"trad",    "tree",  "canopy",  "krontack", "alle",
                                           "conifer", "barrv", "lovskog", "barrskog"};
/// Kinds that stand alone or end a compound: "skogslönn", "hängbjörk", "silvergran".
constexpr std::string_view tree_kinds[] = {
    "lind", "ek",     "bjork", "lonn",   "ask",    "alm",     "bok",    "al",      "asp",      "poppel", "pil",
    "ronn", "oxel",   "gran",  "tall",   "lark",   "kastanj", "platan", "korsbar", "oak",      "maple",  "birch",
    "elm",  "linden", "beech", "poplar", "willow", "spruce",  "pine",   "larch",   "chestnut", "hagg"};
constexpr std::string_view evergreen_stems[] = {
    "idegran",   "tuja",       "thuja",   "cypress", "enbar",      "barr",    "conifer",
    "evergreen", "vintergron", "picea",   "pinus",   "taxus",      "juniper", "abies",
    "cedar",     "rhododend",  "hemlock", "spruce",  "stadsegron", "buxbom",  "murgron"};
constexpr std::string_view swedish_conifers[] = {"gran", "tall"};  ///< alone or at the end of a compound
constexpr std::string_view evergreen_words[] = {"pine", "pines", "yew", "fir", "firs", "holly", "en"};

template <class Words>
bool holds(const std::string& plain, const Words& stems) {
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return plain.find(stem) != std::string::npos; });
}

template <class Words>
bool is_one_of(const std::string& part, const Words& words) {
    return std::find(std::begin(words), std::end(words), part) != std::end(words);
}

/// Short words end compounds of other things ("grönpil", "skog" …), so three letters and less must stand alone.
bool ends_as(const std::string& part, std::string_view kind) {
    return part == kind || (kind.size() > 3 && part.ends_with(kind));
}

bool is_english(const std::vector<std::string>& parts) {
    constexpr std::string_view words[] = {"tree", "trees", "shrub", "shrubs", "hedge", "grass", "bush", "plant"};
    return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return is_one_of(part, words); });
}

}  // namespace

PlantForm form_of(std::string_view kind) {
    const auto plain = plain_word(kind);
    if (holds(plain, shrub_words)) return PlantForm::shrub;
    if (holds(plain, tree_words)) return PlantForm::tree;
    for (const auto& part : word_parts(kind)) {
        for (const auto tree : tree_kinds) {
            if (ends_as(part, tree)) return PlantForm::tree;
        }
    }
    return PlantForm::unknown;
}

bool is_evergreen(std::string_view kind) {
    if (holds(plain_word(kind), evergreen_stems)) return true;
    const auto parts = word_parts(kind);
    const bool english = is_english(parts);
    return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
        if (is_one_of(part, evergreen_words)) return true;
        return !english && std::any_of(std::begin(swedish_conifers), std::end(swedish_conifers),
                                       [&](std::string_view conifer) { return part.ends_with(conifer); });
    });
}

}  // namespace lykta::layers
