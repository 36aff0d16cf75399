#include "viewer/render/raster_levels.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lykta::viewer {
namespace {

Grid<float> counted(int columns, int rows) {
    Grid<float> grid(GridFrame{{1000, 2000}, Meters{10}, columns, rows});
    for (std::size_t i = 0; i < grid.values.size(); ++i) grid.values[i] = static_cast<float>(i);
    return grid;
}

TEST(RasterLevels, ASmallGridIsOneTileWithoutARim) {
    const Grid<float> grid = counted(4, 3);
    const RasterLevels levels(grid);
    EXPECT_EQ(levels.levels(), 1);
    const RasterTile tile = levels.tile(grid, {0, 0, 0});
    EXPECT_EQ(tile.values, grid.values);
    EXPECT_DOUBLE_EQ(tile.box.max_x, 1040);
    EXPECT_DOUBLE_EQ(tile.box.max_y, 2030);
}

TEST(RasterLevels, ALargeGridIsHalvedUntilItFitsATile) {
    const Grid<float> grid = counted(3000, 10);
    const RasterLevels levels(grid);
    EXPECT_EQ(levels.levels(), 3);
    EXPECT_EQ(levels.tile(grid, {2, 0, 0}).columns, 750);
    EXPECT_DOUBLE_EQ(levels.tile(grid, {2, 0, 0}).box.max_x, 1000 + 750 * 40);
}

TEST(RasterLevels, TilesCoverTheGridAndKnowTheirNeighbours) {
    const Grid<float> grid = counted(3000, 10);
    const RasterLevels levels(grid);
    const auto tiles = levels.seen({0, 0, 1e9, 1e9}, 10);
    ASSERT_EQ(tiles.size(), 3U);
    const RasterTile middle = levels.tile(grid, tiles[1]);
    EXPECT_EQ(middle.width, 1026);
    EXPECT_EQ(middle.rim_left, 1);
    EXPECT_FLOAT_EQ(middle.values[0], 1023);
    EXPECT_FLOAT_EQ(middle.values[1025], 2048);
    EXPECT_EQ(levels.tile(grid, tiles[2]).width, 3000 - 2048 + 1);
}

TEST(RasterLevels, OnlyTilesInViewAreAskedForAtTheScaleOfThePixels) {
    const Grid<float> grid = counted(3000, 10);
    const RasterLevels levels(grid);
    EXPECT_EQ(levels.seen({1000, 2000, 1100, 2100}, 1).size(), 1U);
    EXPECT_EQ(levels.seen({1000, 2000, 1100, 2100}, 45)[0].level, 2);
    EXPECT_TRUE(levels.seen({0, 0, 900, 900}, 1).empty());
}

TEST(RasterLevels, ACoarseCellIsTheMeanOfTheValuesThereAre) {
    Grid<float> grid = counted(1026, 2);
    grid.values[0] = std::nanf("");
    for (const std::size_t cell : {2U, 3U, 1028U, 1029U}) grid.values[cell] = std::nanf("");
    const RasterTile tile = RasterLevels(grid).tile(grid, {1, 0, 0});
    EXPECT_FLOAT_EQ(tile.values[0], (1 + 1026 + 1027) / 3.0F);
    EXPECT_FLOAT_EQ(tile.values[1], no_value);
}

}  // namespace
}  // namespace lykta::viewer
