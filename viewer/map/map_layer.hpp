// What is on the map, as data: layers of areas, lines, points, texts and rasters, each feature in a class that has a
// label and a paint. The window (OpenGL) and the page (Cairo) draw the same layers; the legend is the list of classes.
#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/grid.hpp"
#include "viewer/map/colour.hpp"

namespace lykta::viewer {

/// Every layer there is, about bottom to top; the order first drawn in is initial_state() (light over streets), and the
/// user may change it.
enum class LayerId : std::uint8_t {
    base_raster,  ///< the user's own GeoTIFF, MBTiles or GeoPackage tiles
    ground,       ///< the paper of the town and its green
    illuminance,  ///< lx at the ground; by night it lights the town
    intensity,    ///< incidents per hectare and year
    change,       ///< intensity of one period against another
    areas,        ///< districts
    felt_areas,   ///< perceived safety; never mixed with recorded incidents
    vegetation,   ///< by height
    streets,
    buildings,
    inspected,      ///< buildings by state of their inspection
    light_deficit,  ///< stretches below their class
    sight,          ///< stretches where people are seen late
    window,         ///< where incidents could have been recorded
    hot_spots,      ///< significant cells
    incidents,
    lamps,
    cameras,
    places,        ///< outlines and numbers of ranked places
    measures,      ///< proposed measures
    scenario,      ///< what-if: lamps, cameras, clearings of the user and the stretches they change
    visible_area,  ///< of a clicked point, with its sight lines
    sketch,        ///< lengths and areas being measured
    selection,
};
constexpr int layer_count = static_cast<int>(LayerId::selection) + 1;
[[nodiscard]] const char* layer_code(LayerId id);  ///< "light_deficit": scripts and settings use it
[[nodiscard]] std::optional<LayerId> layer_from_code(std::string_view code);

/// Shapes of points, told apart in grey. `dot` is a filled circle; `pin` a disc with room for a number.
enum class Symbol : std::uint8_t { dot, ring, square, diamond, triangle, cross, plus, lamp, camera, shrub, door, pin };

/// How a class is painted. Widths and sizes in pixels at 100 % (1/96 inch on paper).
struct Paint {
    Rgba fill;            ///< of areas and symbols; of lines: their colour
    Rgba edge;            ///< outline; alpha 0: none
    float width = 1.0F;   ///< of lines and outlines
    float size = 8.0F;    ///< of symbols, across
    float dash = 0.0F;    ///< length of dashes and of gaps; 0: unbroken
    float casing = 0.0F;  ///< extra width of `edge` on each side of a line, drawn beneath it
    bool hatch = false;   ///< areas: thin diagonal lines in `edge`, so that colour is not the only carrier
};

/// A group of features painted alike. By night `night` is used.
struct LayerClass {
    std::string label;  ///< in the user's language; what the legend says. Empty: not in the legend
    Paint day, night;
    Symbol symbol = Symbol::dot;
};

constexpr std::uint32_t no_record = std::numeric_limits<std::uint32_t>::max();

struct AreaFeature {
    MultiPolygon shape;
    std::uint8_t group = 0;            ///< into MapLayer::classes
    std::uint32_t record = no_record;  ///< what was drawn: index into the study's layer, or the place
};
struct LineFeature {
    Polyline line;
    std::uint8_t group = 0;
    std::uint32_t record = no_record;
};
struct PointFeature {
    Point at;
    std::uint8_t group = 0;
    float turn = 0;   ///< radians anticlockwise from +x: where a camera looks
    float scale = 1;  ///< of the class's size: clusters grow with their count
    std::uint32_t record = no_record;
};
enum class LabelKind : std::uint8_t { street, area, place, count, water };
/// A text that wants to stand on the map; label placement decides which may.
struct MapLabel {
    std::string text;
    Point at;
    LabelKind kind = LabelKind::street;
    float priority = 0;  ///< higher goes first; ties by text, then position
    float turn = 0;      ///< radians anticlockwise, along a street; kept readable
    float room_m = 0;    ///< the text must fit in this many metres; 0: no such demand
};

/// One level of detail: drawn while `from` ≤ metres per pixel < `to`. Levels of a layer do not overlap.
struct Detail {
    double from_metres_per_pixel = 0, to_metres_per_pixel = std::numeric_limits<double>::infinity();
    std::vector<AreaFeature> areas;
    std::vector<LineFeature> lines;
    std::vector<PointFeature> points;
    std::vector<MapLabel> labels;
};

/// Values on a lattice with the scale that colours them. NaN: nothing is drawn.
struct RasterValues {
    Grid<float> grid;
    ColourScale day, night;
};
/// Colours on a rectangle of the plane: a base map. Rows from north to south, RGBA, 8 bits.
struct RasterImage {
    Box box;
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// A layer, whole. Never changed once made: a change is a new layer, and drawing code keeps what it made of the old one
/// by its address.
struct MapLayer {
    LayerId id = LayerId::ground;
    std::string title;  ///< "Hot spots"
    std::string unit;   ///< "incidents per hectare and year"; empty: none
    std::string note;   ///< what a reader must know: source, method, caveat. One sentence
    std::vector<LayerClass> classes;
    std::vector<Detail> details;
    std::optional<RasterValues> values;
    std::optional<RasterImage> image;
};
using LayerPointer = std::shared_ptr<const MapLayer>;

/// A layer as it is to be drawn now.
struct ShownLayer {
    LayerPointer layer;
    float opacity = 1.0F;
};

[[nodiscard]] Box box_of(const MapLayer& layer);             ///< all it holds; empty when nothing
[[nodiscard]] std::size_t memory_of(const MapLayer& layer);  ///< bytes, about

}  // namespace lykta::viewer
