// The panels of the window: small functions over const state that emit commands and compute nothing heavier than a sort.
// One file a panel. Each draws into the current Dear ImGui frame and needs no graphics library. Those of the left and the
// right draw into the current window: draw_panels hosts them in a scrolling child with tabs. The others open their own.
#pragma once
#include "viewer/state/commands.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// Where the panels go in a window of this size and text scale; the map gets what is left.
[[nodiscard]] WindowLayout layout_of(const ViewerState& state, double width, double height);

/// All of them, where the layout puts them.
void draw_panels(const ViewerState& state, Commands& commands);

// Frames of the window:
void draw_top_bar(const ViewerState& state, Commands& commands);       ///< file, search, tools, night, compare, output, language, text
void draw_status_bar(const ViewerState& state, Commands& commands);    ///< coordinates, scale, jobs, memory
void draw_notices(const ViewerState& state, Commands& commands);
void draw_welcome(const ViewerState& state, Commands& commands);       ///< nothing is open: recent files, how to begin
void draw_help(const ViewerState& state, Commands& commands);          ///< keys and mouse
void draw_about(const ViewerState& state, Commands& commands);
void draw_export(const ViewerState& state, Commands& commands);        ///< page size, file, what is on it
void draw_open_dialog(const ViewerState& state, Commands& commands);   ///< choose a file by walking folders

/// Shows the file dialog from the next frame on; what is chosen becomes Open, OpenBeside or OpenBaseRaster.
enum class Choose : std::uint8_t { study, beside, base_raster };
void begin_open_dialog(Choose what);

// Left: what is there
void draw_places_panel(const ViewerState& state, Commands& commands);  ///< sortable, filterable table
void draw_layers_panel(const ViewerState& state, Commands& commands);
void draw_data_panel(const ViewerState& state, Commands& commands);    ///< set aside, piles, defaults taken

// Right: why, and what to do
void draw_place_panel(const ViewerState& state, Commands& commands);
void draw_measures_panel(const ViewerState& state, Commands& commands);
void draw_what_if_panel(const ViewerState& state, Commands& commands);
void draw_compare_panel(const ViewerState& state, Commands& commands);

// Bottom
void draw_time_panel(const ViewerState& state, Commands& commands);

// On the map
void draw_map_furniture(const ViewerState& state, Commands& commands);  ///< legend, scale bar, north, caveat, swipe handle
void draw_map_labels(const ViewerState& state, Commands& commands);     ///< texts with a halo

}  // namespace lykta::viewer
