// How true rates spread over a town, without assuming a shape: the nonparametric maximum-likelihood mixing law of
// Poisson counts (Robbins 1956; Laird 1978), on a fixed ladder of rates, by expectation–maximisation.
#pragma once
#include <span>
#include <vector>

namespace lykta::measures {

/// Places of one count and exposure, and how many there are of them (need not be whole).
struct CountedUnits {
    double incidents = 0;
    double exposure = 1;  ///< hectares · years. REQUIRES: > 0
    double units = 1;
};
/// A law of rates: probability of each rung. Empty where there is nothing to learn from.
struct RateLaw {
    std::vector<double> rate, probability;
};
struct RateLawOptions {
    int rungs = 120;       ///< rates in even log steps over what was counted. REQUIRES: ≥ 2
    int iterations = 200;  ///< the means do not change beyond 50. REQUIRES: ≥ 1
};
/// \correctness  the likelihood never falls from step to step; counts drawn from known laws get their posterior means
/// back (effect_regression_test)
[[nodiscard]] RateLaw rate_law(std::span<const CountedUnits> units, const RateLawOptions& options = {});

/// Expected rate of a unit given its count.
[[nodiscard]] double posterior_rate(const RateLaw& law, double incidents, double exposure);
/// Mean log-likelihood of the counts, terms that do not depend on the law left out.
[[nodiscard]] double log_likelihood(const RateLaw& law, std::span<const CountedUnits> units);

}  // namespace lykta::measures
