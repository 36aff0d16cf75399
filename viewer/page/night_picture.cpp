#include "viewer/page/night_picture.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/map/furniture.hpp"
#include "viewer/page/draw_map.hpp"
#include "viewer/page/indexed_png.hpp"
#include "viewer/page/ink.hpp"
#include "viewer/page/picture.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

/// Every street as it is, faint: the window's own layer has levels of detail this picture has no use for.
LayerPointer faint_streets(const layers::CityLayers& city) {
    MapLayer layer{.id = LayerId::streets};
    Paint paint{.fill = with_alpha(rgba(colours::night_ink), 0.10), .edge = {}, .width = 0.7F};
    layer.classes = {{.label = {}, .day = paint, .night = paint}};
    layer.details.emplace_back();
    if (city.streets)
        for (const auto& street : city.streets->streets) layer.details[0].lines.push_back({.line = street.line});
    return std::make_shared<const MapLayer>(std::move(layer));
}

/// The box of what is lit, held to the window where there is one.
Box lit_box(const study::StudyRun& run) {
    const auto& frame = run.result.illuminance->frame;
    const Box grid{frame.origin.x, frame.origin.y, frame.origin.x + frame.columns * frame.cell_size.value,
                   frame.origin.y + frame.rows * frame.cell_size.value};
    const Box window = box_of(run.city.window.shape);
    if (window.empty()) return grid;
    const Box both{std::max(grid.min_x, window.min_x), std::max(grid.min_y, window.min_y),
                   std::min(grid.max_x, window.max_x), std::min(grid.max_y, window.max_y)};
    return both.empty() ? grid : both;
}

MapView view_of(const Box& box, double longest) {
    MapView view;
    view.centre = {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
    view.metres_per_pixel = std::max(1.0, std::max(box.width(), box.height())) / longest;
    view.width = std::max(longest / 3, std::ceil(box.width() / view.metres_per_pixel));
    view.height = std::max(longest / 3, std::ceil(box.height() / view.metres_per_pixel));
    return view;
}

void draw_scale(cairo_t* ink, const MapView& view) {
    const auto bar = scale_bar(view, 0.2 * view.width);
    const double left = 16, bottom = view.height - 16;
    const TextStyle style{.size = 12, .weight = Weight::regular, .colour = rgba(colours::night_ink)};
    set_colour(ink, style.colour);
    cairo_set_dash(ink, nullptr, 0, 0);
    cairo_set_line_width(ink, 1.5);
    cairo_move_to(ink, left, bottom - 5);
    cairo_line_to(ink, left, bottom);
    cairo_line_to(ink, left + bar.pixels, bottom);
    cairo_line_to(ink, left + bar.pixels, bottom - 5);
    cairo_stroke(ink);
    show_text(ink, {left, bottom - 10}, bar.text, style);
}

/// What the picture is made of: the light's colours over the dark ground, and the ink of streets and scale.
std::vector<Rgba> palette_of(const MapLayer& light) {
    constexpr int lights = 40, inks = 10;
    const Rgba ground = rgba(colours::night_paper), ink = rgba(colours::night_ink);
    const auto over = [&](Rgba c) {
        const auto mix = [&](std::uint8_t top, std::uint8_t under) {
            return static_cast<std::uint8_t>((top * c.a + under * (255 - c.a) + 127) / 255);
        };
        return Rgba{mix(c.r, ground.r), mix(c.g, ground.g), mix(c.b, ground.b), 255};
    };
    std::vector<Rgba> palette{ground};
    const auto table = table_of(light.values->night);
    for (int i = 0; i < lights && !table.colours.empty(); ++i)
        palette.push_back(over(table.colours[static_cast<std::size_t>(i * (table_size - 1) / (lights - 1))]));
    for (int i = 1; i <= inks; ++i) palette.push_back(over(with_alpha(ink, i / static_cast<double>(inks))));
    return palette;
}

std::string drawn(const std::vector<ShownLayer>& layers, const MapView& view) {
    const PictureSize size{static_cast<int>(view.width), static_cast<int>(view.height), view.width, view.height};
    const auto dots = picture_dots(size, [&](cairo_t* ink) {
        draw_map(ink, {.layers = layers, .view = view, .night = true, .raster_dots = 1});
        draw_scale(ink, view);
    });
    return indexed_png(dots, size.width, palette_of(*layers.front().layer));
}

}  // namespace

std::string night_picture(const study::StudyRun& run) {
    if (!run.city.lighting || !run.result.illuminance || run.result.illuminance->values.empty()) return "";
    MapLayers light;
    add_illuminance(run, light);
    if (light.empty()) return "";
    const std::vector<ShownLayer> layers{{light.begin()->second}, {faint_streets(run.city)}};
    const Box lit = lit_box(run), box = lit.expanded(0.02 * std::max(lit.width(), lit.height()));
    double longest = 1200;
    for (;;) {
        auto png = drawn(layers, view_of(box, longest));
        if (png.size() <= most_night_bytes || longest < 100) return png;
        longest *=
            std::min(0.9, 0.96 * std::sqrt(static_cast<double>(most_night_bytes) / static_cast<double>(png.size())));
    }
}

}  // namespace lykta::viewer
