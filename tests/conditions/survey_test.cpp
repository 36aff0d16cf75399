// Shares of people who feel unsafe.
#include "conditions/survey.hpp"

#include <gtest/gtest.h>

using namespace lykta::conditions;

TEST(PerceivedSafety, is_a_share_with_its_interval) {
    lykta::layers::SurveyLayer survey;
    survey.areas.resize(2);
    survey.areas[0].answers = 10;
    survey.areas[0].unsafe = 0;
    const auto s = perceived_safety(survey);
    EXPECT_EQ(*s[0].share_unsafe, 0.0);
    EXPECT_NEAR(s[0].interval.high, 3.841459 / 13.841459, 1e-6);
    EXPECT_FALSE(s[1].share_unsafe);
    EXPECT_EQ(s[1].interval.high, 1.0);
}

namespace {

lykta::layers::SurveyLayer survey_of(const std::vector<std::pair<double, double>>& unsafe_of_answers) {
    lykta::layers::SurveyLayer survey;
    for (const auto& [unsafe, answers] : unsafe_of_answers)
        survey.areas.push_back({.area = "x", .answers = answers, .unsafe = unsafe});
    return survey;
}

}  // namespace

TEST(PerceivedSafety, of_few_answers_is_drawn_towards_the_city_and_said_to_be_small) {
    const auto s = perceived_safety(survey_of({{60, 100}, {20, 100}, {4, 5}, {0, 0}}));
    const double city = 84.0 / 205.0;
    EXPECT_NEAR(*s[0].shrunk_share, 0.6, 0.05);
    EXPECT_FALSE(s[0].small);
    EXPECT_LT(*s[2].shrunk_share, 0.8);
    EXPECT_GT(*s[2].shrunk_share, city);
    EXPECT_TRUE(s[2].small);
    EXPECT_FALSE(s[3].shrunk_share);
}

TEST(PerceivedSafety, by_hand_weighs_an_area_by_variance_between_areas_over_all_variance) {
    // 50 of 100, 30 of 100 and 4 of 10: mean 0.4, spread (0.01 · 100 + 0.01 · 100) / 210, mean answers 70.
    const auto s = perceived_safety(survey_of({{50, 100}, {30, 100}, {4, 10}}));
    const double spread = 2.0 / 210.0, chance = 0.24;
    const double between = 100 * spread - 100.0 / 70 * chance, all = 99 * spread - 30.0 / 70 * chance;
    EXPECT_NEAR(*s[0].shrunk_share, 0.4 + 0.1 * between / all, 1e-12);
    EXPECT_EQ(s[0].small, between / all < 0.5);
}

TEST(PerceivedSafety, of_one_area_alone_stays_as_it_is) {
    const auto s = perceived_safety(survey_of({{30, 40}}));
    EXPECT_DOUBLE_EQ(*s[0].shrunk_share, 0.75);
    EXPECT_FALSE(s[0].small);
}
