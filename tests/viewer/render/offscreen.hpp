// What the renderer's tests share: a small map drawn without a window, and looks at its pixels.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "viewer/render/background.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

inline Rgba pixel(const Picture& picture, int x, int y) {
    const std::size_t at =
        4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x));
    return {picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2], picture.rgba[at + 3]};
}
inline std::string text(Rgba c) {
    return std::to_string(c.r) + "," + std::to_string(c.g) + "," + std::to_string(c.b) + "," + std::to_string(c.a);
}
inline bool is_near(Rgba a, Rgba b, int tolerance = 2) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance && std::abs(a.b - b.b) <= tolerance;
}

inline void expect_colour(const Picture& picture, int x, int y, Rgba colour) {
    EXPECT_TRUE(is_near(pixel(picture, x, y), colour))
        << "at " << x << "," << y << ": " << text(pixel(picture, x, y)) << " is not " << text(colour);
}

constexpr Rgba paper = background_of(false), red{200, 30, 30, 255}, blue{30, 60, 200, 255}, green{20, 140, 60, 255},
               black{0, 0, 0, 255};

inline Ring ring(std::vector<Point> corners) {
    corners.push_back(corners.front());
    return corners;
}
inline Ring square_ring(Point middle, double half) {
    return ring({{middle.x - half, middle.y - half},
                 {middle.x + half, middle.y - half},
                 {middle.x + half, middle.y + half},
                 {middle.x - half, middle.y + half}});
}
/// A layer with one class and one level of detail.
inline MapLayer layer_of(const Paint& paint, Symbol symbol = Symbol::dot) {
    MapLayer layer;
    layer.classes.push_back({"", paint, paint, symbol});
    layer.details.emplace_back();
    return layer;
}
inline LayerPointer shared(MapLayer layer) {
    return std::make_shared<const MapLayer>(std::move(layer));
}

/// The pictures a person may look at after a run.
inline std::string picture_path(const std::string& name) {
    const auto folder = std::filesystem::path(LYKTA_BUILD) / "pictures" / "render";
    std::filesystem::create_directories(folder);
    return (folder / (name + ".png")).string();
}

/// A target of 200 × 200 pixels round (0, 0), one metre a pixel.
class Offscreen : public ::testing::Test {
protected:
    void SetUp() override {
        try {
            m_context.emplace(200, 200);
        } catch (const Error& missing) {
            GTEST_SKIP() << "no EGL here: " << missing.what();
        }
        m_renderer = make_gl_renderer();
        view = {.centre = {0, 0}, .metres_per_pixel = 1, .turn = 0, .width = 200, .height = 200};
    }
    /// A frame with these layers, bottom to top.
    Picture drawn(const std::vector<ShownLayer>& layers) {
        const int width = static_cast<int>(view.width), height = static_cast<int>(view.height);
        m_renderer->begin_frame(width, height, is_night);
        m_renderer->draw_map(
            {.view = view, .layers = layers, .clip = {0, 0, width, height}, .origin = {}, .night = is_night});
        return m_renderer->read_back();
    }
    Picture drawn(const LayerPointer& layer) { return drawn(std::vector<ShownLayer>{{layer, 1.0F}}); }

    MapView view;
    bool is_night = false;
    std::optional<OffscreenContext> m_context;
    std::unique_ptr<Renderer> m_renderer;
};

}  // namespace lykta::viewer
