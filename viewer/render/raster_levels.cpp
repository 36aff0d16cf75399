#include "viewer/render/raster_levels.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"

namespace lykta::viewer {

namespace {

/// Four cells' mean; cells without a value do not count.
float mean_of_four(const Grid<float>& fine, int column, int row) {
    float sum = 0;
    int count = 0;
    for (int r = 2 * row; r < std::min(2 * row + 2, fine.frame.rows); ++r)
        for (int c = 2 * column; c < std::min(2 * column + 2, fine.frame.columns); ++c)
            if (const float value = fine.at(c, r); !std::isnan(value)) {
                sum += value;
                ++count;
            }
    return count > 0 ? sum / static_cast<float>(count) : std::nanf("");
}

Grid<float> half_as_fine(const Grid<float>& fine) {
    GridFrame frame = fine.frame;
    frame.cell_size.value *= 2;
    frame.columns = (fine.frame.columns + 1) / 2;
    frame.rows = (fine.frame.rows + 1) / 2;
    Grid<float> coarse(frame);
    parallel_blocks(static_cast<std::size_t>(frame.rows), 64, [&](std::size_t first, std::size_t last) {
        for (int row = static_cast<int>(first); row < static_cast<int>(last); ++row)
            for (int column = 0; column < frame.columns; ++column)
                coarse.at(column, row) = mean_of_four(fine, column, row);
    });
    return coarse;
}

int tile_index(double metres, double tile_m, int tiles) {
    return static_cast<int>(std::clamp(std::floor(metres / tile_m), 0.0, static_cast<double>(tiles - 1)));
}

}  // namespace

RasterLevels::RasterLevels(const Grid<float>& grid) : m_frame(grid.frame) {
    const Grid<float>* finest = &grid;
    while (std::max(finest->frame.columns, finest->frame.rows) > tile_cells) {
        m_coarser.push_back(half_as_fine(*finest));
        finest = &m_coarser.back();
    }
}

std::vector<TileAt> RasterLevels::seen(const Box& box, double metres_per_pixel) const {
    int level = 0;
    while (level + 1 < levels() && frame_of(level + 1).cell_size.value <= metres_per_pixel) ++level;
    const GridFrame frame = frame_of(level);
    const double cell = frame.cell_size.value, tile_m = tile_cells * cell;
    if (frame.size() == 0 || box.max_x < frame.origin.x || box.max_y < frame.origin.y ||
        box.min_x > frame.origin.x + frame.columns * cell || box.min_y > frame.origin.y + frame.rows * cell)
        return {};
    const int across = (frame.columns + tile_cells - 1) / tile_cells, up = (frame.rows + tile_cells - 1) / tile_cells;
    std::vector<TileAt> tiles;
    for (int row = tile_index(box.min_y - frame.origin.y, tile_m, up);
         row <= tile_index(box.max_y - frame.origin.y, tile_m, up); ++row)
        for (int column = tile_index(box.min_x - frame.origin.x, tile_m, across);
             column <= tile_index(box.max_x - frame.origin.x, tile_m, across); ++column)
            tiles.push_back({level, column, row});
    return tiles;
}

RasterTile RasterLevels::tile(const Grid<float>& grid, TileAt at) const {
    const Grid<float>& from = at.level == 0 ? grid : m_coarser[static_cast<std::size_t>(at.level) - 1];
    const GridFrame& frame = from.frame;
    const int left = at.column * tile_cells, bottom = at.row * tile_cells;
    const int right = std::min(left + tile_cells, frame.columns), top = std::min(bottom + tile_cells, frame.rows);
    RasterTile tile{.rim_left = left > 0 ? 1 : 0, .rim_below = bottom > 0 ? 1 : 0};
    tile.columns = right - left;
    tile.rows = top - bottom;
    tile.width = tile.columns + tile.rim_left + (right < frame.columns ? 1 : 0);
    tile.height = tile.rows + tile.rim_below + (top < frame.rows ? 1 : 0);
    const double cell = frame.cell_size.value;
    tile.box = {frame.origin.x + left * cell, frame.origin.y + bottom * cell, frame.origin.x + right * cell,
                frame.origin.y + top * cell};
    tile.values.reserve(static_cast<std::size_t>(tile.width) * static_cast<std::size_t>(tile.height));
    for (int row = bottom - tile.rim_below; row < bottom - tile.rim_below + tile.height; ++row)
        for (int column = left - tile.rim_left; column < left - tile.rim_left + tile.width; ++column) {
            const float value = from.at(column, row);
            tile.values.push_back(std::isfinite(value) ? value : no_value);
        }
    return tile;
}

}  // namespace lykta::viewer
