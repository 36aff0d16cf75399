// A text column as a dictionary: each word once, an index per row, in order of first appearance.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layers/reading.hpp"

namespace lykta::layers {

/// Words of the given table rows, trimmed; blocks in parallel, the order does not depend on the threads.
[[nodiscard]] Words words_of(const sources::Table& table, std::size_t column, std::span<const std::size_t> rows);
/// One empty word for every row: the column is absent.
[[nodiscard]] Words no_words(std::size_t rows);
/// "600 E MARKET ST": the words of two columns joined by a blank.
[[nodiscard]] Words joined_words(const Words& first, const Words& second);
/// Words replaced by what a map says (compared without case); two words may become one.
[[nodiscard]] Words mapped(const Words& words, const std::map<std::string, std::string>& to);
/// Rows of `more` appended, its words merged.
void append_words(Words& to, const Words& more);

}  // namespace lykta::layers
