// Measures on the map: one symbol a kind, filled where chosen and hollow where only proposed; near, every lamp,
// clearing, camera and door of them; farther out one symbol for each kind at a place.
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using measures::MeasurePlan;
using measures::SitedMeasure;
using outputs::MeasureKind;
using study::StudyRun;

constexpr double items_until = 2.5;  ///< metres per pixel; farther out a place's kinds stand beside each other
constexpr double symbol_pixels = 17;

/// What is drawn of measures, each in two classes: chosen and not.
enum class Mark : std::uint8_t {
    view,      ///< what a camera would see
    clearing,  ///< the piece to clear
    line,      ///< stretches and tunnels
    repair,
    upgrade,
    add,
    shrub,
    camera,
    door,
    other,
    lamp,  ///< all work on lamps at a place, seen from far
};
constexpr int mark_count = 11;

MeasureKind kind_of(Mark mark) {
    constexpr MeasureKind kinds[] = {MeasureKind::camera,   MeasureKind::clearing, MeasureKind::other,
                                     MeasureKind::lamp,     MeasureKind::lamp,     MeasureKind::lamp,
                                     MeasureKind::clearing, MeasureKind::camera,   MeasureKind::building,
                                     MeasureKind::other,    MeasureKind::lamp};
    return kinds[static_cast<std::size_t>(mark)];
}

Symbol symbol_of(Mark mark) {
    constexpr Symbol symbols[] = {Symbol::dot,     Symbol::dot,    Symbol::dot,   Symbol::triangle,
                                  Symbol::diamond, Symbol::plus,   Symbol::shrub, Symbol::camera,
                                  Symbol::door,    Symbol::square, Symbol::lamp};
    return symbols[static_cast<std::size_t>(mark)];
}

std::string words_of(Mark mark) {
    switch (mark) {
        case Mark::view:
            return tr("what the camera would see");
        case Mark::clearing:
            return tr("plants to clear");
        case Mark::line:
            return tr("stretch or underpass to work on");
        case Mark::repair:
            return tr("lamp to repair");
        case Mark::upgrade:
            return tr("new luminaire");
        case Mark::add:
            return tr("new lamp");
        case Mark::shrub:
        case Mark::camera:
        case Mark::door:
        case Mark::other:
        case Mark::lamp:
            break;
    }
    return outputs::measure_kind_words(kind_of(mark));
}

/// What a measure's standing is: without a choice made, all are proposed.
struct Choice {
    std::set<std::uint32_t> sited;  ///< chosen
    bool made = false;              ///< somebody chose, be it nothing
};

Paint paint_of(Mark mark, Rgba colour, Rgba paper, bool is_chosen) {
    const bool is_day = paper == rgba("#ffffff");
    const Rgba edge = blended(colour, rgba(is_day ? "#10161f" : "#ffffff"), is_chosen ? 0.55 : 0.2);
    switch (mark) {
        case Mark::view:
            return area_paint({.fill = with_alpha(colour, is_chosen ? 0.20 : 0.05),
                               .edge = with_alpha(colour, 0.85),
                               .width = is_chosen ? 1.6F : 1.0F,
                               .dash = is_chosen ? 0.0F : 4.0F});
        case Mark::clearing:
            return area_paint({.fill = with_alpha(colour, is_chosen ? 0.35 : 0.06),
                               .edge = colour,
                               .width = is_chosen ? 1.8F : 1.0F,
                               .dash = is_chosen ? 0.0F : 4.0F,
                               .hatch = is_chosen});
        case Mark::line:
            return line_paint({.colour = with_alpha(colour, is_chosen ? 0.9 : 0.6),
                               .width = is_chosen ? 5.0F : 2.5F,
                               .dash = is_chosen ? 0.0F : 5.0F,
                               .casing_colour = with_alpha(paper, 0.8),
                               .casing = 1.0F});
        default:
            break;
    }
    const float size = is_chosen ? 15.0F : 12.0F;
    return symbol_paint({is_chosen ? colour : with_alpha(paper, 0.9), edge, size, is_chosen ? 1.3F : 1.6F});
}

/// Colours of the kinds on dark ground: the report's, lifted.
Rgba night_colour(MeasureKind kind) {
    return blended(rgba(outputs::measure_kind_colour(kind)), rgba("#ffffff"), kind == MeasureKind::lamp ? 0.1 : 0.45);
}

