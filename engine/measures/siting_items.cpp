// The work list: failed inspection items at a place that a measure mends, what must be mended first.
#include <algorithm>
#include <tuple>

#include "core/language.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

const MultiPolygon* footprint_of(const places::Footprints& footprints, const std::string& id) {
    const auto found = footprints.find(id);
    return found == footprints.end() ? nullptr : found->second;
}

/// Incidents of the place at the item's building that it can have to do with.
double linked_to(const World& world, const layers::InspectionItem& item, const places::Footprints& footprints,
                 std::span<const std::uint32_t> incidents) {
    const auto rows = conditions::rows_of_item(item.item);
    if (rows == 0) return 0;
    const auto* footprint = footprint_of(footprints, item.building_id);
    double linked = 0;
    for (const auto i : incidents) {
        if (!places::is_at_building(item.position, footprint, world.city.incidents.position[i])) continue;
        linked += (conditions::rows_of_category(world.city.incidents.category.at(i)) & rows) != 0 ? 1 : 0;
    }
    return linked;
}

}  // namespace

std::vector<WorkItem> work_list(const World& world, const Measure& measure, const Match& match,
                                const places::Footprints& footprints) {
    std::vector<WorkItem> work;
    if (!world.city.inspections) return work;
    const auto& facts = world.places[match.place].facts;
    for (const auto i : facts.item_index) {
        const auto& item = world.city.inspections->items[i];
        if (!mends(measure, item)) continue;
        work.push_back({.item = i,
                        .building_id = item.building_id,
                        .text = item.item,
                        .position = item.position,
                        .mandatory = item.mandatory,
                        .linked_incidents = linked_to(world, item, footprints, facts.incident_index)});
    }
    const auto key = [](const WorkItem& w) {
        return std::tuple<bool, double, const std::string&, std::uint32_t>{!w.mandatory, -w.linked_incidents,
                                                                           w.building_id, w.item};
    };
    std::sort(work.begin(), work.end(), [&](const WorkItem& x, const WorkItem& y) { return key(x) < key(y); });
    return work;
}

std::vector<WorkItem> work_list(const World& world, const Measure& measure, const Match& match) {
    return work_list(world, measure, match, places::inspected_footprints(world.city));
}

std::optional<SitedMeasure> sited_items(const SitingCase& at, std::string& why) {
    SitedMeasure sited;
    sited.work = work_list(at.world, at.measure(), at.match, at.footprints);
    if (sited.work.empty()) {
        why = tr("nothing that it mends has failed near.");
        return std::nullopt;
    }
    MultiPoint positions;
    for (const auto& item : sited.work)
        if (std::find(positions.begin(), positions.end(), item.position) == positions.end())
            positions.push_back(item.position);
    sited.items_mended = static_cast<double>(sited.work.size());
    sited.quantity = at.measure().cost.unit == "item" ? sited.items_mended : static_cast<double>(positions.size());
    sited.shape = std::move(positions);
    return sited;
}

}  // namespace lykta::measures
