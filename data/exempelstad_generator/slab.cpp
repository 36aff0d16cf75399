// Oriented rectangles (separating axes) and the grid of near segments: see plane.hpp.
#include <algorithm>
#include <cmath>

#include "plane.hpp"

namespace exempelstad {

Ring corners(const Slab& s) {
    const Point along = s.axis * s.half_length, across = left_of(s.axis) * s.half_width;
    const Point first = s.centre - along - across;
    return {first, s.centre + along - across, s.centre + along + across, s.centre - along + across, first};
}

namespace {

bool separated_along(const Slab& a, const Slab& b, Point axis, double gap) {
    const auto reach = [&](const Slab& s) {
        return std::abs(dot(s.axis, axis)) * s.half_length + std::abs(dot(left_of(s.axis), axis)) * s.half_width;
    };
    return std::abs(dot(b.centre - a.centre, axis)) > reach(a) + reach(b) + gap;
}

}  // namespace

bool overlap(const Slab& a, const Slab& b, double gap) {
    return !separated_along(a, b, a.axis, gap) && !separated_along(a, b, left_of(a.axis), gap) &&
           !separated_along(a, b, b.axis, gap) && !separated_along(a, b, left_of(b.axis), gap);
}

double clearance(const Slab& slab, Point a, Point b) {
    const Ring ring = corners(slab);
    double least = 1e300;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (crossing(ring[i - 1], ring[i], a, b)) return 0;
        least = std::min({least, distance_to(a, b, ring[i]), distance_to(ring[i - 1], ring[i], a),
                          distance_to(ring[i - 1], ring[i], b)});
    }
    return inside(ring, a) ? 0 : least;
}

namespace {
constexpr double square_side = 50.0;
int square_of(double v) {
    return static_cast<int>(std::floor(v / square_side));
}
}  // namespace

void SegmentGrid::add(std::span<const Point> line, int id) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1], b = line[i];
        const int item = static_cast<int>(m_items.size());
        m_items.push_back({a, b, id, static_cast<int>(i) - 1});
        for (int x = square_of(std::min(a.x, b.x)); x <= square_of(std::max(a.x, b.x)); ++x)
            for (int y = square_of(std::min(a.y, b.y)); y <= square_of(std::max(a.y, b.y)); ++y)
                m_squares[{x, y}].push_back(item);
    }
}

void SegmentGrid::near(Point low, Point high, const std::function<void(const Item&)>& visit) const {
    std::vector<int> found;
    for (int x = square_of(low.x); x <= square_of(high.x); ++x)
        for (int y = square_of(low.y); y <= square_of(high.y); ++y)
            if (const auto at = m_squares.find({x, y}); at != m_squares.end())
                found.insert(found.end(), at->second.begin(), at->second.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (const int i : found) visit(m_items[static_cast<std::size_t>(i)]);
}

double SegmentGrid::distance(Point p, double reach) const {
    double least = reach;
    near(p - Point{reach, reach}, p + Point{reach, reach},
         [&](const Item& s) { least = std::min(least, distance_to(s.a, s.b, p)); });
    return least;
}

}  // namespace exempelstad
