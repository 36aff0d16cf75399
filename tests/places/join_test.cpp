#include "places/join.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "core/random.hpp"
#include "places/point_index.hpp"

namespace lykta::places {
namespace {

MultiPolygon square(double x, double y, double side) {
    return {Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

Place place_at(double x, double y, double side) {
    Place p;
    p.shape = square(x, y, side);
    p.centre = {x + side / 2, y + side / 2};
    p.area_ha = side * side / square_metres_per_hectare;
    return p;
}

void add_incident(layers::IncidentLayer& layer, Point at, int hour, std::uint32_t category) {
    layer.position.push_back(at);
    layers::TimeSpan t{.known = true,
                       .has_hour = hour >= 0,
                       .local_hour = static_cast<std::int8_t>(hour),
                       .local_weekday = 2,
                       .local_day = 19753};
    layer.time.push_back(t);
    layer.category.of_row.push_back(category);
    layer.reporter.of_row.push_back(0);
}

/// Three incidents in the place (two on one point), one outside; lamps, an inspection and a survey area around it.
layers::CityLayers corner() {
    layers::CityLayers city;
    city.incidents.category.text = {"klotter", "rån"};
    city.incidents.reporter.text = {"polis"};
    add_incident(city.incidents, {10, 10}, 23, 0);
    add_incident(city.incidents, {10, 10}, 2, 1);
    add_incident(city.incidents, {90, 90}, -1, 1);
    add_incident(city.incidents, {500, 500}, 12, 0);
    city.lighting.emplace();
    city.lighting->lamps = {{.position = {50, 50}, .state = layers::LampState::working},
                            {.position = {110, 50}, .state = layers::LampState::out},
                            {.position = {400, 50}}};
    city.inspections.emplace();
    city.inspections->items = {
        {.building_id = "b",
         .item = "lås",
         .position = {60, 60},
         .weight = 3,
         .mandatory = true,
         .state = layers::ItemState::failed},
        {.building_id = "b", .item = "ljus", .position = {60, 60}, .weight = 1, .state = layers::ItemState::passed},
        {.building_id = "b", .item = "kod", .position = {60, 60}, .weight = 9, .state = layers::ItemState::unknown}};
    city.areas.emplace();
    city.areas->areas = {{.name = "Centrum", .shape = square(0, 0, 200), .population = 400.0}};
    city.survey.emplace();
    city.survey->areas = {{.area = "Centrum", .shape = square(0, 0, 200), .answers = 50, .unsafe = 20}};
    return city;
}

JoinInput input_for(const layers::CityLayers& city) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    return {.city = city,
            .period = {19753 - 364, 19753},
            .incident_weight = {1, 2, 3, 4},
            .dark_probability = {1, 1, unknown, 0}};
}

TEST(Join, incidents_are_counted_by_category_hour_and_pile) {
    const auto city = corner();
    const auto f = join({place_at(0, 0, 100)}, input_for(city)).at(0);
    EXPECT_EQ(f.incidents, 3);
    EXPECT_EQ(f.by_category.at("klotter"), 1);
    EXPECT_EQ(f.by_category.at("rån"), 2);
    EXPECT_EQ(f.by_hour[23], 1);
    EXPECT_EQ(f.by_hour[2], 1);
    EXPECT_EQ(f.without_hour, 1);
    EXPECT_EQ(f.largest_pile, 2);
    EXPECT_EQ(f.weighted_incidents, 6);
    EXPECT_EQ(f.dark.known, 2);
    EXPECT_EQ(f.dark.share, 1);
    EXPECT_NEAR(f.rate_per_ha_year, 3 / (365 / 365.25), 1e-9);
}

TEST(Join, lamps_within_reach_belong_to_the_place_and_outages_are_counted) {
    const auto city = corner();
    const auto f = join({place_at(0, 0, 100)}, input_for(city)).at(0);
    EXPECT_EQ(f.lamps, 2);
    EXPECT_EQ(f.lamps_out, 1);
}

TEST(Join, an_item_nobody_checked_is_unknown_and_not_passed) {
    const auto city = corner();
    const auto f = join({place_at(0, 0, 100)}, input_for(city)).at(0);
    EXPECT_EQ(f.items_passed, 1);
    EXPECT_EQ(f.items_failed, 1);
    EXPECT_EQ(f.items_unknown, 1);
    EXPECT_EQ(f.mandatory_failed, 1);
    EXPECT_DOUBLE_EQ(f.defect_share.value(), 0.75);
}

TEST(Join, inhabitants_are_shared_by_area_and_survey_answers_are_those_of_the_area) {
    const auto city = corner();
    const auto f = join({place_at(0, 0, 100)}, input_for(city)).at(0);
    EXPECT_NEAR(f.population.value(), 100, 1e-9);
    EXPECT_DOUBLE_EQ(f.survey_unsafe_share.value(), 0.4);
}

TEST(Join, a_layer_the_study_does_not_have_leaves_its_facts_empty) {
    auto city = corner();
    city.lighting.reset();
    city.inspections.reset();
    city.survey.reset();
    const auto f = join({place_at(0, 0, 100)}, input_for(city)).at(0);
    EXPECT_FALSE(f.lamps.has_value());
    EXPECT_FALSE(f.defect_share.has_value());
    EXPECT_FALSE(f.survey_unsafe_share.has_value());
    EXPECT_FALSE(f.path_m.has_value());
}

/// Two stretches: a dark one of 30 m through the pile of two incidents, a lit one of 10 m near the third.
JoinInput with_stretches(const layers::CityLayers& city) {
    auto in = input_for(city);
    in.stretches = {{.from_m = 0,
                     .to_m = 30,
                     .line = {{0, 10}, {15, 10}, {30, 10}},
                     .average = 2_lx,
                     .minimum = 1_lx,
                     .deficit_share = 0.6,
                     .below_class = true},
                    {.from_m = 30,
                     .to_m = 40,
                     .line = {{80, 90}, {85, 90}, {90, 90}},
                     .average = 6_lx,
                     .minimum = 3_lx,
                     .deficit_share = 0.0}};
    return in;
}

TEST(Join, lux_and_metres_are_those_of_the_paths_near_the_place) {
    const auto city = corner();
    const auto f = join({place_at(0, 0, 100)}, with_stretches(city)).at(0);
    EXPECT_DOUBLE_EQ(f.path_m.value(), 40);
    EXPECT_DOUBLE_EQ(f.path_below_class_m.value(), 30);
    EXPECT_DOUBLE_EQ(f.illuminance_average_lx.value(), 3);
    EXPECT_DOUBLE_EQ(f.illuminance_minimum_lx.value(), 1);
}

TEST(Join, light_and_plants_are_judged_where_the_incidents_happened) {
    auto city = corner();
    city.vegetation.emplace();
    auto in = with_stretches(city);
    in.stretch_vegetation_m = {15, 10};
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_DOUBLE_EQ(f.light_deficit.value(), 0.6 * 2 / 3);  // two of three incidents on the dark stretch
    EXPECT_DOUBLE_EQ(f.obstruction_share.value(), (0.5 * 2 + 1.0) / 3);
    EXPECT_DOUBLE_EQ(f.path_near_vegetation_m.value(), 25);
}

/// The two stretches of with_stretches with what is seen from them; the first has a shrub in the way.
conditions::PathSight sight_of_both() {
    conditions::PathSight sight;
    sight.samples.resize(4);
    for (std::uint32_t i = 0; i < 3; ++i) sight.samples[i].seen_at_m = 60;
    sight.samples[0] = {.seen_at_m = 12, .hidden_by = conditions::HiddenBy::plant, .obstacle = 1};
    sight.samples[1] = {.seen_at_m = 12, .hidden_by = conditions::HiddenBy::plant, .obstacle = 0};
    sight.samples[2] = {.seen_at_m = 24, .hidden_by = conditions::HiddenBy::plant, .obstacle = 0};
    sight.samples[3] = {.seen_at_m = 30, .hidden_by = conditions::HiddenBy::plant, .obstacle = 1};  // far enough
    sight.stretches = {{.first_sample = 0,
                        .samples = 3,
                        .under_10_m = 5,
                        .under_25_m = 24,
                        .under_25_plants_m = 24,
                        .concealment_m = 10,
                        .mean_seen_at_m = 16,
                        .facade_m = 4,
                        .exit_m = 70,
                        .dead_end = true},
                       {.first_sample = 3,
                        .samples = 1,
                        .concealment_m = 6,
                        .mean_seen_at_m = 30,
                        .facade_m = 8,
                        .exit_m = 20,
                        .tunnel = true}};
    return sight;
}

layers::VegetationLayer two_shrubs() {
    layers::VegetationLayer vegetation;
    vegetation.plants = {{.id = "hedge", .outline = square(5, 5, 3)},
                         {.id = "shrub", .outline = square(20, 12, 2), .height_defaulted = true}};
    return vegetation;
}

TEST(Join, obstruction_takes_the_worse_of_hiding_and_concealment_where_the_incidents_are) {
    auto city = corner();
    city.vegetation = two_shrubs();
    const auto sight = sight_of_both();
    auto in = with_stretches(city);
    in.sight = &sight;
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_DOUBLE_EQ(f.obstruction_share.value(), (24.0 / 30 * 2 + 6.0 / 10) / 3);
    EXPECT_DOUBLE_EQ(f.path_near_vegetation_m.value(), 16);
    EXPECT_EQ(f.plants_defaulted, 1);
}

TEST(Join, sight_facts_are_metres_and_means_by_metre_of_the_paths_near) {
    auto city = corner();
    city.vegetation = two_shrubs();
    const auto sight = sight_of_both();
    const conditions::Obstacles obstacles(nullptr, &*city.vegetation);
    auto in = with_stretches(city);
    in.sight = &sight, in.obstacles = &obstacles, in.season = conditions::Season::bare;
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_DOUBLE_EQ(f.seen_under_10_m.value(), 5);
    EXPECT_DOUBLE_EQ(f.seen_under_25_m.value(), 24);
    EXPECT_DOUBLE_EQ(f.seen_under_25_plants_m.value(), 24);
    EXPECT_DOUBLE_EQ(f.seen_at_m.value(), (30 * 16 + 10 * 30) / 40.0);
    EXPECT_DOUBLE_EQ(f.facade_m.value(), (30 * 4 + 10 * 8) / 40.0);
    EXPECT_DOUBLE_EQ(f.exit_m.value(), 70);
    EXPECT_DOUBLE_EQ(f.dead_end_m.value(), 30);
    EXPECT_DOUBLE_EQ(f.tunnel_m.value(), 10);
    EXPECT_EQ(f.blocking_plants, (std::vector<std::uint32_t>{0, 1}));  // 20 m and 10 m under 25 m
    EXPECT_EQ(f.season, conditions::Season::bare);
}

TEST(Join, metres_below_class_are_told_apart_by_cause_and_light_keeps_its_ratios) {
    const auto city = corner();
    auto in = with_stretches(city);
    in.stretches[0].cause = conditions::LightCause::missing;
    in.stretches[0].target = 5_lx, in.stretches[1].target = 5_lx;
    in.stretches[0].light_sd = 0.3, in.stretches[1].light_sd = 0.6;
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_DOUBLE_EQ(f.below_class_by_cause_m[static_cast<std::size_t>(conditions::LightCause::missing)], 30);
    EXPECT_DOUBLE_EQ(f.below_class_by_cause_m[static_cast<std::size_t>(conditions::LightCause::weak)], 0);
    EXPECT_DOUBLE_EQ(f.light_sd.value(), (2 * 2 * 0.3 + 6 * 0.6) / (2 * 2 + 6));  // by incidents × light
    ASSERT_EQ(f.light_ratios.size(), 2U);
    EXPECT_DOUBLE_EQ(f.light_ratios[0].ratio, 0.4);
    EXPECT_DOUBLE_EQ(f.light_ratios[0].weight, 2);
}

TEST(Join, each_category_has_its_dark_share_and_the_place_its_verdict_against_the_city) {
    auto city = corner();
    for (int i = 0; i < 60; ++i) add_incident(city.incidents, {50, 50}, 12, 0);
    for (int i = 0; i < 60; ++i) add_incident(city.incidents, {700, 700}, 23, 0);
    auto in = input_for(city);
    in.incident_weight.assign(city.incidents.size(), 1.0);
    in.dark_probability.resize(64, 0.0);
    in.dark_probability.resize(124, 1.0);
    const auto f = join({place_at(0, 0, 100), place_at(600, 600, 200)}, in);
    EXPECT_EQ(f[0].dark_verdict, conditions::DarkVerdict::less);
    EXPECT_EQ(f[1].dark_verdict, conditions::DarkVerdict::more);
    EXPECT_EQ(f[0].dark_by_category.at("rån").known, 1);
    EXPECT_EQ(f[0].dark_by_category.at("rån").share, 1);
    EXPECT_EQ(f[0].dark_by_category.at("klotter").known, 61);
}

/// A basement burglary in the house, one in the street, a robbery in the house; the basement door of the house failed.
layers::CityLayers burgled_house() {
    layers::CityLayers city;
    city.incidents.category.text = {"inbrott i källarförråd", "snatteri"};
    city.incidents.reporter.text = {""};
    add_incident(city.incidents, {38, 38}, 12, 0);
    add_incident(city.incidents, {80, 80}, 12, 0);
    add_incident(city.incidents, {38, 38}, 12, 1);
    city.buildings.emplace();
    city.buildings->buildings = {{.id = "7", .footprint = square(10, 10, 30)}};
    city.inspections.emplace();
    city.inspections->items = {{.building_id = "b",
                                .item = "Källardörr låst och hel",
                                .position = {12, 12},
                                .state = layers::ItemState::failed,
                                .day = 100},
                               {.building_id = "c", .item = "Soprum låst", .position = {90, 90}, .day = 50}};
    return city;
}

double linked(const layers::CityLayers& city) {
    const JoinInput in{
        .city = city, .period = {19753, 19753}, .incident_weight = {1, 1, 1}, .dark_probability = {0, 0, 0}};
    return join({place_at(0, 0, 100)}, in).at(0).incidents_linked.value();
}

TEST(Join, a_burglary_is_linked_to_a_failed_door_of_the_same_building_alone) {
    auto city = burgled_house();
    EXPECT_EQ(linked(city), 1);  // within the footprint, 37 m from the protocol's point
    city.buildings.reset();
    EXPECT_EQ(linked(city), 0);  // without footprints only 15 m around the point count
    city.incidents.position[1] = {20, 20};
    EXPECT_EQ(linked(city), 1);
}

TEST(Join, an_item_that_passed_or_was_not_inspected_links_nothing) {
    auto city = burgled_house();
    city.inspections->items[0].state = layers::ItemState::unknown;
    EXPECT_EQ(linked(city), 0);
    city.inspections->items[0].state = layers::ItemState::passed;
    EXPECT_EQ(linked(city), 0);
}

TEST(Join, inspections_show_their_oldest_and_newest_day) {
    const auto city = burgled_house();
    const JoinInput in{
        .city = city, .period = {19753, 19753}, .incident_weight = {1, 1, 1}, .dark_probability = {0, 0, 0}};
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_EQ(f.inspected_first_day, 50);
    EXPECT_EQ(f.inspected_last_day, 100);
}

TEST(Join, a_place_without_incidents_is_judged_by_metres) {
    const auto city = corner();
    auto in = with_stretches(city);
    in.place_of_incident = {-1, -1, -1, -1};
    const auto f = join({place_at(0, 0, 100)}, in).at(0);
    EXPECT_EQ(f.incidents, 0);
    EXPECT_DOUBLE_EQ(f.light_deficit.value(), 0.45);
}

TEST(Join, places_that_tile_the_plane_count_every_incident_once) {
    layers::CityLayers city;
    city.incidents.category.text = {"x"};
    city.incidents.reporter.text = {""};
    for (std::uint32_t i = 0; i < 500; ++i)
        add_incident(city.incidents, {400 * random_uniform({.item = i}, 0), 400 * random_uniform({.item = i}, 1)}, 12,
                     0);
    std::vector<Place> tiles;
    for (int x = 0; x < 4; ++x)
        for (int y = 0; y < 4; ++y) tiles.push_back(place_at(100 * x, 100 * y, 100));
    const JoinInput in{.city = city,
                       .period = {19753, 19753},
                       .incident_weight = std::vector<double>(500, 1),
                       .dark_probability = std::vector<double>(500, 0)};
    double sum = 0;
    for (const auto& f : join(tiles, in)) sum += f.incidents;
    EXPECT_EQ(sum, 500);
}

TEST(Join, an_incident_between_two_streets_goes_to_the_nearer_and_far_ones_to_none) {
    layers::StreetLayer streets;
    streets.streets = {{.line = {{0, 0}, {100, 0}}}, {.line = {{0, 30}, {100, 30}}}};
    const std::vector<Point> incidents{{50, 10}, {50, 22}, {50, 90}};
    EXPECT_EQ(nearest_segment(streets, incidents, 25_m), (std::vector<std::int32_t>{0, 1, -1}));
}

TEST(PointIndex, finds_what_a_look_at_every_point_finds) {
    std::vector<Point> points;
    for (std::uint32_t i = 0; i < 700; ++i)
        points.push_back({1000 * random_uniform({.item = i}, 0), 300 * random_uniform({.item = i}, 1)});
    const PointIndex index{points};
    for (std::uint32_t q = 0; q < 200; ++q) {
        const double x = 1200 * random_uniform({.stream = 1, .item = q}, 0) - 100,
                     y = 400 * random_uniform({.stream = 1, .item = q}, 1) - 50;
        const Box box{x, y, x + 120, y + 60};
        std::vector<std::uint32_t> slow;
        for (std::uint32_t i = 0; i < points.size(); ++i)
            if (box.contains(points[i])) slow.push_back(i);
        EXPECT_EQ(index.in_box(box), slow);
    }
    EXPECT_TRUE(PointIndex{std::vector<Point>{}}.in_box({0, 0, 1, 1}).empty());
}

}  // namespace
}  // namespace lykta::places
