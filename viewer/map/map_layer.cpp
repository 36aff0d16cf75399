#include "viewer/map/map_layer.hpp"

#include <algorithm>
#include <array>

namespace lykta::viewer {

namespace {

constexpr std::array<const char*, layer_count> codes{
    "base_raster", "ground",    "illuminance", "intensity",     "change",   "areas",        "felt_areas", "vegetation",
    "streets",     "buildings", "inspected",   "light_deficit", "sight",    "window",       "hot_spots",  "incidents",
    "lamps",       "cameras",   "places",      "measures",      "scenario", "visible_area", "sketch",     "selection"};

void grow(Box& box, const Box& by) {
    if (by.empty()) return;
    box.grow({by.min_x, by.min_y});
    box.grow({by.max_x, by.max_y});
}

Box box_of(const GridFrame& frame) {
    Box box;
    box.grow(frame.origin);
    box.grow(
        {frame.origin.x + frame.columns * frame.cell_size.value, frame.origin.y + frame.rows * frame.cell_size.value});
    return box;
}

std::size_t memory_of(const Polygon& polygon) {
    std::size_t bytes = sizeof polygon + polygon.outer.size() * sizeof(Point);
    for (const auto& hole : polygon.holes) bytes += sizeof hole + hole.size() * sizeof(Point);
    return bytes;
}

std::size_t memory_of(const Detail& detail) {
    std::size_t bytes = detail.points.size() * sizeof(PointFeature);
    for (const auto& area : detail.areas) {
        bytes += sizeof area;
        for (const auto& polygon : area.shape) bytes += memory_of(polygon);
    }
    for (const auto& line : detail.lines) bytes += sizeof line + line.line.size() * sizeof(Point);
    for (const auto& label : detail.labels) bytes += sizeof label + label.text.size();
    return bytes;
}

}  // namespace

const char* layer_code(LayerId id) {
    return codes[static_cast<std::size_t>(id)];
}

std::optional<LayerId> layer_from_code(std::string_view code) {
    const auto at = std::find(codes.begin(), codes.end(), code);
    if (at == codes.end()) return std::nullopt;
    return static_cast<LayerId>(at - codes.begin());
}

Box box_of(const MapLayer& layer) {
    Box box;
    for (const auto& detail : layer.details) {
        for (const auto& area : detail.areas) grow(box, lykta::box_of(area.shape));
        for (const auto& line : detail.lines) grow(box, lykta::box_of(line.line));
        for (const auto& point : detail.points) box.grow(point.at);
    }
    if (layer.values) grow(box, box_of(layer.values->grid.frame));
    if (layer.image) grow(box, layer.image->box);
    return box;
}

std::size_t memory_of(const MapLayer& layer) {
    std::size_t bytes = sizeof layer;
    for (const auto& detail : layer.details) bytes += memory_of(detail);
    if (layer.values) bytes += layer.values->grid.values.size() * sizeof(float);
    if (layer.image) bytes += layer.image->rgba.size();
    return bytes;
}

}  // namespace lykta::viewer
