#include "viewer/project/seen_area.hpp"

#include <cmath>
#include <numbers>

namespace lykta::viewer {
namespace {

using conditions::HiddenBy;

bool meets(const Box& a, const Box& b) {
    return !a.empty() && a.min_x <= b.max_x && a.max_x >= b.min_x && a.min_y <= b.max_y && a.max_y >= b.min_y;
}

/// Cheap first look: is any corner near? Outlines larger than the reach are looked at by their box.
layers::BuildingLayer near_buildings(const layers::CityLayers& city, const Box& box) {
    layers::BuildingLayer near;
    if (!city.buildings) return near;
    for (const auto& building : city.buildings->buildings)
        if (meets(box_of(building.footprint), box)) near.buildings.push_back(building);
    return near;
}

layers::VegetationLayer near_plants(const layers::CityLayers& city, const Box& box) {
    layers::VegetationLayer near;
    if (!city.vegetation) return near;
    for (const auto& plant : city.vegetation->plants)
        if (meets(box_of(plant.outline), box)) near.plants.push_back(plant);
    return near;
}

HiddenBy hidden_by(const conditions::Obstacles& obstacles, std::int64_t ended) {
    if (ended == -2) return HiddenBy::tunnel;
    if (ended < 0) return HiddenBy::nothing;
    return obstacles.all()[static_cast<std::size_t>(ended)].kind == conditions::ObstacleKind::building
               ? HiddenBy::building
               : HiddenBy::plant;
}

}  // namespace

SeenFrom seen_from(const layers::CityLayers& city, Point from, const SeenOptions& options) {
    const Box box = Box{from.x, from.y, from.x, from.y}.expanded(options.sight.reach.value);
    const auto buildings = near_buildings(city, box);
    const auto plants = options.hiding == Hiding::buildings ? layers::VegetationLayer{} : near_plants(city, box);
    const conditions::Obstacles obstacles(&buildings, &plants, {.season = options.season});
    SeenFrom seen{.area = conditions::visible_area(from, obstacles, options.sight), .ended_by = {}, .obstacle = {}};
    seen.obstacle = seen.area.ended_by;
    for (const auto ended : seen.area.ended_by) seen.ended_by.push_back(hidden_by(obstacles, ended));
    return seen;
}

MultiPolygon sector_of(Point from, const conditions::VisibleArea& area, const Sector& sector) {
    const auto rays = static_cast<int>(area.distance_m.size());
    if (rays == 0) return {};
    const double step = 360.0 / rays, width = std::min(360.0, sector.to_degrees - sector.from_degrees);
    Ring ring;
    if (width < 360) ring.push_back(from);
    const auto count = std::max(2, static_cast<int>(std::ceil(width / step)) + 1);
    for (int i = 0; i < count; ++i) {
        const double degrees = sector.from_degrees + width * i / (count - 1);
        const auto ray =
            static_cast<std::size_t>(((static_cast<int>(std::lround(degrees / step)) % rays) + rays) % rays);
        const double d = std::min(area.distance_m[ray], sector.reach_m), angle = degrees * std::numbers::pi / 180;
        ring.push_back({from.x + d * std::cos(angle), from.y + d * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {Polygon{std::move(ring), {}}};
}

}  // namespace lykta::viewer
