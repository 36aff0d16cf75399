// What is under a click.
#include "viewer/state/picking.hpp"

#include <gtest/gtest.h>

#include "viewer/state/fake_project.hpp"

namespace lykta::viewer {
namespace {

struct Picking : testing::Test {
    std::shared_ptr<Project> project = fake_project();
    ViewerState state = initial_state();
    void SetUp() override {
        layers::LampLayer lamps;
        lamps.lamps.push_back({.id = "L1", .position = {500, 500}});
        lamps.lamps.push_back({.id = "L2", .position = {506, 500}});
        project->run->city.lighting = std::move(lamps);
        layers::VegetationLayer vegetation;
        vegetation.plants.push_back(
            {.id = "T", .kind = "träd", .outline = square_at(480, 480, 60), .height = Meters{12}});
        vegetation.plants.push_back({.id = "B", .kind = "buskage", .outline = square_at(490, 490, 40)});
        project->run->city.vegetation = std::move(vegetation);
        auto& incidents = project->run->city.incidents;
        incidents.position = {{700, 700}};
        incidents.time.resize(1);
        incidents.category = {{"skadegörelse"}, {0}};
        state.project = project;
        state.view.metres_per_pixel = 1;
    }
    void show(LayerId id, bool visible = true) {
        for (auto& setting : state.layers)
            if (setting.id == id) setting.visible = visible;
    }
};

TEST_F(Picking, takes_the_number_of_a_place_and_its_outline) {
    const auto pin = picked_at(state, {1053, 55});
    ASSERT_TRUE(pin.has_value());
    EXPECT_EQ(pin->place, 0U);
    const auto outline = picked_at(state, {2005, 95});
    ASSERT_TRUE(outline.has_value());
    EXPECT_EQ(outline->place, 1U);
}

TEST_F(Picking, takes_the_nearest_of_what_is_seen) {
    EXPECT_EQ(picked_at(state, {504, 500})->text.find("buskage"), 0U) << "lamps are hidden at first";
    show(LayerId::lamps);
    EXPECT_NE(picked_at(state, {504, 500})->text.find("L2"), std::string::npos);
    EXPECT_NE(picked_at(state, {501, 500})->text.find("L1"), std::string::npos);
}

TEST_F(Picking, reaches_as_far_as_a_finger_and_no_farther) {
    show(LayerId::lamps);
    show(LayerId::vegetation, false);
    EXPECT_TRUE(picked_at(state, {500, 507}).has_value());
    EXPECT_FALSE(picked_at(state, {500, 509}).has_value());
}

TEST_F(Picking, takes_the_lowest_of_plants_over_each_other) {
    EXPECT_EQ(plant_at(state, {500, 500}), 1U);
    EXPECT_EQ(plant_at(state, {482, 482}), 0U);
    EXPECT_FALSE(plant_at(state, {0, 0}).has_value());
}

TEST_F(Picking, never_takes_single_incidents_at_the_public_level) {
    show(LayerId::incidents);
    ASSERT_TRUE(picked_at(state, {700, 700}).has_value());
    EXPECT_NE(picked_at(state, {700, 700})->text.find("skadegörelse"), std::string::npos);
    project->run->result.public_level = true;
    EXPECT_FALSE(picked_at(state, {700, 700}).has_value());
}

TEST_F(Picking, finds_the_scenarios_own_items) {
    Scenario scenario = with_item({}, {.kind = ScenarioKind::lamp, .at = {100, 100}});
    scenario = with_item(scenario, {.kind = ScenarioKind::clearing, .record = 1});
    state.scenario.history.change(scenario);
    EXPECT_EQ(scenario_item_at(state, {105, 100}), scenario.items[0].id);
    EXPECT_EQ(scenario_item_at(state, {525, 525}), scenario.items[1].id);
    EXPECT_FALSE(scenario_item_at(state, {300, 300}).has_value());
}

}  // namespace
}  // namespace lykta::viewer
