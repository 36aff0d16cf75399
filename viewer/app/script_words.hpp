// The words of the script language: one table from which parsing, its error messages and the help follow.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "viewer/app/script.hpp"

namespace lykta::viewer {

/// The arguments of one line. Every way to read one says what is wrong with it.
class Arguments {
public:
    Arguments(std::vector<std::string> words, std::string where)
        : m_words(std::move(words)), m_where(std::move(where)) {}
    [[nodiscard]] std::size_t count() const { return m_words.size(); }
    [[nodiscard]] const std::string& text(std::size_t i) const { return m_words[i]; }
    [[nodiscard]] double number(std::size_t i) const;  ///< \throws Error{bad_option}
    [[nodiscard]] double number(std::size_t i, double otherwise) const;
    [[nodiscard]] std::uint32_t index(std::size_t i) const;  ///< a whole number from 0
    [[nodiscard]] int whole(std::size_t i, int otherwise) const;
    [[nodiscard]] bool is_on(std::size_t i) const;             ///< "on" or "off"
    [[nodiscard]] std::int64_t day(std::size_t i) const;       ///< "2024-05-01"
    [[nodiscard]] std::string joined(std::size_t from) const;  ///< the rest of the line
    /// The position of the word in the list. \throws Error{bad_option} naming those there are
    [[nodiscard]] std::size_t choice(std::size_t i, const std::vector<std::string>& words) const;
    [[noreturn]] void refuse(const std::string& why) const;

private:
    std::vector<std::string> m_words;
    std::string m_where;
};

struct WordRule {
    const char* word;
    const char* arguments;  ///< "FACTOR [X Y]": capitals are given, brackets may be left out, … is the rest of the line
    std::string meaning;    ///< one sentence, in the language of the first use
    std::function<ScriptStep(const Arguments&)> make;
};
/// By topic, in the order of the help.
[[nodiscard]] const std::vector<WordRule>& word_rules();

/// How many arguments a form asks for.
struct Arity {
    std::size_t least = 0, most = 0;
};
[[nodiscard]] Arity arity_of(std::string_view arguments);

}  // namespace lykta::viewer
