// Perceived safety beside recorded incidents: where the two agree and where they do not. Never one number.
#pragma once
#include <vector>

#include "layers/layers.hpp"
#include "places/places.hpp"

namespace lykta::places {

/// Each survey area against the city: felt high/low = the 95 % interval of its unsafe share lies above/below the city's
/// share; recorded high/low = its incidents per hectare lie above/below the median survey area. more_felt: felt high
/// where recorded is not high; less_felt: recorded high where felt is low; agree otherwise; unknown: fewer than 10
/// answers.
[[nodiscard]] std::vector<FeltArea> felt_areas(const layers::SurveyLayer& survey,
                                               const layers::IncidentLayer& incidents);

/// Copies the verdict of the area each place lies in to the place.
void mark_places(std::vector<RankedPlace>& places, const std::vector<FeltArea>& areas);

}  // namespace lykta::places
