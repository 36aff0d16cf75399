// Small texts for messages.
#include "layers/text.hpp"

#include <array>

#include "core/language.hpp"
#include "sources/personal_data.hpp"
#include "sources/text.hpp"

namespace lykta::layers {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Two-byte UTF-8 letters of Swedish headers: as written, small, and without marks.
struct Letter {
    std::string_view written, small;
    char plain;
};
constexpr std::array<Letter, 10> letters{{{"Å", "å", 'a'},
                                          {"å", "å", 'a'},
                                          {"Ä", "ä", 'a'},
                                          {"ä", "ä", 'a'},
                                          {"Ö", "ö", 'o'},
                                          {"ö", "ö", 'o'},
                                          {"É", "é", 'e'},
                                          {"é", "é", 'e'},
                                          {"Ü", "ü", 'u'},
                                          {"ü", "ü", 'u'}}};

const Letter* letter_at(std::string_view text, std::size_t i) {
    for (const auto& letter : letters) {
        if (text.substr(i, letter.written.size()) == letter.written) return &letter;
    }
    return nullptr;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    constexpr std::string_view hard = "\xC2\xA0";  // no-break space
    while (text.starts_with(hard)) text.remove_prefix(2);
    while (text.ends_with(hard)) text.remove_suffix(2);
    return text;
}

std::string lowered(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const auto* letter = letter_at(text, i)) {
            out += letter->small;
            ++i;
        } else {
            out += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        }
    }
    return out;
}

std::string plain_word(std::string_view text) {
    std::string out;
    const std::string small = lowered(text);
    for (std::size_t i = 0; i < small.size(); ++i) {
        if (const auto* letter = letter_at(small, i)) {
            out += letter->plain;
            ++i;
        } else if ((small[i] >= 'a' && small[i] <= 'z') || is_digit(small[i])) {
            out += small[i];
        }
    }
    return out;
}

std::vector<std::string> word_parts(std::string_view text) {
    enum class Kind { none, letters, digits };
    std::vector<std::string> parts;
    Kind before = Kind::none;
    const std::string small = lowered(text);
    for (std::size_t i = 0; i < small.size();) {
        const bool wide = (static_cast<unsigned char>(small[i]) & 0xC0U) == 0xC0U;  // å, ä, ö, é take two bytes
        const auto letter = plain_word(std::string_view(small).substr(i, wide ? 2 : 1));
        i += wide ? 2 : 1;
        Kind kind = letter.empty() ? Kind::none : Kind::letters;
        if (!letter.empty() && letter[0] >= '0' && letter[0] <= '9') kind = Kind::digits;
        if (kind != Kind::none && kind != before) parts.emplace_back();
        if (kind != Kind::none) parts.back() += letter;
        before = kind;
    }
    return parts;
}

std::string shown(std::string_view cell) {
    std::string out = sources::shortened(
        sources::may_hold_personal_data(cell) ? sources::mask_personal_data(cell) : std::string(cell), 80);
    for (char& c : out) {
        if (is_blank(c) || c == '\0') c = ' ';
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string row_label(const RowAccount& account, std::int64_t row) {
    return account.row_word == "feature" ? say("feature {}", row) : say("row {}", row);
}

std::string row_list(const RowAccount& account, std::span<const std::int64_t> rows, std::int64_t count,
                     std::size_t limit) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < rows.size() && i < limit; ++i) labels.push_back(row_label(account, rows[i]));
    const auto rest = count - static_cast<std::int64_t>(labels.size());
    if (rest > 0) return say("{} and {} more", joined(labels), rest);
    return joined(labels);
}

}  // namespace lykta::layers
