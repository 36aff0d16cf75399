#include "study/toml_table.hpp"

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::study {

const toml::node* TomlTable::node(const char* key) {
    m_known.insert(key);
    return m_table.get(key);
}

void TomlTable::refuse(const toml::node& at, const char* key, const std::string& expected) const {
    throw Error{ErrorCode::bad_option,
                say("{}, line {}: {} {}: expected {}", m_file, at.source().begin.line, m_name, key, expected)};
}

void TomlTable::text(const char* key, std::string& into) {
    const auto* n = node(key);
    if (n == nullptr) return;
    const auto value = n->value_exact<std::string>();
    if (!value) refuse(*n, key, tr("a text in quotes"));
    into = *value;
}

void TomlTable::number(const char* key, double& into) {
    const auto* n = node(key);
    if (n == nullptr) return;
    if (!n->is_number()) refuse(*n, key, tr("a number (decimal point, no quotes)"));
    into = n->value<double>().value();
}

void TomlTable::positive(const char* key, double& into) {
    number(key, into);
    if (const auto* n = m_table.get(key); n != nullptr && !(into > 0)) refuse(*n, key, tr("a number above 0"));
}

void TomlTable::whole(const char* key, int& into, int least) {
    const auto* n = node(key);
    if (n == nullptr) return;
    const auto value = n->value_exact<std::int64_t>();
    if (!value || *value < least || *value > 2'000'000'000) refuse(*n, key, say("a whole number from {} up", least));
    into = static_cast<int>(*value);
}

void TomlTable::yes_no(const char* key, bool& into) {
    const auto* n = node(key);
    if (n == nullptr) return;
    if (!n->is_boolean()) refuse(*n, key, tr("true or false"));
    into = n->value<bool>().value();
}

const toml::table* TomlTable::table(const char* key) {
    const auto* n = node(key);
    if (n == nullptr) return nullptr;
    if (!n->is_table()) refuse(*n, key, tr("a table: { name = value, … }"));
    return n->as_table();
}

std::map<std::string, std::string> TomlTable::texts(const char* key) {
    std::map<std::string, std::string> out;
    if (const auto* t = table(key))
        for (const auto& [name, value] : *t) {
            const auto text = value.value_exact<std::string>();
            if (!text) refuse(value, std::string{name.str()}.c_str(), tr("a text in quotes"));
            out[std::string{name.str()}] = *text;
        }
    return out;
}

std::map<std::string, double> TomlTable::numbers(const char* key) {
    std::map<std::string, double> out;
    if (const auto* t = table(key))
        for (const auto& [name, value] : *t) {
            if (!value.is_number())
                refuse(value, std::string{name.str()}.c_str(), tr("a number (decimal point, no quotes)"));
            out[std::string{name.str()}] = value.value<double>().value();
        }
    return out;
}

void TomlTable::finish() const {
    for (const auto& [key, value] : m_table) {
        const std::string name{key.str()};
        if (m_known.contains(name)) continue;
        const auto near = nearest_word(name, m_known);
        throw Error{ErrorCode::bad_option, near.empty()
                                               ? say("{}, line {}: {} has no key '{}'; it knows: {}", m_file,
                                                     value.source().begin.line, m_name, name, fmt::join(m_known, ", "))
                                               : say("{}, line {}: {} has no key '{}'; did you mean '{}'?", m_file,
                                                     value.source().begin.line, m_name, name, near)};
    }
}

}  // namespace lykta::study
