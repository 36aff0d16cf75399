// The shipped town run once with measures and a budget, and the small town drawn by hand: what the layers are made of.
#pragma once
#include <filesystem>
#include <memory>

#include "core/language.hpp"
#include "outputs/measure_plan.hpp"
#include "study/plan_measures.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"
#include "viewer/project/build_layers.hpp"

namespace lykta::viewer {

/// Exempelstad, five million to spend; made by the first test that asks.
inline const study::StudyRun& town_run() {
    static const auto run = [] {
        set_language(Language::english);
        auto study = study::read_study((std::filesystem::path{LYKTA_ROOT} / "data/exempelstad/study.toml").string());
        study.measures.asked = true;
        study.measures.budget = 5e6;
        auto made = study::run_study(study);
        study::plan_measures(study, *made);
        return made;
    }();
    return *run;
}
inline const MapLayers& town_layers() {
    static const MapLayers layers = layers_of(town_run());
    return layers;
}

/// The sample of the writers' tests as a run.
inline std::unique_ptr<study::StudyRun> small_run() {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    auto run = std::make_unique<study::StudyRun>(
        study::StudyRun{.city = std::move(sample->city), .result = std::move(sample->result)});
    run->result.layers = &run->city;
    return run;
}

inline const MapLayer& layer_in(const MapLayers& layers, LayerId id) {
    return *layers.at(id);
}

}  // namespace lykta::viewer
