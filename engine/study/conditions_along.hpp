// Light and vegetation along the streets and paths of a study, stretch by stretch.
#pragma once
#include <vector>

#include "conditions/lighting_class.hpp"
#include "layers/layers.hpp"

namespace lykta::study {

/// Streets cut into stretches with their light; without lamps the stretches still carry their lengths. Empty without
/// streets.
[[nodiscard]] std::vector<conditions::StretchLight> light_along_streets(const layers::CityLayers& city);

/// Metres of each stretch within 5 m of plants over 0.8 m; empty without vegetation.
[[nodiscard]] std::vector<double> vegetation_along(const layers::CityLayers& city,
                                                   const std::vector<conditions::StretchLight>& stretches);

}  // namespace lykta::study
