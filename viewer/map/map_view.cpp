#include "viewer/map/map_view.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::viewer {

namespace {

/// The view moved so that `world` is seen at `pixel`.
MapView with_point_at(MapView view, Point world, Pixel pixel) {
    const Point now = view.to_world(pixel);
    view.centre.x += world.x - now.x;
    view.centre.y += world.y - now.y;
    return view;
}

}  // namespace

Pixel MapView::to_picture(Point world) const {
    const double east = (world.x - centre.x) / metres_per_pixel, north = (world.y - centre.y) / metres_per_pixel;
    const double c = std::cos(turn), s = std::sin(turn);
    return {width / 2 + east * c - north * s, height / 2 - (east * s + north * c)};
}

Point MapView::to_world(Pixel pixel) const {
    const double right = pixel.x - width / 2, up = height / 2 - pixel.y;
    const double c = std::cos(turn), s = std::sin(turn);
    return {centre.x + (right * c + up * s) * metres_per_pixel, centre.y + (up * c - right * s) * metres_per_pixel};
}

Box MapView::extent() const {
    Box box;
    for (const Pixel corner : {Pixel{0, 0}, Pixel{width, 0}, Pixel{0, height}, Pixel{width, height}})
        box.grow(to_world(corner));
    return box;
}

MapView dragged(const MapView& view, double dx, double dy) {
    return with_point_at(view, view.to_world({0, 0}), {dx, dy});
}

MapView zoomed(const MapView& view, double factor, Pixel anchor) {
    MapView nearer = view;
    nearer.metres_per_pixel = std::clamp(view.metres_per_pixel / factor, least_metres_per_pixel, most_metres_per_pixel);
    return with_point_at(nearer, view.to_world(anchor), anchor);
}

MapView turned(const MapView& view, double radians, Pixel anchor) {
    MapView after = view;
    after.turn = std::remainder(view.turn + radians, 2 * M_PI);
    if (std::abs(after.turn) < 1e-12) after.turn = 0;
    return with_point_at(after, view.to_world(anchor), anchor);
}

MapView fitted(const MapView& view, const Box& box, double margin) {
    MapView whole = view;
    const double c = std::abs(std::cos(view.turn)), s = std::abs(std::sin(view.turn));
    const double across = box.width() * c + box.height() * s, up = box.width() * s + box.height() * c;
    const double room_x = std::max(view.width - 2 * margin, 1.0), room_y = std::max(view.height - 2 * margin, 1.0);
    whole.centre = {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2};
    whole.metres_per_pixel =
        std::clamp(std::max(across / room_x, up / room_y), least_metres_per_pixel, most_metres_per_pixel);
    return whole;
}

MapView resized(const MapView& view, double width, double height) {
    MapView other = view;
    other.width = std::max(width, 1.0);
    other.height = std::max(height, 1.0);
    return other;
}

}  // namespace lykta::viewer
