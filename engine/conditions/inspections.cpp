// Summing inspection items.
#include "conditions/inspections.hpp"

#include <map>

namespace lykta::conditions {

namespace {

void count_item(BuildingInspection& building, const layers::InspectionItem& item) {
    using layers::ItemState;
    if (item.day && (!building.newest_day || *item.day > *building.newest_day)) building.newest_day = item.day;
    if (item.state == ItemState::unknown) {
        ++building.unknown;
        return;
    }
    building.known_weight += item.weight;
    if (item.state == ItemState::failed) {
        ++building.failed;
        building.mandatory_failed += item.mandatory ? 1 : 0;
        building.failed_weight += item.weight;
        return;
    }
    ++building.passed;
    building.remedied += item.state == ItemState::remedied ? 1 : 0;
}

}  // namespace

std::vector<BuildingInspection> summarise(const layers::InspectionLayer& inspections) {
    std::map<std::string, BuildingInspection> by_id;
    for (std::size_t i = 0; i < inspections.items.size(); ++i) {
        const layers::InspectionItem& item = inspections.items[i];
        BuildingInspection& building = by_id[item.building_id];
        if (building.items.empty()) {
            building.building_id = item.building_id;
            building.position = item.position;
        }
        building.items.push_back(i);
        count_item(building, item);
    }
    std::vector<BuildingInspection> result;
    for (auto& [id, building] : by_id) {
        if (building.known_weight > 0.0) building.defect_share = building.failed_weight / building.known_weight;
        result.push_back(std::move(building));
    }
    return result;
}

}  // namespace lykta::conditions
