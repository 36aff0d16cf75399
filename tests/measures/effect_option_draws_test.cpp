// Every option in every draw: the estimate's laws, and one draw of one thing wherever it is used.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/parallel.hpp"
#include "effect_town.hpp"
#include "measures/effect_draws.hpp"
#include "measures/effect_model.hpp"
#include "measures/options.hpp"

namespace lykta::measures {
namespace {

using testing::counted;
using testing::EffectTown;
using testing::measure_with;
using testing::sited_at;

TEST(EffectDraws, a_ratio_keeps_its_median_and_its_interval) {
    for (const auto& ratio : {RateRatio{0.86, 0.74, 1.0}, RateRatio{0.8, 0.64, 1.0}}) {
        auto values = ratio_draws(ratio, "key", 40'000, 1);
        std::sort(values.begin(), values.end());
        EXPECT_NEAR(sorted_quantile(values, 0.5), ratio.ratio, 0.004);
        EXPECT_NEAR(sorted_quantile(values, 0.025), ratio.low, 0.008);
        EXPECT_NEAR(sorted_quantile(values, 0.975), ratio.high, 0.008);
    }
    EXPECT_EQ(ratio_at({0.63, 0.63, 0.63}, 2.5), 0.63);
}

TEST(EffectDraws, a_place_keeps_its_expected_count_and_varies_as_a_poisson_mean) {
    const auto values = mean_draws(25, "P1", "x", 40'000, 1);
    double sum = 0, squares = 0;
    for (const double v : values) sum += v, squares += v * v;
    const double n = static_cast<double>(values.size());
    EXPECT_NEAR(sum / n, 1, 0.004);
    EXPECT_NEAR(squares / n - sum * sum / n / n, 1.0 / 25, 0.0012);
    EXPECT_NE(values, mean_draws(25, "P2", "x", 40'000, 1));
}

TEST(EffectDraws, none_asked_for_are_none_drawn) {
    const EffectTown town;
    const auto none = draw_options(town.world(), MeasurePlan{}, 0, 1);
    EXPECT_EQ(none.draws, 0);
    EXPECT_TRUE(none.harm.empty());
}

TEST(EffectDraws, prices_are_triangular) {
    EXPECT_DOUBLE_EQ(price_at(10, 10, 10, 0.3), 10);
    EXPECT_NEAR(price_at(0, 1, 4, 0.25), 1, 1e-12) << "a quarter of the law lies below the peak";
    EXPECT_NEAR(price_at(0, 1, 4, 1 - 1e-12), 4, 1e-5);
    EXPECT_NEAR(price_at(2, 2, 4, 0.75), 3, 1e-12);
    double sum = 0;
    for (int k = 0; k < 10'000; ++k) sum += price_at(0, 1, 4, (k + 0.5) / 10'000);
    EXPECT_NEAR(sum / 10'000, 5.0 / 3, 1e-3);
}

TEST(EffectDraws, quantiles_pass_over_to_infinity) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    EXPECT_EQ(sorted_quantile({1, 2, infinite, infinite}, 0.95), infinite);
    EXPECT_EQ(sorted_quantile({1, 2, infinite, infinite}, 1.0 / 3), 2);
    EXPECT_EQ(sorted_quantile({5}, 0.9), 5);
}

/// Two places with three measures each, options made.
struct Drawn : ::testing::Test {
    EffectTown town;
    MeasurePlan plan;
    void SetUp() override {
        plan.catalogue.measures = {measure_with("lamps", {counted(Outcome::property, {0.8, 0.7, 0.9})}),
                                   measure_with("camera", {counted(Outcome::any, {0.9, 0.8, 1.05})}),
                                   measure_with("clearing", {})};
        for (std::uint32_t p = 0; p < 2; ++p) {
            town.add_place();
            std::vector<std::uint32_t> all;
            for (int i = 0; i < 60; ++i) all.push_back(town.add_incident(p, i % 3 == 0 ? "Misshandel" : "Stöld", 2));
            for (std::uint32_t m = 0; m < 3; ++m) plan.sited.push_back(sited_at(p, m, all, 0.5));
            plan.sited.back().metres_of_sight = 40;
        }
        estimate(town.world(), plan, {.draws = 4000});
        plan.options = make_options(town.world(), plan, {.draws = 4000});
    }
};

TEST_F(Drawn, the_draws_of_an_option_have_the_estimates_mean_and_interval) {
    const int draws = 4000;
    const auto drawn = draw_options(town.world(), plan, draws, 1);
    for (std::size_t o = 0; o < plan.options.size(); ++o) {
        std::vector<double> prevented, investment;
        for (std::size_t d = 0; d < draws; ++d) {
            prevented.push_back(drawn.prevented[d * plan.options.size() + o]);
            investment.push_back(drawn.investment[d * plan.options.size() + o]);
            EXPECT_NEAR(drawn.harm[d * plan.options.size() + o], 2 * prevented.back(), 1e-12);
        }
        const auto& effect = plan.options[o].effect;
        const auto mean = [&](const auto& v) { return std::accumulate(v.begin(), v.end(), 0.0) / draws; };
        EXPECT_NEAR(mean(prevented), effect.prevented_per_year, 0.03 * effect.prevented_per_year + 1e-12);
        const double items = static_cast<double>(plan.options[o].sited.size());
        EXPECT_NEAR(mean(investment), items * (800 + 1000 + 1500) / 3, 12 * items);
        std::sort(prevented.begin(), prevented.end());
        EXPECT_NEAR(sorted_quantile(prevented, 0.05), effect.prevented.low, 1e-12) << "same seed, same draws";
        EXPECT_NEAR(sorted_quantile(prevented, 0.95), effect.prevented.high, 1e-12);
    }
}

TEST_F(Drawn, a_measure_costs_the_same_everywhere_in_one_draw) {
    const auto drawn = draw_options(town.world(), plan, 50, 1);
    const std::size_t options = plan.options.size(), half = options / 2;
    for (std::size_t d = 0; d < 50; ++d)
        for (std::size_t o = 0; o < half; ++o)
            EXPECT_EQ(drawn.investment[d * options + o], drawn.investment[d * options + half + o]);
}

TEST_F(Drawn, in_every_draw_a_package_prevents_at_most_what_its_parts_do) {
    const auto drawn = draw_options(town.world(), plan, 200, 1);
    const std::size_t options = plan.options.size();
    for (std::size_t o = 0; o < options; ++o) {
        if (plan.options[o].sited.size() < 2) continue;
        for (std::size_t d = 0; d < 200; ++d) {
            double alone = 0, least = 0;
            for (std::size_t s = 0; s < options; ++s) {
                const auto& single = plan.options[s];
                const auto& of = plan.options[o].sited;
                if (single.sited.size() != 1 || std::find(of.begin(), of.end(), single.sited[0]) == of.end()) continue;
                const double prevented = drawn.prevented[d * options + s];
                alone += prevented;
                least = std::min(least, prevented);
            }
            if (least < 0) continue;  // harm done to what others leave is less harm: more than the sum
            EXPECT_LE(drawn.prevented[d * options + o], alone + 1e-12);
        }
    }
}

TEST_F(Drawn, threads_and_runs_give_the_same_numbers) {
    set_thread_count(1);
    const auto one = draw_options(town.world(), plan, 100, 7);
    set_thread_count(8);
    const auto eight = draw_options(town.world(), plan, 100, 7);
    set_thread_count(0);
    EXPECT_EQ(one.prevented, eight.prevented);
    EXPECT_EQ(one.yearly, eight.yearly);
    EXPECT_NE(one.prevented, draw_options(town.world(), plan, 100, 8).prevented);
}

}  // namespace
}  // namespace lykta::measures
