// arbetslista.csv, read back as a spreadsheet does.
#include <gtest/gtest.h>

#include "core/file.hpp"
#include "measure_plan.hpp"
#include "outputs/action_plan.hpp"
#include "sheet_rows.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;
using by_hand::cell;

namespace {

by_hand::Rows work_rows(const RunResult& result) {
    const by_hand::TemporaryFolder folder;
    write_work_list(result, folder / "work.csv");
    return by_hand::rows_of(read_file(folder / "work.csv"));
}

}  // namespace

TEST(WorkList, has_a_row_for_every_lamp_shrub_camera_and_item_and_as_many_cells_in_each) {
    const auto sample = by_hand::sample_run_with_measures(Language::english);
    std::size_t things = 0;
    for (const auto& s : sample->result.measures->sited)
        things += s.lamps.size() + s.clearings.size() + s.cameras.size() + s.work.size();
    ASSERT_TRUE(has_work_list(sample->result));
    const auto rows = work_rows(sample->result);
    EXPECT_EQ(rows.size(), things + 1);
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
}

TEST(WorkList, a_lamp_has_its_work_its_id_its_street_and_the_light_before_and_after) {
    const auto sample = by_hand::sample_run_with_measures(Language::english);
    const auto rows = work_rows(sample->result);
    EXPECT_EQ(cell(rows, 1, "Work"), "repair");
    EXPECT_EQ(cell(rows, 3, "Work"), "new lamp: 3,000 lm at 5.0 m");
    EXPECT_EQ(cell(rows, 1, "Lamp, plant or building"), "L0");
    EXPECT_EQ(cell(rows, 1, "Average today (lx)"), "1.90");
    EXPECT_EQ(cell(rows, 1, "Minimum afterwards (lx)"), "1.40");
    EXPECT_FALSE(cell(rows, 1, "Lighting class").empty());
    EXPECT_EQ(cell(rows, 3, "Lamp, plant or building"), "");
}

TEST(WorkList, an_item_says_whether_it_is_mandatory_and_runs_no_formula) {
    const auto rows = work_rows(by_hand::sample_run_with_measures(Language::english)->result);
    const auto last = rows.size() - 1;
    EXPECT_EQ(cell(rows, last - 1, "Mandatory"), "yes");
    EXPECT_EQ(cell(rows, last, "Work"), "'=förråd");
    EXPECT_EQ(cell(rows, 1, "Mandatory"), "");
}
