// Text at the door: what a cell, an element or a line of JSON may hold, with personal numbers masked.
// csv_cell and html_text stand in write_run.hpp; here are the pieces the writers share.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/language.hpp"

namespace lykta::outputs {

/// Swedish personal and co-ordination numbers (ten or twelve digits, real date, right check digit) with the last four
/// digits starred: "19121212-1212" → "19121212-****". Other digits, such as case numbers, are left alone.
[[nodiscard]] std::string mask_personal_numbers(std::string_view text);

/// UTF-8 in, UTF-8 out: bytes that are not, and control characters but tab and line ends, become U+FFFD.
[[nodiscard]] std::string clean_utf8(std::string_view text);

/// A text made harmless (csv_cell) and quoted where the delimiter, a quote or a line end stands in it.
[[nodiscard]] std::string csv_field(std::string_view text, char delimiter);
/// A number for a spreadsheet: decimal comma in Swedish, point in English, no thousands marks, empty when undefined.
[[nodiscard]] std::string csv_number(std::optional<double> value, int decimals, Language language);

/// JSON that may stand inside a <script> element: no '<' is left as itself.
[[nodiscard]] std::string inline_json(std::string json);

/// Empty when the number is not finite: NaN is "undefined" in memory and NULL in every file.
[[nodiscard]] std::optional<double> finite(std::optional<double> value);

/// The number with so many decimals or significant digits, through its decimal text: the same on every machine.
[[nodiscard]] double with_decimals(double value, int decimals);
[[nodiscard]] double with_digits(double value, int significant);

[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace lykta::outputs
