// Cutting CSV text into blocks, scanning them over the threads, and closing the gaps between their rows.
#include "sources/csv_scan.hpp"

#include <algorithm>
#include <cstring>

#include "core/parallel.hpp"
#include "sources/csv_block.hpp"

namespace lykta::sources {

namespace {

/// What a stretch of text holds, counted in one cheap pass.
struct Counts {
    std::size_t quotes = 0;
    std::size_t line_ends = 0;    ///< LF, CRLF or bare CR
    std::size_t line_starts = 0;  ///< lines with at least one byte: more rows than that there cannot be
};

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

Counts count_in(std::string_view text, std::size_t begin, std::size_t end) {
    Counts counts;
    const char* p = text.data();
    for (auto i = begin; i < end; ++i) counts.quotes += p[i] == '"' ? 1U : 0U;
    if (begin < end && !is_line_end(p[begin])) ++counts.line_starts;
    for (auto i = begin + 1; i < end; ++i)
        counts.line_starts += static_cast<unsigned>(is_line_end(p[i - 1])) & static_cast<unsigned>(!is_line_end(p[i]));
    for (auto i = begin; i < end; ++i) counts.line_ends += p[i] == '\n' ? 1U : 0U;
    if (std::memchr(p + begin, '\r', end - begin) == nullptr) return counts;
    for (auto i = begin; i < end; ++i) {
        const bool bare = p[i] == '\r' && (i + 1 >= text.size() || p[i + 1] != '\n');
        counts.line_ends += bare ? 1U : 0U;
    }
    return counts;
}

std::vector<std::size_t> quotes_by_stretch(std::string_view text, std::size_t from, std::size_t size) {
    const auto stretches = (text.size() - from + size - 1) / size;
    std::vector<std::size_t> quotes(stretches, 0);
    parallel_blocks(stretches, 1, [&](std::size_t first, std::size_t last) {
        for (auto s = first; s < last; ++s) {
            const auto begin = from + s * size, end = std::min(text.size(), begin + size);
            quotes[s] = static_cast<std::size_t>(std::count(text.data() + begin, text.data() + end, '"'));
        }
    });
    return quotes;
}

/// The first place after a line end at or after `at`, before `limit`, with an even number of quotes before it.
std::size_t safe_cut(std::string_view text, std::size_t at, std::size_t limit, std::size_t quotes_before) {
    while (at < limit) {
        const auto* end = static_cast<const char*>(std::memchr(text.data() + at, '\n', limit - at));
        if (end == nullptr) return limit;
        const auto next = static_cast<std::size_t>(end - text.data()) + 1;
        quotes_before += static_cast<std::size_t>(std::count(text.data() + at, text.data() + next, '"'));
        if (quotes_before % 2 == 0) return next;
        at = next;
    }
    return limit;
}

/// Blocks of about block_bytes, cut at line ends outside quotes (an even number of quotes lies before them).
std::vector<CsvBlock> cut_blocks(std::string_view text, std::size_t from, std::size_t size) {
    std::vector<CsvBlock> blocks;
    const auto quotes = quotes_by_stretch(text, from, size);
    std::size_t begin = from, before = 0;
    for (std::size_t s = 1; s < quotes.size(); ++s) {
        before += quotes[s - 1];
        const auto at = from + s * size, limit = std::min(text.size(), at + size);
        if (at < begin) continue;
        const auto cut = safe_cut(text, at, limit, before);
        if (cut == limit) continue;
        blocks.push_back({.begin = begin, .end = cut});
        begin = cut;
    }
    blocks.push_back({.begin = begin, .end = text.size()});
    return blocks;
}

/// Gives every block its first line and its room in the arrays. A row of n columns takes at least n bytes.
void lay_out(std::string_view text, const ScanOptions& options, std::vector<CsvBlock>& blocks, Scanned& out) {
    std::vector<Counts> counts(blocks.size());
    parallel_blocks(blocks.size(), 1, [&](std::size_t first, std::size_t last) {
        for (auto b = first; b < last; ++b) counts[b] = count_in(text, blocks[b].begin, blocks[b].end);
    });
    std::size_t rows = 0;
    auto line = options.first_line;
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        blocks[b].first_line = line;
        blocks[b].first_row = rows;
        blocks[b].room = std::min(counts[b].line_starts, (blocks[b].end - blocks[b].begin) / options.columns + 1);
        rows += blocks[b].room;
        line += static_cast<std::int64_t>(counts[b].line_ends);
    }
    out.begin.resize(rows * options.columns);
    out.length.resize(rows * options.columns);
    out.line.resize(rows);
    out.raw_begin.resize(rows);
    out.raw_length.resize(rows);
}

template <class T>
void move_down(std::vector<T>& values, std::size_t from, std::size_t to, std::size_t count) {
    if (from != to && count > 0) std::memmove(values.data() + to, values.data() + from, count * sizeof(T));
}

/// Cells that were copied get their final offset, behind the text and the copies of earlier blocks.
void place_extra(std::string_view text, std::vector<CsvBlock>& blocks, Scanned& out) {
    for (auto& block : blocks) {
        const auto base = text.size() + out.extra.size();
        for (const auto cell : block.extra_cells) out.begin[cell] += base;
        out.extra += block.extra;
        block.extra = {};
    }
}

void close_gaps(const ScanOptions& options, const std::vector<CsvBlock>& blocks, Scanned& out) {
    std::size_t rows = 0;
    for (const auto& block : blocks) {
        move_down(out.begin, block.first_row * options.columns, rows * options.columns, block.rows * options.columns);
        move_down(out.length, block.first_row * options.columns, rows * options.columns, block.rows * options.columns);
        move_down(out.line, block.first_row, rows, block.rows);
        move_down(out.raw_begin, block.first_row, rows, block.rows);
        move_down(out.raw_length, block.first_row, rows, block.rows);
        rows += block.rows;
    }
    out.begin.resize(rows * options.columns);
    out.length.resize(rows * options.columns);
    out.line.resize(rows);
    out.raw_begin.resize(rows);
    out.raw_length.resize(rows);
}

/// A last record without line end and with too few fields was cut off.
void mark_cut_end(std::string_view text, const ScanOptions& options, Scanned& out) {
    out.ends_with_line_end = text.empty() || is_line_end(text.back());
    if (out.ends_with_line_end || out.broken.empty()) return;
    auto& last = out.broken.back();
    const bool at_end = last.begin + last.length == text.size();
    if (at_end && last.fault == RowFault::field_count && last.fields < options.columns)
        last.fault = RowFault::cut_at_end;
}

/// False where a block was cut inside a record: then only one block over everything is right.
bool scan_blocks(std::string_view text, const ScanOptions& options, std::vector<CsvBlock>& blocks, Scanned& out) {
    lay_out(text, options, blocks, out);
    const bool has_nul = std::memchr(text.data(), 0, text.size()) != nullptr;
    parallel_blocks(blocks.size(), 1, [&](std::size_t first, std::size_t last) {
        CsvBlockScanner scanner{text, options, out, has_nul};
        for (auto b = first; b < last; ++b) scanner.scan(blocks[b]);
    });
    return std::all_of(blocks.begin(), blocks.end(), [](const CsvBlock& block) { return block.clean; });
}

}  // namespace

Scanned scan_csv(std::string_view text, std::size_t from, const ScanOptions& options) {
    Scanned out;
    if (from >= text.size()) return out;
    auto blocks = cut_blocks(text, from, std::max<std::size_t>(options.block_bytes, 16));
    if (!scan_blocks(text, options, blocks, out) && blocks.size() > 1) {
        out = {};
        blocks.assign(1, {.begin = from, .end = text.size()});
        scan_blocks(text, options, blocks, out);
    }
    place_extra(text, blocks, out);
    close_gaps(options, blocks, out);
    for (const auto& block : blocks) {
        out.broken.insert(out.broken.end(), block.broken.begin(), block.broken.end());
        if (out.too_long_line == 0) out.too_long_line = block.too_long_line;
    }
    mark_cut_end(text, options, out);
    return out;
}

}  // namespace lykta::sources
