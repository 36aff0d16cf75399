// The map files of the town: GeoPackages and one Shapefile.
#pragma once
#include <filesystem>

#include "town.hpp"

namespace exempelstad {

/// Writes window, districts, survey areas, land, streets, buildings, lamps, cameras (GeoPackage) and vegetation
/// (Shapefile, Windows-1252) into a folder. \throws std::runtime_error naming the file
void write_maps(const Town& town, const std::filesystem::path& folder);

}  // namespace exempelstad
