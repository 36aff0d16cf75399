// Getis–Ord local statistics: is this place and its surroundings high or low, more than chance would make it?
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/grid.hpp"
#include "core/units.hpp"
#include "statistics/spatial_weights.hpp"

namespace lykta::statistics {

/// One location's result; z and p empty where undefined (no neighbours for Gi, no variation in x).
/// Null: values placed at random over the locations. p two-sided from the normal approximation.
struct LocalG {
    double statistic = 0.0;    ///< Σ w x / Σ x; 0 where Σ x is 0
    double expectation = 0.0;  ///< of the statistic under the null
    double variance = 0.0;
    std::optional<double> z;
    std::optional<double> p;
};
/// p-value of a standard normal value, both tails: 2·(1 − Φ(|z|)), exact to the last digits far out.
[[nodiscard]] double two_sided_p(double z);
/// Gi leaves the location itself out (\pre w_ii = 0); Gi* takes it in (\pre w_ii > 0, see with_self).
/// \correctness reference local_autocorrelation (spdep localG) \see Ord & Getis (1995), Geographical Analysis
/// 27:286–306
[[nodiscard]] std::vector<LocalG> local_gi(std::span<const double> x, const SpatialWeights& weights);
[[nodiscard]] std::vector<LocalG> local_gi_star(std::span<const double> x, const SpatialWeights& weights);

/// Gi* of a grid of counts with a distance band over the cells that `used` marks (inside the window), binary weights,
/// self included; computed by sliding sums, equal to local_gi_star on the same cells. A cell is used when at least half
/// of it is inside the window.
/// \correctness  twin: local_gi_star with distance_band over the used cells' centres
struct GiStarGrid {
    Grid<double> z;      ///< NaN where undefined or not used
    Grid<double> p;      ///< two-sided
    Grid<double> p_fdr;  ///< Benjamini–Hochberg over the defined cells
};
[[nodiscard]] GiStarGrid gi_star_grid(const Grid<double>& counts, const Grid<double>& window_share, Meters band);

}  // namespace lykta::statistics
