// What stands on the map, headless: legend, scale bar, north, caveat, swipe, labels.
#include <gtest/gtest.h>

#include "panel_state.hpp"
#include "viewer/panels/legend_box.hpp"
#include "viewer/panels/map_sides.hpp"

namespace lykta::viewer::testing {
namespace {

LayerPointer lamp_layer() {
    auto layer = std::make_shared<MapLayer>();
    layer->id = LayerId::lamps;
    layer->title = "Lampor";
    layer->unit = "lumen";
    layer->note = "Ur kommunens register.";
    layer->classes = {{.label = "tänd", .symbol = Symbol::lamp},
                      {.label = "släckt", .symbol = Symbol::cross},
                      {.label = "aldrig sedd"}};
    layer->details.push_back({.points = {{.at = {0, 0}, .group = 0}, {.at = {50, 0}, .group = 1}}});
    return layer;
}
LayerPointer street_layer() {
    auto layer = std::make_shared<MapLayer>();
    layer->id = LayerId::streets;
    layer->title = "Gator";
    layer->classes = {{.label = "gata"}};
    Detail detail{.lines = {{.line = {{-400, 0}, {400, 0}}}}};
    detail.labels = {{.text = "Storgatan", .at = {0, 0}, .kind = LabelKind::street, .priority = 1, .turn = 0.6F}};
    layer->details.push_back(detail);
    return layer;
}

ViewerState map_state() {
    auto project = sample_project({.language = Language::swedish});
    project->layers = {{LayerId::lamps, lamp_layer()}, {LayerId::streets, street_layer()}};
    ViewerState state = state_of(project);
    state.view = {.centre = {0, 0}, .metres_per_pixel = 1};
    return state;
}
Panel placed(Panel panel, double width = 1280) {
    return [=](const ViewerState& state, Commands& commands) {
        ViewerState now = state;
        now.layout = layout_of(now, width, 800);
        now.view = resized(now.view, now.layout.map.width(), now.layout.map.height());
        panel(now, commands);
    };
}

TEST(Legend, it_lists_the_classes_that_are_drawn_with_the_ground_last) {
    const auto blocks = legend_blocks({{street_layer()}, {lamp_layer()}}, false);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].title, "Lampor");
    ASSERT_EQ(blocks[0].rows.size(), 2U);
    EXPECT_EQ(blocks[0].rows[1].group.label, "släckt");
    EXPECT_FALSE(blocks[0].rows[0].is_line || blocks[0].rows[0].is_area);
    EXPECT_TRUE(blocks[1].rows[0].is_line);
}
TEST(Legend, a_raster_is_read_from_its_highest_value) {
    auto layer = std::make_shared<MapLayer>();
    layer->id = LayerId::illuminance;
    layer->title = "Ljus";
    layer->values = RasterValues{
        .grid = {},
        .day = {.stops = {1, 5, 20}, .colours = {{1, 1, 1, 255}, {2, 2, 2, 255}, {3, 3, 3, 255}}, .unit = "lx"}};
    const auto blocks = legend_blocks({{layer}}, false);
    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_EQ(blocks[0].unit, "lx");
    EXPECT_EQ(blocks[0].rows.front().group.day.fill.r, 3);
}
TEST(Legend, it_is_folded_by_its_button_and_whole_in_every_size) {
    ViewerState state = map_state();
    state.legend_asked = true;
    for (const double scale : {1.0, 1.5, 2.0}) {
        Headless headless{{.scale = scale}};
        headless.run(placed(draw_map_furniture), state, 4);
        EXPECT_EQ(headless.cut_texts(), std::vector<std::string>{}) << scale;
        EXPECT_TRUE(headless.has_text("släckt"));
    }
    Headless headless;
    headless.run(placed(draw_map_furniture), state, 4);
    const auto asked = headless.activate(placed(draw_map_furniture), state, {legend_window, "##fold"});
    ASSERT_NE(find_command<command::OpenLegend>(asked), nullptr);
    EXPECT_FALSE(find_command<command::OpenLegend>(asked)->open);
}

TEST(Legend, it_is_folded_on_a_narrow_map_until_it_is_asked_for) {
    ViewerState state = map_state();
    Headless headless{{.scale = 1.5}};
    headless.run(placed(draw_map_furniture), state, 4);
    EXPECT_FALSE(headless.has_text("släckt"));
    const auto asked = headless.activate(placed(draw_map_furniture), state, {legend_window, "##fold"});
    ASSERT_NE(find_command<command::OpenLegend>(asked), nullptr);
    EXPECT_TRUE(find_command<command::OpenLegend>(asked)->open);
    state.legend_asked = true;
    headless.run(placed(draw_map_furniture), state, 4);
    EXPECT_TRUE(headless.has_text("släckt"));
    EXPECT_GE(ImGui::FindWindowByName(legend_window)->Size.x, 12 * font_of(Face::body)->FontSize);
}

