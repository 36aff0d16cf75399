// The report's maps: one base map from the study's own layers, drawn as SVG for paper and for pages without script,
// and as compact numbers for the map one can move. x east, y north, metres.
#pragma once
#include <string>
#include <vector>

#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// What lies under the results: simplified, culled to the frame, held under a number of points.
struct BaseMap {
    Box frame;
    std::vector<Polyline> streets, footpaths;
    std::vector<Ring> buildings, greens, window;
    bool without_buildings = false;  ///< there were too many to keep the page small
    bool without_footpaths = false;
};
struct BaseMapOptions {
    double tolerance_m = 1.0;          ///< Simplification. REQUIRES: > 0. DEFAULT: 1 m, doubled until the points fit
    std::size_t most_points = 120000;  ///< DEFAULT: 120,000, about 1 MB in the page
};
[[nodiscard]] BaseMap base_map(const RunResult& result, const Box& frame, const BaseMapOptions& options = {});

/// Douglas–Peucker, ends kept. \pre tolerance ≥ 0
[[nodiscard]] Polyline simplified(const Polyline& line, double tolerance_m);

/// Where the eye should land: places and hot cells with their surroundings; without them the whole window.
[[nodiscard]] Box interesting_frame(const RunResult& result);

/// A rectangle of the plane on a rectangle of the page.
struct MapView {
    Box world;
    double width = 0, height = 0;                                         ///< pixels
    [[nodiscard]] double scale() const { return width / world.width(); }  ///< pixels per metre
    [[nodiscard]] Point at(Point p) const { return {(p.x - world.min_x) * scale(), (world.max_y - p.y) * scale()}; }
};
/// The view that holds the box, the shape of the page kept.
[[nodiscard]] MapView view_of(const Box& box, double width, double height);

/// The city with every result on it, numbered places, scale bar and north arrow.
[[nodiscard]] std::string city_map_svg(const RunResult& result);
/// One place with its surroundings: light, plants, buildings, street names.
[[nodiscard]] std::string place_map_svg(const RunResult& result, const places::RankedPlace& place);
/// Everything the script needs to draw the map, as JSON without texts of files other than names.
[[nodiscard]] std::string map_json(const RunResult& result);

/// Stretches where, over more than half of the length, somebody who comes is seen nearer than 10 m.
[[nodiscard]] std::vector<Polyline> late_stretches(const RunResult& result);

/// Three steps of a hot cell's z, for colour and legend: 0 under 3, 1 from 3, 2 from 5.
[[nodiscard]] int hot_class(double z);
constexpr const char* hot_colours[] = {"#dcb8d3", "#b873a8", "#7d2f70"};
constexpr const char* below_class_colour = "#e0961c";
constexpr const char* half_class_colour = "#b03a12";
constexpr const char* late_colour = "#3f7fbf";
/// Lamps beyond this many are left out of the moving map, and the legend says so.
constexpr std::size_t most_lamps_on_map = 20000;

}  // namespace lykta::outputs
