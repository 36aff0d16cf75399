// The fewest lamps as numbers alone, held against every subset of small random covers.
#include "measures/siting_lamps_cover.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "core/random.hpp"
#include "measures/siting_lamps_rows.hpp"
#include "measures/siting_lamps_search.hpp"

using namespace lykta;
using namespace lykta::measures;

namespace {

enum class Demand { minimum, uniformity };

/// Stretches of ten samples, 3 m apart, in a row; lamps beside them here and there.
LightCover random_cover(std::uint32_t seed, std::uint32_t stretches, std::uint32_t lamps, Demand demand) {
    LightCover cover;
    for (std::uint32_t s = 0; s < stretches; ++s) {
        CoverStretch stretch{.first = 10 * s, .count = 10, .average = 3.0, .minimum = 0.6};
        if (demand == Demand::uniformity) stretch.minimum = 0.0, stretch.uniformity = 0.25;
        cover.stretches.push_back(stretch);
    }
    for (std::uint32_t i = 0; i < 10 * stretches; ++i) cover.base.push_back(random_uniform({seed, 1, i}, 0) * 0.3);
    for (std::uint32_t c = 0; c < lamps; ++c) {
        const double at = 30.0 * stretches * (c + random_uniform({seed, 2, c}, 0)) / lamps;
        const double flux = 9'000.0 + 9'000.0 * random_uniform({seed, 2, c}, 1);
        auto& gains = cover.gains.emplace_back();
        for (std::uint32_t i = 0; i < 10 * stretches; ++i) {
            const double away = 3.0 * i + 1.5 - at, lux = flux / std::pow(27.25 + away * away, 2);
            if (lux > 0.01) gains.push_back({i, lux});
        }
    }
    return cover;
}

std::vector<std::uint32_t> subset(std::uint32_t bits) {
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t c = 0; c < 32; ++c)
        if ((bits >> c & 1U) != 0) chosen.push_back(c);
    return chosen;
}

bool all_met(const LightCover& cover, const std::vector<std::uint32_t>& wanted, std::uint32_t bits) {
    const auto chosen = subset(bits);
    return std::all_of(wanted.begin(), wanted.end(), [&](std::uint32_t s) { return is_met(cover, s, chosen); });
}

/// The smallest subset that meets the stretches wanted; 99 where none does.
int smallest(const LightCover& cover, const std::vector<std::uint32_t>& wanted) {
    int best = 99;
    for (std::uint32_t bits = 0; bits < 1U << cover.gains.size(); ++bits)
        if (std::popcount(bits) < best && all_met(cover, wanted, bits)) best = std::popcount(bits);
    return best;
}

}  // namespace

TEST(FewestLamps, equals_the_smallest_of_all_subsets) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const LightCover cover = random_cover(seed, 1 + seed % 3, 11, Demand::minimum);
        const CoverPlan plan = fewest_lamps(cover);
        for (const auto s : plan.met) EXPECT_TRUE(is_met(cover, s, plan.chosen));
        EXPECT_EQ(static_cast<int>(plan.chosen.size()), smallest(cover, plan.met)) << seed;
        EXPECT_EQ(plan.lower_bound, static_cast<int>(plan.chosen.size())) << seed;
        std::vector<std::uint32_t> all = subset((1U << 11) - 1);
        for (std::uint32_t s = 0; s < cover.stretches.size(); ++s)
            EXPECT_EQ(std::binary_search(plan.met.begin(), plan.met.end(), s), is_met(cover, s, all)) << seed;
    }
}

TEST(FewestLamps, keeps_to_uniformity_where_that_is_asked_for) {
    int met = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const LightCover cover = random_cover(seed, 1 + seed % 2, 10, Demand::uniformity);
        const CoverPlan plan = fewest_lamps(cover);
        for (const auto s : plan.met) EXPECT_TRUE(is_met(cover, s, plan.chosen));
        if (plan.met.empty()) continue;
        const int best = smallest(cover, plan.met);
        EXPECT_LE(plan.lower_bound, best) << seed;
        EXPECT_EQ(static_cast<int>(plan.chosen.size()), best) << seed;
        met += static_cast<int>(plan.met.size());
    }
    EXPECT_GT(met, 15);
}

TEST(FewestLamps, the_bound_from_prices_is_never_above_the_best) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        const LightCover cover = random_cover(seed, 2, 11, Demand::minimum);
        const std::vector<char> wanted{1, 1};
        const CoverRows rows(cover, wanted);
        const RowPrices prices = row_prices(rows, 300);
        const int best = smallest(cover, {0, 1});
        if (best == 99) continue;
        EXPECT_LE(prices.bound, best + 1e-9) << seed;
        for (std::uint32_t c = 0; c < rows.candidates(); ++c) {
            double worth = 0;
            for (const auto& entry : rows.of_candidate(c))
                if (rows.need()[entry.other] > 0)
                    worth += prices.price[entry.other] * std::min(1.0, entry.amount / rows.need()[entry.other]);
            EXPECT_LE(worth, 1.0 + 1e-9);
        }
    }
}

TEST(FewestLamps, nothing_is_added_where_nothing_is_missing) {
    LightCover cover = random_cover(1, 1, 5, Demand::minimum);
    for (double& lux : cover.base) lux = 4;
    const CoverPlan plan = fewest_lamps(cover);
    EXPECT_TRUE(plan.chosen.empty());
    EXPECT_EQ(plan.lower_bound, 0);
    EXPECT_EQ(plan.met, std::vector<std::uint32_t>{0});
}

TEST(FewestLamps, of_sets_of_one_size_the_one_below_the_limit_is_taken) {
    LightCover cover{
        .stretches = {{.first = 0, .count = 2, .average = 3.0, .minimum = 1.0}}, .base = {0, 0}, .gains = {}};
    cover.gains = {{{0, 9.0}, {1, 9.0}}, {{0, 3.5}, {1, 3.5}}};  // either is enough, the first is far too much
    EXPECT_EQ(fewest_lamps(cover).chosen, std::vector<std::uint32_t>{1});
}
