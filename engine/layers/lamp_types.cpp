// Which type, style or code a register's words name.
#include "layers/lamp_types.hpp"

#include <algorithm>

#include "layers/text.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t short_word = 3;  ///< "mv" or "hit" inside a longer word means nothing

bool names(const std::vector<std::string>& words, const std::vector<std::string>& parts, const std::string& plain) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        if (word.size() > short_word && plain.find(word) != std::string::npos) return true;
        return std::find(parts.begin(), parts.end(), word) != parts.end();
    });
}

}  // namespace

const LampType& LampTypes::of(std::string_view text) const {
    const auto parts = word_parts(text);
    const auto plain = plain_word(text);
    const auto found =
        std::find_if(types.begin(), types.end(), [&](const LampType& type) { return names(type.words, parts, plain); });
    return found == types.end() ? any : *found;
}

const LampStyle* LampTypes::style_of(std::string_view text) const {
    const auto parts = word_parts(text);
    for (const auto& style : styles) {
        // Whole parts only: a description may be an address, and Parkgatan is no park.
        if (names(style.words, parts, {})) return &style;
    }
    return nullptr;
}

std::optional<double> LampTypes::flux_of_code(std::string_view text) const {
    const auto parts = word_parts(text);
    double leds = 0.0, codes = 0.0;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const auto found = led_codes.find(parts[i] + parts[i + 1]);
        if (found == led_codes.end()) continue;
        leds += found->second;
        ++codes;
    }
    return codes > 0.0 ? std::optional(leds / codes * lm_per_led) : std::nullopt;
}

}  // namespace lykta::layers
