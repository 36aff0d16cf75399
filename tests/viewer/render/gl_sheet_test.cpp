// Sheets to look at: every symbol, line and area style, and a turned night. Written to <build>/pictures/render.
#include <cmath>
#include <numbers>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

class GlSheet : public Offscreen {
protected:
    void sheet_of(int width, int height) {
        if (!m_context) return;
        m_context->resize(width, height);
        view = {.centre = {width / 2.0, height / 2.0},
                .metres_per_pixel = 1,
                .turn = 0,
                .width = static_cast<double>(width),
                .height = static_cast<double>(height)};
    }
};

/// Twelve symbols from left to right, 60 m apart, at a height.
LayerPointer row_of_symbols(double y, const Paint& paint) {
    MapLayer layer;
    layer.details.emplace_back();
    for (std::uint8_t i = 0; i <= static_cast<std::uint8_t>(Symbol::pin); ++i) {
        layer.classes.push_back({"", paint, paint, static_cast<Symbol>(i)});
        layer.details[0].points.push_back({.at = {30 + 60.0 * i, y}, .group = i});
    }
    return shared(layer);
}

/// Share of the cell round a symbol that is not paper.
double inked(const Picture& picture, int middle_x, int middle_y) {
    int count = 0;
    for (int x = middle_x - 25; x < middle_x + 25; ++x)
        for (int y = middle_y - 25; y < middle_y + 25; ++y) count += is_near(pixel(picture, x, y), paper, 20) ? 0 : 1;
    return count / 2500.0;
}

TEST_F(GlSheet, EverySymbolHasAShapeOfItsOwn) {
    sheet_of(720, 200);
    const Paint large{.fill = red, .edge = black, .width = 2, .size = 40};
    const Picture picture =
        drawn({{row_of_symbols(140, large), 1},
               {row_of_symbols(60, {.fill = blue, .edge = {255, 255, 255, 255}, .width = 1, .size = 16}), 1},
               {row_of_symbols(20, {.fill = black, .size = 8}), 1}});
    write_png(picture, picture_path("symbols"));
    // By hand: the shape's area and its outline of 2 pixels, over the cell's 2500 pixels.
    const std::vector<double> expected{0.61, 0.43, 0.52, 0.42, 0.36, 0.40, 0.36, 0.43, 0.42, 0.50, 0.49, 0.61};
    for (int i = 0; i < 12; ++i)
        EXPECT_NEAR(inked(picture, 30 + 60 * i, 60), expected[static_cast<std::size_t>(i)], 0.05) << i;
    expect_colour(picture, 30, 60, red);
    expect_colour(picture, 90, 60, paper);  // the ring is open
}

TEST_F(GlSheet, ACameraLooksWhereItsTurnSays) {
    sheet_of(200, 200);
    MapLayer layer = layer_of({.fill = red, .size = 40}, Symbol::camera);
    layer.details[0].points = {{.at = {100, 100}, .turn = std::numbers::pi_v<float> / 2}};
    const LayerPointer camera = shared(layer);
    const Picture north = drawn(camera);
    expect_colour(north, 90, 82, red);  // the lens is wide above, not below
    expect_colour(north, 88, 118, paper);
    view.turn = std::numbers::pi / 2;  // anticlockwise: north is left
    const Picture west = drawn(camera);
    expect_colour(west, 82, 90, red);
    expect_colour(west, 118, 88, paper);
}

