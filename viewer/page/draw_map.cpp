// The order of drawing, and which classes can be seen.
#include "viewer/page/draw_map.hpp"

#include <algorithm>
#include <cmath>

#include "viewer/page/ink.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

bool meets(const Box& box, const Brush& brush) {
    return !box.empty() && box.max_x >= 0 && box.min_x <= brush.width && box.max_y >= 0 && box.min_y <= brush.height;
}

Box picture_box(const Brush& brush, const std::vector<Point>& points) {
    Box box;
    for (const auto& p : points) {
        const auto at = brush.to(p);
        box.grow({at.x, at.y});
    }
    return box;
}

/// Classes of the ground are named at one level of detail for all: there every level counts.
bool is_ground(LayerId id) {
    return id == LayerId::ground || id == LayerId::streets || id == LayerId::buildings;
}

void see_features(const Brush& brush, const Detail& detail, SeenLayer& seen) {
    for (const auto& area : detail.areas)
        for (const auto& polygon : area.shape)
            if ((seen.classes[area.group] & drawn_area) == 0 && meets(picture_box(brush, polygon.outer), brush))
                seen.classes[area.group] |= drawn_area;
    for (const auto& line : detail.lines)
        if ((seen.classes[line.group] & drawn_line) == 0 && meets(picture_box(brush, line.line), brush))
            seen.classes[line.group] |= drawn_line;
    for (const auto& point : detail.points)
        if ((seen.classes[point.group] & drawn_point) == 0 && meets(picture_box(brush, {point.at}), brush))
            seen.classes[point.group] |= drawn_point;
}

Brush brush_of(const MapView& view, const ShownLayer& shown, bool night) {
    return {.to = ToPicture{view},
            .layer = *shown.layer,
            .width = view.width,
            .height = view.height,
            .opacity = shown.opacity,
            .night = night};
}

void draw_layer(cairo_t* ink, const MapDrawing& drawing, const ShownLayer& shown, const std::set<Point>& numbered) {
    if (shown.layer->values || shown.layer->image) draw_raster(ink, drawing, shown);
    const auto* detail = detail_at(*shown.layer, drawing.view.metres_per_pixel);
    if (detail == nullptr) return;
    auto brush = brush_of(drawing.view, shown, drawing.night);
    brush.numbered = &numbered;
    draw_areas(ink, brush, detail->areas);
    draw_lines(ink, brush, detail->lines);
    draw_points(ink, brush, detail->points);
}

}  // namespace

ToPicture::ToPicture(const MapView& view) : centre(view.centre), middle{view.width / 2, view.height / 2} {
    const double c = std::cos(view.turn) / view.metres_per_pixel, s = std::sin(view.turn) / view.metres_per_pixel;
    xx = c, xy = -s, yx = -s, yy = -c;  // y down
}

const Paint* Brush::paint(std::uint8_t group) const {
    if (group >= layer.classes.size()) return nullptr;
    return night ? &layer.classes[group].night : &layer.classes[group].day;
}

const Detail* detail_at(const MapLayer& layer, double metres_per_pixel) {
    for (const auto& detail : layer.details)
        if (metres_per_pixel >= detail.from_metres_per_pixel && metres_per_pixel < detail.to_metres_per_pixel)
            return &detail;
    return nullptr;
}

void draw_map(cairo_t* ink, const MapDrawing& drawing) {
    cairo_save(ink);
    cairo_rectangle(ink, 0, 0, drawing.view.width, drawing.view.height);
    cairo_clip(ink);
    set_colour(ink, rgba(drawing.night ? colours::night_paper : colours::paper));
    cairo_rectangle(ink, 0, 0, drawing.view.width, drawing.view.height);
    cairo_fill(ink);
    const auto labels = labels_on(drawing);
    std::set<Point> numbered;
    for (const auto& placed : labels)
        if (placed.label->kind == LabelKind::place) numbered.insert(placed.label->at);
    for (const auto& shown : drawing.layers)
        if (shown.layer && shown.opacity > 0) draw_layer(ink, drawing, shown, numbered);
    draw_labels(ink, labels, drawing.night);
    cairo_restore(ink);
}

std::vector<SeenLayer> seen_layers(const std::vector<ShownLayer>& layers, const MapView& view) {
    std::vector<SeenLayer> all(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (!layers[i].layer || !(layers[i].opacity > 0)) continue;
        const auto brush = brush_of(view, layers[i], false);
        const auto* now = detail_at(*layers[i].layer, view.metres_per_pixel);
        for (const auto& detail : layers[i].layer->details)
            if (&detail == now || is_ground(layers[i].layer->id)) see_features(brush, detail, all[i]);
        all[i].raster = layers[i].layer->values.has_value();
    }
    return all;
}

}  // namespace lykta::viewer
