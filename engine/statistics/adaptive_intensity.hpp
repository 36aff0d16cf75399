// Intensity with a bandwidth that follows the data: narrow where events are many, wide where they are few.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "statistics/intensity.hpp"

namespace lykta::statistics {

/// Abramson's square-root law: a fixed Gaussian pilot of standard deviation `pilot`, then per event
/// h_i = pilot · sqrt(g / f(x_i)), g the geometric mean of f over the events; no edge correction, no trimming.
struct AdaptiveIntensity {
    std::vector<double> bandwidth_m;  ///< h_i, one per event
    std::vector<double> intensity;    ///< at the queries, events per square metre
};
/// \correctness  reference kde/*-adaptive-abramson \see Abramson (1982), Annals of Statistics 10:1217–1223
[[nodiscard]] AdaptiveIntensity adaptive_intensity(std::span<const Point> query, std::span<const Point> points,
                                                   Meters pilot);

/// Quartic intensity with h(q) = distance from q to its k-th nearest event; an event at q counts, with distance 0.
struct NearestIntensity {
    std::vector<double> bandwidth_m;               ///< h(q), one per query
    std::vector<std::optional<double>> intensity;  ///< events per square metre; empty where h is 0 (a pile of k events)
    std::vector<std::optional<double>> k_over_area;  ///< k / (π h²)
};
/// \throws Error{bad_option} fewer than k events \correctness reference kde/*-adaptive-knn
[[nodiscard]] NearestIntensity nearest_event_intensity(std::span<const Point> query, std::span<const Point> points,
                                                       int k);

/// ln of the ratio of two probability densities (each intensity ÷ its number of events). Empty where either is 0.
/// \correctness  reference kde/log-relative-risk \see Kelsall & Diggle (1995), Statistics in Medicine 14:2335–2342
[[nodiscard]] std::vector<std::optional<double>> log_relative_risk(std::span<const Point> query,
                                                                   std::span<const Point> cases,
                                                                   std::span<const Point> controls,
                                                                   const IntensityOptions& options);

}  // namespace lykta::statistics
