// What can be seen from a path, 1.5 m above the ground: how far, where an approaching person appears, what hides them,
// who can see the path from a building, and how far it is to the next way out.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "conditions/obstacles.hpp"
#include "core/geometry.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

struct SightOptions {
    Meters eye{1.5};       ///< Eyes, and the person looked for. REQUIRES: > 0 m. DEFAULT: 1.5 m
    Meters reach{100.0};   ///< Farther is not looked. REQUIRES: > 0 m. DEFAULT: 100 m
    Meters step{5.0};      ///< Spacing of the points along the paths. REQUIRES: > 0 m. DEFAULT: 5 m
    Degrees ray{1.0};      ///< Angle between rays; 360 must be a whole multiple. DEFAULT: 1°
    Meters stretch{30.0};  ///< Stretches as in light_along. DEFAULT: 30 m
    /// A line of sight ends where crowns have taken this much of it: less than this share comes through. REQUIRES: 0 <
    /// … < 1
    double seen_through = 0.5;
    Meters surveillance{30.0};  ///< Façades and entrances this near watch the path. DEFAULT: 30 m
};

/// The visible area of one point: the distance along each ray, first ray towards +x, anticlockwise.
struct VisibleArea {
    std::vector<double> distance_m;      ///< one per ray, at most `reach`
    std::vector<std::int64_t> ended_by;  ///< obstacle index each ray ends at, −1: nothing within reach
    double area_m2 = 0.0;                ///< Σ ½ d² Δθ
    double mean_m = 0.0;                 ///< mean distance
    double facade_m = 0.0;               ///< metres of façade seen within `surveillance`
};
/// Buildings and plants that hold the point do not count: a point on a mapped lawn or under a portal is not blind.
/// \correctness  hand cases (wall, corner, hedge); twin: every edge against every ray
[[nodiscard]] VisibleArea visible_area(Point from, const Obstacles& obstacles, const SightOptions& options = {});
[[nodiscard]] MultiPolygon outline_of(Point from, const VisibleArea& area);

enum class HiddenBy : std::uint8_t { nothing, building, plant };

/// One point of a path.
struct SightSample {
    std::uint32_t street = 0;
    double along_m = 0.0;
    Point position;
    double visible_m2 = 0.0, mean_m = 0.0;
    /// Walking distance at which somebody who comes along the paths is first seen whatever way they come; `reach` where
    /// all of it is seen.
    double seen_at_m = 0.0;
    HiddenBy hidden_by = HiddenBy::nothing;  ///< what hides the nearest hidden position
    std::int64_t obstacle = -1;              ///< the obstacle that does
    double facade_m = 0.0;
    int entrances = 0;    ///< with a sight line within `surveillance`; 0 without the layer
    double exit_m = 0.0;  ///< to the next exit along the paths
    bool dead_end = false, tunnel = false;
};

/// One stretch, cut as light_along cuts it: the same order, the same ends.
struct SightStretch {
    std::uint32_t street = 0;
    double from_m = 0.0, to_m = 0.0;
    Polyline line;
    std::uint32_t first_sample = 0, samples = 0;
    double under_10_m = 0.0, under_25_m = 0.0;  ///< metres where a person is seen nearer than 10 m, 25 m
    double under_25_plants_m = 0.0;             ///< of those under 25 m, where a plant is what hides
    double concealment_m = 0.0;                 ///< metres beside plants over 0.8 m within 5 m
    double mean_visible_m2 = 0.0, mean_seen_at_m = 0.0, facade_m = 0.0;  ///< means over the samples
    double exit_m = 0.0;                                                 ///< longest way to an exit
    bool dead_end = false, tunnel = false;                               ///< any of it
};

/// A plant and the metres of path it hides people from.
struct BlockingPlant {
    std::uint32_t plant = 0;  ///< into VegetationLayer::plants
    double hides_m = 0.0;     ///< metres of path where it hides the nearest hidden position under 25 m
};

struct PathSight {
    std::vector<SightSample> samples;
    std::vector<SightStretch> stretches;
    std::vector<BlockingPlant> plants;  ///< most metres first, ties by index
};

struct SightInput {
    const layers::StreetLayer& streets;
    const Obstacles& obstacles;
    const layers::VegetationLayer* vegetation = nullptr;  ///< for concealment
    std::span<const Point> entrances;
};
/// \correctness  hand-drawn worlds (corner, hedge, tunnel, dead end); twin without index; property: clearing a plant
/// never shortens a line of sight; unchanged by thread count
[[nodiscard]] PathSight sight_along(const SightInput& input, const SightOptions& options = {});

/// Computes again the samples a changed obstacle can reach; the rest stays. Equal to sight_along afresh, bit by bit.
void update_sight(PathSight& sight, const SightInput& input, const Box& changed, const SightOptions& options = {});

}  // namespace lykta::conditions
