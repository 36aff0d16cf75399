// Text to number. Plain digits with one decimal sign, nearly every cell of a file, take the short way.
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "sources/text.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

namespace {

constexpr std::array<double, 19> powers_of_ten{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                               1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

/// "-6473033,10": sign, digits, one decimal sign, digits. Exact: at most 15 digits fit a double, and dividing by a
/// power of ten that a double holds rounds once.
bool read_plain(std::string_view text, double& value) {
    std::size_t i = text[0] == '-' ? 1 : 0;
    std::uint64_t mantissa = 0;
    std::size_t decimals = 0;
    const std::size_t digits_begin = i;
    if (text.size() - i > 16) return false;
    for (; i < text.size() && is_digit(text[i]); ++i) mantissa = mantissa * 10 + static_cast<unsigned>(text[i] - '0');
    if (i == digits_begin) return false;
    if (i < text.size() && (text[i] == ',' || text[i] == '.')) {
        const auto first = ++i;
        for (; i < text.size() && is_digit(text[i]); ++i)
            mantissa = mantissa * 10 + static_cast<unsigned>(text[i] - '0');
        decimals = i - first;
        if (decimals == 0) return false;
    }
    if (i != text.size() || mantissa > (std::uint64_t{1} << 53U)) return false;
    value = static_cast<double>(mantissa) / powers_of_ten[decimals];
    if (text[0] == '-') value = -value;
    return true;
}

/// Units written after a number. "W" is both watt and west: it is reported as a direction, the value kept.
bool is_unit(std::string_view unit) {
    constexpr std::array<std::string_view, 31> units{
        "m",      "meter", "metre", "metres", "meters", "cm", "mm", "lm", "lumen",  "lux", "lx",
        "w",      "watt",  "kr",    "sek",    "st",     "%",  "°",  "º",  "grader", "deg", "k",
        "kelvin", "m²",    "m2",    "ha",     "år",     "v",  "kw", "h",  "kg"};
    const auto text = lower(unit);
    for (const auto known : units)
        if (text == known) return true;
    return false;
}

/// Capital letters only: a small e belongs to an exponent.
char direction_letter(char c) {
    return c == 'N' || c == 'E' || c == 'S' || c == 'W' ? c : '\0';
}

/// Takes letters and signs before and after the number off; false where they are no unit.
bool strip_units(std::string_view& text, NumberRead& read) {
    if (text.front() == '\'' && text.size() > 1) text.remove_prefix(1), read.had_unit = true;
    // N6473033, E 536823, X=…, Y: …
    if (const char letter = text.front(); is_ascii_letter(letter)) {
        const char lowered = static_cast<char>(letter | 0x20);
        const bool axis = direction_letter(letter) != 0 || lowered == 'x' || lowered == 'y';
        if (!axis) return false;
        read.direction = direction_letter(letter);
        text.remove_prefix(1);
        text = trimmed(text);
        if (!text.empty() && (text.front() == '=' || text.front() == ':')) text = trimmed(text.substr(1));
        if (text.empty() || (!is_digit(text.front()) && text.front() != '-')) return false;
        read.had_unit = true;
    }
    auto end = text.size();
    while (end > 0 && !is_digit(text[end - 1])) --end;
    if (end == 0) return false;
    const auto unit = trimmed(text.substr(end));
    if (unit.empty()) return true;
    text = text.substr(0, end);
    read.had_unit = true;
    if (unit.size() == 1 && direction_letter(unit[0]) != 0) {
        read.direction = direction_letter(unit[0]);
        return true;
    }
    if (unit == "," || unit == "." || unit == ",-" || unit == ":-") return unit.size() == 2;
    return is_unit(unit);
}

/// A blank or apostrophe between groups of thousands at `at`: its length, 0 where none.
std::size_t group_mark_at(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> marks{" ",           "'", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF",
                                                    "\xE2\x80\x99"};
    for (const auto mark : marks)
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

/// Takes blanks and apostrophes between groups of three out. False where the groups are not thousands.
bool join_groups(std::string_view text, std::string& joined, bool& had_groups) {
    std::size_t group = 0;
    bool in_groups = false;
    for (std::size_t i = 0; i < text.size();) {
        if (is_digit(text[i])) {
            joined += text[i++];
            ++group;
            continue;
        }
        const auto mark = group_mark_at(text, i);
        if (mark == 0) {
            if (in_groups && group != 3) return false;
            joined += text.substr(i);
            return true;
        }
        if (group == 0 || group > 3 || (in_groups && group != 3)) return false;
        in_groups = had_groups = true;
        group = 0;
        i += mark;
    }
    return !in_groups || group == 3;
}

/// Are the digits between `sign`s groups of thousands, e.g. "6.475.213"?
bool are_thousands(std::string_view text, char sign) {
    std::size_t begin = 0;
    for (bool first = true;; first = false) {
        const auto at = text.find(sign, begin);
        const auto length = (at == text.npos ? text.size() : at) - begin;
        if (first ? length == 0 || length > 3 : length != 3) return false;
        if (at == text.npos) return true;
        begin = at + 1;
    }
}

void erase_sign(std::string& text, char sign) {
    std::erase(text, sign);
}

/// Makes the decimal sign a point and takes points or commas between thousands out. \pre no exponent in `text`
bool settle_signs(std::string& text, bool& had_thousands) {
    const auto comma = text.find(','), point = text.find('.');
    if (comma == text.npos && point == text.npos) return true;
    const bool both = comma != text.npos && point != text.npos;
    const char decimal = both ? (text.rfind(',') > text.rfind('.') ? ',' : '.') : comma != text.npos ? ',' : '.';
    const char other = decimal == ',' ? '.' : ',';
    const auto decimal_at = text.find(decimal);
    if (!both && text.find(decimal, decimal_at + 1) != text.npos) {  // "6.475.213"
        if (!are_thousands(text, decimal)) return false;
        erase_sign(text, decimal);
        return had_thousands = true;
    }
    if (text.find(decimal, decimal_at + 1) != text.npos) return false;
    if (both) {
        if (!are_thousands(std::string_view{text}.substr(0, decimal_at), other)) return false;
        erase_sign(text, other);
        had_thousands = true;
    }
    const auto at = text.find(decimal);
    text[at] = '.';
    return at + 1 < text.size() && at > 0;
}

/// How much the last written digit of an exponent form stands for: 6.47E+06 → 10 000.
double resolution_of(std::string_view mantissa, int exponent) {
    const auto point = mantissa.find('.');
    const auto decimals = point == mantissa.npos ? 0 : static_cast<int>(mantissa.size() - point - 1);
    return std::pow(10.0, exponent - decimals);
}

NumberRead not_a_number() {
    return {.trouble = NumberTrouble::not_a_number};
}

/// Splits "6,47E+06" at the E; exponent 0 and has = false where there is none.
struct Exponent {
    bool has = false, valid = true;
    int value = 0;
};
Exponent take_exponent(std::string_view& text) {
    const auto at = text.find_first_of("eE");
    if (at == text.npos) return {};
    auto digits = text.substr(at + 1);
    text = text.substr(0, at);
    if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
    Exponent exponent{.has = true};
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent.value);
    exponent.valid = end == digits.data() + digits.size() && !digits.empty() &&
                     (failed == std::errc{} || failed == std::errc::result_out_of_range);
    if (failed == std::errc::result_out_of_range) exponent.value = digits.front() == '-' ? -9999 : 9999;
    return exponent;
}

double convert(const std::string& digits, int exponent) {
    const auto text = exponent == 0 ? digits : digits + "e" + std::to_string(exponent);
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed == std::errc::result_out_of_range) return exponent < 0 ? 0.0 : std::numeric_limits<double>::max();
    return value;
}

NumberRead read_any(std::string_view text) {
    NumberRead read;
    if (!strip_units(text, read)) return not_a_number();
    bool negative = false;
    constexpr std::string_view minus_sign = "\xE2\x88\x92";
    if (text.starts_with(minus_sign))
        negative = true, text.remove_prefix(minus_sign.size());
    else if (text.front() == '-' || text.front() == '+')
        negative = text.front() == '-', text.remove_prefix(1);
    text = trimmed(text);
    const auto exponent = take_exponent(text);
    if (!exponent.valid || text.empty() || (!is_digit(text.front()) && text.front() != '.' && text.front() != ','))
        return not_a_number();
    std::string digits;
    if (text.front() == '.' || text.front() == ',') digits = "0";
    if (!join_groups(text, digits, read.had_thousands)) return not_a_number();
    if (digits.find_first_not_of("0123456789.,") != digits.npos) return not_a_number();
    if (!settle_signs(digits, read.had_thousands)) return not_a_number();
    read.value = convert(digits, exponent.value) * (negative ? -1.0 : 1.0);
    if (exponent.has) read.resolution = resolution_of(digits, exponent.value);
    const bool on_earth = std::abs(read.value) < 1e9;
    if (read.resolution > 1.0 && on_earth && read.value != 0) read.trouble = NumberTrouble::rounded;
    return read;
}

}  // namespace

NumberRead read_number(std::string_view text) {
    NumberRead read;
    if (!text.empty() && read_plain(text, read.value)) return read;
    text = trimmed(text);
    if (text.empty()) return {.trouble = NumberTrouble::empty};
    if (read_plain(text, read.value)) return read;
    if (text.size() > 64) return not_a_number();
    return read_any(text);
}

}  // namespace lykta::sources
