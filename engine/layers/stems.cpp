// Stems looked for in words; every letter outside ASCII counts as a letter.
#include "layers/stems.hpp"

#include <cctype>

namespace lykta::layers {

namespace {

bool is_letter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

bool holds_stem(std::string_view text, std::string_view stem) {
    const bool begins = stem.starts_with('^'), ends = stem.size() > 1 && stem.ends_with('^');
    stem = stem.substr(begins ? 1 : 0, stem.size() - (begins ? 1 : 0) - (ends ? 1 : 0));
    if (stem.empty()) return false;
    for (auto at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + 1)) {
        const bool at_start = at == 0 || !is_letter(text[at - 1]);
        const bool at_end = at + stem.size() == text.size() || !is_letter(text[at + stem.size()]);
        if ((!begins || at_start) && (!ends || at_end)) return true;
    }
    return false;
}

}  // namespace

bool holds_any_stem(std::string_view small, std::string_view stems) {
    while (!stems.empty()) {
        const auto space = stems.find(' ');
        if (holds_stem(small, stems.substr(0, space))) return true;
        stems = space == std::string_view::npos ? std::string_view{} : stems.substr(space + 1);
    }
    return false;
}

}  // namespace lykta::layers
