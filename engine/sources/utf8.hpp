// UTF-8 byte by byte: what a sequence is, whether a text is well formed, whether text looks encoded twice.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lykta::sources {

/// One step through bytes that claim to be UTF-8.
struct Utf8Step {
    char32_t code_point = 0;
    std::size_t length = 1;
    bool valid = true;
    bool cut = false;  ///< invalid only because the text ends inside the sequence
};
/// The sequence at `at`. Overlong forms, surrogates and numbers past U+10FFFF are invalid. \pre at < text.size()
[[nodiscard]] Utf8Step utf8_step(std::string_view text, std::size_t at);

[[nodiscard]] bool is_ascii(std::string_view text);

/// Position of the first byte that is no UTF-8, npos when the whole text is well formed. Skips ASCII eight bytes a
/// time.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

/// Letters that were turned into UTF-8 twice ("Ã¥" for "å"): the first such word, with its position. Empty when none.
struct DoubleEncoded {
    std::string word;
    std::size_t position = 0;
};
[[nodiscard]] std::optional<DoubleEncoded> find_double_encoded(std::string_view text, std::size_t from = 0);

}  // namespace lykta::sources
