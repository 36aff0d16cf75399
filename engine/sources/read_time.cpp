// Text to date and clock. ISO forms take the short way; everything else is cut into tokens and read part by part.
#include <algorithm>
#include <cmath>

#include "sources/clock_reader.hpp"
#include "sources/text.hpp"
#include "sources/time_tokens.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

namespace {

// Dates programs write when they know none.
bool is_placeholder(int year, int month, int day) {
    if (year <= 1 || year == 9999) return true;
    return (year == 1900 && month == 1 && day <= 1) || (year == 1899 && month == 12 && day >= 30) ||
           (year == 1753 && month == 1 && day == 1);
}

TimeRead trouble(TimeTrouble what) {
    return {.trouble = what};
}

/// Checks the parts and fills the reading.
TimeRead finished(LocalTime clock, TimeRead read) {
    if (is_placeholder(clock.year, clock.month, clock.day)) return trouble(TimeTrouble::placeholder);
    const LocalTime midnight{.year = clock.year, .month = clock.month, .day = clock.day};
    if (!is_real(midnight)) return trouble(TimeTrouble::no_such_date);
    if (clock.hour == 24 && clock.minute == 0 && clock.second == 0) {  // ISO 8601's end of day
        clock = civil_from_days(days_from_civil(clock.year, clock.month, clock.day) + 1);
    } else if (clock.hour > 23 || clock.minute > 59 || clock.second > 60) {
        return trouble(TimeTrouble::no_such_hour);
    }
    clock.second = std::min(clock.second, 59);  // a leap second counts as the one before
    read.clock = clock;
    return read;
}

/// A date at the start of the tokens: its parts, where it ends, and what is wrong with it.
struct DateFound {
    LocalTime date;
    std::size_t next = 0;
    TimeTrouble trouble = TimeTrouble::not_a_time;
};

DateFound good(int year, int month, int day, std::size_t next) {
    return {{.year = year, .month = month, .day = day}, next, TimeTrouble::none};
}

/// 3/1/2024: which is the day? Known when one exceeds 12, when both are the same, or when the column proves it.
DateFound slash_date(int first, int second, int year, std::size_t next, DateOrder order) {
    if (first > 12 && second > 12) return good(year, first, second, next);  // no such date either way
    if (first > 12 || first == second) return good(year, second, first, next);
    if (second > 12) return good(year, first, second, next);
    if (order == DateOrder::day_first) return good(year, second, first, next);
    if (order == DateOrder::month_first) return good(year, first, second, next);
    if (year <= 1) return good(year, first, second, next);
    return {.next = next, .trouble = TimeTrouble::ambiguous_order};
}

bool is_date_sign(const TimeToken& token) {
    return token.kind == TimeToken::Kind::sign && (token.sign == '-' || token.sign == '/' || token.sign == '.');
}

/// Three numbers with signs between: 2024-01-03, 03.01.2024, 3/1-2024, 1/3/2024, 24-01-03.
DateFound date_of_numbers(const TimeTokens& tokens, std::size_t i, DateOrder order) {
    const auto &a = tokens.at(i), &b = tokens.at(i + 2), &c = tokens.at(i + 4);
    const auto &first_sign = tokens.at(i + 1), &second_sign = tokens.at(i + 3);
    const bool blank_year = second_sign.kind == TimeToken::Kind::sign && second_sign.sign == ' ' && c.digits == 4;
    if (!is_date_sign(first_sign) || (!is_date_sign(second_sign) && !blank_year)) return {};
    if (b.kind != TimeToken::Kind::number || c.kind != TimeToken::Kind::number) return {};
    const auto next = i + 5;
    if (a.digits == 4 && b.digits <= 2 && c.digits <= 2) return good(a.value, b.value, c.value, next);
    if (a.digits > 2 || b.digits > 2) return {};
    if (c.digits == 2 && first_sign.sign == second_sign.sign)
        return {.next = next, .trouble = TimeTrouble::two_digit_year};
    if (c.digits != 4) return {};
    const bool swedish = first_sign.sign == '.' || first_sign.sign != second_sign.sign;  // 3.1.2024, 3/1-2024, 3/1 2024
    if (swedish) return good(c.value, b.value, a.value, next);
    return slash_date(a.value, b.value, c.value, next, order);
}

std::size_t after_signs(const TimeTokens& tokens, std::size_t i) {
    while (tokens.is_sign(i, ' ') || tokens.is_sign(i, '-') || tokens.is_sign(i, '.') || tokens.is_sign(i, ',') ||
           tokens.is_sign(i, '/'))
        ++i;
    return i;
}

/// "3 januari 2024", "3-jan-2024", "Jan 3, 2024", "2024 januari 3".
DateFound date_with_month_name(const TimeTokens& tokens, std::size_t i) {
    std::size_t day_at = i, month_at = after_signs(tokens, i + 1);
    if (tokens.is_word(i)) month_at = i, day_at = after_signs(tokens, i + 1);
    auto year_at = after_signs(tokens, std::max(day_at, month_at) + 1);
    if (tokens.is_word(year_at) && tokens.at(year_at).value == 0) year_at = after_signs(tokens, year_at + 1);  // "3rd"
    if (!tokens.is_word(month_at) || tokens.at(month_at).value == 0 || !tokens.is_number(day_at)) return {};
    if (!tokens.is_number(year_at)) return {};
    auto day = tokens.at(day_at), year = tokens.at(year_at);
    if (day.digits == 4 && year.digits <= 2) std::swap(day, year);
    if (day.digits > 2) return {};
    if (year.digits == 2 && !tokens.is_sign(year_at + 1, ':') && !tokens.is_sign(year_at + 1, '.'))
        return {.next = year_at + 1, .trouble = TimeTrouble::two_digit_year};
    if (year.digits != 4) return {};
    return good(year.value, tokens.at(month_at).value, day.value, year_at + 1);
}

DateFound find_date(const TimeTokens& tokens, std::size_t i, DateOrder order) {
    const auto& first = tokens.at(i);
    const bool compact = first.kind == TimeToken::Kind::number && first.digits == 8;
    if (compact) return good(first.value / 10000, first.value / 100 % 100, first.value % 100, i + 1);
    if (first.kind == TimeToken::Kind::number) {
        const auto found = date_of_numbers(tokens, i, order);
        if (found.trouble != TimeTrouble::not_a_time) return found;
    }
    return date_with_month_name(tokens, i);
}

TimeRead read_tokens(const TimeTokens& tokens, DateOrder order) {
    auto found = find_date(tokens, 0, order);
    LocalTime clock;
    TimeRead read;
    if (found.trouble == TimeTrouble::not_a_time) {  // "21:40 2024-01-03"
        const auto next = ClockReader{tokens, 0}.read_leading(clock);
        if (!next) return trouble(TimeTrouble::not_a_time);
        found = find_date(tokens, *next, order);
        if (found.trouble == TimeTrouble::not_a_time || !tokens.is_end(found.next))
            return trouble(TimeTrouble::not_a_time);
        read.has_hour = true;
    } else if (!ClockReader{tokens, found.next}.read(clock, read)) {
        return trouble(TimeTrouble::not_a_time);
    }
    if (found.trouble != TimeTrouble::none) return trouble(found.trouble);
    found.date.hour = clock.hour, found.date.minute = clock.minute, found.date.second = clock.second;
    return finished(found.date, read);
}

/// Days since 30 December 1899, as Excel counts from 1 March 1900 on.
TimeRead from_excel_serial(double serial) {
    const auto seconds = static_cast<std::int64_t>(std::llround(serial * 86400.0));
    const auto day = seconds / 86400, rest = seconds % 86400;
    auto clock = civil_from_days(days_from_civil(1899, 12, 30) + day);
    clock.hour = static_cast<int>(rest / 3600), clock.minute = static_cast<int>(rest / 60 % 60);
    clock.second = static_cast<int>(rest % 60);
    return {.clock = clock, .has_hour = serial != std::floor(serial), .from_excel_serial = true};
}

TimeRead from_parts(std::string_view digits) {  // YYYYMMDDhhmm[ss]
    const auto part = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (auto i = at; i < at + count; ++i) value = value * 10 + (digits[i] - '0');
        return value;
    };
    LocalTime clock{part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), digits.size() == 14 ? part(12, 2) : 0};
    return finished(clock, {.has_hour = true});
}

