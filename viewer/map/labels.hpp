// Which texts may stand on the map: none over another, none cut by the edge, the same ones while the map is moved.
#pragma once
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "viewer/map/map_layer.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

/// A text's size in pixels, as whoever draws it will draw it.
struct TextSize {
    double width = 0, height = 0;
};
using MeasureText = std::function<TextSize(std::string_view text, LabelKind kind)>;

struct PlacedLabel {
    const MapLabel* label = nullptr;
    Pixel centre;
    double turn = 0;  ///< radians anticlockwise in the picture, within ±90°
    TextSize size;
};
/// Greedy by priority, ties by text and position, on turned boxes; a street's name is repeated at most every 400
/// pixels. `taken` are boxes in the picture where nothing may stand (legend, scale bar). \pre labels outlive the result
/// \correctness  no two boxes overlap (brute-force twin on random labels); panning by whole pixels moves every kept
/// label by as many; the order of the input does not matter
[[nodiscard]] std::vector<PlacedLabel> placed_labels(const MapView& view, std::span<const MapLabel* const> labels,
                                                     const MeasureText& measure, std::span<const Box> taken = {});
/// The labels of the levels of detail drawn at this view.
[[nodiscard]] std::vector<const MapLabel*> labels_of(const MapView& view, std::span<const ShownLayer> layers);

}  // namespace lykta::viewer
