// Moments of the drawn numbers.
#include "places/draw_stream.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lykta::places {
namespace {

struct Moments {
    double mean = 0, variance = 0;
};

template <class Draw>
Moments moments(const Draw& draw) {
    constexpr std::uint32_t n = 20'000;
    double sum = 0, squares = 0;
    for (std::uint32_t i = 0; i < n; ++i) {
        DrawStream random{1, 90, i, 0};
        const double x = draw(random);
        sum += x, squares += x * x;
    }
    return {sum / n, squares / n - sum / n * sum / n};
}

TEST(DrawStream, normal_numbers_have_mean_0_and_variance_1) {
    const auto m = moments([](DrawStream& r) { return r.normal(); });
    EXPECT_NEAR(m.mean, 0, 0.03);
    EXPECT_NEAR(m.variance, 1, 0.04);
}

TEST(DrawStream, gamma_numbers_have_mean_and_variance_of_their_shape) {
    for (const double shape : {0.3, 1.0, 4.0, 250.0}) {
        const auto m = moments([&](DrawStream& r) { return r.gamma(shape); });
        EXPECT_NEAR(m.mean, shape, 4 * std::sqrt(shape / 20'000)) << shape;
        EXPECT_NEAR(m.variance, shape, 0.1 * shape) << shape;
    }
}

TEST(DrawStream, beta_numbers_have_the_mean_and_variance_of_their_law) {
    const auto m = moments([](DrawStream& r) { return r.beta({2, 6}); });
    EXPECT_NEAR(m.mean, 0.25, 0.005);
    EXPECT_NEAR(m.variance, 0.25 * 0.75 / 9, 0.002);
}

TEST(DrawStream, the_same_key_gives_the_same_numbers_and_another_draw_others) {
    DrawStream a{1, 2, 3, 4}, b{1, 2, 3, 4}, c{1, 2, 3, 5};
    const double first = a.uniform();
    EXPECT_EQ(first, b.uniform());
    EXPECT_NE(first, c.uniform());
}

}  // namespace
}  // namespace lykta::places
