// One pass over the cells, in fixed blocks of rows over the threads; the columns decide what numbers mean.
#include "sources/cell_checks.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "sources/issues.hpp"
#include "sources/personal_data.hpp"
#include "sources/text.hpp"
#include "sources/utf8.hpp"
#include "sources/values.hpp"

namespace lykta::sources {

namespace {

enum class Finding { formula, personal_number, phone_number, mail_address, double_encoded, lost_letters };
constexpr std::size_t finding_kinds = 6, block_rows = 16384;

/// A cell that is a personal number by form and nothing else; counted per column first.
struct WholeCell {
    std::size_t row = 0, column = 0;
};

/// What one block of rows holds, in row order.
struct BlockFindings {
    struct Hit {
        std::size_t row;
        Finding finding;
    };
    std::vector<Hit> hits;
    std::vector<WholeCell> whole_cells;           ///< right check digit
    std::vector<std::size_t> wrong_check_digits;  ///< per column
    std::string example;                          ///< of double encoding
};

Finding finding_of(PersonalKind kind) {
    switch (kind) {
        case PersonalKind::phone_number:
            return Finding::phone_number;
        case PersonalKind::mail_address:
            return Finding::mail_address;
        case PersonalKind::personal_number:
            break;
    }
    return Finding::personal_number;
}

void check_personal(std::string_view cell, const WholeCell& place, BlockFindings& block) {
    if (!may_hold_personal_data(cell)) return;
    const auto shape = personal_shape(cell);
    if (shape == PersonalShape::right_check_digit) block.whole_cells.push_back(place);
    if (shape == PersonalShape::wrong_check_digit) ++block.wrong_check_digits[place.column];
    if (shape != PersonalShape::none) return;
    const bool only_digits = cell.find_first_not_of("0123456789") == cell.npos;  // an id, as far as anyone can tell
    for (const auto& match : find_personal_data(cell))
        if (!only_digits || match.kind == PersonalKind::personal_number)
            block.hits.push_back({place.row, finding_of(match.kind)});
}

void check_letters(std::string_view cell, std::size_t row, BlockFindings& block) {
    if (is_ascii(cell)) return;
    if (cell.find("\xEF\xBF\xBD") != cell.npos) block.hits.push_back({row, Finding::lost_letters});
    const auto twice = find_double_encoded(cell);
    if (!twice) return;
    block.hits.push_back({row, Finding::double_encoded});
    if (block.example.empty()) block.example = twice->word;
}

bool may_be_formula(char first) {
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

BlockFindings check_block(const Table& table, std::size_t first, std::size_t last) {
    BlockFindings block;
    block.wrong_check_digits.resize(table.columns());
    for (auto row = first; row < last; ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const auto cell = table.cell(row, column);
            if (cell.empty()) continue;
            if (may_be_formula(cell.front()) && is_formula(cell)) block.hits.push_back({row, Finding::formula});
            check_personal(cell, {row, column}, block);
            check_letters(cell, row, block);
        }
    }
    return block;
}

/// Whole-cell numbers count as persons where at least half of the column's have a right check digit: of case numbers
/// and dates only one in ten has.
void add_whole_cells(std::vector<BlockFindings>& blocks, std::size_t columns) {
    std::vector<std::size_t> right(columns), wrong(columns);
    for (const auto& block : blocks) {
        for (const auto& cell : block.whole_cells) ++right[cell.column];
        for (std::size_t c = 0; c < columns; ++c) wrong[c] += block.wrong_check_digits[c];
    }
    for (auto& block : blocks) {
        for (const auto& cell : block.whole_cells)
            if (right[cell.column] >= wrong[cell.column]) block.hits.push_back({cell.row, Finding::personal_number});
        std::stable_sort(block.hits.begin(), block.hits.end(),
                         [](const auto& a, const auto& b) { return a.row < b.row; });
    }
}

std::string message_for(Finding finding, const Issue& issue, std::string_view row_word, const std::string& example) {
    const auto rows = rows_named(row_word, issue.rows, issue.count);
    switch (finding) {
        case Finding::formula:
            return say(
                "{0} cells a spreadsheet would run as a formula ({1}); kept as text and made harmless in every "
                "file written",
                issue.count, rows);
        case Finding::personal_number:
            return say(
                "{0} cells look like personal numbers ({1}); they are masked in every output. Remove them from the "
                "file if the purpose does not need them",
                issue.count, rows);
        case Finding::phone_number:
            return say("{0} cells look like telephone numbers ({1})", issue.count, rows);
        case Finding::mail_address:
            return say("{0} cells look like mail addresses ({1})", issue.count, rows);
        case Finding::double_encoded:
            return say("text looks encoded twice, for instance \"{0}\" ({1}); export the file again as UTF-8", example,
                       rows);
        case Finding::lost_letters:
            break;
    }
    return say("{0} cells hold letters already lost (shown as �) ({1}); export the file again as UTF-8", issue.count,
               rows);
}

constexpr std::array<std::string_view, finding_kinds> finding_codes{"formula_cell", "personal_number", "phone_number",
                                                                    "mail_address", "double_encoded",  "lost_letters"};

}  // namespace

bool is_formula(std::string_view cell) {
    if (cell.size() < 2) return false;
    const char first = cell.front();
    if (first == '=') return true;
    if (first == '@') return cell[1] != ' ';
    if (first == '\t' || first == '\r') return !trimmed(cell).empty();
    if (first != '+' && first != '-') return false;
    if (read_number(cell).trouble != NumberTrouble::not_a_number || read_degrees_minutes_seconds(cell)) return false;
    const auto rest = cell.substr(1);
    const bool has_operator = rest.find_first_of("=(|!*/+") != rest.npos;
    return has_operator || is_digit(rest.front());  // "-okänd" and "- se anmälan" are words with a dash
}

void check_cells(const Table& table, RowAccount& account) {
    const auto count = (table.rows() + block_rows - 1) / block_rows;
    std::vector<BlockFindings> blocks(count);
    parallel_blocks(table.rows(), block_rows, [&](std::size_t first, std::size_t last) {
        blocks[first / block_rows] = check_block(table, first, last);
    });
    add_whole_cells(blocks, table.columns());
    std::array<Issue, finding_kinds> issues;
    std::string example;
    for (const auto& block : blocks) {
        for (const auto& hit : block.hits) {
            auto& issue = issues[static_cast<std::size_t>(hit.finding)];
            const auto row = table.row_number(hit.row);
            if (!issue.rows.empty() && issue.rows.back() == row)
                ++issue.count;
            else
                count_row(issue, row);
        }
        if (example.empty()) example = block.example;
    }
    for (std::size_t f = 0; f < finding_kinds; ++f) {
        if (issues[f].count == 0) continue;
        issues[f].code = finding_codes[f];
        issues[f].severity = Severity::warning;
        issues[f].message = message_for(static_cast<Finding>(f), issues[f], account.row_word, example);
        account.issues.push_back(std::move(issues[f]));
    }
}

std::string decimal_sign_of(const Table& table) {
    std::size_t commas = 0, points = 0;
    for (std::size_t row = 0; row < std::min<std::size_t>(table.rows(), 1000); ++row) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const auto cell = trimmed(table.cell(row, column));
            const auto sign = cell.find_first_not_of("0123456789", !cell.empty() && cell[0] == '-' ? 1 : 0);
            if (sign == cell.npos || sign == 0 || sign + 1 >= cell.size()) continue;
            if (cell.find_first_not_of("0123456789", sign + 1) != cell.npos) continue;
            if (cell[sign] == ',') ++commas;
            if (cell[sign] == '.') ++points;
        }
    }
    return commas == 0 && points == 0 ? "" : commas >= points ? "," : ".";
}

}  // namespace lykta::sources
