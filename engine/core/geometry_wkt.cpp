// Shapes as well-known text (OGC 06-103r4): written by us with the shortest digits that read back equal, read by GEOS.
#include <fmt/format.h>

#include "core/error.hpp"
#include "core/geometry.hpp"
#include "core/geos_bridge.hpp"
#include "core/language.hpp"

namespace lykta {

namespace {

std::string pair_text(Point p) {
    return fmt::format("{} {}", p.x, p.y);
}

std::string list_text(std::span<const Point> points) {
    std::string text = "(";
    for (const Point p : points) text += (text.size() > 1 ? "," : "") + pair_text(p);
    return text + ")";
}

std::string polygon_text(const Polygon& polygon) {
    std::string text = "(" + list_text(polygon.outer);
    for (const auto& hole : polygon.holes) text += "," + list_text(hole);
    return text + ")";
}

/// "NAME one" for a single part, "MULTINAME (one,two)" for more.
template <class Parts, class Text>
std::string parts_text(const std::string& name, const Parts& parts, const Text& text_of) {
    if (parts.empty()) return name + " EMPTY";
    if (parts.size() == 1) return name + " " + text_of(parts.front());
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ",") + text_of(part);
    return "MULTI" + name + " (" + text + ")";
}

struct WktOf {
    std::string operator()(std::monostate) const { return "GEOMETRYCOLLECTION EMPTY"; }
    std::string operator()(Point p) const { return "POINT (" + pair_text(p) + ")"; }
    std::string operator()(const MultiPoint& points) const {
        return points.empty() ? "MULTIPOINT EMPTY" : "MULTIPOINT " + list_text(points);
    }
    std::string operator()(const MultiLine& lines) const {
        return parts_text("LINESTRING", lines.lines, [](const Polyline& line) { return list_text(line); });
    }
    std::string operator()(const MultiPolygon& shape) const { return parts_text("POLYGON", shape, polygon_text); }
};

template <class Take>
void for_each_part(const GEOSGeometry* shape, const Take& take) {
    const int count = GEOSGetNumGeometries_r(geos::context(), shape);
    for (int i = 0; i < count; ++i) take(geos::points_of(GEOSGetGeometryN_r(geos::context(), shape, i)));
}

Geometry geometry_of(const GEOSGeometry* shape, const std::string& wkt) {
    const int kind = GEOSGeomTypeId_r(geos::context(), shape);
    if (GEOSisEmpty_r(geos::context(), shape) == 1) return {};
    if (kind == GEOS_POINT) return geos::points_of(shape).front();
    if (kind == GEOS_POLYGON || kind == GEOS_MULTIPOLYGON) return geos::polygons_of(shape);
    if (kind == GEOS_MULTIPOINT) {
        MultiPoint points;
        for_each_part(shape, [&](const Polyline& part) { points.insert(points.end(), part.begin(), part.end()); });
        return points;
    }
    if (kind == GEOS_LINESTRING || kind == GEOS_MULTILINESTRING || kind == GEOS_LINEARRING) {
        MultiLine lines;
        for_each_part(shape, [&](Polyline part) { lines.lines.push_back(std::move(part)); });
        return lines;
    }
    throw Error(ErrorCode::bad_input, say("{}: a mixed collection of shapes cannot be one feature", wkt.substr(0, 60)));
}

}  // namespace

std::string to_wkt(const Geometry& shape) {
    return std::visit(WktOf{}, shape);
}

Geometry from_wkt(const std::string& wkt) {
    const auto close = [](GEOSWKTReader* reader) { GEOSWKTReader_destroy_r(geos::context(), reader); };
    const std::unique_ptr<GEOSWKTReader, decltype(close)> reader(GEOSWKTReader_create_r(geos::context()), close);
    const geos::Shape shape(GEOSWKTReader_read_r(geos::context(), reader.get(), wkt.c_str()));
    if (!shape) {
        throw Error(ErrorCode::bad_input,
                    say("\"{}\" is not a shape in well-known text ({})", wkt.substr(0, 60), geos::last_error()));
    }
    return geometry_of(shape.get(), wkt);
}

}  // namespace lykta
