// What can be wrong with GeoPackages and Shapefiles as files, told from their bytes before GDAL is asked.
#pragma once
#include <filesystem>
#include <string>

#include "core/rows.hpp"

namespace lykta::sources {

/// A database shorter than its header says is damaged; one without GeoPackage's tables is none.
/// \throws Error{cannot_read} naming the file
void check_geopackage(const std::filesystem::path& path);

/// Files of a Shapefile that are missing or too short.
struct ShapefileState {
    bool has_projection = false, has_attributes = false, has_code_page = false;
    bool is_short = false;            ///< the .shp is shorter than its header says
    std::int64_t shapes = 0;          ///< records the .shx lists
    std::int64_t attribute_rows = 0;  ///< rows the .dbf states
};
/// \throws Error{cannot_read} when the .shp or .shx is missing or no Shapefile
[[nodiscard]] ShapefileState check_shapefile(const std::filesystem::path& path);

/// Adds what the state means for the reader: missing .dbf, a cut .shp.
void note_shapefile(const ShapefileState& state, const std::string& name, RowAccount& account);

}  // namespace lykta::sources
