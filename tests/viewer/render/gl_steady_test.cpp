// The picture kept from frame to frame: settled it is what is drawn at once, and it settles whatever is done.
#include <cmath>
#include <random>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

/// See-through areas, lines drawn aside, dashes, hatching, symbols and a raster: all that pieces could tear.
std::vector<ShownLayer> busy_map() {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-700, 700), size(5, 60);
    const auto areas = [&](Paint paint) {
        MapLayer layer = layer_of(paint);
        for (int i = 0; i < 150; ++i)
            layer.details[0].areas.push_back(
                {.shape = {{square_ring({place(random), place(random)}, size(random)), {}}}});
        return shared(layer);
    };
    const auto lines = [&](Paint paint) {
        MapLayer layer = layer_of(paint);
        for (int i = 0; i < 120; ++i)
            layer.details[0].lines.push_back(
                {.line = {
                     {place(random), place(random)}, {place(random), place(random)}, {place(random), place(random)}}});
        return shared(layer);
    };
    MapLayer dots =
        layer_of({.fill = {200, 60, 20, 150}, .edge = {255, 255, 255, 200}, .width = 1.5F, .size = 17}, Symbol::lamp);
    for (int i = 0; i < 2000; ++i) dots.details[0].points.push_back({.at = {place(random), place(random)}});
    MapLayer light;
    Grid<float> grid(GridFrame{{-700, -700}, Meters{7}, 200, 200});
    for (std::size_t i = 0; i < grid.values.size(); ++i) grid.values[i] = static_cast<float>(i * 7919 % 1000);
    const ColourScale scale{
        .kind = ColourScale::Kind::linear, .stops = {0, 1000}, .colours = {{20, 30, 60, 255}, {255, 245, 210, 255}}};
    light.values = RasterValues{std::move(grid), scale, scale};
    return {{shared(light), 0.6F},
            {areas({.fill = {40, 120, 60, 100}, .edge = {10, 60, 20, 160}, .width = 3}), 0.7F},
            {areas({.fill = {40, 60, 160, 60}, .edge = {10, 20, 90, 255}, .dash = 6, .hatch = true}), 1},
            {lines({.fill = {90, 20, 20, 120}, .width = 7}), 1},
            {lines({.fill = {255, 255, 255, 255}, .edge = {90, 90, 90, 255}, .width = 4, .casing = 1}), 0.8F},
            {shared(dots), 1}};
}

class GlSteady : public Offscreen {
protected:
    void SetUp() override {
        Offscreen::SetUp();
        if (IsSkipped()) return;
        m_context->resize(width, height);
        m_renderer = make_gl_renderer(Preparing::behind);
        m_direct = make_gl_renderer();
        view.width = width;
        view.height = height;
    }
    Picture at_once(const std::vector<ShownLayer>& layers) {
        std::swap(m_renderer, m_direct);
        const Picture picture = drawn(layers);
        std::swap(m_renderer, m_direct);
        return picture;
    }
    /// \returns frames until it was sharp
    int settle(const std::vector<ShownLayer>& layers) {
        for (int frame = 1; frame < 500; ++frame) {
            drawn(layers);
            if (!m_renderer->info().is_preparing) return frame;
        }
        return -1;
    }
    static constexpr int width = 500, height = 380;
    std::unique_ptr<Renderer> m_direct;
};

TEST_F(GlSteady, SettledItIsThePictureDrawnAtOnce) {
    const auto layers = busy_map();
    for (const double turn : {0.0, 0.4})
        for (const double scale : {0.5, 2.3}) {
            view.turn = turn;
            view.metres_per_pixel = scale;
            EXPECT_GT(settle(layers), 0);
            EXPECT_TRUE(m_renderer->info().is_sharp);
            const Picture steady = drawn(layers), direct = at_once(layers);
            EXPECT_LT(difference(steady, direct, 3), 0.0005) << turn << " " << scale;
            if (turn == 0) write_png(steady, picture_path("steady"));
        }
}

TEST_F(GlSteady, AMapThatBeginsBetweenTwoPixelsIsTheSameToo) {
    const auto layers = busy_map();
    const auto draw_at = [&](Renderer& renderer) {
        renderer.begin_frame(width, height, false);
        MapView part = view;
        part.width = 300;
        part.height = 200;
        renderer.draw_map({.view = part, .layers = layers, .clip = {51, 41, 180, 200}, .origin = {50.5, 40.75}});
        return renderer.read_back();
    };
    for (int frame = 0; frame < 100 && (frame == 0 || m_renderer->info().is_preparing); ++frame) draw_at(*m_renderer);
    EXPECT_LT(difference(draw_at(*m_renderer), draw_at(*m_direct), 3), 0.0005);
}

