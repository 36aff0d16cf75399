#include "core/language.hpp"

#include <libintl.h>

#include <array>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "core/error.hpp"

namespace lykta {

namespace {

Language current = Language::swedish;
constexpr const char* no_break_space = "\u00a0";

/// Catalogues stand in `locale/` beside the program; an installed program finds them under share/locale.
std::string catalogue_folder() {
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    for (const auto* place : {"locale", "../share/locale"}) {
        const auto folder = program.parent_path() / place;
        if (!failed && std::filesystem::exists(folder, failed)) return folder.string();
    }
    return "/usr/share/locale";
}

void bind_catalogue() {
    // Any locale but "C" makes gettext look at LANGUAGE; C.UTF-8 is always there and leaves numbers as they are.
    if (std::setlocale(LC_MESSAGES, "C.UTF-8") == nullptr) std::setlocale(LC_MESSAGES, "en_US.UTF-8");
    bindtextdomain("lykta", catalogue_folder().c_str());
    bind_textdomain_codeset("lykta", "UTF-8");
    textdomain("lykta");
}

std::string grouped(std::string digits, const char* mark) {
    const std::size_t start = digits.starts_with('-') ? 1 : 0;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > static_cast<std::ptrdiff_t>(start); at -= 3)
        digits.insert(static_cast<std::size_t>(at), mark);
    if (start == 1) digits.replace(0, 1, "\u2212");
    return digits;
}

}  // namespace

void set_language(Language language) {
    static const bool bound = (bind_catalogue(), true);
    static_cast<void>(bound);
    current = language;
    setenv("LANGUAGE", language == Language::swedish ? "sv" : "en", 1);
    textdomain("lykta");  // makes gettext forget the catalogue it chose before
}

Language language() {
    return current;
}

Language language_from_text(std::string_view text) {
    if (text == "sv") return Language::swedish;
    if (text == "en") return Language::english;
    throw Error{ErrorCode::bad_option, say("language '{}' is not offered; choose sv or en", text)};
}

const char* tr(const char* english) {
    return *english == '\0' ? english : gettext(english);
}

const char* trn(const char* one, const char* many, std::int64_t count) {
    return ngettext(one, many, static_cast<unsigned long>(std::abs(count)));
}

std::string number_text(std::int64_t value) {
    return grouped(std::to_string(value), current == Language::swedish ? no_break_space : ",");
}

std::string number_text(double value, int decimals) {
    if (!std::isfinite(value)) return "–";
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.starts_with('-')) text.erase(0, 1);
    const auto point = text.find('.');
    const auto fraction = point == std::string::npos ? std::string{} : text.substr(point + 1);
    const bool swedish = current == Language::swedish;
    auto whole = grouped(text.substr(0, point), swedish ? no_break_space : ",");
    return fraction.empty() ? whole : whole + (swedish ? "," : ".") + fraction;
}

std::string percent_text(double share, int decimals) {
    return number_text(share * 100.0, decimals) + (current == Language::swedish ? "\u00a0%" : "%");
}

}  // namespace lykta
