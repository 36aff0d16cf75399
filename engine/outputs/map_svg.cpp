// Maps as SVG, for paper, for pages without script and for each place.
#include <algorithm>
#include <cmath>

#include "outputs/hot_cells.hpp"
#include "outputs/html.hpp"
#include "outputs/map_pieces.hpp"
#include "outputs/report_map.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

/// Runs of hot cells of one class in a row become one rectangle.
std::string hot_cells_svg(const MapView& view, const RunResult& result) {
    const GridFrame& f = result.gi_z.frame;
    std::string out;
    const auto class_at = [&](int column, int row) {
        if (column >= f.columns) return -1;
        const auto cell = result.gi_z.index(column, row);
        return is_hot(result, cell) ? hot_class(result.gi_z.values[cell]) : -1;
    };
    for (int row = 0; row < f.rows; ++row)
        for (int column = 0; column < f.columns;) {
            const int kind = class_at(column, row), start = column;
            while (column < f.columns && class_at(column, row) == kind) ++column;
            if (kind < 0) continue;
            const double size = f.cell_size.value;
            const Point corner = view.at({f.origin.x + start * size, f.origin.y + (row + 1) * size});
            out += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>", px(corner.x),
                               px(corner.y), px((column - start) * size * view.scale()), px(size * view.scale()),
                               hot_colours[kind]);
        }
    return element("g", "class=\"m-hot\"", out);
}

std::string deficit_svg(const MapView& view, const RunResult& result) {
    std::vector<Polyline> below, half;
    for (const auto& s : result.stretches)
        if (s.below_class) (s.deficit_share >= 0.5 ? half : below).push_back(s.line);
    return lines_svg(view, below, "m-below") + lines_svg(view, half, "m-half");
}

std::string late_svg(const MapView& view, const RunResult& result) {
    return lines_svg(view, late_stretches(result), "m-late");
}

}  // namespace

std::string base_svg(const MapView& view, const BaseMap& base) {
    return shapes_svg(view, base.window, "m-window") + shapes_svg(view, base.greens, "m-green") +
           shapes_svg(view, base.buildings, "m-building") + lines_svg(view, base.footpaths, "m-path") +
           lines_svg(view, base.streets, "m-street-edge") + lines_svg(view, base.streets, "m-street");
}

std::string lamps_svg(const MapView& view, const RunResult& result, double radius) {
    std::string lit, out;
    if (!result.layers || !result.layers->lighting) return "";
    for (const auto& lamp : result.layers->lighting->lamps) {
        if (!view.world.contains(lamp.position)) continue;
        const Point p = view.at(lamp.position);
        if (lamp.state == layers::LampState::out)
            out += fmt::format("M{0} {1}l{2} {2}m0 -{2}l-{2} {2}", px(p.x - radius), px(p.y - radius), px(2 * radius));
        else
            lit += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", px(p.x), px(p.y), px(radius));
    }
    if (!out.empty()) out = fmt::format("<path class=\"m-out\" d=\"{}\"/>", out);
    return element("g", "class=\"m-lamp\"", lit) + out;
}

std::string outline_svg(const MapView& view, const MultiPolygon& shape) {
    std::vector<Ring> rings;
    for (const Polygon& polygon : shape) rings.push_back(polygon.outer);
    return shapes_svg(view, rings, "m-place");
}

std::string hiding_svg(const MapView& view, const RunResult& result, const places::RankedPlace& place) {
    if (!result.layers || !result.layers->vegetation) return "";
    std::vector<Ring> rings;
    for (const auto i : place.facts.blocking_plants)
        for (const Polygon& polygon : result.layers->vegetation->plants[i].outline) rings.push_back(polygon.outer);
    return shapes_svg(view, rings, "m-hides");
}

std::string framed(const MapView& view, std::string_view css_class, std::string_view title, std::string_view inner) {
    return fmt::format(
        "<svg class=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"><rect class=\"m-ground\" "
        "width=\"{}\" height=\"{}\"/>{}</svg>",
        css_class, px(view.width), px(view.height), html_text(title), px(view.width), px(view.height), inner);
}

std::string city_map_svg(const RunResult& result) {
    const MapView view = view_of(interesting_frame(result), 1000, 640);
    const double pixel_m = 1 / view.scale();
    const BaseMap base = base_map(result, view.world, {.tolerance_m = std::max(0.5, pixel_m), .most_points = 40000});
    std::string inner =
        base_svg(view, base) + hot_cells_svg(view, result) + late_svg(view, result) + deficit_svg(view, result);
    if (view.scale() >= 0.5) inner += lamps_svg(view, result, 2.2);
    for (const auto& place : result.places) inner += outline_svg(view, place.place.shape);
    inner += markers_svg(view, result) + scale_and_north_svg(view);
    return framed(view, "map-svg", say("Map of {}: places, hot-spot cells, light deficit and lamps", result.study_name),
                  inner);
}

std::string place_map_svg(const RunResult& result, const places::RankedPlace& place) {
    const Box box = box_of(place.place.shape);
    const double margin = std::max(60.0, 0.35 * std::max(box.width(), box.height()));
    const MapView view = view_of(
        (box.empty() ? Box{place.place.centre.x, place.place.centre.y, place.place.centre.x, place.place.centre.y}
                     : box)
            .expanded(margin),
        440, 330);
    const BaseMap base = base_map(result, view.world, {.tolerance_m = 0.5, .most_points = 6000});
    const std::string inner = base_svg(view, base) + hiding_svg(view, result, place) + late_svg(view, result) +
                              deficit_svg(view, result) + outline_svg(view, place.place.shape) +
                              lamps_svg(view, result, 3.2) + street_names_svg(view, result) + scale_and_north_svg(view);
    return framed(view, "place-svg", say("Map of {} and its surroundings", place.place.name), inner);
}

}  // namespace lykta::outputs
