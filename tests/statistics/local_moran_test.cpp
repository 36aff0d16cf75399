// Local Moran and placements on cases small enough to follow.
#include "statistics/local_moran.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace lykta::statistics;

namespace {

const SpatialWeights triangle_and_tail{{{1, 2}, {0, 2}, {0, 1, 3}, {2}, {}}, {{1, 1}, {1, 1}, {1, 1, 1}, {1}, {}}};
const std::vector<double> x{9, 8, 7, 1, 5};

}  // namespace

TEST(LocalMoran, is_deviation_times_lag_over_the_variance) {
    // Mean 6; deviations 3 2 1 −5 −1; m2 = 40/5 = 8. Place 0: 3/8 · (2 + 1).
    const auto m = local_moran(x, triangle_and_tail);
    EXPECT_NEAR(m[0]->statistic, 9.0 / 8.0, 1e-14);
    EXPECT_NEAR(m[3]->statistic, -5.0 / 8.0, 1e-14);
}

TEST(LocalMoran, is_undefined_for_islands_and_for_equal_values) {
    EXPECT_FALSE(local_moran(x, triangle_and_tail)[4]);
    for (const auto& m : local_moran(std::vector<double>(5, 2.0), triangle_and_tail)) EXPECT_FALSE(m);
    EXPECT_TRUE(quadrants(std::vector<double>(5, 2.0), triangle_and_tail).empty());
    EXPECT_FALSE(quadrants(x, triangle_and_tail)[4]);
}

TEST(Placement, all_choices_are_enumerated_where_they_are_few) {
    // Place 3 has one neighbour with 7; of 9 8 7 5 three are at least 7 and two at most 7.
    const auto p = placement_p(x, triangle_and_tail);
    EXPECT_TRUE(p[3]->exact);
    EXPECT_EQ(p[3]->placements, 4u);
    EXPECT_DOUBLE_EQ(p[3]->greater, 0.75);
    EXPECT_DOUBLE_EQ(p[3]->less, 0.5);
    EXPECT_FALSE(p[4]);
}

TEST(Placement, drawn_placements_come_close_to_all_of_them) {
    const auto exact = placement_p(x, triangle_and_tail);
    const auto drawn = placement_p(x, triangle_and_tail, {.enumerate_up_to = 0, .draws = 20'000});
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_FALSE(drawn[i]->exact);
        const double p = exact[i]->greater;
        EXPECT_NEAR(drawn[i]->greater, p, 1.0 / 20'001 + 4.5 * std::sqrt(p * (1 - p) / 20'000));
    }
}
