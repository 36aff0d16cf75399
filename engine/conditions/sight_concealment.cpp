// Metres of a line beside plants high and low enough to hide behind.
#include <algorithm>
#include <array>

#include "conditions/sight_looker.hpp"
#include "conditions/stretches.hpp"

namespace lykta::conditions {

namespace {

constexpr double close_m = 2.0;
constexpr Meters spacing{2.0};  ///< of the points tested, as in VegetationOptions

bool can_hide(const Obstacles& obstacles, std::uint32_t index, double above) {
    const Obstacle& o = obstacles.all()[index];
    return o.kind == ObstacleKind::plant && o.top_m > above && o.base_m <= above && !obstacles.is_cleared(index);
}

double share_of(const SightInput& input, const Obstacles& obstacles, std::uint32_t index) {
    const std::uint32_t plant = obstacles.all()[index].index;
    return input.vegetation == nullptr ? 1.0 : std::min(1.0, input.vegetation->plants[plant].canopy_share);
}

}  // namespace

Concealment concealment_along(const Polyline& line, const SightInput& input, const SightOptions& options) {
    struct Near {
        std::array<Point, 2> edge;
        double share;
    };
    thread_local std::vector<Near> edges;
    edges.clear();
    const Obstacles& obstacles = input.obstacles;
    const double within = std::max(options.concealment.value, close_m), above = options.hides_above.value;
    obstacles.near(box_of(line).expanded(within), [&](const ObstacleEdge& e) {
        if (can_hide(obstacles, e.obstacle, above))
            edges.push_back({{e.a, e.b}, share_of(input, obstacles, e.obstacle)});
    });
    Concealment sum;
    const std::vector<Point> points = points_along(line, spacing);
    for (const Point p : points) {
        double near = 0.0, close = 0.0;
        for (const Near& e : edges) {
            if (e.share <= close) continue;
            const double away = nearest_on(e.edge, p).distance;
            if (away <= options.concealment.value) near = std::max(near, e.share);
            if (away <= close_m) close = e.share;
        }
        for (const std::uint32_t held : obstacles.holding(p)) {
            if (!can_hide(obstacles, held, above)) continue;
            near = std::max(near, share_of(input, obstacles, held));
            close = std::max(close, share_of(input, obstacles, held));
        }
        sum.near_m += near;
        sum.close_m += close;
    }
    const double part = length(line) / static_cast<double>(points.size());
    return {sum.near_m * part, sum.close_m * part};
}

}  // namespace lykta::conditions
