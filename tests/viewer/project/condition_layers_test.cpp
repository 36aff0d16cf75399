// Light, sight, lamps, plants, inspected buildings and cameras on the map.
#include <gtest/gtest.h>

#include "conditions/inspections.hpp"
#include "layers_town.hpp"
#include "viewer/project/layer_topics.hpp"

namespace lykta::viewer {
namespace {

TEST(ConditionLayers, every_stretch_below_its_class_is_drawn_and_no_other) {
    const auto& layer = layer_in(town_layers(), LayerId::light_deficit);
    const auto& stretches = town_run().result.stretches;
    std::size_t below = 0;
    for (const auto& s : stretches) below += s.below_class ? 1 : 0;
    EXPECT_EQ(layer.details[0].lines.size(), below);
    for (const auto& line : layer.details[0].lines) EXPECT_TRUE(stretches[line.record].below_class);
}

TEST(ConditionLayers, farther_out_stretches_are_joined_and_keep_their_length) {
    const auto& details = layer_in(town_layers(), LayerId::light_deficit).details;
    const auto metres = [](const Detail& d) {
        double sum = 0;
        for (const auto& line : d.lines) sum += length(line.line);
        return sum;
    };
    EXPECT_LT(details[1].lines.size(), details[0].lines.size());
    EXPECT_NEAR(metres(details[1]), metres(details[0]), 0.02 * metres(details[0]));
}

TEST(ConditionLayers, light_under_half_of_its_class_lies_on_top) {
    const auto& lines = layer_in(town_layers(), LayerId::light_deficit).details[0].lines;
    EXPECT_TRUE(
        std::is_sorted(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.group < b.group; }));
}

TEST(ConditionLayers, by_night_the_dark_is_left_dark) {
    const auto& values = *layer_in(town_layers(), LayerId::illuminance).values;
    EXPECT_EQ(values.night.at(0).a, 0);
    EXPECT_GT(values.night.at(20).a, 200);
    EXPECT_GT(lightness(values.night.at(20)), lightness(values.night.at(1)));
    EXPECT_EQ(values.day.labels.size(), values.day.stops.size());
}

TEST(ConditionLayers, people_seen_late_are_drawn_in_two_steps) {
    const auto& layer = layer_in(town_layers(), LayerId::sight);
    EXPECT_EQ(layer.classes.size(), 2U);
    for (const auto& line : layer.details[0].lines)
        EXPECT_GT(town_run().result.sight->stretches[line.record].under_25_m, 0);
}

TEST(ConditionLayers, lamps_that_are_out_stay_at_every_scale) {
    const auto& lamps = town_run().city.lighting->lamps;
    const auto out =
        std::count_if(lamps.begin(), lamps.end(), [](const auto& l) { return l.state == layers::LampState::out; });
    const auto& layer = layer_in(town_layers(), LayerId::lamps);
    ASSERT_EQ(layer.details.size(), 4U);
    EXPECT_EQ(layer.details[0].points.size(), lamps.size());
    for (const auto& detail : layer.details)
        EXPECT_EQ(std::count_if(detail.points.begin(), detail.points.end(),
                                [&](const auto& p) { return layer.classes[p.group].symbol == Symbol::cross; }),
                  out);
}

TEST(ConditionLayers, plants_are_drawn_by_height_near_and_by_cover_far_out) {
    const auto& layer = layer_in(town_layers(), LayerId::vegetation);
    EXPECT_NEAR(static_cast<double>(layer.details.front().areas.size()),
                static_cast<double>(town_run().city.vegetation->plants.size()), 5.0);
    EXPECT_LT(layer.details.back().areas.size(), layer.details.front().areas.size() / 4);
}

TEST(ConditionLayers, every_inspected_building_is_drawn_once_at_every_level) {
    const auto buildings = conditions::summarise(*town_run().city.inspections);
    const auto& layer = layer_in(town_layers(), LayerId::inspected);
    for (const auto& detail : layer.details) EXPECT_EQ(detail.areas.size() + detail.points.size(), buildings.size());
    EXPECT_FALSE(layer.details[0].areas.empty());
}

TEST(ConditionLayers, states_of_inspected_buildings_differ_in_grey) {
    const auto& classes = layer_in(town_layers(), LayerId::inspected).classes;
    for (std::size_t i = 1; i < classes.size(); ++i) {
        EXPECT_LT(lightness(classes[i].day.fill), lightness(classes[i - 1].day.fill) - 5);
        EXPECT_GT(lightness(classes[i].night.fill), lightness(classes[i - 1].night.fill) + 5);
    }
}

TEST(ConditionLayers, a_camera_sees_no_farther_than_the_house_in_front_of_it) {
    study::StudyRun run{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}};
    layers::BuildingLayer houses;
    houses.buildings.push_back({.id = "h", .footprint = by_hand::box_shape(20, -50, 10, 100), .height = Meters{9}});
    run.city.buildings = std::move(houses);
    layers::CameraLayer cameras;
    // Bearing 90°: it looks east, at the wall 20 m away.
    cameras.cameras.push_back({"k", by_hand::local(0, 0), 90.0, 60.0, Meters{50}});
    run.city.cameras = std::move(cameras);
    MapLayers layers;
    add_cameras(run, layers);
    const auto& detail = layer_in(layers, LayerId::cameras).details[0];
    ASSERT_EQ(detail.areas.size(), 1U);
    const Box view = box_of(detail.areas[0].shape);
    EXPECT_NEAR(view.max_x, by_hand::local(20, 0).x, 0.01);
    EXPECT_NEAR(view.min_x, by_hand::local(0, 0).x, 1e-6);
    EXPECT_NEAR(view.max_y - by_hand::local(0, 0).y, 20 * std::tan(30 * 3.14159265 / 180), 0.3);
    EXPECT_NEAR(detail.points[0].turn, 0, 1e-6);
}

}  // namespace
}  // namespace lykta::viewer
