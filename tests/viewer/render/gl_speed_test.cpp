// How long a frame takes with a large city on it: printed, not asserted. Set LYKTA_SPEED=1 for the full size.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <random>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

constexpr double town_m = 10000;

struct Town {
    LayerPointer incidents, lamps, trees, streets, light;
};

std::size_t sized(std::size_t full) {
    return std::getenv("LYKTA_SPEED") != nullptr ? full : full / 100;
}

LayerPointer scattered(std::size_t count, const Paint& paint, Symbol symbol) {
    std::mt19937 random(static_cast<unsigned>(count));
    std::normal_distribution<double> place(0, town_m / 5);
    MapLayer layer = layer_of(paint, symbol);
    for (std::size_t i = 0; i < count; ++i) layer.details[0].points.push_back({.at = {place(random), place(random)}});
    return shared(layer);
}

LayerPointer trees(std::size_t count) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-town_m / 2, town_m / 2), radius(2, 9);
    MapLayer layer = layer_of({.fill = {90, 150, 90, 140}, .edge = {50, 110, 60, 255}, .width = 1});
    for (std::size_t i = 0; i < count; ++i) {
        Ring crown;
        const Point middle{place(random), place(random)};
        const double r = radius(random);
        for (int k = 0; k < 14; ++k) {
            const double angle = 2 * std::numbers::pi * k / 14, d = r * (k % 2 == 0 ? 1 : 0.8);
            crown.push_back({middle.x + d * std::cos(angle), middle.y + d * std::sin(angle)});
        }
        layer.details[0].areas.push_back({.shape = {{ring(crown), {}}}});
    }
    return shared(layer);
}

LayerPointer streets(std::size_t count) {
    std::mt19937 random(4);
    std::uniform_real_distribution<double> place(-town_m / 2, town_m / 2), turn(0, 2 * std::numbers::pi);
    MapLayer layer = layer_of({.fill = {255, 255, 255, 255}, .edge = {190, 180, 165, 255}, .width = 3, .casing = 1});
    for (std::size_t i = 0; i < count; ++i) {
        Polyline line{{place(random), place(random)}};
        const double heading = turn(random);
        for (int k = 1; k < 6; ++k)
            line.push_back(
                {line.back().x + 25 * std::cos(heading + 0.2 * k), line.back().y + 25 * std::sin(heading + 0.2 * k)});
        layer.details[0].lines.push_back({.line = line});
    }
    return shared(layer);
}

LayerPointer light(int cells) {
    MapLayer layer;
    Grid<float> grid(GridFrame{{-town_m / 2, -town_m / 2}, Meters{town_m / cells}, cells, cells});
    for (std::size_t i = 0; i < grid.values.size(); ++i)
        grid.values[i] = 0.05F + static_cast<float>(i * 7919 % 1000) / 50;
    const ColourScale scale{
        .kind = ColourScale::Kind::log, .stops = {0.1, 20}, .colours = {{20, 30, 60, 255}, {255, 245, 210, 255}}};
    layer.values = RasterValues{std::move(grid), scale, scale};
    return shared(layer);
}

Town town() {
    return {.incidents = scattered(sized(1000000), {.fill = {120, 40, 130, 255}, .size = 6}, Symbol::dot),
            .lamps = scattered(sized(100000), {.fill = {250, 200, 60, 255}, .edge = {120, 90, 0, 255}, .size = 9},
                               Symbol::lamp),
            .trees = trees(sized(200000)),
            .streets = streets(sized(60000)),
            .light = light(2000)};
}

class GlSpeed : public Offscreen {
protected:
    /// Middle and slowest frame of a journey from the whole town to a street and back, milliseconds.
    void measure(const char* name, const std::vector<ShownLayer>& layers) {
        std::vector<double> times;
        std::size_t features = 0;
        for (int i = 0; i < 24; i += std::getenv("LYKTA_SPEED") != nullptr ? 1 : 6) {
            const double t = std::abs(12 - i) / 12.0;
            view = {.centre = {300.0 * i - 3000, 200.0 * i - 2000},
                    .metres_per_pixel = 0.3 * std::pow(40, t),
                    .turn = 0.01 * i,
                    .width = 1280,
                    .height = 800};
            const auto start = std::chrono::steady_clock::now();
            m_renderer->begin_frame(1280, 800, false);
            m_renderer->draw_map({.view = view, .layers = layers, .clip = {0, 0, 1280, 800}, .origin = {}});
            (void)pixel(m_renderer->read_back(), 0, 0);
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
            features = std::max(features, m_renderer->info().features_drawn);
        }
        const double first = times[0];
        times.erase(times.begin());
        std::sort(times.begin(), times.end());
        std::printf("  %-12s first %7.1f ms, middle %6.1f ms, slowest %6.1f ms, %zu features at most\n", name, first,
                    times[times.size() / 2], times.back(), features);
    }
};

TEST_F(GlSpeed, FrameTimesOfALargeTown) {
    m_context->resize(1280, 800);
    const Town t = town();
    measure("nothing", {});
    measure("incidents", {{t.incidents, 1}});
    measure("lamps", {{t.lamps, 1}});
    measure("trees", {{t.trees, 1}});
    measure("streets", {{t.streets, 1}});
    measure("light", {{t.light, 1}});
    measure("see-through", {{t.streets, 0.5F}});
    measure("all", {{t.light, 0.7F}, {t.trees, 1}, {t.streets, 1}, {t.incidents, 1}, {t.lamps, 1}});
    const RendererInfo info = m_renderer->info();
    std::printf("  %s: %.0f MB buffers, %.0f MB textures\n", info.name.c_str(),
                static_cast<double>(info.buffer_bytes) / 1e6, static_cast<double>(info.texture_bytes) / 1e6);
    EXPECT_GT(info.buffer_bytes, 0U);
}

}  // namespace
}  // namespace lykta::viewer
