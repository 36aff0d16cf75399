// Reading the clock part of a written time: 21:40, 21.40, 2140, 9:40 PM, with seconds, fractions and offset. Inner part
// of read_time.
#pragma once
#include <optional>

#include "core/time.hpp"
#include "sources/text.hpp"
#include "sources/time_tokens.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

/// Reads a clock and an offset from the token `i`; false where something else stands there.
class ClockReader {
public:
    ClockReader(const TimeTokens& tokens, std::size_t i) : m_tokens(tokens), m_i(i) {}

    bool read(LocalTime& clock, TimeRead& read) {
        skip_blanks();
        if (m_tokens.is_end(m_i)) return true;
        if (!read_clock(clock)) return false;
        read.has_hour = true;
        return read_half(clock) && read_offset(read) && m_tokens.is_end(m_i);
    }
    /// The clock alone, for texts that begin with it; gives the next token.
    std::optional<std::size_t> read_leading(LocalTime& clock) {
        if (!read_clock(clock) || !read_half(clock)) return {};
        skip_blanks();
        return m_i;
    }

private:
    void skip_blanks() {
        while (m_tokens.is_sign(m_i, ' ') || m_tokens.is_sign(m_i, ',')) ++m_i;
        const auto& token = m_tokens.at(m_i);
        if (token.kind == TimeToken::Kind::word && (token.text == "T" || token.text == "t")) ++m_i;
    }
    bool two_digits(std::size_t i) const { return m_tokens.is_number(i) && m_tokens.at(i).digits == 2; }

    bool read_clock(LocalTime& clock) {
        const auto& first = m_tokens.at(m_i);
        if (first.kind != TimeToken::Kind::number) return false;
        if (first.digits == 4 || first.digits == 6) {  // 2140, 214000
            const int hhmm = first.digits == 4 ? first.value : first.value / 100;
            clock.hour = hhmm / 100, clock.minute = hhmm % 100;
            clock.second = first.digits == 6 ? first.value % 100 : 0;
            ++m_i;
            return true;
        }
        if (first.digits > 2) return false;
        clock.hour = first.value;
        ++m_i;
        const bool colon = m_tokens.is_sign(m_i, ':') || m_tokens.is_sign(m_i, '.');
        if (!colon) return names_half(m_i);  // "9 PM" is a clock, a bare number is not
        const char sign = m_tokens.at(m_i).sign;
        if (!two_digits(m_i + 1)) return false;
        clock.minute = m_tokens.at(m_i + 1).value;
        m_i += 2;
        if (m_tokens.is_sign(m_i, sign) && two_digits(m_i + 1)) {
            clock.second = m_tokens.at(m_i + 1).value;
            m_i += 2;
            const bool fraction = m_tokens.is_sign(m_i, '.') || m_tokens.is_sign(m_i, ',');
            if (fraction && m_tokens.is_number(m_i + 1)) m_i += 2;
        }
        return true;
    }
    bool names_half(std::size_t i) const {
        if (m_tokens.is_sign(i, ' ')) ++i;
        if (!m_tokens.is_word(i)) return false;
        const auto word = lower(m_tokens.at(i).text);
        return word == "am" || word == "pm" || word == "a" || word == "p";
    }
    bool read_half(LocalTime& clock) {
        if (!names_half(m_i)) return true;
        if (m_tokens.is_sign(m_i, ' ')) ++m_i;
        const bool afternoon = lower(m_tokens.at(m_i).text).front() == 'p';
        ++m_i;
        while (m_tokens.is_sign(m_i, '.') || (m_tokens.is_word(m_i) && lower(m_tokens.at(m_i).text) == "m")) ++m_i;
        if (clock.hour < 1 || clock.hour > 12)
            clock.hour = 99;  // "21:40 PM" has no such hour
        else
            clock.hour = clock.hour % 12 + (afternoon ? 12 : 0);
        return true;
    }
    bool read_offset(TimeRead& read) {
        if (m_tokens.is_sign(m_i, ' ')) ++m_i;
        if (m_tokens.is_end(m_i)) return true;
        if (m_tokens.is_word(m_i)) {
            const auto zone = lower(m_tokens.at(m_i).text);
            if (zone != "z" && zone != "utc" && zone != "gmt") return false;
            read.offset_seconds = 0;
            ++m_i;
            if (m_tokens.is_end(m_i)) return true;
        }
        const bool plus = m_tokens.is_sign(m_i, '+'), minus = m_tokens.is_sign(m_i, '-');
        const auto& hours = m_tokens.at(m_i + 1);
        if ((!plus && !minus) || hours.kind != TimeToken::Kind::number) return false;
        int minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60;
        if (hours.digits != 1 && hours.digits != 2 && hours.digits != 4) return false;
        m_i += 2;
        if (m_tokens.is_sign(m_i, ':') && two_digits(m_i + 1)) minutes += m_tokens.at(m_i + 1).value, m_i += 2;
        if (minutes > 15 * 60) return false;
        read.offset_seconds = minutes * (minus ? -60 : 60);
        return true;
    }

    const TimeTokens& m_tokens;
    std::size_t m_i;
};

}  // namespace lykta::sources
