// Lines of text to steps of a script.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <sstream>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
#include "core/time.hpp"
#include "viewer/app/script_words.hpp"

namespace lykta::viewer {
namespace {

/// Words of a line: blanks part them, "…" keeps them together, # begins a comment.
std::vector<std::string> words_of(const std::string& line, const std::string& where) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false, begun = false;
    for (const char sign : line) {
        if (sign == '#' && !quoted && !begun) break;
        if (sign == '"') {
            quoted = !quoted;
            begun = true;
        } else if (!quoted && (sign == ' ' || sign == '\t' || sign == '\r')) {
            if (begun) words.push_back(std::exchange(word, {}));
            begun = false;
        } else {
            word += sign;
            begun = true;
        }
    }
    if (quoted) throw Error{ErrorCode::bad_option, say("{}: a quotation mark is not closed.", where)};
    if (begun) words.push_back(word);
    return words;
}

[[noreturn]] void refuse_word(const std::string& word, const std::string& where) {
    std::set<std::string> known;
    for (const auto& rule : word_rules()) known.insert(rule.word);
    const auto near = nearest_word(word, known);
    throw Error{ErrorCode::bad_option,
                near.empty() ? say("{}: '{}' is not a command; lykta-viewer --help-script lists them.", where, word)
                             : say("{}: '{}' is not a command; did you mean '{}'?", where, word, near)};
}

ScriptStep step_from(std::vector<std::string> words, const std::string& where) {
    const auto word = words.front();
    words.erase(words.begin());
    for (const auto& rule : word_rules()) {
        if (word != rule.word) continue;
        const auto arity = arity_of(rule.arguments);
        if (words.size() < arity.least || words.size() > arity.most)
            throw Error{ErrorCode::bad_option, say("{}: write it as '{} {}'.", where, rule.word, rule.arguments)};
        return rule.make(Arguments{std::move(words), where});
    }
    refuse_word(word, where);
}

}  // namespace

Arity arity_of(std::string_view arguments) {
    Arity arity;
    bool optional = false;
    std::istringstream words{std::string{arguments}};
    for (std::string word; words >> word;) {
        if (word.starts_with('[')) optional = true;
        if (word.find("…") != std::string::npos) arity.most += 1000;
        ++arity.most;
        if (!optional) ++arity.least;
        if (word.ends_with(']')) optional = false;
    }
    return arity;
}

void Arguments::refuse(const std::string& why) const {
    throw Error{ErrorCode::bad_option, m_where + ": " + why};
}

double Arguments::number(std::size_t i) const {
    char* end = nullptr;
    const double value = std::strtod(m_words[i].c_str(), &end);
    if (end == m_words[i].c_str() || *end != '\0' || !std::isfinite(value))
        refuse(say("'{}' is not a number (a decimal point, no thousands marks).", m_words[i]));
    return value;
}
double Arguments::number(std::size_t i, double otherwise) const {
    return i < count() ? number(i) : otherwise;
}
std::uint32_t Arguments::index(std::size_t i) const {
    const double value = number(i);
    if (value < 0 || value > 4e9 || value != std::floor(value)) refuse(say("'{}' is not a whole number.", m_words[i]));
    return static_cast<std::uint32_t>(value);
}
int Arguments::whole(std::size_t i, int otherwise) const {
    if (i >= count()) return otherwise;
    const double value = number(i);
    if (std::abs(value) > 1e9 || value != std::floor(value)) refuse(say("'{}' is not a whole number.", m_words[i]));
    return static_cast<int>(value);
}
bool Arguments::is_on(std::size_t i) const {
    return choice(i, {"off", "on"}) == 1;
}
std::int64_t Arguments::day(std::size_t i) const {
    LocalTime time;
    char rest = 0;
    if (std::sscanf(m_words[i].c_str(), "%4d-%2d-%2d%c", &time.year, &time.month, &time.day, &rest) != 3 ||
        !is_real(time))
        refuse(say("'{}' is not a day such as 2024-05-01.", m_words[i]));
    return days_from_civil(time.year, time.month, time.day);
}
std::string Arguments::joined(std::size_t from) const {
    std::string text;
    for (std::size_t i = from; i < count(); ++i) text += (i > from ? " " : "") + m_words[i];
    return text;
}
std::size_t Arguments::choice(std::size_t i, const std::vector<std::string>& words) const {
    const auto found = std::find(words.begin(), words.end(), m_words[i]);
    if (found == words.end()) refuse(say("'{}' is none of {}.", m_words[i], fmt::to_string(fmt::join(words, ", "))));
    return static_cast<std::size_t>(found - words.begin());
}

std::vector<ScriptLine> parse_script(const std::string& text, const std::string& name) {
    std::vector<ScriptLine> lines;
    std::istringstream all{text};
    int number = 0;
    for (std::string line; std::getline(all, line);) {
        const auto where = say("{}, line {}", name, ++number);
        auto words = words_of(line, where);
        if (!words.empty()) lines.push_back({number, step_from(std::move(words), where)});
    }
    return lines;
}

std::vector<ScriptWord> script_words() {
    std::vector<ScriptWord> words;
    for (const auto& rule : word_rules()) {
        const std::string arguments = rule.arguments;
        words.push_back({arguments.empty() ? rule.word : rule.word + (" " + arguments), rule.meaning});
    }
    return words;
}

}  // namespace lykta::viewer
