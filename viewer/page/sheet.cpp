// The sheet drawn: map, frame, texts, legend, scale bar, north arrow.
#include "viewer/page/sheet.hpp"

#include <cmath>

#include "core/language.hpp"
#include "viewer/map/furniture.hpp"

namespace lykta::viewer {
namespace {

constexpr Rgba ink_colour{24, 24, 28, 255}, soft_ink{78, 78, 84, 255}, rule_colour{170, 168, 164, 255},
    white{255, 255, 255, 255};
constexpr double north_size = 40;  ///< page pixels, across with its letter

void stroke_box(cairo_t* ink, const Box& box, Rgba colour, double width) {
    set_colour(ink, colour);
    cairo_set_dash(ink, nullptr, 0, 0);
    cairo_set_line_width(ink, width);
    cairo_set_line_join(ink, CAIRO_LINE_JOIN_MITER);
    cairo_rectangle(ink, box.min_x, box.min_y, box.width(), box.height());
    cairo_stroke(ink);
}

void draw_block(cairo_t* ink, const TextBlock& block) {
    double y = block.corner.y + block.style.size * (line_height - 1 + cap_height + 0.16);
    for (const auto& line : block.lines) {
        show_text(ink, {block.corner.x, y}, line, block.style);
        y += line_height * block.style.size;
    }
}

/// A needle, its east half dark, with the letter at its point; turned as the map is.
void draw_north(cairo_t* ink, Pixel middle, double turn) {
    const double reach = north_size / 2, letter = 9;
    const double tip = -reach + letter + 2, foot = reach, half = 0.2 * north_size;
    cairo_save(ink);
    cairo_translate(ink, middle.x, middle.y);
    cairo_rotate(ink, -turn);
    const auto halves = [&](double side, Rgba fill) {
        cairo_move_to(ink, 0, tip);
        cairo_line_to(ink, side * half, foot);
        cairo_line_to(ink, 0, foot - 0.14 * north_size);
        cairo_close_path(ink);
        set_colour(ink, fill);
        cairo_fill_preserve(ink);
        set_colour(ink, ink_colour);
        cairo_set_line_width(ink, 0.7);
        cairo_stroke(ink);
    };
    halves(-1, white);
    halves(1, ink_colour);
    const TextStyle style{.size = letter, .weight = Weight::strong, .colour = ink_colour};
    const std::string north = tr("N");
    show_text(ink, {-text_width(north, style) / 2, tip - 2.5}, north, style);
    cairo_restore(ink);
}

/// Four parts, dark and light in turn, with 0, the middle and the whole length below.
void draw_bar(cairo_t* ink, const ScaleBar& bar, Pixel corner) {
    constexpr int parts = 4;
    constexpr double height = 4.5;
    for (int i = 0; i < parts; ++i) {
        cairo_rectangle(ink, corner.x + i * bar.pixels / parts, corner.y, bar.pixels / parts, height);
        set_colour(ink, i % 2 == 0 ? ink_colour : white);
        cairo_fill(ink);
    }
    stroke_box(ink, {corner.x, corner.y, corner.x + bar.pixels, corner.y + height}, ink_colour, 0.7);
    const TextStyle style{.size = 8, .weight = Weight::regular, .colour = ink_colour};
    const double below = corner.y + height + 10;
    show_text(ink, {corner.x - text_width("0", style) / 2, below}, "0", style);
    const auto middle = bar.metres >= 2000
                            ? number_text(bar.metres / 2000, bar.metres < 4000 && bar.metres != 2000 ? 1 : 0)
                            : number_text(bar.metres / 2, bar.metres < 2 ? 1 : 0);
    if (bar.metres < 1000 || bar.metres >= 2000)
        show_text(ink, {corner.x + bar.pixels / 2 - text_width(middle, style) / 2, below}, middle, style);
    show_text(ink, {corner.x + bar.pixels - text_width(number_text(1.0, 0), style) / 2, below}, bar.text, style);
}

void draw_scale(cairo_t* ink, const Sheet& sheet, const SheetOptions& options) {
    const Box& box = sheet.scale;
    draw_north(ink, {box.max_x - north_size / 2 - 2, (box.min_y + box.max_y) / 2}, sheet.view.turn);
    const double room = box.width() - north_size - 44;
    double y = box.max_y - 22;
    draw_bar(ink, scale_bar(sheet.view, room), {box.min_x + 3, y});
    if (sheet.scale_number <= 0) return;
    const TextStyle style{.size = 10.5, .weight = Weight::strong, .colour = ink_colour};
    show_text(ink, {box.min_x, y - 9}, say("Scale 1:{} ({})", number_text(sheet.scale_number, 0), options.paper),
              style);
}

}  // namespace

void draw_sheet(cairo_t* ink, const PageContent& content, const Sheet& sheet, const SheetOptions& options) {
    set_colour(ink, white);
    cairo_paint(ink);
    cairo_save(ink);
    cairo_translate(ink, sheet.map.min_x, sheet.map.min_y);
    draw_map(
        ink,
        {.layers = content.layers, .view = sheet.view, .night = options.night, .raster_dots = options.raster_dots});
    cairo_restore(ink);
    stroke_box(ink, sheet.map, ink_colour, 0.8);
    stroke_box(ink, sheet.frame, ink_colour, 0.6);
    for (const double y : sheet.rules) {
        set_colour(ink, rule_colour);
        cairo_set_line_width(ink, 0.5);
        cairo_move_to(ink, sheet.frame.min_x, y);
        cairo_line_to(ink, sheet.frame.max_x, y);
        cairo_stroke(ink);
    }
    for (const auto& block : sheet.texts) draw_block(ink, block);
    draw_legend(ink, sheet.blocks, sheet.legend_layout, {sheet.legend.min_x, sheet.legend.min_y}, options.night);
    draw_scale(ink, sheet, options);
}

}  // namespace lykta::viewer
