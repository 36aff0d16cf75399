// Lattices: where they lie and which cell holds a point.
#include "core/grid.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

using namespace lykta;

TEST(Grid, a_frame_starts_at_a_multiple_of_the_cell_size_and_holds_the_box) {
    const GridFrame frame = frame_over({12.0, -3.0, 109.0, 41.0}, 25_m);
    EXPECT_EQ(frame.origin, (Point{0.0, -25.0}));
    EXPECT_EQ(frame.columns, 5);  // 0 … 125
    EXPECT_EQ(frame.rows, 3);     // -25 … 50
}

TEST(Grid, a_point_on_the_upper_edge_of_the_box_still_has_a_cell) {
    const GridFrame frame = frame_over({0.0, 0.0, 100.0, 50.0}, 50_m);
    EXPECT_EQ(frame.columns, 3);
    EXPECT_EQ(frame.index_at({100.0, 50.0}), 3 + 2);
}

TEST(Grid, cells_are_closed_at_their_lower_left_edges) {
    const GridFrame frame{{0.0, 0.0}, 10_m, 2, 2};
    EXPECT_EQ(frame.index_at({0.0, 0.0}), 0);
    EXPECT_EQ(frame.index_at({10.0, 0.0}), 1);
    EXPECT_EQ(frame.index_at({9.999, 10.0}), 2);
    EXPECT_EQ(frame.index_at({20.0, 5.0}), -1);
    EXPECT_EQ(frame.index_at({-0.001, 5.0}), -1);
}

TEST(Grid, an_empty_box_has_no_cells) {
    EXPECT_EQ(frame_over(Box{}, 10_m).size(), 0u);
}

TEST(Grid, a_single_point_has_one_cell) {
    EXPECT_EQ(frame_over({7.0, 7.0, 7.0, 7.0}, 5_m).size(), 1u);
}

TEST(Grid, a_cell_size_of_zero_is_refused) {
    try {
        (void)frame_over({0, 0, 1, 1}, 0_m);
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_option);
    }
}

TEST(Grid, a_frame_beyond_all_counting_is_refused) {
    EXPECT_THROW((void)frame_over({0, 0, 1e15, 1}, {1e-3}), Error);
}
