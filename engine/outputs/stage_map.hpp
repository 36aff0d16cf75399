// Maps of single-stage results as one SVG file that stands alone: ground, lines, points, legend, scale, north, source.
#pragma once
#include <string>
#include <vector>

#include "core/grid.hpp"
#include "outputs/report_map.hpp"
#include "outputs/stage_result.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {

/// Lines drawn alike, and what the legend calls them.
struct MapLines {
    std::vector<Polyline> lines;
    std::string label, colour;
    double width_px = 1.5;
};
struct MapPoints {
    std::vector<Point> points;
    std::string label, colour;
    bool cross = false;  ///< else a dot
    double radius_px = 1.2;
};
struct MapAreas {
    std::vector<Ring> rings;
    std::string label, colour;  ///< empty label: not in the legend
};
/// Bottom to top as listed. A ground of lux colours where `lux` is given, else plain.
struct StageMap {
    std::string title, ground_label;
    Box frame;
    const Grid<double>* lux = nullptr;
    std::vector<MapAreas> areas;
    std::vector<MapLines> lines;
    std::vector<MapPoints> points;
    std::string source;  ///< what it was made from
    std::string paper = "#0b1437", ink = "#e8ecf5";
};
[[nodiscard]] std::string map_svg(const StageMap& map);
/// "Source: a.gpkg, b.gpkg. Lykta 0.1.0, EPSG:3006"
[[nodiscard]] std::string source_line(const StageAbout& about);

/// The grid in lux colours as PNG bytes, at most `most_pixels` wide and high (cells averaged, holes left out).
[[nodiscard]] std::string lux_png(const Grid<double>& lux, int most_pixels);

}  // namespace lykta::outputs
