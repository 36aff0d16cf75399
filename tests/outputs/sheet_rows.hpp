// A written spreadsheet read back: fields parted by semicolons, quoted ones whole.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

namespace lykta::by_hand {

using Rows = std::vector<std::vector<std::string>>;

/// The mark at the start is passed over.
inline Rows rows_of(const std::string& text) {
    Rows rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 3; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ';')
            rows.back().emplace_back();
        else if (!quoted && c == '\n')
            rows.push_back({""});
        else if (quoted || c != '\r')
            rows.back().back() += c;
    }
    rows.pop_back();
    return rows;
}

inline std::string cell(const Rows& rows, std::size_t row, const std::string& title) {
    const auto at = std::find(rows[0].begin(), rows[0].end(), title);
    return at == rows[0].end() ? "no such column" : rows[row][static_cast<std::size_t>(at - rows[0].begin())];
}

}  // namespace lykta::by_hand
