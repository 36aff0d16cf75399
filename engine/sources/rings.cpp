// Assembling polygons and joining the parts of collections.
#include "sources/rings.hpp"

#include <algorithm>

#include "core/language.hpp"

namespace lykta::sources {

namespace {

/// How many different points a ring has, counted up to three.
std::size_t distinct_points(const Ring& ring) {
    std::vector<Point> seen;
    for (const auto& p : ring) {
        if (std::find(seen.begin(), seen.end(), p) == seen.end()) seen.push_back(p);
        if (seen.size() == 3) break;
    }
    return seen.size();
}

bool close(Ring& ring) {
    if (ring.empty() || ring.front() == ring.back()) return false;
    ring.push_back(ring.front());
    return true;
}

}  // namespace

AssembledPolygon assemble_polygon(std::vector<Ring> rings) {
    AssembledPolygon result;
    if (rings.empty() || rings.front().empty()) return result;
    auto& outer = rings.front();
    if (distinct_points(outer) < 3) {
        const bool collapsed = outer.size() >= 4;
        result.problem = collapsed ? Reason::zero_area : Reason::invalid_geometry;
        result.message = collapsed ? say("a polygon without area: all its points lie on one or two places")
                                   : say("a ring of fewer than three points");
        return result;
    }
    Polygon polygon;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (rings[i].empty()) continue;
        if (i > 0 && distinct_points(rings[i]) < 3) {
            ++result.holes_dropped;
            continue;
        }
        if (close(rings[i])) ++result.rings_closed;
        if (i == 0)
            polygon.outer = std::move(rings[i]);
        else
            polygon.holes.push_back(std::move(rings[i]));
    }
    result.polygon = std::move(polygon);
    return result;
}

bool is_empty(const Geometry& shape) {
    if (const auto* points = std::get_if<MultiPoint>(&shape)) return points->empty();
    if (const auto* lines = std::get_if<MultiLine>(&shape)) return lines->lines.empty();
    if (const auto* polygons = std::get_if<MultiPolygon>(&shape)) return polygons->empty();
    return std::holds_alternative<std::monostate>(shape);
}

std::optional<Geometry> join_parts(std::vector<Geometry> parts) {
    MultiPoint points;
    MultiLine lines;
    MultiPolygon polygons;
    for (auto& part : parts) {
        if (const auto* point = std::get_if<Point>(&part)) points.push_back(*point);
        if (auto* more = std::get_if<MultiPoint>(&part)) points.insert(points.end(), more->begin(), more->end());
        if (auto* more = std::get_if<MultiLine>(&part))
            std::move(more->lines.begin(), more->lines.end(), std::back_inserter(lines.lines));
        if (auto* more = std::get_if<MultiPolygon>(&part))
            std::move(more->begin(), more->end(), std::back_inserter(polygons));
    }
    const int kinds = (points.empty() ? 0 : 1) + (lines.lines.empty() ? 0 : 1) + (polygons.empty() ? 0 : 1);
    if (kinds > 1) return {};
    if (points.size() == 1) return Geometry{points.front()};
    if (!points.empty()) return Geometry{std::move(points)};
    if (!lines.lines.empty()) return Geometry{std::move(lines)};
    return Geometry{std::move(polygons)};
}

}  // namespace lykta::sources
