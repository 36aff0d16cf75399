// Adjusted p-values small enough to follow.
#include "statistics/multiple_testing.hpp"

#include <gtest/gtest.h>

using namespace lykta::statistics;
using P = std::vector<std::optional<double>>;

TEST(MultipleTesting, benjamini_hochberg_takes_the_least_of_those_above) {
    // m = 4, sorted 0.01 0.02 0.03 0.5: 0.04 0.04 0.04 0.5.
    const auto q = adjusted(P{0.02, 0.5, 0.01, 0.03}, Adjustment::benjamini_hochberg);
    EXPECT_DOUBLE_EQ(*q[0], 0.04);
    EXPECT_DOUBLE_EQ(*q[1], 0.5);
    EXPECT_DOUBLE_EQ(*q[2], 0.04);
    EXPECT_DOUBLE_EQ(*q[3], 0.04);
}

TEST(MultipleTesting, holm_never_falls_and_bonferroni_never_passes_one) {
    const P p{0.01, 0.02, 0.4};
    const auto holm = adjusted(p, Adjustment::holm), bonferroni = adjusted(p, Adjustment::bonferroni);
    EXPECT_DOUBLE_EQ(*holm[0], 0.03);
    EXPECT_DOUBLE_EQ(*holm[1], 0.04);
    EXPECT_DOUBLE_EQ(*holm[2], 0.4);
    EXPECT_DOUBLE_EQ(*bonferroni[2], 1.0);
}

TEST(MultipleTesting, undefined_tests_leave_the_family) {
    const auto q = adjusted(P{std::nullopt, 0.02, std::nullopt}, Adjustment::bonferroni);
    EXPECT_FALSE(q[0]);
    EXPECT_DOUBLE_EQ(*q[1], 0.02);
}

TEST(MultipleTesting, yekutieli_multiplies_by_the_harmonic_sum) {
    EXPECT_DOUBLE_EQ(*adjusted(P{0.01, 0.02}, Adjustment::benjamini_yekutieli)[1], 0.03);
}

TEST(MultipleTesting, no_tests_give_no_answers) {
    EXPECT_TRUE(adjusted(P{}, Adjustment::holm).empty());
}
