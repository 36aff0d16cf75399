// What a file is, told from its name and its first bytes, and who opens it.
#include <array>
#include <fstream>
#include <string_view>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/project/open_parts.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

enum class Kind { study, manifest, geopackage, other };

std::string first_bytes(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw Error{ErrorCode::cannot_read, say("{}: cannot be read; check who may read it.", path.string())};
    std::array<char, 16> bytes{};
    file.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(file.gcount())};
}

/// The content goes before the name: a GeoPackage stays one under any name.
Kind kind_of(const fs::path& path) {
    const auto bytes = first_bytes(path);
    if (bytes.starts_with("SQLite format 3")) return Kind::geopackage;
    const auto ending = path.extension().string();
    if (ending == ".toml") return Kind::study;
    if (ending == ".json") return Kind::manifest;
    return ending == ".gpkg" ? Kind::geopackage : Kind::other;
}

/// The file of a folder to open: the study can answer more than its result.
fs::path inside(const fs::path& folder) {
    for (const char* name : {"study.toml", "run.json", "lykta.gpkg"})
        if (fs::is_regular_file(folder / name)) return folder / name;
    throw Error{ErrorCode::cannot_read,
                say("{}: the folder holds no study.toml, run.json or lykta.gpkg; choose the folder of a study or of a "
                    "result.",
                    folder.string())};
}

}  // namespace

ProjectPointer open_project(const fs::path& path, const study::Progress& progress) {
    std::error_code unreadable;
    if (!fs::exists(path, unreadable))
        throw Error{ErrorCode::cannot_read, say("{}: there is no such file or folder; check the name.", path.string())};
    const auto file = fs::is_directory(path) ? inside(path) : path;
    switch (kind_of(file)) {
        case Kind::study:
            return open_study(file, progress);
        case Kind::manifest:
            return open_manifest(file, progress);
        case Kind::geopackage:
            return open_geopackage(file, progress);
        case Kind::other:
            break;
    }
    throw Error{ErrorCode::bad_input,
                say("{}: neither a study (study.toml), a manifest (run.json) nor a result (lykta.gpkg); choose one of "
                    "them.",
                    file.string())};
}

}  // namespace lykta::viewer
