// atgardsplan.csv, read back as a spreadsheet does.
#include "outputs/action_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/file.hpp"
#include "measure_plan.hpp"
#include "sheet_rows.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;
using by_hand::cell;
using by_hand::Rows;
using by_hand::rows_of;

namespace {

Rows plan_rows(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_action_plan(result, folder / "plan.csv");
    return rows_of(read_file(folder / "plan.csv"));
}

}  // namespace

TEST(ActionPlan, starts_with_the_mark_a_swedish_excel_needs) {
    const auto sample = by_hand::sample_run_with_measures();
    const by_hand::TemporaryFolder folder;
    write_action_plan(sample->result, folder / "plan.csv");
    EXPECT_EQ(read_file(folder / "plan.csv").substr(0, 3), "\xEF\xBB\xBF");
}

TEST(ActionPlan, has_a_row_for_every_measure_and_as_many_cells_in_each) {
    const auto rows = plan_rows(by_hand::sample_run_with_measures(Language::english)->result);
    ASSERT_EQ(rows.size(), 6U);
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
}

TEST(ActionPlan, says_who_pays_what_and_when_it_can_be_followed_up) {
    const auto rows = plan_rows(by_hand::sample_run_with_measures(Language::english)->result);
    EXPECT_EQ(cell(rows, 1, "What exactly"), "1 lamp repaired, 1 lamp given a new luminaire, 2 new lamps");
    EXPECT_EQ(cell(rows, 1, "Investment (SEK)"), "171000");
    EXPECT_EQ(cell(rows, 1, "In the portfolio"), "yes");
    EXPECT_EQ(cell(rows, 1, "Follow-up to be done (months from the decision)"), "30");
    EXPECT_EQ(cell(rows, 1, "Incidents prevented per year"), "0.920");
    EXPECT_EQ(cell(rows, 1, "Evidence grade"), "A");
    EXPECT_EQ(cell(rows, 2, "Incidents prevented per year"), "");
    EXPECT_EQ(cell(rows, 4, "Price is a guess"), "yes");
    EXPECT_EQ(cell(rows, 5, "Place"), "");
    EXPECT_EQ(cell(rows, 5, "In the portfolio"), "no");
}

TEST(ActionPlan, numbers_follow_the_language_of_the_spreadsheet) {
    const by_hand::TemporaryFolder folder;
    write_action_plan(by_hand::sample_run_with_measures(Language::swedish)->result, folder / "plan.csv");
    EXPECT_NE(read_file(folder / "plan.csv").find(";0,920;"), std::string::npos);
}

TEST(ActionPlan, public_rows_tell_no_figure_from_few_incidents_and_no_reason_with_counts) {
    auto sample = by_hand::sample_run_with_measures(Language::english);
    auto& r = sample->result;
    r.public_level = true;
    r.measures->sited[0].effect.touched_per_year = 1.2;
    const auto rows = plan_rows(r);
    EXPECT_EQ(cell(rows, 1, "Incidents prevented per year"), "");
    EXPECT_EQ(cell(rows, 1, "Months until the effect can be seen, ten control areas"), "");
    EXPECT_EQ(cell(rows, 1, "What can be said of the effect"), "");
    EXPECT_EQ(cell(rows, 2, "What can be said of the effect"), "Ingen studie hittades.");  // no figure to hide
    EXPECT_EQ(cell(rows, 1, "Why here"), "More people see and are seen.");
}
