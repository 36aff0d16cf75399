// Every format that is not CSV or GeoJSON, through GDAL: features to rows, attributes to text, faults to the account.
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <filesystem>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/cell_checks.hpp"
#include "sources/encoding.hpp"
#include "sources/feature_table.hpp"
#include "sources/gdal_door.hpp"
#include "sources/gdal_files.hpp"
#include "sources/gdal_shapes.hpp"
#include "sources/issues.hpp"
#include "sources/readers.hpp"
#include "sources/text.hpp"
#include "sources/utf8.hpp"

namespace lykta::sources {

namespace {

/// A layer being read into rows.
struct LayerReading {
    FeatureRows rows;
    RowAccount& account;
    std::string raw_text;  ///< attribute texts that are no UTF-8, gathered to guess their code page
    CodePage page = CodePage::windows_1252;
    bool guessed_page = false;
    Issue rings_closed{}, holes_dropped{}, collections{};
};

std::string iso_time(const OGRFeature& feature, int field, OGRFieldType type) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    const auto date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    const auto clock = fmt::format("{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
    if (type == OFTDate) return date;
    if (type == OFTTime) return clock;
    std::string offset;  // OGR: 0 unknown, 1 local, 100 UTC, each step a quarter of an hour
    if (zone == 100)
        offset = "Z";
    else if (zone > 1) {
        const int minutes = (zone - 100) * 15;
        offset = fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
    }
    return date + " " + clock + offset;
}

std::string real_text(double value) {
    if (std::isnan(value)) return {};
    if (std::abs(value) < 1e15 && value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{}", value);
}

std::string field_text(const OGRFeature& feature, int field, const LayerReading& reading) {
    if (!feature.IsFieldSetAndNotNull(field)) return {};
    const auto type = feature.GetFieldDefnRef(field)->GetType();
    switch (type) {
        case OFTInteger:
            return std::to_string(feature.GetFieldAsInteger(field));
        case OFTInteger64:
            return std::to_string(feature.GetFieldAsInteger64(field));
        case OFTReal:
            return real_text(feature.GetFieldAsDouble(field));
        case OFTDate:
        case OFTTime:
        case OFTDateTime:
            return iso_time(feature, field, type);
        default:
            return cell_to_utf8(feature.GetFieldAsString(field), reading.page);
    }
}

void set_aside(LayerReading& reading, const OGRFeature& feature, Reason reason, std::string message) {
    std::string raw;
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        raw.append(i > 0 ? ";" : "").append(quoted_if_needed(field_text(feature, i, reading), ';'));
    reading.account.set_aside.push_back(
        {.row = feature.GetFID(), .reason = reason, .message = std::move(message), .raw = std::move(raw)});
}

void take_feature(const OGRFeature& feature, bool shape_expected, const std::string& fault, LayerReading& reading) {
    ++reading.account.rows_read;
    GdalShape read;
    if (shape_expected) {
        const auto* geometry = feature.GetGeometryRef();
        read = shape_of(geometry);
        if (geometry == nullptr && !fault.empty()) {
            read.problem = Reason::invalid_geometry;
            read.message = say("the geometry is damaged: {}", shortened(fault));
        }
    }
    if (read.problem) return set_aside(reading, feature, *read.problem, std::move(read.message));
    if (read.rings_closed > 0) count_row(reading.rings_closed, feature.GetFID());
    if (read.holes_dropped > 0) count_row(reading.holes_dropped, feature.GetFID());
    if (read.from_collection) count_row(reading.collections, feature.GetFID());
    reading.rows.begin_feature(feature.GetFID(), std::move(read.shape));
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        reading.rows.add_value(static_cast<std::uint32_t>(i), field_text(feature, i, reading));
}

/// Columns in the order of the layer; two of one name keep their own places.
void make_columns(OGRLayer& layer, LayerReading& reading) {
    auto& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        auto name = cell_to_utf8(definition.GetFieldDefn(i)->GetNameRef(), reading.page);
        while (reading.rows.column(name) != static_cast<std::uint32_t>(i)) name += "_";
    }
}

/// Shapefiles without .cpg: the code page is guessed from all texts of the first features that are no UTF-8.
void guess_page(OGRLayer& layer, LayerReading& reading) {
    std::string bytes;
    for (int seen = 0; seen < 5000 && bytes.size() < (1 << 20); ++seen) {
        const std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()};
        if (!feature) break;
        for (int i = 0; i < feature->GetFieldCount(); ++i) {
            if (feature->GetFieldDefnRef(i)->GetType() != OFTString || !feature->IsFieldSetAndNotNull(i)) continue;
            const std::string_view text = feature->GetFieldAsString(i);
            if (first_invalid_utf8(text) != text.npos) bytes += text;
        }
    }
    layer.ResetReading();
    reading.guessed_page = !bytes.empty();
    reading.page = guess_code_page(bytes);
}

void read_features(OGRLayer& layer, const std::string& name, GdalMessages& messages, LayerReading& reading) {
    const bool shape_expected = layer.GetGeomType() != wkbNone;
    layer.ResetReading();
    while (true) {
        const auto before = messages.count();
        const auto errors_before = messages.errors();
        const std::unique_ptr<OGRFeature> feature{layer.GetNextFeature()};
        if (!feature) {
            if (messages.errors() > errors_before)
                throw Error{ErrorCode::cannot_read,
                            say("{0}: reading stopped at a damaged place: {1}; nothing of the file is "
                                "used. Fetch it again",
                                name, messages.last_error())};
            return;
        }
        const auto fault = messages.count() > before ? messages.all().back() : std::string{};
        take_feature(*feature, shape_expected, fault, reading);
    }
}

void settle_crs(OGRLayer& layer, const std::string& name, FormatFound& found) {
    const auto* system = layer.GetSpatialRef();
    const auto undefined = [&] {
        found.crs_note = say("layer {0} of {1} declares no reference system", layer.GetName(), name);
    };
    if (system == nullptr || system->IsEmpty()) return undefined();
    const auto* system_name = system->GetName();
    // GeoPackage's own stand-ins for "not known", srs_id 0 and -1.
    if (system_name != nullptr && lower(system_name).starts_with("undefined")) return undefined();
    const char* authority = system->GetAuthorityName(nullptr);
    const char* code = system->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        found.declared_crs = std::string{authority} + ":" + code;
        return;
    }
    char* wkt = nullptr;
    system->exportToWkt(&wkt);
    if (wkt != nullptr) found.declared_crs = wkt;
    CPLFree(wkt);
}