TEST(Furniture, the_caveat_is_always_there) {
    Headless headless{{.language = Language::english}};
    headless.run(placed(draw_map_furniture), map_state());
    EXPECT_TRUE(headless.has_text("Recorded incidents; association is not effect")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("100 m")) << headless.all_text();
}
TEST(Furniture, boxes_do_not_cover_each_other) {
    for (const double scale : {1.0, 1.5, 2.0}) {
        Headless headless{{.scale = scale}};
        std::vector<Box> boxes;
        headless.run(placed([&](const ViewerState& now, Commands& commands) {
                         draw_map_furniture(now, commands);
                         boxes = furniture_boxes(now);
                     }),
                     map_state(), 4);
        ASSERT_EQ(boxes.size(), 4U);
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                const bool apart = boxes[a].max_x <= boxes[b].min_x || boxes[b].max_x <= boxes[a].min_x ||
                                   boxes[a].max_y <= boxes[b].min_y || boxes[b].max_y <= boxes[a].min_y;
                EXPECT_TRUE(apart) << scale << ": " << a << ", " << b;
            }
        }
    }
}
TEST(Furniture, a_click_on_the_arrow_turns_north_up) {
    Headless headless;
    ViewerState state = map_state();
    state.view.turn = 1;
    headless.run(placed(draw_map_furniture), state);
    const auto asked = headless.click(placed(draw_map_furniture), state, "N");
    EXPECT_NE(find_command<command::NorthUp>(asked), nullptr);
}
TEST(Furniture, the_swipe_follows_the_pointer) {
    Headless headless;
    ViewerState state = map_state();
    state.compare.mode = CompareMode::swipe;
    headless.run(placed(draw_map_furniture), state);
    EXPECT_TRUE(headless.has_text("Före") || headless.has_text("Before"));
    const WindowLayout layout = layout_of(state, 1280, 800);
    const auto y = static_cast<float>((layout.map.min_y + layout.map.max_y) / 2);
    const auto x = static_cast<float>((layout.map.min_x + layout.map.max_x) / 2);
    const auto asked = headless.drag(placed(draw_map_furniture), state, {{x, y}, {x - 100, y}});
    ASSERT_NE(find_command<command::SetSplit>(asked), nullptr);
    double last = 0;
    for (const Command& command : asked) {
        if (const auto* split = std::get_if<command::SetSplit>(&command)) last = split->split;
    }
    EXPECT_NEAR(last, 0.5 - 100 / layout.map.width(), 1e-3);
}
TEST(Furniture, a_tool_says_how_it_is_used) {
    Headless headless{{.language = Language::english}};
    ViewerState state = map_state();
    state.tool = Tool::length;
    headless.run(placed(draw_map_furniture), state);
    EXPECT_TRUE(headless.has_text("double click ends it"));
}

TEST(Labels, a_turned_label_stands_round_its_middle) {
    Headless headless;
    const ViewerState state = map_state();
    headless.run(placed(draw_map_labels), state);
    ASSERT_TRUE(headless.has_text("Storgatan"));
    const WindowLayout layout = layout_of(state, 1280, 800);
    const Box box = headless.box_of_text("Storgatan");
    EXPECT_NEAR((box.min_x + box.max_x) / 2, (layout.map.min_x + layout.map.max_x) / 2, 6);
    EXPECT_NEAR((box.min_y + box.max_y) / 2, (layout.map.min_y + layout.map.max_y) / 2, 6);
    EXPECT_GT(box.height(), 25);  // it is turned
}
TEST(Labels, what_a_tool_measured_stands_over_its_point) {
    Headless headless;
    ViewerState state = map_state();
    auto seen = std::make_shared<MapLayer>();
    seen->id = LayerId::visible_area;
    seen->details.push_back({.labels = {{.text = "3190 m2", .at = {0, 0}, .kind = LabelKind::area, .priority = 9}}});
    state.extra[LayerId::visible_area] = seen;
    headless.run(placed(draw_map_labels), state);
    ASSERT_TRUE(headless.has_text("3190 m2")) << headless.all_text();
    const Box map = layout_of(state, 1280, 800).map;
    EXPECT_LT(headless.box_of_text("3190 m2").max_y, (map.min_y + map.max_y) / 2 - 6);
}
TEST(Labels, a_hidden_layer_has_none) {
    Headless headless;
    ViewerState state = map_state();
    for (LayerSetting& setting : state.layers) setting.visible = false;
    headless.run(placed(draw_map_labels), state);
    EXPECT_FALSE(headless.has_text("Storgatan"));
}

}  // namespace
}  // namespace lykta::viewer::testing
