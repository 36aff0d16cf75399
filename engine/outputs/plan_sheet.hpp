// A spreadsheet being filled: the action plan and the work list share how cells are written.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/language.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {

/// Rows put together cell by cell under one head, as a Swedish spreadsheet opens them.
class Sheet {
public:
    Sheet(std::vector<std::string> titles, Language language) : m_language(language) {
        for (auto& title : titles) text(title);
        end_row();
    }
    void text(const std::string& value) { cell(csv_field(value, ';')); }
    void number(std::optional<double> value, int decimals) { cell(csv_number(value, decimals, m_language)); }
    void whole(std::int64_t value) { cell(fmt::format("{}", value)); }
    void end_row() {
        m_out += m_row + "\r\n";
        m_row.clear();
        m_first = true;
    }
    [[nodiscard]] const std::string& out() const { return m_out; }

private:
    void cell(const std::string& value) {
        m_row += (m_first ? "" : ";") + value;
        m_first = false;
    }
    std::string m_out = "\xEF\xBB\xBF", m_row;  // the mark by which a Swedish Excel knows UTF-8
    bool m_first = true;
    Language m_language;
};

}  // namespace lykta::outputs
