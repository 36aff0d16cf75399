// The legend: what the classes in the frame mean, laid out so that nothing is ever cut.
#pragma once
#include <string>
#include <vector>

#include "viewer/page/draw_map.hpp"
#include "viewer/page/ink.hpp"

namespace lykta::viewer {

struct LegendEntry {
    enum class Mark : std::uint8_t { area, line, symbol, colour };  ///< colour: a class of a raster, no gap between
    Mark mark = Mark::area;
    Paint paint;
    Symbol symbol = Symbol::dot;
    double opacity = 1;
    std::string text;
};
struct LegendBlock {
    std::string title, unit;
    std::vector<LegendEntry> entries;
};
/// One block a layer, the top layer first, the ground's layers in one block at the end. Classes out of the frame are
/// not in it.
[[nodiscard]] std::vector<LegendBlock> legend_of(const std::vector<ShownLayer>& layers,
                                                 const std::vector<SeenLayer>& seen, bool night);

/// How large, and in how many columns. Page pixels.
struct LegendLayout {
    double size = 9;  ///< of the text
    int columns = 1;
    double column_width = 200, height = 0;
};
/// The largest text and fewest columns with which all blocks stand in width × height. Always finds one.
/// \correctness  tests/viewer/page/legend_test.cpp: no block ends below the height, down to 200 classes
[[nodiscard]] LegendLayout fit_legend(const std::vector<LegendBlock>& blocks, double width, double height);
void draw_legend(cairo_t* ink, const std::vector<LegendBlock>& blocks, const LegendLayout& layout, Pixel corner,
                 bool night);

constexpr double legend_gap = 18;  ///< between columns

}  // namespace lykta::viewer
