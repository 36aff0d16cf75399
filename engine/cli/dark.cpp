#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/stage.hpp"
#include "core/language.hpp"

namespace lykta::cli {

int dark(const DarkOptions& options, const CommonOptions& common) {
    using outputs::OutputKind;
    auto stage = options.stage;
    take_layer(stage.incidents);
    stage.limit = Degrees{options.limit_degrees};
    if (options.profile) stage.spreading = study::Spreading::by_profile;
    const auto kind = check_output(options.words, {OutputKind::table, OutputKind::geopackage}, {stage.incidents.path});
    ProgressBar bar{common.quiet || options.words.json ? Show::never : Show::when_terminal};
    const auto progress = bar.callback();
    auto result = study::dark_stage(stage, progress);
    describe(result.about, common);
    progress(tr("Writing"), 0.95);
    if (kind == OutputKind::table)
        outputs::write_beside(options.words.output, [&](const auto& path) { write_dark_csv(result, path); });
    if (kind == OutputKind::geopackage)
        outputs::write_beside(options.words.output, [&](const auto& path) { write_dark_geopackage(result, path); });
    bar.clear();
    return answer({dark_text(result), dark_json(result), has_warning(result.about)}, options.words, common);
}

}  // namespace lykta::cli
