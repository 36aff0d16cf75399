// Metres of a line beside plants high and low enough to hide behind.
#include <algorithm>
#include <vector>

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

/// A piece of a plant's outline and the share of the outline that is crown.
struct Near {
    Point a, b;
    double share;
};

/// From the point to the piece, m².
double squared_distance(Point p, const Near& e) {
    const double ex = e.b.x - e.a.x, ey = e.b.y - e.a.y, px = p.x - e.a.x, py = p.y - e.a.y;
    const double t = std::clamp((px * ex + py * ey) / (ex * ex + ey * ey), 0.0, 1.0);
    const double dx = px - t * ex, dy = py - t * ey;
    return dx * dx + dy * dy;
}

double share_of(const SightInput& input, const Obstacles& obstacles, std::uint32_t index) {
    const std::uint32_t plant = obstacles.all()[index].index;
    return input.vegetation == nullptr ? 1.0 : std::min(1.0, input.vegetation->plants[plant].canopy_share);
}

}  // namespace

Concealment concealment_along(const Polyline& line, const SightInput& input, const SightOptions& options) {
    thread_local std::vector<Near> edges;
    edges.clear();
    const Obstacles& obstacles = input.obstacles;
    const double within = std::max(options.concealment.value, close_m), above = options.hides_above.value;
    obstacles.near(box_of(line).expanded(within), [&](const ObstacleEdge& e) {
        if (can_hide(obstacles, e.obstacle, above)) edges.push_back({e.a, e.b, share_of(input, obstacles, e.obstacle)});
    });
    const double near2 = options.concealment.value * options.concealment.value;
    Concealment sum;
    const std::vector<Point> points = points_along(line, spacing);
    for (const Point p : points) {
        double near = 0.0, close = 0.0;
        for (const Near& e : edges) {
            if (e.share <= close) continue;
            const double away2 = squared_distance(p, e);
            if (away2 <= near2) near = std::max(near, e.share);
            if (away2 <= close_m * close_m) close = e.share;
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
