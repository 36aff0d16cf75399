// Centres and ellipses.
#include "statistics/point_spread.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace lykta;
using namespace lykta::statistics;

TEST(PointSpread, of_a_line_to_the_north_east_points_there) {
    const auto s = point_spread(std::vector<Point>{{0, 0}, {1, 1}, {2, 2}});
    EXPECT_NEAR(s.major_axis.value, 45.0, 1e-12);
    EXPECT_NEAR(s.ellipse_minor_m, 0.0, 1e-7);
    EXPECT_NEAR(s.standard_distance_m, std::sqrt(4.0 / 3.0), 1e-12);
}

TEST(PointSpread, keeps_its_digits_in_national_coordinates) {
    const auto near = point_spread(std::vector<Point>{{0, 0}, {3, 1}, {1, 5}});
    const auto far = point_spread(std::vector<Point>{{674000, 6580000}, {674003, 6580001}, {674001, 6580005}});
    EXPECT_NEAR(far.standard_distance_m, near.standard_distance_m, 1e-9);
}

TEST(MedianCentre, lies_on_the_point_that_outweighs_the_others) {
    const Point m = median_centre(std::vector<Point>{{0, 0}, {0, 0}, {0, 0}, {10, 0}, {0, 10}});
    EXPECT_NEAR(m.x, 0.0, 1e-6);
    EXPECT_NEAR(m.y, 0.0, 1e-6);
}
