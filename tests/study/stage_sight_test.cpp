// sight_stage: files in, the same figures out as the conditions give on the same layers.
#include "study/stage_sight.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace lykta::study {
namespace {

const std::string town = std::string{LYKTA_ROOT} + "/data/exempelstad/";

SightStage town_stage() {
    SightStage stage;
    stage.streets.path = town + "gator.gpkg";
    stage.buildings = town + "byggnader.gpkg";
    stage.plants.path = town + "vegetation.shp";
    return stage;
}

outputs::SightResult run(const SightStage& stage) {
    return sight_stage(stage, [](const auto&, double) {});
}

TEST(StageSight, stretches_and_plants_are_those_of_sight_along_on_the_same_layers) {
    const auto result = run(town_stage());
    const conditions::Obstacles obstacles(&*result.buildings, &*result.vegetation);
    const auto sight = conditions::sight_along(
        {.streets = result.streets, .obstacles = obstacles, .vegetation = &*result.vegetation, .entrances = {}});
    ASSERT_EQ(result.sight.stretches.size(), sight.stretches.size());
    for (std::size_t i = 0; i < sight.stretches.size(); ++i)
        EXPECT_EQ(result.sight.stretches[i].under_25_m, sight.stretches[i].under_25_m);
    ASSERT_EQ(result.sight.plants.size(), sight.plants.size());
    ASSERT_FALSE(sight.plants.empty());
    EXPECT_EQ(result.sight.plants.front().plant, sight.plants.front().plant);
}

TEST(StageSight, streets_add_up_to_all_and_the_worst_stands_first) {
    const auto totals = run(town_stage()).totals;
    outputs::SightTotal sum;
    for (const auto& one : totals.streets) {
        sum.metres += one.metres;
        sum.under_10_m += one.under_10_m;
        sum.under_25_m += one.under_25_m;
        EXPECT_LE(one.under_10_m, one.under_25_m + 1e-9) << one.name;
    }
    EXPECT_NEAR(sum.metres, totals.all.metres, 1e-6);
    EXPECT_NEAR(sum.under_10_m, totals.all.under_10_m, 1e-6);
    EXPECT_NEAR(sum.under_25_m, totals.all.under_25_m, 1e-6);
    for (std::size_t i = 1; i < totals.streets.size(); ++i)
        EXPECT_GE(totals.streets[i - 1].under_10_m, totals.streets[i].under_10_m);
}

TEST(StageSight, a_point_may_be_given_in_degrees) {
    auto metres = town_stage(), degrees = town_stage();
    metres.point = Point{540100, 6480300};
    degrees.point = Projector(Crs::from_text("EPSG:3006"), Crs::from_text("OGC:CRS84"))(*metres.point);
    const auto a = run(metres), b = run(degrees);
    EXPECT_NEAR(a.seen_from->point.x, b.seen_from->point.x, 1e-3);
    EXPECT_NEAR(a.seen_from->area.area_m2, b.seen_from->area.area_m2, 1.0);
}

TEST(StageSight, a_stretch_is_drawn_by_what_holds_on_more_than_a_quarter_of_it) {
    conditions::SightStretch stretch{.from_m = 0, .to_m = 40};
    EXPECT_EQ(outputs::sight_class(stretch), outputs::SightClass::open);
    stretch.under_25_m = 10.1;
    EXPECT_EQ(outputs::sight_class(stretch), outputs::SightClass::under_25);
    stretch.under_10_m = 10.0;
    EXPECT_EQ(outputs::sight_class(stretch), outputs::SightClass::under_25);
    stretch.under_10_m = 10.1;
    EXPECT_EQ(outputs::sight_class(stretch), outputs::SightClass::under_10);
}

}  // namespace
}  // namespace lykta::study
