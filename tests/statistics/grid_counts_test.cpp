// Counting into cells; shares of cells inside a window.
#include "statistics/grid_counts.hpp"

#include <gtest/gtest.h>

#include <numeric>

using namespace lykta;
using namespace lykta::statistics;

TEST(GridCounts, every_event_is_in_one_cell_or_counted_outside) {
    const GridFrame frame{{0, 0}, 10_m, 2, 2};
    const std::vector<Point> points{{1, 1}, {2, 2}, {15, 5}, {10, 10}, {20, 20}, {-1, 0}};
    const GridCounts counted = count_on_grid(frame, points);
    EXPECT_EQ(counted.counts.values, (std::vector<double>{2, 1, 0, 1}));
    EXPECT_EQ(counted.outside, 2u);
}

TEST(GridCounts, weights_are_summed) {
    const GridFrame frame{{0, 0}, 10_m, 1, 1};
    EXPECT_EQ(count_on_grid(frame, std::vector<Point>{{1, 1}, {2, 2}}, std::vector<double>{0.5, 2.0}).counts.values[0],
              2.5);
}

TEST(WindowShare, counts_the_samples_of_a_cell_inside) {
    // The window covers the first cell, 2 of 5 sample columns of the second, nothing of the third.
    const MultiPolygon window{{{{0, 0}, {14, 0}, {14, 10}, {0, 10}, {0, 0}}, {}}};
    const auto share = window_share({{0, 0}, 10_m, 3, 1}, window);
    EXPECT_EQ(share.values, (std::vector<double>{1.0, 0.4, 0.0}));
}

TEST(WindowShare, of_all_cells_times_their_area_is_close_to_the_area_of_the_window) {
    const MultiPolygon window{{{{3, 4}, {907, 55}, {640, 777}, {120, 640}, {3, 4}}, {}}};
    const GridFrame frame = frame_over(box_of(window), 10_m);
    const auto share = window_share(frame, window);
    const double covered = std::accumulate(share.values.begin(), share.values.end(), 0.0) * frame.cell_area_m2();
    EXPECT_NEAR(covered / area(window), 1.0, 1e-3);
}
