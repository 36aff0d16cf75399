// Texts at the door: masking, escaping, quoting.
#include "outputs/text.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "outputs/write_run.hpp"

using namespace lykta;
using namespace lykta::outputs;

TEST(Text, a_personal_number_keeps_its_date_and_loses_its_last_four_digits) {
    EXPECT_EQ(mask_personal_numbers("ring 19121212-1212 nu"), "ring 19121212-**** nu");
    EXPECT_EQ(mask_personal_numbers("121212+1212"), "121212-****");
    EXPECT_EQ(mask_personal_numbers("1912121212 12"), "1912121212 12");
    EXPECT_EQ(mask_personal_numbers("191212121212"), "19121212-****");
}

TEST(Text, a_co_ordination_number_is_masked_too) {
    // 701063-2391: the Tax Agency's own example of a co-ordination number (day 3 + 60)
    EXPECT_EQ(mask_personal_numbers("701063-2391"), "701063-****");
}

TEST(Text, a_case_number_with_a_wrong_check_digit_is_left_alone) {
    EXPECT_EQ(mask_personal_numbers("121212-1213"), "121212-1213");
    EXPECT_EQ(mask_personal_numbers("991399-1212"), "991399-1212");
}

TEST(Text, digits_inside_a_longer_number_are_left_alone) {
    EXPECT_EQ(mask_personal_numbers("5191212121212"), "5191212121212");
    EXPECT_EQ(mask_personal_numbers("12121212125"), "12121212125");
}

TEST(Text, a_cell_a_spreadsheet_would_run_gets_an_apostrophe) {
    for (const char* cell : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
        EXPECT_EQ(csv_cell(cell), std::string("'") + cell);
}

TEST(Text, a_number_in_a_cell_is_left_alone) {
    for (const char* cell : {"-3,5", "+46", "-12.25", "7"}) EXPECT_EQ(csv_cell(cell), cell);
}

TEST(Text, a_field_with_delimiter_quote_or_line_end_is_quoted) {
    EXPECT_EQ(csv_field("a;b", ';'), "\"a;b\"");
    EXPECT_EQ(csv_field("a;b", ','), "a;b");
    EXPECT_EQ(csv_field("säg \"nej\"", ';'), "\"säg \"\"nej\"\"\"");
    EXPECT_EQ(csv_field("två\nrader", ';'), "\"två\nrader\"");
}

TEST(Text, a_csv_number_has_the_readers_decimal_sign_and_nothing_else) {
    EXPECT_EQ(csv_number(12345.678, 1, Language::swedish), "12345,7");
    EXPECT_EQ(csv_number(12345.678, 1, Language::english), "12345.7");
    EXPECT_EQ(csv_number(std::nullopt, 1, Language::swedish), "");
    EXPECT_EQ(csv_number(std::numeric_limits<double>::quiet_NaN(), 1, Language::swedish), "");
}

TEST(Text, html_text_leaves_nothing_that_opens_an_element_or_ends_an_attribute) {
    EXPECT_EQ(html_text("<a href='x' b=\"y\">&"), "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;");
}

TEST(Text, bytes_that_are_not_utf8_become_the_replacement_character) {
    EXPECT_EQ(clean_utf8("\xE5ngby"), "\xEF\xBF\xBDngby");          // Latin-1 å
    EXPECT_EQ(clean_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong slash
    EXPECT_EQ(clean_utf8(std::string_view("a\0b", 3)),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(clean_utf8("Ängby – 🙂"), "Ängby – 🙂");
}

TEST(Text, inline_json_cannot_close_its_script_element) {
    EXPECT_EQ(inline_json("{\"a\":\"</script>\"}"), "{\"a\":\"\\u003c/script>\"}");
}

TEST(Text, rounding_goes_through_decimal_text) {
    EXPECT_EQ(with_decimals(18.06491234567, 7), 18.0649123);
    EXPECT_EQ(with_digits(1234.56789, 3), 1230.0);
    EXPECT_FALSE(std::signbit(with_decimals(-0.0001, 2)));
}
