// The data and its faults: every row accounted for, findings with their rows, what was assumed.
#include <gtest/gtest.h>

#include "panel_state.hpp"

namespace lykta::viewer::testing {
namespace {

const Panel panel = in_column(draw_data_panel);

TEST(DataPanel, says_that_nothing_is_open) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, plain_state()).empty());
    EXPECT_TRUE(headless.has_text("Nothing is open"));
}

TEST(DataPanel, accounts_for_every_row_by_source_and_reason) {
    Headless headless{tall()};
    EXPECT_TRUE(headless.run(panel, sample_state()).empty());
    for (const char* text :
         {"244 rows read = 240 used + 4 set aside.", "no coordinates", "first rows 17, 19", "belysning.gpkg",
          "20 incidents lie on one point", "20 times; first rows 3, 4", "no incidents in July 2023"})
        EXPECT_TRUE(headless.has_text(text)) << text << "\n" << headless.all_text();
}

TEST(DataPanel, says_what_was_taken_by_default) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, sample_state()));
    EXPECT_TRUE(headless.has_text("100 of 300 lamps have an assumed flux.")) << headless.all_text();
    EXPECT_TRUE(headless.has_text("flux: 100 lamps without flux got 3,000 lm"));
}

TEST(DataPanel, says_why_nothing_is_named_and_which_terms_are_left_out) {
    Headless headless{tall()};
    auto project = sample_project();
    project->run->result.refusal = "Positions are too coarse.";
    project->run->result.absent_terms = {{places::Term::obstruction, "No vegetation was given."}};
    static_cast<void>(headless.run(panel, state_of(project)));
    EXPECT_TRUE(headless.has_text("Positions are too coarse."));
    EXPECT_TRUE(headless.has_text("No vegetation was given."));
}

TEST(DataPanel, says_what_a_result_does_not_hold) {
    Headless headless{tall()};
    static_cast<void>(headless.run(panel, sample_state({.origin = Origin::result})));
    EXPECT_TRUE(headless.has_text("The result does not hold the lamps."));
}

TEST(DataPanel, no_text_is_cut) {
    EXPECT_EQ(cut_anywhere(draw_data_panel, sample_state()), std::vector<std::string>{});
}

}  // namespace
}  // namespace lykta::viewer::testing
