// What can be chosen at a place: which measures go together, what they need, and which packages are worth keeping.
#include "measures/options.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "effect_town.hpp"
#include "measures/options_combinations.hpp"

namespace lykta::measures {
namespace {

using testing::counted;
using testing::EffectTown;
using testing::measure_with;
using testing::sited_at;

/// One place with 90 thefts and whatever measures a test asks for, each with its own ratio and price.
struct Choice {
    EffectTown town;
    MeasurePlan plan;
    std::vector<std::uint32_t> thefts;
    Choice() {
        town.add_place();
        for (int i = 0; i < 90; ++i) thefts.push_back(town.add_incident(0, "Stöld"));
    }
    /// \param ratio  0: no study
    Measure& add(const std::string& id, double ratio, double price) {
        std::vector<EffectRow> rows;
        if (ratio > 0) rows.push_back(counted(Outcome::any, {ratio, ratio, ratio}));
        auto measure = measure_with(id, rows);
        measure.cost = {.unit = "item", .low = price, .typical = price, .high = price};
        plan.catalogue.measures.push_back(measure);
        plan.sited.push_back(sited_at(0, static_cast<std::uint32_t>(plan.catalogue.measures.size() - 1), thefts));
        return plan.catalogue.measures.back();
    }
    [[nodiscard]] std::vector<Option> options(const PackageOptions& packages = {}) {
        estimate(town.world(), plan, {.draws = 100});
        return make_options(town.world(), plan, {.draws = 100}, packages);
    }
    [[nodiscard]] std::vector<std::string> ids(const PackageOptions& packages = {}) {
        std::vector<std::string> result;
        for (const auto& option : options(packages)) result.push_back(option.id);
        return result;
    }
};
using Ids = std::vector<std::string>;

TEST(Options, single_measures_come_first_then_what_goes_together) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("camera", 0.9, 500);
    EXPECT_EQ(c.ids(), (Ids{"P1:lamps", "P1:camera", "P1:lamps+camera"}));
}

TEST(Options, what_excludes_each_other_is_never_together_whichever_says_so) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("camera", 0.9, 500).excludes = {"lamps"};
    EXPECT_EQ(c.ids(), (Ids{"P1:lamps", "P1:camera"}));
}

TEST(Options, what_needs_another_comes_only_with_it) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("camera", 0.9, 500).needs = {"lamps"};
    EXPECT_EQ(c.ids(), (Ids{"P1:lamps", "P1:lamps+camera"}));
}

TEST(Options, a_need_with_nothing_left_to_do_is_met) {
    Choice c;
    c.add("camera", 0.9, 500).needs = {"lamps"};
    EXPECT_EQ(c.ids(), (Ids{"P1:camera"}));
}

TEST(Options, lamp_work_is_an_alternative_of_lamp_work) {
    Choice c;
    c.add("lamp_repair", 0.95, 100).siting = Siting::lamp_repair;
    c.add("lamp_infill", 0.8, 1000).siting = Siting::lamp_infill;
    c.add("camera", 0.9, 500);
    EXPECT_EQ(c.ids(),
              (Ids{"P1:lamp_repair", "P1:lamp_infill", "P1:camera", "P1:lamp_repair+camera", "P1:lamp_infill+camera"}));
}

TEST(Options, what_nothing_can_be_counted_of_stands_alone) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("sound_alarm", 0, 500);
    c.add("clearing", 0, 300);
    c.plan.sited.back().metres_of_sight = 30;
    EXPECT_EQ(c.ids(), (Ids{"P1:lamps", "P1:sound_alarm", "P1:clearing", "P1:lamps+clearing"}));
}

TEST(Options, measures_for_a_district_stand_alone) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("mentoring", 0.7, 500).siting = Siting::area;
    EXPECT_EQ(c.ids(), (Ids{"P1:lamps", "P1:mentoring"}));
}

TEST(Options, a_package_that_costs_more_and_does_no_more_is_left_out) {
    Choice c;
    c.add("lamps", 0.8, 1000);
    c.add("camera", 0.9, 500);
    c.add("gold", 0.3, 900);  // alone better and cheaper than lamps with camera
    const auto ids = c.ids();
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "P1:lamps+camera"), 0);
    EXPECT_EQ(std::count(ids.begin(), ids.end(), "P1:lamps"), 1) << "single measures can always be asked for";
}

TEST(Options, no_more_are_together_than_asked_for) {
    Choice c;
    for (int m = 0; m < 5; ++m) c.add("m" + std::to_string(m), 0.9 - 0.05 * m, 100 + 10 * m);
    for (const auto& option : c.options({.most_per_place = 100, .most_together = 2}))
        EXPECT_LE(option.sited.size(), 2U);
    EXPECT_EQ(c.options({.most_per_place = 100, .most_together = 1}).size(), 5U);
}

