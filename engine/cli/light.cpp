#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/stage.hpp"
#include "cli/values.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

study::LightStage stage_of(const LightOptions& options, outputs::OutputKind kind) {
    auto stage = options.stage;
    auto lamps = options.lamps;
    add_pairs(lamps, options.words);
    for (const auto& file : options.files) {
        auto one = lamps;
        one.path = file;
        take_layer(one);
        stage.lamps.push_back(one);
    }
    if (options.words.plant_height_m > 0) stage.plants.height = Meters{options.words.plant_height_m};
    stage.season = options.season == "bare" ? conditions::Season::bare : conditions::Season::leafed;
    if (!options.at.empty()) stage.minute = minute_of(options.at);
    stage.cutoff = Lux{options.cutoff_lx};
    stage.cell = Meters{options.cell_m};
    if (kind == outputs::OutputKind::raster || kind == outputs::OutputKind::folder)
        stage.surface = study::Surface::raster;
    return stage;
}

void write(const outputs::LightResult& result, const std::string& output, outputs::OutputKind kind) {
    if (kind == outputs::OutputKind::geopackage)
        outputs::write_beside(output, [&](const auto& path) { write_light_geopackage(result, path); });
    if (kind == outputs::OutputKind::raster)
        outputs::write_beside(output, [&](const auto& path) { write_light_raster(result, path); });
    if (kind == outputs::OutputKind::folder) outputs::write_light_folder(result, output);
}

}  // namespace

int light(const LightOptions& options, const CommonOptions& common) {
    using outputs::OutputKind;
    auto inputs = options.files;
    inputs.insert(inputs.end(), {options.stage.streets, options.stage.buildings, options.stage.plants.path,
                                 options.stage.plants.ground});
    const auto kind =
        check_output(options.words, {OutputKind::geopackage, OutputKind::raster, OutputKind::folder}, inputs);
    ProgressBar bar{common.quiet || options.words.json ? Show::never : Show::when_terminal};
    const auto progress = bar.callback();
    auto result = study::light_stage(stage_of(options, kind), progress);
    describe(result.about, common);
    progress(tr("Writing"), 0.95);
    write(result, options.words.output, kind);
    bar.clear();
    return answer({light_text(result), light_json(result), has_warning(result.about)}, options.words, common);
}

}  // namespace lykta::cli
