// Inspected buildings near a place: what failed, how old the inspections are, and which incidents a failed item can
// have to do with.
#include <algorithm>

#include "conditions/inspections.hpp"
#include "conditions/item_links.hpp"
#include "places/join_parts.hpp"

namespace lykta::places {

namespace {

void set_days(const std::vector<conditions::BuildingInspection>& buildings, PlaceFacts& facts) {
    for (const auto& b : buildings) {
        if (!b.newest_day) continue;
        facts.inspected_first_day = std::min(facts.inspected_first_day.value_or(*b.newest_day), *b.newest_day);
        facts.inspected_last_day = std::max(facts.inspected_last_day.value_or(*b.newest_day), *b.newest_day);
    }
}

/// What failed at one building, as rows of the table of links.
struct FailedHere {
    Point position;
    const MultiPolygon* footprint = nullptr;
    conditions::LinkRows rows = 0;
};

std::vector<FailedHere> failed_here(const layers::InspectionLayer& here,
                                    const std::vector<conditions::BuildingInspection>& buildings,
                                    const Footprints& footprints) {
    std::vector<FailedHere> all;
    for (const auto& b : buildings) {
        FailedHere failed{.position = b.position};
        for (const auto i : b.items)
            if (here.items[i].state == layers::ItemState::failed)
                failed.rows |= conditions::rows_of_item(here.items[i].item);
        const auto footprint = footprints.find(b.building_id);
        if (footprint != footprints.end()) failed.footprint = footprint->second;
        if (failed.rows != 0) all.push_back(failed);
    }
    return all;
}

/// Incidents of the place at a building where an item failed that can have to do with them; each counts once.
double linked_incidents(const JoinInput& in, const layers::InspectionLayer& here,
                        const std::vector<conditions::BuildingInspection>& buildings, const Footprints& footprints,
                        const PlaceFacts& facts) {
    const auto failed = failed_here(here, buildings, footprints);
    if (failed.empty()) return 0;
    const auto& incidents = in.city.incidents;
    std::map<std::uint32_t, conditions::LinkRows> rows_of_word;
    double linked = 0;
    for (const auto i : facts.incident_index) {
        const auto word = incidents.category.of_row[i];
        const auto known = rows_of_word.find(word);
        const auto rows =
            known != rows_of_word.end()
                ? known->second
                : rows_of_word.emplace(word, conditions::rows_of_category(incidents.category.text[word])).first->second;
        if (rows == 0) continue;
        linked += std::any_of(failed.begin(), failed.end(),
                              [&](const FailedHere& b) {
                                  return (b.rows & rows) != 0 &&
                                         is_at_building(b.position, b.footprint, incidents.position[i]);
                              })
                      ? 1
                      : 0;
    }
    return linked;
}

}  // namespace

void join_inspections(const JoinInput& in, const Footprints& footprints, PlaceFacts& facts) {
    if (!in.city.inspections || facts.item_index.empty()) return;
    layers::InspectionLayer here;
    for (const auto i : facts.item_index) here.items.push_back(in.city.inspections->items[i]);
    int passed = 0, failed = 0, unknown = 0, mandatory = 0;
    double weight_failed = 0, weight_known = 0;
    const auto buildings = conditions::summarise(here);
    for (const auto& b : buildings) {
        passed += b.passed;
        failed += b.failed;
        unknown += b.unknown;
        mandatory += b.mandatory_failed;
        weight_failed += b.failed_weight;
        weight_known += b.known_weight;
    }
    facts.buildings_inspected = static_cast<int>(buildings.size());
    facts.items_passed = passed, facts.items_failed = failed, facts.items_unknown = unknown;
    facts.mandatory_failed = mandatory;
    set_days(buildings, facts);
    facts.incidents_linked = linked_incidents(in, here, buildings, footprints, facts);
    if (weight_known > 0) facts.defect_share = weight_failed / weight_known;
}

}  // namespace lykta::places
