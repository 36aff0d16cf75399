// Which reader a file goes to: by its first bytes, then by its name.
#include "sources/read_source.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/raster.hpp"
#include "sources/readers.hpp"
#include "sources/text.hpp"
#include "sources/unpack.hpp"

namespace lykta::sources {

namespace fs = std::filesystem;

namespace {

enum class Family { csv, geojson, gdal };

std::string extension_of(const std::string& name) {
    return lower(fs::path{name}.extension().string());
}

bool one_of(std::string_view text, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// Formats that are refused by name because people take them for tables.
void refuse_known(std::string_view bytes, const std::string& name) {
    const auto start = lower(trimmed(bytes.substr(0, 512)));
    const auto refuse = [&name](const char* what) {
        throw Error{
            ErrorCode::cannot_read,
            say("{0}: this is {1}, not a table or a map layer; export the data as CSV or GeoPackage", name, what)};
    };
    if (start.starts_with("<!doctype html") || start.starts_with("<html")) refuse(tr("a web page"));
    if (start.starts_with("%pdf")) refuse(tr("a PDF document"));
    if (bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF")) refuse(tr("a picture"));
}

Family family_of(std::string_view bytes, const std::string& name) {
    const auto extension = extension_of(name);
    if (bytes.starts_with("!table")) return Family::gdal;  // MapInfo, whose .tab is no tab-separated text
    if (one_of(extension, {".csv", ".tsv", ".txt", ".tab", ".dat"})) return Family::csv;
    if (one_of(extension, {".geojson", ".json", ".geojsonl", ".ndjson", ".topojson"})) return Family::geojson;
    if (bytes.starts_with("SQLite format 3")) return Family::gdal;
    const auto start = trimmed(bytes.substr(0, 4096));
    if (start.starts_with('{')) return Family::geojson;
    if (one_of(extension, {"", ".asc", ".log", ".prn"})) return Family::csv;
    // What many systems call .xls is tab-separated text; real ones begin like a zip or an OLE document.
    const bool workbook = bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF\x11\xE0");
    if (one_of(extension, {".xls", ".xlsx"}) && !workbook) return Family::csv;
    return Family::gdal;
}

SourceTable read_loaded(LoadedFile file, const std::string& inner_name, const ReadOptions& options) {
    if (file.bytes.empty())
        throw Error{ErrorCode::cannot_read,
                    say("{}: the file is empty (0 bytes); nothing can be read from it", file.name)};
    refuse_known(file.bytes, file.name);
    const auto family = family_of(file.bytes, inner_name);
    if (family == Family::geojson) return read_geojson(std::move(file), options);
    if (family == Family::csv) return read_csv(std::move(file), options);
    throw Error{ErrorCode::cannot_read,
                say("{0}: {1} inside a packed file cannot be read directly; unpack it first", file.name, inner_name)};
}

bool is_table_name(const std::string& name) {
    return one_of(extension_of(name), {".csv", ".tsv", ".txt", ".tab", ".geojson", ".json", ".shp", ".gpkg", ".fgb",
                                       ".gml", ".kml", ".tab"});
}

/// A workbook under another name is a zip without tables; its true name is said.
void refuse_document(const std::vector<ArchiveEntry>& entries, const std::string& name) {
    for (const auto& entry : entries)
        if (entry.name == "xl/workbook.xml")
            throw Error{ErrorCode::cannot_read, say("{}: this is an Excel workbook; give it the ending .xlsx", name)};
}

/// A zip is read when exactly one file in it is a table or a layer; otherwise its files are listed.
SourceTable read_zip(const fs::path& path, const ReadOptions& options) {
    const auto name = path.filename().string();
    const auto entries = list_archive(path, options);
    refuse_document(entries, name);
    std::vector<std::string> tables;
    std::string all;
    for (const auto& entry : entries) {
        if (is_table_name(entry.name)) tables.push_back(entry.name);
        if (all.size() < 400) all.append(all.empty() ? "" : ", ").append(shortened(entry.name));
    }
    if (tables.size() > 1 && !options.layer.empty())
        std::erase_if(tables, [&](const auto& table) {
            return table != options.layer && fs::path{table}.stem() != options.layer;
        });
    if (tables.size() != 1)
        throw Error{
            ErrorCode::cannot_read,
            tables.empty()
                ? say("{0}: the archive holds no table or layer ({1})", name, all)
                : say("{0}: the archive holds several tables ({1}); name one with layer, or unpack it", name, all)};
    const auto& inner = tables.front();
    if (one_of(extension_of(inner), {".shp", ".gpkg", ".fgb", ".gml", ".kml"}))
        return read_gdal(fmt::format("/vsizip/{{{}}}/{}", fs::absolute(path).string(), inner), name, options);
    return read_loaded({name, unpack_entry(path, inner, options)}, inner, options);
}

bool is_database(const std::string& path) {
    return path.starts_with("PG:") || path.starts_with("postgresql://");
}

std::string start_of(const fs::path& path) {
    std::string start(16, '\0');
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return {};
    start.resize(std::fread(start.data(), 1, start.size(), file));
    std::fclose(file);
    return start;
}

bool is_packed_document(const std::string& name) {
    return one_of(extension_of(name), {".xlsx", ".xlsm", ".ods", ".kmz"});
}

}  // namespace

SourceTable read_source(const std::string& given, const ReadOptions& options) {
    if (is_database(given)) return read_gdal(given, given.substr(0, given.find(' ')), options);
    const fs::path path{given};
    const auto name = path.filename().string();
    std::error_code failed;
    if (fs::is_directory(path, failed)) {
        if (extension_of(name) == ".gdb") return read_gdal(given, name, options);
        throw Error{ErrorCode::cannot_read, say("{}: is a folder; name the file in it that is to be read", given)};
    }
    const auto start = start_of(path);
    const bool zip = start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06");  // the second: an empty one
    if (zip && !is_packed_document(name)) return read_zip(path, options);
    if (!start.empty() && is_raster(name, start)) return describe_raster(given, name);
    if (start.starts_with("\x1F\x8B")) {
        const auto inner = extension_of(name) == ".gz" ? path.stem().string() : name;
        return read_loaded({name, gunzip(load_file(path, options), name, options)}, inner, options);
    }
    if (start.empty() || family_of(start, name) != Family::gdal)
        return read_loaded({name, load_file(path, options)}, name, options);
    if (is_packed_document(name) && start.starts_with("PK")) (void)list_archive(path, options);  // limits hold here too
    return read_gdal(given, name, options);
}

}  // namespace lykta::sources
