#include "viewer/page/page_bytes.hpp"

#include <zlib.h>

#include <cmath>
#include <map>

#include "outputs/write_run.hpp"
#include "viewer/map/furniture.hpp"

namespace lykta::viewer {
namespace {

/// UTF-8 text, not compressed, no language given.
std::string text_chunk(const std::string& keyword, const std::string& text) {
    return png_chunk("iTXt", keyword + std::string(5, '\0') + text);
}

std::string density_chunk(int dots_per_inch) {
    const auto dots_a_metre = png_number(static_cast<std::uint32_t>(std::lround(dots_per_inch / 0.0254)));
    return png_chunk("pHYs", dots_a_metre + dots_a_metre + '\1');
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A name Cairo counts: letters, then digits, then the quote or bracket that ends it. \returns its length, or 0
std::size_t counted_name(const std::string& text, std::size_t at) {
    std::size_t i = at;
    while (i < text.size() && is_letter(text[i])) ++i;
    const auto digits = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    const bool ends = i < text.size() && (text[i] == '"' || text[i] == ')');
    return digits > at && i > digits && ends ? i - at : 0;
}

}  // namespace

std::string png_number(std::uint32_t value) {
    return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U & 0xFFU),
            static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)};
}

std::string png_chunk(const std::string& kind, const std::string& data) {
    const std::string body = kind + data;
    const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return png_number(static_cast<std::uint32_t>(data.size())) + body + png_number(static_cast<std::uint32_t>(sum));
}

std::string page_text(const PageContent& content) {
    std::string text;
    for (const auto& part : {content.period, content.sources,
                             project_coordinates_text(content.view.centre, content.crs), content.privacy, content.made})
        if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
    for (const auto& caveat : content.caveats) text += "\n" + caveat;
    return text;
}

std::string png_with_text(const std::string& png, const PageContent& content, int dots_per_inch) {
    constexpr std::size_t after_header = 8 + 12 + 13;  // signature and IHDR
    std::string more = dots_per_inch > 0 ? density_chunk(dots_per_inch) : "";
    const auto title = content.subtitle.empty() ? content.title : content.title + " – " + content.subtitle;
    more += text_chunk("Title", title) + text_chunk("Description", page_text(content)) +
            text_chunk("Software", content.made);
    return png.substr(0, after_header) + more + png.substr(after_header);
}

std::string svg_with_own_ids(std::string svg) {
    std::map<std::string, std::string> names;
    std::map<std::string, int> counts;
    std::string out;
    out.reserve(svg.size());
    std::size_t done = 0;
    for (std::size_t i = 0; i < svg.size(); ++i) {
        const bool follows = (svg.compare(i, 4, "id=\"") == 0 && (i == 0 || svg[i - 1] == ' ')) || svg[i] == '#';
        if (!follows) continue;
        const std::size_t start = i + (svg[i] == '#' ? 1 : 4), length = counted_name(svg, start);
        if (length == 0) continue;
        const auto name = svg.substr(start, length);
        const auto kind = name.substr(0, name.find_first_of("0123456789"));
        auto& own = names[name];
        if (own.empty()) own = kind + std::to_string(++counts[kind]);
        out.append(svg, done, start - done);
        out += own;
        done = start + length;
        i = done - 1;
    }
    return out.append(svg, done, std::string::npos);
}

std::string svg_with_text(std::string svg, const PageContent& content, const std::string& language) {
    const auto start = svg.find("<svg "), end = svg.find(">\n", start);
    if (start == std::string::npos || end == std::string::npos) return svg;
    const auto title = content.subtitle.empty() ? content.title : content.title + " – " + content.subtitle;
    svg.insert(end + 2, "<title>" + outputs::html_text(title) + "</title>\n<desc>" +
                            outputs::html_text(page_text(content)) + "</desc>\n");
    svg.insert(start + 5, "xml:lang=\"" + outputs::html_text(language) + "\" role=\"img\" ");
    return svg;
}

}  // namespace lykta::viewer
