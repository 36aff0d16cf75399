// Neighbours: thresholds, ties, touching, against double loops.
#include "statistics/spatial_weights.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/random.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

std::vector<Point> scattered(std::size_t count) {
    std::vector<Point> points;
    for (std::uint64_t i = 0; i < count; ++i)
        points.push_back({500 * random_uniform({8, 1, i}, 0), 300 * random_uniform({8, 1, i}, 1)});
    return points;
}

MultiPolygon box(double x, double y, double w, double h) {
    return {{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}, {}}};
}

}  // namespace

TEST(DistanceBand, includes_the_threshold_and_coincident_points_but_never_oneself) {
    const std::vector<Point> points{{0, 0}, {3, 4}, {3, 4}, {6, 8.0001}};
    EXPECT_EQ(distance_band(points, 5_m).neighbours, (Lists{{1, 2}, {0, 2}, {0, 1}, {}}));
    EXPECT_EQ(distance_band(points, 5_m).islands(), (std::vector<std::uint32_t>{3}));
}

TEST(DistanceBand, equals_the_double_loop) {
    const auto points = scattered(300);
    const auto w = distance_band(points, 42_m);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        std::vector<std::uint32_t> near;
        for (std::uint32_t j = 0; j < points.size(); ++j) {
            if (j != i && distance(points[i], points[j]) <= 42.0) near.push_back(j);
        }
        EXPECT_EQ(w.neighbours[i], near);
    }
}

TEST(DistanceBand, of_zero_is_refused) {
    EXPECT_THROW((void)distance_band(scattered(3), 0_m), Error);
}

TEST(InverseDistance, weighs_by_one_over_distance_and_refuses_coincident_points) {
    EXPECT_DOUBLE_EQ(inverse_distance_band(std::vector<Point>{{0, 0}, {3, 4}}, 6_m).weights[0][0], 0.2);
    EXPECT_THROW((void)inverse_distance_band(std::vector<Point>{{1, 1}, {1, 1}}, 6_m), Error);
}

TEST(NearestNeighbours, equal_the_sorted_distances_with_ties_by_index) {
    auto points = scattered(250);
    for (int k = 0; k < 20; ++k) points.push_back({100, 100});  // a pile
    const auto w = nearest_neighbours(points, 5);
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        std::vector<std::pair<double, std::uint32_t>> all;
        for (std::uint32_t j = 0; j < points.size(); ++j) {
            if (j != i) all.emplace_back(distance(points[i], points[j]), j);
        }
        std::sort(all.begin(), all.end());
        std::vector<std::uint32_t> wanted;
        for (int k = 0; k < 5; ++k) wanted.push_back(all[static_cast<std::size_t>(k)].second);
        std::sort(wanted.begin(), wanted.end());
        EXPECT_EQ(w.neighbours[i], wanted) << i;
    }
}

TEST(NearestNeighbours, of_fewer_points_than_asked_are_all_the_others) {
    EXPECT_EQ(nearest_neighbours(std::vector<Point>{{0, 0}, {1, 0}}, 4).neighbours, (Lists{{1}, {0}}));
}

TEST(Contiguity, a_corner_makes_queen_neighbours_only) {
    const std::vector<MultiPolygon> shapes{box(0, 0, 10, 10), box(10, 10, 10, 10)};
    EXPECT_EQ(contiguity(shapes, Contiguity::queen).neighbours, (Lists{{1}, {0}}));
    EXPECT_EQ(contiguity(shapes, Contiguity::rook).neighbours, (Lists{{}, {}}));
}

TEST(Contiguity, a_t_junction_without_a_shared_vertex_counts) {
    const std::vector<MultiPolygon> shapes{box(0, 0, 20, 10), box(0, 10, 7, 10), box(7, 10, 13, 10)};
    EXPECT_EQ(contiguity(shapes, Contiguity::rook).neighbours, (Lists{{1, 2}, {0, 2}, {0, 1}}));
}

TEST(RowStandardised, rows_sum_to_one_and_islands_stay_empty) {
    const auto w = row_standardised(distance_band(std::vector<Point>{{0, 0}, {1, 0}, {2, 0}, {90, 0}}, 2_m));
    EXPECT_DOUBLE_EQ(w.weights[1][0] + w.weights[1][1], 1.0);
    EXPECT_TRUE(w.weights[3].empty());
}

TEST(WithSelf, adds_oneself_once_and_in_order) {
    const auto w = with_self(with_self(distance_band(std::vector<Point>{{0, 0}, {1, 0}, {2, 0}}, 1_m)));
    EXPECT_EQ(w.neighbours, (Lists{{0, 1}, {0, 1, 2}, {1, 2}}));
    EXPECT_EQ(w.weights[1], (std::vector<double>{1, 1, 1}));
}

TEST(Components, count_groups_and_islands) {
    EXPECT_EQ(components(distance_band(std::vector<Point>{{0, 0}, {1, 0}, {50, 0}, {51, 0}, {200, 0}}, 2_m)), 3u);
}
