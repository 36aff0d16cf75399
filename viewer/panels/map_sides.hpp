// What is drawn where on the map: one picture, or two where something is compared. The labels, the furniture and whoever
// draws the layers use the same division.
#pragma once
#include <vector>

#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

struct MapSideShown {
    MapSide side = MapSide::whole;
    MapView view;  ///< of the whole map under a swipe; of its half where studies stand side by side
    Box clip;      ///< where it may be drawn, pixels of the window
    Pixel origin;  ///< upper left corner of `view`, pixels of the window
};
/// From left to right. \pre state.layout is that of this frame
[[nodiscard]] std::vector<MapSideShown> map_sides(const ViewerState& state);

/// What is pinned over the map: labels keep away from it. Pixels of the window; of the last frame for boxes that grow.
[[nodiscard]] std::vector<Box> furniture_boxes(const ViewerState& state);

}  // namespace lykta::viewer
