// Finding personal data by form. Personal numbers: Skatteverket's form YYMMDD-NNNN or YYYYMMDDNNNN, coordination
// numbers have 60 added to the day; the last digit is Luhn's over the ten.
#include "sources/personal_data.hpp"

#include <algorithm>
#include <array>

#include "core/time.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

int digit(char c) {
    return c - '0';
}

int number_at(std::string_view digits, std::size_t at, std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + digit(digits[at + i]);
    return value;
}

bool luhn_holds(std::string_view ten) {
    int sum = 0;
    for (std::size_t i = 0; i < ten.size(); ++i) {
        const int doubled = digit(ten[i]) * (i % 2 == 0 ? 2 : 1);
        sum += doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
}

bool is_birth_date(int year, int month, int day) {
    if (day > 60) day -= 60;  // coordination number
    return is_real({.year = year, .month = month, .day = day});
}

/// Ten or twelve digits without separator.
PersonalShape shape_of_digits(std::string_view digits) {
    if (digits.size() == 12) {
        const int century = number_at(digits, 0, 2);
        if (century < 18 || century > 20) return PersonalShape::none;
        if (!is_birth_date(number_at(digits, 0, 4), number_at(digits, 4, 2), number_at(digits, 6, 2)))
            return PersonalShape::none;
        digits.remove_prefix(2);
    } else {
        // 29 February needs a leap year in one of the centuries a two-digit year can mean.
        const int year = number_at(digits, 0, 2), month = number_at(digits, 2, 2), day = number_at(digits, 4, 2);
        if (!is_birth_date(1900 + year, month, day) && !is_birth_date(2000 + year, month, day))
            return PersonalShape::none;
    }
    return luhn_holds(digits) ? PersonalShape::right_check_digit : PersonalShape::wrong_check_digit;
}

/// A candidate: where it ends and what its digits say.
struct Candidate {
    std::size_t end = 0;
    PersonalShape shape = PersonalShape::none;
};

std::size_t digit_run_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

/// Does the number go on to the right (decimals, more digits, a letter)?
bool ends_cleanly(std::string_view text, std::size_t end) {
    if (end >= text.size()) return true;
    if (is_digit(text[end]) || is_ascii_letter(text[end]) || text[end] == '_') return false;
    const bool decimal = (text[end] == '.' || text[end] == ',') && end + 1 < text.size() && is_digit(text[end + 1]);
    return !decimal;
}

bool starts_cleanly(std::string_view text, std::size_t begin) {
    if (begin == 0) return true;
    const char before = text[begin - 1];
    if (is_digit(before) || is_ascii_letter(before) || before == '_') return false;
    const bool decimal = (before == '.' || before == ',') && begin > 1 && is_digit(text[begin - 2]);
    return !decimal && before != '+';
}

/// Length of the separator between date and number: - + or an en dash.
std::size_t separator_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '-' || text[at] == '+') return 1;
    if (text.substr(at).starts_with("\xE2\x80\x93")) return 3;
    if (text.substr(at).starts_with("\xE2\x88\x92")) return 3;
    return 0;
}

/// "19121212 1212": a blank counts only where the last four digits cannot be a clock time.
std::size_t blank_at(std::string_view text, std::size_t at) {
    if (at + 5 > text.size() || text[at] != ' ') return 0;
    const auto last = text.substr(at + 1, 4);
    if (!std::all_of(last.begin(), last.end(), is_digit)) return 0;
    return number_at(last, 0, 2) > 23 || number_at(last, 2, 2) > 59 ? 1 : 0;
}

Candidate personal_at(std::string_view text, std::size_t begin) {
    if (!starts_cleanly(text, begin)) return {};
    const auto end = digit_run_end(text, begin);
    const auto run = end - begin;
    if (run == 10 || run == 12) {
        if (!ends_cleanly(text, end)) return {};
        return {end, shape_of_digits(text.substr(begin, run))};
    }
    if (run != 6 && run != 8) return {};
    auto gap = separator_at(text, end);
    if (gap == 0) gap = blank_at(text, end);
    if (gap == 0 || digit_run_end(text, end + gap) != end + gap + 4 || !ends_cleanly(text, end + gap + 4)) return {};
    std::string digits{text.substr(begin, run)};
    digits += text.substr(end + gap, 4);
    return {end + gap + 4, shape_of_digits(digits)};
}

/// Digits and single blanks or hyphens from `at`; gives the end and how many digits there were.
struct DigitGroups {
    std::size_t end = 0, digits = 0, hyphens = 0;
};
DigitGroups digit_groups(std::string_view text, std::size_t at) {
    DigitGroups groups{.end = at};
    for (auto i = at; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            ++groups.digits;
            groups.end = i + 1;
            continue;
        }
        const bool joins = (text[i] == ' ' || text[i] == '-') && i + 1 < text.size() && is_digit(text[i + 1]) && i > at;
        if (!joins) break;
        if (text[i] == '-') ++groups.hyphens;
    }
    return groups;
}

