#include <epoxy/gl.h>

#include <array>
#include <cmath>
#include <numbers>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

class GlRenderer : public Offscreen {};

TEST_F(GlRenderer, AnEmptyMapIsPaperByDayAndByNight) {
    expect_colour(drawn(std::vector<ShownLayer>{}), 100, 100, paper);
    is_night = true;
    expect_colour(drawn(std::vector<ShownLayer>{}), 100, 100, background_of(true));
}

TEST_F(GlRenderer, NorthIsUpAndEastIsRight) {
    MapLayer layer = layer_of({.fill = red, .size = 10});
    layer.details[0].points = {{.at = {60, 30}}};
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 160, 70, red);
    expect_colour(picture, 160, 130, paper);
}

TEST_F(GlRenderer, ATurnedMapShowsAPointWhereTheViewSaysItIs) {
    MapLayer layer = layer_of({.fill = red, .size = 10});
    layer.details[0].points = {{.at = {60, 30}}};
    view.turn = std::numbers::pi / 3;
    const Pixel there = view.to_picture({60, 30});
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, static_cast<int>(there.x), static_cast<int>(there.y), red);
    expect_colour(picture, 160, 70, paper);
}

TEST_F(GlRenderer, FarFromZeroAndCloseUpAPointStaysOnItsPixel) {
    MapLayer layer = layer_of({.fill = red, .size = 5});
    layer.details[0].points = {{.at = {674000.123, 6580000.456}}, {.at = {690000, 6590000}}};
    view.centre = {674000.123 - 0.02 * 40, 6580000.456};
    view.metres_per_pixel = 0.02;
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 140, 100, red);
    expect_colour(picture, 136, 100, paper);
    expect_colour(picture, 144, 100, paper);
}

TEST_F(GlRenderer, AHoleInAnAreaShowsWhatIsBeneath) {
    MapLayer layer = layer_of({.fill = blue});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 60), {square_ring({0, 0}, 20)}}}});
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 100, 100, paper);
    expect_colour(picture, 100, 60, blue);
    expect_colour(picture, 30, 30, paper);
}

TEST_F(GlRenderer, AnOutlineIsAsWideAsItsPaintSays) {
    MapLayer layer = layer_of({.fill = blue, .edge = red, .width = 6});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 50), {}}}});
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 47, 100, red);
    expect_colour(picture, 52, 100, red);
    expect_colour(picture, 46, 100, paper);
    expect_colour(picture, 53, 100, blue);
}

TEST_F(GlRenderer, HatchingLeavesFillBetweenItsLines) {
    MapLayer layer = layer_of({.fill = blue, .edge = red, .hatch = true});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 80), {}}}});
    const Picture picture = drawn(shared(layer));
    int lines = 0, fills = 0;
    for (int x = 40; x < 160; ++x) {
        lines += pixel(picture, x, 100).r > 150 ? 1 : 0;
        fills += is_near(pixel(picture, x, 100), blue) ? 1 : 0;
    }
    EXPECT_GE(lines, 9);
    EXPECT_GT(fills, 3 * lines);
}

TEST_F(GlRenderer, HatchingMovesWithTheMap) {
    MapLayer layer = layer_of({.fill = blue, .edge = red, .hatch = true});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 80), {}}}});
    const LayerPointer same = shared(layer);
    const Picture before = drawn(same);
    view = dragged(view, 5, 3);
    const Picture after = drawn(same);
    int apart = 0;
    for (int x = 60; x < 130; ++x) apart += is_near(pixel(before, x, 100), pixel(after, x + 5, 103), 12) ? 0 : 1;
    EXPECT_EQ(apart, 0);
}

TEST_F(GlRenderer, ALineHasItsWidthARoundEndAndACasing) {
    MapLayer layer = layer_of({.fill = red, .edge = black, .width = 10, .casing = 3});
    layer.details[0].lines.push_back({.line = {{-50, 0}, {50, 0}}});
    const Picture picture = drawn(shared(layer));
    for (const int y : {95, 104}) expect_colour(picture, 100, y, red);
    for (const int y : {93, 106}) expect_colour(picture, 100, y, black);
    for (const int y : {91, 108}) expect_colour(picture, 100, y, paper);
    expect_colour(picture, 153, 100, red);
    expect_colour(picture, 159, 100, paper);
    expect_colour(picture, 157, 106, paper);  // round, not square
}

