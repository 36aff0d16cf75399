// Where a street, a place or an area is looked for: a box with what was found beneath it.
#pragma once
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {

/// Down and up choose among the hits, Enter goes there, Escape leaves. `width` in pixels.
void draw_search_box(const ViewerState& state, Commands& commands, float width);

}  // namespace lykta::viewer
