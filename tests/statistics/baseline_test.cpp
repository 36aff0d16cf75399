// Scores of a surface against later events.
#include "statistics/baseline.hpp"

#include <gtest/gtest.h>

using namespace lykta;
using namespace lykta::statistics;

namespace {

const GridFrame frame{{0, 0}, 100_m, 4, 1};  // four cells of one hectare

Grid<double> cells(std::vector<double> values) {
    Grid<double> grid(frame);
    grid.values = std::move(values);
    return grid;
}

}  // namespace

TEST(Baseline, half_the_events_in_a_quarter_of_the_area_is_a_pai_of_two) {
    const auto p = score_surface(cells({9, 1, 2, 3}), cells({1, 1, 1, 1}), cells({5, 1, 4, 0}), {1.0});
    EXPECT_DOUBLE_EQ(p.hits, 5.0);
    EXPECT_DOUBLE_EQ(p.hit_rate, 0.5);
    EXPECT_DOUBLE_EQ(p.pai, 2.0);
    EXPECT_DOUBLE_EQ(p.pei, 1.0);
    EXPECT_LT(p.pai_interval.low, 2.0);
    EXPECT_GT(p.pai_interval.high, 2.0);
}

TEST(Baseline, ties_go_against_us) {
    const auto p = score_surface(cells({1, 1, 1, 1}), cells({1, 1, 1, 1}), cells({5, 1, 4, 0}), {1.0});
    EXPECT_DOUBLE_EQ(p.hits, 0.0);
    EXPECT_DOUBLE_EQ(p.pei, 0.0);
}

TEST(Baseline, the_last_cell_is_taken_in_part) {
    const auto p = score_surface(cells({4, 3, 2, 1}), cells({1, 1, 1, 1}), cells({2, 4, 0, 0}), {1.5});
    EXPECT_DOUBLE_EQ(p.hits, 4.0);
    EXPECT_DOUBLE_EQ(p.area_ha, 1.5);
}

TEST(Baseline, cells_outside_the_window_are_no_part_of_it) {
    const auto p = score_surface(cells({9, 1, 2, 3}), cells({0, 1, 1, 0.5}), cells({50, 1, 4, 5}), {0.5});
    EXPECT_DOUBLE_EQ(p.whole_area_ha, 2.5);
    EXPECT_DOUBLE_EQ(p.events, 10.0);
    EXPECT_DOUBLE_EQ(p.hits, 5.0);
}

TEST(Baseline, without_later_events_nothing_is_claimed) {
    const auto p = score_surface(cells({9, 1, 2, 3}), cells({1, 1, 1, 1}), cells({0, 0, 0, 0}), {1.0});
    EXPECT_EQ(p.pai, 0.0);
    EXPECT_EQ(p.events, 0.0);
}
