// Scanning one block of CSV text into its share of the offsets. Inner part of scan_csv.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/csv_scan.hpp"

namespace lykta::sources {

/// One block: whole lines, scanned by one thread.
struct CsvBlock {
    std::size_t begin = 0, end = 0;
    std::int64_t first_line = 1;
    std::size_t first_row = 0;  ///< where its rows go in the shared arrays
    std::size_t room = 0;       ///< rows it can hold at most
    std::size_t rows = 0;       ///< rows it found
    bool clean = true;          ///< false: the block was cut inside a record, or quotes do not pair up
    std::int64_t too_long_line = 0;
    std::string extra;
    std::vector<std::size_t> extra_cells;  ///< cells (index in the shared arrays) that lie in `extra`
    std::vector<BrokenRow> broken;
};

/// Scans one block after another record; writes cells of whole rows to the shared arrays of `out`.
class CsvBlockScanner {
public:
    CsvBlockScanner(std::string_view text, const ScanOptions& options, Scanned& out, bool has_nul);
    void scan(CsvBlock& block);

private:
    struct Shape {  ///< of the record being read
        std::size_t begin = 0, end = 0, next = 0;
        std::size_t fields = 0;
        std::int64_t lines = 1;
        bool more_has_text = false;  ///< a field past the columns is not empty
        bool closed = true;
        bool odd_quotes = false;  ///< text follows a closing quote
    };
    Shape read_record(CsvBlock& block, std::size_t at);
    std::size_t read_plain(std::size_t at, Shape& shape);
    std::size_t read_quoted(CsvBlock& block, std::size_t at, Shape& shape);
    void store_unquoted(CsvBlock& block, Shape& shape, std::string_view raw);
    void store(Shape& shape, std::uint64_t begin, std::size_t length);
    void take_row(CsvBlock& block, const Shape& shape, std::int64_t line);
    void break_row(CsvBlock& block, const Shape& shape, std::int64_t line, RowFault fault) const;
    [[nodiscard]] bool fits(const Shape& shape) const;
    [[nodiscard]] bool is_blank(const Shape& shape) const;
    [[nodiscard]] bool is_total(const Shape& shape) const;
    [[nodiscard]] std::size_t after_first_line(const Shape& shape) const;
    [[nodiscard]] bool second_line_fits(const Shape& shape) const;
    std::size_t set_aside_first_line(CsvBlock& block, const Shape& shape, std::int64_t line) const;
    void choose_slot(const CsvBlock& block);

    std::string_view m_text;
    const ScanOptions& m_options;
    Scanned& m_out;
    bool m_has_nul;
    std::array<bool, 256> m_special{};         ///< bytes that end a plain field
    std::vector<std::uint64_t> m_spare_begin;  ///< for records that cannot become rows
    std::vector<std::uint32_t> m_spare_length;
    std::uint64_t* m_begin = nullptr;  ///< cells of the record being read
    std::uint32_t* m_length = nullptr;
    std::vector<std::size_t> m_extra_columns;  ///< columns of the record that lie in `extra`
};

}  // namespace lykta::sources