/// Text that is one number: compact dates, Excel serials, milliseconds since 1970, a lone year.
TimeRead read_lone_number(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == text.size() && digits == 8) return read_tokens(TimeTokens{text}, DateOrder::unknown);
    if (digits == text.size() && (digits == 12 || digits == 14)) return from_parts(text);
    const auto number = read_number(text);
    if (number.trouble != NumberTrouble::none) return trouble(TimeTrouble::not_a_time);
    constexpr double first_serial = 32874, last_serial = 73415;  // 1 January 1990 … 31 December 2100
    if (number.value >= first_serial && number.value <= last_serial) return from_excel_serial(number.value);
    if (number.value == 60 || number.value == 0 || number.value == 1) return trouble(TimeTrouble::excel_placeholder);
    if (number.value == 1900 || number.value == 9999) return trouble(TimeTrouble::placeholder);
    if (digits == text.size() && digits == 13) {  // ArcGIS: milliseconds since 1970, UTC
        const auto seconds = static_cast<std::int64_t>(number.value / 1000);
        auto clock = civil_from_days(seconds / 86400);
        clock.hour = static_cast<int>(seconds % 86400 / 3600), clock.minute = static_cast<int>(seconds / 60 % 60);
        clock.second = static_cast<int>(seconds % 60);
        if (clock.year <= 2100) return {.clock = clock, .has_hour = true, .offset_seconds = 0};
    }
    if (digits == text.size() && digits == 6) {
        const int month = static_cast<int>(number.value) / 100 % 100, day = static_cast<int>(number.value) % 100;
        if (is_real({.year = 2000, .month = month, .day = day})) return trouble(TimeTrouble::two_digit_year);
    }
    return trouble(TimeTrouble::not_a_time);
}

