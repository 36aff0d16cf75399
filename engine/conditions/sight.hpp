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

class PathNetwork;

struct SightOptions {
    Meters eye{1.5};       ///< Eyes, and the person looked for. REQUIRES: > 0 m. DEFAULT: 1.5 m
    Meters reach{100.0};   ///< Farther is not looked. REQUIRES: > 0 m. DEFAULT: 100 m
    Meters step{5.0};      ///< Spacing of the points along the paths. REQUIRES: > 0 m. DEFAULT: 5 m
    Degrees ray{1.0};      ///< Angle between rays. REQUIRES: 90° is twice or more a whole multiple of it. DEFAULT: 1°
    Meters stretch{30.0};  ///< Stretches as in light_along. DEFAULT: 30 m
    /// A line of sight ends where crowns have taken this much of it: less than this share comes through. REQUIRES: 0 <
    /// … < 1
    double seen_through = 0.5;
    Meters surveillance{30.0};  ///< Façades and entrances this near watch the path. DEFAULT: 30 m
    /// How far along the paths somebody approaching is looked for, every `step`. REQUIRES: > 0 m. DEFAULT: 50 m
    Meters approach{50.0};
    Meters tunnel_width{4.0};  ///< Between the walls of a tunnel, which data draw as a line. DEFAULT: 4 m
    Meters concealment{5.0};   ///< Plants this near the path can hide somebody. DEFAULT: 5 m
    Meters hides_above{0.8};   ///< Lower plants hide nobody, nor do crowns that begin higher. DEFAULT: 0.8 m
};

/// The visible area of one point: the distance along each ray, first ray towards +x, anticlockwise.
struct VisibleArea {
    std::vector<double> distance_m;  ///< one per ray, at most `reach`
    /// Obstacle index each ray ends at, −1: nothing within reach, −2: the wall of a tunnel.
    std::vector<std::int64_t> ended_by;
    double area_m2 = 0.0;  ///< Σ ½ d² Δθ
    double mean_m = 0.0;   ///< mean distance
    /// Metres of façade seen within `surveillance`: where a ray ends at a building, the part of that wall within half a
    /// ray's angle to both sides. Wrong by less than one ray's footprint (t² Δθ ÷ h for a wall t m away along the ray,
    /// h m at right angles) at each end of what is seen of a wall, and never more than the wall.
    double facade_m = 0.0;
};
/// Sight is level, at eye height. An opaque outline ends a ray; crowns dim it by exp(−extinction · metres inside), one
/// after another, and it ends where less than `seen_through` comes through.
/// Buildings and plants that hold the point do not count: a point on a mapped lawn or under a portal is not blind.
/// \pre  obstacles in project metres \throws Error{bad_option} an option breaks its REQUIRES
/// \correctness  hand cases (wall, corner, hedge); twin: every edge against every ray on random towns
[[nodiscard]] VisibleArea visible_area(Point from, const Obstacles& obstacles, const SightOptions& options = {});
[[nodiscard]] MultiPolygon outline_of(Point from, const VisibleArea& area);

enum class HiddenBy : std::uint8_t { nothing, building, plant, tunnel };  ///< tunnel: its wall, round a bend of it

/// One point of a path.
struct SightSample {
    std::uint32_t street = 0;
    double along_m = 0.0;
    Point position;
    double visible_m2 = 0.0, mean_m = 0.0;
    /// Walking distance to the nearest hidden position on the paths, in whole steps: somebody who comes that way is
    /// first seen nearer than this. `approach` where all is seen up to there. Hidden: something opaque stands between,
    /// or less than `seen_through` comes through the crowns between. What holds either end does not count.
    double seen_at_m = 0.0;
    /// What hides that position: whatever opaque stands nearest, else the plant that takes most of the sight. Where
    /// several positions are as near: what clearing cannot mend first, then the lower obstacle.
    HiddenBy hidden_by = HiddenBy::nothing;
    std::int64_t obstacle = -1;  ///< the obstacle that does; −1 for none and for tunnels
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
    /// Metres where a person is first seen nearer than 10 m, 25 m: somebody hidden at 10 m counts (seen_at_m ≤ 10).
    double under_10_m = 0.0, under_25_m = 0.0;
    double under_25_plants_m = 0.0;  ///< of those under 25 m, where a plant is what hides
    double concealment_m = 0.0;      ///< metres beside plants over 0.8 m within 5 m, as vegetation_along counts them
    double concealment_2_m = 0.0;    ///< the same within 2 m
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
    /// The streets as a network: made anew by each call where absent. Give it where calls are to be quick.
    const PathNetwork* network = nullptr;
};
/// Inside a tunnel sight runs between its walls, `tunnel_width` apart, and out of its mouths; what stands above it (any
/// obstacle that holds one of its samples) does not count. From outside, a position inside is seen through a mouth
/// only. \correctness  hand-drawn worlds (corner, hedge, tunnel, dead end); twin without index; property: clearing a
/// plant never shortens a line of sight; unchanged by thread count
[[nodiscard]] PathSight sight_along(const SightInput& input, const SightOptions& options = {});

/// Computes again the samples a changed obstacle can reach; the rest stays. Equal to sight_along afresh, bit by bit.
void update_sight(PathSight& sight, const SightInput& input, const Box& changed, const SightOptions& options = {});

}  // namespace lykta::conditions
