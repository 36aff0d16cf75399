// Light on the ground, stretches below their class, and stretches where people are seen late.
#include <cmath>
#include <map>

#include "outputs/lux_scale.hpp"
#include "outputs/report_map.hpp"
#include "outputs/sight_class.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/layer_topics.hpp"
#include "viewer/project/line_detail.hpp"
#include "viewer/project/map_colours.hpp"

namespace lykta::viewer {
namespace {

using conditions::LightCause;
using study::StudyRun;

// --- Illuminance -----------------------------------------------------------------------------------------------------

/// Day: the steps are the averages of the lighting classes P6 … P1. The darkest is a thin veil, so that the map is
/// seen.
ColourScale lux_by_day() {
    const auto& steps = outputs::lux_steps();
    ColourScale scale{.kind = ColourScale::Kind::classes, .unit = "lx"};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        scale.stops.push_back(steps[i].from);
        scale.colours.push_back(with_alpha(rgba(steps[i].colour), i == 0 ? 0.38 : 0.9));
        scale.labels.push_back(outputs::lux_step_label(i));
    }
    return scale;
}

/// Night: nothing at 0 lx, then as the eye sees it, by the logarithm: ember, amber, warm white.
ColourScale lux_by_night() {
    return {.kind = ColourScale::Kind::log,
            .stops = {0.05, 0.4, 1, 2, 5, 10, 20, 40},
            .colours = {rgba("#4a2a1000"), rgba("#6a3c1840"), rgba("#8f5620a0"), rgba("#b8762cc8"), rgba("#e0a044dc"),
                        rgba("#f6c66ae8"), rgba("#ffe3a4f0"), rgba("#fff8e2f8")},
            .below = {},
            .labels = {"", "0,4", "1", "2", "5", "10", "20", "40"},
            .unit = "lx"};
}

// --- Light deficit ---------------------------------------------------------------------------------------------------

struct LightStep {
    bool half = false, shaded = false;
};
std::uint8_t group_of(const conditions::StretchLight& s) {
    return static_cast<std::uint8_t>((s.deficit_share >= 0.5 ? 2 : 0) + (s.cause == LightCause::shaded ? 1 : 0));
}

std::string light_words(LightStep step) {
    if (step.half)
        return step.shaded ? tr("light under half of its class, plants shade it") : tr("light under half of its class");
    return step.shaded ? tr("light below its class, plants shade it") : tr("light below its class");
}

void add_light_classes(MapLayer& layer) {
    for (const LightStep step : {LightStep{false, false}, {false, true}, {true, false}, {true, true}}) {
        const float width = step.half ? 5.0F : 3.4F, dash = step.shaded ? 5.0F : 0.0F;
        const Rgba day = rgba(step.half ? outputs::half_class_colour : outputs::below_class_colour),
                   night = rgba(step.half ? "#ff4a3d" : "#ff9a86");
        add_class(
            layer,
            {light_words(step),
             line_paint(
                 {.colour = day, .width = width, .dash = dash, .casing_colour = rgba("#ffffffc0"), .casing = 1.0F}),
             line_paint({.colour = night,
                         .width = width - 1,
                         .dash = dash,
                         .casing_colour = rgba("#0b101ac0"),
                         .casing = 1.0F})});
    }
}

std::string causes_text(const std::vector<conditions::StretchLight>& stretches) {
    std::map<LightCause, double> metres;
    double below = 0, all = 0;
    for (const auto& s : stretches) {
        all += s.to_m - s.from_m;
        if (s.below_class) metres[s.cause] += s.to_m - s.from_m, below += s.to_m - s.from_m;
    }
    const auto km = [&](LightCause cause) { return number_text(metres[cause] / 1000, 1); };
    return say(
        "{} of {} km are below the lighting class of EN 13201-2: a lamp out {}, plants {}, a lamp missing {}, "
        "lamps too weak {} km; computed, not measured.",
        number_text(below / 1000, 1), number_text(all / 1000, 0), km(LightCause::outage), km(LightCause::shaded),
        km(LightCause::missing), km(LightCause::weak));
}

// --- Sight -----------------------------------------------------------------------------------------------------------

void add_sight_class(MapLayer& layer, outputs::SightClass which) {
    const bool near = which == outputs::SightClass::under_10;
    add_class(layer, {outputs::sight_class_words(which),
                      line_paint({.colour = rgba(near ? colours::sight_under_10 : colours::sight_under_25),
                                  .width = near ? 3.0F : 2.2F,
                                  .casing_colour = rgba("#ffffffd0"),
                                  .casing = 0.9F}),
                      line_paint({.colour = rgba(near ? "#7db8ff" : "#44709f"),
                                  .width = near ? 3.0F : 2.2F,
                                  .casing_colour = rgba("#0b101ad0"),
                                  .casing = 0.9F})});
}

}  // namespace

