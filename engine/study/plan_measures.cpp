#include "study/plan_measures.hpp"

#include "core/file.hpp"
#include "core/language.hpp"
#include "study/conditions_along.hpp"
#include "study/incident_values.hpp"

namespace lykta::study {

struct MeasureWorld::Parts {
    std::vector<conditions::Luminaire> luminaires;
    std::optional<conditions::PathNetwork> network;
    conditions::Obstacles light_obstacles, sight_obstacles;
    std::vector<double> dark, harm;
    std::optional<measures::World> world;
};

MeasureWorld::MeasureWorld(const Study& study, const StudyRun& run) {
    const auto& city = run.city;
    m_parts = std::unique_ptr<Parts>(
        new Parts{.luminaires = luminaires_of(city, study.light),
                  .network = {},
                  .light_obstacles = obstacles_of(city, study.light.season),
                  .sight_obstacles = obstacles_of(city, study.sight.season),
                  .dark = dark_of_incidents(study, city.incidents, run.result.centre_longitude_latitude),
                  .harm = harm_of_incidents(study, city.incidents)});
    if (city.streets) m_parts->network.emplace(*city.streets);
    auto& parts = *m_parts;
    auto sight_options = study.sight.options;
    sight_options.stretch = study.light.stretches.length;
    parts.world.emplace(measures::World{.city = city,
                                        .period = run.result.period,
                                        .places = run.result.places,
                                        .stretches = run.result.stretches,
                                        .sight = run.result.sight ? &*run.result.sight : nullptr,
                                        .network = parts.network ? &*parts.network : nullptr,
                                        .luminaires = parts.luminaires,
                                        .light_obstacles = &parts.light_obstacles,
                                        .sight_obstacles = &parts.sight_obstacles,
                                        .dark_probability = parts.dark,
                                        .harm = parts.harm,
                                        .city_dark_share = run.result.city_dark_share,
                                        .stretch_options = study.light.stretches,
                                        .cutoff = study.light.cutoff,
                                        .light_obstacle_options = {.season = study.light.season},
                                        .sight_obstacle_options = {.season = study.sight.season},
                                        .sight_options = sight_options,
                                        .near = study.near});
}

MeasureWorld::~MeasureWorld() = default;

const measures::World& MeasureWorld::world() const {
    return *m_parts->world;
}

measures::Catalogue catalogue_of(const Study& study) {
    auto files = measures::built_in_files();
    for (const auto& path : study.measures.catalogues) files.push_back({.name = path, .text = read_file(path)});
    for (const auto& own : study.measures.own) files.push_back(own);
    return measures::catalogue_from(files);
}

void plan_measures(const Study& study, StudyRun& run, const Progress& progress) {
    auto options = study.measures.plan;
    options.effect.seed = study.seed;
    if (study.measures.budget) {
        options.portfolio = study.measures.request;
        options.portfolio->budget = *study.measures.budget;
        options.portfolio->seed = study.seed;
    }
    auto catalogue = catalogue_of(study);
    if (run.result.places.empty()) {
        run.result.measures = measures::MeasurePlan{.catalogue = std::move(catalogue)};
        run.result.measures->notes.emplace_back(tr("No place was ranked, so no measure is proposed."));
        return;
    }
    progress(tr("Looking for measures"), 0.0);
    const MeasureWorld town{study, run};
    run.result.measures = measures::make_plan(town.world(), std::move(catalogue), options, progress);
}

}  // namespace lykta::study
