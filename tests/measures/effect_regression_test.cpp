// How far the worst places fall back by themselves, in towns whose true rates are known.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "effect_town.hpp"
#include "measures/effect_rates.hpp"

namespace lykta::measures {
namespace {

using testing::EffectTown;

constexpr int side_cells = 40;
constexpr double cell_m = 100;

/// Cells of 1 ha with known rates over one year; the cells with the most incidents are the places.
struct KnownTown {
    std::vector<double> rate;
    std::vector<int> now, later;
};

template <class Rate>
KnownTown known_town(std::uint32_t seed, const Rate& rate) {
    KnownTown town;
    for (std::uint32_t c = 0; c < side_cells * side_cells; ++c) {
        town.rate.push_back(std::min(600.0, rate(seed, c)));
        town.now.push_back(random_poisson({seed, 1, c}, 0, town.rate.back()));
        town.later.push_back(random_poisson({seed, 2, c}, 0, town.rate.back()));
    }
    return town;
}

std::vector<std::uint32_t> worst_cells(const KnownTown& town, std::size_t count) {
    std::vector<std::uint32_t> cells(town.now.size());
    std::iota(cells.begin(), cells.end(), 0U);
    std::stable_sort(cells.begin(), cells.end(), [&](auto a, auto b) { return town.now[a] > town.now[b]; });
    cells.resize(count);
    return cells;
}

EffectTown town_with_places(const KnownTown& town, const std::vector<std::uint32_t>& cells) {
    EffectTown result;
    result.period = {0, 364};
    for (std::size_t p = 0; p < cells.size(); ++p) result.add_place();
    std::vector<int> place_of(town.now.size(), -1);
    for (std::size_t p = 0; p < cells.size(); ++p) place_of[cells[p]] = static_cast<int>(p);
    for (std::uint32_t c = 0; c < town.now.size(); ++c) {
        const Point middle{cell_m * (c % side_cells + 0.5), cell_m * (c / side_cells + 0.5)};
        for (int k = 0; k < town.now[c]; ++k) {
            if (place_of[c] >= 0) {
                result.city.incidents.position[result.add_incident(static_cast<std::uint32_t>(place_of[c]), "x")] =
                    middle;
                continue;
            }
            result.city.incidents.position.push_back(middle);
            result.city.incidents.category.of_row.push_back(result.word("x"));
        }
    }
    result.city.window.shape = {EffectTown::square(0, 0, side_cells * cell_m, side_cells * cell_m)};
    return result;
}

/// Next period ÷ this one at the worst cells, as found and as expected, over many towns.
struct FallBack {
    double found = 0, expected = 0, standard_error = 0;
};
template <class Rate>
FallBack fall_back(std::uint32_t towns, std::size_t places, const Rate& rate) {
    double now = 0, later = 0, expected = 0;
    for (std::uint32_t seed = 1; seed <= towns; ++seed) {
        const auto known = known_town(seed, rate);
        const auto cells = worst_cells(known, places);
        const auto town = town_with_places(known, cells);
        const auto factor = regression_to_mean(town.world());
        for (std::size_t p = 0; p < cells.size(); ++p) {
            now += known.now[cells[p]];
            later += known.later[cells[p]];
            expected += factor[p] * known.now[cells[p]];
        }
    }
    return {later / now, expected / now, std::sqrt(later) / now};
}

double gamma_rate(std::uint32_t seed, std::uint32_t cell) {  // shape 1/2, mean 2: half a squared normal
    const double z = random_normal({seed, 3, cell}, 0);
    return 2 * z * z;
}
double log_normal_rate(std::uint32_t seed, std::uint32_t cell) {
    return std::exp(1.2 * random_normal({seed, 4, cell}, 0));
}
double two_kinds(std::uint32_t seed, std::uint32_t cell) {
    return random_uniform({seed, 5, cell}, 0) < 0.01 ? 15 : random_uniform({seed, 5, cell}, 1) < 0.5 ? 0 : 2;
}

TEST(EffectRegression, worst_places_fall_back_as_expected_where_rates_follow_a_gamma_law) {
    const auto f = fall_back(30, 20, gamma_rate);
    EXPECT_LT(f.found, 0.85) << "there is something to fall back from";
    EXPECT_NEAR(f.expected, f.found, 2.5 * f.standard_error);
}

TEST(EffectRegression, worst_places_fall_back_as_expected_where_rates_are_log_normal) {
    const auto f = fall_back(30, 20, log_normal_rate);
    EXPECT_NEAR(f.expected, f.found, 2.5 * f.standard_error);
}

TEST(EffectRegression, where_worst_places_are_all_alike_no_more_is_promised_than_comes_back) {
    const auto f = fall_back(30, 20, two_kinds);
    EXPECT_LT(f.expected, f.found + 2.5 * f.standard_error);
    EXPECT_GT(f.expected, f.found - 0.08);
}

TEST(EffectRegression, the_factor_lies_between_none_and_one_and_grows_with_the_count) {
    const auto known = known_town(3, gamma_rate);
    const auto cells = worst_cells(known, 60);
    const auto factor = regression_to_mean(town_with_places(known, cells).world());
    for (std::size_t p = 0; p < factor.size(); ++p) {
        EXPECT_GT(factor[p], 0);
        EXPECT_LE(factor[p], 1);
        if (p == 0) continue;
        EXPECT_LE(factor[p] * known.now[cells[p]], factor[p - 1] * known.now[cells[p - 1]] + 1e-9);
    }
}

TEST(EffectRegression, without_incidents_or_area_nothing_is_drawn_back) {
    EffectTown town;
    town.add_place();
    town.add_place();
    EXPECT_EQ(regression_to_mean(town.world()), (std::vector<double>{1, 1}));
    town.add_incident(0, "x");
    town.ranked[0].place.area_ha = 0;
    EXPECT_EQ(regression_to_mean(town.world())[0], 1);
    EXPECT_TRUE(regression_to_mean(EffectTown{}.world()).empty());
}

TEST(EffectRegression, each_step_of_the_law_fits_the_counts_better) {
    const std::vector<CountedUnits> units{{0, 1, 900}, {1, 1, 60}, {2, 1, 20}, {3, 2, 5}, {9, 1, 2}, {30, 1.5, 1}};
    double before = -1e9;
    for (int steps = 1; steps <= 64; steps *= 2) {
        const auto law = rate_law(units, {.rungs = 60, .iterations = steps});
        EXPECT_NEAR(std::accumulate(law.probability.begin(), law.probability.end(), 0.0), 1, 1e-12);
        const double now = log_likelihood(law, units);
        EXPECT_GE(now, before);
        before = now;
    }
}

TEST(EffectRegression, counts_of_one_common_rate_are_all_drawn_to_it) {
    std::vector<CountedUnits> units;  // Poisson with mean 4
    double p = 1000 * std::exp(-4.0);
    for (int n = 0; n < 16; ++n, p *= 4.0 / n) units.push_back({static_cast<double>(n), 1, p});
    const auto law = rate_law(units, {.iterations = 2000});
    EXPECT_NEAR(posterior_rate(law, 4, 1), 4, 0.1);
    EXPECT_NEAR(posterior_rate(law, 10, 1), 4, 0.5);
}

}  // namespace
}  // namespace lykta::measures