TEST_F(GlRenderer, DashesAndGapsAreEquallyLong) {
    MapLayer layer = layer_of({.fill = red, .width = 4, .dash = 10});
    layer.details[0].lines.push_back({.line = {{-100, 0}, {-33, 0}, {100, 0}}});
    const Picture picture = drawn(shared(layer));
    int dashes = 0, gaps = 0;
    for (int x = 0; x < 200; ++x) {
        dashes += is_near(pixel(picture, x, 100), red) ? 1 : 0;
        gaps += is_near(pixel(picture, x, 100), paper) ? 1 : 0;
    }
    EXPECT_NEAR(dashes, 100, 20);
    EXPECT_NEAR(gaps, 100, 20);
    expect_colour(picture, 5, 100, red);
    expect_colour(picture, 15, 100, paper);
}

TEST_F(GlRenderer, AThinLineIsNotDarkerWhereItsPartsMeetOrCross) {
    MapLayer layer = layer_of({.fill = {200, 30, 30, 128}, .width = 12});
    layer.details[0].lines.push_back({.line = {{-80, 0}, {0, 0}, {80, 0}}});
    layer.details[0].lines.push_back({.line = {{0, -80}, {0, 80}}});
    const Picture picture = drawn(shared(layer));
    const Rgba along = pixel(picture, 60, 100);
    EXPECT_NEAR(along.g, (249 * 127 + 30 * 128) / 255, 2);
    expect_colour(picture, 100, 100, along);
    expect_colour(picture, 103, 97, along);
}

TEST_F(GlRenderer, OpacityIsOfTheWholeLayer) {
    MapLayer layer = layer_of({.fill = black});
    layer.details[0].areas.push_back({.shape = {{square_ring({-20, 0}, 40), {}}}});
    layer.details[0].areas.push_back({.shape = {{square_ring({20, 0}, 40), {}}}});
    const Picture picture = drawn(std::vector<ShownLayer>{{shared(layer), 0.5F}});
    const Rgba half{125, 124, 123, 255};
    expect_colour(picture, 50, 100, half);
    expect_colour(picture, 100, 100, half);
}

TEST_F(GlRenderer, NothingIsDrawnOutsideTheClip) {
    MapLayer layer = layer_of({.fill = red});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 500), {}}}});
    const std::vector<ShownLayer> layers{{shared(layer), 1.0F}};
    m_renderer->begin_frame(200, 200, false);
    m_renderer->draw_map({.view = view, .layers = layers, .clip = {0, 0, 100, 150}, .origin = {}});
    const Picture picture = m_renderer->read_back();
    expect_colour(picture, 99, 149, red);
    expect_colour(picture, 100, 100, paper);
    expect_colour(picture, 50, 150, paper);
}

TEST_F(GlRenderer, AMapMayStandAnywhereOnTheTarget) {
    MapLayer layer = layer_of({.fill = red, .size = 9});
    layer.details[0].points = {{.at = {10, 20}}};
    const std::vector<ShownLayer> layers{{shared(layer), 1.0F}};
    view = resized(view, 80, 60);
    m_renderer->begin_frame(200, 200, false);
    m_renderer->draw_map({.view = view, .layers = layers, .clip = {110, 40, 80, 60}, .origin = {110, 40}});
    const Pixel there = view.to_picture({10, 20});
    expect_colour(m_renderer->read_back(), 110 + static_cast<int>(there.x), 40 + static_cast<int>(there.y), red);
}

TEST_F(GlRenderer, ByNightTheNightsPaintIsUsedAndNothingIsSentAnew) {
    MapLayer layer = layer_of({.fill = red});
    layer.classes[0].night.fill = green;
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 50), {}}}});
    const LayerPointer same = shared(layer);
    expect_colour(drawn(same), 100, 100, red);
    const std::size_t bytes = m_renderer->info().buffer_bytes;
    is_night = true;
    expect_colour(drawn(same), 100, 100, green);
    EXPECT_EQ(m_renderer->info().buffer_bytes, bytes);
}

