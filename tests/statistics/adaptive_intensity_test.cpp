// Adaptive bandwidths and density ratios.
#include "statistics/adaptive_intensity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"

using namespace lykta;
using namespace lykta::statistics;

TEST(AdaptiveIntensity, two_lone_events_keep_the_pilot_bandwidth) {
    const std::vector<Point> points{{0, 0}, {1000, 0}};
    const auto a = adaptive_intensity(points, points, 50_m);
    EXPECT_NEAR(a.bandwidth_m[0], 50.0, 1e-12);
    EXPECT_NEAR(a.intensity[0], 1.0 / (2.0 * M_PI * 2500.0), 1e-18);
}

TEST(AdaptiveIntensity, a_crowd_gets_narrower_kernels_than_an_outlier) {
    const auto a = adaptive_intensity({}, std::vector<Point>{{0, 0}, {5, 0}, {0, 5}, {800, 800}}, 50_m);
    EXPECT_LT(a.bandwidth_m[0], 50.0);
    EXPECT_GT(a.bandwidth_m[3], 50.0);
}

TEST(NearestEventIntensity, is_undefined_on_a_pile_of_k_events) {
    const std::vector<Point> points{{0, 0}, {0, 0}, {30, 40}};
    const auto n = nearest_event_intensity(std::vector<Point>{{0, 0}}, points, 2);
    EXPECT_EQ(n.bandwidth_m[0], 0.0);
    EXPECT_FALSE(n.intensity[0]);
    EXPECT_DOUBLE_EQ(nearest_event_intensity(std::vector<Point>{{0, 0}}, points, 3).bandwidth_m[0], 50.0);
    EXPECT_THROW((void)nearest_event_intensity({}, points, 4), Error);
}

TEST(LogRelativeRisk, of_equal_patterns_is_zero_and_undefined_where_nobody_is) {
    const std::vector<Point> points{{0, 0}, {40, 0}};
    const IntensityOptions options{100_m, Kernel::quartic, EdgeCorrection::none};
    const auto r = log_relative_risk(std::vector<Point>{{10, 0}, {900, 0}}, points, points, options);
    EXPECT_DOUBLE_EQ(*r[0], 0.0);
    EXPECT_FALSE(r[1]);
}
