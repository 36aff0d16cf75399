// dark_stage: the figures of the conditions on one file's incidents.
#include "study/stage_dark.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"

namespace lykta::study {
namespace {

DarkStage town_stage() {
    DarkStage stage;
    stage.incidents.path = std::string{LYKTA_ROOT} + "/data/exempelstad/embrace.csv";
    stage.incidents.crs = "EPSG:3006";
    stage.incidents.time_from = "handelsetid";
    stage.incidents.time_to = "handelsetid_till";
    return stage;
}

outputs::DarkResult run(const DarkStage& stage) {
    return dark_stage(stage, [](const auto&, double) {});
}

TEST(StageDark, probabilities_and_shares_are_those_of_the_conditions) {
    const auto result = run(town_stage());
    const auto probability = conditions::dark_probability(result.incidents, result.about.longitude_latitude);
    ASSERT_EQ(probability.size(), result.probability.size());
    for (std::size_t i = 0; i < probability.size(); ++i)
        EXPECT_TRUE(probability[i] == result.probability[i] ||
                    (std::isnan(probability[i]) && std::isnan(result.probability[i])));
    EXPECT_EQ(result.all.share.share, conditions::dark_share(probability).share);
}

TEST(StageDark, every_incident_is_in_one_category_and_either_has_an_hour_or_is_counted_without) {
    const auto result = run(town_stage());
    double incidents = 0, known = 0;
    for (const auto& group : result.categories) {
        incidents += group.share.count;
        known += group.share.known;
    }
    EXPECT_EQ(incidents, result.all.share.count);
    EXPECT_EQ(known, result.all.share.known);
    EXPECT_EQ(static_cast<double>(result.without_hour) + known, incidents);
    for (std::size_t i = 1; i < result.categories.size(); ++i)
        EXPECT_GE(result.categories[i - 1].share.count, result.categories[i].share.count);
}

TEST(StageDark, a_moment_is_dark_where_its_sun_is_below_the_limit) {
    const auto result = run(town_stage());
    std::size_t moments = 0;
    for (std::size_t i = 0; i < result.incidents.size(); ++i) {
        const auto& time = result.incidents.time[i];
        if (std::isnan(result.probability[i]) || time.from != time.to) continue;
        if (std::abs(result.elevation_from[i] + 6.0) < 0.05) continue;  // the crossing itself, to the minute
        ++moments;
        EXPECT_EQ(result.probability[i], result.elevation_from[i] < -6.0 ? 1.0 : 0.0)
            << "row " << result.incidents.row[i];
    }
    EXPECT_GT(moments, 1000U);
}

TEST(StageDark, a_limit_no_sun_can_have_is_refused) {
    auto stage = town_stage();
    stage.limit = Degrees{-91};
    EXPECT_THROW(static_cast<void>(run(stage)), Error);
}

}  // namespace
}  // namespace lykta::study
