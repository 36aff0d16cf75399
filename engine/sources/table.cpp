// Looking things up in a Table; the readers fill it whole and it never changes.
#include "sources/table.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>

#include "sources/text.hpp"

namespace lykta::sources {

Table::Table(Parts parts)
    : m_names(std::move(parts.names)),
      m_bytes(std::move(parts.bytes)),
      m_begin(std::move(parts.begin)),
      m_length(std::move(parts.length)),
      m_row_number(std::move(parts.row_number)),
      m_raw_begin(std::move(parts.raw_begin)),
      m_raw_length(std::move(parts.raw_length)),
      m_has_geometry(parts.is_spatial || !parts.geometry.empty()),
      m_geometry(std::move(parts.geometry)) {
    assert(m_begin.size() == m_row_number.size() * m_names.size() && m_length.size() == m_begin.size());
    assert(m_raw_begin.empty() || m_raw_begin.size() == m_row_number.size());
    assert(m_geometry.empty() || m_geometry.size() == m_row_number.size());
    if (!m_bytes) m_bytes = std::make_shared<const std::string>();
}

std::optional<std::size_t> Table::find(std::string_view name) const {
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (m_names[i] == name) return i;
    const auto wanted = lower(trimmed(name));
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (lower(trimmed(m_names[i])) == wanted) return i;
    return {};
}

std::string Table::raw(std::size_t row) const {
    if (!m_raw_begin.empty()) return m_bytes->substr(m_raw_begin[row], m_raw_length[row]);
    std::string joined;
    for (std::size_t c = 0; c < columns(); ++c) {
        if (c > 0) joined += ';';
        joined += quoted_if_needed(cell(row, c), ';');
    }
    return joined;
}

}  // namespace lykta::sources
