// The maps of the report.
#include "outputs/report_map.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "outputs/map_pieces.hpp"
#include "sample_result.hpp"

using namespace lykta;
using namespace lykta::outputs;

TEST(Simplified, keeps_the_ends_and_what_stands_out) {
    const Polyline line{{0, 0}, {10, 0.4}, {20, 0}, {30, 8}, {40, 0}};
    EXPECT_EQ(simplified(line, 1.0), (Polyline{{0, 0}, {20, 0}, {30, 8}, {40, 0}}));
    EXPECT_EQ(simplified(line, 100.0), (Polyline{{0, 0}, {40, 0}}));
}

TEST(Simplified, never_moves_further_than_the_tolerance) {
    Polyline line;
    for (int i = 0; i < 200; ++i) line.push_back({i * 5.0, 30 * by_hand::scattered(i)});
    const auto thin = simplified(line, 6.0);
    EXPECT_LT(thin.size(), line.size());
    for (const Point& p : line) EXPECT_LE(nearest_on(thin, p).distance, 6.0 + 1e-9);
}

TEST(ClipSegment, keeps_the_part_inside) {
    const Box box{0, 0, 10, 10};
    Point a{-5, 5}, b{15, 5};
    ASSERT_TRUE(clip_segment(box, a, b));
    EXPECT_EQ(a, (Point{0, 5}));
    EXPECT_EQ(b, (Point{10, 5}));
    Point c{-5, 12}, d{15, 12};
    EXPECT_FALSE(clip_segment(box, c, d));
    Point e{2, 2}, f{3, 3};
    ASSERT_TRUE(clip_segment(box, e, f));
    EXPECT_EQ(e, (Point{2, 2}));
}

TEST(PlacedMarkers, do_not_cover_each_other) {
    std::vector<Point> at;
    for (int i = 0; i < 30; ++i)
        at.push_back({100 + 40 * by_hand::scattered(i), 100 + 40 * by_hand::scattered(i + 50)});
    const auto spots = placed_markers(at, std::vector<double>(at.size(), 10.0));
    EXPECT_EQ(spots[0], at[0]);
    for (std::size_t i = 0; i < spots.size(); ++i)
        for (std::size_t k = i + 1; k < spots.size(); ++k)
            EXPECT_GE(distance(spots[i], spots[k]), 20.0) << i << " and " << k;
}

TEST(ViewOf, holds_the_box_and_puts_north_up) {
    const MapView view = view_of({0, 0, 100, 400}, 200, 100);
    EXPECT_LE(view.world.min_x, 0);
    EXPECT_GE(view.world.max_y, 400);
    EXPECT_LT(view.at({50, 400}).y, view.at({50, 0}).y);
    EXPECT_NEAR(view.at({50, 200}).x, 100, 1e-9);
}

TEST(BaseMap, sheds_buildings_before_streets_when_a_page_would_grow_too_large) {
    const auto sample = by_hand::sample_run();
    const Box frame = box_of(sample->city.window.shape);
    const auto whole = base_map(sample->result, frame);
    EXPECT_EQ(whole.buildings.size(), 160U);
    EXPECT_FALSE(whole.without_buildings);
    const auto small = base_map(sample->result, frame, {.tolerance_m = 1, .most_points = 100});
    EXPECT_TRUE(small.without_buildings);
    EXPECT_TRUE(small.buildings.empty());
    EXPECT_FALSE(small.streets.empty());
}

TEST(InterestingFrame, holds_every_place_and_falls_back_to_the_window) {
    auto sample = by_hand::sample_run();
    const Box frame = interesting_frame(sample->result);
    for (const auto& place : sample->result.places) EXPECT_TRUE(frame.contains(place.place.centre));
    sample->result.places.clear();
    sample->result.gi_z = sample->result.gi_p_fdr = Grid<double>{};
    EXPECT_TRUE(interesting_frame(sample->result).contains(by_hand::local(1, 1)));
}

TEST(MapJson, is_json_with_every_place_and_no_angle_bracket) {
    const auto sample = by_hand::sample_run();
    const auto text = map_json(sample->result);
    EXPECT_EQ(text.find('<'), std::string::npos);
    const auto json = nlohmann::json::parse(text);
    EXPECT_EQ(json["places"].size(), 10U);
    EXPECT_EQ(json["streets"].size() + json["paths"].size(), 16U);
    EXPECT_EQ(json["lamps"]["out"].size() + json["lamps"]["lit"].size(), 300U);
}

TEST(MapJson, lines_are_a_first_point_and_steps_in_decimetres) {
    auto sample = by_hand::sample_run();
    sample->city.streets->streets = {{.id = "1",
                                      .name = "",
                                      .line = {by_hand::local(10, 20), by_hand::local(11.5, 18)},
                                      .footpath = false,
                                      .lighting_class = "",
                                      .row = 2}};
    const auto json = nlohmann::json::parse(map_json(sample->result));
    EXPECT_EQ(json["streets"][0], (nlohmann::json{100, 200, 15, -20}));
}

TEST(CityMap, numbers_the_places_and_has_scale_and_north) {
    const auto sample = by_hand::sample_run();
    const auto svg = city_map_svg(sample->result);
    EXPECT_NE(svg.find(">10</text>"), std::string::npos);
    EXPECT_NE(svg.find(" m</text>"), std::string::npos);
    EXPECT_NE(svg.find(">N</text>"), std::string::npos);
    EXPECT_EQ(svg.find("nan"), std::string::npos);
}
