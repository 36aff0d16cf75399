// Text helpers shared by the readers.
#include "sources/text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/language.hpp"

namespace lykta::sources {

namespace {

/// Blanks longer than one byte: no-break space, thin spaces, narrow no-break space, zero-width ones, byte order mark.
constexpr std::array<std::string_view, 8> wide_blanks{"\xC2\xA0",     "\xE2\x80\x87", "\xE2\x80\x89", "\xE2\x80\x8A",
                                                      "\xE2\x80\x8B", "\xE2\x80\xAF", "\xE2\x81\xA0", "\xEF\xBB\xBF"};

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

std::size_t blank_at_start(std::string_view text) {
    if (is_blank(text.front())) return 1;
    for (const auto blank : wide_blanks)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

std::size_t blank_at_end(std::string_view text) {
    if (is_blank(text.back())) return 1;
    for (const auto blank : wide_blanks)
        if (text.ends_with(blank)) return blank.size();
    return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto blank = blank_at_start(text);
        if (blank == 0) break;
        text.remove_prefix(blank);
    }
    while (!text.empty()) {
        const auto blank = blank_at_end(text);
        if (blank == 0) break;
        text.remove_suffix(blank);
    }
    return text;
}

std::string lower(std::string_view text) {
    std::string result{text};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto byte = static_cast<unsigned char>(result[i]);
        if (byte >= 'A' && byte <= 'Z') {
            result[i] = static_cast<char>(byte + 32);
        } else if (byte == 0xC3 && i + 1 < result.size()) {
            const auto next = static_cast<unsigned char>(result[++i]);
            if (next >= 0x80 && next <= 0x9E && next != 0x97) result[i] = static_cast<char>(next + 32);
        }
    }
    return result;
}

std::string quoted_if_needed(std::string_view text, char separator) {
    const bool plain = text.find(separator) == text.npos && text.find_first_of("\"\r\n") == text.npos;
    if (plain) return std::string{text};
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string{text};
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string{text.substr(0, end)} + "…";
}

std::string rows_named(std::string_view row_word, const std::vector<std::int64_t>& rows, std::int64_t count,
                       std::size_t at_most) {
    const auto word = row_word == "feature" ? tr("feature") : tr("row");
    std::string named;
    for (std::size_t i = 0; i < std::min(rows.size(), at_most); ++i)
        named += fmt::format("{}{} {}", i > 0 ? ", " : "", word, rows[i]);
    if (count > static_cast<std::int64_t>(std::min(rows.size(), at_most)))
        named.append(" ").append(say("… ({} in all)", count));
    return named;
}

void append_utf8(std::string& to, char32_t code_point) {
    const auto put = [&to](std::uint32_t byte) { to += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto c = static_cast<std::uint32_t>(code_point);
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U)), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3FU)), put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

}  // namespace lykta::sources
