// Degrees, minutes and seconds as people and phones write them.
#include <array>
#include <cmath>
#include <string>

#include "sources/text.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

namespace {

struct Sign {
    std::string_view text;
    char plain;
};
/// Signs for degree, minute and second, longest first so that '' is seconds and not two minutes.
constexpr std::array<Sign, 20> signs{{{"\xE2\x80\x99\xE2\x80\x99", 's'},
                                      {"\xC2\xB0", 'd'},
                                      {"\xC2\xBA", 'd'},
                                      {"\xCB\x9A", 'd'},
                                      {"\xE2\x80\xB2", 'm'},
                                      {"\xE2\x80\x99", 'm'},
                                      {"\xE2\x80\x98", 'm'},
                                      {"\xC2\xB4", 'm'},
                                      {"\xE2\x80\xB3", 's'},
                                      {"\xE2\x80\x9D", 's'},
                                      {"\xE2\x80\x9C", 's'},
                                      {"\xC2\xA0", ' '},
                                      {"''", 's'},
                                      {"\"", 's'},
                                      {"'", 'm'},
                                      {"`", 'm'},
                                      {"\xE2\x80\xAF", ' '},
                                      {"\xE2\x80\x89", ' '},
                                      {"\t", ' '},
                                      {"\xE2\x88\x92", '-'}}};

/// The text with its signs made d, m and s, blanks dropped after signs, letters in upper case.
std::string with_plain_signs(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        bool found = false;
        for (const auto& sign : signs) {
            if (!text.substr(i).starts_with(sign.text)) continue;
            plain += sign.plain;
            i += sign.text.size();
            found = true;
            break;
        }
        if (found) continue;
        const char c = text[i++];
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return plain;
}

void skip_blanks(std::string_view& text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

/// Takes a number with at most one decimal sign off the front.
std::optional<double> take_number(std::string_view& text) {
    skip_blanks(text);
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
    if (end == 0 || end > 20) return {};
    const auto read = read_number(text.substr(0, end));
    if (read.trouble != NumberTrouble::none || read.had_unit || read.had_thousands) return {};
    text.remove_prefix(end);
    return read.value;
}

/// Takes an N, E, S, W (Ö and V for öst and väst are left to people) off either end.
char take_direction(std::string_view& text) {
    constexpr std::string_view directions = "NESW";
    text = trimmed(text);
    if (text.empty()) return 0;
    char direction = 0;
    if (directions.find(text.front()) != directions.npos) {
        direction = text.front();
        text.remove_prefix(1);
    } else if (directions.find(text.back()) != directions.npos) {
        direction = text.back();
        text.remove_suffix(1);
    }
    text = trimmed(text);
    return direction;
}

/// One part with its sign; false where the sign is another.
bool take_part(std::string_view& text, char sign, bool sign_required, std::optional<double>& part) {
    auto rest = text;
    part = take_number(rest);
    if (!part) return true;
    skip_blanks(rest);
    const bool has_sign = !rest.empty() && rest.front() == sign;
    if (has_sign)
        rest.remove_prefix(1);
    else if (sign_required)
        return false;
    text = rest;
    return true;
}

}  // namespace

std::optional<double> read_degrees_minutes_seconds(std::string_view text) {
    const auto plain = with_plain_signs(trimmed(text.substr(0, 64)));
    std::string_view rest = plain;
    const char direction = take_direction(rest);
    const bool minus = !rest.empty() && rest.front() == '-';
    if (minus) rest.remove_prefix(1);
    const bool signed_form = rest.find('d') != rest.npos;
    if (!signed_form && (direction == 0 || rest.find(' ') == rest.npos)) return {};
    std::optional<double> degrees, minutes, seconds;
    if (!take_part(rest, 'd', signed_form, degrees) || !degrees) return {};
    if (!take_part(rest, 'm', false, minutes) || !take_part(rest, 's', false, seconds)) return {};
    skip_blanks(rest);
    if (!rest.empty()) return {};
    const bool whole_before =
        (!minutes || *degrees == std::floor(*degrees)) && (!seconds || *minutes == std::floor(*minutes));
    if (!whole_before || *degrees > 180 || minutes.value_or(0) >= 60 || seconds.value_or(0) >= 60) return {};
    const double value = *degrees + minutes.value_or(0) / 60 + seconds.value_or(0) / 3600;
    return minus || direction == 'S' || direction == 'W' ? -value : value;
}

}  // namespace lykta::sources