void add_mark_classes(MapLayer& layer, const Choice& choice) {
    for (const bool is_chosen : {true, false})
        for (int i = 0; i < mark_count; ++i) {
            const auto mark = static_cast<Mark>(i);
            const std::string words = words_of(mark);
            const Rgba day = rgba(outputs::measure_kind_colour(kind_of(mark)));
            add_class(layer,
                      {is_chosen     ? say("{}, chosen", words)
                       : choice.made ? say("{}, proposed but not chosen", words)
                                     : say("{}, proposed", words),
                       paint_of(mark, day, rgba("#ffffff"), is_chosen),
                       paint_of(mark, night_colour(kind_of(mark)), rgba("#0b101a"), is_chosen), symbol_of(mark)});
        }
}

std::uint8_t group_of(Mark mark, bool is_chosen) {
    return static_cast<std::uint8_t>((is_chosen ? 0 : mark_count) + static_cast<int>(mark));
}

Mark mark_of(measures::LampWork work) {
    return work == measures::LampWork::repair    ? Mark::repair
           : work == measures::LampWork::upgrade ? Mark::upgrade
                                                 : Mark::add;
}

Mark far_mark(MeasureKind kind) {
    constexpr Mark marks[] = {Mark::lamp, Mark::shrub, Mark::camera, Mark::door, Mark::other};
    return marks[static_cast<std::size_t>(kind)];
}

// --- Near ------------------------------------------------------------------------------------------------------------

/// Puts one sited measure's features into a level.
class Marker {
public:
    Marker(Detail& into, std::uint32_t record, bool is_chosen)
        : m_into(into), m_record(record), m_is_chosen(is_chosen) {}
    void area(Mark mark, const MultiPolygon& shape) {
        if (!shape.empty())
            m_into.areas.push_back({.shape = shape, .group = group_of(mark, m_is_chosen), .record = m_record});
    }
    void line(const Polyline& line) {
        if (line.size() > 1)
            m_into.lines.push_back({.line = line, .group = group_of(Mark::line, m_is_chosen), .record = m_record});
    }
    void point(Mark mark, Point at, double degrees = 0) {
        m_into.points.push_back({.at = at,
                                 .group = group_of(mark, m_is_chosen),
                                 .turn = static_cast<float>(degrees * std::numbers::pi / 180),
                                 .record = m_record});
    }

private:
    Detail& m_into;
    std::uint32_t m_record;
    bool m_is_chosen;
};

bool has_items(const SitedMeasure& sited) {
    return !sited.lamps.empty() || !sited.clearings.empty() || !sited.cameras.empty() || !sited.work.empty();
}

void mark_items(const SitedMeasure& sited, Marker& marker) {
    for (const auto& change : sited.lamps) marker.point(mark_of(change.work), change.after.position);
    for (const auto& clearing : sited.clearings) {
        marker.area(Mark::clearing, clearing.shape);
        if (area(clearing.shape) > 0) marker.point(Mark::shrub, centroid(clearing.shape));
    }
    for (const auto& camera : sited.cameras) {
        marker.area(Mark::view, camera.view);
        marker.point(Mark::camera, camera.position, camera.heading.value);
    }
    // Doors of one house lie on one point: one symbol each is enough.
    std::set<std::pair<double, double>> doors;
    for (const auto& item : sited.work)
        if (doors.emplace(item.position.x, item.position.y).second) marker.point(Mark::door, item.position);
}

/// Lines of a stretch or tunnel; for the place or district as a whole a symbol beside its number.
void mark_whole(const StudyRun& run, const SitedMeasure& sited, Marker& marker) {
    if (const auto* lines = std::get_if<MultiLine>(&sited.shape)) {
        for (const auto& line : lines->lines) marker.line(line);
        return;
    }
    if (sited.place >= run.result.places.size()) return;
    const Point at = run.result.places[sited.place].place.centre;
    marker.point(Mark::other, {at.x + 18, at.y});
}

Detail near_level(const StudyRun& run, const MeasurePlan& plan, const Choice& choice) {
    Detail detail = level(0, items_until);
    for (const bool is_chosen : {false, true})
        for (std::uint32_t i = 0; i < plan.sited.size(); ++i) {
            if (choice.sited.contains(i) != is_chosen) continue;
            Marker marker(detail, i, is_chosen);
            if (has_items(plan.sited[i]))
                mark_items(plan.sited[i], marker);
            else if (!outputs::is_for_area(plan, plan.sited[i]))
                mark_whole(run, plan.sited[i], marker);
        }
    return detail;
}

