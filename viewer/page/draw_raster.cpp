// Rasters as pictures: values between cell centres are interpolated, coloured by the layer's scale, and held to a size
// that keeps a page small.
#include <algorithm>
#include <cmath>
#include <functional>

#include "core/parallel.hpp"
#include "viewer/page/draw_map.hpp"
#include "viewer/page/ink.hpp"

namespace lykta::viewer {
namespace {

/// The part of the picture a raster covers, in page pixels.
Box covered(const MapView& view, const Box& world) {
    const ToPicture to{view};
    Box box;
    for (const Point corner : {Point{world.min_x, world.min_y}, Point{world.max_x, world.min_y},
                               Point{world.max_x, world.max_y}, Point{world.min_x, world.max_y}}) {
        const auto at = to(corner);
        box.grow({at.x, at.y});
    }
    return {std::max(0.0, std::floor(box.min_x)), std::max(0.0, std::floor(box.min_y)),
            std::min(view.width, std::ceil(box.max_x)), std::min(view.height, std::ceil(box.max_y))};
}

Box box_of_grid(const GridFrame& frame) {
    return {frame.origin.x, frame.origin.y, frame.origin.x + frame.columns * frame.cell_size.value,
            frame.origin.y + frame.rows * frame.cell_size.value};
}

/// The value between the four nearest cell centres; NaN where the cell that holds p has none.
double value_at(const Grid<float>& grid, Point p) {
    const auto& f = grid.frame;
    const auto own = f.index_at(p);
    if (own < 0) return NAN;
    const auto held = static_cast<double>(grid.values[static_cast<std::size_t>(own)]);
    if (std::isnan(held)) return NAN;
    const double x = (p.x - f.origin.x) / f.cell_size.value - 0.5, y = (p.y - f.origin.y) / f.cell_size.value - 0.5;
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    double sum = 0, weights = 0;
    for (const int dy : {0, 1})
        for (const int dx : {0, 1}) {
            const int c = std::clamp(column + dx, 0, f.columns - 1), r = std::clamp(row + dy, 0, f.rows - 1);
            const auto value = static_cast<double>(grid.at(c, r));
            const double weight = (1 - std::abs(x - column - dx)) * (1 - std::abs(y - row - dy));
            if (!std::isnan(value)) sum += weight * value, weights += weight;
        }
    return weights > 0 ? sum / weights : held;
}

Rgba colour_at(const RasterImage& image, Point p) {
    const double x = (p.x - image.box.min_x) / image.box.width() * image.width,
                 y = (image.box.max_y - p.y) / image.box.height() * image.height;
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    if (column < 0 || row < 0 || column >= image.width || row >= image.height) return {};
    const auto at =
        4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(column));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

/// As scale.at(value), without mixing colours for every dot.
Rgba looked_up(const ColourTable& table, const ColourScale& scale, double value) {
    if (std::isnan(value)) return {};
    if (value < table.low) return scale.below;
    const double held = std::min(value, table.high);
    const double t = table.log ? std::log(held / table.low) / std::log(table.high / table.low)
                               : (held - table.low) / (table.high - table.low);
    return table.colours[static_cast<std::size_t>(std::lround(t * (table_size - 1)))];
}

/// Cairo's ARGB, colours multiplied by alpha.
std::uint32_t premultiplied(Rgba c) {
    const auto part = [&](std::uint8_t value) { return (value * c.a + 127U) / 255U; };
    return (std::uint32_t{c.a} << 24U) | (part(c.r) << 16U) | (part(c.g) << 8U) | part(c.b);
}

using ColourAt = std::function<Rgba(Point)>;

/// The picture of `box` (page pixels), `dots` per page pixel.
cairo_surface_t* picture_of(const MapView& view, const Box& box, double dots, const ColourAt& colour) {
    const int width = std::max(1, static_cast<int>(std::lround(box.width() * dots))),
              height = std::max(1, static_cast<int>(std::lround(box.height() * dots)));
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    auto* bytes = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const auto draw_row = [&](std::size_t row) {
        auto* line = reinterpret_cast<std::uint32_t*>(bytes + row * stride);
        const double y = box.min_y + (static_cast<double>(row) + 0.5) / height * box.height();
        for (int column = 0; column < width; ++column)
            line[column] = premultiplied(colour(view.to_world({box.min_x + (column + 0.5) / width * box.width(), y})));
    };
    parallel_blocks(static_cast<std::size_t>(height), 16, [&](std::size_t first, std::size_t last) {
        for (auto row = first; row < last; ++row) draw_row(row);
    });
    cairo_surface_mark_dirty(surface);
    return surface;
}

void paint_picture(cairo_t* ink, cairo_surface_t* surface, const Box& box, double opacity) {
    cairo_save(ink);
    cairo_translate(ink, box.min_x, box.min_y);
    cairo_scale(ink, box.width() / cairo_image_surface_get_width(surface),
                box.height() / cairo_image_surface_get_height(surface));
    cairo_set_source_surface(ink, surface, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(ink), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(ink), CAIRO_FILTER_BILINEAR);
    cairo_rectangle(ink, 0, 0, cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
    cairo_clip(ink);
    cairo_paint_with_alpha(ink, opacity);
    cairo_restore(ink);
    cairo_surface_destroy(surface);
}

ColourAt colours_of(const MapLayer& layer, bool night) {
    if (layer.image) return [&](Point p) { return colour_at(*layer.image, p); };
    const auto& scale = night ? layer.values->night : layer.values->day;
    if (scale.kind == ColourScale::Kind::classes || scale.stops.empty())
        return [&](Point p) { return scale.at(value_at(layer.values->grid, p)); };
    return [&, table = table_of(scale)](Point p) { return looked_up(table, scale, value_at(layer.values->grid, p)); };
}

}  // namespace

void draw_raster(cairo_t* ink, const MapDrawing& drawing, const ShownLayer& shown) {
    const auto& layer = *shown.layer;
    const Box world = layer.image ? layer.image->box : box_of_grid(layer.values->grid.frame);
    const Box box = covered(drawing.view, world);
    if (!(box.width() > 0 && box.height() > 0)) return;
    const double dots = std::min(drawing.raster_dots, most_raster_dots / std::max(box.width(), box.height()));
    paint_picture(ink, picture_of(drawing.view, box, dots, colours_of(layer, drawing.night)), box, shown.opacity);
}

}  // namespace lykta::viewer
