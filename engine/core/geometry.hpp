// Shapes on the project's plane, and the plane geometry everyone shares. x east, y north; metres once a layer is read.
#pragma once
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace lykta {

struct Point {
    double x = 0.0, y = 0.0;
    auto operator<=>(const Point&) const = default;
};
using Polyline = std::vector<Point>;
using Ring = std::vector<Point>;  ///< closed: first point repeated last
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
};
using MultiPoint = std::vector<Point>;
struct MultiLine {
    std::vector<Polyline> lines;
};
using MultiPolygon = std::vector<Polygon>;

/// What a feature may carry. monostate: none.
using Geometry = std::variant<std::monostate, Point, MultiPoint, MultiLine, MultiPolygon>;

/// Axis-parallel box. An empty box has min > max; `grow` makes it hold a point.
struct Box {
    double min_x = 1e300, min_y = 1e300, max_x = -1e300, max_y = -1e300;
    [[nodiscard]] bool empty() const { return min_x > max_x; }
    [[nodiscard]] double width() const { return max_x - min_x; }
    [[nodiscard]] double height() const { return max_y - min_y; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= min_x && p.x <= max_x && p.y >= min_y && p.y <= max_y; }
    void grow(Point p);
    [[nodiscard]] Box expanded(double by) const { return {min_x - by, min_y - by, max_x + by, max_y + by}; }
};
[[nodiscard]] Box box_of(std::span<const Point> points);
[[nodiscard]] Box box_of(const MultiPolygon& shape);

[[nodiscard]] double distance(Point a, Point b);           ///< m
[[nodiscard]] double length(std::span<const Point> line);  ///< m
[[nodiscard]] double area(const Polygon& polygon);         ///< m², ≥ 0, holes taken out, any orientation
[[nodiscard]] double area(const MultiPolygon& shape);      ///< m²
[[nodiscard]] Point centroid(const MultiPolygon& shape);   ///< area centroid; \pre area > 0

/// Inside or on the boundary. Exact for points on a vertex or an axis-parallel edge.
/// \correctness  reference case geometry/point-in-polygon
[[nodiscard]] bool contains(const Polygon& polygon, Point p);
[[nodiscard]] bool contains(const MultiPolygon& shape, Point p);

/// Nearest point on a polyline: distance (m) and position along it (m from its start).
struct OnLine {
    double distance = 0.0;
    double along = 0.0;
    Point point;
};
[[nodiscard]] OnLine nearest_on(std::span<const Point> line, Point p);

/// Verdict of GEOS on a polygon, with the offending coordinate in `reason` ("Self-intersection[5 5]").
struct Validity {
    bool valid = true;
    std::string reason;
};
[[nodiscard]] Validity validity(const MultiPolygon& shape);
/// GEOS MakeValid (linework method), polygonal parts only.
[[nodiscard]] MultiPolygon make_valid(const MultiPolygon& shape);
[[nodiscard]] MultiPolygon union_of(std::span<const MultiPolygon> shapes);
[[nodiscard]] MultiPolygon intersection_of(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] MultiPolygon difference_of(const MultiPolygon& a, const MultiPolygon& b);
/// Round buffer of a geometry, `quadrant_segments` chords per quarter circle.
[[nodiscard]] MultiPolygon buffer_of(const Geometry& shape, double distance_m, int quadrant_segments = 16);
[[nodiscard]] MultiPolygon convex_hull_of(std::span<const Point> points);

[[nodiscard]] std::string to_wkt(const Geometry& shape);
[[nodiscard]] Geometry from_wkt(const std::string& wkt);  ///< \throws Error{bad_input}

}  // namespace lykta
