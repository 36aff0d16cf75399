// The same work done the plain way: a library's own reader, or every pair looked at. What a careful programmer would
// write in an afternoon, compiled with the same flags, on one thread unless the library uses more.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "conditions/darkness.hpp"
#include "conditions/illuminance.hpp"
#include "core/geometry.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::bench {

/// What GDAL's CSV driver gives: points, times as parts, categories as text.
struct PlainRows {
    std::vector<double> x, y;
    std::vector<std::int64_t> moment;  ///< yyyymmddhhmmss
    std::vector<std::string> category;
};
/// Features of GDAL's CSV driver, one by one, coordinates taken from their geometry.
[[nodiscard]] PlainRows plain_read_csv(const std::filesystem::path& path);
/// Degrees to EPSG:3006 in place, by OGRCoordinateTransformation in one call.
void plain_project(PlainRows& rows);
/// The same by proj_trans, point by point.
void plain_project(std::vector<Point>& points);

/// Quartic intensity at some places, every event looked at; no edge correction.
[[nodiscard]] double plain_intensity(std::span<const Point> at, std::span<const Point> events, Meters bandwidth);
/// Horizontal illuminance at some places, every lamp looked at.
[[nodiscard]] double plain_light(std::span<const Point> at, std::span<const conditions::Luminaire> lamps);
/// Metres of some lines beside plants, every plant tested at every second metre.
[[nodiscard]] double plain_vegetation(std::span<const Polyline> lines, const layers::VegetationLayer& vegetation);
/// Dark or not by the sun's height at each moment; intervals every ten minutes.
[[nodiscard]] double plain_darkness(std::span<const layers::TimeSpan> times, Point longitude_latitude);
/// The same with every moment of an interval weighed by its hour of the week (UTC).
[[nodiscard]] double plain_darkness(std::span<const layers::TimeSpan> times, Point longitude_latitude,
                                    const conditions::TimeProfile& profile);
/// Rows per distinct point and per day in ordered maps, and the spacing of 2,000 repeated points by every pair.
[[nodiscard]] double plain_findings(const layers::IncidentLayer& incidents);

}  // namespace lykta::bench
