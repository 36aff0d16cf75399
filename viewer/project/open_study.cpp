// Opening a study: the same run as `lykta measures` makes, kept in memory so that what-ifs can be asked of it.
#include "core/language.hpp"
#include "study/moment.hpp"
#include "study/study_file.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/open_parts.hpp"

namespace lykta::viewer {
namespace {

/// The part of the work from `from` to `to`, told as a share of the whole.
study::Progress part_of(const study::Progress& progress, double from, double to) {
    return
        [&progress, from, to](const std::string& stage, double share) { progress(stage, from + (to - from) * share); };
}

void date(study::Study& study, outputs::RunResult* result = nullptr) {
    const auto moment = study::run_moment();
    study.today = study::day_of(moment);
    if (result != nullptr) result->created_utc = study::utc_text(moment);
}

}  // namespace

ProjectPointer open_study(const std::filesystem::path& path, const study::Progress& progress) {
    auto project = std::make_shared<Project>();
    project->path = path;
    progress(tr("Reading the study"), 0.0);
    return run_project(std::move(project), study::read_study(path.string()), progress);
}

ProjectPointer run_project(std::shared_ptr<Project> project, study::Study asked, const study::Progress& progress) {
    project->origin = Origin::study;
    project->study_path = project->path;
    auto& study = project->study.emplace(std::move(asked));
    study.measures.asked = true;
    date(study);
    project->run = study::run_study(study, part_of(progress, 0.0, 0.6));
    study::plan_measures(study, *project->run, part_of(progress, 0.6, 0.9));
    auto& result = project->run->result;
    date(study, &result);
    result.command = "lykta measures " + project->path.filename().string();
    if (!result.places.empty()) {
        progress(tr("Making what-ifs ready"), 0.9);
        project->world = std::make_unique<study::MeasureWorld>(study, *project->run);
    }
    progress(tr("Drawing the map"), 0.95);
    project->layers = layers_of(*project->run);
    return project;
}

}  // namespace lykta::viewer