TEST_F(GlSteady, UnderConstantMotionPicturesAreStillFinished) {
    const auto layers = busy_map();
    ASSERT_GT(settle(layers), 0);
    const Picture first = drawn(layers);
    for (int frame = 0; frame < 60; ++frame) {
        view = turned(dragged(view, 3, 1), 0.004, {250, 190});
        drawn(layers);
    }
    // What is shown is near what the view asks for: the picture was made anew on the way.
    EXPECT_LT(difference(drawn(layers), at_once(layers), 40), 0.35);
    EXPECT_GT(settle(layers), 0);
    EXPECT_LT(difference(drawn(layers), at_once(layers), 3), 0.0005);
}

TEST_F(GlSteady, MovedThePictureLiesWithinAPixelOfOneDrawnThere) {
    MapLayer layer = layer_of({.fill = red, .size = 7}, Symbol::square);
    for (int i = 0; i < 40; ++i)
        layer.details[0].points.push_back({.at = {13.0 * (i % 8) - 50, 17.0 * (i / 8.0) - 40}});
    std::vector<ShownLayer> layers{{shared(layer), 1}};
    ASSERT_GT(settle(layers), 0);
    view = turned(zoomed(dragged(view, 21, -13), 1.3, {100, 80}), 0.5, {250, 190});
    // Another layer, large and not ready yet, holds the new picture back.
    MapLayer large = layer_of({.fill = red, .size = 7}, Symbol::square);
    large.details[0].points.assign(2000000, {.at = {1e6, 1e6}});
    large.details[0].points.insert(large.details[0].points.end(), layer.details[0].points.begin(),
                                   layer.details[0].points.end());
    layers.push_back({shared(large), 1});
    const Picture moved = drawn(layers);
    if (m_renderer->info().is_sharp) GTEST_SKIP() << "it was ready at once";
    for (const PointFeature& point : layer.details[0].points) {
        const Pixel at = view.to_picture(point.at);
        if (at.x < 5 || at.y < 5 || at.x > width - 5 || at.y > height - 5) continue;
        EXPECT_TRUE(is_near(pixel(moved, static_cast<int>(at.x), static_cast<int>(at.y)), red, 60))
            << at.x << "," << at.y;
    }
}

TEST_F(GlSteady, WhatIsAtHandFollowsAtOnce) {
    auto layers = busy_map();
    ASSERT_GT(settle(layers), 0);
    MapLayer lamp = layer_of({.fill = red, .size = 15});
    lamp.id = LayerId::scenario;
    lamp.details[0].points = {{.at = {30, 0}}};
    layers.push_back({shared(lamp), 1});
    expect_colour(drawn(layers), 280, 190, red);
    EXPECT_TRUE(m_renderer->info().is_sharp);
    lamp.details[0].points = {{.at = {-60, 0}}};
    layers.back().layer = shared(lamp);
    expect_colour(drawn(layers), 190, 190, red);
    EXPECT_TRUE(m_renderer->info().is_sharp);
    EXPECT_LT(difference(drawn(layers), at_once(layers), 3), 0.0005);
}

TEST_F(GlSteady, AChangedLayerIsDrawnWhileTheOldPictureStands) {
    auto layers = busy_map();
    ASSERT_GT(settle(layers), 0);
    layers.erase(layers.begin() + 2);
    ASSERT_GT(settle(layers), 0);
    EXPECT_LT(difference(drawn(layers), at_once(layers), 3), 0.0005);
    is_night = true;
    ASSERT_GT(settle(layers), 0);
    EXPECT_LT(difference(drawn(layers), at_once(layers), 3), 0.0005);
}

TEST_F(GlSteady, AtRestALayerStaysOnTheDevice) {
    const auto layers = busy_map();
    ASSERT_GT(settle(layers), 0);
    const RendererInfo before = m_renderer->info();
    for (int frame = 0; frame < 200; ++frame) drawn(layers);
    EXPECT_EQ(m_renderer->info().buffer_bytes, before.buffer_bytes);
    EXPECT_EQ(m_renderer->info().texture_bytes, before.texture_bytes);
    EXPECT_FALSE(m_renderer->info().is_preparing);
}

TEST_F(GlSteady, AMapNoLongerShownLetsItsPicturesGo) {
    const auto layers = busy_map();
    ASSERT_GT(settle(layers), 0);
    const std::size_t one = m_renderer->info().texture_bytes;
    const auto beside = [&](int frames) {
        for (int frame = 0; frame < frames; ++frame) {
            m_renderer->begin_frame(width, height, false);
            for (const int slot : {0, 1})
                m_renderer->draw_map({.view = view, .layers = layers, .clip = {0, 0, 250, height}, .slot = slot});
        }
    };
    beside(60);
    EXPECT_GT(m_renderer->info().texture_bytes, one);
    for (int frame = 0; frame < 40; ++frame) drawn(layers);
    EXPECT_LE(m_renderer->info().texture_bytes, one);
}

}  // namespace
}  // namespace lykta::viewer
