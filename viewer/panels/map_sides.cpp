// Dividing the map for a comparison.
#include "viewer/panels/map_sides.hpp"

#include <algorithm>

namespace lykta::viewer {

std::vector<MapSideShown> map_sides(const ViewerState& state) {
    const Box& map = state.layout.map;
    if (map.empty()) return {};
    const Pixel corner{map.min_x, map.min_y};
    const MapView whole = resized(state.view, std::max(1.0, map.width()), std::max(1.0, map.height()));
    if (state.compare.mode == CompareMode::swipe) {
        const double split = map.min_x + std::clamp(state.compare.split, 0.0, 1.0) * map.width();
        return {{MapSide::before, whole, {map.min_x, map.min_y, split, map.max_y}, corner},
                {MapSide::after, whole, {split, map.min_y, map.max_x, map.max_y}, corner}};
    }
    if (state.compare.mode == CompareMode::beside && state.compare.other) {
        const double middle = (map.min_x + map.max_x) / 2;
        const MapView half = resized(state.view, std::max(1.0, map.width() / 2), std::max(1.0, map.height()));
        return {{MapSide::whole, half, {map.min_x, map.min_y, middle, map.max_y}, corner},
                {MapSide::other, half, {middle, map.min_y, map.max_x, map.max_y}, {middle, map.min_y}}};
    }
    return {{MapSide::whole, whole, map, corner}};
}

}  // namespace lykta::viewer
