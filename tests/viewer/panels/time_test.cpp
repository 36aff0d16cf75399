// The time panel, headless: months, handles, stepping, comparing; what they ask for.
#include <gtest/gtest.h>

#include "panel_state.hpp"
#include "viewer/panels/months.hpp"

namespace lykta::viewer::testing {
namespace {

std::int64_t day(int year, int month, int date) {
    return days_from_civil(year, month, date);
}

// Two whole years; `counts` incidents on the 10th of each of the first months.
std::shared_ptr<Project> two_years(const std::vector<int>& counts) {
    auto project = sample_project();
    auto& run = *project->run;
    run.result.period = {day(2023, 1, 1), day(2024, 12, 31)};
    auto& incidents = run.city.incidents;
    incidents = {};
    for (std::size_t month = 0; month < counts.size(); ++month) {
        for (int i = 0; i < counts[month]; ++i) {
            incidents.time.push_back(
                {.known = true, .local_day = static_cast<std::int32_t>(day(2023, static_cast<int>(month) + 1, 10))});
            incidents.position.push_back({0, 0});
        }
    }
    return project;
}

Panel placed() {
    return [](const ViewerState& state, Commands& commands) {
        ViewerState now = state;
        now.settings.time_open = true;
        now.layout = layout_of(now, 1280, 800);
        draw_time_panel(now, commands);
    };
}
// Where the columns stand: found by the panel's own button.
struct Slider {
    float left, right, y;
    [[nodiscard]] ImVec2 at(double share) const { return {left + (right - left) * static_cast<float>(share), y}; }
};
Slider slider_of(const ViewerState& state) {
    ViewerState now = state;
    now.settings.time_open = true;
    const Box bottom = layout_of(now, 1280, 800).bottom;
    return {static_cast<float>(bottom.min_x) + 13, static_cast<float>(bottom.max_x) - 13,
            static_cast<float>(bottom.min_y) + 8 + 32 + 25};
}

TEST(Months, incidents_are_counted_in_their_month_and_those_without_time_beside) {
    auto project = two_years({3, 0, 2});
    project->run->city.incidents.time.push_back({.known = false});
    const Months months = months_of(*project);
    ASSERT_EQ(months.size(), 24);
    EXPECT_EQ(months.counts[0], 3);
    EXPECT_EQ(months.counts[2], 2);
    EXPECT_EQ(months.undated, 1);
    EXPECT_EQ(months.starts[2], day(2023, 3, 1));
    EXPECT_EQ(months.days(1, 3).last_day, day(2023, 3, 31));
}
TEST(Months, a_period_that_begins_inside_a_month_begins_there) {
    auto project = two_years({});
    project->run->result.period = {day(2023, 1, 15), day(2023, 3, 10)};
    const Months months = months_of(*project);
    EXPECT_EQ(months.size(), 3);
    EXPECT_EQ(months.days(0, 1).first_day, day(2023, 1, 15));
    EXPECT_EQ(months.days(2, 3).last_day, day(2023, 3, 10));
}
TEST(Months, the_part_before_has_as_many_months_or_is_not_there) {
    const Months months = months_of(*two_years({}));
    const auto before = part_before(months, {day(2023, 7, 1), day(2023, 9, 30)});
    ASSERT_TRUE(before.has_value());
    EXPECT_EQ(before->first_day, day(2023, 4, 1));
    EXPECT_EQ(before->last_day, day(2023, 6, 30));
    EXPECT_FALSE(part_before(months, {day(2023, 2, 1), day(2023, 4, 30)}).has_value());
}

TEST(Months, at_the_public_level_they_are_quarters_of_which_none_under_k_can_be_found_out) {
    auto project = two_years({3, 40, 1, 2, 0, 0, 9});
    project->run->result.public_level = true;
    project->run->result.privacy_k = 5;
    const Months quarters = months_of(*project);
    ASSERT_EQ(quarters.size(), 8);
    EXPECT_EQ(quarters.starts[1], day(2023, 4, 1));
    EXPECT_EQ(quarters.counts[0], 44);
    EXPECT_TRUE(quarters.shown[0]);
    EXPECT_FALSE(quarters.shown[1]) << "2 are fewer than 5";
    EXPECT_FALSE(quarters.shown[2]) << "9, left out so that the total does not give the 2 away";
    project->run->result.public_level = false;
    EXPECT_EQ(months_of(*project).size(), 24);
}

TEST(TimePanel, single_months_are_no_step_at_the_public_level) {
    Headless headless{{.language = Language::english}};
    auto project = two_years({30, 40});
    headless.run(placed(), state_of(project));
    EXPECT_TRUE(headless.has_text("Month")) << headless.all_text();
    project = two_years({30, 40});
    project->run->result.public_level = true;
    headless.run(placed(), state_of(project));
    EXPECT_FALSE(headless.has_text("Month")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("Quarter"));
}

TEST(TimePanel, a_handle_that_is_dragged_cuts_the_period_at_a_month) {
    Headless headless;
    const ViewerState state = state_of(two_years({3, 4, 5}));
    headless.run(placed(), state);
    const Slider slider = slider_of(state);
    const auto commands = headless.drag(placed(), state, {slider.at(1), slider.at(0.8), slider.at(0.5)});
    const command::SetPeriod* last = nullptr;
    for (const Command& command : commands) {
        if (const auto* set = std::get_if<command::SetPeriod>(&command)) last = set;
    }
    ASSERT_NE(last, nullptr);
    ASSERT_TRUE(last->shown.has_value());
    EXPECT_EQ(last->shown->first_day, day(2023, 1, 1));
    EXPECT_EQ(last->shown->last_day, day(2023, 12, 31));
}
TEST(TimePanel, the_part_shown_is_moved_as_a_whole) {
    Headless headless;
    ViewerState state = state_of(two_years({3, 4, 5}));
    state.time.shown = Period{day(2023, 7, 1), day(2023, 12, 31)};
    headless.run(placed(), state);
    const Slider slider = slider_of(state);
    const auto commands = headless.drag(placed(), state, {slider.at(0.375), slider.at(0.375 + 0.25)});
    const auto* moved = find_command<command::SetPeriod>(commands);
    ASSERT_NE(moved, nullptr);
    EXPECT_EQ(moved->shown->first_day, day(2024, 1, 1));
    EXPECT_EQ(moved->shown->last_day, day(2024, 6, 30));
}
TEST(TimePanel, handles_pulled_out_to_both_ends_mean_the_whole_period) {
    Headless headless;
    ViewerState state = state_of(two_years({3, 4, 5}));
    state.time.shown = Period{day(2023, 1, 1), day(2024, 6, 30)};
    headless.run(placed(), state);
    const Slider slider = slider_of(state);
    const auto commands = headless.drag(placed(), state, {slider.at(0.75), slider.at(1)});
    const auto* set = find_command<command::SetPeriod>(commands);
    ASSERT_NE(set, nullptr);
    EXPECT_FALSE(set->shown.has_value());
}
TEST(TimePanel, playing_stepping_and_the_step_are_asked_for) {
    Headless headless{{.language = Language::english}};
    const ViewerState state = state_of(two_years({3, 4, 5}));
    headless.run(placed(), state);
    EXPECT_TRUE(find_command<command::Play>(headless.activate(placed(), state, {"##time", "##play"}))->playing);
    EXPECT_EQ(find_command<command::StepPeriod>(headless.activate(placed(), state, {"##time", "##back"}))->by, -1);
    const auto year = headless.click(placed(), state, "Year");
    ASSERT_NE(find_command<command::SetPlayStep>(year), nullptr) << headless.all_text();
    EXPECT_EQ(find_command<command::SetPlayStep>(year)->step, PlayStep::year);
    EXPECT_FALSE(find_command<command::OpenTime>(headless.activate(placed(), state, {"##time", "##close"}))->open);
}
TEST(TimePanel, the_part_before_is_compared_with) {
    Headless headless{{.language = Language::english}};
    ViewerState state = state_of(two_years({3, 4, 5}));
    state.time.shown = Period{day(2023, 7, 1), day(2023, 9, 30)};
    headless.run(placed(), state);
    const auto commands = headless.click(placed(), state, "Compare with the part before");
    ASSERT_NE(find_command<command::ComparePeriod>(commands), nullptr) << headless.all_text();
    EXPECT_EQ(find_command<command::ComparePeriod>(commands)->compared->first_day, day(2023, 4, 1));
}
TEST(TimePanel, a_comparison_follows_when_the_part_is_stepped_and_never_shares_days_on_the_way) {
    Headless headless;
    ViewerState state = state_of(two_years({3, 4, 5}));
    state.time.shown = Period{day(2023, 7, 1), day(2023, 9, 30)};
    state.time.compared = Period{day(2023, 4, 1), day(2023, 6, 30)};
    headless.run(placed(), state);
    const auto commands = headless.activate(placed(), state, {"##time", "##forward"});
    ASSERT_EQ(commands.size(), 3U);
    EXPECT_FALSE(std::get<command::ComparePeriod>(commands[0]).compared.has_value());
    EXPECT_EQ(std::get<command::StepPeriod>(commands[1]).by, 1);
    EXPECT_EQ(std::get<command::ComparePeriod>(commands[2]).compared->first_day, day(2023, 7, 1));
}
TEST(TimePanel, counts_are_said_with_their_days) {
    Headless headless{{.language = Language::english}};
    ViewerState state = state_of(two_years({3, 4, 5}));
    headless.run(placed(), state);
    EXPECT_TRUE(headless.has_text("2023-01-01 – 2024-12-31: 12 recorded incidents")) << headless.all_text();
}
TEST(TimePanel, quarters_are_drawn_instead_of_months_at_the_public_level) {
    Headless headless;
    auto project = two_years({3, 40});
    auto columns = [&] {
        const ViewerState state = state_of(project);
        headless.run(placed(), state);
        int vertices = 0;
        for (int i = 0; i < ImGui::GetDrawData()->CmdListsCount; ++i)
            vertices += ImGui::GetDrawData()->CmdLists[i]->VtxBuffer.Size;
        return vertices;
    };
    const int all = columns();
    project = two_years({3, 40});
    project->run->result.public_level = true;
    EXPECT_LT(columns(), all);
}
TEST(TimePanel, nothing_is_cut_in_either_language_or_size) {
    for (const Language language : {Language::swedish, Language::english}) {
        for (const double scale : {1.0, 1.5, 2.0}) {
            Headless headless{{.scale = scale, .language = language}};
            ViewerState state = state_of(two_years({3, 4, 5}));
            state.time.shown = Period{day(2023, 7, 1), day(2023, 9, 30)};
            headless.run(placed(), state);
            EXPECT_EQ(headless.cut_texts(), std::vector<std::string>{}) << scale;
        }
    }
}

}  // namespace
}  // namespace lykta::viewer::testing
