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

/// The part of a segment inside a box (Liang–Barsky); false where none is.
[[nodiscard]] bool clip_segment(const Box& box, Point& a, Point& b);

/// Where markers go, first come first: at their point, or on the nearest free ring round it. \pre one radius per point
[[nodiscard]] std::vector<Point> placed_markers(const std::vector<Point>& at, const std::vector<double>& radius);

}  // namespace lykta::outputs
