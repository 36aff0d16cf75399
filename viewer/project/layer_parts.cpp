#include "viewer/project/layer_parts.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <filesystem>

#include "outputs/text.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t most_classes = 255;

bool is_empty(const Detail& detail) {
    return detail.areas.empty() && detail.lines.empty() && detail.points.empty() && detail.labels.empty();
}

template <class Visit>
void each_group(std::vector<Detail>& details, const Visit& visit) {
    for (auto& detail : details) {
        for (auto& f : detail.areas) visit(f.group);
        for (auto& f : detail.lines) visit(f.group);
        for (auto& f : detail.points) visit(f.group);
    }
}

void drop_unused_classes(MapLayer& layer) {
    std::array<bool, most_classes + 1> used{};
    each_group(layer.details, [&](std::uint8_t group) { used[group] = true; });
    std::array<std::uint8_t, most_classes + 1> now{};
    std::vector<LayerClass> kept;
    for (std::size_t i = 0; i < layer.classes.size(); ++i)
        if (used[i]) {
            now[i] = static_cast<std::uint8_t>(kept.size());
            kept.push_back(std::move(layer.classes[i]));
        }
    if (kept.size() != layer.classes.size())
        each_group(layer.details, [&](std::uint8_t& group) { group = now[group]; });
    layer.classes = std::move(kept);
}

}  // namespace

Paint area_paint(const AreaLook& look) {
    return {.fill = look.fill, .edge = look.edge, .width = look.width, .dash = look.dash, .hatch = look.hatch};
}

Paint line_paint(const LineLook& look) {
    return {
        .fill = look.colour, .edge = look.casing_colour, .width = look.width, .dash = look.dash, .casing = look.casing};
}

Paint symbol_paint(const SymbolLook& look) {
    return {.fill = look.fill, .edge = look.edge, .width = look.width, .size = look.size};
}

std::uint8_t add_class(MapLayer& layer, LayerClass group) {
    assert(layer.classes.size() < most_classes);
    layer.classes.push_back(std::move(group));
    return static_cast<std::uint8_t>(layer.classes.size() - 1);
}

Detail level(double from, double to) {
    Detail detail;
    detail.from_metres_per_pixel = from;
    detail.to_metres_per_pixel = to;
    return detail;
}

LayerPointer finished(MapLayer layer) {
    while (!layer.details.empty() && is_empty(layer.details.back())) layer.details.pop_back();
    while (!layer.details.empty() && is_empty(layer.details.front())) layer.details.erase(layer.details.begin());
    if (layer.details.empty() && !layer.values && !layer.image) return nullptr;
    drop_unused_classes(layer);
    return std::make_shared<const MapLayer>(std::move(layer));
}

void put(MapLayer layer, MapLayers& into) {
    const LayerId id = layer.id;
    if (auto made = finished(std::move(layer))) into[id] = std::move(made);
}

std::string files_of(const std::vector<layers::SourceReport>& reports) {
    std::string names;
    for (const auto& report : reports) {
        const auto name = std::filesystem::path(report.path).filename().string();
        if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
    return names.empty() ? std::string("–") : shown_text(names);
}

std::string shown_text(const std::string& text) {
    return outputs::mask_personal_numbers(outputs::clean_utf8(text));
}

std::vector<Polyline> rings_of(const MultiPolygon& shape) {
    std::vector<Polyline> rings;
    for (const auto& polygon : shape) {
        rings.push_back(polygon.outer);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

MultiPolygon rectangle(const Box& box) {
    return {Polygon{{{box.min_x, box.min_y},
                     {box.max_x, box.min_y},
                     {box.max_x, box.max_y},
                     {box.min_x, box.max_y},
                     {box.min_x, box.min_y}},
                    {}}};
}

}  // namespace lykta::viewer
