// Byte-level checks. SQLite's header: page size at 16, page count at 28 (sqlite.org/fileformat2.html). Shapefile:
// length in 16-bit words at 24, big-endian (ESRI, 1998).
#include "sources/gdal_files.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <optional>

#include "core/error.hpp"
#include "core/language.hpp"
#include "sources/issues.hpp"

namespace lykta::sources {

namespace fs = std::filesystem;

namespace {

std::string start_of(const fs::path& path, std::size_t bytes) {
    std::string start(bytes, '\0');
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "rb"), &std::fclose};
    start.resize(file ? std::fread(start.data(), 1, bytes, file.get()) : 0);
    return start;
}

std::uint32_t byte_at(const std::string& bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}
std::uint32_t big_endian(const std::string& bytes, std::size_t i) {
    return (byte_at(bytes, i) << 24U) | (byte_at(bytes, i + 1) << 16U) | (byte_at(bytes, i + 2) << 8U) |
           byte_at(bytes, i + 3);
}
std::uint32_t little_endian(const std::string& bytes, std::size_t i) {
    return byte_at(bytes, i) | (byte_at(bytes, i + 1) << 8U) | (byte_at(bytes, i + 2) << 16U) |
           (byte_at(bytes, i + 3) << 24U);
}

std::int64_t size_of(const fs::path& path) {
    std::error_code failed;
    const auto size = fs::file_size(path, failed);
    return failed ? 0 : static_cast<std::int64_t>(size);
}

/// The file beside `path` with another extension, in either case.
std::optional<fs::path> beside(const fs::path& path, const char* lower_case, const char* upper_case) {
    for (const char* extension : {lower_case, upper_case}) {
        auto other = path;
        other.replace_extension(extension);
        if (fs::exists(other)) return other;
    }
    return {};
}

}  // namespace

void check_geopackage(const fs::path& path) {
    const auto name = path.filename().string();
    const auto start = start_of(path, 100);
    if (start.empty())
        throw Error{ErrorCode::cannot_read, say("{}: the file is empty (0 bytes); nothing can be read from it", name)};
    if (start.size() < 100 || !start.starts_with("SQLite format 3"))
        throw Error{ErrorCode::cannot_read,
                    say("{}: this is no GeoPackage (no SQLite database); export it again", name)};
    const auto page = (byte_at(start, 16) << 8U) | byte_at(start, 17);
    const std::int64_t page_bytes = page == 1 ? 65536 : static_cast<std::int64_t>(page);
    const auto stated = page_bytes * static_cast<std::int64_t>(big_endian(start, 28));
    if (size_of(path) < stated)
        throw Error{
            ErrorCode::cannot_read,
            say("{0}: the database is damaged: {1} bytes where its header states {2}; nothing of it is used. Fetch the "
                "file again",
                name, size_of(path), stated)};
}

ShapefileState check_shapefile(const fs::path& path) {
    const auto name = path.filename().string();
    const auto start = start_of(path, 100);
    if (start.size() < 100 || big_endian(start, 0) != 9994)
        throw Error{ErrorCode::cannot_read,
                    say("{}: this is no Shapefile; fetch it again with its .shx, .dbf and .prj", name)};
    const auto index = beside(path, ".shx", ".SHX");
    if (!index)
        throw Error{ErrorCode::cannot_read,
                    say("{}: the file .shx beside it is missing; a Shapefile is several files, send them all", name)};
    ShapefileState state;
    state.is_short = size_of(path) < 2 * static_cast<std::int64_t>(big_endian(start, 24));
    state.shapes = (size_of(*index) - 100) / 8;
    state.has_projection = beside(path, ".prj", ".PRJ").has_value();
    state.has_code_page = beside(path, ".cpg", ".CPG").has_value();
    const auto attributes = beside(path, ".dbf", ".DBF");
    state.has_attributes = attributes.has_value();
    const auto header = attributes ? start_of(*attributes, 32) : std::string{};
    if (header.size() == 32) state.attribute_rows = little_endian(header, 4);
    return state;
}

void note_shapefile(const ShapefileState& state, const std::string& name, RowAccount& account) {
    if (!state.has_attributes)
        add_warning(account, "no_attributes",
                    say("{}: the file .dbf beside it is missing: shapes without attributes; a Shapefile is several "
                        "files, send them all",
                        name));
    if (state.is_short)
        add_warning(
            account, "file_cut",
            say("{0}: the file is shorter than its header states: the last shapes are missing; fetch it again", name));
    if (state.has_attributes && state.attribute_rows != state.shapes)
        add_warning(account, "row_counts_differ",
                    say("{0}: {1} rows in the .dbf against {2} shapes; they may not belong together", name,
                        state.attribute_rows, state.shapes));
}

}  // namespace lykta::sources
