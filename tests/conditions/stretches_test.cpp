// Lines cut and sampled.
#include "conditions/stretches.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

using namespace lykta;
using namespace lykta::conditions;

TEST(Stretches, are_equal_and_together_the_whole_line_with_its_corners) {
    const Polyline line{{0, 0}, {50, 0}, {50, 50}};
    const auto parts = cut_into_stretches(line, 30_m);
    ASSERT_EQ(parts.size(), 3u);
    double sum = 0.0;
    for (const auto& p : parts) {
        EXPECT_NEAR(length(p.line), 100.0 / 3.0, 1e-9);
        EXPECT_NEAR(p.to_m - p.from_m, 100.0 / 3.0, 1e-9);
        sum += length(p.line);
    }
    EXPECT_NEAR(sum, 100.0, 1e-9);
    EXPECT_EQ(parts[1].line.at(1), (Point{50, 0}));
    EXPECT_EQ(parts[0].line.back(), parts[1].line.front());
    EXPECT_EQ(parts[2].line.back(), (Point{50, 50}));
}

TEST(Stretches, a_short_line_is_one_and_a_line_without_length_none) {
    EXPECT_EQ(cut_into_stretches({{0, 0}, {4, 0}}, 30_m).size(), 1u);
    EXPECT_TRUE(cut_into_stretches({{4, 4}, {4, 4}}, 30_m).empty());
    EXPECT_TRUE(cut_into_stretches({}, 30_m).empty());
}

TEST(Stretches, a_length_of_zero_is_refused) {
    EXPECT_THROW((void)cut_into_stretches({{0, 0}, {4, 0}}, 0_m), Error);
}

TEST(PointsAlong, stand_in_the_middle_of_equal_steps) {
    EXPECT_EQ(points_along({{0, 0}, {6, 0}}, 3_m), (std::vector<Point>{{1.5, 0}, {4.5, 0}}));
    EXPECT_EQ(points_along({{0, 0}, {0, 7}}, 3_m).size(), 3u);
}
