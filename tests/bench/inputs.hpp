// An invented city to measure on: everything follows from one seed (core/random.hpp), nothing is read.
// About 30 km across, SWEREF 99 TM, with busy corners, repeated addresses and a thin scatter everywhere.
#pragma once
#include <filesystem>
#include <vector>

#include "conditions/illuminance.hpp"
#include "core/geometry.hpp"
#include "layers/layers.hpp"

namespace lykta::bench {

/// Incidents of the city, EPSG:3006, metres. The first n of a longer list are the list of n.
[[nodiscard]] std::vector<Point> incident_points(std::size_t count);
[[nodiscard]] MultiPolygon city_window();  ///< a polygon of 96 corners that holds them all

/// The same as a layer: five categories; of ten incidents seven have a moment, two an interval, one no hour.
[[nodiscard]] layers::IncidentLayer incident_layer(std::size_t count);

/// lon,lat,time,category in WGS 84, seven decimals; one row per point.
void write_incidents_csv(const std::filesystem::path& path, std::size_t count);

/// A district of 5 km × 5 km: its streets (a lattice of 100 m blocks), lamps along them and plants beside them.
[[nodiscard]] GridFrame district_frame(int cells_a_side);
[[nodiscard]] layers::StreetLayer district_streets();
[[nodiscard]] std::vector<conditions::Luminaire> district_lamps(std::size_t count);
[[nodiscard]] layers::VegetationLayer district_plants(std::size_t count);

/// A town of 100 km²: 60,000 buildings, 40,000 lamps, 1,000 km of streets and paths that meet at their ends, 200,000
/// plants (trees, shrubs, hedges). Made at the first call.
[[nodiscard]] const layers::CityLayers& big_town();
[[nodiscard]] GridFrame big_town_frame(Meters cell_size);

}  // namespace lykta::bench
