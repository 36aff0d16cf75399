// The pieces lykta.gpkg is made of: a table with described columns, rows that leave undefined values NULL, and the
// functions that fill each layer. write_geopackage (write_run.hpp) puts them together.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "outputs/gdal_door.hpp"
#include "outputs/place_columns.hpp"
#include "outputs/run_result.hpp"

namespace lykta::outputs {

enum class Shape { none, point, line, polygon };

/// A column: machine name, its title in the user's language, unit, kind.
struct Field {
    std::string name, title, unit;
    CellKind kind = CellKind::real;
};

/// A GeoPackage being filled inside one transaction, with the row counts it must have when it is read back.
class GeoPackage {
public:
    GeoPackage(const std::filesystem::path& path, const Crs& crs, const GdalWriting& writing);
    /// One table being filled; rows go in with add().
    class Table {
    public:
        void add(const std::vector<Cell>& cells, const Geometry& geometry = {});

    private:
        friend class GeoPackage;
        GeoPackage* m_package = nullptr;
        OGRLayer* m_layer = nullptr;
        std::size_t m_index = 0;
    };
    [[nodiscard]] Table table(const std::string& name, const std::string& description, Shape shape,
                              const std::vector<Field>& fields);
    void run_sql(const std::string& sql);
    void finish();  ///< commits and closes
    /// Rows written, by table, in the order made.
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& rows() const { return m_rows; }

private:
    void describe(const std::string& table, const std::vector<Field>& fields);
    const GdalWriting* m_writing;
    GdalDataset m_dataset;
    OGRSpatialReference m_reference;
    std::vector<std::pair<std::string, std::size_t>> m_rows;
};

/// The cell of a grid as a square.
[[nodiscard]] Geometry cell_square(const GridFrame& frame, int column, int row);
[[nodiscard]] Cell real_cell(std::optional<double> value);  ///< NULL when not finite
[[nodiscard]] inline Cell yes_no_cell(bool value) {         ///< 1 = yes
    return std::int64_t{value ? 1 : 0};
}
[[nodiscard]] Cell text_cell(const std::string& value);  ///< clean, masked

// Layers, each one function:
void add_place_layers(GeoPackage& package, const RunResult& result);  ///< places, place_terms, felt_areas
void add_cell_layers(GeoPackage& package, const RunResult& result);   ///< hot_spots, cells
void add_light_layers(GeoPackage& package, const RunResult& result);  ///< light_deficit, lamps
void add_sight_layers(GeoPackage& package, const RunResult& result);  ///< sight_along, blocking_plants
/// A row's message may name what the row holds; a public result hides it.
enum class RowMessages { shown, hidden };
void add_rows_set_aside(GeoPackage& package, const std::vector<layers::SourceReport>& sources, RowMessages messages);
void add_account_tables(GeoPackage& package, const RunResult& result);  ///< rows_set_aside, run_info
void add_styles(GeoPackage& package, const RunResult& result);          ///< layer_styles, as QGIS reads it

}  // namespace lykta::outputs
