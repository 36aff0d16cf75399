// Points gathered: nothing lost, what lies together is together.
#include "viewer/project/clusters.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

namespace lykta::viewer {
namespace {

std::vector<std::uint32_t> all_of(std::size_t count) {
    std::vector<std::uint32_t> indices(count);
    std::iota(indices.begin(), indices.end(), 0U);
    return indices;
}

double scattered(int i) {
    const double s = std::sin(i * 12.9898) * 43758.5453;
    return s - std::floor(s);
}

std::vector<Point> many_points() {
    std::vector<Point> points;
    for (int i = 0; i < 4000; ++i)
        points.push_back({540000 + std::round(3000 * scattered(i)), 6480000 + std::round(90 * scattered(i + 7)) * 20});
    return points;
}

std::uint64_t sum_of(const std::vector<Cluster>& clusters) {
    std::uint64_t sum = 0;
    for (const auto& c : clusters) sum += c.count;
    return sum;
}

TEST(Clusters, points_on_one_spot_are_one_cluster_that_names_the_first) {
    const std::vector<Point> points{{5, 5}, {1, 2}, {5, 5}, {5, 5}};
    const auto clusters = on_one_spot(points, all_of(4));
    ASSERT_EQ(clusters.size(), 2U);
    EXPECT_EQ(clusters[0].count, 1U);
    EXPECT_EQ(clusters[0].first, 1U);
    EXPECT_EQ(clusters[1].count, 3U);
    EXPECT_EQ(clusters[1].first, 0U);
}

TEST(Clusters, only_the_points_asked_for_are_gathered) {
    const std::vector<Point> points{{5, 5}, {1, 2}, {5, 5}};
    const std::vector<std::uint32_t> some{2};
    const auto clusters = on_one_spot(points, some);
    ASSERT_EQ(clusters.size(), 1U);
    EXPECT_EQ(clusters[0].first, 2U);
}

TEST(Clusters, a_square_holds_the_mean_position_of_its_points) {
    const std::vector<Cluster> finer{{{10, 10}, 3, 4}, {{30, 10}, 1, 2}, {{110, 10}, 5, 9}};
    const auto clusters = gathered(finer, 100);
    ASSERT_EQ(clusters.size(), 2U);
    EXPECT_DOUBLE_EQ(clusters[0].at.x, 15);
    EXPECT_DOUBLE_EQ(clusters[0].at.y, 10);
    EXPECT_EQ(clusters[0].count, 4U);
    EXPECT_EQ(clusters[0].first, 2U);
    EXPECT_EQ(clusters[1].count, 5U);
}

TEST(Clusters, west_and_south_of_the_origin_squares_do_not_fold) {
    const std::vector<Cluster> finer{{{-10, -10}, 1, 0}, {{10, 10}, 1, 1}, {{-10, 10}, 1, 2}};
    EXPECT_EQ(gathered(finer, 100).size(), 3U);
}

TEST(Clusters, no_point_is_lost_at_any_size) {
    const auto points = many_points();
    auto clusters = on_one_spot(points, all_of(points.size()));
    EXPECT_EQ(sum_of(clusters), points.size());
    for (double cell = 50; cell < 1e5; cell *= 2) {
        clusters = gathered(clusters, cell);
        EXPECT_EQ(sum_of(clusters), points.size());
    }
    EXPECT_LE(clusters.size(), 4U);
}

TEST(Clusters, squares_are_those_of_a_plain_count) {
    const auto points = many_points();
    std::map<std::pair<long, long>, std::uint32_t> plain;
    for (const auto& p : points)
        ++plain[{static_cast<long>(std::floor(p.x / 70)), static_cast<long>(std::floor(p.y / 70))}];
    const auto clusters = gathered(on_one_spot(points, all_of(points.size())), 70);
    EXPECT_EQ(clusters.size(), plain.size());
    for (const auto& c : clusters)
        EXPECT_EQ(c.count,
                  (plain[{static_cast<long>(std::floor(c.at.x / 70)), static_cast<long>(std::floor(c.at.y / 70))}]));
}

TEST(Clusters, a_circle_grows_with_its_count_and_has_room_for_the_digits) {
    EXPECT_LT(cluster_scale(2, 1000), cluster_scale(200, 1000));
    EXPECT_LT(cluster_scale(200, 1000), cluster_scale(1000, 1000));
    EXPECT_GE(cluster_scale(1234, 1000000), 1.5F);
}

}  // namespace
}  // namespace lykta::viewer
