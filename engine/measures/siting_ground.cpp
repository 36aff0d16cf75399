// Measures without geometry of their own: for the place as a whole, for a district; cameras and clearing as their own
// engines place them.
#include <algorithm>

#include "core/language.hpp"
#include "measures/siting_parts.hpp"

namespace lykta::measures {

namespace {

std::vector<std::uint32_t> stretches_of(const SitingCase& at, const std::vector<Clearing>& clearings) {
    std::vector<std::uint32_t> kept;
    for (const auto k : at.match.stretches) {
        const Box reach = box_of(line_of(at.world, k)).expanded(at.options.clearing.strip.value);
        const bool cleared = std::any_of(clearings.begin(), clearings.end(), [&](const Clearing& c) {
            const Box box = box_of(c.shape);
            return box.min_x <= reach.max_x && box.max_x >= reach.min_x && box.min_y <= reach.max_y &&
                   box.max_y >= reach.min_y;
        });
        if (cleared) kept.push_back(k);
    }
    return kept;
}

const layers::Area* district_of(const SitingCase& at) {
    if (!at.world.city.areas) return nullptr;
    for (const auto& area : at.world.city.areas->areas)
        if (!area.name.empty() && area.name == at.ranked().place.area_name) return &area;
    return nullptr;
}

}  // namespace

std::optional<SitedMeasure> sited_place(const SitingCase& at, std::string&) {
    SitedMeasure sited;
    const auto& place = at.ranked().place;
    sited.shape = place.shape;
    const auto& unit = at.measure().cost.unit;
    sited.quantity = unit == "m2"  ? place.area_ha * square_metres_per_hectare
                     : unit == "m" ? at.ranked().facts.path_m.value_or(0)
                                   : 1.0;
    return sited;
}

std::optional<SitedMeasure> sited_area(const SitingCase& at, std::string&) {
    SitedMeasure sited;
    sited.quantity = 1;
    const auto* district = district_of(at);
    sited.shape = district != nullptr ? district->shape : at.ranked().place.shape;
    sited.note = district != nullptr
                     ? say("For the whole district {}; the incidents counted here are those of this place alone.",
                           district->name)
                     : std::string{tr("For the whole town; the incidents counted here are those of this place alone.")};
    return sited;
}

std::optional<SitedMeasure> sited_cameras(const SitingCase& at, std::string& why) {
    SitedMeasure sited;
    sited.cameras = site_cameras(at.world, at.match.place, at.match.incidents, at.options.cameras);
    if (sited.cameras.empty()) {
        why = tr("no position was found from which a camera sees enough of what happens.");
        return std::nullopt;
    }
    MultiPoint positions;
    for (const auto& camera : sited.cameras) positions.push_back(camera.position);
    sited.shape = std::move(positions);
    sited.quantity = static_cast<double>(sited.cameras.size());
    return sited;
}

std::optional<SitedMeasure> sited_clearing(const SitingCase& at, std::string& why) {
    SitedMeasure sited;
    sited.clearings = site_clearing(at.world, at.match.stretches, at.options.clearing);
    if (sited.clearings.empty())
        sited.clearings = hiding_places(at.world, at.match.stretches, at.options.clearing, sited.note);
    if (sited.clearings.empty()) {
        why = tr("no shrub low enough to clear stands near the path; trees are pruned, not cleared.");
        return std::nullopt;
    }
    MultiPolygon pieces;
    for (const auto& c : sited.clearings) {
        pieces.insert(pieces.end(), c.shape.begin(), c.shape.end());
        sited.quantity += c.area_m2;
    }
    sited.shape = std::move(pieces);
    sited.stretches = stretches_of(at, sited.clearings);
    return sited;
}

}  // namespace lykta::measures
