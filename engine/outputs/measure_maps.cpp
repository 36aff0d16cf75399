// The portfolio over the town, and a place before and after.
#include "outputs/measure_maps.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "outputs/html.hpp"
#include "outputs/map_pieces.hpp"
#include "outputs/measure_layers.hpp"
#include "outputs/measure_symbols.hpp"
#include "outputs/report_map.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::SitedMeasure;

constexpr double symbol_size = 15;
constexpr MeasureKind all_kinds[] = {MeasureKind::lamp, MeasureKind::clearing, MeasureKind::camera,
                                     MeasureKind::building, MeasureKind::other};

std::string kind_class(MeasureKind kind) {
    return "m-do " + std::string(measure_kind_code(kind));
}

/// The kinds told of at each place, in the kinds' order.
std::map<std::uint32_t, std::set<MeasureKind>> kinds_by_place(const RunResult& result) {
    std::map<std::uint32_t, std::set<MeasureKind>> kinds;
    for (const auto s : told_measures(*result.measures)) {
        const auto& sited = result.measures->sited[s];
        if (!is_for_area(*result.measures, sited))
            kinds[sited.place].insert(measure_kind(measure_of(*result.measures, sited).siting));
    }
    return kinds;
}

/// "3 ☀ ⌂": rank and symbols on a plate.
std::string plate(Point at, int rank, const std::set<MeasureKind>& kinds) {
    const double width = 26 + 18 * static_cast<double>(kinds.size()), left = at.x - width / 2;
    std::string out = fmt::format("<rect class=\"k-plate\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"22\" rx=\"11\"/>",
                                  px(left), px(at.y - 11), px(width));
    out += fmt::format(
        "<circle class=\"k-rank\" cx=\"{}\" cy=\"{}\" r=\"11\"/><text class=\"k-number\" x=\"{}\" y=\"{}\" "
        "text-anchor=\"middle\">{}</text>",
        px(left + 11), px(at.y), px(left + 11), px(at.y + 4), rank);
    double x = left + 33;
    for (const auto kind : kinds) {
        out += kind_symbol(kind, {x, at.y}, symbol_size);
        x += 18;
    }
    return out;
}

std::string plates(const MapView& view, const RunResult& result,
                   const std::map<std::uint32_t, std::set<MeasureKind>>& kinds) {
    std::vector<Point> centres;
    std::vector<double> radius;
    for (const auto& [place, set] : kinds) {
        centres.push_back(view.at(result.places[place].place.centre));
        radius.push_back(13 + 9 * static_cast<double>(set.size()));
    }
    const auto spots = placed_markers(centres, radius);
    std::string leaders, out;
    std::size_t i = 0;
    for (const auto& [place, set] : kinds) {
        const double half = 13 + 9 * static_cast<double>(set.size());
        const Point at{std::clamp(spots[i].x, half + 2, view.width - half - 2),
                       std::clamp(spots[i].y, 14.0, view.height - 14)};
        if (distance(at, centres[i]) > 1)
            leaders += fmt::format("<path class=\"m-leader\" d=\"M{} {}L{} {}\"/>", px(centres[i].x), px(centres[i].y),
                                   px(at.x), px(at.y));
        out += plate(at, result.places[place].rank, set);
        ++i;
    }
    return leaders + out;
}

std::string told_shapes(const MapView& view, const RunResult& result) {
    std::string out;
    for (const auto s : told_measures(*result.measures)) {
        const auto& sited = result.measures->sited[s];
        if (is_for_area(*result.measures, sited)) continue;
        const auto siting = measure_of(*result.measures, sited).siting;
        if (siting == measures::Siting::place) continue;  // the place's own outline stands for it
        const auto kind = measure_kind(siting);
        std::vector<Ring> rings;
        for (const auto& polygon : outline_of(result, sited)) rings.push_back(polygon.outer);
        out += shapes_svg(view, rings, kind_class(kind));
    }
    return out;
}

std::string kinds_legend(const std::map<std::uint32_t, std::set<MeasureKind>>& kinds) {
    std::set<MeasureKind> seen;
    for (const auto& [place, set] : kinds) seen.insert(set.begin(), set.end());
    std::vector<std::string> entries = {legend_entry("<circle class=\"k-rank\" cx=\"15\" cy=\"9\" r=\"8\"/>",
                                                     tr("place with measures, the number is its rank"))};
    for (const auto kind : all_kinds)
        if (seen.contains(kind))
            entries.push_back(legend_entry(kind_symbol(kind, {15, 9}, 15), measure_kind_words(kind)));
    entries.push_back(legend_entry("<path class=\"m-place\" d=\"M3 3h24v12H3z\"/>", tr("ranked place")));
    return legend_of(entries);
}

double metres_gained(const measures::Option& option) {
    return option.metres_to_class + option.metres_of_sight + option.metres_of_hiding + option.items_mended;
}

}  // namespace

MapWithLegend portfolio_map(const RunResult& result) {
    const MapView view = view_of(interesting_frame(result), 1000, 640);
    const BaseMap base =
        base_map(result, view.world, {.tolerance_m = std::max(0.5, 1 / view.scale()), .most_points = 40000});
    const auto kinds = kinds_by_place(result);
    std::string inner = base_svg(view, base);
    for (const auto& place : result.places) inner += outline_svg(view, place.place.shape);
    inner += told_shapes(view, result) + plates(view, result, kinds) + scale_and_north_svg(view);
    return {
        framed(view, "map-svg measures-map", say("Map of {}: places with measures, by kind", result.study_name), inner),
        kinds_legend(kinds)};
}

std::vector<std::uint32_t> drawn_measures(const MeasurePlan& plan, std::uint32_t place) {
    const auto is_here = [&](const measures::Option& option) {
        return option.place == place && !option.sited.empty() && !is_for_area(plan, plan.sited[option.sited.front()]);
    };
    const measures::Option* best = nullptr;
    if (plan.portfolio)
        for (const auto& pick : plan.portfolio->picks)
            if (is_here(plan.options[pick.option])) best = &plan.options[pick.option];
    if (best == nullptr)
        for (const auto& option : plan.options)
            if (is_here(option) && (best == nullptr || metres_gained(option) > metres_gained(*best))) best = &option;
    return best == nullptr ? std::vector<std::uint32_t>{} : best->sited;
}

}  // namespace lykta::outputs
