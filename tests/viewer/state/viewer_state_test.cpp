// What the window starts with, which layers are drawn, and how the table lists places.
#include "viewer/state/viewer_state.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "viewer/state/fake_project.hpp"

namespace lykta::viewer {
namespace {

LayerPointer layer(LayerId id, const char* title = "") {
    auto made = std::make_shared<MapLayer>();
    made->id = id;
    made->title = title;
    return made;
}

std::vector<std::string> titles(const std::vector<ShownLayer>& shown) {
    std::vector<std::string> all;
    for (const auto& one : shown) all.push_back(one.layer->title);
    return all;
}

void show(ViewerState& state, LayerId id) {
    for (auto& setting : state.layers)
        if (setting.id == id) setting.visible = true;
}

using Titles = std::vector<std::string>;

TEST(InitialState, has_one_setting_for_every_layer_with_the_light_on_the_streets) {
    const auto state = initial_state();
    ASSERT_EQ(state.layers.size(), static_cast<std::size_t>(layer_count));
    std::vector<LayerId> order;
    for (const auto& one : state.layers) order.push_back(one.id);
    const auto light = std::find(order.begin(), order.end(), LayerId::illuminance);
    ASSERT_NE(light, order.begin());
    EXPECT_EQ(*(light - 1), LayerId::streets);
    EXPECT_EQ(*(light + 1), LayerId::buildings);
    order.erase(light);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end())) << "the others as the list has them";
}

TEST(InitialState, is_quiet_by_day) {
    const auto state = initial_state();
    EXPECT_TRUE(setting_of(state, LayerId::hot_spots).visible);
    EXPECT_TRUE(setting_of(state, LayerId::places).visible);
    EXPECT_FALSE(setting_of(state, LayerId::illuminance).visible);
    EXPECT_FALSE(setting_of(state, LayerId::incidents).visible);
    EXPECT_TRUE(shown_layers(state).empty());
}

TEST(InitialState, hot_spots_let_streets_and_buildings_through) {
    EXPECT_FLOAT_EQ(setting_of(initial_state(), LayerId::hot_spots).opacity, 0.65F);
}

TEST(ShownLayers, follow_the_users_order_and_leave_hidden_ones_out) {
    auto state = initial_state();
    auto project = fake_project();
    for (const LayerId id : {LayerId::ground, LayerId::streets, LayerId::lamps})
        project->layers[id] = layer(id, layer_code(id));
    state.project = project;
    EXPECT_EQ(titles(shown_layers(state)), (Titles{"ground", "streets"}));
    const auto at = [&](LayerId id) {
        return std::find_if(state.layers.begin(), state.layers.end(), [id](auto& one) { return one.id == id; });
    };
    std::iter_swap(at(LayerId::ground), at(LayerId::streets));
    EXPECT_EQ(titles(shown_layers(state)), (Titles{"streets", "ground"}));
}

TEST(ShownLayers, put_a_part_of_the_period_in_the_place_of_the_whole) {
    auto state = initial_state();
    auto project = fake_project();
    project->layers[LayerId::incidents] = layer(LayerId::incidents, "all");
    state.project = project;
    show(state, LayerId::incidents);
    auto figures = std::make_shared<PeriodFigures>();
    figures->incidents = layer(LayerId::incidents, "part");
    figures->change = layer(LayerId::change, "change");
    state.time.figures = figures;
    EXPECT_EQ(titles(shown_layers(state)), Titles{"all"});
    state.time.shown = Period{0, 1};
    EXPECT_EQ(titles(shown_layers(state)), Titles{"part"});
    state.time.compared = Period{2, 3};
    EXPECT_EQ(titles(shown_layers(state)), (Titles{"change", "part"}));
}

