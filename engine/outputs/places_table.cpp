// places.csv for spreadsheets and places.geojson for web maps.
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "outputs/place_columns.hpp"
#include "outputs/privacy.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using Json = nlohmann::ordered_json;

std::string csv_text(const PlaceColumn& column, const Cell& cell, const RunResult& result, double incidents) {
    if (const auto* text = std::get_if<std::string>(&cell)) return csv_field(*text, ';');
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return fmt::format("{}", *whole);
    if (const auto* real = std::get_if<double>(&cell)) return csv_number(*real, column.decimals, result.language);
    return column.name == "incidents" && is_hidden(result, incidents) ? count_text(result, incidents) : "";
}

Json json_value(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) return *whole;
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    return nullptr;
}

/// RFC 7946 asks for WGS 84 and no more digits than mean something: seven are a centimetre.
Json position(Point p) {
    return Json::array({with_decimals(p.x, 7), with_decimals(p.y, 7)});
}

double signed_area(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) sum += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    return sum / 2;
}

/// Outer rings anticlockwise, holes clockwise, as RFC 7946 asks.
Json ring_json(Ring ring, const Projector& to_degrees, bool outer) {
    if ((signed_area(ring) > 0) != outer) std::reverse(ring.begin(), ring.end());
    Json coordinates = Json::array();
    for (const Point& p : ring) coordinates.push_back(position(to_degrees(p)));
    return coordinates;
}

Json shape_json(const MultiPolygon& shape, const Projector& to_degrees) {
    Json polygons = Json::array();
    for (const Polygon& polygon : shape) {
        Json rings = Json::array({ring_json(polygon.outer, to_degrees, true)});
        for (const Ring& hole : polygon.holes) rings.push_back(ring_json(hole, to_degrees, false));
        polygons.push_back(std::move(rings));
    }
    return {{"type", "MultiPolygon"}, {"coordinates", std::move(polygons)}};
}

}  // namespace

void write_places_csv(const RunResult& result, const std::filesystem::path& path) {
    const auto columns = place_columns();
    std::string out = "\xEF\xBB\xBF";  // the mark by which a Swedish Excel knows UTF-8
    for (std::size_t i = 0; i < columns.size(); ++i) out += (i ? ";" : "") + csv_field(columns[i].header(), ';');
    out += "\r\n";
    for (const auto& place : result.places) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            out +=
                (i ? ";" : "") + csv_text(columns[i], columns[i].value(result, place), result, place.facts.incidents);
        out += "\r\n";
    }
    write_file_whole(path, out);
}

void write_places_geojson(const RunResult& result, const std::filesystem::path& path) {
    const Projector to_degrees(result.crs, Crs::from_text("OGC:CRS84"));
    const auto columns = place_columns();
    Json collection = {{"type", "FeatureCollection"}, {"features", Json::array()}};
    for (const auto& place : result.places) {
        Json properties;
        for (const auto& column : columns) properties[column.name] = json_value(column.value(result, place));
        collection["features"].push_back({{"type", "Feature"},
                                          {"id", properties["id"]},
                                          {"geometry", shape_json(place.place.shape, to_degrees)},
                                          {"properties", std::move(properties)}});
    }
    write_file_whole(path, collection.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace lykta::outputs
