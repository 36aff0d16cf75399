// The list of layers: those that are there, from the top down, with what their colours mean.
#include <gtest/gtest.h>

#include "panel_state.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_layers_panel);

LayerPointer layer(LayerId id, const char* title) {
    auto made = std::make_shared<MapLayer>();
    made->id = id;
    made->title = title;
    made->unit = "incidents per hectare and year";
    made->note = "From recorded incidents.";
    made->classes = {{.label = "dense", .day = {.fill = rgba("#772288")}, .night = {.fill = rgba("#772288")}}};
    return made;
}

ViewerState layered_state() {
    auto project = sample_project();
    project->layers = {{LayerId::streets, layer(LayerId::streets, "Streets")},
                       {LayerId::hot_spots, layer(LayerId::hot_spots, "Hot cells")},
                       {LayerId::places, layer(LayerId::places, "Ranked places")}};
    return state_of(project);
}

TEST(LayersPanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(LayersPanel, lists_layers_that_are_there_from_the_top) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, layered_state()).empty());
    EXPECT_LT(headless.box_of_text("Ranked places").min_y, headless.box_of_text("Hot cells").min_y);
    EXPECT_LT(headless.box_of_text("Hot cells").min_y, headless.box_of_text("Streets").min_y);
}

TEST(LayersPanel, a_press_on_a_name_opens_its_legend) {
    Headless headless{tall()};
    const auto state = layered_state();
    static_cast<void>(headless.run(panel, state));
    EXPECT_FALSE(headless.has_text("dense"));
    static_cast<void>(headless.click(panel, state, "Hot cells"));
    for (const char* text : {"dense", "Unit: incidents per hectare and year", "From recorded incidents."})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(LayersPanel, the_box_hides_a_layer) {
    Headless headless{tall()};
    const auto state = layered_state();
    static_cast<void>(headless.run(panel, state));
    const Box name = headless.box_of_text("Hot cells");
    const ImVec2 box{22, static_cast<float>((name.min_y + name.max_y) / 2)};
    const auto commands = headless.click_at(panel, state, box);
    const auto* shown = find_command<command::ShowLayer>(commands);
    ASSERT_NE(shown, nullptr);
    EXPECT_EQ(shown->id, LayerId::hot_spots);
    EXPECT_FALSE(shown->visible);
}

TEST(LayersPanel, a_layer_is_dragged_over_those_between) {
    Headless headless{tall()};
    const auto state = layered_state();
    static_cast<void>(headless.run(panel, state));
    const ImVec2 from = Headless::middle(headless.box_of_text("Streets"));
    const ImVec2 to = Headless::middle(headless.box_of_text("Ranked places"));
    const auto commands = headless.drag(panel, state, {from, {from.x + 8, from.y - 8}, to, to});
    const auto* moved = find_command<command::MoveLayer>(commands);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->id, LayerId::streets);
    EXPECT_EQ(moved->by, static_cast<int>(LayerId::places) - static_cast<int>(LayerId::streets));
}

TEST(LayersPanel, reset_asks_for_the_first_order) {
    Headless headless{tall()};
    const auto state = layered_state();
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "Reset");
    EXPECT_NE(find_command<command::ResetLayers>(commands), nullptr);
}

TEST(LayersPanel, a_long_name_stands_whole_over_its_slider) {
    auto project = sample_project();
    project->layers = {
        {LayerId::places, layer(LayerId::places, "Ranked places by the danger that is weighed together")}};
    EXPECT_EQ(shortened_anywhere(draw_layers_panel, state_of(project)), std::vector<std::string>{});
    Headless headless{tall()};
    static_cast<void>(headless.run(hosted(draw_layers_panel, 250, 3900), state_of(project)));
    EXPECT_GT(headless.box_of_text("100%").min_y, headless.box_of_text("weighed together").max_y - 3)
        << headless.all_text();
}

TEST(LayersPanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_layers_panel, layered_state()), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
