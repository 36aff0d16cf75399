// A georeferenced picture (aerial photo, scanned plan, map tiles) as colours on a rectangle of another CRS's plane.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::sources {

/// Colours on a rectangle: rows from north to south, RGBA, straight alpha; 0 where the file has nothing.
struct RasterPicture {
    Box box;
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
struct PictureRequest {
    std::string crs;    ///< of `box` and of the picture, as text or WKT. REQUIRES: projected
    Box box;            ///< what is wanted. REQUIRES: not empty
    int pixels = 2048;  ///< across the box's longer side. REQUIRES: > 0
};

/// Read through the file's overviews at the resolution asked for and warped: a city's aerial photo costs no more than
/// what is seen of it. One band is shown in greys (numbers other than bytes stretched from the 2nd to the 98th
/// percentile), three as red, green, blue; colour tables are looked up; a fourth band is the opacity.
/// \throws Error{cannot_read} no raster, damaged; Error{bad_input} no CRS, two bands or complex numbers, or outside the
/// box, each with what to do
[[nodiscard]] RasterPicture read_raster_picture(const std::string& path, const PictureRequest& request);

}  // namespace lykta::sources
