// The view: pixels to metres and back, and what stays put when it changes.
#include "viewer/map/map_view.hpp"

#include <gtest/gtest.h>

#include <random>

namespace lykta::viewer {
namespace {

const MapView turned_view{
    .centre = {540'333.4, 6'480'333.4}, .metres_per_pixel = 2.5, .turn = 0.7, .width = 900, .height = 600};

TEST(MapView, north_is_up_and_east_is_right_when_it_is_not_turned) {
    const MapView view{.centre = {100, 200}, .metres_per_pixel = 2, .width = 400, .height = 300};
    const auto north = view.to_picture({100, 220}), east = view.to_picture({120, 200});
    EXPECT_DOUBLE_EQ(north.x, 200);
    EXPECT_DOUBLE_EQ(north.y, 140);
    EXPECT_DOUBLE_EQ(east.x, 210);
    EXPECT_DOUBLE_EQ(east.y, 150);
}

TEST(MapView, a_quarter_turn_anticlockwise_puts_north_to_the_left) {
    const MapView view{.centre = {0, 0}, .metres_per_pixel = 1, .turn = M_PI / 2, .width = 200, .height = 200};
    const auto north = view.to_picture({0, 50});
    EXPECT_NEAR(north.x, 50, 1e-9);
    EXPECT_NEAR(north.y, 100, 1e-9);
}

TEST(MapView, to_world_inverts_to_picture) {
    std::mt19937 dice{1};
    std::uniform_real_distribution<double> metres{-20'000, 20'000};
    for (int i = 0; i < 200; ++i) {
        const Point world{turned_view.centre.x + metres(dice), turned_view.centre.y + metres(dice)};
        const Point back = turned_view.to_world(turned_view.to_picture(world));
        EXPECT_NEAR(back.x, world.x, 1e-8);
        EXPECT_NEAR(back.y, world.y, 1e-8);
    }
}

TEST(MapView, zooming_and_turning_keep_the_point_under_the_pointer) {
    const Pixel anchor{123, 456};
    const Point under = turned_view.to_world(anchor);
    for (const auto& after : {zoomed(turned_view, 3.7, anchor), zoomed(turned_view, 1e9, anchor),
                              zoomed(turned_view, 1e-9, anchor), turned(turned_view, -2.2, anchor)}) {
        EXPECT_NEAR(after.to_world(anchor).x, under.x, 1e-6);
        EXPECT_NEAR(after.to_world(anchor).y, under.y, 1e-6);
        EXPECT_GE(after.metres_per_pixel, least_metres_per_pixel);
        EXPECT_LE(after.metres_per_pixel, most_metres_per_pixel);
    }
}

TEST(MapView, a_drag_moves_the_map_with_the_pointer) {
    const Pixel from{300, 200}, to{340, 170};
    const Point grabbed = turned_view.to_world(from);
    const auto after = dragged(turned_view, to.x - from.x, to.y - from.y);
    EXPECT_NEAR(after.to_world(to).x, grabbed.x, 1e-6);
    EXPECT_NEAR(after.to_world(to).y, grabbed.y, 1e-6);
}

TEST(MapView, fitted_shows_every_corner_of_the_box_inside_the_margin) {
    const Box box{540'000, 6'480'000, 541'500, 6'480'400};
    const auto view = fitted(turned_view, box, 30);
    for (const Point corner : {Point{box.min_x, box.min_y}, Point{box.max_x, box.min_y}, Point{box.min_x, box.max_y},
                               Point{box.max_x, box.max_y}}) {
        const auto at = view.to_picture(corner);
        EXPECT_GE(at.x, 30 - 1e-6);
        EXPECT_GE(at.y, 30 - 1e-6);
        EXPECT_LE(at.x, view.width - 30 + 1e-6);
        EXPECT_LE(at.y, view.height - 30 + 1e-6);
    }
    EXPECT_DOUBLE_EQ(view.turn, turned_view.turn);
}

TEST(MapView, extent_holds_what_is_seen) {
    const Box extent = turned_view.extent();
    for (const Pixel pixel : {Pixel{0, 0}, Pixel{900, 0}, Pixel{0, 600}, Pixel{900, 600}, Pixel{450, 300}})
        EXPECT_TRUE(extent.expanded(1e-6).contains(turned_view.to_world(pixel)));
}

}  // namespace
}  // namespace lykta::viewer
