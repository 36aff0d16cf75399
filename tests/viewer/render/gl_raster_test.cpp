#include <cmath>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

class GlRaster : public Offscreen {};

/// Four by four cells of 40 m round (0, 0).
MapLayer raster_of(ColourScale::Kind kind, std::vector<float> values) {
    MapLayer layer;
    ColourScale scale{
        .kind = kind, .stops = {1, 10, 100}, .colours = {black, {100, 100, 100, 255}, {200, 200, 200, 255}}};
    Grid<float> grid(GridFrame{{-80, -80}, Meters{40}, 4, 4});
    grid.values = std::move(values);
    layer.values = RasterValues{std::move(grid), scale, scale};
    return layer;
}
std::vector<float> all(float value) {
    return std::vector<float>(16, value);
}

TEST_F(GlRaster, AClassIsColouredByItsLowerEnd) {
    std::vector<float> values = all(1);
    values[0] = 12;
    values[15] = 99;
    values[3] = 110;
    const Picture picture = drawn(shared(raster_of(ColourScale::Kind::classes, values)));
    expect_colour(picture, 40, 160, {100, 100, 100, 255});   // south-west
    expect_colour(picture, 160, 40, {100, 100, 100, 255});   // north-east
    expect_colour(picture, 160, 160, {200, 200, 200, 255});  // south-east
    expect_colour(picture, 100, 100, black);
}

TEST_F(GlRaster, NoDataAndValuesBelowTheScaleShowThePaper) {
    std::vector<float> values = all(5);
    values[0] = std::nanf("");
    values[15] = 0.5F;
    const Picture picture = drawn(shared(raster_of(ColourScale::Kind::classes, values)));
    expect_colour(picture, 40, 160, paper);
    expect_colour(picture, 160, 40, paper);
    expect_colour(picture, 100, 100, black);
    expect_colour(picture, 10, 10, paper);  // outside
}

TEST_F(GlRaster, AContinuousScaleIsSmoothBetweenCells) {
    std::vector<float> values = all(10);
    for (const std::size_t i : {2U, 3U, 6U, 7U, 10U, 11U, 14U, 15U}) values[i] = 100;
    const Picture picture = drawn(shared(raster_of(ColourScale::Kind::log, values)));
    expect_colour(picture, 40, 100, {100, 100, 100, 255});
    expect_colour(picture, 159, 100, {200, 200, 200, 255});
    const int middle = pixel(picture, 100, 100).r;  // log10(55) = 1.74
    EXPECT_NEAR(middle, 174, 3);
}

TEST_F(GlRaster, SmoothingIgnoresCellsWithoutAValue) {
    std::vector<float> values = all(10);
    values[0] = std::nanf("");
    const Picture picture = drawn(shared(raster_of(ColourScale::Kind::linear, values)));
    expect_colour(picture, 40, 160, paper);
    expect_colour(picture, 62, 160, {100, 100, 100, 255});
    expect_colour(picture, 66, 100, {100, 100, 100, 255});
}

TEST_F(GlRaster, OpacityIsAppliedOnce) {
    const LayerPointer layer = shared(raster_of(ColourScale::Kind::linear, all(1)));
    expect_colour(drawn(std::vector<ShownLayer>{{layer, 0.5F}}), 100, 100, {125, 124, 123, 255});
}

TEST_F(GlRaster, AGridLargerThanATileHasNoSeams) {
    MapLayer layer;
    const ColourScale scale{.kind = ColourScale::Kind::linear, .stops = {0, 1}, .colours = {black, red}};
    layer.values = RasterValues{Grid<float>(GridFrame{{-1024, -10}, Meters{1}, 2048, 20}, 1.0F), scale, scale};
    view.metres_per_pixel = 0.1;
    const LayerPointer same = shared(layer);
    const Picture near = drawn(same);
    for (int x = 0; x < 200; ++x) expect_colour(near, x, 100, red);
    view.metres_per_pixel = 20;
    expect_colour(drawn(same), 60, 100, red);
    EXPECT_GE(m_renderer->info().texture_bytes, 2U * 1024 * 20 * 4);
}

TEST_F(GlRaster, AnImageStandsWithItsFirstRowInTheNorth) {
    MapLayer layer;
    layer.image = RasterImage{.box = {-50, -50, 50, 50}, .width = 2, .height = 2};
    for (const Rgba c : {red, green, blue, Rgba{0, 0, 0, 0}})
        layer.image->rgba.insert(layer.image->rgba.end(), {c.r, c.g, c.b, c.a});
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 60, 60, red);
    expect_colour(picture, 140, 60, green);
    expect_colour(picture, 60, 140, blue);
    expect_colour(picture, 140, 140, paper);
}

}  // namespace
}  // namespace lykta::viewer
