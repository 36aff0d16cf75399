// Every panel over the shipped town, as a user meets it: Swedish and English, usual and large text, nothing cut.
#include <gtest/gtest.h>

#include "panel_state.hpp"

namespace lykta::viewer::testing {
namespace {

/// Opened once: running the town takes seconds.
const ProjectPointer& exempelstad() {
    static const ProjectPointer project = [] {
        set_language(Language::swedish);
        return open_project(LYKTA_ROOT "/data/exempelstad/study.toml", [](const auto&, double) {});
    }();
    return project;
}

ViewerState town() {
    ViewerState state = state_of(exempelstad());
    state.place = 0;
    state.budget.whole = whole_budget(*exempelstad());
    state.budget.budget = state.budget.whole / 2;
    state.budget.answer = std::make_shared<const BudgetAnswer>(
        answer_budget(*exempelstad(), {state.budget.budget, measures::Objective::weighted, false}));
    const Period& period = exempelstad()->result().period;
    const std::int64_t middle = (period.first_day + period.last_day) / 2;
    state.time.figures = std::make_shared<const PeriodFigures>(period_figures(
        *exempelstad(), {middle + 1, period.last_day}, Period{period.first_day, middle}, [](const auto&, double) {}));
    return state;
}

TEST(ExempelstadPanels, draw_whole_and_ask_for_nothing) {
    const ViewerState state = town();
    const std::pair<const char*, Panel> panels[] = {{"places", draw_places_panel},     {"layers", draw_layers_panel},
                                                    {"data", draw_data_panel},         {"place", draw_place_panel},
                                                    {"measures", draw_measures_panel}, {"what_if", draw_what_if_panel},
                                                    {"compare", draw_compare_panel}};
    for (const auto& [name, panel] : panels) {
        Headless headless{tall()};
        EXPECT_TRUE(headless.run(in_column(panel), state).empty()) << name;
        EXPECT_FALSE(headless.all_text().empty()) << name;
        EXPECT_EQ(cut_anywhere(panel, state), std::vector<std::string>{}) << name;
    }
}

TEST(ExempelstadPanels, the_first_place_tells_its_week_and_its_measures) {
    Headless headless{tall()};
    static_cast<void>(headless.run(in_column(draw_place_panel), town()));
    for (const char* text : {"Place 1 of", "most in one cell", "How the score comes about", "grade"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

}  // namespace
}  // namespace lykta::viewer::testing
