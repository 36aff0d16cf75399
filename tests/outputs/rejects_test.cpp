// Rows set aside, and the way back as a source.
#include <gtest/gtest.h>

#include "core/file.hpp"
#include "outputs/write_run.hpp"
#include "sample_result.hpp"
#include "sources/read_source.hpp"
#include "temporary_folder.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

std::string rejects_of(const layers::SourceReport& source) {
    const by_hand::TemporaryFolder folder;
    write_rejects(source, folder / "r.csv");
    return read_file(folder / "r.csv");
}

}  // namespace

TEST(Rejects, rows_stand_as_the_file_held_them_with_three_columns_more) {
    const auto text = rejects_of(by_hand::sample_sources()[0]);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFid;E;N;handelsetid;fritext;lykta_row;lykta_reason;lykta_message\r\n"));
    EXPECT_NE(
        text.find(
            "\r\nA18;6475100;535100;2024-02-01;<script>alert(2)</script>;18;axes_swapped;E = 6475100 hör till N\r\n"),
        std::string::npos);
}

TEST(Rejects, personal_numbers_are_masked) {
    const auto text = rejects_of(by_hand::sample_sources()[0]);
    EXPECT_EQ(text.find("19121212-1212"), std::string::npos);
    EXPECT_NE(text.find("19121212-****"), std::string::npos);
}

TEST(Rejects, a_quote_left_open_does_not_swallow_what_follows) {
    const auto text = rejects_of(by_hand::sample_sources()[0]);
    EXPECT_TRUE(
        text.ends_with("A244;535200;6475200;2024-03-01;\"avbru\";244;truncated_row;filen tar slut i raden\r\n"));
}

TEST(Rejects, mended_the_file_can_be_given_as_a_source_again) {
    const by_hand::TemporaryFolder folder;
    write_rejects(by_hand::sample_sources()[0], folder / "r.csv");
    const auto again = sources::read_source((folder / "r.csv").string());
    EXPECT_EQ(again.account.rows_read, 4);
    ASSERT_EQ(again.table.rows(), 4U);
    const auto e = again.table.find("E");
    ASSERT_TRUE(e.has_value());
    EXPECT_EQ(again.table.cell(1, *e), "6475100");
    EXPECT_EQ(again.table.cell(3, *again.table.find("fritext")), "avbru");
}

TEST(Rejects, a_source_without_lines_gets_one_cell_for_the_row) {
    layers::SourceReport source;
    source.found.delimiter = "tab";
    source.account.set_aside = {{7, Reason::zero_area, "polygon; without area", "a\tb"}};
    EXPECT_EQ(rejects_of(source),
              "\xEF\xBB\xBFlykta_raw\tlykta_row\tlykta_reason\tlykta_message\r\n\"a\tb\"\t7\tzero_area\tpolygon; "
              "without area\r\n");
}
