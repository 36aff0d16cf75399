// Formulas, personal data, damaged letters and cut last rows: what cells say about a file.
#include "sources/cell_checks.hpp"

#include "files.hpp"
#include "sources/cut_row.hpp"
#include "sources/personal_data.hpp"

namespace lykta::sources {
namespace {

using namespace testing;

TEST(CellChecks, cells_a_spreadsheet_would_run_are_formulas_and_numbers_and_words_are_not) {
    for (const char* cell : {"=1+1", "=cmd|' /C calc'!A0", "@SUM(1+1)*2", "-2+3+cmd|' /C calc'!A0", "\t=1+1", "\r=1",
                             "+46 13 20 60 00", "+A1+B2"})
        EXPECT_TRUE(is_formula(cell)) << cell;
    for (const char* cell : {"-", "+", "-78.4789", "+12", "-okänd", "- se anmälan", "-3 m", "-15°37'", "-1e-5",
                             "@ RAMP", "", "a=b", "-inf"})
        EXPECT_FALSE(is_formula(cell)) << cell;
}

std::size_t personal_numbers(std::string_view text) {
    const auto found = find_personal_data(text);
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [](const auto& m) { return m.kind == PersonalKind::personal_number; }));
}

TEST(PersonalData, test_numbers_are_found_in_every_usual_form) {
    for (const char* text : {"19121212-1212", "121212-1212", "121212+1212", "191212121212", "1212121212",
                             "pnr 121212-1212 anmälde", "(19121212-1212)", "mån 19121212–1212.", "20121212-1212"})
        EXPECT_EQ(personal_numbers(text), 1U) << text;
    EXPECT_EQ(personal_numbers("121212-1212 och 20121212-1212"), 2U);
    EXPECT_EQ(personal_numbers("701063-2391"), 1U);  // coordination number: day 63
}

TEST(PersonalData, wrong_check_digits_dates_and_longer_numbers_are_not) {
    for (const char* text :
         {"Ärende 20240103-0001", "121212-1213", "19121312-1212", "1121212-1212", "121212-12123", "15.1212121212",
          "121212.1212", "20240103 2140", "2024-01-03 21:40", "A121212-1212", "6473033,10", "17121212-1212"})
        EXPECT_EQ(personal_numbers(text), 0U) << text;
}

TEST(PersonalData, telephones_and_mail_addresses_are_found_and_codes_are_not) {
    for (const char* text :
         {"tel 013-20 60 00", "070-123 45 67", "ring 0701234567", "+46 13 20 60 00", "08-123 456 78"})
        EXPECT_EQ(find_personal_data(text).size(), 1U) << text;
    EXPECT_EQ(find_personal_data("tolvan@example.invalid").size(), 1U);
    for (const char* text : {"{C9D64C09-0354-4577-A5D3-33CAD98C6CF4}", "03-01-2024", "2024-01-03", "58 24 123", "a@b",
                             "@home", "0-5 m", "012-34"})
        EXPECT_TRUE(find_personal_data(text).empty()) << text;
}

TEST(PersonalData, the_quick_look_never_misses_what_the_search_finds) {
    for (const char* text : {"19121212-1212", "x 1212121212 y", "a 121212-1212", "tel 013-20 60 00", "a@b.se",
                             "+46 13 20 60 00", "mån 121212+1212"})
        EXPECT_TRUE(may_hold_personal_data(text)) << text;
}

TEST(PersonalData, masking_leaves_nothing_that_could_be_found_again) {
    EXPECT_EQ(mask_personal_data("pnr 121212-1212 anmälde"), "pnr 121212-**** anmälde");
    EXPECT_EQ(mask_personal_data("tel 013-20 60 00, tolvan@example.invalid"), "tel ***, ***");
    EXPECT_EQ(mask_personal_data("Storgatan 12"), "Storgatan 12");
}

TEST(CellChecks, personal_numbers_are_counted_by_row_and_never_shown) {
    const auto source = read_text("id;text\n1;mån 19121212-1212\n2;Ärende 20240103-0001\n3;pnr 121212-1212\n");
    const auto* found = issue(source, "personal_number");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->count, 2);
    EXPECT_EQ(found->rows, (std::vector<std::int64_t>{2, 4}));
    EXPECT_FALSE(has(found->message, "1212"));
}

TEST(CellChecks, a_column_of_case_numbers_is_not_a_column_of_persons) {
    std::string text = "id;arende\n";  // every tenth has Luhn's digit by chance
    for (int i = 0; i < 100; ++i) text += fmt::format("{};20240103-{:04}\n", i, i);
    EXPECT_EQ(issue(read_text(text), "personal_number"), nullptr);
    std::string persons = "id;pnr\n1;191212121212\n2;201212121212\n";
    EXPECT_NE(issue(read_text(persons), "personal_number"), nullptr);
}

TEST(CellChecks, twice_encoded_text_is_a_warning_with_an_example) {
    const auto source = read_text("id;typ\n1;SkadegÃ¶relse\n2;RÃ¥n\n");
    const auto* found = issue(source, "double_encoded");
    ASSERT_NE(found, nullptr);
    EXPECT_TRUE(has(found->message, "SkadegÃ¶relse"));
    EXPECT_EQ(found->count, 2);
}

TEST(CellChecks, letters_lost_before_the_file_came_to_us_are_said) {
    EXPECT_NE(issue(read_text("id;typ\n1;Sk\xEF\xBF\xBDne\n"), "lost_letters"), nullptr);
}

TEST(CutRow, a_last_cell_shorter_than_its_columns_form_is_cut) {
    const std::vector<std::string_view> coordinates{"536823,90", "535539,90", "537143,64"};
    EXPECT_TRUE(why_cut("5368", coordinates));
    EXPECT_TRUE(why_cut("536844,", coordinates));
    EXPECT_TRUE(why_cut("536844,2", coordinates));
    EXPECT_TRUE(why_cut("", coordinates));
    EXPECT_FALSE(why_cut("536844,27", coordinates));
    EXPECT_TRUE(why_cut("2024-01-0", {"2024-01-03", "2024-01-04", "2024-01-05"}));
    EXPECT_TRUE(why_cut("58.4", {"58.3965", "58.40249", "58.416101"}));
}

TEST(CutRow, where_the_column_has_no_one_form_nothing_is_claimed) {
    EXPECT_FALSE(why_cut("8", {"10", "12", "9"}));
    EXPECT_FALSE(why_cut("7", {"12", "15", "18"}));
    EXPECT_FALSE(why_cut("Rån", {"Skadegörelse", "Stöld", "Klotter"}));
    EXPECT_FALSE(why_cut("", {"", "a", "b"}));
    EXPECT_FALSE(why_cut("5368", {"536823,90"}));
    EXPECT_FALSE(why_cut("58.416", {"58.3965", "58.402", "58.416101"}));
}

}  // namespace
}  // namespace lykta::sources
