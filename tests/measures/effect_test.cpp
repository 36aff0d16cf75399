// What measures prevent: cases worked by hand, the sum incident by incident, and what must hold for any measures.
#include "measures/effect.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "effect_town.hpp"
#include "measures/effect_classes.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {
namespace {

using testing::counted;
using testing::EffectTown;
using testing::measure_with;
using testing::sited_at;

constexpr double years = 1096 / 365.25;
constexpr RateRatio fixed(double ratio) {
    return {ratio, ratio, ratio};
}

std::vector<const SitedMeasure*> pointers(const std::vector<SitedMeasure>& sited) {
    std::vector<const SitedMeasure*> result;
    for (const auto& s : sited) result.push_back(&s);
    return result;
}

/// One place with thefts and assaults, and a catalogue of lamps (thefts 0.8, violence 1), a camera (any 0.9) and
/// clearing (nothing known).
struct Effects : ::testing::Test {
    EffectTown town;
    Catalogue catalogue;
    std::vector<std::uint32_t> thefts, assaults, all;
    void SetUp() override {
        town.add_place();
        for (int i = 0; i < 60; ++i) thefts.push_back(town.add_incident(0, "Stöld"));
        for (int i = 0; i < 40; ++i) assaults.push_back(town.add_incident(0, "Misshandel", 3));
        all = thefts;
        all.insert(all.end(), assaults.begin(), assaults.end());
        catalogue.measures = {
            measure_with("lamps", {counted(Outcome::property, {0.8, 0.7, 0.9}), counted(Outcome::violence, fixed(1))}),
            measure_with("camera", {counted(Outcome::any, {0.9, 0.8, 1.05})}), measure_with("clearing", {})};
    }
    [[nodiscard]] Effect effect(const std::vector<SitedMeasure>& sited, double regression = 1,
                                const EffectOptions& options = {}) const {
        return effect_of(town.world(), catalogue, pointers(sited), regression, options);
    }
};

TEST_F(Effects, one_measure_prevents_what_it_touches_times_what_comes_back_times_one_minus_the_ratio) {
    const auto e = effect({sited_at(0, 0, all, 0.5)}, 0.75);
    EXPECT_TRUE(e.has_number);
    EXPECT_NEAR(e.touched_per_year, 50 / years, 1e-12);
    EXPECT_NEAR(e.expected_per_year, 0.75 * 50 / years, 1e-12);
    EXPECT_NEAR(e.prevented_per_year, 0.75 * 30 * 0.2 / years, 1e-12);
    EXPECT_NEAR(e.harm_per_year, e.prevented_per_year, 1e-12) << "violence weighs 3 but is not prevented";
    ASSERT_EQ(e.parts.size(), 2U);
    EXPECT_EQ(e.parts[0].outcome, Outcome::property);
    EXPECT_EQ(e.parts[1].outcome, Outcome::violence);
    EXPECT_EQ(e.parts[1].prevented_per_year, 0);
}

TEST_F(Effects, two_measures_multiply_and_prevent_nothing_twice) {
    const auto e = effect({sited_at(0, 0, thefts), sited_at(0, 1, all)});
    EXPECT_NEAR(e.prevented_per_year, (60 * (1 - 0.8 * 0.9) + 40 * 0.1) / years, 1e-12);
    EXPECT_NEAR(e.harm_per_year, (60 * (1 - 0.8 * 0.9) + 3 * 40 * 0.1) / years, 1e-12);
    ASSERT_EQ(e.parts.size(), 2U);
    EXPECT_NEAR(e.parts[0].touched_per_year, 60 / years, 1e-12) << "thefts count once, at the narrower row";
    EXPECT_EQ(e.parts[0].measure, 0U);
    EXPECT_NEAR(e.parts[1].touched_per_year, 40 / years, 1e-12);
    EXPECT_EQ(e.parts[1].measure, 1U);
}

TEST_F(Effects, two_uncertain_touches_are_taken_apart) {
    const auto e = effect({sited_at(0, 0, thefts, 0.5), sited_at(0, 1, thefts, 0.25)});
    EXPECT_NEAR(e.prevented_per_year, 60 * (1 - (1 - 0.5 * 0.2) * (1 - 0.25 * 0.1)) / years, 1e-12);
    EXPECT_NEAR(e.touched_per_year, 60 * (1 - 0.5 * 0.75) / years, 1e-12);
}

TEST_F(Effects, measures_of_one_study_count_its_finding_once) {
    catalogue.measures.push_back(measure_with("repair", {counted(Outcome::property, {0.8, 0.7, 0.9}, "Welsh 2022")}));
    catalogue.measures.push_back(measure_with("infill", {counted(Outcome::property, {0.8, 0.7, 0.9}, "Welsh 2022")}));
    const auto both = effect({sited_at(0, 3, thefts, 0.5), sited_at(0, 4, thefts, 0.75)});
    EXPECT_NEAR(both.prevented_per_year, 60 * 0.75 * 0.2 / years, 1e-12);
    const auto twice = effect({sited_at(0, 0, thefts), sited_at(0, 0, thefts)});
    EXPECT_NEAR(twice.prevented_per_year, 60 * 0.2 / years, 1e-12) << "the study's effect is the area's, not a lamp's";
}

TEST_F(Effects, without_a_study_there_is_no_number_and_the_words_say_so) {
    const auto e = effect({sited_at(0, 2, all, 0.5)});
    EXPECT_FALSE(e.has_number);
    EXPECT_EQ(e.prevented_per_year, 0);
    EXPECT_NEAR(e.touched_per_year, 50 / years, 1e-12);
    EXPECT_FALSE(e.cost_per_prevented);
    EXPECT_FALSE(e.words.empty());
    EXPECT_TRUE(e.parts.empty());
    EXPECT_TRUE(e.formula.empty());
}

TEST_F(Effects, a_measure_without_a_study_adds_nothing_to_one_with) {
    const auto alone = effect({sited_at(0, 1, all)}), both = effect({sited_at(0, 1, all), sited_at(0, 2, all)});
    EXPECT_EQ(alone.prevented_per_year, both.prevented_per_year);
    EXPECT_EQ(alone.prevented.low, both.prevented.low);
    EXPECT_EQ(alone.touched_per_year, both.touched_per_year);
    EXPECT_NE(alone.words, both.words);
}

TEST_F(Effects, a_ratio_of_one_changes_nothing) {
    catalogue.measures.push_back(measure_with("idle", {counted(Outcome::any, fixed(1))}));
    const auto alone = effect({sited_at(0, 1, all)}), both = effect({sited_at(0, 1, all), sited_at(0, 3, all)});
    EXPECT_NEAR(alone.prevented_per_year, both.prevented_per_year, 1e-12);
    EXPECT_NEAR(alone.prevented.low, both.prevented.low, 1e-12);
    EXPECT_NEAR(alone.prevented.high, both.prevented.high, 1e-12);
}

TEST_F(Effects, reports_of_felt_unsafety_and_rows_about_it_are_never_counted) {
    std::vector<std::uint32_t> felt;
    for (int i = 0; i < 10; ++i) felt.push_back(town.add_incident(0, "Otrygghet"));
    auto row = counted(Outcome::any, fixed(0.5));
    row.perceived = true;
    catalogue.measures.push_back(measure_with("art", {row}));
    EXPECT_EQ(effect({sited_at(0, 1, felt)}).prevented_per_year, 0);
    EXPECT_FALSE(effect({sited_at(0, 3, all)}).has_number);
}

TEST_F(Effects, the_interval_of_a_fixed_ratio_is_that_of_the_count) {
    catalogue.measures.push_back(measure_with("sure", {counted(Outcome::property, fixed(0.5))}));
    const auto e = effect({sited_at(0, 3, thefts)}, 1, {.draws = 20'000});
    // Gamma with shape 60: standard deviation √60, 5 % and 95 % points 47.85 and 73.28.
    EXPECT_NEAR(e.prevented.low, 0.5 * 47.85 / years, 0.15);
    EXPECT_NEAR(e.prevented.high, 0.5 * 73.28 / years, 0.15);
    EXPECT_GT(e.prevented_low_10, e.prevented.low);
    EXPECT_LT(e.prevented_low_10, e.prevented_per_year);
}

TEST_F(Effects, a_ratio_that_may_exceed_one_gives_an_interval_that_says_so) {
    catalogue.measures.push_back(measure_with("doubtful", {counted(Outcome::any, {0.95, 0.7, 1.3})}));
    auto sited = sited_at(0, 3, all);
    sited.money = money_of(catalogue.measures[3], 1, {});
    const auto e = effect({sited});
    EXPECT_GT(e.prevented_per_year, 0);
    EXPECT_LT(e.prevented.low, 0);
    EXPECT_LT(e.prevented_low_10, 0);
    ASSERT_TRUE(e.cost_per_prevented_interval);
    EXPECT_GT(e.cost_per_prevented_interval->low, 0);
    EXPECT_EQ(e.cost_per_prevented_interval->high, std::numeric_limits<double>::infinity());
}

TEST_F(Effects, a_measure_that_does_harm_shows_it_and_has_no_price_per_prevented) {
    catalogue.measures.push_back(measure_with("harmful", {counted(Outcome::any, {1.2, 1.1, 1.3})}));
    auto sited = sited_at(0, 3, all);
    sited.money = money_of(catalogue.measures[3], 1, {});
    const auto e = effect({sited});
    EXPECT_NEAR(e.prevented_per_year, -100 * 0.2 / years, 1e-12);
    EXPECT_LT(e.prevented.high, 0);
    EXPECT_FALSE(e.cost_per_prevented);
}

TEST_F(Effects, cost_per_prevented_is_the_annuity_over_what_is_prevented) {
    auto sited = sited_at(0, 0, thefts);
    sited.money = money_of(catalogue.measures[0], 5, {});
    const auto e = effect({sited});
    ASSERT_TRUE(e.cost_per_prevented && e.cost_per_prevented_interval);
    EXPECT_NEAR(*e.cost_per_prevented, sited.money.annuity / e.prevented_per_year, 1e-9);
    EXPECT_LT(e.cost_per_prevented_interval->low, *e.cost_per_prevented);
    EXPECT_GT(e.cost_per_prevented_interval->high, *e.cost_per_prevented);
}

TEST_F(Effects, the_order_of_measures_changes_nothing) {
    const auto a = effect({sited_at(0, 0, thefts, 0.7), sited_at(0, 1, all, 0.9)});
    const auto b = effect({sited_at(0, 1, all, 0.9), sited_at(0, 0, thefts, 0.7)});
    EXPECT_EQ(a.prevented_per_year, b.prevented_per_year);
    EXPECT_EQ(a.prevented.low, b.prevented.low);
    EXPECT_EQ(a.harm_low_10, b.harm_low_10);
}

TEST_F(Effects, an_empty_set_prevents_nothing) {
    const auto e = effect({});
    EXPECT_FALSE(e.has_number);
    EXPECT_EQ(e.prevented_per_year, 0);
}

/// Towns, measures, ratios and probabilities made from a seed.
struct RandomCase {
    EffectTown town;
    Catalogue catalogue;
    std::vector<SitedMeasure> sited;
    RandomCase(std::uint32_t seed, std::uint32_t measures) {
        const auto u = [&](std::uint32_t stream, std::uint32_t item) {
            return random_uniform({seed, stream, item}, 0);
        };
        const std::vector<std::string> words{"Stöld", "Misshandel", "Källarinbrott", "Rån", "Otrygghet", "Klotter"};
        town.add_place();
        for (std::uint32_t i = 0; i < 150; ++i)
            town.add_incident(0, words[random_below({seed, 1, i}, 0, 6)], 3 * u(2, i));
        for (std::uint32_t m = 0; m < measures; ++m) {
            std::vector<EffectRow> rows{counted(Outcome::any, fixed(0.6 + 0.4 * u(3, m)))};
            if (u(4, m) < 0.5) rows.push_back(counted(Outcome::property, fixed(0.5 + 0.5 * u(5, m))));
            if (u(6, m) < 0.3) rows.push_back(counted(Outcome::burglary, fixed(0.4 + 0.6 * u(7, m))));
            catalogue.measures.push_back(measure_with("m" + std::to_string(m), rows));
            auto s = sited_at(0, m, {});
            for (std::uint32_t i = 0; i < 150; ++i) {
                if (u(8 + m, i) > 0.8) continue;
                s.incidents.push_back(i);
                s.touch.push_back(u(40 + m, i) < 0.2 ? 0 : u(80 + m, i));
            }
            sited.push_back(std::move(s));
        }
    }
    /// Σ over incidents of 1 − Π (1 − touch · (1 − ratio)), as the header says it.
    [[nodiscard]] Prevented one_by_one() const {
        Prevented sum;
        for (std::uint32_t i = 0; i < 150; ++i) {
            double left = 1;
            for (const auto& s : sited)
                for (std::size_t k = 0; k < s.incidents.size(); ++k) {
                    if (s.incidents[k] != i) continue;
                    const auto& measure = catalogue.measures[s.measure];
                    const auto row = counting_row(measure, outcomes_of(town.city.incidents.category.at(i)));
                    if (row) left *= 1 - s.touch[k] * (1 - measure.effects[*row].ratio->ratio);
                }
            sum.count += 1 - left;
            sum.harm += town.harm[i] * (1 - left);
        }
        return sum;
    }
    [[nodiscard]] Effect effect(const std::vector<SitedMeasure>& of) const {
        return effect_of(town.world(), catalogue, pointers(of), 1, {.draws = 100});
    }
};

TEST(EffectClasses, sums_over_classes_equal_the_sum_incident_by_incident) {
    for (const std::uint32_t measures : {1U, 2U, 3U, 4U, 8U, 10U}) {
        const RandomCase random(measures, measures);
        const auto e = random.effect(random.sited);
        const auto slow = random.one_by_one();
        EXPECT_NEAR(e.prevented_per_year * years, slow.count, 1e-12 * slow.count) << measures << " measures";
        EXPECT_NEAR(e.harm_per_year * years, slow.harm, 1e-12 * slow.harm) << measures << " measures";
    }
}

TEST(EffectClasses, many_draws_at_once_are_each_draw_alone) {
    for (const std::uint32_t measures : {1U, 2U, 3U, 5U, 10U}) {
        const RandomCase random(measures, measures);
        std::vector<std::uint32_t> used(measures);
        std::iota(used.begin(), used.end(), 0U);
        const auto world = random.town.world();
        const auto evidence = evidence_of(random.catalogue, random.town.city.incidents.category.text, used);
        constexpr std::size_t draws = 37;
        for (const auto& c : classes_of(world, evidence, pointers(random.sited))) {
            std::vector<std::vector<double>> share(c.findings.size());
            std::vector<const double*> shares;
            for (std::uint32_t f = 0; f < share.size(); ++f) {
                for (std::uint32_t d = 0; d < draws; ++d) share[f].push_back(random_uniform({9, 9, f}, d) - 0.2);
                shares.push_back(share[f].data());
            }
            PreventedDraws sum{std::vector<double>(draws, 0.0), std::vector<double>(draws, 0.0)};
            add_prevented(c, shares, std::vector<double>(draws, 2.0), sum);
            for (std::size_t d = 0; d < draws; ++d) {
                std::vector<double> one;
                for (const auto& values : share) one.push_back(values[d]);
                EXPECT_DOUBLE_EQ(sum.count[d], 2 * prevented_in(c, one).count);
                EXPECT_DOUBLE_EQ(sum.harm[d], 2 * prevented_in(c, one).harm);
            }
        }
    }
}

TEST(EffectClasses, parts_add_up_to_the_whole) {
    const RandomCase random(5, 4);
    const auto e = random.effect(random.sited);
    double touched = 0, prevented = 0;
    for (const auto& part : e.parts) touched += part.touched_per_year, prevented += part.prevented_per_year;
    EXPECT_NEAR(touched, e.touched_per_year, 1e-12 * touched);
    EXPECT_NEAR(prevented, e.prevented_per_year, 1e-12 * prevented);
    EXPECT_LE(e.prevented_per_year, e.touched_per_year);
}

TEST(EffectClasses, together_is_at_most_the_sum_of_alone_and_at_least_the_best) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const RandomCase random(seed, 3);
        double sum = 0, best = 0;
        for (const auto& s : random.sited) {
            const double alone = random.effect({s}).prevented_per_year;
            sum += alone;
            best = std::max(best, alone);
        }
        const double together = random.effect(random.sited).prevented_per_year;
        EXPECT_LE(together, sum + 1e-12);
        EXPECT_GE(together, best - 1e-12);
    }
}

TEST(EffectClasses, parts_stay_whole_beyond_the_findings_that_are_summed) {
    const RandomCase random(7, 11);
    const auto e = random.effect(random.sited);
    EXPECT_LT(e.prevented_per_year, e.touched_per_year);
    EXPECT_GT(e.prevented.high, e.prevented.low);
}

TEST(Estimate, fills_money_effect_and_detectability_as_each_alone_would_be) {
    RandomCase random(3, 4);
    MeasurePlan plan;
    plan.catalogue = random.catalogue;
    plan.sited = random.sited;
    const auto world = random.town.world();
    estimate(world, plan, {.draws = 200});
    const double regression = regression_to_mean(world)[0];
    for (const auto& sited : plan.sited) {
        EXPECT_EQ(sited.money.investment, 1000);
        const SitedMeasure* const alone[] = {&sited};
        const auto e = effect_of(world, plan.catalogue, alone, regression, {.draws = 200});
        EXPECT_EQ(sited.effect.prevented_per_year, e.prevented_per_year);
        EXPECT_EQ(sited.effect.prevented.high, e.prevented.high);
        EXPECT_GT(sited.detect.before_count, 0);
        EXPECT_FALSE(sited.detect.words.empty());
    }
}

}  // namespace
}  // namespace lykta::measures
