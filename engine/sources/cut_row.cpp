// Judging whether a last cell was cut, by the form of its column.
#include "sources/cut_row.hpp"

#include <algorithm>

#include "core/language.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

constexpr std::size_t compared_rows = 1000, enough_rows = 3;

/// A cell with digits as 9 and letters as a: "2024-01-03 21:40" → "9999-99-99 99:99".
std::string form_of(std::string_view cell) {
    std::string form;
    for (const char c : cell) form += is_digit(c) ? '9' : is_ascii_letter(c) ? 'a' : c;
    return form;
}

struct Digits {
    std::size_t whole = 0, decimals = 0;
    bool number = false;
};

Digits digits_of(std::string_view cell) {
    Digits digits;
    std::size_t i = !cell.empty() && (cell[0] == '-' || cell[0] == '+') ? 1 : 0;
    for (; i < cell.size() && is_digit(cell[i]); ++i) ++digits.whole;
    if (i < cell.size() && (cell[i] == ',' || cell[i] == '.'))
        for (++i; i < cell.size() && is_digit(cell[i]); ++i) ++digits.decimals;
    digits.number = i == cell.size() && digits.whole > 0;
    return digits;
}

struct Range {
    std::size_t least = SIZE_MAX, most = 0;
    void grow(std::size_t n) { least = std::min(least, n), most = std::max(most, n); }
};

std::optional<std::string> why_cut_number(const Digits& last, const std::vector<std::string_view>& others) {
    Range whole, decimals;
    for (const auto cell : others) {
        const auto digits = digits_of(cell);
        if (!digits.number) return {};
        whole.grow(digits.whole);
        decimals.grow(digits.decimals);
    }
    if (whole.least == whole.most && whole.least >= 4 && last.whole < whole.least)
        return say("digits in its last number: {0}, in all others: {1}", last.whole, whole.least);
    if (decimals.least == decimals.most && last.decimals < decimals.least)
        return say("decimals in its last number: {0}, in all others: {1}", last.decimals, decimals.least);
    if (decimals.least >= 3 && last.decimals + 1 < decimals.least)
        return say("decimals in its last number: {0}, in all others at least {1}", last.decimals, decimals.least);
    return {};
}

}  // namespace

std::optional<std::string> why_cut(std::string_view last, const std::vector<std::string_view>& others) {
    if (others.size() < enough_rows) return {};
    const bool all_filled = std::none_of(others.begin(), others.end(), [](auto cell) { return cell.empty(); });
    if (!all_filled) return {};
    if (last.empty()) return std::string{tr("its last cell is empty where no other is")};
    const auto digits = digits_of(last);
    if (digits.number || last == "-")
        if (auto why = why_cut_number(digits, others)) return why;
    const auto form = form_of(others.front());
    const bool one_form =
        std::all_of(others.begin(), others.end(), [&form](auto cell) { return form_of(cell) == form; });
    const auto own = form_of(last);
    const bool has_digit = form.find('9') != form.npos && form.find_first_not_of("9,.") != form.npos;
    if (one_form && has_digit && own.size() < form.size() && form.starts_with(own))
        return say("its last cell \"{0}\" is only the beginning of the form all others have (\"{1}\")", last,
                   others.front());
    return {};
}

std::optional<std::string> why_cut(const Table::Parts& parts) {
    const auto columns = parts.names.size(), rows = parts.row_number.size();
    const auto cell = [&](std::size_t row) {
        const auto i = row * columns + columns - 1;
        return trimmed(std::string_view{*parts.bytes}.substr(parts.begin[i], parts.length[i]));
    };
    const auto last = rows - 1;
    const auto end = parts.begin.back() + parts.length.back();
    if (end < parts.bytes->size() && (*parts.bytes)[end] == '"') return {};  // closed by its quote
    std::vector<std::string_view> others;
    for (auto row = last > compared_rows ? last - compared_rows : 0; row < last; ++row) others.push_back(cell(row));
    return why_cut(cell(last), others);
}

}  // namespace lykta::sources
