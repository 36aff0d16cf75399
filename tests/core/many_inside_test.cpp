#include "core/many_inside.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace lykta {
namespace {

/// A star of random radii with a square hole, and an island beside it.
MultiPolygon ragged(std::uint32_t seed) {
    Polygon star;
    for (std::uint32_t i = 0; i <= 60; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % 60) / 60,
                     r = 300 + 600 * random_uniform({.seed = seed, .item = i % 60}, 0);
        star.outer.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    star.holes.push_back({{-50, -50}, {50, -50}, {50, 50}, {-50, 50}, {-50, -50}});
    return {star, Polygon{{{1500, 0}, {1600, 0}, {1600, 40}, {1500, 40}, {1500, 0}}, {}}};
}

TEST(ManyInside, agrees_with_the_exact_test_on_random_points) {
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        const auto shape = ragged(seed);
        const ManyInside many{shape};
        int inside = 0;
        for (std::uint32_t i = 0; i < 4000; ++i) {
            const Point p{2800 * random_uniform({.seed = seed, .stream = 1, .item = i}, 0) - 1000,
                          2200 * random_uniform({.seed = seed, .stream = 1, .item = i}, 1) - 1100};
            ASSERT_EQ(many.contains(p), contains(shape, p)) << p.x << ' ' << p.y;
            inside += many.contains(p) ? 1 : 0;
        }
        EXPECT_GT(inside, 300);
    }
}

TEST(ManyInside, an_empty_shape_holds_nothing) {
    EXPECT_FALSE(ManyInside{MultiPolygon{}}.contains({0, 0}));
}

}  // namespace
}  // namespace lykta
