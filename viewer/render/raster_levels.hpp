// A grid of any size in levels, each half as fine, cut into tiles a texture can hold: only what is seen at the scale it
// is seen goes to the graphics device. No graphics library.
#pragma once
#include <vector>

#include "core/grid.hpp"

namespace lykta::viewer {

constexpr int tile_cells = 1024;
constexpr float no_value = -3.0e38F;  ///< NaN as a number: drivers may treat NaN as they please

/// One tile with a rim of one cell where the grid goes on, so that smoothing has its neighbours.
struct RasterTile {
    Box box;                    ///< what it covers without the rim, project metres
    int width = 0, height = 0;  ///< cells with the rim
    int rim_left = 0, rim_below = 0;
    int columns = 0, rows = 0;  ///< cells without the rim
    std::vector<float> values;  ///< row 0 southmost
};
struct TileAt {
    int level = 0, column = 0, row = 0;
    auto operator<=>(const TileAt&) const = default;
};

class RasterLevels {
public:
    /// Keeps the levels above the finest; `grid` is read whenever a tile of the finest is made.
    explicit RasterLevels(const Grid<float>& grid);
    /// Tiles that meet the box, at the level whose cells are about a pixel or, at the finest, larger.
    [[nodiscard]] std::vector<TileAt> seen(const Box& box, double metres_per_pixel) const;
    [[nodiscard]] RasterTile tile(const Grid<float>& grid, TileAt at) const;
    [[nodiscard]] int levels() const { return static_cast<int>(m_coarser.size()) + 1; }

private:
    [[nodiscard]] GridFrame frame_of(int level) const {
        return level == 0 ? m_frame : m_coarser[static_cast<std::size_t>(level) - 1].frame;
    }
    GridFrame m_frame;
    std::vector<Grid<float>> m_coarser;
};

/// \correctness  tests/viewer/render/raster_levels_test.cpp: means without NaN, tiles with rims add up to the grid
}  // namespace lykta::viewer
