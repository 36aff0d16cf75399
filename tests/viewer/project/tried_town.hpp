// The shipped town opened once for all tests of a program, with measures and a budget.
#pragma once
#include <algorithm>
#include <cmath>
#include <memory>

#include "core/language.hpp"
#include "study/study_file.hpp"
#include "viewer/project/build_layers.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer::testing {

constexpr double tried_budget = 5e6;  ///< SEK

inline ProjectPointer tried_town() {
    static const ProjectPointer town = [] {
        set_language(Language::english);
        auto project = std::make_shared<Project>();
        project->path = project->study_path = LYKTA_ROOT "/data/exempelstad/study.toml";
        project->study = study::read_study(project->study_path.string());
        project->study->measures.asked = true;
        project->study->measures.budget = tried_budget;
        project->run = study::run_study(*project->study);
        study::plan_measures(*project->study, *project->run);
        project->world = std::make_unique<study::MeasureWorld>(*project->study, *project->run);
        project->layers = layers_of(*project->run);
        return project;
    }();
    return town;
}

/// The same town to be changed: its own run, the same layers, no world.
inline std::shared_ptr<Project> copy_of_tried_town() {
    auto project = std::make_shared<Project>();
    project->study = tried_town()->study;
    project->layers = tried_town()->layers;
    project->run = std::unique_ptr<study::StudyRun>(new study::StudyRun(*tried_town()->run));
    project->run->result.layers = &project->run->city;
    return project;
}

}  // namespace lykta::viewer::testing
