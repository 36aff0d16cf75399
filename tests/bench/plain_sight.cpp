#include "plain_sight.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace lykta::bench {

namespace {

constexpr double eye = 1.5, reach = 100.0, seen_through = 0.5;
struct Passed {
    double at, change;
};

/// Where a ray ends once everything it meets is known.
double end_of(std::vector<Passed>& passed, double opaque) {
    std::sort(passed.begin(), passed.end(), [](const Passed& a, const Passed& b) { return a.at < b.at; });
    double left = -std::log(seen_through), per_m = 0.0, here = 0.0;
    for (const auto& p : passed) {
        if (p.at >= opaque) break;
        if (per_m > 1e-9 && left < per_m * (p.at - here)) return here + left / per_m;
        left -= per_m * (p.at - here);
        here = p.at, per_m += p.change;
    }
    return per_m > 1e-9 && left < per_m * (opaque - here) ? here + left / per_m : opaque;
}

double distance_along(Point from, double x, double y, const conditions::Obstacles& obstacles) {
    double opaque = reach;
    std::vector<Passed> passed;
    for (const auto& e : obstacles.edges()) {
        const double ax = e.a.x - from.x, ay = e.a.y - from.y, bx = e.b.x - from.x, by = e.b.y - from.y;
        const double a = x * ay - y * ax, b = x * by - y * bx;
        if ((a >= 0.0) == (b >= 0.0)) continue;
        const double at = (ax * by - ay * bx) / (b - a);
        const auto& o = obstacles.all()[e.obstacle];
        if (at <= 0.0 || at > reach || !(o.base_m < eye && eye < o.top_m)) continue;
        if (std::isinf(o.extinction_per_m))
            opaque = std::min(opaque, at);
        else
            passed.push_back({at, a >= 0.0 ? o.extinction_per_m : -o.extinction_per_m});
    }
    return end_of(passed, opaque);
}

}  // namespace

double plain_sight(std::span<const Point> at, const conditions::Obstacles& obstacles) {
    double area = 0.0;
    for (const Point p : at) {
        for (int ray = 0; ray < 360; ++ray) {
            const double angle = ray * std::numbers::pi / 180;
            const double d = distance_along(p, std::cos(angle), std::sin(angle), obstacles);
            area += d * d * std::numbers::pi / 360;
        }
    }
    return area;
}

}  // namespace lykta::bench
