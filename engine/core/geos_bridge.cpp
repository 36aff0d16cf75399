// Coordinates carried to GEOS and back.
#include "core/geos_bridge.hpp"

#include "core/error.hpp"

namespace lykta::geos {

namespace {

/// One GEOS handle per thread, closed when the thread ends.
struct Session {
    GEOSContextHandle_t handle = GEOS_init_r();
    std::string error;
    Session() {
        GEOSContext_setErrorMessageHandler_r(
            handle, [](const char* message, void* session) { static_cast<Session*>(session)->error = message; }, this);
    }
    ~Session() { GEOS_finish_r(handle); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
};

Session& session() {
    thread_local Session s;
    return s;
}

GEOSCoordSequence* sequence_from(std::span<const Point> points, bool close) {
    const std::size_t extra = close && !(points.front() == points.back()) ? 1 : 0;
    const auto count = static_cast<unsigned>(points.size() + extra);
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(context(), count, 2);
    for (unsigned i = 0; i < count; ++i) {
        const Point p = points[i % points.size()];
        GEOSCoordSeq_setXY_r(context(), sequence, i, p.x, p.y);
    }
    return sequence;
}

/// A ring GEOS accepts has four points, the last repeating the first.
bool is_ring(const Ring& ring) {
    return ring.size() >= 4 || (ring.size() == 3 && !(ring.front() == ring.back()));
}

GEOSGeometry* ring_from(const Ring& ring) {
    return own(GEOSGeom_createLinearRing_r(context(), sequence_from(ring, true)), "ring").release();
}

GEOSGeometry* polygon_from(const Polygon& polygon) {
    std::vector<GEOSGeometry*> holes;
    for (const auto& hole : polygon.holes) {
        if (is_ring(hole)) holes.push_back(ring_from(hole));
    }
    const auto count = static_cast<unsigned>(holes.size());
    return own(GEOSGeom_createPolygon_r(context(), ring_from(polygon.outer), holes.data(), count), "polygon").release();
}

Shape collect(int type, std::vector<GEOSGeometry*> parts) {
    return own(GEOSGeom_createCollection_r(context(), type, parts.data(), static_cast<unsigned>(parts.size())),
               "parts");
}

Polygon polygon_of(const GEOSGeometry* shape) {
    Polygon polygon{points_of(GEOSGetExteriorRing_r(context(), shape)), {}};
    const int holes = GEOSGetNumInteriorRings_r(context(), shape);
    for (int i = 0; i < holes; ++i) polygon.holes.push_back(points_of(GEOSGetInteriorRingN_r(context(), shape, i)));
    return polygon;
}

}  // namespace

GEOSContextHandle_t context() {
    return session().handle;
}
const std::string& last_error() {
    return session().error;
}

Shape own(GEOSGeometry* result, const char* operation) {
    if (result == nullptr) throw Error(ErrorCode::internal, std::string("GEOS ") + operation + ": " + last_error());
    return Shape(result);
}

Shape shape_from(const MultiPolygon& shape) {
    std::vector<GEOSGeometry*> parts;
    for (const auto& polygon : shape) {
        if (is_ring(polygon.outer)) parts.push_back(polygon_from(polygon));
    }
    return collect(GEOS_MULTIPOLYGON, std::move(parts));
}

Shape shape_from(std::span<const Point> line) {
    if (line.empty()) return own(GEOSGeom_createEmptyLineString_r(context()), "line");
    if (line.size() == 1) return own(GEOSGeom_createPointFromXY_r(context(), line[0].x, line[0].y), "point");
    return own(GEOSGeom_createLineString_r(context(), sequence_from(line, false)), "line");
}

Shape shape_from(const Geometry& shape) {
    if (const auto* polygons = std::get_if<MultiPolygon>(&shape)) return shape_from(*polygons);
    if (const auto* point = std::get_if<Point>(&shape)) return shape_from(std::span(point, 1));
    std::vector<GEOSGeometry*> parts;
    if (const auto* points = std::get_if<MultiPoint>(&shape)) {
        for (const Point& p : *points) parts.push_back(shape_from(std::span(&p, 1)).release());
    } else if (const auto* lines = std::get_if<MultiLine>(&shape)) {
        for (const auto& line : lines->lines) parts.push_back(shape_from(std::span<const Point>(line)).release());
    }
    return collect(GEOS_GEOMETRYCOLLECTION, std::move(parts));
}

Polyline points_of(const GEOSGeometry* line_or_point) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context(), line_or_point);
    unsigned count = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context(), sequence, &count) == 0) return {};
    Polyline points(count);
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_getXY_r(context(), sequence, i, &points[i].x, &points[i].y);
    }
    return points;
}

MultiPolygon polygons_of(const GEOSGeometry* shape) {
    const int type = GEOSGeomTypeId_r(context(), shape);
    if (GEOSisEmpty_r(context(), shape) == 1) return {};
    if (type == GEOS_POLYGON) return {polygon_of(shape)};
    MultiPolygon all;
    if (type != GEOS_MULTIPOLYGON && type != GEOS_GEOMETRYCOLLECTION) return all;
    const int count = GEOSGetNumGeometries_r(context(), shape);
    for (int i = 0; i < count; ++i) {
        for (auto& polygon : polygons_of(GEOSGetGeometryN_r(context(), shape, i))) all.push_back(std::move(polygon));
    }
    return all;
}

}  // namespace lykta::geos
