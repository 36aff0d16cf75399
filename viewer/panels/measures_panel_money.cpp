// Reading a sum of money as people type it, in Swedish or English.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/language.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

/// Lower case, without spaces of any kind.
std::string tight(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u00a0"))
            ++i;
        else if (text.substr(i).starts_with("\u202f"))
            i += 2;
        else if (text[i] != ' ' && text[i] != '\t')
            out += static_cast<char>(text[i] >= 'A' && text[i] <= 'Z' ? text[i] - 'A' + 'a' : text[i]);
    }
    return out;
}

/// Takes the unit away and says what it multiplies by.
double take_unit(std::string& text) {
    constexpr std::array<std::pair<std::string_view, double>, 8> units{{{"mnkr", 1e6},
                                                                        {"mkr", 1e6},
                                                                        {"msek", 1e6},
                                                                        {"miljoner", 1e6},
                                                                        {"tkr", 1e3},
                                                                        {"tsek", 1e3},
                                                                        {"sek", 1},
                                                                        {"kr", 1}}};
    for (const auto& [unit, factor] : units) {
        if (text.ends_with(unit)) {
            text.resize(text.size() - unit.size());
            return factor;
        }
        if (text.starts_with(unit)) {
            text.erase(0, unit.size());
            return factor;
        }
    }
    return 1;
}

/// "1.250.000": every part after a mark has three digits.
bool groups_thousands(std::string_view text, char mark) {
    auto at = text.find(mark);
    if (at == std::string_view::npos || at == 0 || at > 3) return false;
    while (at != std::string_view::npos) {
        const auto next = text.find(mark, at + 1);
        if ((next == std::string_view::npos ? text.size() : next) - at != 4) return false;
        at = next;
    }
    return true;
}

}  // namespace

std::optional<double> money_from(std::string_view typed) {
    std::string text = tight(typed);
    const double factor = take_unit(text);
    const bool swedish = language() == Language::swedish;
    const char decimal = swedish ? ',' : '.', other = swedish ? '.' : ',';
    if (groups_thousands(text, other))
        std::erase(text, other);
    else
        std::replace(text.begin(), text.end(), other, decimal);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (text.empty() || failed != std::errc{} || end != text.data() + text.size() || !(value >= 0)) return std::nullopt;
    return value * factor;
}

}  // namespace lykta::viewer
