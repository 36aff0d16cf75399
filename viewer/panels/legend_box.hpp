// The legend on the map: every class of the layers shown, with its swatch, unit and note.
#pragma once
#include <string>
#include <vector>

#include "viewer/panels/panels.hpp"

namespace lykta::viewer {

/// A row of the legend: how it is painted, and what it says.
struct LegendRow {
    LayerClass group;
    bool is_line = false, is_area = false;
};
struct LegendGroup {
    std::string title, unit, note;
    std::vector<LegendRow> rows;
};
/// Topmost layer first, the ground's layers joined into one block at the end; classes nothing is drawn in left out.
[[nodiscard]] std::vector<LegendGroup> legend_blocks(const std::vector<ShownLayer>& layers, bool night);

void draw_legend_box(const ViewerState& state, Commands& commands);
constexpr const char* legend_window = "##legend";

}  // namespace lykta::viewer