LayerPointer lines_sheet() {
    MapLayer layer;
    layer.details.emplace_back();
    const std::vector<Paint> paints{
        {.fill = black, .width = 1},
        {.fill = red, .width = 0.5F},
        {.fill = {255, 255, 255, 255}, .edge = {150, 140, 120, 255}, .width = 8, .casing = 1},
        {.fill = blue, .width = 3, .dash = 9},
        {.fill = {20, 140, 60, 120}, .width = 12},
        {.fill = {255, 200, 0, 255}, .edge = black, .width = 4, .dash = 12, .casing = 1.5F}};
    for (std::uint8_t i = 0; i < paints.size(); ++i) {
        layer.classes.push_back({"", paints[i], paints[i]});
        LineFeature line{.group = i};
        for (int k = 0; k <= 60; ++k) line.line.push_back({20 + 6.0 * k, 40 + 45.0 * i + 14 * std::sin(k / 4.0)});
        layer.details[0].lines.push_back(line);
        layer.details[0].lines.push_back({.line = {{40, 20 + 45.0 * i}, {380, 60 + 45.0 * i}}, .group = i});
    }
    return shared(layer);
}

TEST_F(GlSheet, LinesOfEveryStyle) {
    sheet_of(400, 300);
    view.turn = 0.1;
    const Picture picture = drawn(lines_sheet());
    write_png(picture, picture_path("lines"));
    EXPECT_GT(m_renderer->info().features_drawn, 11U);
}

Ring blob(Point middle, double radius, int corners) {
    Ring line;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, r = radius * (1 + 0.2 * std::sin(5 * angle));
        line.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return ring(line);
}

TEST_F(GlSheet, AreasOfEveryStyle) {
    sheet_of(400, 300);
    MapLayer layer;
    layer.details.emplace_back();
    const std::vector<Paint> paints{{.fill = {180, 210, 235, 255}},
                                    {.fill = {120, 170, 110, 110}, .edge = {40, 110, 50, 255}, .width = 1.5F},
                                    {.fill = {230, 170, 60, 90}, .edge = {160, 70, 0, 255}, .width = 2, .hatch = true},
                                    {.edge = red, .width = 3, .dash = 8},
                                    {.fill = {220, 215, 205, 255}, .edge = {150, 140, 130, 255}, .width = 1},
                                    {.fill = {120, 60, 150, 100}}};
    for (std::uint8_t i = 0; i < paints.size(); ++i) {
        layer.classes.push_back({"", paints[i], paints[i]});
        const Point middle{70 + 130.0 * (i % 3), 80 + 140.0 * (i / 3)};
        layer.details[0].areas.push_back({.shape = {{blob(middle, 50, 90), {blob(middle, 18, 30)}}}, .group = i});
    }
    view.turn = -0.2;
    const Picture picture = drawn(shared(layer));
    write_png(picture, picture_path("areas"));
    EXPECT_EQ(m_renderer->info().features_drawn, 6U);
}

TEST_F(GlSheet, LightOverATownByNight) {
    sheet_of(400, 300);
    is_night = true;
    MapLayer light;
    Grid<float> grid(GridFrame{{-50, -50}, Meters{10}, 50, 40});
    for (int row = 0; row < 40; ++row)
        for (int column = 0; column < 50; ++column) {
            const Point p = grid.frame.centre(column, row);
            const double a = std::hypot(p.x - 120, p.y - 150), b = std::hypot(p.x - 280, p.y - 120);
            grid.at(column, row) =
                p.x > 380 ? std::nanf("") : static_cast<float>(30 * std::exp(-a / 40) + 20 * std::exp(-b / 30));
        }
    const ColourScale scale{
        .kind = ColourScale::Kind::log,
        .stops = {0.1, 1, 5, 30},
        .colours = {{20, 30, 60, 255}, {90, 80, 90, 255}, {220, 170, 90, 255}, {255, 245, 210, 255}}};
    light.values = RasterValues{grid, scale, scale};
    const Picture picture =
        drawn({{shared(light), 1}, {row_of_symbols(250, {.fill = {255, 240, 190, 255}, .size = 14}), 1}});
    write_png(picture, picture_path("night"));
    EXPECT_GT(lightness(pixel(picture, 120, 150)), lightness(pixel(picture, 200, 40)) + 30);
}

}  // namespace
}  // namespace lykta::viewer
