// Small pieces of HTML and SVG. Everything that came from a file passes through html_text before it stands here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::outputs {

/// <name attributes>inner</name>; `inner` is HTML already.
[[nodiscard]] std::string element(std::string_view name, std::string_view attributes, std::string_view inner);
[[nodiscard]] std::string paragraph(std::string_view text);                              ///< text is escaped
[[nodiscard]] std::string paragraph(std::string_view css_class, std::string_view text);  ///< text is escaped
[[nodiscard]] std::string bullet_list(const std::vector<std::string>& texts);            ///< texts are escaped

enum class Align { text, number };
struct HtmlColumn {
    std::string title;  ///< escaped here
    Align align = Align::text;
};
/// A table whose cells are HTML already; each cell carries its column's title so that a phone can show rows as cards.
[[nodiscard]] std::string html_table(const std::vector<HtmlColumn>& columns,
                                     const std::vector<std::vector<std::string>>& rows,
                                     std::string_view css_class = "");

/// Numbers for SVG attributes: at most one decimal, never a comma.
[[nodiscard]] std::string px(double value);
/// "low–high" with the user's decimal sign.
[[nodiscard]] std::string range_text(double low, double high, int decimals);

/// The same for shares: "29–48 %" or "29–48%".
[[nodiscard]] std::string range_percent(double low, double high);

}  // namespace lykta::outputs
