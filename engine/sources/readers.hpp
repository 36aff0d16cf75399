// The readers behind read_source, one per family of formats.
#pragma once
#include <string>

#include "sources/read_source.hpp"

namespace lykta::sources {

/// A file already in memory (unpacked where it was packed). `name` is the file as the user gave it, without folder.
struct LoadedFile {
    std::string name;
    std::string bytes;
};

[[nodiscard]] SourceTable read_csv(LoadedFile file, const ReadOptions& options);
[[nodiscard]] SourceTable read_geojson(LoadedFile file, const ReadOptions& options);
/// \param opened_as  what GDAL is to open: the path, "/vsizip/…" or "PG:…"
[[nodiscard]] SourceTable read_gdal(const std::string& opened_as, const std::string& name, const ReadOptions& options);

}  // namespace lykta::sources