TEST_F(GlRenderer, TheLevelOfDetailFollowsTheScale) {
    MapLayer layer = layer_of({.fill = red, .size = 20});
    layer.details.resize(2);
    layer.details[0].to_metres_per_pixel = 2;
    layer.details[0].points = {{.at = {50, 0}}};
    layer.details[1].from_metres_per_pixel = 2;
    layer.details[1].points = {{.at = {-50, 0}}};
    const LayerPointer same = shared(layer);
    expect_colour(drawn(same), 150, 100, red);
    expect_colour(drawn(same), 50, 100, paper);
    view.metres_per_pixel = 2;
    expect_colour(drawn(same), 75, 100, red);
    expect_colour(drawn(same), 125, 100, paper);
    EXPECT_EQ(m_renderer->info().features_drawn, 1U);
}

TEST_F(GlRenderer, AnAreaTooSmallForItsShapeIsStillSeen) {
    MapLayer layer = layer_of({.fill = black});
    layer.details[0].areas.push_back({.shape = {{square_ring({0.5, -0.5}, 0.5), {}}}});
    view.metres_per_pixel = 1;
    expect_colour(drawn(shared(layer)), 100, 100, black);
}

TEST_F(GlRenderer, ALayerNobodyHoldsIsLetGo) {
    MapLayer layer = layer_of({.fill = red});
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 50), {}}}});
    drawn(std::vector<ShownLayer>{});
    const std::size_t before = m_renderer->info().buffer_bytes;
    drawn(shared(layer));
    EXPECT_GT(m_renderer->info().buffer_bytes, before);
    for (int frame = 0; frame < 3; ++frame) drawn(std::vector<ShownLayer>{});
    EXPECT_EQ(m_renderer->info().buffer_bytes, before);
}

TEST_F(GlRenderer, CountsWhatItDrew) {
    MapLayer layer = layer_of({.fill = red});
    layer.details[0].points = {{.at = {0, 0}}, {.at = {10, 10}}};
    layer.details[0].lines.push_back({.line = {{-50, 0}, {50, 0}}});
    drawn(shared(layer));
    EXPECT_EQ(m_renderer->info().features_drawn, 3U);
    EXPECT_FALSE(m_renderer->info().name.empty());
}

TEST_F(GlRenderer, AThinSeeThroughLineIsEvenAtItsCorners) {
    MapLayer layer = layer_of({.fill = {200, 30, 30, 128}, .width = 2});
    layer.details[0].lines.push_back({.line = {{-80, 0}, {-20.5, 0}, {20, 0}, {80, 0}}});
    const Picture picture = drawn(shared(layer));
    for (int x = 30; x < 170; ++x) expect_colour(picture, x, 100, pixel(picture, 40, 100));
}

TEST_F(GlRenderer, AfarALineKeepsItsShapeWithFewerCorners) {
    MapLayer layer = layer_of({.fill = red, .width = 4});
    Polyline line;
    for (int i = 0; i <= 400; ++i) line.push_back({20.0 * i - 4000, i < 200 ? 0.0 : 15.0 * (i - 200)});
    layer.details[0].lines.push_back({.line = line});
    view.metres_per_pixel = 40;
    const Picture picture = drawn(shared(layer));
    expect_colour(picture, 50, 100, red);
    expect_colour(picture, 150, 62, red);
}

TEST_F(GlRenderer, ALargeLayerPreparedBehindAppearsWhenItIsReady) {
    m_renderer = make_gl_renderer(Preparing::behind);
    MapLayer layer = layer_of({.fill = red, .size = 8});
    layer.details[0].points.assign(60000, {.at = {0, 0}});
    const LayerPointer large = shared(layer);
    drawn(large);
    for (int frame = 0; frame < 10000 && m_renderer->info().is_preparing; ++frame) drawn(large);
    EXPECT_FALSE(m_renderer->info().is_preparing);
    expect_colour(drawn(large), 100, 100, red);
}

TEST_F(GlRenderer, WhatElseIsDrawnFindsItsStateAsItLeftIt) {
    glEnable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glViewport(1, 2, 3, 4);
    MapLayer layer = layer_of({.fill = {200, 30, 30, 128}, .width = 12});
    layer.details[0].lines.push_back({.line = {{-80, 0}, {80, 0}}});
    drawn(shared(layer));
    std::array<GLint, 4> viewport{};
    glGetIntegerv(GL_VIEWPORT, viewport.data());
    EXPECT_EQ(viewport, (std::array<GLint, 4>{1, 2, 3, 4}));
    EXPECT_TRUE(glIsEnabled(GL_DEPTH_TEST));
    EXPECT_FALSE(glIsEnabled(GL_BLEND));
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
}

}  // namespace
}  // namespace lykta::viewer
