// Numbers, degrees and times as people write them.
#include "sources/values.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace lykta::sources {
namespace {

double number(std::string_view text) {
    const auto read = read_number(text);
    EXPECT_EQ(read.trouble, NumberTrouble::none) << text;
    return read.value;
}

TEST(ReadNumber, reads_swedish_and_english_forms) {
    EXPECT_EQ(number("6473033,10"), 6473033.10);
    EXPECT_EQ(number("6473033.10"), 6473033.10);
    EXPECT_EQ(number(" -3 "), -3.0);
    EXPECT_EQ(number("\u22123,5"), -3.5);
    EXPECT_EQ(number("+12"), 12.0);
    EXPECT_EQ(number("6 473 033,10"), 6473033.10);
    EXPECT_EQ(number("6\u00A0473\u00A0033,10"), 6473033.10);
    EXPECT_EQ(number("6\u202F473\u202F033"), 6473033.0);
    EXPECT_EQ(number("6.475.213,5"), 6475213.5);
    EXPECT_EQ(number("6,475,213.5"), 6475213.5);
    EXPECT_EQ(number("6'475'213.5"), 6475213.5);
    EXPECT_EQ(number("6.475.213"), 6475213.0);
    EXPECT_EQ(number("537.143,5"), 537143.5);
    EXPECT_EQ(number("58.3965"), 58.3965);
    EXPECT_EQ(number("6475,21305"), 6475.21305);
    EXPECT_EQ(number(",5"), 0.5);
    EXPECT_EQ(number("5E-05"), 5e-5);
    EXPECT_EQ(number("6.47303310E+06"), 6473033.10);
}

TEST(ReadNumber, says_thousands_units_and_directions) {
    EXPECT_TRUE(read_number("6 473 033").had_thousands);
    EXPECT_FALSE(read_number("6473033").had_thousands);
    EXPECT_TRUE(read_number("535539,90 m").had_unit);
    EXPECT_EQ(read_number("535539,90 m").value, 535539.90);
    EXPECT_EQ(read_number("N6473033,10").value, 6473033.10);
    EXPECT_EQ(read_number("N6473033,10").direction, 'N');
    EXPECT_EQ(read_number("26 W").value, 26.0);
    EXPECT_EQ(read_number("58.3965°").value, 58.3965);
    EXPECT_EQ(read_number("12,5 %").value, 12.5);
}

TEST(ReadNumber, words_errors_and_other_forms_are_no_numbers) {
    for (const char* text :
         {"NaN",        "inf",      "-inf",  "saknas", "NULL",     "-",           "#VALUE!", "#SAKNAS!",
          "0x10",       "1e",       "e5",    "1,2,3",  "1.2.3",    "12 34",       "1 2345",  "6473 km",
          "2024-01-03", "58°24'",   "1;2",   "--5",    "5-",       "1,5,",        ".",       ",",
          "1..2",       "6.47,5.1", "1e5e5", "nan(1)", "1 000 00", "Storgatan 12"})
        EXPECT_EQ(read_number(text).trouble, NumberTrouble::not_a_number) << text;
    EXPECT_EQ(read_number("").trouble, NumberTrouble::empty);
    EXPECT_EQ(read_number(" \u00A0").trouble, NumberTrouble::empty);
}

TEST(ReadNumber, exponent_forms_that_lost_digits_are_rounded) {
    const auto read = read_number("6,47E+06");
    EXPECT_EQ(read.trouble, NumberTrouble::rounded);
    EXPECT_EQ(read.value, 6.47e6);
    EXPECT_EQ(read.resolution, 1e4);
    EXPECT_EQ(read_number("5.4E5").trouble, NumberTrouble::rounded);
    EXPECT_EQ(read_number("6.473033E6").trouble, NumberTrouble::none);
}

TEST(ReadNumber, numbers_past_every_place_stay_large_and_finite) {
    EXPECT_EQ(number("1e308"), 1e308);
    EXPECT_TRUE(std::isfinite(number("1e400")));
    EXPECT_GT(number("1e400"), 1e300);
    EXPECT_EQ(number("1e-400"), 0.0);
    EXPECT_EQ(number("12345678901234567890"), 12345678901234567890.0);
}

/// Every double printed in full comes back, with either decimal sign.
TEST(ReadNumber, a_printed_double_is_read_back_exactly) {
    for (std::uint32_t i = 0; i < 20000; ++i) {
        const double u = random_uniform({.seed = 7}, i);
        const double value = (u - 0.5) * std::pow(10.0, static_cast<double>(i % 9));
        auto text = fmt::format("{}", value);
        if (text.find('e') != text.npos) continue;
        ASSERT_EQ(number(text), value) << text;
        if (const auto point = text.find('.'); point != text.npos) text[point] = ',';
        ASSERT_EQ(number(text), value) << text;
    }
}

TEST(ReadDegrees, reads_degrees_minutes_and_seconds) {
    const auto near = [](std::string_view text, double wanted) {
        const auto read = read_degrees_minutes_seconds(text);
        ASSERT_TRUE(read) << text;
        EXPECT_NEAR(*read, wanted, 1e-9) << text;
    };
    const double lat = 58 + 23 / 60.0 + 47.58 / 3600;
    near("58°23'47.58\"N", lat);
    near("58° 23' 47,58\" N", lat);
    near("N 58°23'47.58\"", lat);
    near("58°23′47.58″N", lat);
    near("58º23’47.58’’N", lat);
    near("58 23 47.58 N", lat);
    near("33°51'31\"S", -(33 + 51 / 60.0 + 31 / 3600.0));
    near("78°28'44\"W", -(78 + 28 / 60.0 + 44 / 3600.0));
    near("58°23.793'", 58 + 23.793 / 60);
    near("58.39655° N", 58.39655);
    near("-15°37'", -(15 + 37 / 60.0));
}

TEST(ReadDegrees, other_texts_have_no_such_form) {
    for (const char* text : {"58.24", "58", "6473033,10", "58°61'", "58°23'75\"", "N", "", "Storgatan 12 N", "190°",
                             "58.5°23'", "58°23'47\"X"})
        EXPECT_FALSE(read_degrees_minutes_seconds(text)) << text;
}

std::string read_as(std::string_view text, DateOrder order = DateOrder::unknown) {
    const auto read = read_time(text, order);
    if (!read.clock) return fmt::format("trouble {}", static_cast<int>(read.trouble));
    const auto& c = *read.clock;
    auto shown = fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
    if (read.has_hour) shown += fmt::format(" {:02}:{:02}:{:02}", c.hour, c.minute, c.second);
    if (read.offset_seconds) shown += fmt::format(" {:+}", *read.offset_seconds);
    return shown;
}
TimeTrouble trouble_of(std::string_view text, DateOrder order = DateOrder::unknown) {
    return read_time(text, order).trouble;
}

TEST(ReadTime, reads_the_forms_swedish_files_hold) {
    EXPECT_EQ(read_as("2024-01-03 21:40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("3/1-2024 21.40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("3/1 2024 kl 21.40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("den 3 januari 2024 kl. 21:40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("onsdag 3 januari 2024 klockan 21.40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("lördagen den 6 jan. 2024"), "trouble 2");
    EXPECT_EQ(read_as("lördag 6 jan. 2024"), "2024-01-06");
    EXPECT_EQ(read_as("03.01.2024 21:40"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("20240103 2140"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("202401032140"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("20240103"), "2024-01-03");
    EXPECT_EQ(read_as("3 jan 2024"), "2024-01-03");
    EXPECT_EQ(read_as("3-okt-2024"), "2024-10-03");
    EXPECT_EQ(read_as("2024-01-03T20:40:00Z"), "2024-01-03 20:40:00 +0");
    EXPECT_EQ(read_as("2024-10-27T02:30:00+01:00"), "2024-10-27 02:30:00 +3600");
    EXPECT_EQ(read_as("2026-08-22 9:48:12 +02:00"), "2026-08-22 09:48:12 +7200");
    EXPECT_EQ(read_as("2024-1-3 9:05"), "2024-01-03 09:05:00");
    EXPECT_EQ(read_as("21:40 2024-01-03"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("2024-12-31 24:00"), "2025-01-01 00:00:00");
}

TEST(ReadTime, reads_the_forms_american_files_hold) {
    EXPECT_EQ(read_as("2014/01/01 14:14:00+00"), "2014-01-01 14:14:00 +0");
    EXPECT_EQ(read_as("2019-08-21T21:43:09.000Z"), "2019-08-21 21:43:09 +0");
    EXPECT_EQ(read_as("2014-01-01T05:00:00-0500"), "2014-01-01 05:00:00 -18000");
    EXPECT_EQ(read_as("7/19/2017 13:45"), "2017-07-19 13:45:00");
    EXPECT_EQ(read_as("10/20/2014 09:57:00 PM"), "2014-10-20 21:57:00");
    EXPECT_EQ(read_as("1/3/2024 12:05 AM", DateOrder::month_first), "2024-01-03 00:05:00");
    EXPECT_EQ(read_as("1/3/2024", DateOrder::day_first), "2024-03-01");
    EXPECT_EQ(read_as("3/3/2024"), "2024-03-03");
    EXPECT_EQ(read_as("Jan 3, 2024 9 PM"), "2024-01-03 21:00:00");
    EXPECT_EQ(read_as("Wednesday, January 3, 2024"), "2024-01-03");
}

TEST(ReadTime, nothing_ambiguous_is_guessed) {
    EXPECT_EQ(trouble_of("01/03/2024 9:40 PM"), TimeTrouble::ambiguous_order);
    EXPECT_EQ(trouble_of("1-3-2024"), TimeTrouble::ambiguous_order);
    for (const char* text : {"03-01-24", "24-01-03", "03-01-05", "3/1/24 21:40", "3 jan 24", "240103", "03.01.24"})
        EXPECT_EQ(trouble_of(text), TimeTrouble::two_digit_year) << text;
}

TEST(ReadTime, impossible_moments_say_what_is_wrong) {
    EXPECT_EQ(trouble_of("2023-02-29 10:00"), TimeTrouble::no_such_date);
    EXPECT_EQ(trouble_of("2024-13-05 10:00"), TimeTrouble::no_such_date);
    EXPECT_EQ(trouble_of("31/31/2024"), TimeTrouble::no_such_date);
    EXPECT_EQ(trouble_of("2024-05-05 25:10"), TimeTrouble::no_such_hour);
    EXPECT_EQ(trouble_of("2024-05-05 21:60"), TimeTrouble::no_such_hour);
    EXPECT_EQ(trouble_of("1/3/2024 21:40 PM", DateOrder::day_first), TimeTrouble::no_such_hour);
    for (const char* text :
         {"1900-01-01 00:00", "0000-00-00", "1899-12-30", "1900", "9999-12-31", "1900-01-01T00:00:00Z"})
        EXPECT_EQ(trouble_of(text), TimeTrouble::placeholder) << text;
    EXPECT_EQ(trouble_of(""), TimeTrouble::empty);
    for (const char* text : {"okänd", "2024", "21:40", "igår", "2024-01", "22 augusti 17.59", "2024-01-03 21:40-23:00",
                             "12", "-", "1e5", "2024-01-03 kväll"})
        EXPECT_EQ(trouble_of(text), TimeTrouble::not_a_time) << text;
}

TEST(ReadTime, excel_serials_count_from_1900_and_the_day_that_never_was_is_refused) {
    const auto read = read_time("45294,9027777778");
    EXPECT_TRUE(read.from_excel_serial);
    EXPECT_EQ(read_as("45294,9027777778"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("45294.9027777778"), "2024-01-03 21:40:00");
    EXPECT_EQ(read_as("45308"), "2024-01-17");
    EXPECT_EQ(read_as("32874"), "1990-01-01");
    EXPECT_EQ(trouble_of("60"), TimeTrouble::excel_placeholder);
    EXPECT_EQ(trouble_of("12345"), TimeTrouble::not_a_time);
    EXPECT_EQ(read_as("1704318000000"), "2024-01-03 21:40:00 +0");
}

TEST(ReadTime, every_day_of_a_century_printed_is_read_back) {
    for (std::int64_t day = days_from_civil(1950, 1, 1); day < days_from_civil(2050, 1, 1); day += 3) {
        const auto date = civil_from_days(day);
        const auto iso = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        ASSERT_EQ(read_as(iso), iso);
        ASSERT_EQ(read_as(fmt::format("{}.{}.{}", date.day, date.month, date.year)), iso);
        ASSERT_EQ(read_as(fmt::format("{}/{}/{}", date.month, date.day, date.year), DateOrder::month_first),
                  date.day > 12 || date.day == date.month ? iso : iso);
    }
}

TEST(DateOrder, is_proved_by_a_day_past_twelve_and_by_nothing_else) {
    using Cells = std::vector<std::string_view>;
    EXPECT_EQ(date_order_of(Cells{"1/3/2024", "7/19/2017 13:45"}), DateOrder::month_first);
    EXPECT_EQ(date_order_of(Cells{"1/3/2024", "19/7/2017"}), DateOrder::day_first);
    EXPECT_EQ(date_order_of(Cells{"1/3/2024", "2/4/2024"}), DateOrder::unknown);
    EXPECT_EQ(date_order_of(Cells{"13/1/2024", "1/13/2024"}), DateOrder::unknown);
    EXPECT_EQ(date_order_of(Cells{"2024-01-13", "3/1-2024", "13.1.2024", ""}), DateOrder::unknown);
}

}  // namespace
}  // namespace lykta::sources
