// Light and sight along the streets of a study.
#pragma once
#include <optional>

#include "conditions/lighting_class.hpp"
#include "conditions/sight.hpp"
#include "layers/layers.hpp"
#include "study/study.hpp"

namespace lykta::study {

/// What stands in the way: the study's own buildings and plants, in the season asked for.
[[nodiscard]] conditions::Obstacles obstacles_of(const layers::CityLayers& city, conditions::Season season);

/// The study's lamps, ready to compute with, at the hour its settings ask for; none without lamps.
[[nodiscard]] std::vector<conditions::Luminaire> luminaires_of(const layers::CityLayers& city,
                                                               const LightSettings& settings);

/// Light on every stretch of street and path against its class; without lamps the stretches are there, unlit. Empty
/// without streets.
[[nodiscard]] conditions::LightAlong light_along_streets(const layers::CityLayers& city, const LightSettings& settings,
                                                         const conditions::Obstacles& obstacles);

/// Sight along the same stretches. Empty without streets, or with neither buildings nor plants to look past.
[[nodiscard]] std::optional<conditions::PathSight> sight_along_streets(const layers::CityLayers& city,
                                                                       const SightSettings& settings,
                                                                       const conditions::Obstacles& obstacles);

}  // namespace lykta::study