void add_issue(RowAccount& account, Issue issue, const char* code, Severity severity, const std::string& text) {
    if (issue.count == 0) return;
    issue.code = code;
    issue.severity = severity;
    issue.message = text + " (" + rows_named(account.row_word, issue.rows, issue.count) + ")";
    account.issues.push_back(std::move(issue));
}

void check_database(GDALDataset& dataset, const std::string& name, GdalMessages& messages) {
    auto* result = dataset.ExecuteSQL("PRAGMA quick_check(1)", nullptr, nullptr);
    if (result == nullptr) return;
    const std::unique_ptr<OGRFeature> row{result->GetNextFeature()};
    const std::string verdict = row && row->GetFieldCount() > 0 ? row->GetFieldAsString(0) : "ok";
    dataset.ReleaseResultSet(result);
    if (lower(verdict) != "ok")
        throw Error{ErrorCode::cannot_read,
                    say("{0}: the database is damaged: {1}; nothing of it is used. Fetch the file again", name,
                        shortened(verdict.empty() ? messages.last_error() : verdict))};
}

constexpr std::uintmax_t quick_check_below = std::uintmax_t{64} << 20;

/// What can be told about the file before GDAL opens it. Empty for databases and archives.
ShapefileState check_file(const std::string& opened_as) {
    const std::filesystem::path path{opened_as};
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return {.has_projection = true, .has_attributes = true};
    const auto extension = lower(path.extension().string());
    if (extension == ".gpkg") check_geopackage(path);
    if (extension == ".shp") return check_shapefile(path);
    return {.has_projection = true, .has_attributes = true};
}

void note_encoding(const LayerReading& reading, FormatFound& found, RowAccount& account) {
    found.encoding = "UTF-8";
    if (!reading.guessed_page) return;
    found.encoding = say("{} (guessed)", code_page_name(reading.page));
    add_note(account, "encoding_guessed", say("the encoding of the attributes was guessed: {}", found.encoding));
}

void note_projection(const ShapefileState& state, const std::string& name, FormatFound& found) {
    if (state.has_projection || !found.declared_crs.empty()) return;
    found.crs_note = say("{}: the file .prj beside it is missing, so no reference system is declared", name);
}

}  // namespace

SourceTable read_gdal(const std::string& opened_as, const std::string& name, const ReadOptions& options) {
    GdalMessages messages;
    SourceTable source;
    auto& account = source.account;
    account.source = name;
    const auto state = check_file(opened_as);
    const auto dataset = open_dataset(opened_as, name, messages);
    source.found.format = driver_of(*dataset);
    std::error_code failed;
    if (source.found.format == "GPKG" && std::filesystem::file_size(opened_as, failed) < quick_check_below)
        check_database(*dataset, name, messages);
    auto& layer = choose_layer(*dataset, name, options);
    const bool spreadsheet =
        source.found.format == "XLSX" || source.found.format == "ODS" || source.found.format == "XLS";
    account.row_word = spreadsheet ? "row" : "feature";  // in spreadsheets GDAL's feature id is the row of the sheet
    LayerReading reading{.account = account};
    if (source.found.format == "ESRI Shapefile") guess_page(layer, reading);
    make_columns(layer, reading);
    read_features(layer, name, messages, reading);
    if (source.found.format == "ESRI Shapefile") note_shapefile(state, name, account);
    note_encoding(reading, source.found, account);
    add_issue(account, reading.rings_closed, "ring_closed", Severity::warning,
              say("rings that were not closed; closed by repeating the first point"));
    add_issue(account, reading.holes_dropped, "hole_dropped", Severity::warning,
              say("holes of fewer than three points; left out"));
    add_issue(account, reading.collections, "collection_unpacked", Severity::note,
              say("geometry collections unpacked to their parts"));
    source.found.layer = layer.GetName();
    settle_crs(layer, name, source.found);
    note_projection(state, name, source.found);
    std::vector<FeatureRows> rows;
    rows.push_back(std::move(reading.rows));
    source.table = to_table(std::move(rows), layer.GetGeomType() != wkbNone ? Spatial::yes : Spatial::no);
    account.rows_used = static_cast<std::int64_t>(source.table.rows());
    check_cells(source.table, account);
    return source;
}

}  // namespace lykta::sources
