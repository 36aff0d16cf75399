// The user's language: translated texts (gettext) and numbers written the way its readers write them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace lykta {

enum class Language { swedish, english };

/// Sets the language of every later message. Swedish is the first language. Not thread-safe: call before work starts.
void set_language(Language language);
[[nodiscard]] Language language();
[[nodiscard]] Language language_from_text(std::string_view text);  ///< "sv" or "en"; \throws Error{bad_option}

/// The text in the user's language; `english` is the key in po/sv.po. Marked for xgettext by this name.
[[nodiscard]] const char* tr(const char* english);
/// Singular and plural by count.
[[nodiscard]] const char* trn(const char* one, const char* many, std::int64_t count);

/// tr() and then fmt: say("{}: {} rows", file, n). Arguments are named by position so that a translation may reorder.
template <class... Args>
[[nodiscard]] std::string say(const char* english, const Args&... args) {
    return fmt::format(fmt::runtime(tr(english)), args...);
}

/// 12345.678 → "12 345,7" (Swedish, no-break spaces) or "12,345.7" (English).
[[nodiscard]] std::string number_text(double value, int decimals);
[[nodiscard]] std::string number_text(std::int64_t value);
/// "7,3 %" or "7.3%"
[[nodiscard]] std::string percent_text(double share, int decimals = 0);

}  // namespace lykta
