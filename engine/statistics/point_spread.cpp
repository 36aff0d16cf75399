// Moments of point sets.
#include "statistics/point_spread.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace lykta::statistics {

namespace {

/// One step of Weiszfeld's iteration from y; where y lies on data points, the pull of the others decides (Vardi &
/// Zhang).
Point median_step(std::span<const Point> points, Point y) {
    double weight = 0.0, sum_x = 0.0, sum_y = 0.0, pull_x = 0.0, pull_y = 0.0, here = 0.0;
    for (const Point p : points) {
        const double d = distance(p, y);
        if (d == 0.0) {
            here += 1.0;
            continue;
        }
        weight += 1.0 / d;
        sum_x += p.x / d;
        sum_y += p.y / d;
        pull_x += (p.x - y.x) / d;
        pull_y += (p.y - y.y) / d;
    }
    if (weight == 0.0) return y;
    const double pull = std::hypot(pull_x, pull_y), stay = pull > 0.0 ? std::min(1.0, here / pull) : 1.0;
    const double moved = here > 0.0 ? 1.0 - stay : 1.0;
    return {moved * sum_x / weight + (1.0 - moved) * y.x, moved * sum_y / weight + (1.0 - moved) * y.y};
}

}  // namespace

PointSpread point_spread(std::span<const Point> points) {
    assert(!points.empty());
    const auto n = static_cast<double>(points.size());
    PointSpread s;
    // Sums from the first point: large coordinates lose no digits.
    for (const Point p : points) {
        s.mean_centre.x += (p.x - points[0].x) / n;
        s.mean_centre.y += (p.y - points[0].y) / n;
    }
    s.mean_centre = {s.mean_centre.x + points[0].x, s.mean_centre.y + points[0].y};
    double xx = 0.0, xy = 0.0, yy = 0.0;
    for (const Point p : points) {
        const double dx = p.x - s.mean_centre.x, dy = p.y - s.mean_centre.y;
        xx += dx * dx / n;
        xy += dx * dy / n;
        yy += dy * dy / n;
    }
    s.standard_distance_m = std::sqrt(xx + yy);
    const double middle = (xx + yy) / 2.0, radius = std::hypot((xx - yy) / 2.0, xy);
    s.ellipse_major_m = std::sqrt(middle + radius);
    s.ellipse_minor_m = std::sqrt(std::max(middle - radius, 0.0));
    // The major axis as an angle from east, then turned to count clockwise from north.
    const double from_east = 0.5 * std::atan2(2.0 * xy, xx - yy) * 180.0 / std::numbers::pi;
    s.major_axis = {std::fmod(90.0 - from_east + 360.0, 180.0)};
    return s;
}

Point median_centre(std::span<const Point> points) {
    const PointSpread spread = point_spread(points);
    Point y = spread.mean_centre;
    for (int step = 0; step < 10'000; ++step) {
        const Point next = median_step(points, y);
        const double moved = distance(next, y);
        y = next;
        if (moved <= 1e-12 * spread.standard_distance_m) break;
    }
    return y;
}

}  // namespace lykta::statistics
