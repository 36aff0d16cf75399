// What the run asks of each incident beside where and when: how much it weighs, and whether it was dark.
#pragma once
#include <vector>

#include "core/geometry.hpp"
#include "core/time.hpp"
#include "layers/layers.hpp"
#include "study/study.hpp"

namespace lykta::study {

/// Harm of each incident's category; 1 where the study gives none.
[[nodiscard]] std::vector<double> harm_of_incidents(const Study& study, const layers::IncidentLayer& incidents);
/// Harm × recency, one per incident. An undated incident weighs as one in the middle of the period.
[[nodiscard]] std::vector<double> incident_weights(const Study& study, const layers::IncidentLayer& incidents,
                                                   const Period& period);
/// Probability that each incident happened in the dark; NaN where no hour is known.
[[nodiscard]] std::vector<double> dark_of_incidents(const Study& study, const layers::IncidentLayer& incidents,
                                                    Point longitude_latitude);

}  // namespace lykta::study
