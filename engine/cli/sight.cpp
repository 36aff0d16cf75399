#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/stage.hpp"
#include "cli/values.hpp"
#include "core/language.hpp"

namespace lykta::cli {

namespace {

study::SightStage stage_of(const SightOptions& options) {
    auto stage = options.stage;
    add_pairs(stage.streets, options.words);
    take_layer(stage.streets);
    if (options.words.plant_height_m > 0) stage.plants.height = Meters{options.words.plant_height_m};
    stage.season = options.season == "bare" ? conditions::Season::bare : conditions::Season::leafed;
    stage.options.eye = Meters{options.eye_m};
    stage.options.reach = Meters{options.reach_m};
    stage.options.step = Meters{options.step_m};
    stage.options.approach = Meters{options.approach_m};
    if (!options.point.empty()) stage.point = point_of(options.point);
    return stage;
}

}  // namespace

int sight(const SightOptions& options, const CommonOptions& common) {
    using outputs::OutputKind;
    const auto& files = options.stage;
    const auto kind =
        check_output(options.words, {OutputKind::geopackage, OutputKind::folder},
                     {files.streets.path, files.buildings, files.plants.path, files.plants.ground, files.entrances});
    ProgressBar bar{common.quiet || options.words.json ? Show::never : Show::when_terminal};
    const auto progress = bar.callback();
    auto result = study::sight_stage(stage_of(options), progress);
    describe(result.about, common);
    progress(tr("Writing"), 0.95);
    if (kind == OutputKind::geopackage)
        outputs::write_beside(options.words.output, [&](const auto& path) { write_sight_geopackage(result, path); });
    if (kind == OutputKind::folder) outputs::write_sight_folder(result, options.words.output);
    bar.clear();
    return answer({sight_text(result), sight_json(result), has_warning(result.about)}, options.words, common);
}

}  // namespace lykta::cli