// --- Far -------------------------------------------------------------------------------------------------------------

/// A kind at a place and whether it is chosen there; the record is the first such sited measure.
struct KindHere {
    bool is_chosen = false;
    std::uint32_t sited = 0;
};
using KindsHere = std::map<MeasureKind, KindHere>;

/// Where anything was chosen, what was not is left to the near view.
std::map<std::uint32_t, KindsHere> kinds_by_place(const StudyRun& run, const MeasurePlan& plan, const Choice& choice) {
    std::map<std::uint32_t, KindsHere> all;
    for (std::uint32_t i = 0; i < plan.sited.size(); ++i) {
        const auto& sited = plan.sited[i];
        const bool is_chosen = choice.sited.contains(i);
        if (sited.place >= run.result.places.size() || outputs::is_for_area(plan, sited)) continue;
        if (choice.made && !choice.sited.empty() && !is_chosen) continue;
        const auto kind = outputs::measure_kind(outputs::measure_of(plan, sited).siting);
        const auto [at, is_new] = all[sited.place].emplace(kind, KindHere{is_chosen, i});
        if (!is_new && is_chosen && !at->second.is_chosen) at->second = {true, i};
    }
    return all;
}

/// A row of symbols under the place's number, as wide as symbols are at this scale.
Detail far_level(const StudyRun& run, const std::map<std::uint32_t, KindsHere>& kinds, Detail detail) {
    const double to =
        std::isfinite(detail.to_metres_per_pixel) ? detail.to_metres_per_pixel : 2 * detail.from_metres_per_pixel;
    const double pixel_m = std::sqrt(detail.from_metres_per_pixel * to);
    for (const auto& [place, here] : kinds) {
        const Point centre = run.result.places[place].place.centre;
        double x = centre.x - (static_cast<double>(here.size()) - 1) / 2 * symbol_pixels * pixel_m;
        for (const auto& [kind, one] : here) {
            detail.points.push_back({.at = {x, centre.y - 1.25 * symbol_pixels * pixel_m},
                                     .group = group_of(far_mark(kind), one.is_chosen),
                                     .record = one.sited});
            x += symbol_pixels * pixel_m;
        }
    }
    return detail;
}

LayerPointer made(const StudyRun& run, const Choice& choice) {
    if (!run.result.measures || run.result.measures->sited.empty()) return nullptr;
    const auto& plan = *run.result.measures;
    MapLayer layer{.id = LayerId::measures,
                   .title = tr("Measures"),
                   .note = choice.made ? tr("Filled: chosen for the budget; hollow: proposed but not chosen. What a "
                                            "measure does is told with its evidence, and not every measure has any.")
                                       : tr("Proposed measures; no budget has been set. What a measure does is told "
                                            "with its evidence, and not every measure has any.")};
    add_mark_classes(layer, choice);
    layer.details.push_back(near_level(run, plan, choice));
    const auto kinds = kinds_by_place(run, plan, choice);
    for (const auto& [from, to] : {std::pair{items_until, 5.0}, {5.0, 10.0}, {10.0, 20.0}, {20.0, endless}})
        layer.details.push_back(far_level(run, kinds, level(from, to)));
    return finished(std::move(layer));
}

}  // namespace

LayerPointer measure_layer(const StudyRun& run, const std::vector<std::uint32_t>& chosen_options) {
    Choice choice{.sited = {}, .made = true};
    if (run.result.measures)
        for (const auto option : chosen_options)
            if (option < run.result.measures->options.size())
                for (const auto sited : run.result.measures->options[option].sited) choice.sited.insert(sited);
    return made(run, choice);
}

void add_measure_layers(const StudyRun& run, MapLayers& into) {
    if (!run.result.measures) return;
    Choice choice;
    if (run.result.measures->portfolio) {
        const auto told = outputs::told_measures(*run.result.measures);
        choice = {.sited = {told.begin(), told.end()}, .made = true};
    }
    if (auto layer = made(run, choice)) into[LayerId::measures] = std::move(layer);
}

}  // namespace lykta::viewer
