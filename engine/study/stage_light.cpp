// Lamps of some files, and their light.
#include "study/stage_light.hpp"

#include <algorithm>
#include <cmath>

#include "conditions/illuminance.hpp"
#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::study {

namespace {

using outputs::LightResult;

constexpr double margin_m = 50.0;    ///< of the raster round the lamps: beyond it a usual lamp gives under 0.1 lx
constexpr double most_cells = 60e6;  ///< a raster of 60 million cells takes about 1.5 GB on its way to the file

struct Files {
    std::vector<std::size_t> lamps;
    FileAt streets, buildings, vegetation;
};

Files list_files(const LightStage& stage, FileList& list) {
    Files at;
    for (auto lamps : stage.lamps) {
        lamps.kind = layers::LayerKind::lighting;
        at.lamps.push_back(list.add(lamps));
    }
    at.streets = list.add(layers::LayerKind::streets, stage.streets);
    at.buildings = list.add(layers::LayerKind::buildings, stage.buildings);
    at.vegetation = list.add_vegetation(stage.plants);
    return at;
}

void read_lamps(LightResult& result, StageFiles& files, const Files& at) {
    for (const auto file : at.lamps) {
        auto more = files.read(file, layers::lamps_from);
        if (file == at.lamps.front())
            result.lamps = std::move(more);
        else
            layers::append(result.lamps, std::move(more));
    }
    result.about.sources = result.lamps.reports;
    result.about.crs = files.project();
    if (result.lamps.lamps.empty())
        throw Error{ErrorCode::bad_input,
                    say("{}: no lamp can be used, so there is no light to compute; `lykta check` shows every row's "
                        "reason",
                        result.about.sources.front().account.source)};
    std::vector<Point> points;
    for (const auto& lamp : result.lamps.lamps) points.push_back(lamp.position);
    result.about.longitude_latitude = middle_of(std::move(points), files.project());
}

std::vector<outputs::OptionUsed> options_of(const LightStage& stage) {
    const auto clock = stage.minute ? fmt::format("{:02}:{:02}", *stage.minute / 60, *stage.minute % 60) : "";
    std::vector<outputs::OptionUsed> options{
        {"season", season_code(stage.season), "", stage.season == conditions::Season::leafed},
        {"at", clock.empty() ? "full light" : clock, "", clock.empty()},
        {"class", stage.street_class, "", stage.street_class == "P4"},
        {"footpath_class", stage.footpath_class, "", stage.footpath_class == "P5"},
        {"cutoff", fmt::format("{}", stage.cutoff.value), "lx", stage.cutoff.value == 0.01}};
    if (stage.surface == Surface::raster)
        options.push_back({"cell", fmt::format("{}", stage.cell.value), "m", stage.cell.value == 2.0});
    return options;
}

GridFrame raster_frame(const std::vector<conditions::Luminaire>& luminaires, Meters cell) {
    Box box;
    for (const auto& luminaire : luminaires) box.grow(luminaire.position);
    box = box.expanded(margin_m);
    const double cells = box.width() / cell.value * box.height() / cell.value;
    if (cells <= most_cells) return frame_over(box, cell);
    const double fitting = std::ceil(std::sqrt(box.width() * box.height() / most_cells) * 2.0) / 2.0;
    throw Error{ErrorCode::bad_option,
                say("--cell {}: the lamps lie over {} × {} km, which gives {} million cells, more than fit; choose "
                    "--cell {} or more, or leave stray lamps out",
                    cell.value, number_text(box.width() / 1000.0, 1), number_text(box.height() / 1000.0, 1),
                    number_text(cells / 1e6, 0), fitting)};
}

void check(const LightStage& stage) {
    if (!(stage.cell.value > 0))
        throw Error{ErrorCode::bad_option, say("--cell {}: must be above 0 m", stage.cell.value)};
    if (!(stage.cutoff.value > 0))
        throw Error{ErrorCode::bad_option, say("--cutoff {}: must be above 0 lx", stage.cutoff.value)};
}

}  // namespace

LightResult light_stage(const LightStage& stage, const Progress& progress) {
    check(stage);
    progress(tr("Reading"), 0.0);
    LightResult result{.about = {.crs = Crs::from_text("EPSG:3006"), .options = options_of(stage)}};
    FileList list;
    const auto at = list_files(stage, list);
    StageFiles files(list.files(), stage.crs);
    read_lamps(result, files, at);
    if (at.streets) {
        result.streets = files.read(*at.streets, layers::streets_from);
        auto& sources = result.about.sources;
        sources.insert(sources.end(), result.streets->reports.begin(), result.streets->reports.end());
    }
    const auto around = read_surroundings(files, at.buildings, at.vegetation, result.about.sources);
    const auto obstacles = obstacles_of(around, stage.season);
    const conditions::LightOptions light{.cutoff = stage.cutoff, .obstacles = &obstacles};
    const auto luminaires = conditions::luminaires_from(result.lamps, {.minute = stage.minute});
    for (const auto& luminaire : luminaires) result.lit.push_back(luminaire.lit && luminaire.flux.value > 0 ? 1 : 0);
    if (result.streets) {
        progress(tr("Light along streets"), 0.3);
        auto along = conditions::light_along(
            {.streets = *result.streets, .luminaires = luminaires, .lamps = &result.lamps},
            {.default_street = stage.street_class, .default_footpath = stage.footpath_class}, light);
        result.stretches = std::move(along.stretches);
        result.unknown_classes = std::move(along.unknown);
    }
    if (stage.surface == Surface::raster) {
        progress(tr("Light on the ground"), 0.6);
        result.lux = conditions::illuminance_grid(raster_frame(luminaires, stage.cell), luminaires, light);
    }
    result.totals = light_totals(result);
    return result;
}

}  // namespace lykta::study
