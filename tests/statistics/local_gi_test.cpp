// Gi and Gi*: by hand on four places, degenerate fields, the lattice against neighbour lists.
#include "statistics/local_gi.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "statistics/multiple_testing.hpp"

using namespace lykta;
using namespace lykta::statistics;

namespace {

SpatialWeights chain(std::uint32_t n) {
    SpatialWeights w;
    for (std::uint32_t i = 0; i < n; ++i) {
        std::vector<std::uint32_t> near;
        if (i > 0) near.push_back(i - 1);
        if (i + 1 < n) near.push_back(i + 1);
        w.weights.emplace_back(near.size(), 1.0);
        w.neighbours.push_back(near);
    }
    return w;
}

}  // namespace

TEST(LocalGi, of_four_places_in_a_row_is_as_worked_by_hand) {
    // x = 1 2 3 10; place 0: lag 2, others 2 3 10 with mean 5, variance 38/3; spread (3·1 − 1)/2 = 1.
    const auto g = local_gi(std::vector<double>{1, 2, 3, 10}, chain(4));
    EXPECT_NEAR(*g[0].z, (2.0 - 5.0) / std::sqrt(38.0 / 3.0), 1e-14);
    EXPECT_NEAR(g[0].statistic, 2.0 / 15.0, 1e-15);
}

TEST(LocalGiStar, of_four_places_in_a_row_is_as_worked_by_hand) {
    // Place 3: lag 13, weights 2; mean 4, variance 50/4; spread (4·2 − 4)/3.
    const auto g = local_gi_star(std::vector<double>{1, 2, 3, 10}, with_self(chain(4)));
    EXPECT_NEAR(*g[3].z, (13.0 - 8.0) / std::sqrt(12.5 * 4.0 / 3.0), 1e-14);
    EXPECT_NEAR(*g[3].p, std::erfc(*g[3].z / std::sqrt(2.0)), 1e-16);
}

TEST(LocalGi, is_undefined_for_an_island_and_gi_star_is_not) {
    SpatialWeights w = chain(4);
    w.neighbours[3].clear();
    w.weights[3].clear();
    const std::vector<double> x{1, 2, 3, 10};
    EXPECT_FALSE(local_gi(x, w)[3].z);
    EXPECT_TRUE(local_gi_star(x, with_self(w))[3].z);
}

TEST(LocalGi, is_undefined_where_nothing_varies) {
    const std::vector<double> flat(4, 0.1), spike{7, 0.3, 0.3, 0.3};
    for (const auto& g : local_gi_star(flat, with_self(chain(4)))) EXPECT_FALSE(g.z);
    EXPECT_FALSE(local_gi(spike, chain(4))[0].z);  // all the others are equal
}

TEST(LocalGi, is_undefined_where_everybody_is_a_neighbour) {
    SpatialWeights w{{{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}, {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}};
    for (const auto& g : local_gi_star(std::vector<double>{1, 5, 9}, w)) EXPECT_FALSE(g.z);
}

TEST(LocalGi, does_not_change_when_all_values_are_shifted_or_scaled) {
    const std::vector<double> x{3, 8, 1, 4, 9, 2}, y{1003, 1008, 1001, 1004, 1009, 1002};
    const auto a = local_gi_star(x, with_self(chain(6))), b = local_gi_star(y, with_self(chain(6)));
    for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(*a[i].z, *b[i].z, 1e-11);
}

TEST(TwoSidedP, is_right_far_out_in_the_tail) {
    EXPECT_NEAR(two_sided_p(1.959963984540054), 0.05, 1e-15);
    EXPECT_NEAR(two_sided_p(-10.0) / 1.523970604832e-23, 1.0, 1e-9);
}

class GiStarGridBand : public ::testing::TestWithParam<double> {};

TEST_P(GiStarGridBand, equals_gi_star_on_neighbour_lists_of_the_same_cells) {
    const GridFrame frame{{1000, 2000}, 50_m, 17, 13};
    Grid<double> counts(frame), share(frame);
    std::vector<Point> centres;
    std::vector<double> x;
    std::vector<std::size_t> cell;
    for (int r = 0; r < frame.rows; ++r) {
        for (int c = 0; c < frame.columns; ++c) {
            const std::size_t i = counts.index(c, r);
            counts.values[i] = random_poisson({6, 1, i}, 0, 2.0);
            share.values[i] = (c - 8) * (c - 8) + (r - 6) * (r - 6) < 60 ? (i % 7 == 0 ? 0.5 : 1.0) : 0.4;
            if (share.values[i] < 0.5) continue;
            centres.push_back(frame.centre(c, r));
            x.push_back(counts.values[i]);
            cell.push_back(i);
        }
    }
    const GiStarGrid grid = gi_star_grid(counts, share, {GetParam()});
    const auto lists = local_gi_star(x, with_self(distance_band(centres, {GetParam()})));
    std::vector<std::optional<double>> p(lists.size());
    for (std::size_t k = 0; k < lists.size(); ++k) {
        ASSERT_EQ(std::isnan(grid.z.values[cell[k]]), !lists[k].z);
        p[k] = lists[k].p;
        if (!lists[k].z) continue;
        EXPECT_NEAR(grid.z.values[cell[k]], *lists[k].z, 1e-11);
        EXPECT_NEAR(grid.p.values[cell[k]], *lists[k].p, 1e-11);
    }
    const auto fdr = adjusted(p, Adjustment::benjamini_hochberg);
    for (std::size_t k = 0; k < fdr.size(); ++k) {
        if (!fdr[k]) continue;
        EXPECT_NEAR(grid.p_fdr.values[cell[k]], *fdr[k], 1e-10);
    }
    std::size_t defined = 0;
    for (const double z : grid.z.values) defined += std::isnan(z) ? 0 : 1;
    EXPECT_LE(defined, lists.size());
}

INSTANTIATE_TEST_SUITE_P(bands, GiStarGridBand, ::testing::Values(50.0, 70.7, 100.0, 150.0, 250.0, 2000.0));

TEST(GiStarGrid, gives_the_same_bytes_for_any_number_of_threads) {
    const GridFrame frame{{0, 0}, 50_m, 40, 70};
    Grid<double> counts(frame), share(frame, 1.0);
    for (std::size_t i = 0; i < counts.values.size(); ++i) counts.values[i] = random_uniform({6, 2, i}, 0);
    set_thread_count(1);
    const auto one = gi_star_grid(counts, share, 175_m);
    set_thread_count(5);
    const auto five = gi_star_grid(counts, share, 175_m);
    set_thread_count(0);
    EXPECT_EQ(one.z.values, five.z.values);
    EXPECT_EQ(one.p_fdr.values, five.p_fdr.values);
}

TEST(GiStarGrid, of_a_constant_field_is_undefined_everywhere) {
    const GridFrame frame{{0, 0}, 50_m, 5, 5};
    const auto grid = gi_star_grid(Grid<double>(frame, 3.0), Grid<double>(frame, 1.0), 100_m);
    for (const double z : grid.z.values) EXPECT_TRUE(std::isnan(z));
}