/// 013-20 60 00, 08-123 456 78, 070-123 45 67, 0701234567, +46 13 20 60 00.
std::size_t phone_end(std::string_view text, std::size_t begin) {
    const bool abroad = begin > 0 && text[begin - 1] == '+';
    if (!abroad && !starts_cleanly(text, begin)) return 0;
    if (!abroad && begin > 0 && (text[begin - 1] == '-' || text[begin - 1] == '{')) return 0;  // part of a longer code
    const auto groups = digit_groups(text, begin);
    if (!ends_cleanly(text, groups.end) || (groups.end < text.size() && text[groups.end] == '-')) return 0;
    if (abroad) return groups.digits >= 9 && groups.digits <= 14 ? groups.end : 0;
    if (text[begin] != '0' || groups.digits < 8 || groups.digits > 11) return 0;
    const auto area = digit_run_end(text, begin) - begin;
    const bool with_hyphen = area >= 2 && area <= 4 && groups.hyphens == 1 && text[begin + area] == '-';
    const bool mobile = area >= 3 && text[begin + 1] == '7' && groups.digits == 10 && groups.hyphens == 0 &&
                        std::string_view{"02369"}.find(text[begin + 2]) != std::string_view::npos;
    return with_hyphen || mobile ? groups.end : 0;
}

bool is_mail_char(char c) {
    return is_digit(c) || is_ascii_letter(c) || c == '.' || c == '-' || c == '_' || c == '+' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::optional<PersonalMatch> mail_at(std::string_view text, std::size_t at) {
    auto begin = at, end = at + 1;
    while (begin > 0 && is_mail_char(text[begin - 1])) --begin;
    while (end < text.size() && is_mail_char(text[end])) ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    const auto domain = text.substr(at + 1, end - at - 1);
    const auto dot = domain.rfind('.');
    if (begin == at || dot == domain.npos || dot == 0 || domain.size() - dot < 3) return {};
    return PersonalMatch{PersonalKind::mail_address, begin, end - begin};
}

/// First position at or after `at` that starts a run of six digits; looks at every sixth byte only.
std::size_t next_long_run(std::string_view text, std::size_t at) {
    for (auto i = at + 5; i < text.size(); i += 6) {
        if (!is_digit(text[i])) continue;
        auto begin = i;
        while (begin > at && is_digit(text[begin - 1])) --begin;
        if (digit_run_end(text, i) - begin >= 6) return begin;
    }
    return text.npos;
}

void find_numbers(std::string_view text, std::vector<PersonalMatch>& found) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_digit(text[i])) {
            ++i;
            continue;
        }
        const auto personal = personal_at(text, i);
        if (personal.shape == PersonalShape::right_check_digit) {
            found.push_back({PersonalKind::personal_number, i, personal.end - i});
            i = personal.end;
        } else if (const auto phone = phone_end(text, i); phone > 0) {
            found.push_back({PersonalKind::phone_number, i, phone - i});
            i = phone;
        } else {
            i = digit_run_end(text, i);
        }
    }
}

/// A telephone number shows as 0 or + and two digits where a word begins; times ("21:40", "-01-03") do not.
bool may_hold_phone(std::string_view text) {
    if (text.size() < 9) return false;
    for (std::size_t i = 0; i + 8 < text.size(); ++i) {
        if (text[i] != '0' && text[i] != '+') continue;
        const char before = i == 0 ? ' ' : text[i - 1];
        if (is_digit(before) || before == '.' || before == ',' || before == '-' || before == ':') continue;
        if (is_digit(text[i + 1]) && is_digit(text[i + 2] == '-' ? text[i + 3] : text[i + 2])) return true;
    }
    return false;
}

bool holds_at_sign(std::string_view text) {
    bool found = false;
    for (const char c : text) found |= c == '@';  // no early end: short cells go through the vector unit at once
    return found;
}

}  // namespace

bool may_hold_personal_data(std::string_view text) {
    if (text.size() < 6) return false;
    if (holds_at_sign(text)) return true;
    if (text.size() >= 10 && next_long_run(text, 0) != text.npos) return true;
    return may_hold_phone(text);
}

std::vector<PersonalMatch> find_personal_data(std::string_view text) {
    std::vector<PersonalMatch> found;
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1))
        if (const auto mail = mail_at(text, at)) found.push_back(*mail);
    find_numbers(text, found);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return found;
}

PersonalShape personal_shape(std::string_view cell) {
    cell = trimmed(cell);
    if (cell.size() < 10 || cell.size() > 15 || !is_digit(cell.front())) return PersonalShape::none;
    const auto candidate = personal_at(cell, 0);
    return candidate.end == cell.size() ? candidate.shape : PersonalShape::none;
}

std::string mask_personal_data(std::string_view text) {
    std::string masked;
    std::size_t from = 0;
    for (const auto& match : find_personal_data(text)) {
        if (match.begin < from) continue;
        masked += text.substr(from, match.begin - from);
        const bool number = match.kind == PersonalKind::personal_number;
        masked += number ? std::string{text.substr(match.begin, match.length - 4)} + "****" : "***";
        from = match.begin + match.length;
    }
    return masked += text.substr(std::min(from, text.size()));
}

}  // namespace lykta::sources
