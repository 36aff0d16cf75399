#include "places/score.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"
#include "core/random.hpp"

namespace lykta::places {
namespace {

constexpr PresentTerms everything{.light = true, .vegetation = true, .inspections = true};

PlaceFacts facts_with(double rate, double deficit, double dark, double plants_m, double defects) {
    PlaceFacts f;
    f.incidents = rate;
    f.eb_rate_per_ha_year = rate;
    f.light_deficit = deficit;
    f.dark = {.share = dark, .known = 10, .count = 10};
    f.obstruction_share = plants_m / 100;
    f.defect_share = defects;
    return f;
}

std::vector<Place> named(int n) {
    std::vector<Place> places(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) places[static_cast<std::size_t>(i)].id = fmt::format("X{:03}", i);
    return places;
}

ScoreOptions fixed_scale() {
    ScoreOptions options;
    options.scale[Term::incident_rate] = 20.0;
    return options;
}

TEST(Score, the_points_of_a_place_worked_by_hand) {
    const auto ranked = rank_places(named(1), {facts_with(10, 0.5, 0.6, 40, 0.1)}, everything, fixed_scale());
    const auto& r = ranked.at(0);
    EXPECT_DOUBLE_EQ(r.terms.at(0).points, 55.0 * 0.5);          // 10 of 20
    EXPECT_DOUBLE_EQ(r.terms.at(1).points, 15.0 * (0.3 / 0.5));  // 0.5 × 0.6 = 0.3 of 0.5
    EXPECT_DOUBLE_EQ(r.terms.at(2).points, 15.0 * (0.4 / 0.5));  // 40 of 100 m
    EXPECT_DOUBLE_EQ(r.terms.at(3).points, 15.0 * (0.1 / 0.5));
    EXPECT_DOUBLE_EQ(r.score, 27.5 + 9 + 12 + 3);
    EXPECT_EQ(r.reason, MainReason::vegetation);
}

TEST(Score, terms_sum_to_the_score_and_weights_to_a_hundred_for_any_facts) {
    std::vector<PlaceFacts> facts;
    for (std::uint32_t i = 0; i < 100; ++i) {
        const auto u = [&](std::uint32_t draw) { return random_uniform({.item = i}, draw); };
        facts.push_back(facts_with(40 * u(0), u(1), u(2), 100 * u(3), u(4)));
    }
    for (const auto& r : rank_places(named(100), facts, everything)) {
        double points = 0, weights = 0;
        for (const auto& t : r.terms) points += t.points, weights += t.weight;
        EXPECT_EQ(points, r.score);
        EXPECT_NEAR(weights, 100, 1e-12);
        EXPECT_GE(r.score, 0);
        EXPECT_LE(r.score, 100 + 1e-12);
    }
}

TEST(Score, an_absent_layer_takes_its_term_out_and_the_rest_come_to_a_hundred) {
    const auto ranked = rank_places(named(1), {facts_with(20, 1, 1, 0, 0)}, {.light = true}, fixed_scale());
    ASSERT_EQ(ranked.at(0).terms.size(), 2U);
    EXPECT_NEAR(ranked.at(0).terms[0].weight, 100.0 * 55 / 70, 1e-12);
    EXPECT_NEAR(ranked.at(0).score, 100, 1e-12);
}

TEST(Score, a_value_nobody_knows_earns_no_points_and_is_said_to_be_unknown) {
    auto facts = facts_with(20, 0, 0, 0, 0);
    facts.defect_share.reset();
    const auto ranked = rank_places(named(1), {facts}, everything, fixed_scale());
    EXPECT_FALSE(ranked.at(0).terms.at(3).raw.has_value());
    EXPECT_EQ(ranked.at(0).terms.at(3).points, 0);
}

TEST(Score, a_place_without_a_bad_condition_has_no_physical_reason) {
    const auto ranked = rank_places(named(1), {facts_with(20, 0.1, 0.5, 5, 0.02)}, everything, fixed_scale());
    EXPECT_EQ(ranked.at(0).reason, MainReason::none_found);
}

TEST(Score, darkness_is_no_reason_where_incidents_happen_by_day) {
    const auto ranked = rank_places(named(1), {facts_with(20, 1.0, 0.1, 0, 0)}, everything, fixed_scale());
    EXPECT_EQ(ranked.at(0).reason, MainReason::none_found);
}

TEST(Score, darkness_is_never_the_reason_where_less_happens_in_the_dark_than_in_the_city) {
    auto facts = facts_with(20, 1.0, 0.5, 45, 0);
    EXPECT_EQ(rank_places(named(1), {facts}, everything, fixed_scale()).at(0).reason, MainReason::darkness);
    facts.dark_verdict = conditions::DarkVerdict::less;
    const auto ranked = rank_places(named(1), {facts}, everything, fixed_scale());
    EXPECT_EQ(ranked.at(0).reason, MainReason::vegetation);
    EXPECT_DOUBLE_EQ(ranked.at(0).terms.at(1).points, 15);  // the points stay, the word goes
}

TEST(Score, every_interval_holds_its_value) {
    for (std::uint32_t i = 0; i < 200; ++i) {
        const auto u = [&](std::uint32_t draw) { return random_uniform({.stream = 3, .item = i}, draw); };
        auto facts = facts_with(40 * u(0), u(1), u(2), 100 * u(3), u(4));
        facts.light_sd = u(5);
        facts.items_passed = 3, facts.items_failed = 2, facts.items_unknown = static_cast<int>(4 * u(6));
        const auto ranked = rank_places(named(1), {facts}, everything);
        for (const auto& t : ranked.at(0).terms) {
            EXPECT_LE(t.raw_interval.low, *t.raw);
            EXPECT_GE(t.raw_interval.high, *t.raw);
        }
    }
}

TEST(Score, a_value_that_is_known_has_no_interval_and_unknown_items_widen_it) {
    auto facts = facts_with(20, 0, 0, 0, 0.4);
    facts.items_passed = 6, facts.items_failed = 4, facts.items_unknown = 0;
    const auto known = rank_places(named(1), {facts}, everything).at(0).terms.at(3);
    EXPECT_EQ(known.raw_interval.low, 0.4);
    EXPECT_EQ(known.raw_interval.high, 0.4);
    facts.items_unknown = 10;
    const auto half = rank_places(named(1), {facts}, everything).at(0).terms.at(3);
    EXPECT_LT(half.raw_interval.low, 0.4);
    EXPECT_GE(half.raw_interval.low, 0.2);  // the known half alone gives 0.2
    EXPECT_LE(half.raw_interval.high, 0.7);
    ASSERT_FALSE(half.assumptions.empty());
    EXPECT_NE(half.assumptions.front().find("10 of 20 items were not inspected"), std::string::npos);
}

TEST(Score, uncertain_lamps_widen_the_interval_of_the_light_term) {
    auto facts = facts_with(20, 0.5, 0.5, 0, 0);
    facts.light_ratios = {{1, 0.5}};
    facts.dark = {.share = 0.5, .known = 1e6, .count = 1e6};
    facts.light_sd = 0.1;
    const auto narrow = rank_places(named(1), {facts}, everything).at(0).terms.at(1).raw_interval;
    EXPECT_NEAR(narrow.low, 0.5 * (1 - 0.5 * std::exp(0.1 * 1.645)), 0.002);
    EXPECT_NEAR(narrow.high, 0.5 * (1 - 0.5 * std::exp(-0.1 * 1.645)), 0.002);
    facts.light_sd = 0.4;
    const auto wide = rank_places(named(1), {facts}, everything).at(0).terms.at(1).raw_interval;
    EXPECT_LT(wide.low, narrow.low);
    EXPECT_GT(wide.high, narrow.high);
}

TEST(Score, the_rate_s_interval_narrows_with_the_count) {
    std::vector<Place> places = named(3);
    std::vector<PlaceFacts> facts(3);
    const double counts[] = {4, 40, 400}, areas[] = {0.1, 1, 10};
    for (std::size_t i = 0; i < 3; ++i) {
        places[i].area_ha = areas[i];
        facts[i].weighted_incidents = facts[i].weight_squares = counts[i] * (i == 1 ? 2 : 1);
    }
    estimate_rates(facts, places, 1.0);
    const auto width = [&](std::size_t i) {
        return (facts[i].eb_interval->high - facts[i].eb_interval->low) / *facts[i].eb_rate_per_ha_year;
    };
    EXPECT_GT(width(0), width(1));
    EXPECT_GT(width(1), width(2));
    EXPECT_NEAR(width(2), 2 * 1.645 / std::sqrt(400.0), 0.02);
}

TEST(Score, more_of_one_thing_never_ranks_a_place_lower) {
    std::vector<PlaceFacts> facts{facts_with(10, 0.3, 0.5, 20, 0.1), facts_with(10, 0.3, 0.5, 20, 0.2)};
    const auto ranked = rank_places(named(2), facts, everything, fixed_scale());
    EXPECT_EQ(ranked.at(0).place.id, "X001");
}

TEST(Score, ties_are_broken_by_id_and_the_plain_count_has_its_own_rank) {
    std::vector<PlaceFacts> facts{facts_with(10, 0, 0, 0, 0), facts_with(10, 0, 0, 0, 0)};
    facts[1].incidents = 99;
    const auto ranked = rank_places(named(2), facts, everything, fixed_scale());
    EXPECT_EQ(ranked.at(0).place.id, "X000");
    EXPECT_EQ(ranked.at(0).count_rank, 2);
    EXPECT_EQ(ranked.at(1).count_rank, 1);
}

TEST(Score, no_weight_on_any_present_term_is_refused) {
    ScoreOptions options;
    options.weight = {{Term::light_deficit, 10.0}};
    EXPECT_THROW((void)rank_places(named(1), {facts_with(1, 1, 1, 1, 1)}, {}, options), Error);
}

TEST(Score, recency_halves_in_its_half_life_and_zero_switches_it_off) {
    EXPECT_DOUBLE_EQ(recency_weight(365, Days{365}), 0.5);
    EXPECT_DOUBLE_EQ(recency_weight(365, Days{0}), 1.0);
    EXPECT_NEAR(effective_years(365.25, Days{0}), 1.0, 1e-12);
}

TEST(Score, effective_years_is_the_integral_of_the_recency_weight) {
    double sum = 0;
    for (int half_day = 0; half_day < 1460; ++half_day) sum += recency_weight((half_day + 0.5) / 2, Days{200}) / 2;
    EXPECT_NEAR(effective_years(730, Days{200}), sum / 365.25, 1e-5);
}

}  // namespace
}  // namespace lykta::places
