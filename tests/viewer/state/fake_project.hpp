// A small town made by hand, as the viewer holds a result: four places, two districts, three streets.
#pragma once
#include <memory>

#include "viewer/project/project.hpp"

namespace lykta::viewer {

inline MultiPolygon square_at(double x, double y, double side = 100) {
    return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

inline places::RankedPlace fake_place(int rank, const char* id, const char* name, const char* area) {
    places::RankedPlace place;
    place.rank = rank;
    place.count_rank = 5 - rank;
    place.score = 90 - 10 * rank;
    place.place.id = id;
    place.place.name = name;
    place.place.area_name = area;
    place.place.shape = square_at(1000.0 * rank, 0);
    place.place.centre = {1000.0 * rank + 50, 50};
    place.place.area_ha = 1;
    place.facts.incidents = 10.0 + rank;
    place.facts.rate_per_ha_year = 2.0 * rank;
    return place;
}

inline std::shared_ptr<Project> fake_project() {
    auto project = std::make_shared<Project>();
    project->origin = Origin::result;
    project->path = "/nowhere/run.json";
    project->run = std::unique_ptr<study::StudyRun>(
        new study::StudyRun{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}});
    auto& run = *project->run;
    run.result.layers = &run.city;
    run.result.period = {days_from_civil(2023, 1, 1), days_from_civil(2024, 12, 31)};
    run.result.places = {fake_place(1, "P001", "Ödegatan", "Öster"), fake_place(2, "P002", "Åbacken 10", "Väster"),
                         fake_place(3, "P003", "Ängsgatan", "Öster"), fake_place(4, "P004", "Åbacken 9", "Väster")};
    run.result.places[2].reason = places::MainReason::darkness;
    layers::StreetLayer streets;
    streets.streets.push_back({.id = "1", .name = "Ängsgatan", .line = {{0, 0}, {100, 0}}});
    streets.streets.push_back({.id = "2", .name = "Ängsgatan", .line = {{100, 0}, {300, 50}}});
    streets.streets.push_back({.id = "3", .name = "Storgatan", .line = {{0, 0}, {0, 500}}});
    run.city.streets = std::move(streets);
    layers::AreaLayer areas;
    areas.areas.push_back({.id = "A1", .name = "Öster", .shape = square_at(0, 0, 5000)});
    areas.areas.push_back({.id = "A2", .name = "Väster", .shape = square_at(-5000, 0, 5000)});
    run.city.areas = std::move(areas);
    return project;
}

}  // namespace lykta::viewer
