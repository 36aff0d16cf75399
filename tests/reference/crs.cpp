// Reference topic crs: projections, axis orders, what numbers fit which system.
#include "core/crs.hpp"

#include <fmt/format.h>

#include <cmath>
#include <regex>

#include "reference/reference.hpp"

namespace reference {

namespace {

using namespace lykta;

const std::string degrees = "EPSG:4326";

Point carried(Point p, const std::string& from, const std::string& to) {
    return Projector(Crs::from_text(from), Crs::from_text(to))(p);
}

/// "13 deg 35 min 7.692 s" as degrees.
double degrees_in(const std::string& text) {
    std::smatch part;
    if (!std::regex_search(text, part, std::regex(R"((-?\d+) deg (\d+) min ([\d.]+) s)"))) return std::stod(text);
    return std::stod(part[1]) + std::stod(part[2]) / 60.0 + std::stod(part[3]) / 3600.0;
}

std::string transverse_mercator(double meridian, double scale, double north, double east) {
    return fmt::format("+proj=tmerc +lat_0=0 +lon_0={:.12f} +k={} +x_0={} +y_0={} +ellps=GRS80 +units=m", meridian,
                       scale, east, north);
}

constexpr const char* grs80_degrees = "+proj=longlat +ellps=GRS80";

Json kruger_figures(const Json& input, const Json& params) {
    const std::string grid = transverse_mercator(degrees_in(params.at("central_meridian")), params.at("scale"),
                                                 params.at("false_northing"), params.at("false_easting"));
    const Point p = carried({input.at("lon"), input.at("lat")}, grs80_degrees, grid);
    return {{"N", p.y}, {"E", p.x}};
}

/// "… central meridian 15 deg 48 min 22.624306 s, k 1.00000561024, FN -667.711, FE 1500064.274 …"
std::string direct_grid(const std::string& text) {
    const auto number = [&](const char* word) {
        std::smatch part;
        std::regex_search(text, part, std::regex(std::string(word) + R"( (-?[\d.]+))"));
        return std::stod(part[1]);
    };
    return transverse_mercator(degrees_in(text), number("k"), number("FN"), number("FE"));
}

Json direct_figures(const Json& input, const Json& params) {
    const std::string grid = direct_grid(params.at("direct"));
    Json rows = Json::array();
    for (const auto& point : input.at("points")) {
        const Point place{point.at("lon"), point.at("lat")};
        const Point helmert = carried(place, degrees, "EPSG:3021"), direct = carried(place, grs80_degrees, grid);
        Json row = point;
        row["helmert_E_N"] = pair_json(helmert);
        row["direct_E_N"] = pair_json(direct);
        row["difference_m"] = distance(helmert, direct);
        rows.push_back(row);
    }
    return {{"points", rows}};
}

Json axis_figures(const Json& input, const Json& expected) {
    Json order = Json::array();
    for (const auto& wanted : expected.at("authority_order")) {
        const auto axes = Crs::from_text(wanted.at("crs")).axes();
        order.push_back({{"crs", wanted["crs"]},
                         {"axis_1", {axes.at(0).name, axes.at(0).direction}},
                         {"axis_2", {axes.at(1).name, axes.at(1).direction}}});
    }
    const Point place{input.at("point").at("lon"), input.at("point").at("lat")};
    Json found{{"authority_order", order},
               {"geojson_rfc7946_coordinates", pair_json(carried(place, degrees, "OGC:CRS84"))}};
    for (const auto& [name, wanted] : expected.items()) {
        std::smatch part;
        if (!std::regex_match(name, part, std::regex("(wkt_in_gpkg_gis_order|authority_order)_EPSG_(\\d+)"))) continue;
        const Crs crs = Crs::from_text("EPSG:" + part[2].str());
        const Point p = carried(place, degrees, crs.text());
        const bool north_first = part[1] == "authority_order" && crs.axes().at(0).direction == "north";
        found[name] = pair_json(north_first ? Point{p.y, p.x} : p);
        const auto fit = systems_that_fit({p.y, p.x}, place);
        if (!fit.empty() && fit[0].swapped)
            found["swap_is_detectable"] = "swapped pair recognised as " + fit[0].text + " with x and y exchanged";
    }
    return found;
}

Json back_figures(const Json& input) {
    Json list = Json::array();
    for (const auto& point : input.at("points")) {
        const Point p = carried({point.at("E"), point.at("N")}, point.at("crs"), degrees);
        list.push_back(Json::array({p.y, p.x}));
    }
    return {{"lat_lon", list}};
}

Json control_figures(const Json& input, const Json& params) {
    // SWEREF 99 latitude and longitude are their own geographic system.
    const bool sweref = params.value("from", "").find("SWEREF") != std::string::npos;
    Json list = Json::array();
    for (const auto& pair : input.at("lat_lon")) {
        list.push_back(pair_json(carried({pair.at(1), pair.at(0)}, sweref ? "EPSG:4619" : degrees, params.at("to"))));
    }
    return {{"E_N", list}};
}

Json grid_figures(const Json& input, const Json& params) {
    Json rows = Json::array();
    for (const auto& point : input.at("points")) {
        Json row = point;
        for (const auto& [code, name] : params.at("codes").items()) {
            const Point p = carried({point.at("lon"), point.at("lat")}, degrees, code);
            row[code] = {{"E", p.x}, {"N", p.y}};
        }
        rows.push_back(row);
    }
    return {{"points", rows}};
}

Json trap_figures(const Json& input, const Json& expected) {
    const Point raw = point_of(input.at("RT90_E_N"));
    Json found;
    for (const auto& [name, wanted] : expected.items()) {
        std::smatch part;
        if (!std::regex_match(name, part, std::regex("read_as_EPSG_(\\d+)_gives_lon_lat"))) continue;
        const Crs crs = Crs::from_text("EPSG:" + part[1].str());
        found[name] = pair_json(carried(raw, crs.text(), degrees));
        const auto fit = systems_that_fit(raw);
        if (!fits(crs, raw) && !fit.empty())
            found["must_report"] = "outside " + crs.text() + "; fits " + fit[0].text + " " + fit[0].name;
    }
    return found;
}

double wkt_parameter(const std::string& wkt, const std::string& name) {
    std::smatch part;
    const bool there = std::regex_search(wkt, part, std::regex("PARAMETER\\[\"" + name + "\",(-?[\\d.eE+-]+)"));
    return there ? std::stod(part[1]) : NAN;
}

Json zone_figures(const Json& expected) {
    Json zones = Json::array();
    for (const auto& wanted : expected.at("zones")) {
        const Crs crs = Crs::from_text(fmt::format("EPSG:{}", wanted.at("epsg").get<int>()));
        zones.push_back({{"epsg", wanted["epsg"]},
                         {"name", crs.name()},
                         {"central_meridian_deg", wkt_parameter(crs.wkt(), "Longitude of natural origin")},
                         {"scale", wkt_parameter(crs.wkt(), "Scale factor at natural origin")},
                         {"false_easting", wkt_parameter(crs.wkt(), "False easting")},
                         {"false_northing", wkt_parameter(crs.wkt(), "False northing")}});
    }
    return {{"zones", zones}};
}

}  // namespace

Json crs(const Json& one_case) {
    const Json &input = one_case.at("input"), &params = one_case.at("params"), &expected = one_case.at("expected");
    if (expected.contains("authority_order")) return axis_figures(input, expected);
    if (expected.contains("zones")) return zone_figures(expected);
    if (params.contains("direct")) return direct_figures(input, params);
    if (params.contains("central_meridian")) return kruger_figures(input, params);
    if (params.contains("codes")) return grid_figures(input, params);
    if (input.contains("RT90_E_N")) return trap_figures(input, expected);
    if (input.contains("lat_lon")) return control_figures(input, params);
    if (input.contains("points") && input["points"].at(0).contains("crs")) return back_figures(input);
    return Json::object();
}

}  // namespace reference
