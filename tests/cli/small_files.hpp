// Small files of the single-stage tests, in SWEREF 99 TM round one corner.
#pragma once
#include <fmt/format.h>

#include <string>
#include <vector>

namespace lykta::by_command {

constexpr double corner_e = 540000.0, corner_n = 6480000.0;

/// GeoJSON of features given as (geometry, properties), both JSON without their braces' coordinates moved.
inline std::string geojson(const std::vector<std::string>& features) {
    std::string text =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},)"
        "\"features\":[";
    for (std::size_t i = 0; i < features.size(); ++i) text += (i == 0 ? "" : ",\n") + features[i];
    return text + "]}";
}

inline std::string pair(double east, double north) {
    return fmt::format("[{:.2f},{:.2f}]", corner_e + east, corner_n + north);
}

/// A straight line from one point to another, metres from the corner.
struct Ends {
    double x1, y1, x2, y2;
};
inline std::string line(const Ends& ends, const std::string& properties) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"LineString","coordinates":[{},{}]}}}})",
        properties, pair(ends.x1, ends.y1), pair(ends.x2, ends.y2));
}

/// An upright rectangle between two corners.
inline std::string rectangle(const Ends& e, const std::string& properties) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{{}}},"geometry":{{"type":"Polygon","coordinates":[[{},{},{},{},{}]]}}}})",
        properties, pair(e.x1, e.y1), pair(e.x2, e.y1), pair(e.x2, e.y2), pair(e.x1, e.y2), pair(e.x1, e.y1));
}

}  // namespace lykta::by_command
