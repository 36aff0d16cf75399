// Small text helpers the readers share: trimming the blanks spreadsheets leave, lower case for Swedish, CSV quoting.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::sources {

/// Without leading and trailing blanks: space, tab, line ends, no-break and thin spaces, byte order marks.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Lower case for ASCII and the letters of Latin-1 (Å → å); other letters keep their form.
[[nodiscard]] std::string lower(std::string_view text);

/// A CSV field: quoted when it holds the separator, a quote or a line end.
[[nodiscard]] std::string quoted_if_needed(std::string_view text, char separator);

/// At most `bytes` bytes, cut between characters and marked with "…" when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes = 80);

/// "row 3", "row 3, row 4", "row 3, row 4 … (12 in all)": the first few row numbers of a message.
[[nodiscard]] std::string rows_named(std::string_view row_word, const std::vector<std::int64_t>& rows,
                                     std::int64_t count, std::size_t at_most = 10);

/// Appends a code point as UTF-8.
void append_utf8(std::string& to, char32_t code_point);

[[nodiscard]] inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] inline bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace lykta::sources
