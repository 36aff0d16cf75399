// atgardsplan.csv and arbetslista.csv, read back as a spreadsheet does.
#include "outputs/action_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/file.hpp"
#include "measure_plan.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// Fields parted by semicolons, quoted ones whole.
Rows rows_of(const std::string& text) {
    Rows rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 3; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ';')
            rows.back().emplace_back();
        else if (!quoted && c == '\n')
            rows.push_back({""});
        else if (quoted || c != '\r')
            rows.back().back() += c;
    }
    rows.pop_back();
    return rows;
}

Rows plan_rows(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_action_plan(result, folder / "plan.csv");
    return rows_of(read_file(folder / "plan.csv"));
}

std::string cell(const Rows& rows, std::size_t row, const std::string& title) {
    const auto at = std::find(rows[0].begin(), rows[0].end(), title);
    return at == rows[0].end() ? "no such column" : rows[row][static_cast<std::size_t>(at - rows[0].begin())];
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

TEST(WorkList, has_a_row_for_every_item_and_runs_no_formula) {
    const auto sample = by_hand::sample_run_with_measures(Language::english);
    const by_hand::TemporaryFolder folder;
    ASSERT_TRUE(has_work_list(sample->result));
    write_work_list(sample->result, folder / "work.csv");
    const auto rows = rows_of(read_file(folder / "work.csv"));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(cell(rows, 1, "Mandatory"), "yes");
    EXPECT_EQ(cell(rows, 2, "Item"), "'=förråd");
}
