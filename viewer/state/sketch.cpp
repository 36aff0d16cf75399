// The layer of what is being measured: line, corners, and the figures beside them.
#include "viewer/state/sketch.hpp"

#include "core/language.hpp"
#include "viewer/map/furniture.hpp"
#include "viewer/state/context.hpp"

namespace lykta::viewer {
namespace {

std::vector<LayerClass> sketch_classes() {
    const Rgba ink = rgba("#b3125f"), lit = rgba("#ff9ccb"), paper = rgba("#ffffff"), dark = rgba("#12161f");
    LayerClass line{.label = tr("Measured"), .day = {.fill = ink, .edge = paper, .width = 2.5F, .casing = 1.5F}};
    line.night = {.fill = lit, .edge = dark, .width = 2.5F, .casing = 1.5F};
    LayerClass area{.label = "", .day = {.fill = with_alpha(ink, 0.15), .edge = ink, .width = 0.0F}};
    area.night = {.fill = with_alpha(lit, 0.2), .edge = lit, .width = 0.0F};
    LayerClass corner{.label = "", .day = {.fill = paper, .edge = ink, .width = 2.0F, .size = 8.0F}};
    corner.night = {.fill = dark, .edge = lit, .width = 2.0F, .size = 8.0F};
    return {std::move(line), std::move(area), std::move(corner)};
}

void add_lengths(const std::vector<Point>& points, Detail& detail) {
    double so_far = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        so_far += distance(points[i - 1], points[i]);
        const float priority = i + 1 == points.size() ? 1000.0F : 900.0F;
        detail.labels.push_back({length_text(so_far), points[i], LabelKind::count, priority});
    }
}

void add_area(std::vector<Point> points, Detail& detail) {
    points.push_back(points.front());
    const MultiPolygon shape{{points, {}}};
    const double m2 = area(shape);
    detail.areas.push_back({shape, 1});
    detail.lines.push_back({points, 0});
    const Point middle = m2 > 0 ? centroid(shape) : points.front();
    detail.labels.push_back(
        {say("{}, round it {}", area_text(m2), length_text(length(points))), middle, LabelKind::count, 1000.0F});
}

}  // namespace

LayerPointer sketch_layer(const Sketch& sketch, Tool tool, std::optional<Point> pointer) {
    std::vector<Point> points = sketch.points;
    if (points.empty()) return nullptr;
    if (pointer && !sketch.is_closed) points.push_back(*pointer);
    auto layer = std::make_shared<MapLayer>();
    layer->id = LayerId::sketch;
    layer->title = tr("Measuring");
    layer->note = tr("Measured along the ground plane of the study's coordinate system.");
    layer->classes = sketch_classes();
    Detail detail;
    if (tool == Tool::area && points.size() > 2)
        add_area(points, detail);
    else if (points.size() > 1) {
        detail.lines.push_back({points, 0});
        add_lengths(points, detail);
    }
    for (const Point& corner : sketch.points) detail.points.push_back({corner, 2});
    layer->details.push_back(std::move(detail));
    return layer;
}

void rebuild_sketch(Context& context) {
    ViewerState& state = context.state;
    if (auto layer = sketch_layer(state.sketch, state.tool, state.pointer))
        state.extra[LayerId::sketch] = layer;
    else
        state.extra.erase(LayerId::sketch);
}

}  // namespace lykta::viewer
