// What GEOS does for us: verdicts, repair, overlay, buffers, hulls.
#include <algorithm>
#include <cmath>

#include "core/geometry.hpp"
#include "core/geos_bridge.hpp"

namespace lykta {

namespace {

using geos::Shape;

bool is_finite(const Ring& ring) {
    return std::all_of(ring.begin(), ring.end(), [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

/// What GEOS cannot even build: rings too short or with coordinates that are not numbers.
std::string unbuildable(const Ring& ring) {
    if (ring.empty()) return "Empty ring";
    const std::string at = "[" + to_wkt(Geometry(ring.front())) + "]";
    if (!is_finite(ring)) return std::string{"Coordinate that is not a number"}.append(at);
    if (ring.size() < 3 || (ring.size() == 3 && ring.front() == ring.back()))
        return std::string{"Too few points in ring"}.append(at);
    return {};
}

Shape repaired(const Shape& shape) {
    if (GEOSisValid_r(geos::context(), shape.get()) == 1) return Shape(GEOSGeom_clone_r(geos::context(), shape.get()));
    return geos::own(GEOSMakeValid_r(geos::context(), shape.get()), "make valid");
}

using Overlay = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

/// Overlay of two shapes; shapes GEOS refuses as invalid are repaired and tried once more.
MultiPolygon overlay(const MultiPolygon& a, const MultiPolygon& b, Overlay operation, const char* name) {
    const Shape first = geos::shape_from(a), second = geos::shape_from(b);
    if (GEOSGeometry* result = operation(geos::context(), first.get(), second.get())) {
        return geos::polygons_of(Shape(result).get());
    }
    const Shape whole_first = repaired(first), whole_second = repaired(second);
    const Shape result = geos::own(operation(geos::context(), whole_first.get(), whole_second.get()), name);
    return geos::polygons_of(result.get());
}

}  // namespace

Validity validity(const MultiPolygon& shape) {
    for (const auto& polygon : shape) {
        if (auto reason = unbuildable(polygon.outer); !reason.empty()) return {false, reason};
        for (const auto& hole : polygon.holes) {
            if (auto reason = unbuildable(hole); !reason.empty()) return {false, reason};
        }
    }
    const Shape built = geos::shape_from(shape);
    if (GEOSisValid_r(geos::context(), built.get()) == 1) return {};
    char* text = GEOSisValidReason_r(geos::context(), built.get());
    Validity verdict{false, text == nullptr ? geos::last_error() : text};
    GEOSFree_r(geos::context(), text);
    return verdict;
}

MultiPolygon make_valid(const MultiPolygon& shape) {
    for (const auto& polygon : shape) {
        if (!is_finite(polygon.outer)) return {};
        if (!std::all_of(polygon.holes.begin(), polygon.holes.end(), is_finite)) return {};
    }
    const Shape built = geos::shape_from(shape);
    GEOSGeometry* result = GEOSMakeValid_r(geos::context(), built.get());
    if (result == nullptr) return {};
    return geos::polygons_of(Shape(result).get());
}

MultiPolygon union_of(std::span<const MultiPolygon> shapes) {
    MultiPolygon all;
    for (const auto& shape : shapes) all.insert(all.end(), shape.begin(), shape.end());
    const Shape built = geos::shape_from(all);
    if (GEOSGeometry* result = GEOSUnaryUnion_r(geos::context(), built.get())) {
        return geos::polygons_of(Shape(result).get());
    }
    // Repaired one by one: overlapping neighbours are no fault here, a bow tie among them is.
    MultiPolygon whole;
    for (const auto& polygon : all) {
        for (auto& part : make_valid({polygon})) whole.push_back(std::move(part));
    }
    const Shape rebuilt = geos::shape_from(whole);
    return geos::polygons_of(geos::own(GEOSUnaryUnion_r(geos::context(), rebuilt.get()), "union").get());
}

MultiPolygon intersection_of(const MultiPolygon& a, const MultiPolygon& b) {
    return overlay(a, b, GEOSIntersection_r, "intersection");
}

MultiPolygon difference_of(const MultiPolygon& a, const MultiPolygon& b) {
    return overlay(a, b, GEOSDifference_r, "difference");
}

MultiPolygon buffer_of(const Geometry& shape, double distance_m, int quadrant_segments) {
    const Shape built = geos::shape_from(shape);
    const Shape result = geos::own(GEOSBuffer_r(geos::context(), built.get(), distance_m, quadrant_segments), "buffer");
    return geos::polygons_of(result.get());
}

MultiPolygon convex_hull_of(std::span<const Point> points) {
    const Shape built = geos::shape_from(Geometry(MultiPoint(points.begin(), points.end())));
    return geos::polygons_of(geos::own(GEOSConvexHull_r(geos::context(), built.get()), "hull").get());
}

}  // namespace lykta
