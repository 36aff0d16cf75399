// Adding to an Issue: one per code, counted, with at most a thousand row numbers.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/rows.hpp"

namespace lykta::sources {

constexpr std::size_t issue_rows_at_most = 1000;

/// Counts one more row under an issue.
inline void count_row(Issue& issue, std::int64_t row) {
    ++issue.count;
    if (issue.rows.size() < issue_rows_at_most) issue.rows.push_back(row);
}

/// An issue about the file as a whole.
inline void add_note(RowAccount& account, std::string_view code, std::string message) {
    account.issues.push_back({.code = std::string{code}, .severity = Severity::note, .message = std::move(message)});
}
inline void add_warning(RowAccount& account, std::string_view code, std::string message) {
    account.issues.push_back({.code = std::string{code}, .severity = Severity::warning, .message = std::move(message)});
}

}  // namespace lykta::sources
