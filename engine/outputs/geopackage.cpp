// lykta.gpkg: one transaction, one door for every row, and a check of the finished file before it counts as written.
#include "outputs/geopackage.hpp"

#include <ogrsf_frmts.h>
#include <sqlite3.h>

#include "outputs/measure_layers.hpp"
#include "outputs/text.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

OGRwkbGeometryType geometry_type(Shape shape) {
    switch (shape) {
        case Shape::none:
            return wkbNone;
        case Shape::point:
            return wkbPoint;
        case Shape::line:
            return wkbLineString;
        case Shape::polygon:
            return wkbMultiPolygon;
    }
    return wkbNone;
}

void append_ring(OGRPolygon& polygon, const Ring& points) {
    OGRLinearRing ring;
    for (const Point& p : points) ring.addPoint(p.x, p.y);
    polygon.addRing(&ring);
}

std::unique_ptr<OGRGeometry> ogr_geometry(const Geometry& geometry) {
    if (const auto* point = std::get_if<Point>(&geometry)) return std::make_unique<OGRPoint>(point->x, point->y);
    if (const auto* lines = std::get_if<MultiLine>(&geometry); lines && !lines->lines.empty()) {
        auto line = std::make_unique<OGRLineString>();
        for (const Point& p : lines->lines.front()) line->addPoint(p.x, p.y);
        return line;
    }
    if (const auto* shape = std::get_if<MultiPolygon>(&geometry)) {
        auto multi = std::make_unique<OGRMultiPolygon>();
        for (const Polygon& polygon : *shape) {
            OGRPolygon part;
            append_ring(part, polygon.outer);
            for (const Ring& hole : polygon.holes) append_ring(part, hole);
            multi->addGeometry(&part);
        }
        return multi;
    }
    return nullptr;
}

std::string sql_text(const std::string& text) {
    return "'" + replaced(text, "'", "''") + "'";
}

/// A read-only look at the finished file with SQLite itself.
class Inspection {
public:
    explicit Inspection(const std::filesystem::path& path) {
        if (sqlite3_open_v2(path.c_str(), &m_database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) m_broken = true;
    }
    ~Inspection() { sqlite3_close(m_database); }
    Inspection(const Inspection&) = delete;
    Inspection& operator=(const Inspection&) = delete;
    /// First cell of the first row as text; empty on any error.
    [[nodiscard]] std::string first(const std::string& sql) const {
        sqlite3_stmt* statement = nullptr;
        std::string text;
        if (!m_broken && sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0) != nullptr)
            text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return text;
    }

private:
    sqlite3* m_database = nullptr;
    bool m_broken = false;
};

constexpr const char* schema_extension_sql[] = {
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, "
    "title TEXT, "
    "description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
    "CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', "
    "'http://www.geopackage.org/spec/#extension_schema', 'read-write')"};

}  // namespace

GeoPackage::GeoPackage(const std::filesystem::path& path, const Crs& crs, const GdalWriting& writing)
    : m_writing(&writing), m_reference(spatial_reference(crs)) {
    auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) writing.fail(tr("GDAL here lacks the GeoPackage driver"));
    m_dataset.reset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    writing.check();
    m_dataset->StartTransaction();
    for (const char* sql :
         {"CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT "
          "NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, "
          "column_name, extension_name))",
          schema_extension_sql[0], schema_extension_sql[1]})
        run_sql(sql);
}

void GeoPackage::run_sql(const std::string& sql) {
    if (auto* rows = m_dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr)) m_dataset->ReleaseResultSet(rows);
    m_writing->check();
}

GeoPackage::Table GeoPackage::table(const std::string& name, const std::string& description, Shape shape,
                                    const std::vector<Field>& fields) {
    const std::string about = "DESCRIPTION=" + description;
    const char* options[] = {"FID=fid", "GEOMETRY_NAME=geom", about.c_str(), nullptr};
    Table table;
    table.m_layer = m_dataset->CreateLayer(name.c_str(), shape == Shape::none ? nullptr : &m_reference,
                                           geometry_type(shape), const_cast<char**>(options));
    m_writing->check();
    for (const Field& field : fields) {
        const auto type = field.kind == CellKind::text   ? OFTString
                          : field.kind == CellKind::real ? OFTReal
                                                         : OFTInteger64;
        OGRFieldDefn definition(field.name.c_str(), type);
        table.m_layer->CreateField(&definition);
    }
    m_writing->check();
    table.m_package = this;
    table.m_index = m_rows.size();
    m_rows.emplace_back(name, 0);
    describe(name, fields);
    return table;
}

void GeoPackage::describe(const std::string& table, const std::vector<Field>& fields) {
    for (const Field& field : fields) {
        if (field.title.empty()) continue;
        const std::string full = field.unit.empty() ? field.title : field.title + " (" + field.unit + ")";
        run_sql("INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES (" +
                sql_text(table) + ", " + sql_text(field.name) + ", " + sql_text(full) + ", " + sql_text(full) + ", " +
                sql_text(field.unit) + ")");
    }
}

void GeoPackage::Table::add(const std::vector<Cell>& cells, const Geometry& geometry) {
    OGRFeature feature(m_layer->GetLayerDefn());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int field = static_cast<int>(i);
        if (const auto* whole = std::get_if<std::int64_t>(&cells[i]))
            feature.SetField(field, static_cast<GIntBig>(*whole));
        else if (const auto* real = std::get_if<double>(&cells[i]))
            feature.SetField(field, *real);
        else if (const auto* text = std::get_if<std::string>(&cells[i]))
            feature.SetField(field, text->c_str());
        else
            feature.SetFieldNull(field);
    }
    if (auto shape = ogr_geometry(geometry)) feature.SetGeometryDirectly(shape.release());
    if (m_layer->CreateFeature(&feature) != OGRERR_NONE) {
        m_package->m_writing->check();
        m_package->m_writing->fail(tr("a row was refused"));
    }
    ++m_package->m_rows[m_index].second;
}

void GeoPackage::finish() {
    if (m_dataset->CommitTransaction() != OGRERR_NONE) m_writing->fail(tr("the transaction could not be completed"));
    m_dataset.reset();
    m_writing->check();
}

Geometry cell_square(const GridFrame& frame, int column, int row) {
    const double s = frame.cell_size.value, x = frame.origin.x + column * s, y = frame.origin.y + row * s;
    return MultiPolygon{Polygon{{{x, y}, {x + s, y}, {x + s, y + s}, {x, y + s}, {x, y}}, {}}};
}

Cell real_cell(std::optional<double> value) {
    const auto number = finite(value);
    return number ? Cell{*number + 0.0} : Cell{};
}

Cell text_cell(const std::string& value) {
    return value.empty() ? Cell{} : Cell{mask_personal_numbers(clean_utf8(value))};
}

void write_geopackage(const RunResult& result, const std::filesystem::path& path) {
    GdalWriting writing(path);
    GeoPackage package(path, result.crs, writing);
    add_place_layers(package, result);
    add_cell_layers(package, result);
    add_light_layers(package, result);
    add_sight_layers(package, result);
    add_measure_layers(package, result);
    add_account_tables(package, result);
    add_styles(package, result);
    package.finish();
    const Inspection inspection(path);
    if (inspection.first("PRAGMA integrity_check") != "ok") writing.fail(tr("the file is damaged after writing"));
    for (const auto& [name, rows] : package.rows())
        if (inspection.first("SELECT count(*) FROM \"" + name + "\"") != fmt::format("{}", rows))
            writing.fail(say("layer {} does not hold the rows written", name));
}

}  // namespace lykta::outputs
