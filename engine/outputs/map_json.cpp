// The map's data for the script: whole decimetres from the frame's corner, each line as first point and steps.
#include <nlohmann/json.hpp>

#include <cmath>

#include "outputs/hot_cells.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_map.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using Json = nlohmann::ordered_json;

/// Coordinates relative to the frame's south-west corner, in decimetres.
class Decimetres {
public:
    explicit Decimetres(const Box& frame) : m_origin{std::floor(frame.min_x), std::floor(frame.min_y)} {}
    [[nodiscard]] Json point(Point p) const { return Json::array({x_of(p), y_of(p)}); }
    /// x, y, then steps dx, dy …
    [[nodiscard]] Json line(const Polyline& points) const {
        Json numbers = Json::array();
        std::int64_t x = 0, y = 0;
        for (const Point& p : points) {
            numbers.push_back(x_of(p) - x);
            numbers.push_back(y_of(p) - y);
            x = x_of(p), y = y_of(p);
        }
        return numbers;
    }
    [[nodiscard]] Json lines(const std::vector<Polyline>& all) const {
        Json list = Json::array();
        for (const auto& points : all) list.push_back(line(points));
        return list;
    }

private:
    [[nodiscard]] std::int64_t x_of(Point p) const { return std::llround((p.x - m_origin.x) * 10); }
    [[nodiscard]] std::int64_t y_of(Point p) const { return std::llround((p.y - m_origin.y) * 10); }
    Point m_origin;
};

Json place_json(const places::RankedPlace& place, const RunResult& result, const Decimetres& dm) {
    std::vector<Ring> rings;
    for (const auto& polygon : place.place.shape) rings.push_back(polygon.outer);
    const bool hidden = is_hidden(result, place.facts.incidents);
    const std::string note = hidden ? reason_words(place.reason)
                                    : say("{} points, {}", number_text(place.score, 1), reason_words(place.reason));
    return {{"rank", place.rank},
            {"name", mask_personal_numbers(clean_utf8(place.place.name))},
            {"note", note},
            {"anchor", anchor_of(place)},
            {"at", dm.point(place.place.centre)},
            {"rings", dm.lines(rings)}};
}

Json hot_json(const RunResult& result, const Decimetres& dm) {
    Json classes = Json::array({Json::array(), Json::array(), Json::array()});
    const GridFrame& frame = result.gi_z.frame;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const auto cell = result.gi_z.index(column, row);
            if (!is_hot(result, cell)) continue;
            const double s = frame.cell_size.value;
            const Json corner = dm.point({frame.origin.x + column * s, frame.origin.y + row * s});
            classes[static_cast<std::size_t>(hot_class(result.gi_z.values[cell]))].push_back(corner);
        }
    return {{"size", std::llround(frame.cell_size.value * 10)}, {"classes", classes}};
}

Json deficit_json(const RunResult& result, const Decimetres& dm) {
    Json below = Json::array(), half = Json::array();
    for (const auto& s : result.stretches)
        if (s.below_class) (s.deficit_share >= 0.5 ? half : below).push_back(dm.line(simplified(s.line, 1)));
    return {{"below", below}, {"half", half}};
}

Json late_json(const RunResult& result, const Decimetres& dm) {
    Json lines = Json::array();
    for (const auto& line : late_stretches(result)) lines.push_back(dm.line(simplified(line, 1)));
    return lines;
}

Json lamps_json(const RunResult& result, const Decimetres& dm) {
    Json lit = Json::array(), out = Json::array();
    if (result.layers && result.layers->lighting && result.layers->lighting->lamps.size() <= most_lamps_on_map)
        for (const auto& lamp : result.layers->lighting->lamps)
            (lamp.state == layers::LampState::out ? out : lit).push_back(dm.point(lamp.position));
    return {{"lit", lit}, {"out", out}};
}

}  // namespace

std::string map_json(const RunResult& result) {
    const Box view = interesting_frame(result);
    Box frame = result.layers ? box_of(result.layers->window.shape) : view;
    if (frame.empty()) frame = view;
    frame.grow({view.min_x, view.min_y});
    frame.grow({view.max_x, view.max_y});
    const BaseMap base = base_map(result, frame);
    const Decimetres dm(frame);
    Json places = Json::array();
    for (const auto& place : result.places) places.push_back(place_json(place, result, dm));
    const Json all = {
        {"view", Json::array({dm.point({view.min_x, view.min_y}), dm.point({view.max_x, view.max_y})})},
        {"frame", Json::array({dm.point({frame.min_x, frame.min_y}), dm.point({frame.max_x, frame.max_y})})},
        {"window", dm.lines(base.window)},
        {"greens", dm.lines(base.greens)},
        {"buildings", dm.lines(base.buildings)},
        {"paths", dm.lines(base.footpaths)},
        {"streets", dm.lines(base.streets)},
        {"hot", hot_json(result, dm)},
        {"deficit", deficit_json(result, dm)},
        {"late", late_json(result, dm)},
        {"lamps", lamps_json(result, dm)},
        {"places", places},
        {"colours",
         {{"hot", hot_colours}, {"below", below_class_colour}, {"half", half_class_colour}, {"late", late_colour}}},
        {"words", {{"in", tr("Zoom in")}, {"out", tr("Zoom out")}, {"north", tr("North is up")}}}};
    return inline_json(all.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace lykta::outputs
