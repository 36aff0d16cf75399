#include "places/at_building.hpp"

#include <vector>

#include "places/point_index.hpp"

namespace lykta::places {

Footprints inspected_footprints(const layers::CityLayers& city) {
    Footprints footprints;
    if (!city.inspections || !city.buildings) return footprints;
    std::map<std::string, Point> wanted;
    for (const auto& item : city.inspections->items) wanted.emplace(item.building_id, item.position);
    for (const auto& b : city.buildings->buildings)
        if (wanted.contains(b.id)) footprints.emplace(b.id, &b.footprint);
    std::vector<Point> points;
    std::vector<const std::string*> ids;
    for (const auto& [id, position] : wanted)
        if (!footprints.contains(id)) points.push_back(position), ids.push_back(&id);
    const PointIndex index{points};
    for (const auto& b : city.buildings->buildings)
        for (const auto k : index.in_box(box_of(b.footprint)))
            if (contains(b.footprint, points[k])) footprints.emplace(*ids[k], &b.footprint);
    return footprints;
}

bool is_at_building(Point inspected, const MultiPolygon* footprint, Point p) {
    return distance(inspected, p) <= at_building_m || (footprint != nullptr && contains(*footprint, p));
}

}  // namespace lykta::places
