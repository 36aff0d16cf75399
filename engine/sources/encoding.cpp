// Deciding the encoding of a file and turning it into UTF-8.
#include "sources/encoding.hpp"

#include <algorithm>
#include <optional>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/text.hpp"
#include "sources/utf8.hpp"

namespace lykta::sources {

namespace {

constexpr std::size_t at_most_rows = 1000;
enum class ByteOrder { little, big };

char32_t unit_at(std::string_view bytes, std::size_t i, ByteOrder order) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return order == ByteOrder::little ? static_cast<char32_t>(first | (second << 8U))
                                      : static_cast<char32_t>(second | (first << 8U));
}

void decode_utf16(std::string_view bytes, ByteOrder order, DecodedText& decoded) {
    decoded.text.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        auto unit = unit_at(bytes, i, order);
        if (unit >= 0xD800 && unit <= 0xDBFF && i + 3 < bytes.size()) {
            const auto low = unit_at(bytes, i + 2, order);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
                i += 2;
            }
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) unit = 0xFFFD, decoded.has_replaced = true;
        append_utf8(decoded.text, unit);
    }
    decoded.ends_inside_letter = bytes.size() % 2 != 0;
}

/// UTF-16 without a byte order mark shows as NUL in every other byte of ASCII text.
std::optional<ByteOrder> utf16_by_nuls(std::string_view bytes) {
    const auto sample = bytes.substr(0, 4096);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
    const auto half = sample.size() / 2;
    if (half < 4) return {};
    if (odd * 10 > half * 7 && even * 20 < half) return ByteOrder::little;
    if (even * 10 > half * 7 && odd * 20 < half) return ByteOrder::big;
    return {};
}

/// Letters and signs Swedish and European text really holds; a Windows-1252 text that happens to be UTF-8 gives others.
bool is_plausible(char32_t c) {
    return (c >= 0xA0 && c <= 0x17F) || (c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0xFFFD || c == 0xFEFF;
}

struct LineKind {
    bool has_utf8 = false;   ///< at least one plausible sequence of several bytes
    bool has_other = false;  ///< at least one byte that is no UTF-8
};

LineKind kind_of(std::string_view line) {
    LineKind kind;
    for (std::size_t i = 0; i < line.size();) {
        const auto step = utf8_step(line, i);
        if (!step.valid) kind.has_other = true;
        if (step.valid && step.length > 1) (is_plausible(step.code_point) ? kind.has_utf8 : kind.has_other) = true;
        i += step.length;
    }
    return kind;
}

/// Calls visit(line with its end, line number) for every line; LF, CRLF and bare CR end a line.
template <class Visit>
void for_each_line(std::string_view text, const Visit& visit) {
    std::int64_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        auto end = text.find_first_of("\r\n", begin);
        if (end == text.npos)
            end = text.size();
        else if (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n')
            end += 2;
        else
            end += 1;
        visit(text.substr(begin, end - begin), number);
        begin = end;
    }
}

/// Well-formed sequences stay, every other byte is read in the code page.
void append_mixed(std::string& to, std::string_view line, CodePage page) {
    for (std::size_t i = 0; i < line.size();) {
        const auto step = utf8_step(line, i);
        if (step.valid && (step.length == 1 || is_plausible(step.code_point)))
            to += line.substr(i, step.length);
        else
            append_utf8(to, decode_byte(page, static_cast<unsigned char>(line[i])));
        i += step.valid && (step.length == 1 || is_plausible(step.code_point)) ? step.length : 1;
    }
}

void decode_mixed(std::string_view bytes, CodePage page, DecodedText& decoded) {
    for_each_line(bytes, [&](std::string_view line, std::int64_t number) {
        if (!kind_of(line).has_other) {
            decoded.text += line;
            return;
        }
        append_mixed(decoded.text, line, page);
        ++decoded.other_line_count;
        if (decoded.other_lines.size() < at_most_rows) decoded.other_lines.push_back(number);
    });
    decoded.encoding = say("UTF-8 mixed with {}", code_page_name(page));
}

/// Bytes that are not UTF-8 throughout: one code page, or two encodings pasted together.
void decode_not_utf8(std::string_view bytes, DecodedText& decoded) {
    const auto page = guess_code_page(bytes);
    bool mixed = false;
    for_each_line(bytes, [&](std::string_view line, std::int64_t) {
        const auto kind = kind_of(line);
        mixed = mixed || (kind.has_utf8 && !kind.has_other);
    });
    decoded.guessed = true;
    if (mixed) return decode_mixed(bytes, page, decoded);
    decoded.text = to_utf8(bytes, page);
    decoded.encoding = say("{} (guessed)", code_page_name(page));
}

void decode_eight_bit_or_utf8(std::string bytes, DecodedText& decoded) {
    const auto bad = first_invalid_utf8(bytes);
    if (bad != std::string::npos && utf8_step(bytes, bad).cut) {
        bytes.resize(bad);
        decoded.ends_inside_letter = true;
    } else if (bad != std::string::npos) {
        decode_not_utf8(bytes, decoded);
        decoded.has_replaced = decoded.text.find("\xEF\xBF\xBD") != std::string::npos;
        return;
    }
    decoded.text = std::move(bytes);
    if (decoded.encoding.empty()) decoded.encoding = "UTF-8";
}

/// The marks that open a file; longer ones first, since UTF-32 LE begins like UTF-16 LE.
bool decode_by_mark(std::string& bytes, DecodedText& decoded, const std::string& file) {
    using namespace std::string_view_literals;
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv))
        throw Error{ErrorCode::cannot_read,
                    say("{}: the file is in UTF-32, which Lykta does not read; save it as UTF-8", file)};
    if (view.starts_with("\xEF\xBB\xBF")) {
        decoded.encoding = tr("UTF-8 with BOM");
        bytes.erase(0, 3);
        decode_eight_bit_or_utf8(std::move(bytes), decoded);
        return true;
    }
    const bool little = view.starts_with("\xFF\xFE"), big = view.starts_with("\xFE\xFF");
    if (!little && !big) return false;
    decode_utf16(view.substr(2), little ? ByteOrder::little : ByteOrder::big, decoded);
    decoded.encoding = little ? "UTF-16 LE" : "UTF-16 BE";
    return true;
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : lower(name))
        if (is_ascii_letter(c) || is_digit(c)) plain += c;
    return plain;
}

