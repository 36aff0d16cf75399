// Was the last row of a file without final line end cut inside its last cell?
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/table.hpp"

namespace lykta::sources {

/// Compares the last cell of the last row with the column above it. A cut number still looks like a number, so the
/// question is whether it is shorter than the column's form: fewer decimals where all have the same number, fewer
/// digits where all have the same four or more, the beginning of a form that every other cell completes. \returns what
/// gives it away, in the user's language; empty where nothing does
[[nodiscard]] std::optional<std::string> why_cut(const Table::Parts& parts);

/// The judgement itself: `others` are cells of the same column in whole rows.
[[nodiscard]] std::optional<std::string> why_cut(std::string_view last, const std::vector<std::string_view>& others);

}  // namespace lykta::sources
