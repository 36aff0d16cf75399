// Plane geometry of the generator: vectors, curves, boxes, nearest things. Only + − × ÷ and the square root are used,
// which IEEE 754 fixes to the last bit, so the town does not depend on a machine's sine and cosine.
// Curves are uniform Catmull–Rom splines; their points are polynomials of the control points.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry.hpp"

namespace exempelstad {

using lykta::Point;
using lykta::Polyline;
using lykta::Ring;

constexpr Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
constexpr Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
constexpr Point operator*(Point a, double k) {
    return {a.x * k, a.y * k};
}
constexpr double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}
constexpr double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}
constexpr Point left_of(Point direction) {
    return {-direction.y, direction.x};
}
[[nodiscard]] double norm(Point a);
[[nodiscard]] Point unit(Point a);
[[nodiscard]] double apart(Point a, Point b);  ///< distance, m
[[nodiscard]] Point rounded(Point p);          ///< to 0.01 m

enum class Ends { open, closed };
/// Catmull–Rom spline through the control points; closed: the first point is repeated last.
[[nodiscard]] Polyline spline(std::span<const Point> control, Ends ends);
[[nodiscard]] double length_of(std::span<const Point> line);
/// Point and unit direction at a distance along a line (clamped to its ends).
struct OnCurve {
    Point point, direction;
};
[[nodiscard]] OnCurve at(std::span<const Point> line, double along);
[[nodiscard]] Polyline slice(std::span<const Point> line, double from, double to);
[[nodiscard]] Polyline shifted_left(std::span<const Point> line, double by);
/// The line with a vertex at least every `step` metres, old vertices kept.
[[nodiscard]] Polyline densified(std::span<const Point> line, double step);
/// Douglas–Peucker: fewest vertices that stay within `tolerance` metres.
[[nodiscard]] Polyline simplified(std::span<const Point> line, double tolerance);
[[nodiscard]] bool inside(std::span<const Point> ring, Point p);
[[nodiscard]] Point middle_of(std::span<const Point> ring);  ///< area centroid of a closed ring
[[nodiscard]] double area_of(std::span<const Point> ring);   ///< m², unsigned

struct Nearest {
    double distance = 1e300, along = 0;
    Point point, direction;
};
[[nodiscard]] Nearest nearest(std::span<const Point> line, Point p);
[[nodiscard]] double distance_to(Point a, Point b, Point p);  ///< from segment ab to p

/// Where segments ab and cd cross: share along ab and along cd, both in 0…1.
struct Crossing {
    double on_ab = 0, on_cd = 0;
    Point point;
};
[[nodiscard]] std::optional<Crossing> crossing(Point a, Point b, Point c, Point d);

/// A rectangle with a direction.
struct Slab {
    Point centre, axis;  ///< axis: unit vector along its length
    double half_length = 0, half_width = 0;
};
[[nodiscard]] Ring corners(const Slab& slab);  ///< closed, anticlockwise
[[nodiscard]] bool overlap(const Slab& a, const Slab& b, double gap);
[[nodiscard]] double clearance(const Slab& slab, Point a, Point b);  ///< distance to segment ab, 0 when they meet

/// Segments in squares of 50 m, to find the near ones.
class SegmentGrid {
public:
    struct Item {
        Point a, b;
        int line = 0, segment = 0;
    };
    void add(std::span<const Point> line, int id);
    void near(Point low, Point high, const std::function<void(const Item&)>& visit) const;
    [[nodiscard]] double distance(Point p, double reach) const;  ///< reach when nothing is nearer
private:
    std::map<std::pair<int, int>, std::vector<int>> m_squares;
    std::vector<Item> m_items;
};

}  // namespace exempelstad
