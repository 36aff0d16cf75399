#include "layers/check_file.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "layers/given.hpp"
#include "layers/text.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

TEST(CheckFile, a_good_file_is_ok_and_says_what_was_taken) {
    const auto result = checked("id;tidpunkt;N;E\n1;2024-01-03 21:40;6473033,10;536823,90\n");
    EXPECT_EQ(result.outcome, "ok") << said(result);
    EXPECT_EQ(result.rows_read, 1);
    EXPECT_EQ(result.rows_used, 1);
    EXPECT_TRUE(result.messages.empty());
    EXPECT_EQ(result.crs, "EPSG:3006");
}

TEST(CheckFile, every_row_set_aside_is_named_with_its_word) {
    const auto result = checked("id;N;E\n1;6473033,1;536823,9\n2;;\n3;6473034,1;536823,9\n4;;\n");
    EXPECT_EQ(result.outcome, "warning");
    EXPECT_TRUE(has(said(result), "row 3")) << said(result);
    EXPECT_TRUE(has(said(result), "row 5")) << said(result);
    ASSERT_EQ(result.set_aside.size(), 1U);
    EXPECT_EQ(result.set_aside[0].reason, "no_coordinates");
    EXPECT_EQ(result.set_aside[0].rows, (std::vector<std::int64_t>{3, 5}));
}

TEST(CheckFile, the_json_form_holds_the_same) {
    const auto result = checked("id;N;E\n1;6473033,1;536823,9\n2;;\n");
    const auto json = nlohmann::json::parse(to_json(result));
    EXPECT_EQ(json["outcome"], "warning");
    EXPECT_EQ(json["rows_read"], 2);
    EXPECT_EQ(json["rows_used"], 1);
    EXPECT_EQ(json["set_aside"][0]["reason"], "no_coordinates");
    EXPECT_EQ(json["set_aside"][0]["count"], 1);
    EXPECT_EQ(json["set_aside"][0]["rows"][0], 3);
    EXPECT_FALSE(json["messages"].empty());
}

TEST(CheckFile, a_missing_file_is_an_error_with_its_name) {
    set_language(Language::english);
    const auto result = check_file(options("/nowhere/brott.csv"), KindGiven::detect);
    EXPECT_EQ(result.outcome, "error");
    EXPECT_EQ(result.error_exit_code, 3);
    EXPECT_TRUE(has(said(result), "brott.csv"));
}

TEST(CheckFile, a_header_alone_is_a_warning_of_0_rows) {
    const auto result = checked("id;tidpunkt;N;E\n");
    EXPECT_EQ(result.outcome, "warning");
    EXPECT_TRUE(has(said(result), "0 rows")) << said(result);
}

TEST(CheckFile, a_file_of_unusable_rows_is_not_a_quiet_success) {
    const auto result = checked("id;N;E\n1;;\n2;;\n");
    EXPECT_EQ(result.rows_used, 0);
    EXPECT_TRUE(has(said(result), "nothing to analyse")) << said(result);
}

TEST(CheckFile, nothing_of_a_file_abroad_is_taken_for_swedish) {
    const auto result = checked("lat,lon\n41.7922,-87.6277\n41.7513,-87.6683\n", "EPSG:4326");
    EXPECT_EQ(result.outcome, "ok") << said(result);
}

TEST(Text, lists_name_each_row_and_count_the_rest) {
    set_language(Language::english);
    const RowAccount account;
    EXPECT_EQ(row_list(account, std::vector<std::int64_t>{3, 5}, 2), "row 3, row 5");
    EXPECT_EQ(row_list(account, std::vector<std::int64_t>{3, 5, 7}, 9, 2), "row 3, row 5 and 7 more");
}

TEST(Text, plain_words_have_no_marks) {
    EXPECT_EQ(plain_word("Ljuspunktshöjd (m)"), "ljuspunktshojdm");
    EXPECT_EQ(lowered("ÅÄÖ Abc"), "åäö abc");
    EXPECT_EQ(trimmed(" \xC2\xA0x \t"), "x");
}

TEST(Text, shown_cells_are_short_and_hide_personal_numbers) {
    EXPECT_LT(shown(std::string(500, 'a')).size(), 100U);
    EXPECT_FALSE(has(shown("121212-1212"), "121212-1212"));
}
