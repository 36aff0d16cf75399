// Well-formedness of UTF-8 (Unicode 15, table 3-7) and traces of double encoding.
#include "sources/utf8.hpp"

#include <cstdint>
#include <cstring>

#include "sources/text.hpp"

namespace lykta::sources {

namespace {

unsigned char byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// How long a sequence starting with `lead` is; 0 where no sequence starts with it.
std::size_t length_from_lead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

/// The second byte has a narrower range after E0 (overlong), ED (surrogates), F0 (overlong) and F4 (past the end).
bool second_fits(unsigned char lead, unsigned char second) {
    if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;
    if (lead == 0xED) return second >= 0x80 && second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;
    if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;
    return second >= 0x80 && second <= 0xBF;
}

/// Is this what a UTF-8 continuation byte looks like once read as Windows-1252 and encoded again?
bool is_continuation_in_disguise(char32_t c) {
    if (c >= 0x80 && c <= 0xBF) return true;
    switch (c) {
        case 0x20AC:
        case 0x201A:
        case 0x0192:
        case 0x201E:
        case 0x2026:
        case 0x2020:
        case 0x2021:
        case 0x02C6:
        case 0x2030:
        case 0x0160:
        case 0x2039:
        case 0x0152:
        case 0x017D:
        case 0x2018:
        case 0x2019:
        case 0x201C:
        case 0x201D:
        case 0x2022:
        case 0x2013:
        case 0x2014:
        case 0x02DC:
        case 0x2122:
        case 0x0161:
        case 0x203A:
        case 0x0153:
        case 0x017E:
        case 0x0178:
            return true;
        default:
            return false;
    }
}

bool ends_word(char c) {
    return c == ';' || c == ',' || c == '\t' || c == '|' || c == '"' || c == '\n' || c == '\r' || c == ' ';
}

std::string word_around(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at;
    while (begin > 0 && at - begin < 40 && !ends_word(text[begin - 1])) --begin;
    while (end < text.size() && end - at < 40 && !ends_word(text[end])) ++end;
    return shortened(text.substr(begin, end - begin), 60);
}

}  // namespace

Utf8Step utf8_step(std::string_view text, std::size_t at) {
    const auto lead = byte_at(text, at);
    const auto length = length_from_lead(lead);
    if (length == 1) return {.code_point = lead};
    if (length == 0) return {.valid = false};
    auto code_point = static_cast<std::uint32_t>(lead & (0xFFU >> (length + 1)));
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i >= text.size()) return {.valid = false, .cut = true};
        const auto next = byte_at(text, at + i);
        if (i == 1 ? !second_fits(lead, next) : (next & 0xC0U) != 0x80U) return {.valid = false};
        code_point = (code_point << 6U) | (next & 0x3FU);
    }
    return {.code_point = code_point, .length = length};
}

namespace {

/// First byte at or after `at` that is not ASCII.
std::size_t first_not_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (at + 32 <= text.size()) {
        std::uint64_t words[4];
        std::memcpy(words, text.data() + at, 32);
        if (((words[0] | words[1] | words[2] | words[3]) & high_bits) != 0) break;
        at += 32;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

}  // namespace

bool is_ascii(std::string_view text) {
    return first_not_ascii(text, 0) == text.size();
}

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t at = first_not_ascii(text, 0);
    while (at < text.size()) {
        const auto step = utf8_step(text, at);
        if (!step.valid) return at;
        at += step.length;
        if (at < text.size() && byte_at(text, at) < 0x80) at = first_not_ascii(text, at);
    }
    return std::string_view::npos;
}

std::optional<DoubleEncoded> find_double_encoded(std::string_view text, std::size_t from) {
    // "Ã" (C3 83) begins every twice-encoded letter of Latin-1 from À to ÿ, å ä ö é among them.
    for (auto at = text.find("\xC3\x83", from); at != text.npos; at = text.find("\xC3\x83", at + 2)) {
        if (at + 2 >= text.size()) return {};
        const auto next = utf8_step(text, at + 2);
        if (next.valid && is_continuation_in_disguise(next.code_point)) return DoubleEncoded{word_around(text, at), at};
    }
    return {};
}

}  // namespace lykta::sources
