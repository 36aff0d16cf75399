// Comparing: modes, two studies and why they differ, two parts of the period with their caveat, what cannot be seen.
#include <gtest/gtest.h>

#include "panel_state.hpp"
#include "viewer/panels/compare_panel_parts.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_compare_panel);

ViewerState comparing() {
    auto state = sample_state();
    auto other = sample_project();
    auto& there = other->run->result;
    there.study_name = "Grannstad";
    there.period.last_day += 365;
    there.window_area_ha = 800;
    there.absent_terms = {{places::Term::obstruction, "No vegetation was given."}};
    state.compare.other = other;
    state.compare.mode = CompareMode::beside;
    return state;
}

ViewerState with_periods(const SampleOptions& options = {}) {
    auto state = sample_state(options);
    PeriodFigures figures;
    figures.shown = {days_from_civil(2024, 1, 1), days_from_civil(2024, 12, 31)};
    figures.compared = Period{days_from_civil(2022, 1, 1), days_from_civil(2022, 12, 31)};
    figures.city_before = 90;
    figures.city_after = 70;
    for (int i = 0; i < 10; ++i) {
        PlaceChange change;
        change.before.count = 20 - i;
        change.after.count = i == 3 ? 3 : 12;
        change.ratio = change.after.count / change.before.count;
        change.ratio_interval = {*change.ratio / 2, *change.ratio * 2};
        change.is_told_apart = i == 3;
        figures.changes.push_back(change);
    }
    state.time.figures = std::make_shared<const PeriodFigures>(std::move(figures));
    return state;
}

TEST(ComparePanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(ComparePanel, the_mode_is_chosen) {
    Headless headless{tall()};
    const auto state = sample_state();
    EXPECT_TRUE(headless.run(panel, state).empty());
    const auto commands = headless.click(panel, state, "Before and after");
    const auto* mode = find_command<command::SetCompare>(commands);
    ASSERT_NE(mode, nullptr);
    EXPECT_EQ(mode->mode, CompareMode::swipe);
}

TEST(ComparePanel, two_studies_stand_side_by_side_with_what_differs_said_first) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, comparing()));
    for (const char* text : {"Grannstad", "The periods differ", "The windows differ", "different terms", "A B D",
                             "2022-01-01 – 2024-12-31", "Per ha and year", "not a more dangerous town"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(ComparePanel, studies_made_alike_have_no_difference) {
    const auto project = sample_project();
    EXPECT_TRUE(differences(project->result(), project->result()).empty());
}

TEST(ComparePanel, parts_of_the_period_stand_with_ratio_interval_and_the_caveat_of_many) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, with_periods()));
    for (const char* text : {"20 → 12", "0.60 (0.30–1.20)", "cannot be told apart", "fewer per day",
                             "1 of 10 places differ by their 95% interval", "No cause is claimed", "90 recorded"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(ComparePanel, the_public_level_hides_a_part_under_k_and_its_ratio) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, with_periods({.is_public = true})));
    EXPECT_TRUE(headless.has_text("17 → <5")) << headless.all_text();
    EXPECT_FALSE(headless.has_text("0.18 ("));
    EXPECT_TRUE(headless.has_text("0 of 10 places differ"));
}

TEST(ComparePanel, lists_what_no_follow_up_could_see) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, sample_state()));
    for (const char* text : {"What cannot be seen", "Smallest that could be seen in 24 months", "Add lamps",
                             "190 months", "All of the portfolio pooled"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(ComparePanel, another_study_is_opened_by_its_path) {
    Headless headless{tall()};
    auto state = sample_state();
    state.settings.recent = {"/studier/grannstad/study.toml", "/studier/exempel/study.toml"};
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "grannstad/study.toml");
    const auto* opened = find_command<command::OpenBeside>(commands);
    ASSERT_NE(opened, nullptr);
    EXPECT_EQ(opened->path, "/studier/grannstad/study.toml");
    EXPECT_FALSE(headless.has_text("exempel/study.toml")) << "a study is not compared with itself";
}

TEST(ComparePanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_compare_panel, comparing()), std::vector<std::string>{});
    EXPECT_EQ(cut_anywhere(draw_compare_panel, with_periods()), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
