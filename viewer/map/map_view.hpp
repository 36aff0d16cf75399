// Where one looks: the middle of the picture in project metres, metres per pixel and the turn; and how a drag, a wheel
// or a key changes it. Pure geometry: no window, no graphics library.
#pragma once
#include "core/geometry.hpp"

namespace lykta::viewer {

/// A position in the picture, pixels from its upper left corner, y down.
struct Pixel {
    double x = 0, y = 0;
};

/// One view of the map. Values; every change is a new value.
struct MapView {
    Point centre;                       ///< project metres, shown in the middle of the picture
    double metres_per_pixel = 5.0;      ///< REQUIRES: > 0
    double turn = 0;                    ///< radians the map is turned anticlockwise; 0: north is up
    double width = 1280, height = 800;  ///< of the picture, pixels. REQUIRES: > 0

    [[nodiscard]] Pixel to_picture(Point world) const;
    [[nodiscard]] Point to_world(Pixel pixel) const;
    [[nodiscard]] Box extent() const;  ///< axis-parallel box that holds all that is seen, project metres
};

constexpr double least_metres_per_pixel = 0.02, most_metres_per_pixel = 5000;

/// The map dragged by (dx, dy) pixels: what was under the pointer stays under it.
[[nodiscard]] MapView dragged(const MapView& view, double dx, double dy);
/// Zoomed by `factor` (> 1: nearer) round a pixel, whose world point stays where it is; held within the limits above.
[[nodiscard]] MapView zoomed(const MapView& view, double factor, Pixel anchor);
/// Turned by `radians` (anticlockwise) round a pixel, whose world point stays where it is.
[[nodiscard]] MapView turned(const MapView& view, double radians, Pixel anchor);
/// The nearest view, turn kept, that shows the box with `margin` pixels free on every side. \pre box not empty
[[nodiscard]] MapView fitted(const MapView& view, const Box& box, double margin = 40);
/// The same view on a picture of another size: centre and scale kept.
[[nodiscard]] MapView resized(const MapView& view, double width, double height);

/// \correctness  tests/viewer/map/map_view_test.cpp: to_world inverts to_picture to 1e-9 m; the anchor of every change
/// stays put; fitted holds the corners of its box
}  // namespace lykta::viewer
