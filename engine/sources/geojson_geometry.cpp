// GeoJSON geometries, RFC 7946 section 3.1.
#include "sources/geojson_geometry.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "core/language.hpp"
#include "sources/rings.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

using Json = nlohmann::ordered_json;

/// Stops the reading of one geometry; never leaves this file.
struct Unusable {
    Reason reason;
    std::string message;
};

[[noreturn]] void unusable(Reason reason, std::string message) {
    throw Unusable{reason, std::move(message)};
}

const Json& list_of(const Json& value) {
    if (!value.is_array()) unusable(Reason::invalid_geometry, say("coordinates are not a list of numbers"));
    return value;
}

Point position(const Json& value) {
    const auto& ordinates = list_of(value);
    if (ordinates.empty()) unusable(Reason::no_geometry, say("empty coordinates"));
    if (ordinates.size() < 2) unusable(Reason::invalid_geometry, say("a position with one ordinate instead of two"));
    if (!ordinates[0].is_number() || !ordinates[1].is_number()) {
        const auto& wrong = ordinates[0].is_number() ? ordinates[1] : ordinates[0];
        unusable(Reason::invalid_geometry, say("a coordinate is not a number: {}", shortened(wrong.dump())));
    }
    const Point p{ordinates[0].get<double>(), ordinates[1].get<double>()};
    if (!(std::abs(p.x) <= largest_coordinate && std::abs(p.y) <= largest_coordinate))
        unusable(Reason::out_of_range, say("coordinates {0}, {1} lie nowhere on earth", p.x, p.y));
    return p;
}

std::vector<Point> positions(const Json& value) {
    std::vector<Point> points;
    points.reserve(list_of(value).size());
    for (const auto& element : value) points.push_back(position(element));
    return points;
}

Polyline line(const Json& value) {
    auto points = positions(value);
    if (points.empty()) unusable(Reason::no_geometry, say("empty coordinates"));
    if (points.size() < 2) unusable(Reason::invalid_geometry, say("a line of one point"));
    return points;
}

/// One polygon; empty outer ring: nothing.
std::optional<Polygon> polygon(const Json& value, ShapeRead& read) {
    std::vector<Ring> rings;
    for (const auto& ring : list_of(value)) rings.push_back(positions(ring));
    auto assembled = assemble_polygon(std::move(rings));
    read.rings_closed += assembled.rings_closed;
    read.holes_dropped += assembled.holes_dropped;
    if (assembled.problem) unusable(*assembled.problem, assembled.message);
    return std::move(assembled.polygon);
}

MultiPolygon polygons(const Json& value, ShapeRead& read) {
    MultiPolygon shape;
    for (const auto& element : list_of(value))
        if (auto one = polygon(element, read)) shape.push_back(std::move(*one));
    return shape;
}

Geometry leaf(const Json& geometry, const std::string& type, ShapeRead& read) {
    const auto found = geometry.find("coordinates");
    if (found == geometry.end() || found->is_null())
        unusable(Reason::no_geometry, say("a geometry without coordinates"));
    const auto& coordinates = *found;
    if (type == "Point") return position(coordinates);
    if (type == "MultiPoint") return MultiPoint{positions(coordinates)};
    if (type == "LineString") return MultiLine{{line(coordinates)}};
    if (type == "MultiLineString") {
        MultiLine lines;
        for (const auto& element : list_of(coordinates)) lines.lines.push_back(line(element));
        return lines;
    }
    if (type == "MultiPolygon") return polygons(coordinates, read);
    if (type != "Polygon") unusable(Reason::invalid_geometry, say("unknown geometry type \"{}\"", shortened(type)));
    MultiPolygon shape;
    if (auto one = polygon(coordinates, read)) shape.push_back(std::move(*one));
    return shape;
}

std::string type_of(const Json& geometry) {
    if (!geometry.is_object()) unusable(Reason::invalid_geometry, say("the geometry is no object"));
    const auto type = geometry.find("type");
    if (type == geometry.end() || !type->is_string())
        unusable(Reason::invalid_geometry, say("a geometry without type"));
    return type->get<std::string>();
}

/// Geometries of a collection however deep it nests, in order, and how deep that was.
struct Unpacked {
    std::vector<const Json*> leaves;
    int depth = 0;
};
Unpacked unpack(const Json& collection) {
    Unpacked unpacked;
    std::vector<std::pair<const Json*, int>> open{{&collection, 1}};
    while (!open.empty()) {
        const auto [current, depth] = open.back();
        open.pop_back();
        unpacked.depth = std::max(unpacked.depth, depth);
        const auto members = current->find("geometries");
        if (members == current->end() || !members->is_array()) continue;
        for (auto member = members->rbegin(); member != members->rend(); ++member) {
            if (type_of(*member) == "GeometryCollection")
                open.emplace_back(&*member, depth + 1);
            else
                unpacked.leaves.insert(unpacked.leaves.begin(), &*member);
        }
    }
    return unpacked;
}

Geometry collection(const Json& geometry, ShapeRead& read) {
    const auto unpacked = unpack(geometry);
    if (unpacked.leaves.empty()) unusable(Reason::no_geometry, say("an empty geometry collection"));
    if (unpacked.depth > 1)
        unusable(Reason::invalid_geometry,
                 say("geometry collections inside each other ({} deep); store the geometry itself", unpacked.depth));
    read.from_collection = true;
    std::vector<Geometry> parts;
    for (const auto* part : unpacked.leaves) parts.push_back(leaf(*part, type_of(*part), read));
    auto joined = join_parts(std::move(parts));
    if (!joined) unusable(Reason::wrong_geometry, say("a collection of different kinds of geometry"));
    return std::move(*joined);
}

}  // namespace

ShapeRead read_shape(const Json& geometry) {
    ShapeRead read;
    try {
        if (geometry.is_null()) unusable(Reason::no_geometry, say("the geometry is null"));
        const auto type = type_of(geometry);
        read.shape = type == "GeometryCollection" ? collection(geometry, read) : leaf(geometry, type, read);
        if (is_empty(read.shape)) unusable(Reason::no_geometry, say("empty coordinates"));
    } catch (const Unusable& why) {
        read.problem = why.reason;
        read.message = why.message;
    }
    return read;
}

}  // namespace lykta::sources
