// Buckets of points.
#include "statistics/point_buckets.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"

using namespace lykta;
using namespace lykta::statistics;

TEST(PointBuckets, hold_every_point_once_and_find_all_within_reach) {
    std::vector<Point> points;
    for (std::uint64_t i = 0; i < 500; ++i)
        points.push_back({100 * random_uniform({1, 1, i}, 0), 60 * random_uniform({1, 1, i}, 1)});
    const PointBuckets buckets(points, 7.0);
    std::vector<std::uint32_t> order = buckets.order();
    std::sort(order.begin(), order.end());
    for (std::uint32_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], i);
    for (const Point q : {Point{50, 30}, Point{-20, 80}, Point{0, 0}}) {
        std::vector<std::uint32_t> found;
        buckets.near(q, 15.0, [&](std::uint32_t i) { found.push_back(i); });
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            if (distance(points[i], q) > 15.0) continue;
            EXPECT_EQ(std::count(found.begin(), found.end(), i), 1);
        }
    }
}

TEST(PointBuckets, stay_few_when_one_point_lies_very_far_away) {
    const std::vector<Point> points{{0, 0}, {1e7, 1e7}};
    const PointBuckets buckets(points, 1.0);
    EXPECT_LT(static_cast<double>(buckets.columns()) * buckets.rows(), 5e6);
}

TEST(PointBuckets, of_nothing_find_nothing) {
    int visits = 0;
    PointBuckets({}, 1.0).near({0, 0}, 10.0, [&](std::uint32_t) { ++visits; });
    EXPECT_EQ(visits, 0);
}
