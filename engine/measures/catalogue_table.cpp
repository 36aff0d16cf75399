// Typed values out of a TOML table, and the refusals.
#include "measures/catalogue_table.hpp"

#include <cmath>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"

namespace lykta::measures {

namespace {

int line_at(const toml::node& node) {
    return static_cast<int>(node.source().begin.line);
}

}  // namespace

int CatalogueTable::line() const {
    return line_at(m_table);
}

int CatalogueTable::line_of(const char* key) const {
    const auto* at = m_table.get(key);
    return at == nullptr ? line() : line_at(*at);
}

const toml::node* CatalogueTable::node(const char* key) {
    m_known.insert(key);
    return m_table.get(key);
}

void CatalogueTable::refuse(const char* key, const std::string& reason) const {
    throw Error{ErrorCode::bad_option, say("{}, line {}: {}: {}", m_file, line_of(key), m_about, reason)};
}

void CatalogueTable::refuse_at(const toml::node& at, const std::string& reason) const {
    throw Error{ErrorCode::bad_option, say("{}, line {}: {}: {}", m_file, line_at(at), m_about, reason)};
}

void CatalogueTable::refuse_word(const toml::node& at, const char* key, const std::string& found,
                                 const std::set<std::string>& known) const {
    const auto near = nearest_word(found, known);
    refuse_at(at, near.empty()
                      ? say("{} has no word '{}'; it knows: {}", key, found, fmt::format("{}", fmt::join(known, ", ")))
                      : say("{} has no word '{}'; did you mean '{}'?", key, found, near));
}

std::string CatalogueTable::text_in(const toml::node& at, const char* key) const {
    const auto value = at.value_exact<std::string>();
    if (!value || value->empty()) refuse_at(at, say("{} must be a text in quotes", key));
    return *value;
}

std::vector<const toml::node*> CatalogueTable::list(const char* key) {
    const auto* at = node(key);
    if (at == nullptr) return {};
    const auto* values = at->as_array();
    if (values == nullptr) refuse_at(*at, say("{} must be a list: [ \"…\", \"…\" ]", key));
    std::vector<const toml::node*> made;
    for (const auto& value : *values) made.push_back(&value);
    return made;
}

bool CatalogueTable::text(const char* key, std::string& into) {
    const auto* at = node(key);
    if (at != nullptr) into = text_in(*at, key);
    return at != nullptr;
}

bool CatalogueTable::both(const char* key, Text& into) {
    const auto* at = node(key);
    if (at == nullptr) return false;
    if (at->is_string()) {
        into.sv = into.en = text_in(*at, key);
        return true;
    }
    const auto* languages = at->as_table();
    if (languages == nullptr) refuse_at(*at, say("{} must be a text in quotes, or {{ sv = \"…\", en = \"…\" }}", key));
    into = {};
    CatalogueTable inner(*languages, m_file, say("{}: {}", m_about, key));
    inner.text("sv", into.sv);
    inner.text("en", into.en);
    inner.finish();
    if (into.empty()) refuse_at(*at, say("{} must be a text in quotes, or {{ sv = \"…\", en = \"…\" }}", key));
    return true;
}

bool CatalogueTable::number(const char* key, double& into, Bounds bounds) {
    const auto* at = node(key);
    if (at == nullptr) return false;
    if (!at->is_number()) refuse_at(*at, say("{} must be a number (decimal point, no quotes)", key));
    const double value = at->value<double>().value();
    const bool open_ended = bounds.most == std::numeric_limits<double>::max();
    if (!std::isfinite(value) || value < bounds.least || value > bounds.most)
        refuse_at(*at, open_ended
                           ? say("{} is {}; it must be {} or more", key, value, bounds.least)
                           : say("{} is {}; it must lie between {} and {}", key, value, bounds.least, bounds.most));
    into = value;
    return true;
}

bool CatalogueTable::whole(const char* key, int& into, int least, int most) {
    const auto* at = node(key);
    if (at == nullptr) return false;
    const auto value = at->value_exact<std::int64_t>();
    if (!value || *value < least || *value > most)
        refuse_at(*at, say("{} must be a whole number between {} and {}", key, least, most));
    into = static_cast<int>(*value);
    return true;
}

bool CatalogueTable::yes_no(const char* key, bool& into) {
    const auto* at = node(key);
    if (at == nullptr) return false;
    if (!at->is_boolean()) refuse_at(*at, say("{} must be true or false", key));
    into = at->value<bool>().value();
    return true;
}

bool CatalogueTable::texts(const char* key, std::vector<std::string>& into) {
    if (!has(key)) return static_cast<void>(node(key)), false;
    into.clear();
    for (const auto* at : list(key)) into.push_back(text_in(*at, key));
    return true;
}

bool CatalogueTable::outcomes(const char* key, Outcomes& into) {
    std::vector<Outcome> found;
    if (!words(key, found)) return false;
    if (found.empty()) refuse(key, say("{} must name at least one kind of incident", key));
    into = 0;
    for (const auto outcome : found) into |= bit(outcome);
    return true;
}

const toml::table* CatalogueTable::table(const char* key) {
    const auto* at = node(key);
    if (at == nullptr) return nullptr;
    if (!at->is_table()) refuse_at(*at, say("{} must be a table: [measure.{}]", key, key));
    return at->as_table();
}

std::vector<const toml::table*> CatalogueTable::tables(const char* key) {
    std::vector<const toml::table*> made;
    for (const auto* at : list(key)) {
        if (!at->is_table()) refuse_at(*at, say("{} must be a table: [measure.{}]", key, key));
        made.push_back(at->as_table());
    }
    return made;
}

void CatalogueTable::finish() const {
    for (const auto& [key, value] : m_table) {
        const std::string name{key.str()};
        if (m_known.contains(name)) continue;
        const auto near = nearest_word(name, m_known);
        refuse_at(value, near.empty() ? say("no key '{}' here; the keys are: {}", name,
                                            fmt::format("{}", fmt::join(m_known, ", ")))
                                      : say("no key '{}' here; did you mean '{}'?", name, near));
    }
}

}  // namespace lykta::measures
