// The map's layers drawn with Cairo: one routine for picture, SVG and PDF.
#pragma once
#include <cairo.h>

#include <array>
#include <cstdint>
#include <set>
#include <vector>

#include "viewer/map/labels.hpp"
#include "viewer/map/map_layer.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

/// `view` is in page pixels (1/96 inch on paper): they decide line widths and the level of detail.
struct MapDrawing {
    const std::vector<ShownLayer>& layers;
    MapView view;
    bool night = false;
    double raster_dots = 2;  ///< of rasters, per page pixel; kept under `most_raster_dots` across
};
constexpr int most_raster_dots = 2400;

/// Background, layers and labels into (0, 0) … (width, height) of the present user space, clipped to it.
void draw_map(cairo_t* ink, const MapDrawing& drawing);

/// What of each layer lies in the frame: bits of `Drawn` by class, and whether its raster or image does.
enum Drawn : std::uint8_t { drawn_area = 1, drawn_line = 2, drawn_point = 4 };
struct SeenLayer {
    std::array<std::uint8_t, 256> classes{};
    bool raster = false;
};
[[nodiscard]] std::vector<SeenLayer> seen_layers(const std::vector<ShownLayer>& layers, const MapView& view);

// The parts, each in a file of its own:
/// From project metres to the picture, as a matrix: the same as MapView::to_picture.
struct ToPicture {
    double xx, xy, yx, yy;
    Point centre;
    Pixel middle;
    explicit ToPicture(const MapView& view);
    [[nodiscard]] Pixel operator()(Point p) const {
        const double x = p.x - centre.x, y = p.y - centre.y;
        return {middle.x + xx * x + xy * y, middle.y + yx * x + yy * y};
    }
};
/// How a layer's features are to be drawn.
struct Brush {
    ToPicture to;
    const MapLayer& layer;
    double width, height;  ///< of the picture
    double opacity = 1;
    bool night = false;
    const std::set<Point>* numbered = nullptr;  ///< pins elsewhere have no number and are drawn small; null: all have
    [[nodiscard]] const Paint* paint(std::uint8_t group) const;  ///< null: no such class
};
[[nodiscard]] const Detail* detail_at(const MapLayer& layer, double metres_per_pixel);
void draw_areas(cairo_t* ink, const Brush& brush, const std::vector<AreaFeature>& areas);
void draw_lines(cairo_t* ink, const Brush& brush, const std::vector<LineFeature>& lines);
void draw_points(cairo_t* ink, const Brush& brush, const std::vector<PointFeature>& points);
void draw_raster(cairo_t* ink, const MapDrawing& drawing, const ShownLayer& shown);
[[nodiscard]] std::vector<PlacedLabel> labels_on(const MapDrawing& drawing);
void draw_labels(cairo_t* ink, const std::vector<PlacedLabel>& labels, bool night);

/// A symbol round (0, 0), `paint.size` across.
void draw_symbol(cairo_t* ink, Symbol symbol, const Paint& paint, double opacity = 1);
/// The current path filled, hatched and outlined as an area's paint says. The path is gone afterwards.
void fill_area(cairo_t* ink, const Paint& paint, double opacity = 1);

}  // namespace lykta::viewer
