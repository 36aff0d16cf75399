// What a scenario looks like on the map: symbols of its items, cameras' views, clearings, and the stretches it changes.
#include <cmath>
#include <numbers>

#include "core/language.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/project/layer_parts.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using measures::StretchChange;
using outputs::MeasureKind;

Rgba kind_colour(MeasureKind kind) {
    return rgba(outputs::measure_kind_colour(kind));
}
/// Lighter by night, the hue kept.
Rgba at_night(Rgba colour) {
    return blended(colour, rgba("#ffffff"), 0.35);
}

LayerClass symbol_class(const std::string& label, Symbol symbol, MeasureKind kind) {
    const Rgba colour = kind_colour(kind);
    return {.label = label,
            .day = symbol_paint({.fill = colour, .edge = rgba("#1e1e1e"), .size = 16.0F, .width = 1.5F}),
            .night = symbol_paint({.fill = at_night(colour), .edge = rgba("#0b101a"), .size = 16.0F, .width = 1.5F}),
            .symbol = symbol};
}

LayerClass area_class(const std::string& label, MeasureKind kind, double opacity) {
    const Rgba colour = kind_colour(kind);
    const auto paint = [&](Rgba c) {
        return area_paint(
            {.fill = with_alpha(c, opacity), .edge = c, .width = 1.5F, .hatch = kind != MeasureKind::camera});
    };
    return {.label = label, .day = paint(colour), .night = paint(at_night(colour))};
}

/// Blue and unbroken against vermilion and dashed: told apart in grey too.
LayerClass line_class(const std::string& label, const LineLook& day, Rgba night) {
    LineLook dark = day;
    dark.colour = night;
    dark.casing_colour = rgba("#0b101a");
    return {.label = label, .day = line_paint(day), .night = line_paint(dark)};
}

struct Groups {
    std::uint8_t better, worse, view, cleared, lamp, moved, repair, luminaire, camera, clearing;
};

Groups add_classes(MapLayer& layer) {
    const Rgba white = rgba("#ffffff");
    const LineLook better{.colour = rgba("#0f5fa8"), .width = 5.0F, .casing_colour = white, .casing = 1.5F};
    const LineLook worse{
        .colour = rgba("#c2410c"), .width = 5.0F, .dash = 6.0F, .casing_colour = white, .casing = 1.5F};
    using K = MeasureKind;
    return {.better = add_class(
                layer, line_class(tr("becomes lighter, or people are seen farther off"), better, rgba("#7cc4ff"))),
            .worse = add_class(layer, line_class(tr("becomes darker"), worse, rgba("#ff9a5c"))),
            .view = add_class(layer, area_class(tr("what a camera sees, masked parts left out"), K::camera, 0.25)),
            .cleared = add_class(layer, area_class(tr("what is cleared"), K::clearing, 0.35)),
            .lamp = add_class(layer, symbol_class(tr("new lamp"), Symbol::lamp, K::lamp)),
            .moved = add_class(layer, symbol_class(tr("moved lamp"), Symbol::ring, K::lamp)),
            .repair = add_class(layer, symbol_class(tr("repaired lamp"), Symbol::diamond, K::lamp)),
            .luminaire = add_class(layer, symbol_class(tr("new luminaire"), Symbol::square, K::lamp)),
            .camera = add_class(layer, symbol_class(tr("new camera"), Symbol::camera, K::camera)),
            .clearing = add_class(layer, symbol_class(tr("cleared plant"), Symbol::shrub, K::clearing))};
}

std::uint8_t group_of(const ScenarioItem& item, const Groups& groups) {
    switch (item.kind) {
        case ScenarioKind::lamp:
            return item.record == no_record ? groups.lamp : groups.moved;
        case ScenarioKind::repair:
            return item.flux_lm > 0 ? groups.luminaire : groups.repair;
        case ScenarioKind::camera:
            return groups.camera;
        case ScenarioKind::clearing:
            break;
    }
    return groups.clearing;
}

void add_item(const layers::CityLayers& city, const SitedItem& sited, const Groups& groups, Detail& detail) {
    const auto& item = sited.item;
    const bool is_camera = item.kind == ScenarioKind::camera;
    detail.points.push_back(
        {.at = symbol_at(city, item),
         .group = group_of(item, groups),
         .turn = is_camera ? static_cast<float>(item.heading_degrees * std::numbers::pi / 180.0) : 0.0F,
         .record = item.id});
    if (!sited.measure) return;
    for (const auto& clearing : sited.measure->clearings)
        detail.areas.push_back({clearing.shape, groups.cleared, item.id});
    for (const auto& camera : sited.measure->cameras)
        if (!camera.view.empty()) detail.areas.push_back({camera.view, groups.view, item.id});
}

}  // namespace

std::string kind_words(const ScenarioItem& item) {
    switch (item.kind) {
        case ScenarioKind::lamp:
            return item.record == no_record ? tr("new lamp") : tr("moved lamp");
        case ScenarioKind::repair:
            return item.flux_lm > 0 ? tr("new luminaire") : tr("repaired lamp");
        case ScenarioKind::camera:
            return tr("new camera");
        case ScenarioKind::clearing:
            break;
    }
    return tr("cleared plant");
}

Turn turn_of(const measures::World& world, const StretchChange& change) {
    constexpr double share_of_class = 0.1, metre = 1.0;
    if (change.below_before != change.below_after) return change.below_before ? Turn::better : Turn::worse;
    const double sight = change.under_25_before_m - change.under_25_after_m;
    if (sight >= metre) return Turn::better;
    if (!change.has_light) return Turn::none;
    const double light = change.average_after.value - change.average_before.value;
    const double target = world.stretches[change.stretch].target.value;
    if (std::abs(light) < share_of_class * target) return Turn::none;
    return light > 0 ? Turn::better : Turn::worse;
}

Point symbol_at(const layers::CityLayers& city, const ScenarioItem& item) {
    if (item.kind == ScenarioKind::repair && city.lighting && item.record < city.lighting->lamps.size())
        return city.lighting->lamps[item.record].position;
    if (item.kind == ScenarioKind::clearing && city.vegetation && item.record < city.vegetation->plants.size())
        return centroid(item.piece.empty() ? city.vegetation->plants[item.record].outline : item.piece);
    return item.at;
}

LayerPointer scenario_layer(const measures::World& world, std::span<const SitedItem* const> items,
                            std::span<const StretchChange> changes) {
    MapLayer layer{.id = LayerId::scenario, .title = tr("What if")};
    layer.note = tr("What you try: computed by the same model as the town itself, and not decided.");
    const Groups groups = add_classes(layer);
    Detail detail = level(0, endless);
    for (const auto& change : changes) {
        const Turn turn = turn_of(world, change);
        if (turn == Turn::none) continue;
        const bool has_light = change.stretch < world.stretches.size();
        const auto& line =
            has_light ? world.stretches[change.stretch].line : world.sight->stretches[change.stretch].line;
        detail.lines.push_back({line, turn == Turn::better ? groups.better : groups.worse, no_record});
    }
    for (const auto* item : items) add_item(world.city, *item, groups, detail);
    layer.details.push_back(std::move(detail));
    return finished(std::move(layer));
}

}  // namespace lykta::viewer
