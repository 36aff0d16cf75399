// A place and why: rank, score as a sum, reason, facts, times, measures, what is felt apart, and what the public sees.
#include <gtest/gtest.h>

#include "panel_state.hpp"
#include "viewer/panels/place_panel_parts.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_place_panel);

ViewerState at_place(std::size_t place, const SampleOptions& options = {}) {
    auto state = sample_state(options);
    state.place = place;
    return state;
}

TEST(PlacePanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(PlacePanel, asks_for_a_place_and_offers_the_first) {
    Headless headless{tall()};
    const auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "Show the first place");
    const auto* selected = find_command<command::SelectPlace>(commands);
    ASSERT_NE(selected, nullptr);
    EXPECT_EQ(selected->place, 0U);
    EXPECT_TRUE(selected->and_show);
}

TEST(PlacePanel, tells_rank_score_terms_reason_and_facts) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, at_place(1)).empty());
    for (const char* text :
         {"Place 2 of 10", "Ängby · P003 · 1.20 ha", "points of 100", "Incident rate", "Light deficit in the dark",
          "Main reason: vegetation that hides", "Incidents (95% interval)", "Month by month, the last 24 of 36",
          "Rank by plain count", "Darkest point"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(PlacePanel, the_rank_stands_with_its_interval) {
    Headless headless{tall()};
    auto project = sample_project();
    project->run->result.places[2].distribution = places::RankDistribution{.median = 3, .low = 2, .high = 6};
    auto state = state_of(project);
    state.place = 2;
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("Place 3 of 10 · rank 2–6 (90%)")) << headless.all_text();
}

TEST(PlacePanel, points_add_up_to_the_score_as_printed) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, at_place(1)));
    EXPECT_TRUE(headless.has_text("A 28.1 + B 8.8 + C 7.8 + D 7.6 = 52.3")) << headless.all_text();
}

TEST(PlacePanel, chosen_measures_stand_with_cost_effect_grade_and_before_and_after) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, at_place(0)));
    for (const char* text :
         {"Add lamps", "Clear undergrowth", "0.92 recorded incidents fewer a year, 90% interval", "grade A", "Today",
          "Afterwards", "Illuminance, average", "1.9 lx", "5.6 lx", "No number: no study that gives one was found."})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(PlacePanel, rejected_measures_stand_with_their_reason) {
    Headless headless{tall()};
    const auto state = at_place(1);
    static_cast<void>(headless.run(panel, state));
    static_cast<void>(headless.click(panel, state, "Considered and rejected, and why"));
    EXPECT_TRUE(headless.has_text("Händelserna sker på dagen.")) << headless.all_text();
}

TEST(PlacePanel, what_is_felt_stands_last_and_apart) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, at_place(0)));
    ASSERT_TRUE(headless.has_text("People, beside the score"));
    ASSERT_TRUE(headless.has_text("no part of the score"));
    EXPECT_GT(headless.box_of_text("People, beside the score").min_y, headless.box_of_text("Add lamps").min_y);
}

TEST(PlacePanel, steps_to_the_next_place_and_shows_it_on_the_map) {
    Headless headless{tall()};
    const auto state = at_place(3);
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "Show on the map");
    const auto* shown = find_command<command::SelectPlace>(commands);
    ASSERT_NE(shown, nullptr);
    EXPECT_EQ(shown->place, 3U);
    EXPECT_TRUE(shown->and_show);
}

TEST(PlacePanel, hour_by_weekday_counts_the_records_of_the_place) {
    auto project = sample_project();
    auto& place = project->run->result.places[0];
    place.facts.incident_index = {0, 1, 2};
    project->run->city.incidents.time[1].local_weekday = 6;
    project->run->city.incidents.time[1].local_hour = 3;
    project->run->city.incidents.time[2].has_hour = false;
    const auto table = week_table(project->result(), place);
    ASSERT_TRUE(table);
    EXPECT_EQ((*table)[0][22], 1);
    EXPECT_EQ((*table)[6][3], 1);
    double sum = 0;
    for (const auto& day : *table)
        for (const double n : day) sum += n;
    EXPECT_EQ(sum, 2);
}

TEST(PlacePanel, the_week_is_drawn_where_the_records_are_at_hand) {
    Headless headless{tall()};
    auto project = sample_project();
    project->run->result.places[0].facts.incident_index = {0, 1, 2, 3};
    auto state = state_of(project);
    state.place = 0;
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("most in one cell: 4")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("Mon"));
}

TEST(PlacePanel, the_public_level_hides_what_is_under_k) {
    Headless headless{tall()};
    auto project = sample_project({.is_public = true});
    auto& facts = project->run->result.places[0].facts;
    facts.incident_index = {0, 1, 2, 3};
    auto state = state_of(project);
    state.place = 0;
    static_cast<void>(headless.run(panel, state));
    EXPECT_FALSE(headless.has_text("most in one cell")) << "no week hour by hour at the public level";
    EXPECT_TRUE(headless.has_text("Not shown: a part is under 5 incidents."));
    facts.incidents = 4;
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("the score and its terms are not shown"));
    EXPECT_FALSE(headless.has_text("points of 100"));
}

TEST(PlacePanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_place_panel, at_place(0)), std::vector<std::string>{});
    EXPECT_EQ(cut_anywhere(draw_place_panel, at_place(1)), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
