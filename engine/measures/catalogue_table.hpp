// One table of a catalogue file, read key by key. Only keys that stand there are touched, so that a study's table can
// change a built-in measure key by key; a key nobody asked for is refused with its line.
#pragma once
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "measures/catalogue_words.hpp"

namespace lykta::measures {

/// Bounds of a number in a catalogue file, both included.
struct Bounds {
    double least = 0;
    double most = std::numeric_limits<double>::max();
};

/// Every getter marks its key as known and says whether the key stands there; finish() refuses what is left over.
/// \throws Error{bad_option} "file, line N: measure 'x': …" where a value is not what it should be
class CatalogueTable {
public:
    /// \param about  what the table is, for messages: "measure 'camera': cost"
    CatalogueTable(const toml::table& table, std::string file, std::string about)
        : m_table(table), m_file(std::move(file)), m_about(std::move(about)) {}

    bool text(const char* key, std::string& into);
    bool both(const char* key, Text& into);  ///< { sv = "…", en = "…" }, or one text for both languages
    bool number(const char* key, double& into, Bounds bounds = {});
    bool whole(const char* key, int& into, int least, int most);
    bool yes_no(const char* key, bool& into);
    bool texts(const char* key, std::vector<std::string>& into);
    bool outcomes(const char* key, Outcomes& into);
    template <class E>
    bool word(const char* key, E& into);
    template <class E>
    bool words(const char* key, std::vector<E>& into);
    [[nodiscard]] const toml::table* table(const char* key);
    [[nodiscard]] std::vector<const toml::table*> tables(const char* key);  ///< of [[key]]; empty where there are none
    void finish() const;

    [[nodiscard]] bool has(const char* key) const { return m_table.contains(key); }
    [[nodiscard]] int line() const;
    [[nodiscard]] int line_of(const char* key) const;  ///< the key's, or the table's where it does not stand there
    [[nodiscard]] const std::string& file() const { return m_file; }
    [[nodiscard]] const std::string& about() const { return m_about; }
    /// Refuses the table for a reason, at the key's line.
    [[noreturn]] void refuse(const char* key, const std::string& reason) const;

private:
    [[nodiscard]] const toml::node* node(const char* key);
    [[noreturn]] void refuse_at(const toml::node& at, const std::string& reason) const;
    [[noreturn]] void refuse_word(const toml::node& at, const char* key, const std::string& found,
                                  const std::set<std::string>& known) const;
    [[nodiscard]] std::string text_in(const toml::node& at, const char* key) const;
    [[nodiscard]] std::vector<const toml::node*> list(const char* key);
    template <class E>
    [[nodiscard]] E word_in(const toml::node& at, const char* key) const;

    const toml::table& m_table;
    std::string m_file, m_about;
    std::set<std::string> m_known;
};

template <class E>
E CatalogueTable::word_in(const toml::node& at, const char* key) const {
    const std::string found = text_in(at, key);
    if (const auto value = value_of<E>(found)) return *value;
    std::set<std::string> known;
    for (const auto& word : words_for(E{})) known.emplace(word.code);
    refuse_word(at, key, found, known);
}

template <class E>
bool CatalogueTable::word(const char* key, E& into) {
    const auto* at = node(key);
    if (at != nullptr) into = word_in<E>(*at, key);
    return at != nullptr;
}

template <class E>
bool CatalogueTable::words(const char* key, std::vector<E>& into) {
    if (!has(key)) return static_cast<void>(node(key)), false;
    into.clear();
    for (const auto* at : list(key)) into.push_back(word_in<E>(*at, key));
    return true;
}

}  // namespace lykta::measures
