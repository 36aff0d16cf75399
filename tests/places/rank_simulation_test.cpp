#include "places/rank_simulation.hpp"

#include <gtest/gtest.h>

#include <iostream>

#include "core/error.hpp"
#include "core/parallel.hpp"
#include "places/rank_draw.hpp"
#include "places/simulated_town.hpp"

namespace lykta::places {
namespace {

/// How often the 90 % intervals held the truth, over all places of all towns.
struct Coverage {
    double held = 0, places = 0, ranks_wide = 0, score_held = 0;
    int towns = 0;
    [[nodiscard]] double share() const { return held / places; }
};

void add_town(const TownOptions& options, Coverage& coverage) {
    const auto town = make_town(options);
    const auto ranks = simulate_ranks(town.input(), {.draws = 200, .seed = options.seed});
    ++coverage.towns;
    for (std::size_t p = 0; p < ranks.size(); ++p) {
        const auto& r = ranks[p];
        coverage.places += 1;
        coverage.held += town.true_rank[p] >= r.low && town.true_rank[p] <= r.high ? 1 : 0;
        coverage.ranks_wide += r.high - r.low + 1;
        coverage.score_held += town.true_score[p] >= r.score.low && town.true_score[p] <= r.score.high ? 1 : 0;
    }
}

void print(const std::string& which, const Coverage& c) {
    std::cout << fmt::format(
        "  {:34} {:3} towns, {:4} places: 90 % intervals hold the true rank {:.1f} % of the time "
        "({:.1f} ranks wide), the true score {:.1f} %\n",
        which, c.towns, c.places, 100 * c.share(), c.ranks_wide / c.places, 100 * c.score_held / c.places);
}

struct Setting {
    const char* name;
    TownOptions town;
    int towns;
};

const std::vector<Setting>& settings() {
    static const std::vector<Setting> all{
        {"gamma rates, 15 m", {.seed = 1'000}, 40},
        {"gamma rates, 83 m", {.seed = 2'000, .error_m = 83, .second_error_m = 83}, 40},
        {"lumpy rates, 15 m", {.seed = 3'000, .law = RateLaw::lumpy}, 40},
        {"lumpy rates, 83 m", {.seed = 4'000, .error_m = 83, .second_error_m = 83, .law = RateLaw::lumpy}, 40},
        {"two sources, 83 m and 15 m", {.seed = 5'000, .error_m = 83}, 40},
        {"six places, 83 m and 15 m", {.seed = 6'000, .error_m = 83, .columns = 3, .rows = 2}, 40},
        {"incident rate alone, gamma, 15 m", {.seed = 7'000, .conditions = false}, 20}};
    return all;
}

TEST(RankSimulation, ninety_percent_intervals_hold_the_true_rank_86_to_94_percent_of_the_time) {
    Coverage all;
    for (const auto& setting : settings()) {
        Coverage c;
        for (std::uint32_t t = 0; t < static_cast<std::uint32_t>(setting.towns); ++t) {
            auto town = setting.town;
            town.seed += t;
            add_town(town, c);
        }
        print(setting.name, c);
        EXPECT_GT(c.share(), 0.84) << setting.name;  // one setting alone: ± 2 % of chance beside the limits
        EXPECT_LT(c.share(), 0.96) << setting.name;
        all.held += c.held, all.places += c.places, all.ranks_wide += c.ranks_wide, all.score_held += c.score_held;
        all.towns += c.towns;
    }
    print("all", all);
    EXPECT_GE(all.towns, 200);
    EXPECT_GE(all.share(), 0.86);
    EXPECT_LE(all.share(), 0.94);
}

TEST(RankSimulation, is_the_same_for_one_and_for_eight_threads) {
    const auto town = make_town({.seed = 5, .error_m = 83});
    set_thread_count(1);
    const auto one = simulate_ranks(town.input(), {.draws = 60});
    set_thread_count(8);
    const auto eight = simulate_ranks(town.input(), {.draws = 60});
    set_thread_count(0);
    for (std::size_t p = 0; p < one.size(); ++p) {
        EXPECT_EQ(one[p].median, eight[p].median);
        EXPECT_EQ(one[p].low, eight[p].low);
        EXPECT_EQ(one[p].high, eight[p].high);
        EXPECT_EQ(one[p].top_k, eight[p].top_k);
        EXPECT_EQ(one[p].score.low, eight[p].score.low);
        EXPECT_EQ(one[p].score.high, eight[p].score.high);
    }
}

TEST(RankSimulation, another_seed_draws_other_ranks) {
    const auto town = make_town({.seed = 5, .error_m = 83});
    const auto a = simulate_ranks(town.input(), {.draws = 60, .seed = 1}),
               b = simulate_ranks(town.input(), {.draws = 60, .seed = 2});
    int differ = 0;
    for (std::size_t p = 0; p < a.size(); ++p) differ += a[p].score.low != b[p].score.low ? 1 : 0;
    EXPECT_GT(differ, 15);
}

/// Two places of 1 ha, far apart, with so many incidents each, recorded without error.
SimulatedTown two_places(int first, int second) {
    SimulatedTown town;
    town.present = {};
    town.incidents.position_error_m = {0};
    for (int k = 0; k < 2; ++k) {
        const double x = 1000.0 * k;
        RankedPlace r;
        r.place.id = k == 0 ? "A" : "B";
        r.place.shape = {Polygon{{{x, 0}, {x + 100, 0}, {x + 100, 100}, {x, 100}, {x, 0}}, {}}};
        r.place.area_ha = 1;
        town.places.push_back(r);
        for (int i = 0; i < (k == 0 ? first : second); ++i) {
            town.incidents.position.push_back({x + 50, 50});
            town.incidents.source.push_back(0);
            town.weight.push_back(1);
        }
    }
    return town;
}

TEST(RankSimulation, a_hundred_against_ten_is_certain) {
    const auto ranks = simulate_ranks(two_places(10, 100).input(), {.draws = 400, .top_k = 1});
    EXPECT_EQ(ranks[1].low, 1);
    EXPECT_EQ(ranks[1].high, 1);
    EXPECT_EQ(ranks[1].top_k, 1);
    EXPECT_EQ(ranks[0].median, 2);
    EXPECT_EQ(ranks[0].top_k, 0);
}

TEST(RankSimulation, equal_counts_are_first_half_of_the_time_each) {
    const auto ranks = simulate_ranks(two_places(30, 30).input(), {.draws = 1000, .top_k = 1});
    EXPECT_NEAR(ranks[0].top_k, 0.5, 0.06);
    EXPECT_EQ(ranks[0].low, 1);
    EXPECT_EQ(ranks[0].high, 2);
}

TEST(RankSimulation, thirty_against_twenty_is_as_often_first_as_two_gamma_laws_say) {
    // Two places alone: prior mean 25, variance 625, so shapes 31 and 21 at the same exposure. P(gamma 31 > gamma 21)
    // is near Φ((31 − 21) / √52) = Φ(1.387) = 0.917.
    const auto ranks = simulate_ranks(two_places(30, 20).input(), {.draws = 2000, .top_k = 1});
    EXPECT_NEAR(ranks[0].top_k, 0.917, 0.02);
}

TEST(RankSimulation, of_no_places_is_empty_and_no_draws_are_refused) {
    auto town = two_places(1, 1);
    EXPECT_THROW((void)simulate_ranks(town.input(), {.draws = 0}), Error);
    town.places.clear();
    EXPECT_TRUE(simulate_ranks(town.input(), {.draws = 3}).empty());
}

TEST(RankDistribution, counts_a_rank_s_own_draws_half_on_each_side) {
    std::vector<std::uint32_t> ranks(100, 2);
    for (std::size_t i = 0; i < 6; ++i) ranks[i] = i < 3 ? 1 : 3;
    auto d = distribution_of(ranks, std::vector<float>(100, 1.0F), 1);
    EXPECT_EQ(d.low, 2);  // 1.5 % lie up to the middle of rank 1
    EXPECT_EQ(d.high, 2);
    EXPECT_DOUBLE_EQ(d.top_k, 0.03);
    for (std::size_t i = 0; i < 24; ++i) ranks[i] = i < 12 ? 1 : 3;
    d = distribution_of(ranks, std::vector<float>(100, 1.0F), 2);
    EXPECT_EQ(d.low, 1);  // 6 %
    EXPECT_EQ(d.high, 3);
    EXPECT_DOUBLE_EQ(d.top_k, 0.88);
    EXPECT_EQ(d.median, 2);
}

}  // namespace
}  // namespace lykta::places
