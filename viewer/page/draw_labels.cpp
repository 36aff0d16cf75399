// Names on the map, with a halo so that they can be read over anything.
#include <array>

#include "viewer/page/draw_map.hpp"
#include "viewer/page/ink.hpp"

namespace lykta::viewer {
namespace {

struct LabelLook {
    double size;
    Weight weight;
    Rgba day, night;
};

/// By LabelKind: street, area, place, count, water.
constexpr std::array<LabelLook, 5> looks{{{8.5, Weight::regular, {84, 80, 74, 255}, {176, 182, 200, 255}},
                                          {11, Weight::strong, {110, 102, 92, 255}, {150, 158, 184, 255}},
                                          {10, Weight::strong, {28, 28, 32, 255}, {255, 255, 255, 255}},
                                          {9, Weight::strong, {28, 28, 32, 255}, {255, 255, 255, 255}},
                                          {9, Weight::regular, {70, 112, 150, 255}, {110, 150, 196, 255}}}};

TextStyle style_of(LabelKind kind, bool night) {
    const auto& look = looks[static_cast<std::size_t>(kind)];
    return {.size = look.size, .weight = look.weight, .colour = night ? look.night : look.day};
}

void draw_label(cairo_t* ink, const PlacedLabel& placed, bool night) {
    auto style = style_of(placed.label->kind, night);
    const Pixel start{-text_width(placed.label->text, style) / 2, cap_height * style.size / 2};
    const auto colour = style.colour;
    cairo_save(ink);
    cairo_translate(ink, placed.centre.x, placed.centre.y);
    cairo_rotate(ink, -placed.turn);
    style.colour = night ? Rgba{11, 14, 26, 220} : Rgba{255, 255, 255, 225};
    show_halo(ink, start, placed.label->text, style, 2.6);
    style.colour = colour;
    show_text(ink, start, placed.label->text, style);
    cairo_restore(ink);
}

}  // namespace

std::vector<PlacedLabel> labels_on(const MapDrawing& drawing) {
    const auto labels = labels_of(drawing.view, drawing.layers);
    const auto measure = [](std::string_view text, LabelKind kind) {
        const auto style = style_of(kind, false);
        return TextSize{text_width(text, style), 1.2 * style.size};
    };
    return placed_labels(drawing.view, labels, measure);
}

void draw_labels(cairo_t* ink, const std::vector<PlacedLabel>& labels, bool night) {
    for (const auto& placed : labels) draw_label(ink, placed, night);
}

}  // namespace lykta::viewer
