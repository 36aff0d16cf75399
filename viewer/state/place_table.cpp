// The table of places: which are listed and in which order.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "outputs/privacy.hpp"
#include "outputs/words.hpp"
#include "viewer/state/text_order.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {
namespace {

/// What a row is sorted by: a text first, then a number. Rows of which nothing is known go last either way.
struct SortKey {
    std::string text;
    double number = 0;
    bool is_known = true;
};

/// At the public level counts under k tell nothing apart: they sort as one.
double shown_count(const outputs::RunResult& result, double count) {
    return outputs::is_hidden(result, count) ? 0 : count;
}

SortKey key_of(const outputs::RunResult& result, const places::RankedPlace& place, PlaceColumn column) {
    const auto& dark = place.facts.dark;
    switch (column) {
        case PlaceColumn::rank:
            return {"", static_cast<double>(place.rank)};
        case PlaceColumn::name:
            return {order_key(place.place.name)};
        case PlaceColumn::area:
            return {order_key(place.place.area_name), 0, !place.place.area_name.empty()};
        case PlaceColumn::score:
            return {"", place.score};
        case PlaceColumn::incidents:
            return {"", shown_count(result, place.facts.incidents)};
        case PlaceColumn::count_rank:
            return {"", static_cast<double>(place.count_rank)};
        case PlaceColumn::reason:
            return {order_key(outputs::reason_words(place.reason))};
        case PlaceColumn::rate:
            return outputs::is_hidden(result, place.facts.incidents) ? SortKey{"", 0, false}
                                                                     : SortKey{"", place.facts.rate_per_ha_year};
        case PlaceColumn::dark_share:
            return outputs::is_hidden(result, dark) || !(dark.known > 0) ? SortKey{"", 0, false}
                                                                         : SortKey{"", dark.share};
    }
    return {};
}

bool is_listed(const PlaceTable& table, const places::RankedPlace& place) {
    if (!holds_text(place.place.name, table.text) && !holds_text(place.place.id, table.text)) return false;
    if (!table.area.empty() && place.place.area_name != table.area) return false;
    return !table.reason || place.reason == *table.reason;
}

}  // namespace

std::vector<std::size_t> listed_places(const ViewerState& state) {
    std::vector<std::size_t> listed;
    if (!state.project) return listed;
    const auto& result = state.project->result();
    std::vector<SortKey> keys(result.places.size());
    for (std::size_t i = 0; i < result.places.size(); ++i) {
        if (!is_listed(state.table, result.places[i])) continue;
        listed.push_back(i);
        keys[i] = key_of(result, result.places[i], state.table.sorted_by);
    }
    const bool descending = state.table.descending;
    // Places stand in rank order, so a stable sort breaks ties by rank.
    std::stable_sort(listed.begin(), listed.end(), [&](std::size_t a, std::size_t b) {
        if (keys[a].is_known != keys[b].is_known) return keys[a].is_known;
        const auto x = std::tie(keys[a].text, keys[a].number), y = std::tie(keys[b].text, keys[b].number);
        return descending ? y < x : x < y;
    });
    return listed;
}

}  // namespace lykta::viewer
