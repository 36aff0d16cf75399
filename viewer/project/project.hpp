// What the viewer has open: a study run through the engine, or a finished result read back from its files. Const once
// made; panels and layers read it, a new one is swapped in whole.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "study/plan_measures.hpp"
#include "study/run_study.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

enum class Origin : std::uint8_t {
    study,   ///< everything is in memory: what-ifs, budgets and periods can be computed
    result,  ///< read from run.json or lykta.gpkg: what was written can be seen, nothing can be computed
};

using MapLayers = std::map<LayerId, LayerPointer>;

struct Project {
    Origin origin = Origin::study;
    std::filesystem::path path;                  ///< study.toml, run.json or lykta.gpkg, as opened
    std::filesystem::path study_path;            ///< the study behind it; empty where it is not known or not there
    std::optional<study::Study> study;           ///< of a study
    std::unique_ptr<study::StudyRun> run;        ///< never null. Of a result: what its files hold, the rest empty
    std::unique_ptr<study::MeasureWorld> world;  ///< of a study whose run has places; else null
    MapLayers layers;                            ///< all that follow from the run alone
    /// Of a study opened for a result: the result's head (options, privacy, sources), whose budget it was given.
    std::shared_ptr<const outputs::RunResult> stands_for;
    std::vector<std::string> missing;  ///< of a result: sentences on what its files do not hold

    [[nodiscard]] const outputs::RunResult& result() const { return run->result; }
    [[nodiscard]] const layers::CityLayers& city() const { return run->city; }
    [[nodiscard]] bool can_compute() const { return world != nullptr; }
    [[nodiscard]] Box frame() const;  ///< where the eye should land: places and hot spots with their surroundings
};
using ProjectPointer = std::shared_ptr<const Project>;

/// Opens whatever it is by its name and content: study.toml (runs it, measures and all, budget as the study says or
/// none), run.json, lykta.gpkg, or a folder that holds one of them. `progress` may throw to stop the work.
/// \throws Error with a cure: no such file, none of the three, a result of a newer Lykta, a damaged file
[[nodiscard]] ProjectPointer open_project(const std::filesystem::path& path, const study::Progress& progress);

/// The study behind a result, where it says the same as the result.
struct StudyBehind {
    ProjectPointer project;            ///< null where it says something else
    std::vector<std::string> differs;  ///< what it says otherwise, in words
};
/// Runs the study of a result with the budget and objective that the result was made with, so that the same measures
/// are chosen. A study whose privacy, options or files are not the result's is not run: its figures are others.
/// \param shown  head of the result: options, privacy and sources
/// \throws as open_project
[[nodiscard]] StudyBehind open_study_behind(const std::filesystem::path& study_file,
                                            std::shared_ptr<const outputs::RunResult> shown,
                                            const study::Progress& progress);
/// What is compared of a result, without its grids and places.
[[nodiscard]] std::shared_ptr<const outputs::RunResult> head_of(const outputs::RunResult& result);

}  // namespace lykta::viewer
