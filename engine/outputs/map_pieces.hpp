// Pieces of an SVG map: lines and shapes cut to the view, numbered markers that do not cover each other, street names,
// a scale bar in round metres and a north arrow.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "outputs/report_map.hpp"

namespace lykta::outputs {

[[nodiscard]] std::string lines_svg(const MapView& view, const std::vector<Polyline>& lines,
                                    std::string_view css_class);
[[nodiscard]] std::string shapes_svg(const MapView& view, const std::vector<Ring>& rings, std::string_view css_class);
[[nodiscard]] std::string markers_svg(const MapView& view, const RunResult& result);
[[nodiscard]] std::string street_names_svg(const MapView& view, const RunResult& result);
[[nodiscard]] std::string scale_and_north_svg(const MapView& view);

/// Window, greens, buildings, paths and streets.
[[nodiscard]] std::string base_svg(const MapView& view, const BaseMap& base);
/// Lamps as circles, those that are out as crosses; `radius` in pixels.
[[nodiscard]] std::string lamps_svg(const MapView& view, const RunResult& result, double radius);
[[nodiscard]] std::string outline_svg(const MapView& view, const MultiPolygon& shape);
/// The plants that hide people on the paths of a place.
[[nodiscard]] std::string hiding_svg(const MapView& view, const RunResult& result, const places::RankedPlace& place);
/// The whole drawing, with a title for those who do not see it.
[[nodiscard]] std::string framed(const MapView& view, std::string_view css_class, std::string_view title,
                                 std::string_view inner);

/// The part of a segment inside a box (Liang–Barsky); false where none is.
[[nodiscard]] bool clip_segment(const Box& box, Point& a, Point& b);

/// Where markers go, first come first: at their point, or on the nearest free ring round it. \pre one radius per point
[[nodiscard]] std::vector<Point> placed_markers(const std::vector<Point>& at, const std::vector<double>& radius);

}  // namespace lykta::outputs
