// Measures and budget: sums as people type them, the slider's answer with interval, curve, what is chosen and what not.
#include <gtest/gtest.h>

#include "outputs/measure_words.hpp"
#include "panel_state.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_measures_panel);

ViewerState answered(const SampleOptions& options = {}) {
    auto state = sample_state(options);
    BudgetAnswer answer;
    answer.question = {.budget = 400000, .with_draws = true};
    answer.portfolio = *state.project->result().measures->portfolio;
    answer.chosen = {0};
    answer.rejected = {{1, "Too dear for what is left."}};
    state.budget.answer = std::make_shared<const BudgetAnswer>(std::move(answer));
    return state;
}

TEST(MoneyFrom, reads_swedish_sums) {
    set_language(Language::swedish);
    EXPECT_EQ(money_from("1 250 000"), 1250000);
    EXPECT_EQ(money_from("1,5 mkr"), 1500000);
    EXPECT_EQ(money_from("500 tkr"), 500000);
    EXPECT_EQ(money_from("250000 kr"), 250000);
    EXPECT_EQ(money_from("1.250.000"), 1250000);
    EXPECT_EQ(money_from("2,5"), 2.5);
    EXPECT_EQ(money_from(outputs::money_text(171000)), 171000) << "what is written is read back";
}

TEST(MoneyFrom, reads_english_sums) {
    set_language(Language::english);
    EXPECT_EQ(money_from("1,250,000"), 1250000);
    EXPECT_EQ(money_from("1.5 mkr"), 1500000);
    EXPECT_EQ(money_from(outputs::money_text(171000)), 171000);
    set_language(Language::swedish);
}

TEST(MoneyFrom, refuses_what_is_no_sum) {
    for (const char* text : {"", "  ", "kr", "mycket", "12 apor", "-5", "1,2,3"})
        EXPECT_EQ(money_from(text), std::nullopt) << text;
}

TEST(MeasuresPanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(MeasuresPanel, tells_cost_effect_with_interval_gap_and_the_plain_answer) {
    Headless headless{tall()};
    const auto state = answered();
    EXPECT_TRUE(headless.run(panel, state).empty());
    for (const char* text :
         {"To carry out", "Then per year", "Recorded incidents fewer a year", "0.9 (0.0–1.8)",
          "150 m of path reach their lighting class", "Proven: no portfolio within the same limits is more than 0.2%",
          "The plain answer, best value per krona first", "Chosen at 1 place", "What other budgets would buy",
          "SEK 400,000"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(MeasuresPanel, the_goal_has_a_short_name_and_its_whole_words_under_it) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, answered()));
    EXPECT_GT(headless.box_of_text("points: prevented harm").min_y, headless.box_of_text("Weighted points").max_y)
        << headless.all_text();
    EXPECT_TRUE(headless.has_text("weighed")) << headless.all_text();
}

TEST(MeasuresPanel, the_slider_asks_while_it_is_held_and_once_more_when_it_is_let_go) {
    Headless headless{tall()};
    const auto state = answered();
    static_cast<void>(headless.run(panel, state));
    const Box choice = headless.box_of_text("What is maximised");
    const float y = static_cast<float>(choice.min_y) - 18;
    const auto commands = headless.drag(panel, state, {{100, y}, {200, y}, {300, y}});
    int held = 0, let_go = 0;
    for (const auto& command : commands)
        if (const auto* set = std::get_if<command::SetBudget>(&command)) (set->is_final ? let_go : held) += 1;
    EXPECT_GE(held, 1);
    EXPECT_EQ(let_go, 1);
}

TEST(MeasuresPanel, a_typed_sum_is_asked_for) {
    Headless headless{tall()};
    const auto state = answered();
    static_cast<void>(headless.run(panel, state));
    static_cast<void>(headless.click(panel, state, "SEK 400,000"));
    ImGui::GetIO().KeyCtrl = true;
    ImGui::GetIO().KeyMods = ImGuiKeyModFlags_Ctrl;
    static_cast<void>(headless.press(panel, state, ImGuiKey_A));
    ImGui::GetIO().KeyCtrl = false;
    ImGui::GetIO().KeyMods = 0;
    static_cast<void>(headless.type(panel, state, "1.5 mkr"));
    const auto commands = headless.press(panel, state, ImGuiKey_Enter);
    const auto* set = find_command<command::SetBudget>(commands);
    ASSERT_NE(set, nullptr);
    EXPECT_EQ(set->budget, 1500000);
    EXPECT_TRUE(set->is_final);
}

TEST(MeasuresPanel, a_chosen_row_selects_its_place) {
    Headless headless{tall()};
    const auto state = answered();
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "1. Storgatan");
    const auto* selected = find_command<command::SelectPlace>(commands);
    ASSERT_NE(selected, nullptr);
    EXPECT_EQ(selected->place, 0U);
}

TEST(MeasuresPanel, what_got_nothing_stands_with_the_reason) {
    Headless headless{tall()};
    const auto state = answered();
    static_cast<void>(headless.run(panel, state));
    static_cast<void>(headless.click(panel, state, "1 place gets nothing, and why"));
    EXPECT_TRUE(headless.has_text("Too dear for what is left.")) << headless.all_text();
}

TEST(MeasuresPanel, a_finished_result_shows_its_portfolio_and_says_why_no_other_can_be_tried) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, sample_state({.origin = Origin::result})));
    EXPECT_TRUE(headless.has_text("This is a finished result"));
    EXPECT_TRUE(headless.has_text("Chosen at 2 places")) << headless.all_text();
}

TEST(MeasuresPanel, a_refusal_is_told_instead_of_figures) {
    Headless headless{tall()};
    auto state = answered();
    BudgetAnswer answer = *state.budget.answer;
    answer.refusal = "Forced measures cost more than the budget.";
    state.budget.answer = std::make_shared<const BudgetAnswer>(answer);
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("Forced measures cost more than the budget."));
    EXPECT_FALSE(headless.has_text("To carry out"));
}

TEST(MeasuresPanel, without_measures_it_says_so) {
    Headless headless{tall()};
    auto project = sample_project();
    project->run->result.measures.reset();
    static_cast<void>(headless.run(panel, state_of(project)));
    EXPECT_TRUE(headless.has_text("Measures were not asked for in this run."));
}

TEST(MeasuresPanel, the_public_level_hides_sums_that_hold_a_hidden_effect) {
    Headless headless{tall()};
    auto state = answered({.is_public = true});
    static_cast<void>(headless.run(panel, state));
    ASSERT_TRUE(hides_sums(state));
    EXPECT_FALSE(headless.has_text("0.9 (")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("How many incidents it may prevent is not shown"));
}

TEST(MeasuresPanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_measures_panel, answered()), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
