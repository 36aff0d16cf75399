// Elements, lists and tables put together.
#include "outputs/html.hpp"

#include <cmath>

#include "core/language.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {

std::string element(std::string_view name, std::string_view attributes, std::string_view inner) {
    return fmt::format("<{}{}{}>{}</{}>", name, attributes.empty() ? "" : " ", attributes, inner, name);
}

std::string paragraph(std::string_view text) {
    return element("p", "", html_text(text));
}
std::string paragraph(std::string_view css_class, std::string_view text) {
    return element("p", fmt::format("class=\"{}\"", css_class), html_text(text));
}

std::string bullet_list(const std::vector<std::string>& texts) {
    std::string items;
    for (const auto& text : texts) items += element("li", "", html_text(text));
    return texts.empty() ? "" : element("ul", "", items);
}

std::string html_table(const std::vector<HtmlColumn>& columns, const std::vector<std::vector<std::string>>& rows,
                       std::string_view css_class) {
    const auto css = [&](std::size_t i) { return columns[i].align == Align::number ? " class=\"n\"" : ""; };
    std::string head, body;
    for (std::size_t i = 0; i < columns.size(); ++i)
        head += fmt::format("<th scope=\"col\"{}>{}</th>", css(i), html_text(columns[i].title));
    for (const auto& row : rows) {
        body += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            body += row[i].empty() ? std::string("<td></td>")
                                   : fmt::format("<td{} data-label=\"{}\"><span>{}</span></td>", css(i),
                                                 html_text(columns[i].title), row[i]);
        body += "</tr>\n";
    }
    return fmt::format(
        "<div class=\"scroll\"><table class=\"{}\"><thead><tr>{}</tr></thead><tbody>\n{}</tbody></table></div>\n",
        css_class, head, body);
}

std::string px(double value) {
    const double tenth = with_decimals(value, 1);
    return tenth == std::floor(tenth) ? fmt::format("{:.0f}", tenth) : fmt::format("{:.1f}", tenth);
}

std::string range_text(double low, double high, int decimals) {
    return number_text(low, decimals) + "–" + number_text(high, decimals);
}

std::string range_percent(double low, double high) {
    return number_text(100 * low, 0) + "–" + percent_text(high);
}

}  // namespace lykta::outputs
