// What the frames of the window share: fixed regions of the layout, and dialogs over everything.
#pragma once
#include <string>

#include "viewer/panels/look.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

struct RegionOptions {
    bool is_transparent = false;  ///< over the map
    bool has_border = true;
    float padding = -1;  ///< pixels at 100 %; < 0: the style's
};
/// A window without decoration on a box of the layout. end_region() follows whatever it returns.
bool begin_region(const char* name, const Box& box, const RegionOptions& options = {});
void end_region();

struct DialogOptions {
    const char* name = "";
    std::string title;
    float width = 560, height = 480;  ///< pixels at 100 %; made smaller where the window is
};
/// A box over a dimmed window, scrolled when long. end_dialog() follows. \returns true when the user wants it closed:
/// by its cross, by Escape, or by a click beside it
[[nodiscard]] bool begin_dialog(const ViewerState& state, const DialogOptions& options);
void end_dialog();

/// A button that says what it does, filled with the accent: the one a dialog is there for.
[[nodiscard]] bool main_button(const std::string& label);
[[nodiscard]] float width_of(const std::string& text);
[[nodiscard]] float button_width(const std::string& label);
/// The file's name and, fainter, its folder.
[[nodiscard]] std::string short_path(const std::string& path);

}  // namespace lykta::viewer
