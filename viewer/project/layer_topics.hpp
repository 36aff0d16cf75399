// Pieces of the layers that others than layers_of make too: a period has an intensity of its own.
#pragma once
#include <optional>

#include "core/time.hpp"
#include "viewer/project/layer_parts.hpp"

namespace lykta::viewer {

/// Incidents per hectare and year, coloured by multiples of the mean. NaN: not drawn.
struct IntensityShown {
    const Grid<double>& grid;
    double mean_per_ha_year = 0;  ///< over the window; not above 0: of the cells themselves
    std::string note;
};
[[nodiscard]] LayerPointer intensity_layer(const IntensityShown& shown);

// One file each; add_incident_layers, add_condition_layers and add_building_layers put them together.
void add_intensity(const study::StudyRun& run, MapLayers& into);
void add_hot_spots(const study::StudyRun& run, MapLayers& into);
void add_illuminance(const study::StudyRun& run, MapLayers& into);
void add_light_deficit(const study::StudyRun& run, MapLayers& into);
void add_sight(const study::StudyRun& run, MapLayers& into);
void add_lamps(const study::StudyRun& run, MapLayers& into);
void add_vegetation(const study::StudyRun& run, MapLayers& into);
void add_inspected(const study::StudyRun& run, MapLayers& into);
void add_cameras(const study::StudyRun& run, MapLayers& into);

/// "2023-01-01 – 2024-12-31"
[[nodiscard]] std::string days_text(const Period& days);

}  // namespace lykta::viewer
