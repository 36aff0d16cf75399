// Reference topic geometry: containment, areas, repair, overlay, distances on plane and ellipsoid, spread.
#include "core/geometry.hpp"

#include <algorithm>
#include <cmath>

#include "core/crs.hpp"
#include "reference/reference.hpp"
#include "statistics/point_spread.hpp"

namespace reference {

namespace {

using namespace lykta;

MultiPolygon polygons_in(const std::string& wkt) {
    return std::get<MultiPolygon>(from_wkt(wkt));
}

Json buffer_figures(const Json& input, const Json& params, const Json& expected) {
    const double by = params.at("distance");
    Json found;
    for (const auto& [name, wanted] : expected.items()) {
        const Geometry shape = from_wkt(input.at(name));
        const auto area_with = [&](int segments) { return area(buffer_of(shape, by, segments)); };
        found[name] = {{"distance", by},
                       {"area_8_segments_per_quadrant", area_with(8)},
                       {"area_32", area_with(32)},
                       {"area_256", area_with(256)},
                       {"area_true", area_with(256)}};
    }
    return found;
}

/// Corners of the hull in the order of their coordinates: where a hull starts and which way it runs is convention.
Json sorted_corners(Ring ring) {
    std::sort(ring.begin(), ring.end());
    Json corners = Json::array();
    for (const Point p : ring) corners.push_back(pair_json(p));
    return corners;
}

Json spread_figures(const Json& input) {
    const auto points = points_of(input.at("points"));
    const auto spread = statistics::point_spread(points);
    const MultiPolygon hull = convex_hull_of(points);
    Ring corners = hull.at(0).outer;
    corners.pop_back();
    Json found{{"mean_centre", pair_json(spread.mean_centre)},
               {"standard_distance", spread.standard_distance_m},
               {"ellipse_major", spread.ellipse_major_m},
               {"ellipse_minor", spread.ellipse_minor_m},
               {"angle_deg", spread.major_axis.value},
               {"hull_area", area(hull)},
               {"hull_vertices", sorted_corners(corners)},
               {"median_centre_L1", pair_json(statistics::median_centre(points))}};
    return found;
}

Ring ring_from_lat_lon(const Json& list) {
    Ring ring;
    for (const auto& pair : list) ring.push_back({pair.at(1), pair.at(0)});
    return ring;
}

Json geodesic_area_figures(const Json& input) {
    const Ring ring = ring_from_lat_lon(input.at("ring_lat_lon"));
    const GeodesicArea on_ellipsoid = geodesic_area(ring);
    Ring projected = ring;
    project_all(projected, Crs::from_text("EPSG:4326"), Crs::from_text("EPSG:3006"));
    const double planar = area(Polygon{projected, {}});
    return {{"area_m2", on_ellipsoid.area_m2},
            {"perimeter_m", on_ellipsoid.perimeter_m},
            {"SWEREF99TM_planar_area_m2", planar},
            {"ratio_planar_to_ellipsoidal", planar / on_ellipsoid.area_m2}};
}

double compass(double azimuth) {
    return azimuth < 0.0 ? azimuth + 360.0 : azimuth;
}

Json geodesic_distance_figures(const Json& input, const Json& expected) {
    Json pairs = Json::array();
    for (const auto& wanted : expected.at("pairs")) {
        const auto place = [&](const char* end) {
            const Json& row = input.at("points_name_lat_lon").at(wanted.at(end).get<std::size_t>());
            return Point{row.at(2), row.at(1)};
        };
        const Geodesic g = geodesic(place("from"), place("to"));
        pairs.push_back({{"from", wanted["from"]},
                         {"to", wanted["to"]},
                         {"geodesic_m", g.distance_m},
                         {"azimuth_from_deg", compass(g.azimuth_start_deg)},
                         {"azimuth_at_end_deg", compass(g.azimuth_end_deg)}});
    }
    return {{"pairs", pairs}};
}

Json repair_figures(const Json& input) {
    Json found;
    for (const auto& [name, wkt] : input.items()) {
        const MultiPolygon shape = polygons_in(wkt);
        const Validity verdict = validity(shape);
        found[name] = {{"valid", verdict.valid},
                       {"reason", verdict.reason},
                       {"make_valid_area", area(make_valid(shape))},
                       {"raw_shoelace_area", area(shape)}};
    }
    return found;
}

Json overlay_figures(const Json& input) {
    const MultiPolygon a = polygons_in(input.at("a")), b = polygons_in(input.at("b"));
    const MultiPolygon both = intersection_of(a, b);
    return {{"intersection", area(both)},
            {"union", area(union_of(std::vector<MultiPolygon>{a, b}))},
            {"a_minus_b", area(difference_of(a, b))},
            {"symmetric_difference", area(difference_of(a, b)) + area(difference_of(b, a))},
            {"parts_of_intersection", both.size()}};
}

Json planar_figures(const Json& input) {
    Json found;
    for (const auto& [name, rings] : input.items()) {
        const Polygon polygon = polygon_of(rings);
        double perimeter = length(polygon.outer);
        for (const auto& hole : polygon.holes) perimeter += length(hole);
        found[name] = {{"area", area(polygon)}, {"perimeter", perimeter}, {"centroid", pair_json(centroid({polygon}))}};
    }
    return found;
}

bool on_boundary(const Polygon& polygon, Point p) {
    const auto on = [&](const Ring& ring) { return nearest_on(ring, p).distance == 0.0; };
    return on(polygon.outer) || std::any_of(polygon.holes.begin(), polygon.holes.end(), on);
}

Json containment_figures(const Json& input) {
    const Polygon polygon = polygon_of(input.at("polygon"));
    Json found;
    for (const Point p : points_of(input.at("points"))) {
        const bool covered = contains(polygon, p), edge = on_boundary(polygon, p);
        found["covers"].push_back(covered);
        found["on_boundary"].push_back(edge);
        found["contains"].push_back(covered && !edge);
    }
    return found;
}

/// The engine's rule for points on shared edges: the first area in order counts them.
Json shared_edge_figures(const Json& input) {
    std::vector<Polygon> polygons;
    for (const auto& ring : input.at("polygons")) polygons.push_back(polygon_of({{"exterior", ring}}));
    int counted = 0, outside = 0;
    Json covering = Json::array();
    for (const Point p : points_of(input.at("points"))) {
        const auto holds =
            std::count_if(polygons.begin(), polygons.end(), [&](const Polygon& q) { return contains(q, p); });
        covering.push_back(holds);
        ++(holds > 0 ? counted : outside);
    }
    return {{"sum_over_polygons", counted}, {"outside", outside}, {"polygons_covering_each_point", covering}};
}

Json line_figures(const Json& input) {
    const Polyline line = points_of(input.at("line"));
    Json found;
    for (const Point p : points_of(input.at("points"))) {
        const OnLine nearest = nearest_on(line, p);
        found["distance"].push_back(nearest.distance);
        found["along"].push_back(nearest.along);
    }
    return found;
}

bool is_wkt(const Json& value) {
    return value.is_string() && value.get<std::string>().find('(') != std::string::npos;
}

}  // namespace

Json geometry(const Json& one_case) {
    const Json &input = one_case.at("input"), &params = one_case.at("params"), &expected = one_case.at("expected");
    if (params.contains("distance")) return buffer_figures(input, params, expected);
    if (input.contains("ring_lat_lon")) return geodesic_area_figures(input);
    if (input.contains("points_name_lat_lon")) return geodesic_distance_figures(input, expected);
    if (input.contains("a") && input.contains("b")) return overlay_figures(input);
    if (input.contains("polygons")) return shared_edge_figures(input);
    if (input.contains("polygon")) return containment_figures(input);
    if (input.contains("line")) return line_figures(input);
    if (input.contains("points")) return spread_figures(input);
    if (!input.empty() && is_wkt(input.front())) return repair_figures(input);
    if (!input.empty() && input.front().is_object()) return planar_figures(input);
    return Json::object();
}

}  // namespace reference
