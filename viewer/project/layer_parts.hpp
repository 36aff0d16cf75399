// What every layer is made with: paints, levels of detail, and the finish that leaves out what nothing uses.
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "layers/layers.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

constexpr double endless = std::numeric_limits<double>::infinity();

struct AreaLook {
    Rgba fill, edge;
    float width = 1.0F, dash = 0.0F;
    bool hatch = false;
};
[[nodiscard]] Paint area_paint(const AreaLook& look);
struct LineLook {
    Rgba colour;
    float width = 1.0F, dash = 0.0F;
    Rgba casing_colour = {};
    float casing = 0.0F;
};
[[nodiscard]] Paint line_paint(const LineLook& look);
struct SymbolLook {
    Rgba fill, edge;
    float size = 8.0F, width = 1.0F;
};
[[nodiscard]] Paint symbol_paint(const SymbolLook& look);

/// Appends a class. \returns its group
std::uint8_t add_class(MapLayer& layer, LayerClass group);
/// An empty level drawn while from ≤ metres per pixel < to.
[[nodiscard]] Detail level(double from, double to);

/// Classes that no feature uses and levels at both ends that hold nothing are left out. Null when nothing is drawn.
[[nodiscard]] LayerPointer finished(MapLayer layer);
/// finished() and put in its place; nothing is put where nothing is drawn.
void put(MapLayer layer, MapLayers& into);

/// "belysning.gpkg, stolpar.csv": the files behind a layer, folders left out.
[[nodiscard]] std::string files_of(const std::vector<layers::SourceReport>& reports);

/// A text with what could be a personal number masked and broken bytes replaced, as every other output has it.
[[nodiscard]] std::string shown_text(const std::string& text);

/// The outline of a shape as lines, one a ring.
[[nodiscard]] std::vector<Polyline> rings_of(const MultiPolygon& shape);

/// A straight square of the plane.
[[nodiscard]] MultiPolygon rectangle(const Box& box);

}  // namespace lykta::viewer
