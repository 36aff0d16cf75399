#include "measures/touch.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "layers/stems.hpp"
#include "layers/text.hpp"
#include "measures/siting.hpp"

namespace lykta::measures {

namespace {

constexpr Outcomes indoor = bit(Outcome::basement) | bit(Outcome::burglary);

std::vector<std::uint32_t> all_it_mends(const World& world, const Measure& measure) {
    std::vector<std::uint32_t> items;
    if (!world.city.inspections) return items;
    for (std::uint32_t i = 0; i < world.city.inspections->items.size(); ++i)
        if (mends(measure, world.city.inspections->items[i])) items.push_back(i);
    return items;
}

/// Share of an incident that lies in the hours the measure acts in.
double share_of_hours(When when, double dark_probability, double dark_share) {
    if (when == When::any) return 1.0;
    const double dark = std::isnan(dark_probability) ? dark_share : dark_probability;
    return when == When::dark ? dark : 1.0 - dark;
}

}  // namespace

std::vector<Outcomes> outcomes_of_words(const layers::IncidentLayer& incidents) {
    std::vector<Outcomes> of_word;
    for (const auto& word : incidents.category.text) of_word.push_back(outcomes_of(word));
    return of_word;
}

bool is_indoor(Outcomes of_incident) {
    return (of_incident & indoor) != 0;
}

bool reaches(const Measure& measure, Outcomes of_incident) {
    if (!is_indoor(of_incident)) return true;
    switch (measure.siting) {
        case Siting::lamp_repair:
        case Siting::lamp_upgrade:
        case Siting::lamp_infill:
        case Siting::clearing:
        case Siting::camera:
        case Siting::tunnel:
            return false;
        case Siting::stretch:
        case Siting::place:
            return (measure.touches & indoor & of_incident) != 0;
        case Siting::items:
        case Siting::area:
            return true;
    }
    return true;
}

bool mends(const Measure& measure, const layers::InspectionItem& item) {
    if (item.state != layers::ItemState::failed) return false;
    const auto small = layers::lowered(item.item);
    return std::any_of(measure.items.begin(), measure.items.end(),
                       [&](const std::string& stem) { return layers::holds_any_stem(small, stem); });
}

bool is_at_one_in_need(std::span<const BuildingInNeed> buildings, conditions::LinkRows rows, Point p) {
    return rows != 0 && std::any_of(buildings.begin(), buildings.end(), [&](const BuildingInNeed& building) {
               return (building.rows & rows) != 0 && building.reach.contains(p) &&
                      places::is_at_building(building.inspected, building.footprint, p);
           });
}

std::vector<BuildingInNeed> buildings_in_need(const World& world, std::span<const std::uint32_t> items,
                                              const places::Footprints& footprints) {
    std::map<std::string, BuildingInNeed> by_id;
    for (const auto i : items) {
        const auto& item = world.city.inspections->items[i];
        auto& building = by_id.try_emplace(item.building_id, BuildingInNeed{.inspected = item.position}).first->second;
        building.rows |= conditions::rows_of_item(item.item);
    }
    std::vector<BuildingInNeed> all;
    for (auto& [id, building] : by_id) {
        if (const auto found = footprints.find(id); found != footprints.end()) {
            building.footprint = found->second;
            building.reach = box_of(*found->second);
        }
        building.reach.grow(
            {building.inspected.x - places::at_building_m, building.inspected.y - places::at_building_m});
        building.reach.grow(
            {building.inspected.x + places::at_building_m, building.inspected.y + places::at_building_m});
        all.push_back(building);
    }
    return all;
}

TouchTables touch_tables(const World& world, const Measure& measure, const places::Footprints& footprints) {
    TouchTables tables{.of_word = outcomes_of_words(world.city.incidents)};
    if (measure.siting != Siting::items) return tables;
    for (const auto& word : world.city.incidents.category.text)
        tables.rows_of_word.push_back(conditions::rows_of_category(word));
    tables.buildings = buildings_in_need(world, all_it_mends(world, measure), footprints);
    return tables;
}

std::vector<double> touch_of(const World& world, const Measure& measure, const TouchTables& tables,
                             std::span<const std::uint32_t> incidents, double dark_share) {
    const Outcomes counted = measure.touches & ~bit(Outcome::felt);  // a feeling reported is no incident to prevent
    std::vector<double> touch;
    for (const auto i : incidents) {
        const auto word = world.city.incidents.category.of_row[i];
        const Outcomes of_incident = tables.of_word[word];
        bool can = (of_incident & counted) != 0 && reaches(measure, of_incident);
        if (can && measure.siting == Siting::items)
            can = is_at_one_in_need(tables.buildings, tables.rows_of_word[word], world.city.incidents.position[i]);
        const double dark = i < world.dark_probability.size() ? world.dark_probability[i] : std::nan("");
        touch.push_back(can ? share_of_hours(measure.touches_when, dark, dark_share) : 0.0);
    }
    return touch;
}

std::vector<double> touch_of(const World& world, const Measure& measure, std::span<const std::uint32_t> incidents,
                             double dark_share) {
    const auto footprints =
        measure.siting == Siting::items ? places::inspected_footprints(world.city) : places::Footprints{};
    return touch_of(world, measure, touch_tables(world, measure, footprints), incidents, dark_share);
}

}  // namespace lykta::measures
