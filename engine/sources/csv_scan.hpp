// The CSV scanner (RFC 4180, forgiving): one pass over a block of text that gives offsets, no cell copied unless it
// holds doubled quotes. Large texts are scanned in fixed blocks over the threads.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lykta::sources {

/// One record read slowly, its fields unquoted: for headers and for finding the separator.
struct Record {
    std::vector<std::string> fields;
    std::size_t begin = 0, end = 0;  ///< bytes of the record without its line end
    std::size_t next = 0;            ///< where the next record begins
    std::int64_t lines = 1;          ///< physical lines it covers
    bool closed = true;              ///< false: a quote was opened and never closed
    [[nodiscard]] bool blank() const;
};
[[nodiscard]] Record read_record(std::string_view text, std::size_t at, char delimiter);

struct ScanOptions {
    char delimiter = ';';
    std::size_t columns = 1;           ///< REQUIRES: >= 1
    std::size_t trailing_allowed = 1;  ///< empty fields more than columns that are still right. DEFAULT: 1
    std::int64_t first_line = 1;       ///< line number of the first byte scanned
    std::size_t max_line_bytes = 1 << 20;
    std::size_t block_bytes = 1 << 20;  ///< size of the blocks scanned in parallel. DEFAULT: 1 MiB
    std::string_view header;            ///< header line: a row equal to it is a repeat of it, not a record
};

/// Why a record is not a row of the table.
enum class RowFault { field_count, unclosed_quote, cut_at_end, nul_byte, total, repeated_header };
struct BrokenRow {
    std::int64_t line = 0;
    std::size_t begin = 0, length = 0;  ///< bytes of the record, verbatim
    std::size_t fields = 0;
    RowFault fault = RowFault::field_count;
};

/// Offsets of all whole rows. Cells at or past text.size() lie in `extra`, which the caller appends to the text.
struct Scanned {
    std::vector<std::uint64_t> begin;
    std::vector<std::uint32_t> length;
    std::vector<std::int64_t> line;
    std::vector<std::uint64_t> raw_begin;
    std::vector<std::uint32_t> raw_length;
    std::string extra;               ///< unquoted text of cells that held doubled quotes
    std::vector<BrokenRow> broken;   ///< in row order
    std::int64_t too_long_line = 0;  ///< first line over the limit; 0: none
    bool ends_with_line_end = true;
};

/// Scans text[from …]. Blank lines are no rows. A record that runs over several lines and does not fit the columns,
/// while its second line alone does, has a stray quote: its first line is set aside and reading goes on with the
/// second. \pre text.size() < 2^62 \correctness  tests: twin that reads byte by byte, on random texts; the same result
/// for every block size
[[nodiscard]] Scanned scan_csv(std::string_view text, std::size_t from, const ScanOptions& options);

/// "Summa", "Totalt:", "Antal rader 5" … at the start of a cell.
[[nodiscard]] bool is_total_word(std::string_view cell);

}  // namespace lykta::sources
