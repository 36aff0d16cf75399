// From a run to the layers of the map: one function a topic, each in a file of its own. Pure: a run in, layers out.
#pragma once
#include <optional>

#include "core/time.hpp"
#include "viewer/map/map_layer.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

/// Every layer that follows from the run alone, levels of detail made. Layers without a feature are left out.
[[nodiscard]] MapLayers layers_of(const study::StudyRun& run);

// The topics, each a file:
void add_base_layers(const study::StudyRun& run, MapLayers& into);        ///< ground, streets, buildings, window, areas
void add_incident_layers(const study::StudyRun& run, MapLayers& into);    ///< intensity, hot_spots, incidents
void add_condition_layers(const study::StudyRun& run, MapLayers& into);   ///< illuminance, light_deficit, sight, lamps, vegetation
void add_building_layers(const study::StudyRun& run, MapLayers& into);    ///< inspected, cameras
void add_place_layers(const study::StudyRun& run, MapLayers& into);       ///< places, felt_areas
void add_measure_layers(const study::StudyRun& run, MapLayers& into);     ///< measures

/// Incidents of some days only: points at the internal level, clusters when zoomed out, and at the public level squares
/// with at least k incidents and never a point.
[[nodiscard]] LayerPointer incident_layer(const study::StudyRun& run, const Period& days);
/// Measures of a portfolio other than the run's own: what the budget slider chose.
[[nodiscard]] LayerPointer measure_layer(const study::StudyRun& run, const std::vector<std::uint32_t>& chosen_options);
/// The visible area of a point with the sight lines that end at something. \pre project is of a study
[[nodiscard]] LayerPointer visible_area_layer(const Project& project, Point from);
/// What a selected place rests on: its outline, its incidents (internal level), lamps, hiding plants, failed items.
[[nodiscard]] LayerPointer selection_layer(const study::StudyRun& run, std::size_t place);

}  // namespace lykta::viewer
