// Escaping, masking and number forms shared by the writers.
#include "outputs/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Check digit of the ten last digits (Luhn), as the Swedish Tax Agency's numbers carry it.
bool check_digit_holds(std::string_view ten) {
    int sum = 0;
    for (std::size_t i = 0; i < ten.size(); ++i) {
        const int digit = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

/// Month 1–12 and day 1–31, or 61–91 for a co-ordination number.
bool date_is_possible(std::string_view six) {
    const int month = (six[2] - '0') * 10 + six[3] - '0';
    const int day = (six[4] - '0') * 10 + six[5] - '0';
    const int real_day = day > 60 ? day - 60 : day;
    return month >= 1 && month <= 12 && real_day >= 1 && real_day <= 31;
}

/// Length of a personal number starting at `at` with `date_digits` digits before its sign, or 0.
std::size_t personal_number_at(std::string_view text, std::size_t at, std::size_t date_digits) {
    std::string digits;
    std::size_t i = at;
    const auto take = [&](std::size_t count) {
        for (; count > 0 && i < text.size() && is_digit(text[i]); --count) digits += text[i++];
        return count == 0;
    };
    if (!take(date_digits)) return 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+' || text[i] == ' ')) ++i;
    if (!take(4) || (i < text.size() && is_digit(text[i]))) return 0;
    const std::string_view ten = std::string_view(digits).substr(digits.size() - 10);
    return date_is_possible(ten) && check_digit_holds(ten) ? i - at : 0;
}

/// Bytes of the UTF-8 sequence at `at`, or 0 where it is none (overlong, surrogate, cut).
std::size_t utf8_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t count = first >= 0xC2 && first <= 0xDF   ? 2
                              : first >= 0xE0 && first <= 0xEF ? 3
                              : first >= 0xF0 && first <= 0xF4 ? 4
                                                               : 0;
    for (std::size_t i = 1; i < count; ++i)
        if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
    const unsigned second = byte(at + 1);
    const bool wrong = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                       (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return wrong ? 0 : count;
}

bool looks_like_number(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    bool digits = false, mark = false;
    for (const char c : text) {
        if (is_digit(c))
            digits = true;
        else if ((c == '.' || c == ',') && !mark)
            mark = true;
        else
            return false;
    }
    return digits;
}

double number_of(const std::string& text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value + 0.0;  // no negative zero
}

}  // namespace

std::string mask_personal_numbers(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const bool starts = is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
        std::size_t size = starts ? personal_number_at(text, i, 8) : 0;
        const std::size_t date_digits = size > 0 ? 8 : 6;
        if (starts && size == 0) size = personal_number_at(text, i, 6);
        if (size > 0) {
            out.append(text.substr(i, date_digits)).append("-****");
            i += size;
        } else {
            out += text[i++];
        }
    }
    return out;
}

std::string clean_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t size = utf8_length(text, i);
        const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
        if (size == 0 || control)
            out += "\xEF\xBF\xBD";
        else
            out.append(text.substr(i, size));
        i += size == 0 ? 1 : size;
    }
    return out;
}

std::string csv_cell(std::string_view text) {
    std::string cell = mask_personal_numbers(clean_utf8(text));
    if (cell.empty() || looks_like_number(cell)) return cell;
    if (std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos) cell.insert(0, 1, '\'');
    return cell;
}

std::string csv_field(std::string_view text, char delimiter) {
    const std::string cell = csv_cell(text);
    if (cell.find_first_of(std::string{delimiter, '"', '\n', '\r'}) == std::string::npos) return cell;
    return '"' + replaced(cell, "\"", "\"\"") + '"';
}

std::string csv_number(std::optional<double> value, int decimals, Language language) {
    const auto number = finite(value);
    if (!number) return "";
    std::string text = fmt::format("{:.{}f}", *number + 0.0, decimals);
    return language == Language::swedish ? replaced(text, ".", ",") : text;
}

std::string html_text(std::string_view text) {
    std::string out;
    const std::string clean = mask_personal_numbers(clean_utf8(text));
    for (const char c : clean) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string inline_json(std::string json) {
    return replaced(std::move(json), "<", "\\u003c");
}

std::optional<double> finite(std::optional<double> value) {
    return value && std::isfinite(*value) ? value : std::nullopt;
}

double with_decimals(double value, int decimals) {
    return number_of(fmt::format("{:.{}f}", value, decimals));
}
double with_digits(double value, int significant) {
    return number_of(fmt::format("{:.{}g}", value, significant));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace lykta::outputs
