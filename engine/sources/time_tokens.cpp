// Tokens of written times, and the words among them.
#include "sources/time_tokens.hpp"

#include <algorithm>

#include "sources/text.hpp"

namespace lykta::sources {

namespace {

bool is_word_byte(char c) {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

struct MonthName {
    std::string_view start;  ///< the shortest form that is still this month
    std::array<std::string_view, 2> full;
    int month;
};
constexpr std::array<MonthName, 13> months{{{"jan", {"januari", "january"}, 1},
                                            {"feb", {"februari", "february"}, 2},
                                            {"mar", {"mars", "march"}, 3},
                                            {"apr", {"april", "april"}, 4},
                                            {"maj", {"maj", "maj"}, 5},
                                            {"may", {"may", "may"}, 5},
                                            {"jun", {"juni", "june"}, 6},
                                            {"jul", {"juli", "july"}, 7},
                                            {"aug", {"augusti", "august"}, 8},
                                            {"sep", {"september", "september"}, 9},
                                            {"okt", {"oktober", "oktober"}, 10},
                                            {"oct", {"october", "october"}, 10},
                                            {"nov", {"november", "november"}, 11}}};

}  // namespace

int month_named(std::string_view word) {
    const auto text = lower(word);
    if (text.size() < 3) return 0;
    const std::string_view view = text;
    if (std::string_view{"december"}.starts_with(view)) return 12;
    for (const auto& month : months) {
        if (!view.starts_with(month.start)) continue;
        for (const auto full : month.full)
            if (full.starts_with(view)) return month.month;
        if (view == "sept") return 9;
    }
    return 0;
}

bool is_filler(std::string_view word) {
    constexpr std::array<std::string_view, 42> fillers{
        "den",  "kl",       "klockan", "the",      "at",     "on",     "of",      "d",      "mån",
        "månd", "måndag",   "tis",     "tisd",     "tisdag", "ons",    "onsd",    "onsdag", "tor",
        "tors", "torsd",    "torsdag", "fre",      "fred",   "fredag", "lör",     "lörd",   "lördag",
        "sön",  "sönd",     "söndag",  "mon",      "monday", "tue",    "tuesday", "wed",    "wednesday",
        "thu",  "thursday", "friday",  "saturday", "sunday", "h"};
    const auto text = lower(word);
    if (text == "fri" || text == "sat" || text == "sun" || text == "ca") return text != "ca";
    return std::find(fillers.begin(), fillers.end(), std::string_view{text}) != fillers.end();
}

void TimeTokens::add(const TimeToken& token) {
    const bool separates = token.kind == TimeToken::Kind::sign && (token.sign == ',' || token.sign == ' ');
    if (m_count == 0 && separates) return;  // left over from a weekday
    if (m_count + 1 >= m_tokens.size())
        m_too_many = true;
    else
        m_tokens[m_count++] = token;
}

void TimeTokens::take_number(std::string_view& text) {
    TimeToken token{.kind = TimeToken::Kind::number};
    while (token.digits < text.size() && is_digit(text[token.digits])) {
        if (token.digits < 9) token.value = token.value * 10 + (text[token.digits] - '0');
        ++token.digits;
    }
    token.text = text.substr(0, token.digits);
    text.remove_prefix(token.digits);
    add(token);
}

void TimeTokens::take_word(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && is_word_byte(text[length])) ++length;
    TimeToken token{.kind = TimeToken::Kind::word, .text = text.substr(0, length)};
    token.value = month_named(token.text);
    text.remove_prefix(length);
    if (!is_filler(token.text)) add(token);
    // The stop of an abbreviation ("kl.", "jan.") belongs to the word.
    if (!text.empty() && text.front() == '.' && text.size() > 1 && !is_digit(text[1]))
        text.remove_prefix(1);
    else if (is_filler(token.text) && !text.empty() && text.front() == '.')
        text.remove_prefix(1);
}

TimeTokens::TimeTokens(std::string_view text) {
    while (!text.empty() && !m_too_many) {
        if (is_digit(text.front())) {
            take_number(text);
        } else if (text.front() == ' ' || text.starts_with("\xC2\xA0")) {
            text.remove_prefix(text.front() == ' ' ? 1 : 2);
            const bool needed = m_count > 0 && !is_sign(m_count - 1, ' ');
            if (needed) add({.kind = TimeToken::Kind::sign, .sign = ' '});
        } else if (is_word_byte(text.front())) {
            take_word(text);
        } else {
            add({.kind = TimeToken::Kind::sign, .sign = text.front()});
            text.remove_prefix(1);
        }
    }
    while (m_count > 0 && is_sign(m_count - 1, ' ')) --m_count;
    m_tokens[m_count] = {};
}

}  // namespace lykta::sources
