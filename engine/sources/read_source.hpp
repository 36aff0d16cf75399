// Opens any file or service a municipality delivers and gives its rows as a Table. Start here.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sources/table.hpp"

namespace lykta::sources {

struct ReadOptions {
    std::string layer;                               ///< layer in a multi-layer file. REQUIRED when there are several
    std::string delimiter;                           ///< CSV. DEFAULT: detected among ; , tab |
    std::string encoding;                            ///< "UTF-8", "Windows-1252", "UTF-16". DEFAULT: detected
    std::int64_t max_line_bytes = 1 << 20;           ///< CSV: a longer line is refused. DEFAULT: 1 MiB
    std::int64_t max_bytes = std::int64_t{4} << 30;  ///< unpacked size limit. DEFAULT: 4 GiB
    double max_ratio = 200.0;                        ///< unpacked ÷ packed size limit of an archive. DEFAULT: 200
};

/// Reads CSV (also .tsv, .txt, gzipped, in a zip), GeoJSON (also gzipped), and through GDAL GeoPackage, Shapefile,
/// XLSX, ODS, FlatGeobuf, `PG:…` and whatever else it opens. A raster (GeoTIFF) gives no rows, only found.is_raster.
///
/// The account holds rows_read and the rows broken as rows; every other row is in the table.
/// \throws Error{cannot_read} missing, empty, damaged, binary, over a limit, several layers and none named (they are
/// listed) \throws Error{bad_input}   two columns with one name that is needed, a title line instead of a header, too
/// deep nesting \correctness  ../shared/badinput, hand cases in tests/sources
[[nodiscard]] SourceTable read_source(const std::string& path, const ReadOptions& options = {});

}  // namespace lykta::sources
