// Reading single CSV records slowly, for headers and samples; and the words that begin a total row.
#include <algorithm>
#include <array>

#include "sources/csv_scan.hpp"
#include "sources/text.hpp"

namespace lykta::sources {

namespace {

/// Length of the line end at `at` (0, 1 or 2 bytes).
std::size_t line_end_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '\n') return 1;
    if (text[at] != '\r') return 0;
    return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
}

/// Reads a quoted field from its opening quote; returns the position after the closing one.
std::size_t read_quoted(std::string_view text, std::size_t at, std::string& field, Record& record) {
    for (++at; at < text.size();) {
        if (text[at] == '"') {
            if (at + 1 >= text.size() || text[at + 1] != '"') return at + 1;
            field += '"';
            at += 2;
        } else if (const auto end = line_end_at(text, at); end > 0) {
            field += text.substr(at, end);
            at += end;
            ++record.lines;
        } else {
            field += text[at++];
        }
    }
    record.closed = false;
    return at;
}

}  // namespace

bool Record::blank() const {
    return fields.size() == 1 && trimmed(fields.front()).empty();
}

Record read_record(std::string_view text, std::size_t at, char delimiter) {
    Record record;
    record.begin = at;
    while (true) {
        std::string field;
        if (at < text.size() && text[at] == '"') at = read_quoted(text, at, field, record);
        while (at < text.size() && text[at] != delimiter && line_end_at(text, at) == 0) field += text[at++];
        record.fields.push_back(std::move(field));
        if (at >= text.size() || text[at] != delimiter) break;
        ++at;
    }
    record.end = at;
    record.next = at + line_end_at(text, at);
    return record;
}

bool is_total_word(std::string_view cell) {
    constexpr std::array<std::string_view, 16> words{
        "summa",       "totalt",   "total",       "totalsumma", "delsumma",  "slutsumma",  "sum",        "totals",
        "grand total", "subtotal", "antal rader", "antal",      "summering", "genomsnitt", "medelvärde", "average"};
    cell = trimmed(cell);
    if (cell.size() < 3 || cell.size() > 60) return false;
    const auto text = lower(cell);
    return std::any_of(words.begin(), words.end(), [&text](std::string_view word) {
        if (!text.starts_with(word)) return false;
        const auto rest = trimmed(std::string_view{text}.substr(word.size()));
        if (rest.empty() || rest.front() == '=' || is_digit(rest.front())) return true;
        return rest.front() == ':' || (text[word.size()] == ' ' && rest.find(':') != rest.npos);  // "totalt antal: 5"
    });
}

}  // namespace lykta::sources
