// One table of a TOML file, read key by key; a key nobody asked for is an error with its line, so no setting is
// ignored.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "core/nearest_word.hpp"

namespace lykta::study {

/// Reads typed keys of one table. Each getter marks its key as known; finish() refuses what is left over.
/// Messages name file, line, table and key, what was expected, and the nearest known key.
class TomlTable {
public:
    TomlTable(const toml::table& table, std::string file, std::string name)
        : m_table(table), m_file(std::move(file)), m_name(std::move(name)) {}

    void text(const char* key, std::string& into);
    void number(const char* key, double& into);
    void positive(const char* key, double& into);  ///< > 0
    void whole(const char* key, int& into, int least);
    void yes_no(const char* key, bool& into);
    [[nodiscard]] std::map<std::string, std::string> texts(const char* key);
    [[nodiscard]] std::map<std::string, double> numbers(const char* key);
    [[nodiscard]] const toml::table* table(const char* key);
    [[nodiscard]] const toml::node* node(const char* key);
    void finish() const;  ///< \throws Error{bad_option} for unknown keys

    [[noreturn]] void refuse(const toml::node& at, const char* key, const std::string& expected) const;

private:
    const toml::table& m_table;
    std::string m_file, m_name;
    std::set<std::string> m_known;
};

using lykta::nearest_word;

}  // namespace lykta::study
