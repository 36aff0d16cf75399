#include "core/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace lykta {
namespace {

TEST(Random, the_same_key_and_draw_give_the_same_bits_and_another_draw_others) {
    const RandomKey key{.seed = 7, .stream = 2, .item = 41};
    EXPECT_EQ(random_bits(key, 3), random_bits(key, 3));
    EXPECT_NE(random_bits(key, 3), random_bits(key, 4));
    EXPECT_NE(random_bits(key, 3), random_bits({.seed = 8, .stream = 2, .item = 41}, 3));
    EXPECT_NE(random_bits(key, 3), random_bits({.seed = 7, .stream = 3, .item = 41}, 3));
    EXPECT_NE(random_bits(key, 3), random_bits({.seed = 7, .stream = 2, .item = 41 + (1ULL << 32U)}, 3));
}

TEST(Random, uniform_and_normal_have_their_moments) {
    double u = 0, n = 0, n2 = 0;
    constexpr int draws = 200'000;
    for (std::uint32_t i = 0; i < draws; ++i) {
        u += random_uniform({.item = i}, 0);
        const double x = random_normal({.stream = 1, .item = i}, 0);
        n += x;
        n2 += x * x;
    }
    EXPECT_NEAR(u / draws, 0.5, 0.004);  // six standard errors
    EXPECT_NEAR(n / draws, 0.0, 0.014);
    EXPECT_NEAR(n2 / draws, 1.0, 0.02);
}

TEST(Random, poisson_has_mean_and_variance_alike) {
    double sum = 0, squares = 0;
    constexpr int draws = 100'000;
    for (std::uint32_t i = 0; i < draws; ++i) {
        const double k = random_poisson({.stream = 5, .item = i}, 0, 4.2);
        sum += k;
        squares += k * k;
    }
    const double mean = sum / draws;
    EXPECT_NEAR(mean, 4.2, 0.04);
    EXPECT_NEAR(squares / draws - mean * mean, 4.2, 0.12);
}

TEST(Random, below_stays_below_and_reaches_every_value) {
    std::set<std::uint32_t> seen;
    for (std::uint32_t i = 0; i < 500; ++i) seen.insert(random_below({.item = i}, 1, 7));
    EXPECT_EQ(seen, (std::set<std::uint32_t>{0, 1, 2, 3, 4, 5, 6}));
}

}  // namespace
}  // namespace lykta
