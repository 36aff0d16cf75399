// Lengths and areas the user measures on the map, as a layer.
#pragma once
#include <optional>

#include "viewer/map/map_layer.hpp"
#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

/// The sketch with its length at every corner but the first, or its area; `pointer` is a corner not yet set.
/// Null where there is nothing to draw.
[[nodiscard]] LayerPointer sketch_layer(const Sketch& sketch, Tool tool, std::optional<Point> pointer);

}  // namespace lykta::viewer
