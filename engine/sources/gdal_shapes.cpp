// Geometry conversion at GDAL's door.
#include "sources/gdal_shapes.hpp"

#include <ogr_geometry.h>

#include <cmath>
#include <memory>

#include "core/language.hpp"
#include "sources/geojson_geometry.hpp"
#include "sources/rings.hpp"

namespace lykta::sources {

namespace {

GdalShape problem(Reason reason, std::string message) {
    GdalShape shape;
    shape.problem = reason;
    shape.message = std::move(message);
    return shape;
}

Polyline points_of(const OGRSimpleCurve& curve) {
    Polyline points;
    points.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) points.push_back({curve.getX(i), curve.getY(i)});
    return points;
}

bool in_range(double v) {
    return std::abs(v) <= largest_coordinate;
}  // false for NaN

void add_polygon(const OGRPolygon& from, GdalShape& to, std::vector<Geometry>& parts) {
    std::vector<Ring> rings;
    for (const auto* ring : from) rings.push_back(points_of(*ring));
    auto assembled = assemble_polygon(std::move(rings));
    to.rings_closed += assembled.rings_closed;
    to.holes_dropped += assembled.holes_dropped;
    if (assembled.problem && !to.problem) to.problem = assembled.problem, to.message = assembled.message;
    if (assembled.polygon) parts.emplace_back(MultiPolygon{std::move(*assembled.polygon)});
}

/// Appends the simple geometries of `geometry`, at any depth, without recursion.
void add_parts(const OGRGeometry& geometry, GdalShape& to, std::vector<Geometry>& parts) {
    std::vector<const OGRGeometry*> open{&geometry};
    while (!open.empty()) {
        const auto* current = open.back();
        open.pop_back();
        switch (wkbFlatten(current->getGeometryType())) {
            case wkbPoint: {
                const auto* point = current->toPoint();
                if (!point->IsEmpty()) parts.emplace_back(Point{point->getX(), point->getY()});
                break;
            }
            case wkbLineString: {
                auto line = points_of(*current->toLineString());
                if (line.size() > 1) parts.emplace_back(MultiLine{{std::move(line)}});
                break;
            }
            case wkbPolygon:
            case wkbTriangle:
                add_polygon(*current->toPolygon(), to, parts);
                break;
            default: {
                if (const auto* collection = dynamic_cast<const OGRGeometryCollection*>(current)) {
                    for (int i = collection->getNumGeometries() - 1; i >= 0; --i)
                        open.push_back(collection->getGeometryRef(i));
                } else if (const auto* surface = dynamic_cast<const OGRPolyhedralSurface*>(current)) {
                    for (int i = surface->getNumGeometries() - 1; i >= 0; --i)
                        open.push_back(surface->getGeometryRef(i));
                } else if (!to.problem) {
                    to.problem = Reason::invalid_geometry;
                    to.message = say("a geometry of unknown kind ({})", current->getGeometryName());
                }
            }
        }
    }
}

}  // namespace

GdalShape shape_of(const OGRGeometry* geometry) {
    if (geometry == nullptr) return problem(Reason::no_geometry, say("the geometry is empty (NULL)"));
    if (geometry->IsEmpty()) return problem(Reason::no_geometry, say("the geometry is empty"));
    const std::unique_ptr<OGRGeometry> straight{geometry->hasCurveGeometry(TRUE) != 0 ? geometry->getLinearGeometry()
                                                                                      : nullptr};
    const auto& plain = straight ? *straight : *geometry;
    OGREnvelope box;
    plain.getEnvelope(&box);
    if (!in_range(box.MinX) || !in_range(box.MinY) || !in_range(box.MaxX) || !in_range(box.MaxY))
        return problem(Reason::out_of_range, say("coordinates lie nowhere on earth"));
    GdalShape result;
    std::vector<Geometry> parts;
    add_parts(plain, result, parts);
    if (result.problem) return result;
    const auto kind = wkbFlatten(plain.getGeometryType());
    result.from_collection = kind == wkbGeometryCollection;
    const auto multi_point = kind == wkbMultiPoint;
    auto joined = join_parts(std::move(parts));
    if (!joined) return problem(Reason::wrong_geometry, say("a collection of different kinds of geometry"));
    result.shape = std::move(*joined);
    if (multi_point && std::holds_alternative<Point>(result.shape))
        result.shape = MultiPoint{std::get<Point>(result.shape)};  // the layer says what it makes of it
    if (is_empty(result.shape)) return problem(Reason::no_geometry, say("the geometry is empty"));
    return result;
}

}  // namespace lykta::sources
