// Dimming and switch-off texts.
#include "layers/light_schedule.hpp"

#include <algorithm>
#include <array>

#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr int minutes_per_day = 24 * 60;

constexpr std::array off_words{"slackt",        "slackta",    "slackning", "slacks", "slackas",
                               "nattslackning", "nattslackt", "av",        "off",    "switched"};
constexpr std::array no_words{"nej", "ingen", "inga", "no", "none", "never", "helnatt", "allnight", "full", "fullt"};
constexpr std::array filler{"kl",      "klockan", "h",       "tim",    "till",        "to",     "until",  "mellan",
                            "between", "from",    "fran",    "och",    "and",         "dim",    "dimmas", "dimmat",
                            "dimmad",  "dimning", "dimming", "dimmed", "nattdimning", "natt",   "night",  "niva",
                            "level",   "ljus",    "effekt",  "at",     "vid",         "procent"};

template <class List>
bool has_word(const List& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Dashes and hard blanks as their plain signs.
std::string plain_signs(std::string_view text) {
    std::string out = lowered(text);
    for (const std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x80\x90"}) {
        for (auto at = out.find(dash); at != std::string::npos; at = out.find(dash)) out.replace(at, dash.size(), "-");
    }
    for (auto at = out.find("\xC2\xA0"); at != std::string::npos; at = out.find("\xC2\xA0")) out.replace(at, 2, " ");
    return out;
}

class ScheduleReader {
public:
    explicit ScheduleReader(std::string_view text) : m_text(plain_signs(text)) {}

    /// False where something is not understood.
    bool read() {
        while (skip_signs()) {
            const bool understood = is_digit() ? read_figure() : read_word();
            if (!understood) return false;
        }
        return true;
    }
    std::vector<double> levels;
    std::vector<LightSchedule::Span> spans;
    bool says_none = false;

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    [[nodiscard]] bool is_digit() const { return here() >= '0' && here() <= '9'; }
    void skip_blanks() {
        while (here() == ' ') ++m_at;
    }
    bool skip_signs() {
        while (m_at < m_text.size() && std::string_view(" ,;/+&():.").find(here()) != std::string_view::npos) ++m_at;
        return m_at < m_text.size();
    }
    int digits(int& count) {
        int value = 0;
        for (count = 0; is_digit() && count < 5; ++count, ++m_at) value = 10 * value + (here() - '0');
        return value;
    }

    bool read_word() {
        std::size_t end = m_at;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
        while (end < m_text.size() && is_letter(m_text[end])) ++end;
        if (end == m_at) return false;
        const auto word = plain_word(std::string_view(m_text).substr(m_at, end - m_at));
        m_at = end;
        if (has_word(off_words, word)) levels.push_back(0.0);
        if (has_word(no_words, word)) says_none = true;
        if (word == "med" || word == "by") m_taken_away = true;
        if (word == "mellan" || word == "between") m_between = true;
        return has_word(off_words, word) || has_word(no_words, word) || has_word(filler, word) || m_taken_away;
    }

    /// A percentage, or the clock that begins a span.
    bool read_figure() {
        const std::size_t start = m_at;
        int count = 0;
        const int value = digits(count);
        skip_blanks();
        if (here() == '%' || m_text.compare(m_at, 7, "procent") == 0) {
            m_at += here() == '%' ? 1 : 7;
            if (value > 100) return false;
            levels.push_back(m_taken_away ? 1.0 - value / 100.0 : value / 100.0);
            m_taken_away = false;
            return true;
        }
        m_at = start;
        const int from = read_clock();
        if (from < 0 || !skip_to()) return false;
        const int to = read_clock();
        if (to < 0 || from % minutes_per_day == to % minutes_per_day) return false;
        spans.push_back({from % minutes_per_day, to % minutes_per_day, 0.0});
        return true;
    }

    /// "-", "till" or "to" between two clocks; "och" after "mellan".
    bool skip_to() {
        skip_blanks();
        constexpr std::array<std::string_view, 5> words{"-", "till", "to", "och", "and"};
        const std::size_t usable = m_between ? words.size() : 3;  // "22 och 23" alone is no span
        for (std::size_t i = 0; i < usable; ++i) {
            const auto word = words[i];
            if (m_text.compare(m_at, word.size(), word) != 0) continue;
            m_at += word.size();
            skip_blanks();
            if (m_text.compare(m_at, 3, "kl ") == 0) m_at += 3;
            return true;
        }
        return false;
    }

    /// "23", "23:00", "23.00", "2300": minutes of the day; -1 where it is none.
    int read_clock() {
        if (!is_digit()) return -1;
        int count = 0;
        int hour = digits(count), minute = 0;
        if (count == 4) {
            minute = hour % 100;
            hour /= 100;
        } else if (count > 2) {
            return -1;
        } else if ((here() == ':' || here() == '.') && m_at + 1 < m_text.size()) {
            ++m_at;
            minute = digits(count);
            if (count != 2) return -1;
        }
        const bool clock = hour <= 24 && minute < 60 && (hour < 24 || minute == 0);
        return clock ? hour * 60 + minute : -1;
    }

    std::string m_text;
    std::size_t m_at = 0;
    bool m_taken_away = false, m_between = false;
};

}  // namespace

double LightSchedule::share_at(int minute) const {
    double share = 1.0;
    for (const Span& span : spans) {
        const bool over_midnight = span.from_minute > span.to_minute;
        const bool after = minute >= span.from_minute, before = minute < span.to_minute;
        if (over_midnight ? after || before : after && before) share = std::min(share, span.share);
    }
    return share;
}

std::optional<LightSchedule> read_schedule(std::string_view text, std::optional<double> level) {
    LightSchedule made{.text = std::string(trimmed(text)), .spans = {}};
    if (made.text == "-" || made.text == "0") return made;
    ScheduleReader reader(text);
    if (!reader.read()) return {};
    if (reader.spans.empty()) {
        const bool full = reader.says_none || (reader.levels.size() == 1 && reader.levels[0] == 1.0);
        return full ? std::optional(made) : std::nullopt;
    }
    auto& levels = reader.levels;
    if (levels.empty() && level) levels.push_back(*level);
    if (levels.size() != 1 && levels.size() != reader.spans.size()) return {};
    for (std::size_t i = 0; i < reader.spans.size(); ++i) {
        reader.spans[i].share = levels.size() == 1 ? levels[0] : levels[i];
    }
    made.spans = std::move(reader.spans);
    return made;
}

}  // namespace lykta::layers