void add_illuminance(const StudyRun& run, MapLayers& into) {
    if (!run.result.illuminance || run.result.illuminance->values.empty()) return;
    const auto& grid = *run.result.illuminance;
    MapLayer layer{
        .id = LayerId::illuminance,
        .title = tr("Light on the ground"),
        .unit = tr("lx, horizontal"),
        .note = say("Computed from the lamps of {} in cells of {} m, without reflections and sky; lamps that "
                    "are out give nothing.",
                    run.city.lighting ? files_of(run.city.lighting->reports) : std::string("–"),
                    number_text(grid.frame.cell_size.value, grid.frame.cell_size.value < 10 ? 1 : 0))};
    RasterValues values{.grid = Grid<float>(grid.frame), .day = lux_by_day(), .night = lux_by_night()};
    for (auto& label : values.night.labels) label.clear();
    for (std::size_t i = 0; i < values.night.stops.size(); ++i) {
        const double lux = values.night.stops[i];
        values.night.labels[i] = say("{} lx", number_text(lux, lux < 0.1 ? 2 : lux < 1 ? 1 : 0));
    }
    for (std::size_t i = 0; i < grid.values.size(); ++i) values.grid.values[i] = static_cast<float>(grid.values[i]);
    layer.values = std::move(values);
    put(std::move(layer), into);
}

void add_light_deficit(const StudyRun& run, MapLayers& into) {
    const auto& stretches = run.result.stretches;
    if (stretches.empty()) return;
    MapLayer layer{.id = LayerId::light_deficit, .title = tr("Light below its class"), .note = causes_text(stretches)};
    add_light_classes(layer);
    std::vector<StretchShown> shown;
    for (std::uint32_t i = 0; i < stretches.size(); ++i)
        if (stretches[i].below_class)
            shown.push_back({&stretches[i].line, stretches[i].street, group_of(stretches[i]), i});
    layer.details = stretch_levels(shown);
    put(std::move(layer), into);
}

void add_sight(const StudyRun& run, MapLayers& into) {
    if (!run.result.sight) return;
    MapLayer layer{.id = LayerId::sight,
                   .title = tr("People seen late"),
                   .note = tr("How near somebody who comes along the path is first seen, on more than a quarter of the "
                              "stretch; from buildings and plants on the map, walls and fences are not in it.")};
    add_sight_class(layer, outputs::SightClass::under_25);
    add_sight_class(layer, outputs::SightClass::under_10);
    std::vector<StretchShown> shown;
    const auto& stretches = run.result.sight->stretches;
    for (std::uint32_t i = 0; i < stretches.size(); ++i) {
        const auto which = outputs::sight_class(stretches[i]);
        if (which == outputs::SightClass::open) continue;
        const std::uint8_t group = which == outputs::SightClass::under_10 ? 1 : 0;
        shown.push_back({&stretches[i].line, stretches[i].street, group, i});
    }
    layer.details = stretch_levels(shown);
    put(std::move(layer), into);
}

void add_condition_layers(const StudyRun& run, MapLayers& into) {
    add_illuminance(run, into);
    add_light_deficit(run, into);
    add_sight(run, into);
    add_lamps(run, into);
    add_vegetation(run, into);
}

}  // namespace lykta::viewer
