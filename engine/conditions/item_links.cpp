// The table of stems. Each row says why; what is not in it is not linked.
#include "conditions/item_links.hpp"

#include <array>
#include <string>

#include "layers/stems.hpp"
#include "layers/text.hpp"

namespace lykta::conditions {

namespace {

/// Stems as layers/stems.hpp reads them.
struct Row {
    std::string_view categories, items;
};

constexpr std::array<Row, 8> rows{{
    // What is stolen from basements and stores goes through their doors and walls.
    {"källar basement ^vind förråd storage attic", "källar basement förråd storage ^vind attic"},
    // A burglar comes in by a door or window; the street door is the first of them.
    {"inbrott burglar break-in", "^port entré entrance dörr door lås ^lock fönster window"},
    // Bicycles are kept in bicycle rooms.
    {"cykel bicycle ^bike", "cykel bicycle ^bike"},
    // Fires are set where rubbish and old furniture lie unwatched behind doors that do not lock.
    {"brand arson ^fire", "soprum refuse waste källar basement förråd storage trapp stair tvättstug laundry"},
    // Cars are broken into in garages that are open and dark.
    {"bilbrott bilinbrott motorfordon vehicle ^car^ ^cars^", "garage parkering parking"},
    // Graffiti that stays invites more; the item says how soon it is gone.
    {"klotter graffiti", "klotter graffiti"},
    // Open stairwells and laundries are used to stay in, deal and break things.
    {"narkot drug ordning disorder skadegör vandal damage",
     "^port entré entrance dörr door lås ^lock tvättstug laundry trapp stair"},
    // Who comes home is seen, and sees, at a lit entrance with a clear view.
    {"rån^ ^rån robbery misshand assault ^hot^ olaga threat ofred otrygg unsafe",
     "belysning light ^sikt sight glasruta"},
}};

LinkRows rows_with(std::string_view text, std::string_view Row::*stems) {
    const std::string small = layers::lowered(text);
    LinkRows found = 0;
    for (std::size_t k = 0; k < rows.size(); ++k)
        if (layers::holds_any_stem(small, rows[k].*stems)) found |= LinkRows{1} << k;
    return found;
}

}  // namespace

LinkRows rows_of_category(std::string_view category) {
    return rows_with(category, &Row::categories);
}

LinkRows rows_of_item(std::string_view item) {
    return rows_with(item, &Row::items);
}

}  // namespace lykta::conditions
