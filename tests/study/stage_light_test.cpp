// light_stage: files in, the same figures out as the conditions give on the same layers.
#include <gtest/gtest.h>

#include "conditions/illuminance.hpp"
#include "core/error.hpp"
#include "study/stage_light.hpp"

namespace lykta::study {
namespace {

const std::string town = std::string{LYKTA_ROOT} + "/data/exempelstad/";

LightStage town_stage() {
    layers::LayerOptions lamps;
    lamps.path = town + "belysning.gpkg";
    return {.lamps = {lamps}, .streets = town + "gator.gpkg"};
}

outputs::LightResult run(const LightStage& stage) {
    return light_stage(stage, [](const auto&, double) {});
}

TEST(StageLight, stretches_are_those_of_light_along_on_the_same_layers) {
    const auto result = run(town_stage());
    const auto luminaires = conditions::luminaires_from(result.lamps);
    const auto along =
        conditions::light_along({.streets = *result.streets, .luminaires = luminaires, .lamps = &result.lamps});
    ASSERT_EQ(result.stretches.size(), along.stretches.size());
    for (std::size_t i = 0; i < along.stretches.size(); ++i) {
        EXPECT_EQ(result.stretches[i].average.value, along.stretches[i].average.value);
        EXPECT_EQ(result.stretches[i].cause, along.stretches[i].cause);
    }
}

TEST(StageLight, metres_met_and_below_by_cause_are_all_metres) {
    const auto totals = run(town_stage()).totals;
    double metres = 0, below = 0;
    for (const auto& one : totals.classes) {
        double sum = one.met_m;
        for (const double cause : one.cause_m) sum += cause;
        EXPECT_NEAR(sum, one.metres, 1e-6 * one.metres) << one.wanted_class;
        EXPECT_EQ(one.cause_m[0], 0.0) << "below class without a cause";
        metres += one.metres;
        below += one.metres - one.met_m;
    }
    EXPECT_NEAR(metres, totals.metres, 1e-6 * metres);
    EXPECT_NEAR(below, totals.below_m, 1e-6 * metres);
    EXPECT_EQ(totals.lamps.lit + totals.lamps.out + totals.lamps.without_luminaire + totals.lamps.switched_off,
              totals.lamps.lamps);
}

TEST(StageLight, the_raster_is_made_only_when_wanted_and_holds_every_lamp) {
    auto stage = town_stage();
    stage.streets.clear();
    EXPECT_FALSE(run(stage).lux.has_value());
    stage.surface = Surface::raster;
    stage.cell = Meters{20};
    const auto result = run(stage);
    ASSERT_TRUE(result.lux.has_value());
    for (const auto& lamp : result.lamps.lamps) EXPECT_GE(result.lux->frame.index_at(lamp.position), 0);
}

TEST(StageLight, a_cell_or_cutoff_of_zero_is_refused) {
    auto cell = town_stage(), cutoff = town_stage();
    cell.cell = Meters{0};
    cutoff.cutoff = Lux{0};
    EXPECT_THROW(static_cast<void>(run(cell)), Error);
    EXPECT_THROW(static_cast<void>(run(cutoff)), Error);
}

}  // namespace
}  // namespace lykta::study