TEST(Options, an_option_adds_up_its_measures) {
    Choice c;
    c.add("lamps", 0.8, 1000).owner = Owner::building_department;
    c.plan.sited.back().stretches = {4, 2};
    c.plan.sited.back().metres_to_class = 50;
    c.add("clearing", 0, 300).owner = Owner::property_owner;
    c.plan.sited.back().stretches = {2, 3};
    c.plan.sited.back().metres_of_sight = 30;
    const auto option = c.options().back();
    EXPECT_EQ(option.sited, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(option.stretches, (std::vector<std::uint32_t>{2, 3, 4}));
    EXPECT_EQ(option.metres_to_class, 50);
    EXPECT_EQ(option.metres_of_sight, 30);
    EXPECT_EQ(option.money.investment, 1300);
    EXPECT_EQ(option.owner_investment[static_cast<std::size_t>(Owner::building_department)], 1000);
    EXPECT_EQ(option.owner_investment[static_cast<std::size_t>(Owner::property_owner)], 300);
    EXPECT_TRUE(option.effect.has_number);
}

/// Places with four to seven measures of random ratios, prices, metres and quarrels.
Choice random_choice(std::uint32_t seed) {
    Choice c;
    const auto u = [&](std::uint32_t stream, std::uint32_t item) { return random_uniform({seed, stream, item}, 0); };
    const std::uint32_t measures = 4 + random_below({seed, 9, 0}, 0, 4);
    for (std::uint32_t m = 0; m < measures; ++m) {
        auto& measure = c.add("m" + std::to_string(m), u(1, m) < 0.3 ? 0 : 0.6 + 0.45 * u(2, m), 100 + 900 * u(3, m));
        if (m > 0 && u(4, m) < 0.3) measure.excludes = {"m0"};
        if (m > 1 && u(5, m) < 0.3) measure.needs = {"m1"};
        if (u(6, m) < 0.4) c.plan.sited.back().metres_of_sight = 100 * u(7, m);
        if (u(8, m) < 0.2) c.plan.sited.back().items_mended = 2;
    }
    return c;
}

TEST(Options, no_package_is_dominated_by_another_option_of_its_place) {
    std::size_t packages = 0;
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        auto c = random_choice(seed);
        const auto options = c.options({.most_per_place = 100});
        for (const auto& b : options) {
            if (b.sited.size() == 1) continue;
            ++packages;
            for (const auto& a : options)
                EXPECT_TRUE(&a == &b || !is_dominated(b, a)) << a.id << " dominates " << b.id << " in " << seed;
        }
    }
    EXPECT_GT(packages, 100U);
}

TEST(Options, what_is_left_out_is_dominated_or_may_not_be) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        auto c = random_choice(seed);
        const auto options = c.options({.most_per_place = 1000});
        std::set<std::vector<std::uint32_t>> offered;
        for (const auto& option : options) offered.insert(option.sited);
        for (const auto& set : sets_of(c.plan, 0, c.plan.sited.size(), {})) {
            if (offered.contains(set)) continue;
            Option missing;
            std::vector<const SitedMeasure*> together;
            std::vector<Money> money;
            for (const auto s : set) {
                together.push_back(&c.plan.sited[s]);
                money.push_back(together.back()->money);
                missing.metres_of_sight += together.back()->metres_of_sight;
                missing.items_mended += together.back()->items_mended;
            }
            missing.money = sum_of(money);
            missing.effect = effect_of(c.town.world(), c.plan.catalogue, together,
                                       regression_to_mean(c.town.world())[0], {.draws = 100});
            EXPECT_TRUE(
                std::any_of(options.begin(), options.end(), [&](const Option& a) { return is_dominated(missing, a); }));
        }
    }
}

TEST(Options, where_there_are_too_many_the_ones_a_budget_would_choose_are_kept) {
    auto c = random_choice(11);
    const auto all = c.options({.most_per_place = 1000});
    const auto few = c.options({.most_per_place = 12});
    EXPECT_LE(few.size(), std::max<std::size_t>(12, c.plan.sited.size()));
    std::set<std::string> kept;
    for (const auto& option : few) kept.insert(option.id);
    const auto value = [](const Option& o) {
        return o.effect.harm_per_year + 0.01 * o.metres_to_class + 0.01 * o.metres_of_sight + 0.05 * o.items_mended;
    };
    for (double price = 1e-5; price < 1; price *= 1.5) {  // what a krona must bring
        const auto& best = *std::max_element(all.begin(), all.end(), [&](const Option& a, const Option& b) {
            return value(a) - price * a.money.investment < value(b) - price * b.money.investment;
        });
        const bool worth_it = value(best) > price * best.money.investment;
        EXPECT_TRUE(!worth_it || kept.contains(best.id)) << best.id << " at " << price;
    }
}

}  // namespace
}  // namespace lykta::measures
