// Text cells to values: numbers with decimal comma, dates in many forms. Nothing is guessed: what is ambiguous is said.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/time.hpp"

namespace lykta::sources {

enum class NumberTrouble { none, empty, not_a_number, rounded };  ///< rounded: an exponent form that lost digits
struct NumberRead {
    double value = 0.0;
    NumberTrouble trouble = NumberTrouble::none;
    bool had_unit = false;       ///< "535539,90 m", "N6473033,10"
    bool had_thousands = false;  ///< "6 473 033", "6.475.213,5"
    char direction = 0;          ///< N, E, S or W where the text names one; the value's sign is as written
    double resolution = 0.0;     ///< of an exponent form: 6,47E+06 is known to 10 000; 0 otherwise
};
/// "6473033,10" "6 473 033,10" "6.475.213,5" "6473033.10 m" "-3". NaN, inf, words and Excel errors are not_a_number.
/// A single comma or point is a decimal sign: "6,475" is 6.475. A number beyond double becomes
/// the largest double. `rounded`: an exponent form whose last digit stands for more than one unit; the value is filled.
/// \correctness  hand cases; every double printed and read back; a slow twin on random texts
[[nodiscard]] NumberRead read_number(std::string_view text);

/// Degrees, minutes and seconds: 58°23'47.58"N → 58.396550. Empty when the text has no such form.
[[nodiscard]] std::optional<double> read_degrees_minutes_seconds(std::string_view text);

/// "den", "kl." and weekdays are passed over. Two-digit years, and slash dates whose order nothing proves, are never
/// guessed.
enum class TimeTrouble {
    none,
    empty,
    not_a_time,
    ambiguous_order,
    two_digit_year,
    no_such_date,
    no_such_hour,
    placeholder,
    future,
    excel_placeholder,
};
struct TimeRead {
    std::optional<LocalTime> clock;     ///< date and clock as written (zone applied by the caller unless has_offset)
    bool has_hour = false;              ///< false: a date only
    std::optional<int> offset_seconds;  ///< "+02:00", "Z", "+00"; empty: the study's zone
    bool from_excel_serial = false;
    TimeTrouble trouble = TimeTrouble::none;
};
/// ISO forms, 2014/01/01 14:14:00+00, 2026-08-22 9:48:12 +02:00, 03.01.2024 21:40, 3/1-2024 21.40, 3 jan 2024,
/// "den 3 januari 2024 kl. 21:40", 20240103 2140, 7/19/2017 13:45 and 10/20/2014 09:57:00 PM (month first only where
/// the column as a whole proves it: see DateOrder), Excel serials.
enum class DateOrder {
    unknown,
    day_first,
    month_first
};  ///< of slash dates, proved by the column (a 13…31 in one place)
[[nodiscard]] TimeRead read_time(std::string_view text, DateOrder order = DateOrder::unknown);

/// The order of slash dates a column proves: a 13…31 in the first place, or in the second; unknown where none or both
/// occur.
[[nodiscard]] DateOrder date_order_of(std::span<const std::string_view> cells);
[[nodiscard]] DateOrder date_order_of(std::size_t count, const std::function<std::string_view(std::size_t)>& cell);

}  // namespace lykta::sources
