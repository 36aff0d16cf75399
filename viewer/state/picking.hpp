// What lies under a click: the nearest thing that is seen within a finger's breadth, small things before large ones.
#pragma once
#include <optional>
#include <string>

#include "viewer/state/viewer_state.hpp"

namespace lykta::viewer {

struct Picked {
    std::optional<std::size_t> place;
    std::string text;  ///< what it is, one sentence; empty for a place
    Point at;
};
/// Place numbers, lamps, cameras, inspected items and (internal level only) incidents within 8 pixels; then plants,
/// stretches of path and outlines of places. Only layers that are shown.
[[nodiscard]] std::optional<Picked> picked_at(const ViewerState& state, Point at);

/// Records of the town near a point, seen or not: for the tools of the what-if.
[[nodiscard]] std::optional<std::uint32_t> lamp_at(const ViewerState& state, Point at);
[[nodiscard]] std::optional<std::uint32_t> plant_at(const ViewerState& state, Point at);
/// The scenario's own lamp, camera or clearing under the pointer; the window asks before it lets one be dragged.
[[nodiscard]] std::optional<std::uint32_t> scenario_item_at(const ViewerState& state, Point at);

}  // namespace lykta::viewer
