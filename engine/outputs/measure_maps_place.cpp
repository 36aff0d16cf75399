// A place as it is and as it would be, and what its cameras would see.
#include <algorithm>
#include <map>

#include "outputs/html.hpp"
#include "outputs/map_pieces.hpp"
#include "outputs/measure_maps.hpp"
#include "outputs/measure_symbols.hpp"
#include "outputs/report_map.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::StretchChange;

enum class Side { before, after };

/// The last word on each stretch some measure changes: reached where any of them reaches it.
std::map<std::uint32_t, StretchChange> changes_of(const MeasurePlan& plan, const std::vector<std::uint32_t>& sited) {
    std::map<std::uint32_t, StretchChange> merged;
    for (const auto s : sited)
        for (const auto& change : plan.sited[s].changes) {
            const auto [at, is_new] = merged.emplace(change.stretch, change);
            if (is_new) continue;
            auto& known = at->second;
            if (change.has_light && (!known.has_light || change.average_after > known.average_after)) {
                known.average_after = change.average_after;
                known.minimum_after = change.minimum_after;
                known.below_before = change.below_before;
                known.below_after = change.below_after;
                known.has_light = true;
            }
            if (change.has_sight && (!known.has_sight || change.under_25_after_m < known.under_25_after_m)) {
                known.under_25_before_m = change.under_25_before_m;
                known.under_25_after_m = change.under_25_after_m;
                known.has_sight = true;
            }
        }
    return merged;
}

/// Stretches by what is drawn of them, as SVG; empty where none lies in the view.
struct Lines {
    std::string below, half, reached, short_sight;
};

bool is_short(double under_25_m, double length_m) {
    return under_25_m > length_m / 2;
}

/// Every stretch of the run, changed ones as they are on that side.
Lines lines_of(const MapView& view, const RunResult& result, const std::map<std::uint32_t, StretchChange>& changes,
               Side side) {
    std::vector<Polyline> below_class, half, reached, short_sight;
    for (std::uint32_t i = 0; i < result.stretches.size(); ++i) {
        const auto& s = result.stretches[i];
        const auto found = changes.find(i);
        const bool changed = found != changes.end();
        const bool after = side == Side::after;
        const bool below = after && changed && found->second.has_light ? found->second.below_after : s.below_class;
        if (below)
            (!(after && changed) && s.deficit_share >= 0.5 ? half : below_class).push_back(s.line);
        else if (after && changed && found->second.has_light && found->second.below_before)
            reached.push_back(s.line);
        const bool has_sight = result.sight && i < result.sight->stretches.size();
        double under_25 = has_sight ? result.sight->stretches[i].under_25_m : 0;
        if (changed && found->second.has_sight)
            under_25 = after ? found->second.under_25_after_m : found->second.under_25_before_m;
        if (is_short(under_25, s.to_m - s.from_m)) short_sight.push_back(s.line);
    }
    return {lines_svg(view, below_class, "m-below"), lines_svg(view, half, "m-half"),
            lines_svg(view, reached, "m-reached"), lines_svg(view, short_sight, "m-late")};
}

std::string stretches_svg(const Lines& lines) {
    return lines.short_sight + lines.reached + lines.below + lines.half;
}

std::vector<Ring> rings_of(const MultiPolygon& shape) {
    std::vector<Ring> rings;
    for (const auto& polygon : shape) {
        rings.push_back(polygon.outer);
        rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    }
    return rings;
}

std::string camera_svg(const MapView& view, const measures::CameraSite& camera) {
    std::string out = shapes_svg(view, rings_of(camera.view), "m-view");
    for (const auto& mask : camera.masks) out += shapes_svg(view, rings_of(mask), "m-mask");
    return out + camera_symbol(view.at(camera.position), camera.heading.value, 20);
}

/// What is done, on top of the place as it is.
std::string work_svg(const MapView& view, const MeasurePlan& plan, const std::vector<std::uint32_t>& drawn) {
    std::string cleared, cameras, points;
    for (const auto s : drawn) {
        const auto& sited = plan.sited[s];
        for (const auto& clearing : sited.clearings) cleared += shapes_svg(view, rings_of(clearing.shape), "m-cleared");
        for (const auto& camera : sited.cameras) cameras += camera_svg(view, camera);
        for (const auto& lamp : sited.lamps) points += lamp_symbol(lamp.work, view.at(lamp.after.position), 13);
        std::vector<Point> marked;
        for (const auto& item : sited.work) {
            if (std::find(marked.begin(), marked.end(), item.position) != marked.end()) continue;
            marked.push_back(item.position);
            points += kind_symbol(MeasureKind::building, view.at(item.position), 15);
        }
    }
    return cleared + cameras + points;
}

Box box_of_place(const RunResult& result, std::uint32_t place, const std::vector<std::uint32_t>& drawn) {
    Box box = box_of(result.places[place].place.shape);
    if (box.empty()) box.grow(result.places[place].place.centre);
    for (const auto s : drawn) {
        for (const auto& lamp : result.measures->sited[s].lamps) box.grow(lamp.after.position);
        for (const auto& camera : result.measures->sited[s].cameras) box.grow(camera.position);
    }
    return box.expanded(std::max(35.0, 0.15 * std::max(box.width(), box.height())));
}

