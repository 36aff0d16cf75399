// The sheet round the map: where title, map, legend, scale, north and notes stand, and how they are drawn. Landscape
// sheets have the legend beside the map, portrait ones below it.
#pragma once
#include <cairo.h>

#include <string>
#include <vector>

#include "viewer/page/legend.hpp"
#include "viewer/page/page.hpp"

namespace lykta::viewer {

/// Page pixels are 1/96 inch on paper.
struct SheetOptions {
    double width = 1122, height = 794;  ///< page pixels
    double margin = 45;
    std::string paper;  ///< "A4": the scale is made round and said; empty: not on paper
    bool night = false;
    double raster_dots = 2;
};

/// A text in lines, set at a size at which it stands in its box.
struct TextBlock {
    std::vector<std::string> lines;
    TextStyle style;
    Pixel corner;
    [[nodiscard]] double height() const { return line_height * style.size * static_cast<double>(lines.size()); }
};
/// Everything settled but not yet drawn. Boxes in page pixels, y down.
struct Sheet {
    Box frame, map, legend, scale;  ///< scale: bar, number and north
    std::vector<TextBlock> texts;   ///< title, subtitle, notes
    std::vector<LegendBlock> blocks;
    LegendLayout legend_layout;
    MapView view;               ///< of the map box
    double scale_number = 0;    ///< 5000 for 1:5 000; 0: not on paper
    std::vector<double> rules;  ///< heights of thin lines across the frame
};
/// \correctness  tests/viewer/page/sheet_test.cpp: on every paper and from 200 to 20,000 pixels no two parts overlap
/// and none leaves the frame
[[nodiscard]] Sheet laid_out(const PageContent& content, const SheetOptions& options);
void draw_sheet(cairo_t* ink, const PageContent& content, const Sheet& sheet, const SheetOptions& options);

/// The next round scale number at or above: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × 10ⁿ.
[[nodiscard]] double round_scale(double number);
constexpr double metres_a_page_pixel = 0.0254 / 96;  ///< on paper at 1:1

}  // namespace lykta::viewer