std::optional<CodePage> page_named(const std::string& plain) {
    if (plain == "windows1252" || plain == "cp1252" || plain == "iso88591" || plain == "latin1" || plain == "ansi")
        return CodePage::windows_1252;
    if (plain == "cp850" || plain == "ibm850" || plain == "cp437") return CodePage::cp850;
    if (plain == "macroman" || plain == "macintosh" || plain == "mac") return CodePage::mac_roman;
    return {};
}

void decode_as_stated(const std::string& bytes, const std::string& stated, DecodedText& decoded) {
    const auto plain = plain_name(stated);
    decoded.encoding = stated;
    if (const auto page = page_named(plain)) {
        decoded.text = to_utf8(bytes, *page);
    } else if (plain == "utf16" || plain == "utf16le" || plain == "utf16be") {
        const bool big = plain == "utf16be" || (plain == "utf16" && utf16_by_nuls(bytes) == ByteOrder::big);
        decode_utf16(bytes, big ? ByteOrder::big : ByteOrder::little, decoded);
    } else if (plain == "utf8") {
        for (std::size_t i = 0; i < bytes.size();) {
            const auto step = utf8_step(bytes, i);
            if (step.valid)
                decoded.text += std::string_view{bytes}.substr(i, step.length);
            else
                append_utf8(decoded.text, 0xFFFD);
            i += step.length;
        }
    } else {
        throw Error{ErrorCode::bad_option, say("encoding: \"{}\" is not known; use UTF-8, UTF-16, Windows-1252, CP850 "
                                               "or Mac Roman",
                                               stated)};
    }
    decoded.has_replaced = decoded.text.find("\xEF\xBF\xBD") != std::string::npos;
}

}  // namespace

DecodedText decode_text(std::string bytes, const std::string& stated, const std::string& file) {
    DecodedText decoded;
    if (decode_by_mark(bytes, decoded, file)) return decoded;
    if (!stated.empty()) {
        decode_as_stated(bytes, stated, decoded);
    } else if (const auto order = utf16_by_nuls(bytes)) {
        decode_utf16(bytes, *order, decoded);
        decoded.encoding = *order == ByteOrder::little ? "UTF-16 LE (guessed)" : "UTF-16 BE (guessed)";
        decoded.guessed = true;
    } else {
        decode_eight_bit_or_utf8(std::move(bytes), decoded);
    }
    return decoded;
}

}  // namespace lykta::sources
