// What if: tools, items, the figures that follow, and scenarios by name.
#include <gtest/gtest.h>

#include "panel_state.hpp"
#include "viewer/panels/what_if_panel_parts.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_what_if_panel);

Scenario two_items() {
    Scenario scenario{.name = "Två lampor", .items = {}, .next_id = 3};
    scenario.items = {{.id = 1, .kind = ScenarioKind::lamp, .at = {1, 2}},
                      {.id = 2, .kind = ScenarioKind::camera, .at = {5, 6}, .heading_degrees = 90}};
    return scenario;
}

std::shared_ptr<const ScenarioAnswer> answer_of(const Scenario& scenario) {
    ScenarioAnswer answer;
    answer.scenario = scenario;
    answer.town.money = by_hand::sample_money(171000, 1500);
    answer.town.effect = {.has_number = true, .prevented_per_year = 1.2, .prevented = {0.1, 2.4}};
    answer.metres_to_class = 120;
    answer.metres_from_class = 14;
    answer.metres_of_sight = 34;
    answer.notes = {"One lamp stands inside a house and is left out."};
    return std::make_shared<const ScenarioAnswer>(std::move(answer));
}

ViewerState trying(const SampleOptions& options = {}) {
    auto state = sample_state(options);
    state.scenario.history.change(two_items());
    state.scenario.answer = answer_of(two_items());
    state.scenario.saved = {two_items()};
    return state;
}

TEST(WhatIfPanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(WhatIfPanel, an_empty_scenario_says_how_to_begin) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, sample_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is tried yet"));
}

TEST(WhatIfPanel, a_result_says_that_nothing_can_be_tried) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, sample_state({.origin = Origin::result})));
    EXPECT_TRUE(headless.has_text("nothing can be tried in it"));
}

TEST(WhatIfPanel, a_tool_is_taken_and_put_back) {
    Headless headless{tall()};
    auto state = trying();
    static_cast<void>(headless.run(panel, state));
    const auto taken = headless.click(panel, state, "Clear shrubs");
    ASSERT_NE(find_command<command::SetTool>(taken), nullptr);
    EXPECT_EQ(find_command<command::SetTool>(taken)->tool, Tool::clear_plant);
    state.tool = Tool::clear_plant;
    static_cast<void>(headless.run(panel, state));
    const auto back = headless.click(panel, state, "Clear shrubs");
    ASSERT_NE(find_command<command::SetTool>(back), nullptr);
    EXPECT_EQ(find_command<command::SetTool>(back)->tool, Tool::look);
}

TEST(WhatIfPanel, figures_follow_with_interval_and_what_gets_worse) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, trying()));
    for (const char* text : {"SEK 171,000", "1.2 (0.1–2.4)", "120 m", "14 m", "34 m", "Some path gets darker",
                             "One lamp stands inside a house", "2 changes", "New lamp (no. 1)"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(WhatIfPanel, undo_and_start_from_the_portfolio) {
    Headless headless{tall()};
    const auto state = trying();
    static_cast<void>(headless.run(panel, state));
    const auto undone = headless.click(panel, state, "Undo");
    EXPECT_NE(find_command<command::Undo>(undone), nullptr);
    const auto redone = headless.click(panel, state, "Redo");
    EXPECT_EQ(find_command<command::Redo>(redone), nullptr) << "nothing was undone";
    const auto started = headless.click(panel, state, "Start from the chosen measures");
    EXPECT_NE(find_command<command::StartFromPortfolio>(started), nullptr);
}

TEST(WhatIfPanel, an_item_is_selected_and_taken_away) {
    Headless headless{tall()};
    auto state = trying();
    state.scenario.saved.clear();
    static_cast<void>(headless.run(panel, state));
    const auto selected = headless.click(panel, state, "Camera (no. 2)");
    ASSERT_NE(find_command<command::SelectItem>(selected), nullptr);
    EXPECT_EQ(find_command<command::SelectItem>(selected)->item, 2U);
    const auto removed = headless.click(panel, state, "×");
    ASSERT_NE(find_command<command::RemoveItem>(removed), nullptr);
    EXPECT_EQ(find_command<command::RemoveItem>(removed)->item, 1U);
}

TEST(WhatIfPanel, scenarios_are_saved_opened_compared_and_exported) {
    Headless headless{tall()};
    const auto state = trying();
    static_cast<void>(headless.run(panel, state));
    const auto saved = headless.click(panel, state, "Save");
    ASSERT_NE(find_command<command::SaveScenario>(saved), nullptr);
    EXPECT_EQ(find_command<command::SaveScenario>(saved)->name, "Två lampor");
    const auto opened = headless.click(panel, state, "Open");
    ASSERT_NE(find_command<command::LoadScenario>(opened), nullptr);
    const auto compared = headless.click(panel, state, "Compare the saved ones");
    EXPECT_NE(find_command<command::CompareScenarios>(compared), nullptr);
    const auto* written = find_command<command::ExportScenario>(saved);
    EXPECT_EQ(written, nullptr);
}

TEST(WhatIfPanel, saved_scenarios_stand_side_by_side) {
    Headless headless{tall()};
    auto state = trying();
    state.scenario.compared = {answer_of(two_items()), answer_of({.name = "Tom"})};
    static_cast<void>(headless.run(panel, state));
    for (const char* text : {"Saved scenarios side by side", "Tom", "Falls below its class"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(WhatIfPanel, the_public_level_never_tells_the_effect_of_a_scenario) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, trying({.is_public = true})));
    EXPECT_FALSE(headless.has_text("1.2 (0.1"));
    EXPECT_TRUE(headless.has_text("not shown at the public level"));
}

TEST(WhatIfPanel, a_heading_and_its_bearing_follow_each_other) {
    EXPECT_DOUBLE_EQ(bearing_of(90), 0);  // north
    EXPECT_DOUBLE_EQ(bearing_of(0), 90);  // east
    EXPECT_DOUBLE_EQ(bearing_of(180), 270);
    EXPECT_DOUBLE_EQ(bearing_of(bearing_of(35)), 35);
}

TEST(WhatIfPanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_what_if_panel, trying()), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
