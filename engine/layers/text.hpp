// Small texts for messages: trimmed, compared without case, shortened, and lists of rows a search can find.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "layers/layers.hpp"

namespace lykta::layers {

[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Small letters, Swedish ones too (UTF-8).
[[nodiscard]] std::string lowered(std::string_view text);
/// Letters and digits only, small, å ä → a, ö → o, é → e: "Ljuspunktshöjd (m)" → "ljuspunktshojdm".
[[nodiscard]] std::string plain_word(std::string_view text);
/// The parts of a text that stand for themselves: "HPS150W / led" → hps, 150, w, led.
[[nodiscard]] std::vector<std::string> word_parts(std::string_view text);
/// A cell as a message may show it: at most 80 bytes, one line, personal data masked.
[[nodiscard]] std::string shown(std::string_view cell);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view separator = ", ");

/// "row 17" or "feature 17".
[[nodiscard]] std::string row_label(const RowAccount& account, std::int64_t row);
/// "row 3, row 5 and 12 more": each row with its word, so that a search for "row 5" finds it.
[[nodiscard]] std::string row_list(const RowAccount& account, std::span<const std::int64_t> rows, std::int64_t count,
                                   std::size_t limit = 20);

/// Rows one issue concerns: all counted, the first 1,000 kept.
struct RowsConcerned {
    std::int64_t count = 0;
    std::vector<std::int64_t> rows;
    void add(std::int64_t row) {
        if (rows.size() < 1000) rows.push_back(row);
        ++count;
    }
};

}  // namespace lykta::layers
