// What is known of a place's rate once its incidents are counted: a gamma law from the counts and from the other
// places.
#pragma once
#include <span>

#include "statistics/empirical_bayes.hpp"

namespace lykta::places {

/// Weighted incidents of a place. With every weight 1, sum and squares are both the count.
struct WeightedCount {
    double sum = 0, squares = 0;  ///< Σ w, Σ w²
    double exposure = 0;          ///< hectares · years
};

/// How the rates of all places spread, weighted incidents per hectare and year: Marshall's moments (1991) with the
/// chance variance of a compound Poisson sum: a place's Σ w has variance Σ w², so of m · c ÷ exposure in the mean,
/// c = Σ w² ÷ Σ w over all places.
struct RatePrior {
    double mean = 0;
    double spread = 0;    ///< variance of the raw rates, weighted by exposure
    double chance = 0;    ///< of that, what counting alone makes
    double variance = 0;  ///< of the true rates: spread − chance, not below the error of that estimate when it is 0
    double squares_per_sum = 1;  ///< c
    double mean_weight = 1;      ///< of an incident, for places with next to none
    int places = 0;
};
[[nodiscard]] RatePrior rate_prior(std::span<const WeightedCount> places);

/// Gamma law of one place's rate, mean shape ÷ per_rate.
struct RatePosterior {
    double shape = 0, per_rate = 0;
};
/// Posterior under a gamma prior of that mean and variance, when Σ w is taken as c times a Poisson count of the same
/// mean and variance (c = Σ w² ÷ Σ w of the place, steadied by the city's): shape m²/A + Σw/c, rate m/A + exposure/c.
/// Its mean is Marshall's estimate with that chance variance. \correctness  weights of 1: the conjugate gamma–Poisson
/// posterior
[[nodiscard]] RatePosterior rate_posterior(const WeightedCount& place, const RatePrior& prior);
[[nodiscard]] statistics::Interval interval_of(const RatePosterior& posterior, double level);

}  // namespace lykta::places
