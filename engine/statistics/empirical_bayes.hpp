// Rates from small counts, drawn towards the common rate as far as the counts are uncertain.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "statistics/spatial_weights.hpp"

namespace lykta::statistics {

/// Marshall (1991), Poisson form; binomial form by Martuzzi & Elliott (1996). Rows with nothing at risk have no rate:
/// they are listed and left out of the prior.
struct EmpiricalBayes {
    double prior_mean = 0.0;      ///< m (reference name b), events per unit of exposure
    double prior_variance = 0.0;  ///< a ≥ 0 (binomial form: the weighted variance of the raw rates)
    std::vector<std::optional<double>> rate;
    std::vector<std::uint32_t> without_exposure;
};
enum class RateModel { poisson, binomial };
/// \correctness  hand case, reference empirical_bayes (spdep EBest, EBlocal)
/// \see  Marshall (1991), Applied Statistics 40:283–294
[[nodiscard]] EmpiricalBayes empirical_bayes(std::span<const double> events, std::span<const double> exposure,
                                             RateModel model = RateModel::poisson);
/// The same within each location and its neighbours (neighbourhood mean and exposure).
[[nodiscard]] std::vector<std::optional<double>> empirical_bayes_local(std::span<const double> events,
                                                                       std::span<const double> exposure,
                                                                       const SpatialWeights& neighbours);
/// Moran's I of rates standardised for their own uncertainty; empty where a location has no exposure or nothing varies.
/// \correctness reference empirical_bayes (spdep EBImoran) \see Assunção & Reis (1999), Statistics in Medicine
/// 18:2147–2162
[[nodiscard]] std::optional<double> empirical_bayes_moran(std::span<const double> events,
                                                          std::span<const double> exposure,
                                                          const SpatialWeights& weights);

/// 95 % interval of a Poisson mean given a count (exact, chi-square; Garwood 1936).
struct Interval {
    double low = 0, high = 0;
};
[[nodiscard]] Interval poisson_interval(double count, double level = 0.95);
/// Wilson interval of a share.
[[nodiscard]] Interval wilson_interval(double hits, double trials, double level = 0.95);

}  // namespace lykta::statistics
