// Rates from small counts, drawn towards the common rate as far as the counts are uncertain.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "statistics/spatial_weights.hpp"

namespace lykta::statistics {

/// Marshall (1991). Rows with nothing at risk have no rate: they are listed and left out of the prior.
struct EmpiricalBayes {
    double prior_mean = 0.0;      ///< m (reference name b), events per unit of exposure
    double prior_variance = 0.0;  ///< a ≥ 0
    std::vector<std::optional<double>> rate;
    std::vector<std::uint32_t> without_exposure;
};
enum class RateModel { poisson, binomial };
[[nodiscard]] EmpiricalBayes empirical_bayes(std::span<const double> events, std::span<const double> exposure,
                                             RateModel model = RateModel::poisson);
/// The same within each location and its neighbours (neighbourhood mean and exposure).
[[nodiscard]] std::vector<std::optional<double>> empirical_bayes_local(std::span<const double> events,
                                                                       std::span<const double> exposure,
                                                                       const SpatialWeights& neighbours);
/// 95 % interval of a Poisson mean given a count (exact, chi-square; Garwood 1936).
struct Interval { double low = 0, high = 0; };
[[nodiscard]] Interval poisson_interval(double count, double level = 0.95);
/// Wilson interval of a share.
[[nodiscard]] Interval wilson_interval(double hits, double trials, double level = 0.95);

}  // namespace lykta::statistics
