// Cutting a written time into numbers, words and signs. Inner part of read_time.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace lykta::sources {

struct TimeToken {
    enum class Kind { end, number, word, sign } kind = Kind::end;
    int value = 0;           ///< of a number; the month of a month's name, 0 of other words
    std::size_t digits = 0;  ///< of a number
    char sign = 0;           ///< - / . : , + and ' ' for blanks
    std::string_view text;
};

/// At most 24 tokens; longer texts are no times.
class TimeTokens {
public:
    explicit TimeTokens(std::string_view text);
    [[nodiscard]] bool too_many() const { return m_too_many; }
    [[nodiscard]] const TimeToken& at(std::size_t i) const { return m_tokens[i < m_count ? i : m_count]; }
    [[nodiscard]] std::size_t size() const { return m_count; }
    [[nodiscard]] bool is_number(std::size_t i) const { return at(i).kind == TimeToken::Kind::number; }
    [[nodiscard]] bool is_sign(std::size_t i, char sign) const {
        return at(i).kind == TimeToken::Kind::sign && at(i).sign == sign;
    }
    [[nodiscard]] bool is_word(std::size_t i) const { return at(i).kind == TimeToken::Kind::word; }
    [[nodiscard]] bool is_end(std::size_t i) const { return i >= m_count; }

private:
    void take_number(std::string_view& text);
    void take_word(std::string_view& text);
    void add(const TimeToken& token);
    std::array<TimeToken, 25> m_tokens;
    std::size_t m_count = 0;
    bool m_too_many = false;
};

/// 1…12 for Swedish and English month names and their usual abbreviations, 0 for other words.
[[nodiscard]] int month_named(std::string_view word);
/// Weekdays, "den", "kl", "klockan", "the", "at": words a time may hold without saying anything new.
[[nodiscard]] bool is_filler(std::string_view word);

}  // namespace lykta::sources
