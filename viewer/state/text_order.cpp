// The order of letters in Swedish: åäö last, accents as their plain letter, numbers by value.
#include "viewer/state/text_order.hpp"

#include <algorithm>

#include "layers/text.hpp"
#include "sources/utf8.hpp"

namespace lykta::viewer {
namespace {

/// Letters that are ordered as another. '{', '|' and '}' come right after 'z' in ASCII.
struct Letters {
    std::u32string_view from;
    char as;
};
constexpr Letters ordered_as[] = {{U"å", '{'},    {U"äæ", '|'}, {U"öø", '}'},  {U"éèêë", 'e'},
                                  {U"áàâã", 'a'}, {U"üý", 'y'}, {U"óòô", 'o'}, {U"íìîï", 'i'},
                                  {U"úùû", 'u'},  {U"ç", 'c'},  {U"ñ", 'n'}};

void add_letter(char32_t letter, std::string_view bytes, std::string& key) {
    for (const auto& [from, as] : ordered_as)
        if (from.find(letter) != from.npos) {
            key += as;
            return;
        }
    key += bytes;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number's digits after how many they are: 9 → "\1" "9" before 10 → "\2" "10", all before letters.
std::size_t add_number(std::string_view text, std::size_t at, std::string& key) {
    while (at + 1 < text.size() && text[at] == '0' && is_digit(text[at + 1])) ++at;
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    key += '0';
    key += static_cast<char>(std::min<std::size_t>(end - at, 100));
    key += text.substr(at, end - at);
    return end;
}

}  // namespace

std::string order_key(std::string_view name) {
    const std::string small = layers::lowered(name);
    std::string key;
    for (std::size_t at = 0; at < small.size();) {
        if (is_digit(small[at])) {
            at = add_number(small, at, key);
            continue;
        }
        const auto step = sources::utf8_step(small, at);
        add_letter(step.code_point, std::string_view(small).substr(at, step.length), key);
        at += step.length;
    }
    return key;
}

bool holds_text(std::string_view name, std::string_view part) {
    return part.empty() || layers::lowered(name).find(layers::lowered(part)) != std::string::npos;
}

}  // namespace lykta::viewer
