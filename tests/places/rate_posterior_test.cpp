// The gamma law of a place's rate.
#include "places/rate_posterior.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace lykta::places {
namespace {

TEST(RatePosterior, of_unweighted_incidents_is_the_conjugate_gamma_law) {
    const RatePrior prior{.mean = 4, .variance = 2, .places = 9};
    const auto law = rate_posterior({.sum = 10, .squares = 10, .exposure = 3}, prior);
    EXPECT_DOUBLE_EQ(law.shape, 4.0 * 4 / 2 + 10);
    EXPECT_DOUBLE_EQ(law.per_rate, 4.0 / 2 + 3);
}

TEST(RatePosterior, of_weighted_incidents_has_the_mean_and_variance_of_marshall_s_formula) {
    // Σw = 1000, Σw² = 3000: c = 3, chance variance of the rate 3 m ÷ exposure.
    const RatePrior prior{.mean = 10, .variance = 5, .squares_per_sum = 3, .mean_weight = 2, .places = 9};
    const WeightedCount place{.sum = 1000, .squares = 3000, .exposure = 50};
    const auto law = rate_posterior(place, prior);
    const double trust = 5 / (5 + 3 * 10 / 50.0);
    EXPECT_NEAR(law.shape / law.per_rate, 10 + trust * (20 - 10), 1e-9);
    EXPECT_NEAR(law.shape / (law.per_rate * law.per_rate), trust * 3 * (law.shape / law.per_rate) / 50, 1e-9);
}

TEST(RatePrior, agrees_with_marshall_where_every_weight_is_one) {
    const std::vector<WeightedCount> places{{2, 2, 1}, {9, 9, 2}, {30, 30, 3}, {1, 1, 4}};
    const auto prior = rate_prior(places);
    const auto bayes = statistics::empirical_bayes(std::vector<double>{2, 9, 30, 1}, std::vector<double>{1, 2, 3, 4});
    EXPECT_DOUBLE_EQ(prior.mean, bayes.prior_mean);
    EXPECT_NEAR(prior.variance, bayes.prior_variance, 1e-12);
}

TEST(RatePrior, of_places_that_differ_no_more_than_chance_is_narrow_but_not_certain) {
    const std::vector<WeightedCount> places{{10, 10, 1}, {10, 10, 1}, {11, 11, 1}, {9, 9, 1}};
    const auto prior = rate_prior(places);
    EXPECT_GT(prior.variance, 0);
    EXPECT_LT(prior.variance, prior.chance);
}

TEST(RatePosterior, without_any_incident_anywhere_still_has_a_law) {
    const auto prior = rate_prior(std::vector<WeightedCount>{{0, 0, 1}, {0, 0, 2}});
    const auto interval = interval_of(rate_posterior({0, 0, 1}, prior), 0.9);
    EXPECT_GE(interval.low, 0);
    EXPECT_LT(interval.high, 3);
}

}  // namespace
}  // namespace lykta::places
