// Symbols of points as vector paths, each told from the others without colour.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "viewer/page/draw_map.hpp"
#include "viewer/page/ink.hpp"

namespace lykta::viewer {
namespace {

constexpr double pi = std::numbers::pi;
constexpr float bare_pin_size = 6;  ///< of a pin whose number finds no room

void circle(cairo_t* ink, Pixel at, double radius) {
    cairo_new_sub_path(ink);
    cairo_arc(ink, at.x, at.y, radius, 0, 2 * pi);
    cairo_close_path(ink);
}

void polygon(cairo_t* ink, std::initializer_list<Pixel> corners) {
    bool first = true;
    for (const auto& corner : corners) {
        first ? cairo_move_to(ink, corner.x, corner.y) : cairo_line_to(ink, corner.x, corner.y);
        first = false;
    }
    cairo_close_path(ink);
}

/// Two bars that cross, `turn` from upright.
void bars(cairo_t* ink, double r, double turn) {
    const double half = 0.24 * r;
    cairo_save(ink);
    cairo_rotate(ink, turn);
    polygon(ink, {{-half, -r},
                  {half, -r},
                  {half, -half},
                  {r, -half},
                  {r, half},
                  {half, half},
                  {half, r},
                  {-half, r},
                  {-half, half},
                  {-r, half},
                  {-r, -half},
                  {-half, -half}});
    cairo_restore(ink);
}

/// A light point: a disc with four short rays.
void lamp(cairo_t* ink, double r) {
    circle(ink, {0, 0}, 0.55 * r);
    for (int i = 0; i < 4; ++i) {
        const double turn = pi / 4 + i * pi / 2, c = std::cos(turn), s = std::sin(turn), half = 0.11 * r;
        const auto at = [&](double along, double across) {
            return Pixel{c * along - s * across, s * along + c * across};
        };
        polygon(ink, {at(0.72 * r, -half), at(r, -half), at(r, half), at(0.72 * r, half)});
    }
}

/// A house and a lens; it looks along +x.
void camera(cairo_t* ink, double r) {
    polygon(ink, {{-r, -0.5 * r}, {0.3 * r, -0.5 * r}, {0.3 * r, 0.5 * r}, {-r, 0.5 * r}});
    polygon(ink, {{0.42 * r, 0}, {r, -0.55 * r}, {r, 0.55 * r}});
}

/// Three rounded crowns on a line.
void shrub(cairo_t* ink, double r) {
    cairo_new_sub_path(ink);
    cairo_arc(ink, -0.5 * r, 0.1 * r, 0.48 * r, 0.5 * pi, 1.6 * pi);
    cairo_arc(ink, 0, -0.3 * r, 0.55 * r, 1.1 * pi, 1.9 * pi);
    cairo_arc(ink, 0.5 * r, 0.1 * r, 0.48 * r, 1.4 * pi, 0.5 * pi);
    cairo_close_path(ink);
}

void door(cairo_t* ink, double r) {
    polygon(ink, {{-0.6 * r, r}, {-0.6 * r, -r}, {0.6 * r, -r}, {0.6 * r, r}});
    circle(ink, {0.28 * r, 0.05 * r}, 0.14 * r);
}

void add_symbol(cairo_t* ink, Symbol symbol, double r) {
    switch (symbol) {
        case Symbol::dot:
        case Symbol::ring:
        case Symbol::pin:
            return circle(ink, {0, 0}, r);
        case Symbol::square:
            return polygon(
                ink, {{-0.86 * r, -0.86 * r}, {0.86 * r, -0.86 * r}, {0.86 * r, 0.86 * r}, {-0.86 * r, 0.86 * r}});
        case Symbol::diamond:
            return polygon(ink, {{0, -r}, {r, 0}, {0, r}, {-r, 0}});
        case Symbol::triangle:
            return polygon(ink, {{0, -r}, {0.95 * r, 0.75 * r}, {-0.95 * r, 0.75 * r}});
        case Symbol::cross:
            return bars(ink, r, pi / 4);
        case Symbol::plus:
            return bars(ink, r, 0);
        case Symbol::lamp:
            return lamp(ink, r);
        case Symbol::camera:
            return camera(ink, r);
        case Symbol::shrub:
            return shrub(ink, r);
        case Symbol::door:
            return door(ink, r);
    }
}

}  // namespace

void draw_symbol(cairo_t* ink, Symbol symbol, const Paint& paint, double opacity) {
    cairo_new_path(ink);
    cairo_set_dash(ink, nullptr, 0, 0);
    cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
    cairo_set_fill_rule(ink, CAIRO_FILL_RULE_EVEN_ODD);
    const double r = paint.size / 2.0;
    if (symbol == Symbol::ring) {  // what is not filled is drawn in the edge's colour
        const bool is_filled = paint.fill.a > 0;
        const double width = is_filled ? std::max(1.2, 0.3 * r) : paint.width;
        circle(ink, {0, 0}, r - width / 2);
        set_colour(ink, is_filled ? paint.fill : paint.edge, opacity);
        cairo_set_line_width(ink, width);
        cairo_stroke(ink);
        return;
    }
    add_symbol(ink, symbol, r);
    if (paint.edge.a > 0 && paint.width > 0) {  // the outline lies outside the shape: it is a halo
        set_colour(ink, paint.edge, opacity);
        cairo_set_line_width(ink, 2 * paint.width);
        cairo_stroke_preserve(ink);
    }
    set_colour(ink, paint.fill, opacity);
    cairo_fill(ink);
}

void draw_points(cairo_t* ink, const Brush& brush, const std::vector<PointFeature>& points) {
    for (const auto& point : points) {
        const auto* paint = brush.paint(point.group);
        if (paint == nullptr) continue;
        const auto at = brush.to(point.at);
        const double reach = static_cast<double>(paint->size) * static_cast<double>(point.scale) + 4;
        if (at.x < -reach || at.y < -reach || at.x > brush.width + reach || at.y > brush.height + reach) continue;
        Paint scaled = *paint;
        scaled.size *= point.scale;
        const auto symbol = brush.layer.classes[point.group].symbol;
        const bool is_bare = symbol == Symbol::pin && brush.numbered != nullptr && !brush.numbered->contains(point.at);
        if (is_bare) scaled.size = std::min(scaled.size, bare_pin_size), scaled.width = std::min(scaled.width, 1.2F);
        cairo_save(ink);
        cairo_translate(ink, at.x, at.y);
        if (symbol == Symbol::camera) {  // the picture's y runs down, and the map may be turned
            const double turn = std::atan2(brush.to.yx * std::cos(point.turn) + brush.to.yy * std::sin(point.turn),
                                           brush.to.xx * std::cos(point.turn) + brush.to.xy * std::sin(point.turn));
            cairo_rotate(ink, turn);
        }
        draw_symbol(ink, symbol, scaled, brush.opacity);
        cairo_restore(ink);
    }
}

}  // namespace lykta::viewer
