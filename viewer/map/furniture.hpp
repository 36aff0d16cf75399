// What stands round a map: scale bar, north, coordinates in words. Numbers only; whoever draws decides the looks.
#pragma once
#include <string>

#include "core/crs.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

/// A scale bar of a round length (1, 2 or 5 × 10ⁿ m) no longer than `most_pixels`.
struct ScaleBar {
    double metres = 0, pixels = 0;
    std::string text;  ///< "200 m", "2 km"
};
[[nodiscard]] ScaleBar scale_bar(const MapView& view, double most_pixels);
/// "N 6 480 333, E 540 333 (SWEREF 99 TM)"
[[nodiscard]] std::string project_coordinates_text(Point world, const Crs& crs);
/// "58,4571° N 15,6912° E (WGS 84)"
[[nodiscard]] std::string wgs84_text(Point longitude_latitude);
[[nodiscard]] std::string length_text(double metres);  ///< "83 m", "1,24 km"
[[nodiscard]] std::string area_text(double m2);        ///< "640 m²", "1,20 ha", "2,3 km²"

}  // namespace lykta::viewer
