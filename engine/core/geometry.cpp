// Plane geometry that needs no library: lengths, areas, containment, nearest points.
#include "core/geometry.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lykta {

namespace {

Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

/// Difference of two coordinates. Files write coordinates as decimals; above a million metres (northings) a double
/// holds them to 5e-10 m only, which over a long thin shape is more than its area may err. Taking the difference back
/// to 1e-8 m restores what was written.
double decimal_difference(double a, double b) {
    constexpr double large = 1'048'576.0, per_metre = 1e8;
    const double away = a - b;
    return std::abs(a) >= large && std::abs(away) < large ? std::round(away * per_metre) / per_metre : away;
}

Point decimal_offset(Point a, Point b) {
    return {decimal_difference(a.x, b.x), decimal_difference(a.y, b.y)};
}

/// Signed area by the shoelace formula from a local origin: large coordinates lose no digits.
double signed_area(const Ring& ring) {
    if (ring.size() < 3) return 0.0;
    const Point origin = ring.front();
    double twice = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        twice += cross(decimal_offset(ring[i], origin), decimal_offset(ring[(i + 1) % ring.size()], origin));
    }
    return twice / 2.0;
}

/// Area and first moments of a ring about `origin`, taken as positive whatever the ring's direction.
struct Moments {
    double area = 0.0, x = 0.0, y = 0.0;
};

Moments moments_of(const Ring& ring, Point origin) {
    Moments m;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i] - origin, b = ring[(i + 1) % ring.size()] - origin;
        const double c = cross(a, b);
        m.area += c / 2.0;
        m.x += c * (a.x + b.x) / 6.0;
        m.y += c * (a.y + b.y) / 6.0;
    }
    const double sign = m.area < 0.0 ? -1.0 : 1.0;
    return {sign * m.area, sign * m.x, sign * m.y};
}

enum class Side { outside, inside, boundary };

/// Counts edges crossed by the ray to the east; an edge that holds p decides at once.
Side side_of(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        if (std::max(a.x, b.x) < p.x || (a.y > p.y && b.y > p.y) || (a.y < p.y && b.y < p.y)) continue;
        const double turn = cross(a - p, b - p);
        if (turn == 0.0 && std::min(a.x, b.x) <= p.x) return Side::boundary;
        if ((a.y > p.y) != (b.y > p.y) && (turn > 0.0) == (b.y > a.y)) inside = !inside;
    }
    return inside ? Side::inside : Side::outside;
}

}  // namespace

void Box::grow(Point p) {
    min_x = std::min(min_x, p.x);
    min_y = std::min(min_y, p.y);
    max_x = std::max(max_x, p.x);
    max_y = std::max(max_y, p.y);
}

Box box_of(std::span<const Point> points) {
    Box box;
    for (const Point p : points) box.grow(p);
    return box;
}

Box box_of(const MultiPolygon& shape) {
    Box box;
    for (const auto& polygon : shape) {
        for (const Point p : polygon.outer) box.grow(p);
    }
    return box;
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double length(std::span<const Point> line) {
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
    return sum;
}

double area(const Polygon& polygon) {
    double sum = std::abs(signed_area(polygon.outer));
    for (const auto& hole : polygon.holes) sum -= std::abs(signed_area(hole));
    return std::max(sum, 0.0);
}

double area(const MultiPolygon& shape) {
    double sum = 0.0;
    for (const auto& polygon : shape) sum += area(polygon);
    return sum;
}

Point centroid(const MultiPolygon& shape) {
    if (shape.empty() || shape.front().outer.empty()) return {};
    const Point origin = shape.front().outer.front();
    Moments sum;
    const auto add = [&](const Ring& ring, double sign) {
        const Moments m = moments_of(ring, origin);
        sum = {sum.area + sign * m.area, sum.x + sign * m.x, sum.y + sign * m.y};
    };
    for (const auto& polygon : shape) {
        add(polygon.outer, 1.0);
        for (const auto& hole : polygon.holes) add(hole, -1.0);
    }
    return {origin.x + sum.x / sum.area, origin.y + sum.y / sum.area};
}

bool contains(const Polygon& polygon, Point p) {
    const Side outer = side_of(polygon.outer, p);
    if (outer != Side::inside) return outer == Side::boundary;
    return std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const Ring& hole) { return side_of(hole, p) == Side::inside; });
}

bool contains(const MultiPolygon& shape, Point p) {
    return std::any_of(shape.begin(), shape.end(), [&](const Polygon& polygon) { return contains(polygon, p); });
}

OnLine nearest_on(std::span<const Point> line, Point p) {
    OnLine best;
    best.distance = std::numeric_limits<double>::infinity();
    if (line.size() == 1) return {lykta::distance(line[0], p), 0.0, line[0]};
    double start = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], d = line[i] - a;
        const double squared = d.x * d.x + d.y * d.y;
        const double share = squared > 0.0 ? ((p.x - a.x) * d.x + (p.y - a.y) * d.y) / squared : 0.0;
        const double t = std::clamp(share, 0.0, 1.0);
        const Point foot = t == 1.0 ? line[i] : Point{a.x + t * d.x, a.y + t * d.y};
        const double away = lykta::distance(foot, p), edge = std::sqrt(squared);
        if (away < best.distance) best = {away, start + t * edge, foot};
        start += edge;
    }
    return best;
}

}  // namespace lykta