std::string ground(const MapView& view, const RunResult& result, const places::RankedPlace& place) {
    return base_svg(view, base_map(result, view.world, {.tolerance_m = 0.5, .most_points = 6000})) +
           hiding_svg(view, result, place);
}

/// Only what the two maps show.
std::string place_legend(const MeasurePlan& plan, const std::vector<std::uint32_t>& drawn, const Lines& before,
                         const Lines& after) {
    std::vector<std::string> entries;
    const auto line = [&](bool seen, const char* css, const char* text) {
        if (seen) entries.push_back(legend_entry(fmt::format("<path class=\"{}\" d=\"M2 9h26\"/>", css), text));
    };
    line(!before.below.empty() || !after.below.empty(), "m-below", tr("light below its class"));
    line(!before.half.empty() || !after.half.empty(), "m-half", tr("light under half of its class"));
    line(!after.reached.empty(), "m-reached", tr("reaches its class afterwards"));
    line(!before.short_sight.empty(), "m-late", tr("people are seen nearer than 25 m on most of it"));
    bool work[3] = {}, clearing = false, camera = false, masks = false, items = false;
    for (const auto s : drawn) {
        const auto& sited = plan.sited[s];
        for (const auto& lamp : sited.lamps) work[static_cast<int>(lamp.work)] = true;
        clearing = clearing || !sited.clearings.empty();
        items = items || !sited.work.empty();
        for (const auto& one : sited.cameras) camera = true, masks = masks || !one.masks.empty();
    }
    const char* lamp_texts[] = {tr("lamp repaired"), tr("lamp given a new luminaire"), tr("new lamp")};
    for (int i = 0; i < 3; ++i)
        if (work[i])
            entries.push_back(
                legend_entry(lamp_symbol(static_cast<measures::LampWork>(i), {15, 9}, 14), lamp_texts[i]));
    if (clearing)
        entries.push_back(legend_entry("<path class=\"m-cleared\" d=\"M3 3h24v12H3z\"/>", tr("cleared down")));
    if (camera)
        entries.push_back(legend_entry("<path class=\"m-view\" d=\"M2 9L28 2v14z\"/>", tr("what the camera sees")));
    if (masks)
        entries.push_back(legend_entry("<path class=\"m-mask\" d=\"M5 4h20v10H5z\"/>", tr("masked in the picture")));
    if (items)
        entries.push_back(
            legend_entry(kind_symbol(MeasureKind::building, {15, 9}, 15), tr("building with items to mend")));
    return legend_of(entries);
}

}  // namespace

BeforeAfter before_after_maps(const RunResult& result, std::uint32_t index) {
    const MeasurePlan& plan = *result.measures;
    const auto& place = result.places[index];
    const auto drawn = drawn_measures(plan, index);
    const auto changes = changes_of(plan, drawn);
    const MapView view = view_of(box_of_place(result, index, drawn), 440, 330);
    const Lines before = lines_of(view, result, changes, Side::before),
                after = lines_of(view, result, changes, Side::after);
    const std::string under = ground(view, result, place), outline = outline_svg(view, place.place.shape),
                      lamps = lamps_svg(view, result, 3.2),
                      over = street_names_svg(view, result) + scale_and_north_svg(view);
    return {framed(view, "place-svg", say("{} before the measures", place.place.name),
                   under + stretches_svg(before) + outline + lamps + over),
            framed(view, "place-svg", say("{} with the measures", place.place.name),
                   under + stretches_svg(after) + outline + lamps + work_svg(view, plan, drawn) + over),
            place_legend(plan, drawn, before, after)};
}

MapWithLegend camera_map(const RunResult& result, const CameraPlace& cameras) {
    const auto& place = result.places[cameras.place];
    Box box = box_of_place(result, cameras.place, cameras.sited);
    for (const auto s : cameras.sited)
        for (const auto& camera : result.measures->sited[s].cameras)
            for (const auto& polygon : camera.view)
                for (const Point& p : polygon.outer) box.grow(p);
    const MapView view = view_of(box, 640, 360);
    const std::string inner = base_svg(view, base_map(result, view.world, {.tolerance_m = 0.5, .most_points = 6000})) +
                              outline_svg(view, place.place.shape) + lamps_svg(view, result, 3.2) +
                              work_svg(view, *result.measures, cameras.sited) + street_names_svg(view, result) +
                              scale_and_north_svg(view);
    const std::vector<std::string> entries = {
        legend_entry(camera_symbol({15, 9}, 0, 18), tr("camera, the way it looks")),
        legend_entry("<path class=\"m-view\" d=\"M2 9L28 2v14z\"/>", tr("what the camera sees")),
        legend_entry("<path class=\"m-mask\" d=\"M5 4h20v10H5z\"/>", tr("masked in the picture")),
        legend_entry("<path class=\"m-place\" d=\"M3 3h24v12H3z\"/>", tr("the place whose incidents are counted"))};
    return {framed(view, "place-svg", say("What the cameras at {} would see", place.place.name), inner),
            legend_of(entries)};
}

}  // namespace lykta::outputs