TEST(ShownLayers, show_the_town_as_it_is_before_the_edge_and_the_scenario_after_it) {
    auto state = initial_state();
    auto project = fake_project();
    project->layers[LayerId::illuminance] = layer(LayerId::illuminance, "light today");
    project->layers[LayerId::measures] = layer(LayerId::measures, "plan");
    state.project = project;
    show(state, LayerId::illuminance);
    EXPECT_EQ(titles(shown_layers(state, MapSide::before)), Titles{"light today"});
    EXPECT_EQ(titles(shown_layers(state, MapSide::after)), (Titles{"light today", "plan"}));
    auto answer = std::make_shared<ScenarioAnswer>();
    answer->layer = layer(LayerId::scenario, "what if");
    answer->illuminance = layer(LayerId::illuminance, "light then");
    state.scenario.answer = answer;
    EXPECT_EQ(titles(shown_layers(state, MapSide::before)), Titles{"light today"});
    EXPECT_EQ(titles(shown_layers(state, MapSide::after)), (Titles{"light then", "what if"}));
    EXPECT_EQ(titles(shown_layers(state, MapSide::whole)), (Titles{"light then", "plan", "what if"}));
}

TEST(ShownLayers, of_a_swipe_without_a_scenario_have_the_light_of_the_chosen_measures_after_the_edge) {
    auto state = initial_state();
    auto project = fake_project();
    project->layers[LayerId::illuminance] = layer(LayerId::illuminance, "light today");
    project->layers[LayerId::measures] = layer(LayerId::measures, "plan");
    state.project = project;
    show(state, LayerId::illuminance);
    auto chosen = std::make_shared<ChosenTown>();
    chosen->answer.illuminance = layer(LayerId::illuminance, "light then");
    chosen->stretches = layer(LayerId::scenario, "better");
    state.compare.chosen = chosen;
    EXPECT_EQ(titles(shown_layers(state, MapSide::whole)), (Titles{"light today", "plan"})) << "nothing is swiped";
    state.compare.mode = CompareMode::swipe;
    EXPECT_EQ(titles(shown_layers(state, MapSide::before)), Titles{"light today"});
    EXPECT_EQ(titles(shown_layers(state, MapSide::after)), (Titles{"light then", "plan", "better"}));
    auto drawn = std::make_shared<ScenarioAnswer>();
    drawn->layer = layer(LayerId::scenario, "what if");
    state.scenario.answer = drawn;
    EXPECT_EQ(titles(shown_layers(state, MapSide::after)), (Titles{"light today", "what if"}));
}

TEST(ShownLayers, of_the_other_study_have_the_same_settings) {
    auto state = initial_state();
    auto other = fake_project();
    other->layers[LayerId::ground] = layer(LayerId::ground, "other ground");
    other->layers[LayerId::lamps] = layer(LayerId::lamps, "other lamps");
    state.compare.other = other;
    EXPECT_EQ(titles(shown_layers(state, MapSide::other)), Titles{"other ground"});
}

TEST(ListedPlaces, come_in_rank_order_at_first) {
    auto state = initial_state();
    EXPECT_TRUE(listed_places(state).empty());
    state.project = fake_project();
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(ListedPlaces, are_sorted_by_name_as_swedish_has_it) {
    auto state = initial_state();
    state.project = fake_project();
    state.table.sorted_by = PlaceColumn::name;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{3, 1, 2, 0}));
    state.table.descending = true;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{0, 2, 1, 3}));
}

TEST(ListedPlaces, of_the_same_district_keep_their_rank_order_both_ways) {
    auto state = initial_state();
    state.project = fake_project();
    state.table.sorted_by = PlaceColumn::area;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{1, 3, 0, 2}));
    state.table.descending = true;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{0, 2, 1, 3}));
}

TEST(ListedPlaces, are_filtered_by_name_id_district_and_reason) {
    auto state = initial_state();
    state.project = fake_project();
    state.table.text = "åback";
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{1, 3}));
    state.table.text = "p003";
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{2}));
    state.table.text.clear();
    state.table.area = "Öster";
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{0, 2}));
    state.table.reason = places::MainReason::darkness;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{2}));
}

TEST(ListedPlaces, with_hidden_counts_tell_nothing_by_their_order) {
    auto state = initial_state();
    auto project = fake_project();
    auto& result = project->run->result;
    result.public_level = true;
    for (auto& place : result.places) place.facts.incidents = 5.0 - place.rank;
    state.project = project;
    state.table.sorted_by = PlaceColumn::incidents;
    EXPECT_EQ(listed_places(state), (std::vector<std::size_t>{0, 1, 2, 3}));
}

}  // namespace
}  // namespace lykta::viewer
