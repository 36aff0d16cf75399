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