int two(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// "2024-01-03", "2024-01-03 21:40", "2024-01-03T21:40:00" and the same with Z; nothing else.
bool read_iso(std::string_view text, TimeRead& read) {
    constexpr std::string_view form = "dddd-dd-dd dd:dd:dd";
    if (text.size() > form.size() && text.back() == 'Z') read.offset_seconds = 0, text.remove_suffix(1);
    if (text.size() != 10 && text.size() != 16 && text.size() != 19) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fits = form[i] == 'd' ? is_digit(text[i]) : text[i] == form[i] || (i == 10 && text[i] == 'T');
        if (!fits) return false;
    }
    LocalTime clock{two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8)};
    if (text.size() >= 16) clock.hour = two(text, 11), clock.minute = two(text, 14);
    if (text.size() == 19) clock.second = two(text, 17);
    read.has_hour = text.size() >= 16;
    read = finished(clock, read);
    return true;
}

bool may_be_number(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; }) &&
           std::count_if(text.begin(), text.end(), [](char c) { return !is_digit(c); }) <= 1;
}

}  // namespace

TimeRead read_time(std::string_view text, DateOrder order) {
    text = trimmed(text);
    if (text.empty()) return trouble(TimeTrouble::empty);
    TimeRead read;
    if (read_iso(text, read)) return read;
    if (text.size() > 64) return trouble(TimeTrouble::not_a_time);
    if (may_be_number(text)) return read_lone_number(text);
    const TimeTokens tokens{text};
    if (tokens.too_many()) return trouble(TimeTrouble::not_a_time);
    return read_tokens(tokens, order);
}

DateOrder date_order_of(std::size_t count, const std::function<std::string_view(std::size_t)>& cell) {
    bool day_first = false, month_first = false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto text = trimmed(cell(i));
        const auto slash = text.find_first_of("/-");
        if (slash == 0 || slash > 2) continue;  // most columns leave here: the year stands first
        const TimeTokens tokens{text.substr(0, 24)};
        const char sign = text[slash];
        if (!tokens.is_number(0) || !tokens.is_sign(1, sign) || !tokens.is_number(2) || !tokens.is_sign(3, sign))
            continue;
        if (!tokens.is_number(4) || tokens.at(4).digits != 4) continue;
        const int first = tokens.at(0).value, second = tokens.at(2).value;
        day_first = day_first || (first > 12 && first <= 31 && second <= 12);
        month_first = month_first || (second > 12 && second <= 31 && first <= 12);
    }
    if (day_first == month_first) return DateOrder::unknown;
    return day_first ? DateOrder::day_first : DateOrder::month_first;
}

DateOrder date_order_of(std::span<const std::string_view> cells) {
    return date_order_of(cells.size(), [cells](std::size_t i) { return cells[i]; });
}

}  // namespace lykta::sources
