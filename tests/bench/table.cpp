// Rows to aligned Markdown.
#include "table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

namespace lykta::bench {

namespace {

constexpr std::size_t columns = 8;
using Cells = std::array<std::string, columns>;

/// Characters, not bytes: "µs" and "×" are one wider in UTF-8 than on the screen.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// Number of a note, new or already there.
std::size_t note_number(std::vector<std::string>& notes, const std::string& text) {
    const auto at = std::find(notes.begin(), notes.end(), text);
    if (at != notes.end()) return static_cast<std::size_t>(at - notes.begin()) + 1;
    notes.push_back(text);
    return notes.size();
}

std::string compared_text(const std::optional<Compared>& side, Unit unit, std::vector<std::string>& notes) {
    if (!side) return "–";
    return fmt::format("{} [{}]", value_text(side->value, unit), note_number(notes, side->what));
}

std::string times_text(double times) {
    return fmt::format("{:.{}f} ×", times, times < 9.95 ? 1 : 0);
}

Cells cells_of(const Row& row, std::vector<std::string>& notes) {
    Cells cells{row.stage, row.size, value_text(row.value, row.unit)};
    cells[3] = compared_text(row.plain, row.unit, notes);
    cells[4] = row.plain ? times_text(row.plain->value / row.value) : "–";
    cells[5] = compared_text(row.limit, row.unit, notes);
    cells[6] = row.limit ? times_text(row.value / row.limit->value) : "–";
    cells[7] = !row.target ? "–"
                           : fmt::format("< {}: {}", value_text(*row.target, row.unit),
                                         row.value < *row.target ? "met" : "MISSED");
    return cells;
}

void print_line(std::ostream& out, const Cells& cells, const std::array<std::size_t, columns>& widths) {
    for (std::size_t c = 0; c < columns; ++c) {
        const std::string blanks(widths[c] - width_of(cells[c]), ' ');
        const bool is_text = c < 2;
        out << "| " << (is_text ? cells[c] + blanks : blanks + cells[c]) << ' ';
    }
    out << "|\n";
}

}  // namespace

std::string value_text(double value, Unit unit) {
    if (unit == Unit::megabytes) return fmt::format("{:.0f} MB", value);
    if (value < 0.9995e-3) return fmt::format("{:.0f} µs", value * 1e6);
    if (value < 0.09995) return fmt::format("{:.1f} ms", value * 1e3);
    if (value < 0.9995) return fmt::format("{:.0f} ms", value * 1e3);
    return fmt::format("{:.{}f} s", value, value < 99.5 ? 2 : 0);
}

void print_table(std::ostream& out, const Rows& rows) {
    std::vector<std::string> notes;
    std::vector<Cells> lines{{"stage", "size", "Lykta", "plain", "plain ÷ Lykta", "limit", "Lykta ÷ limit", "target"}};
    for (const auto& row : rows) lines.push_back(cells_of(row, notes));
    std::array<std::size_t, columns> widths{};
    for (const auto& line : lines)
        for (std::size_t c = 0; c < columns; ++c) widths[c] = std::max(widths[c], width_of(line[c]));
    print_line(out, lines.front(), widths);
    for (std::size_t c = 0; c < columns; ++c)
        out << (c < 2 ? "| " : "|-") << std::string(widths[c], '-') << (c < 2 ? " " : ":");
    out << "|\n";
    for (std::size_t i = 1; i < lines.size(); ++i) print_line(out, lines[i], widths);
    out << '\n';
    for (std::size_t i = 0; i < notes.size(); ++i) out << fmt::format("[{}] {}  \n", i + 1, notes[i]);
}

}  // namespace lykta::bench
