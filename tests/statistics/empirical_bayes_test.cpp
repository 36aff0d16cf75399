// Empirical-Bayes rates and exact intervals.
#include "statistics/empirical_bayes.hpp"

#include <gtest/gtest.h>

using namespace lykta::statistics;

TEST(EmpiricalBayes, two_places_are_as_worked_by_hand) {
    // Rates 0.1 and 0.3 over 100 each: m = 0.2, s² = 0.01, a = 0.01 − 0.2/100 = 0.008; shrink 0.008/(0.008 + 0.002).
    const auto eb = empirical_bayes(std::vector<double>{10, 30}, std::vector<double>{100, 100});
    EXPECT_DOUBLE_EQ(eb.prior_mean, 0.2);
    EXPECT_NEAR(eb.prior_variance, 0.008, 1e-15);
    EXPECT_NEAR(*eb.rate[0], 0.2 - 0.1 * 0.8, 1e-15);
    EXPECT_NEAR(*eb.rate[1], 0.2 + 0.1 * 0.8, 1e-15);
}

TEST(EmpiricalBayes, equal_rates_all_become_the_common_rate) {
    const auto eb = empirical_bayes(std::vector<double>{1, 10}, std::vector<double>{10, 100});
    EXPECT_EQ(eb.prior_variance, 0.0);
    EXPECT_DOUBLE_EQ(*eb.rate[0], 0.1);
}

TEST(EmpiricalBayes, a_place_with_nothing_at_risk_has_no_rate_and_is_named) {
    const auto eb = empirical_bayes(std::vector<double>{0, 3, 5}, std::vector<double>{100, 0, 80});
    EXPECT_FALSE(eb.rate[1]);
    EXPECT_EQ(eb.without_exposure, (std::vector<std::uint32_t>{1}));
    EXPECT_DOUBLE_EQ(eb.prior_mean, 5.0 / 180.0);
}

TEST(EmpiricalBayes, nothing_at_risk_anywhere_leaves_no_rate) {
    const auto eb = empirical_bayes(std::vector<double>{1}, std::vector<double>{0});
    EXPECT_FALSE(eb.rate[0]);
    EXPECT_EQ(eb.prior_mean, 0.0);
}

TEST(EmpiricalBayes, binomial_rates_lie_between_raw_and_common) {
    const std::vector<double> events{3, 40, 12}, trials{10, 60, 50};
    const auto eb = empirical_bayes(events, trials, RateModel::binomial);
    for (std::size_t i = 0; i < 3; ++i) {
        const double raw = events[i] / trials[i];
        EXPECT_GE(*eb.rate[i], std::min(raw, eb.prior_mean) - 1e-15);
        EXPECT_LE(*eb.rate[i], std::max(raw, eb.prior_mean) + 1e-15);
    }
}

TEST(EmpiricalBayesLocal, with_everybody_near_everybody_is_the_global_rate) {
    const std::vector<double> events{10, 30, 22}, exposure{100, 100, 80};
    const SpatialWeights all{{{1, 2}, {0, 2}, {0, 1}}, {{1, 1}, {1, 1}, {1, 1}}};
    const auto global = empirical_bayes(events, exposure);
    const auto local = empirical_bayes_local(events, exposure, all);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(*local[i], *global.rate[i], 1e-15);
}

TEST(PoissonInterval, of_ten_events_is_the_published_one) {
    // Garwood (1936): 4.795 – 18.39; of none: 0 – 3.689.
    EXPECT_NEAR(poisson_interval(10).low, 4.795, 5e-4);
    EXPECT_NEAR(poisson_interval(10).high, 18.390, 5e-4);
    EXPECT_EQ(poisson_interval(0).low, 0.0);
    EXPECT_NEAR(poisson_interval(0).high, 3.6889, 1e-4);
}

TEST(WilsonInterval, of_none_in_ten_reaches_up_to_a_fourth) {
    // z² / (n + z²) with z = 1.96.
    EXPECT_EQ(wilson_interval(0, 10).low, 0.0);
    EXPECT_NEAR(wilson_interval(0, 10).high, 3.841459 / 13.841459, 1e-6);
    EXPECT_EQ(wilson_interval(0, 0).high, 1.0);
}
