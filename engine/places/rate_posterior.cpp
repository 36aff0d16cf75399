// Moments of the places' rates, and the gamma law that joins them with one place's count.
#include "places/rate_posterior.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <cmath>

namespace lykta::places {

namespace {

constexpr double steadying_incidents = 5.0;  ///< the city's Σw² ÷ Σw counts as much as this many incidents of the place

double square(double x) {
    return x * x;
}

}  // namespace

RatePrior rate_prior(std::span<const WeightedCount> places) {
    RatePrior prior;
    double sum = 0, squares = 0, exposure = 0;
    for (const auto& p : places) {
        if (!(p.exposure > 0)) continue;
        sum += p.sum, squares += p.squares, exposure += p.exposure;
        ++prior.places;
    }
    if (!(exposure > 0)) return prior;
    prior.mean = sum / exposure;
    if (sum > 0 && squares > 0) prior.squares_per_sum = squares / sum, prior.mean_weight = prior.squares_per_sum;
    for (const auto& p : places)
        if (p.exposure > 0) prior.spread += p.exposure * square(p.sum / p.exposure - prior.mean) / exposure;
    prior.chance = prior.mean * prior.squares_per_sum * prior.places / exposure;
    const double error = std::sqrt(2.0 / std::max(1, prior.places - 1)) * std::max(prior.chance, prior.spread);
    prior.variance = prior.spread > prior.chance ? prior.spread - prior.chance : 0.25 * error;
    return prior;
}

RatePosterior rate_posterior(const WeightedCount& place, const RatePrior& prior) {
    const double steady = steadying_incidents * prior.mean_weight;
    const double c = (place.squares + steady * prior.squares_per_sum) / (place.sum + steady);
    if (!(prior.mean > 0) || !(prior.variance > 0)) return {place.sum / c + 0.5, place.exposure / c};
    return {square(prior.mean) / prior.variance + place.sum / c, prior.mean / prior.variance + place.exposure / c};
}

statistics::Interval interval_of(const RatePosterior& posterior, double level) {
    if (!(posterior.shape > 0) || !(posterior.per_rate > 0)) return {};
    const boost::math::gamma_distribution<double> law(posterior.shape, 1.0 / posterior.per_rate);
    const double tail = (1.0 - level) / 2.0;
    return {boost::math::quantile(law, tail), boost::math::quantile(boost::math::complement(law, tail))};
}

}  // namespace lykta::places
