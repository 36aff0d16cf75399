// The table of places: what stands in it, what a press asks for, what the public level hides.
#include <gtest/gtest.h>

#include "panel_state.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_places_panel);

TEST(PlacesPanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(PlacesPanel, lists_places_with_district_reason_score_and_count) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, sample_state()).empty()) << "drawing asks for nothing";
    for (const char* text :
         {"showing 10 of 10", "Storgatan", "Ängby", "no. 2 by count", "40 incidents", "[simulation] draws = 0"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(PlacesPanel, a_press_on_a_row_selects_its_place) {
    Headless headless{tall()};
    const auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    const auto commands = headless.click(panel, state, "Parkstigen");
    const auto* selected = find_command<command::SelectPlace>(commands);
    ASSERT_NE(selected, nullptr);
    EXPECT_EQ(state.project->result().places[selected->place.value_or(99)].place.name, "Parkstigen");
    EXPECT_FALSE(selected->and_show);
}

TEST(PlacesPanel, a_press_on_a_header_sorts_and_turns) {
    Headless headless{tall()};
    auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    const auto first = headless.click(panel, state, "Points");
    const auto* sorted = find_command<command::SortPlaces>(first);
    ASSERT_NE(sorted, nullptr);
    EXPECT_EQ(sorted->column, PlaceColumn::score);
    EXPECT_TRUE(sorted->descending) << "figures are read from the top down";
    state.table.sorted_by = PlaceColumn::score;
    state.table.descending = true;
    const auto second = headless.click(panel, state, "Points");
    sorted = find_command<command::SortPlaces>(second);
    ASSERT_NE(sorted, nullptr);
    EXPECT_FALSE(sorted->descending);
}

TEST(PlacesPanel, the_listed_can_be_marked_and_exported) {
    Headless headless{tall()};
    const auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    const auto marked = headless.click(panel, state, "Mark those shown");
    ASSERT_NE(find_command<command::MarkListed>(marked), nullptr);
    const auto exported = headless.click(panel, state, "Write as CSV");
    EXPECT_NE(find_command<command::WritePlaces>(exported), nullptr);
}

TEST(PlacesPanel, typing_filters_by_name) {
    Headless headless{tall()};
    const auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    static_cast<void>(headless.click(panel, state, "Find a place by name"));
    const auto commands = headless.type(panel, state, "Åg");
    const auto* filter = find_command<command::FilterPlaces>(commands);
    ASSERT_NE(filter, nullptr);
    EXPECT_EQ(filter->text, "Åg");
}

TEST(PlacesPanel, the_arrow_keys_walk_through_the_table) {
    Headless headless{tall()};
    const auto state = sample_state();
    static_cast<void>(headless.run(panel, state));
    static_cast<void>(headless.click(panel, state, "Parkstigen"));
    const auto commands = headless.press(panel, state, ImGuiKey_DownArrow);
    const auto* next = find_command<command::NextPlace>(commands);
    ASSERT_NE(next, nullptr);
    EXPECT_EQ(next->by, 1);
}

TEST(PlacesPanel, the_filter_is_counted_and_an_empty_answer_says_what_to_do) {
    Headless headless{tall()};
    auto state = sample_state();
    state.table.area = "Ängby";
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("showing 5 of 10")) << headless.all_text();
    state.table.text = "finns inte";
    static_cast<void>(headless.run(panel, state));
    EXPECT_TRUE(headless.has_text("No place fits the filter"));
}

TEST(PlacesPanel, the_public_level_hides_counts_under_k) {
    Headless headless{tall()};
    auto project = sample_project({.is_public = true});
    project->run->result.places[9].facts.incidents = 4;
    static_cast<void>(headless.run(panel, state_of(project)));
    EXPECT_TRUE(headless.has_text("<5")) << headless.all_text();
}

TEST(PlacesPanel, every_line_of_a_place_is_whole_however_narrow) {
    auto project = sample_project();
    auto& place = project->run->result.places[1].place;
    place.name = "Strandparkens stråk mellan Norra kajen och Lilla torget";
    place.area_name = "Gamla hamnen och varvet";
    const auto state = state_of(project);
    Headless headless{tall()};
    const Panel narrow = hosted(draw_places_panel, 300, 3900);
    static_cast<void>(headless.run(narrow, state));
    for (const char* text : {"Strandparkens", "torget", "Gamla hamnen", "varvet", "by count"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
    auto shortened = shortened_anywhere(draw_places_panel, state);
    std::erase_if(shortened, [](const auto& text) { return text.find("xport") != std::string::npos; });
    EXPECT_EQ(shortened, std::vector<std::string>{});
}

TEST(PlacesPanel, rows_do_not_cover_each_other) {
    auto project = sample_project();
    project->run->result.places[0].place.name = "Ett namn som är så långt att det tar flera rader i anspråk här";
    Headless headless{tall()};
    static_cast<void>(headless.run(hosted(draw_places_panel, 300, 3900), state_of(project)));
    const auto& second = project->run->result.places[1].place.name;
    EXPECT_GT(headless.box_of_text(second).min_y, headless.box_of_text("by count").max_y) << headless.all_text();
}

TEST(PlacesPanel, the_filters_stand_under_each_other_where_a_choice_would_be_cut) {
    auto project = sample_project();
    Headless headless{tall()};
    static_cast<void>(headless.run(hosted(draw_places_panel, 600, 3900), state_of(project)));
    EXPECT_NEAR(headless.box_of_text("All districts").max_y, headless.box_of_text("All reasons").max_y, 4);
    static_cast<void>(headless.run(hosted(draw_places_panel, 250, 3900), state_of(project)));
    EXPECT_GT(headless.box_of_text("All reasons").min_y, headless.box_of_text("All districts").max_y);
}

TEST(PlacesPanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_places_panel, sample_state()), std::vector<std::string>{});
}

TEST(PlacesPanel, two_thousand_places_cost_little) {
    Headless headless{{.language = Language::english}};
    auto project = sample_project();
    auto& places = project->run->result.places;
    for (int i = 10; i < 2000; ++i) {
        places.push_back(places[static_cast<std::size_t>(i % 10)]);
        places.back().rank = i + 1;
    }
    static_cast<void>(headless.run(hosted(draw_places_panel, panel_width), state_of(project), 60));
    EXPECT_LT(headless.glyphs().size(), 4000U) << "only rows in sight are drawn";
}

}  // namespace
}  // namespace lykta::viewer::testing
