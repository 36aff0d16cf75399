// From layers to a base map small enough for a page.
#include <algorithm>
#include <cmath>

#include "outputs/hot_cells.hpp"
#include "outputs/report_map.hpp"

namespace lykta::outputs {
namespace {

bool meets(const Box& a, const Box& b) {
    return !a.empty() && a.min_x <= b.max_x && a.max_x >= b.min_x && a.min_y <= b.max_y && a.max_y >= b.min_y;
}

double distance_to_chord(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

void add_outlines(std::vector<Ring>& rings, const MultiPolygon& shape, const Box& frame, double tolerance) {
    for (const Polygon& polygon : shape) {
        if (!meets(box_of(polygon.outer), frame)) continue;
        Ring ring = simplified(polygon.outer, tolerance);
        if (ring.size() >= 4) rings.push_back(std::move(ring));
    }
}

void add_streets(BaseMap& map, const layers::StreetLayer& streets, double tolerance) {
    for (const auto& street : streets.streets) {
        if (!meets(box_of(street.line), map.frame)) continue;
        (street.footpath ? map.footpaths : map.streets).push_back(simplified(street.line, tolerance));
    }
}

std::size_t points_in(const BaseMap& map) {
    std::size_t count = 0;
    for (const auto* lines : {&map.streets, &map.footpaths, &map.buildings, &map.greens, &map.window})
        for (const auto& line : *lines) count += line.size();
    return count;
}

BaseMap built(const layers::CityLayers& layers, const Box& frame, double tolerance) {
    BaseMap map;
    map.frame = frame;
    add_outlines(map.window, layers.window.shape, frame, tolerance);
    if (layers.streets) add_streets(map, *layers.streets, tolerance);
    if (layers.buildings)
        for (const auto& building : layers.buildings->buildings)
            add_outlines(map.buildings, building.footprint, frame, tolerance);
    if (layers.vegetation)
        for (const auto& plant : layers.vegetation->plants) add_outlines(map.greens, plant.outline, frame, tolerance);
    return map;
}

}  // namespace

Polyline simplified(const Polyline& line, double tolerance_m) {
    if (line.size() < 3) return line;
    // Kept from call to call: a city has a million outlines, and their memory would cost more than their corners.
    thread_local std::vector<char> keep;
    thread_local std::vector<std::pair<std::size_t, std::size_t>> spans;
    keep.assign(line.size(), 0);
    keep.front() = keep.back() = 1;
    spans.assign(1, {0, line.size() - 1});
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double far = tolerance_m;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = distance_to_chord(line[i], line[first], line[last]); d > far) far = d, at = i;
        if (at == 0) continue;
        keep[at] = 1;
        spans.emplace_back(first, at);
        spans.emplace_back(at, last);
    }
    Polyline out;
    out.reserve(static_cast<std::size_t>(std::count(keep.begin(), keep.end(), 1)));
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i]) out.push_back(line[i]);
    return out;
}

BaseMap base_map(const RunResult& result, const Box& frame, const BaseMapOptions& options) {
    if (!result.layers) return {.frame = frame};
    BaseMap map;
    for (double tolerance = options.tolerance_m; tolerance <= 8 * options.tolerance_m; tolerance *= 2) {
        map = built(*result.layers, frame, tolerance);
        if (points_in(map) <= options.most_points) return map;
    }
    map.without_buildings = !map.buildings.empty() || !map.greens.empty();
    map.buildings.clear();
    map.greens.clear();
    if (points_in(map) > options.most_points) {
        map.without_footpaths = !map.footpaths.empty();
        map.footpaths.clear();
    }
    if (points_in(map) > options.most_points) map.streets.clear();
    return map;
}

Box interesting_frame(const RunResult& result) {
    Box box;
    for (const auto& place : result.places) {
        const Box b = box_of(place.place.shape);
        if (!b.empty()) box.grow({b.min_x, b.min_y}), box.grow({b.max_x, b.max_y});
    }
    const GridFrame& frame = result.gi_z.frame;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column)
            if (is_hot(result, result.gi_z.index(column, row))) box.grow(frame.centre(column, row));
    const Box whole = result.layers ? box_of(result.layers->window.shape) : Box{};
    if (box.empty())
        return whole.empty() ? Box{0, 0, 1000, 1000} : whole.expanded(0.02 * (whole.width() + whole.height()));
    return box.expanded(std::max(150.0, 0.08 * std::max(box.width(), box.height())));
}

MapView view_of(const Box& box, double width, double height) {
    const double w = std::max({box.width(), box.height() * width / height, 1.0}), h = w * height / width;
    const double x = (box.min_x + box.max_x) / 2, y = (box.min_y + box.max_y) / 2;
    return {{x - w / 2, y - h / 2, x + w / 2, y + h / 2}, width, height};
}

int hot_class(double z) {
    return z >= 5 ? 2 : z >= 3 ? 1 : 0;
}

}  // namespace lykta::outputs
