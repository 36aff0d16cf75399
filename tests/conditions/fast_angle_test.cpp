#include "conditions/fast_angle.hpp"

#include <gtest/gtest.h>

#include "core/random.hpp"

namespace lykta::conditions {
namespace {

TEST(FastAngle, it_is_the_angle_of_the_standard_library_to_the_last_digits) {
    const RandomKey key{7, 1, 0};
    double worst = 0.0;
    for (std::uint32_t i = 0; i < 1'000'000; ++i) {
        const double x = 200.0 * (random_uniform(key, 2 * i) - 0.5), y = 200.0 * (random_uniform(key, 2 * i + 1) - 0.5);
        const double exact = std::atan2(y, x) * 180.0 / std::numbers::pi;
        worst = std::max(worst, std::abs(degrees_of(y, x) - exact));
    }
    EXPECT_LT(worst, 2e-13);
}

TEST(FastAngle, the_axes_and_the_diagonals_are_whole_degrees) {
    EXPECT_EQ(degrees_of(0, 0), 0.0);
    EXPECT_EQ(degrees_of(0, 3), 0.0);
    EXPECT_DOUBLE_EQ(degrees_of(2, 2), 45.0);
    EXPECT_DOUBLE_EQ(degrees_of(5, 0), 90.0);
    EXPECT_DOUBLE_EQ(degrees_of(5, -5), 135.0);
    EXPECT_DOUBLE_EQ(degrees_of(0, -1), 180.0);
    EXPECT_DOUBLE_EQ(degrees_of(-4, 0), -90.0);
}

}  // namespace
}  // namespace lykta::conditions
