// The view as numbers for the shaders.
#include <cmath>

#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

namespace {

constexpr int rim = 64;  // pixels

/// A double as the sum of two floats.
std::array<GLfloat, 2> halves(double value) {
    const auto high = static_cast<GLfloat>(value);
    return {high, static_cast<GLfloat>(value - static_cast<double>(high))};
}

Viewport with_rim(const Viewport& v) {
    return {v.x - rim, v.y - rim, v.width + 2 * rim, v.height + 2 * rim};
}

Box seen_in(const MapPicture& picture, const Place& place) {
    Box box;
    const Viewport& v = place.seen;
    for (const double x : {0.0, 1.0})
        for (const double y : {0.0, 1.0})
            box.grow(
                picture.view.to_world({v.x + x * v.width - picture.origin.x, v.y + y * v.height - picture.origin.y}));
    return box;
}

}  // namespace

Place place_of(const MapPicture& picture, int target_height) {
    const Viewport drawn = with_rim(picture.clip);
    return {.target_height = target_height, .clip = picture.clip, .drawn = drawn, .seen = drawn};
}

Place piece_of(const Place& place, const Viewport& piece) {
    return {.target_height = place.target_height, .clip = piece, .drawn = place.drawn, .seen = with_rim(piece)};
}

LayerView view_of(const MapPicture& picture, const Place& place, Point origin) {
    const MapView& map = picture.view;
    const auto x = halves(map.centre.x - origin.x), y = halves(map.centre.y - origin.y);
    const double c = std::cos(map.turn) / map.metres_per_pixel, s = std::sin(map.turn) / map.metres_per_pixel;
    const auto f = [](double value) { return static_cast<GLfloat>(value); };
    LayerView view{.centre_high = {x[0], y[0]}, .centre_low = {x[1], y[1]}};
    view.to_pixels = {f(c), f(-s), f(-s), f(-c)};  // by columns: east, north
    // Pixels from the map's middle to −1 … 1 over the drawn part, y up.
    const Viewport& v = place.drawn;
    const double middle_x = picture.origin.x + map.width / 2 - v.x, middle_y = picture.origin.y + map.height / 2 - v.y;
    view.to_target = {f(2.0 / v.width), f(-2.0 / v.height), f(2 * middle_x / v.width - 1),
                      f(1 - 2 * middle_y / v.height)};
    view.extent = moved_from(seen_in(picture, place), origin);
    view.metres_per_pixel = map.metres_per_pixel;
    view.scale = picture.scale;
    view.turn = f(map.turn);
    const Pixel anchor = map.to_picture(origin);
    const double period = 1024 * std::sqrt(2.0);  // keeps the number small enough for a float
    view.anchor = {f(std::fmod(anchor.x + picture.origin.x, period)),
                   f(std::fmod(place.target_height - anchor.y - picture.origin.y, period))};
    view.night = picture.night;
    return view;
}

}  // namespace lykta::viewer
