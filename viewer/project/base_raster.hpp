// A base map of the user's own: GeoTIFF, MBTiles or GeoPackage tiles, read for what is seen and no finer than it is seen.
#pragma once
#include <filesystem>

#include "core/crs.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {

/// The raster in the project's CRS over `box`, at most `pixels` across. The layer's box is what was read.
/// \throws Error with a cure: not a raster, no CRS, no bands one can show, outside the study
[[nodiscard]] LayerPointer base_raster_layer(const std::filesystem::path& file, const Crs& project, const Box& box,
                                             int pixels);

}  // namespace lykta::viewer
