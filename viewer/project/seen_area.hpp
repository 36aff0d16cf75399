// What is seen from one point, computed with only the obstacles that stand within reach, so that a click costs a click
// and not a town.
#pragma once
#include "conditions/sight.hpp"
#include "layers/layers.hpp"

namespace lykta::viewer {

/// The obstacles within reach, as layers of their own, and the visible area computed from them.
struct SeenFrom {
    conditions::VisibleArea area;
    /// What each ray ends at.
    std::vector<conditions::HiddenBy> ended_by;
    /// Obstacle a ray ends at; rays with equal numbers end at the same one. −1: none.
    std::vector<std::int64_t> obstacle;
};
enum class Hiding : std::uint8_t { buildings, buildings_and_plants };
struct SeenOptions {
    conditions::SightOptions sight;
    conditions::Season season = conditions::Season::leafed;
    Hiding hiding = Hiding::buildings_and_plants;
};
/// \correctness  tests/viewer/project/visible_area_layer_test.cpp: equal to visible_area with all obstacles of the town
[[nodiscard]] SeenFrom seen_from(const layers::CityLayers& city, Point from, const SeenOptions& options);

/// The part of a visible area between two directions, degrees anticlockwise from +x, cut at `reach_m`.
struct Sector {
    double from_degrees = 0, to_degrees = 360;
    double reach_m = 100;
};
[[nodiscard]] MultiPolygon sector_of(Point from, const conditions::VisibleArea& area, const Sector& sector);

}  // namespace lykta::viewer
