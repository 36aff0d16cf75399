// What every source becomes: a table of text cells with line numbers, and a geometry per row where the file has one.
// Text stays text here (ids keep their leading zeros, "6,47E+06" keeps its form); layers give it types.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.hpp"
#include "core/rows.hpp"

namespace lykta::sources {

/// Columns by rows of UTF-8 text. Cells point into one block of bytes owned by the table: a million rows cost two
/// offsets a cell and no allocation. Rows the reader had to set aside are not here; they are in `account`.
class Table {
public:
    [[nodiscard]] std::size_t rows() const { return m_row_number.size(); }
    [[nodiscard]] std::size_t columns() const { return m_names.size(); }
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    /// Column by name: exact, then without case and surrounding blanks. Empty when absent.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
        const auto i = row * m_names.size() + column;
        return {m_bytes->data() + m_begin[i], m_length[i]};
    }
    [[nodiscard]] std::int64_t row_number(std::size_t row) const { return m_row_number[row]; }
    [[nodiscard]] std::string raw(std::size_t row) const;  ///< the row verbatim (CSV) or its cells joined by ';'
    [[nodiscard]] bool has_geometry() const { return m_has_geometry; }
    /// Geometry of a row in the file's own CRS, x = east or longitude. monostate where the row has none.
    [[nodiscard]] const Geometry& geometry(std::size_t row) const { return m_geometry[row]; }

    // Filled by the readers in sources/ only.
    struct Parts;
    explicit Table(Parts parts);
    Table() = default;

private:
    std::vector<std::string> m_names;
    std::shared_ptr<const std::string> m_bytes;
    std::vector<std::uint64_t> m_begin;
    std::vector<std::uint32_t> m_length;
    std::vector<std::int64_t> m_row_number;
    std::vector<std::uint64_t> m_raw_begin;  ///< verbatim row, empty where the source has no lines
    std::vector<std::uint32_t> m_raw_length;
    bool m_has_geometry = false;
    std::vector<Geometry> m_geometry;
};

/// The pieces a reader hands over; sizes: begin, length = rows × columns; row_number = rows; raw_* = rows or empty;
/// geometry = rows or empty.
struct Table::Parts {
    std::vector<std::string> names;
    std::shared_ptr<const std::string> bytes;
    std::vector<std::uint64_t> begin;
    std::vector<std::uint32_t> length;
    std::vector<std::int64_t> row_number;
    std::vector<std::uint64_t> raw_begin;
    std::vector<std::uint32_t> raw_length;
    std::vector<Geometry> geometry;
    bool is_spatial = false;  ///< the format has shapes, even if no row is left
};

/// What the reader found out about the file, said to the user and kept in run.json.
struct FormatFound {
    std::string format;        ///< "CSV", "GeoJSON", "GPKG", "ESRI Shapefile", "XLSX", …
    std::string delimiter;     ///< ";" "," "tab", CSV only
    std::string encoding;      ///< "UTF-8", "UTF-8 with BOM", "Windows-1252 (guessed)", "UTF-16 LE"
    std::string decimal_sign;  ///< "," or "." as most numbers in the file use it; empty when none has decimals
    bool is_raster = false;    ///< cells, not rows: the table is empty, see sources/raster.hpp
    std::string layer;         ///< layer name in multi-layer files
    std::string declared_crs;  ///< CRS the file declares, as text Crs::from_text takes; empty when none
    std::string crs_note;      ///< e.g. "GeoJSON without crs member: WGS 84 by RFC 7946"
};

struct SourceTable {
    Table table;
    RowAccount account;  ///< rows_read filled; set_aside holds rows broken as rows (field_count, truncated_row …)
    FormatFound found;
};

}  // namespace lykta::sources
