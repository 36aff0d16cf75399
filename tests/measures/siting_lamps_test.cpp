// Where lamps go: hand cases, the engine's own verdict on every plan, and all sets of few lamps on short paths.
#include "measures/siting_lamps.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <numeric>

#include "core/error.hpp"
#include "core/parallel.hpp"
#include "lamp_town.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_lamps_poles.hpp"

using namespace lykta;
using namespace lykta::measures;
using lykta::measures::testing::LampTown;
using lykta::measures::testing::Looked;
using lykta::measures::testing::RandomLampTown;

namespace {

std::vector<std::uint32_t> all_stretches(const LampTown& town) {
    std::vector<std::uint32_t> all(town.stretches.size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

/// A footpath towards +x that should be P5 (3 lx, 0.6 lx at least).
LampTown path(double length_m, const std::vector<layers::Lamp>& lamps = {}) {
    LampTown town;
    town.city.streets.emplace().streets.push_back(
        {.line = {{0, 0}, {length_m, 0}}, .footpath = true, .lighting_class = "P5"});
    town.city.lighting.emplace().lamps = lamps;
    town.look_for_light();
    return town;
}

layers::Lamp lamp_at(double x, double flux, layers::LampState state = layers::LampState::working) {
    layers::Lamp lamp{.position = {x, 1.5}, .height = {5}, .flux = {flux}};
    lamp.state = state;
    return lamp;
}

int count(const LampPlan& plan, LampWork work) {
    return static_cast<int>(
        std::count_if(plan.changes.begin(), plan.changes.end(), [&](const auto& c) { return c.work == work; }));
}

/// A hundred stretches of a random town, of streets and of paths.
std::vector<std::uint32_t> some_stretches() {
    std::vector<std::uint32_t> some(100);
    std::iota(some.begin(), some.end(), 60U);
    return some;
}

/// What the whole engine says of the stretches of a plan.
std::vector<std::uint32_t> brought_to_class(const LampTown& town, const LampPlan& plan) {
    std::vector<std::uint32_t> reached;
    for (const StretchAfter& after : light_after(town.world(), {plan.changes, {}}))
        if (!after.light.below_class && std::binary_search(plan.stretches.begin(), plan.stretches.end(), after.stretch))
            reached.push_back(after.stretch);
    return reached;
}

constexpr auto out = layers::LampState::out;

}  // namespace

TEST(SiteLamps, one_outage_that_is_enough_is_repaired_and_nothing_added) {
    const LampTown town = path(60, {lamp_at(15, 5000, out), lamp_at(45, 5000), lamp_at(16, 5000, out)});
    for (const LampSteps steps :
         {LampSteps::repair_only, LampSteps::repair_upgrade, LampSteps::repair_infill, LampSteps::all}) {
        const auto plans = site_lamps(town.world(), all_stretches(town), steps);
        ASSERT_EQ(plans.size(), 1u);
        ASSERT_EQ(plans[0].changes.size(), 1u);
        EXPECT_EQ(plans[0].changes[0].work, LampWork::repair);
        EXPECT_EQ(plans[0].changes[0].after.state, layers::LampState::working);
        EXPECT_EQ(plans[0].changes[0].stretch, 0u);
        EXPECT_EQ(plans[0].stretches, std::vector<std::uint32_t>{0});
        EXPECT_EQ(plans[0].reached, plans[0].stretches);
        EXPECT_EQ(plans[0].lower_bound, 0);
    }
}

TEST(SiteLamps, weak_lamps_get_better_luminaires_no_larger_than_needed) {
    const LampTown town = path(60, {lamp_at(15, 2000), lamp_at(45, 2000)});
    const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::all);
    ASSERT_EQ(plans.size(), 1u);
    EXPECT_EQ(count(plans[0], LampWork::upgrade), 2);
    EXPECT_EQ(plans[0].changes.size(), 2u);
    EXPECT_EQ(plans[0].reached.size(), 2u);
    // 13.5 m from a lamp: Φ · 0.8 / π · 25 / (25 + 1.5² + 13.5²)² = 0.6 lx for 4,137 lm, and the other lamp does not
    // reach that far.
    EXPECT_EQ(plans[0].changes[0].after.flux.value, 5000);
    EXPECT_EQ(plans[0].changes[1].after.flux.value, 5000);
    EXPECT_EQ(plans[0].changes[0].lamp, 0u);
}

TEST(SiteLamps, a_dark_path_gets_the_lamps_a_calculation_by_hand_gives) {
    // 4,000 lm at 5 m, 1.5 m beside the path: 0.6 lx 13.37 m along it, 0.3 lx 16.25 m. So n lamps serve samples over at
    // most 2 · 13.37 + (n − 1) · 32.5 m, and samples begin and end half a step from the ends.
    for (const auto& [length_m, lamps] : {std::pair{50.0, 2}, std::pair{90.0, 3}, std::pair{120.0, 4}}) {
        const LampTown town = path(length_m);
        const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::all);
        ASSERT_EQ(plans.size(), 1u);
        EXPECT_EQ(count(plans[0], LampWork::add), lamps) << length_m;
        EXPECT_EQ(plans[0].lower_bound, lamps) << length_m;
        EXPECT_EQ(plans[0].reached, plans[0].stretches);
        double last = -1;
        for (const LampChange& change : plans[0].changes) {
            EXPECT_DOUBLE_EQ(std::abs(change.after.position.y), 1.5);
            EXPECT_GT(change.after.position.x, last);
            last = change.after.position.x;
        }
    }
}

TEST(SiteLamps, on_an_even_path_lamps_stand_evenly) {
    const LampTown town = path(120);
    const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::repair_infill);
    const auto& changes = plans.at(0).changes;
    ASSERT_EQ(changes.size(), 4u);
    const double first = changes[0].after.position.x, last = 120 - changes[3].after.position.x;
    EXPECT_NEAR(first, last, 2.01);
    for (std::size_t k = 1; k < 4; ++k)
        EXPECT_NEAR(changes[k].after.position.x - changes[k - 1].after.position.x, (120 - first - last) / 3, 2.01);
}

namespace {

/// A path among crowns and a house, which no symmetry makes easy.
LampTown shaded_path(std::uint32_t seed) {
    LampTown town;
    town.city.streets.emplace().streets.push_back(
        {.line = {{0, 0}, {22, 4}, {45, 0}}, .footpath = true, .lighting_class = seed % 2 == 0 ? "P5" : "C5"});
    town.city.lighting.emplace().lamps = {lamp_at(-9, 1500)};
    auto& plants = town.city.vegetation.emplace().plants;
    for (std::uint64_t i = 0; i < 5; ++i) {
        const Point at{45 * random_uniform({seed, 1, i}, 0), 8 * random_uniform({seed, 1, i}, 1) - 3};
        plants.push_back(conditions::crown(conditions::round_outline(at, 1.5, 8), 1.0, 4.0));
    }
    town.city.buildings.emplace().buildings.push_back(conditions::house(conditions::rectangle(8, -6, 14, -0.5), 6));
    town.look_for_light();
    return town;
}

bool reaches_all(const World& world, const std::vector<std::uint32_t>& wanted, const std::vector<LampChange>& changes) {
    std::size_t reached = 0;
    for (const StretchAfter& after : light_after(world, {changes, {}}))
        reached += !after.light.below_class && std::binary_search(wanted.begin(), wanted.end(), after.stretch) ? 1 : 0;
    return reached == wanted.size();
}

}  // namespace

TEST(SiteLamps, no_set_of_fewer_lamps_reaches_what_a_plan_reaches) {
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const LampTown town = shaded_path(seed);
        const World world = town.world();
        const LampSitingOptions options{
            .flux = {seed % 2 == 0 ? 4000.0 : 12'000.0}, .largest_flux = {12'000}, .step = {3}};
        const auto plans = site_lamps(world, all_stretches(town), LampSteps::repair_infill, options);
        ASSERT_EQ(plans.size(), 1u);
        const int lamps = count(plans[0], LampWork::add);
        ASSERT_GE(lamps, 2) << seed;
        EXPECT_TRUE(reaches_all(world, plans[0].reached, plans[0].changes));
        EXPECT_EQ(plans[0].lower_bound, lamps);
        const PoleGround ground(world, options);
        LampRun run;
        for (const auto k : plans[0].stretches) run.push_back({k, false});
        const auto poles = poles_along(ground, run);
        const auto change_at = [&](std::size_t k) {
            return LampChange{.work = LampWork::add, .lamp = {}, .after = new_lamp(ground, poles[k])};
        };
        for (std::size_t a = 0; a < poles.size(); ++a) {
            EXPECT_FALSE(reaches_all(world, plans[0].reached, {change_at(a)}));
            for (std::size_t b = 0; lamps > 2 && b < a; ++b)
                EXPECT_FALSE(reaches_all(world, plans[0].reached, {change_at(a), change_at(b)}));
        }
    }
}

TEST(SiteLamps, every_plan_holds_when_the_whole_engine_looks_again) {
    const RandomLampTown town(7, Looked::light);
    const World world = town.world();
    std::size_t deficient = 0, planned = 0, reached = 0;
    for (const auto k : some_stretches()) deficient += town.stretches[k].below_class ? 1 : 0;
    for (const LampPlan& plan : site_lamps(world, some_stretches(), LampSteps::all)) {
        EXPECT_EQ(plan.reached, brought_to_class(town, plan));
        EXPECT_LE(plan.lower_bound, count(plan, LampWork::add));
        EXPECT_TRUE(std::is_sorted(plan.changes.begin(), plan.changes.end(),
                                   [](const auto& a, const auto& b) { return a.work < b.work; }));
        for (const auto k : plan.stretches) EXPECT_TRUE(town.stretches[k].below_class);
        for (const LampChange& change : plan.changes) {
            EXPECT_TRUE(std::binary_search(plan.stretches.begin(), plan.stretches.end(), change.stretch));
            if (change.work == LampWork::upgrade) {
                EXPECT_GT(change.after.flux, town.city.lighting->lamps[*change.lamp].flux);
            }
        }
        planned += plan.stretches.size();
        reached += plan.reached.size();
    }
    EXPECT_EQ(planned, deficient);
    EXPECT_GT(deficient, 60u);
    EXPECT_GT(reached, deficient * 3 / 4);  // some lie below shrubs
}

TEST(SiteLamps, poles_stand_beside_the_ways_and_not_in_houses_or_crowns) {
    const RandomLampTown town(7, Looked::light);
    for (const LampPlan& plan : site_lamps(town.world(), some_stretches(), LampSteps::repair_infill)) {
        for (const LampChange& change : plan.changes) {
            if (change.work != LampWork::add) continue;
            const Point p = change.after.position;
            const auto& own = town.city.streets->streets[town.stretches[change.stretch].street];
            for (const auto& house : town.city.buildings->buildings)
                EXPECT_TRUE(own.tunnel || !contains(house.footprint, p));
            for (const auto& plant : town.city.vegetation->plants) {
                const bool in_the_crown = plant.crown_base < change.after.height && plant.height > change.after.height;
                EXPECT_TRUE(!in_the_crown || !contains(plant.outline, p));
            }
            for (const auto& street : town.city.streets->streets)
                EXPECT_GT(nearest_on(street.line, p).distance, street.footpath ? 0.7 : 1.9);
        }
    }
}

TEST(SiteLamps, a_crown_beside_the_path_sends_the_lamps_to_the_other_side) {
    LampTown town = path(50);
    town.city.vegetation.emplace().plants.push_back(
        conditions::crown(conditions::rectangle(-20, 0.3, 70, 1.2), 0.5, 8));
    town.look_for_light();
    const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::all);
    ASSERT_EQ(count(plans.at(0), LampWork::add), 2);
    for (const LampChange& change : plans[0].changes) EXPECT_EQ(change.after.position.y, -1.5);
}

TEST(SiteLamps, crowns_over_the_path_cost_more_lamps) {
    LampTown town = path(90);
    auto& plants = town.city.vegetation.emplace().plants;
    for (const double x : {10.0, 30.0, 50.0, 70.0})
        plants.push_back(conditions::crown(conditions::rectangle(x, -3, x + 6, 3), 2, 7));
    town.look_for_light();
    const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::all);
    EXPECT_GT(count(plans.at(0), LampWork::add), 3);
    EXPECT_EQ(plans[0].reached, plans[0].stretches);
}

TEST(SiteLamps, means_stay_below_the_limit_where_a_place_allows_it) {
    // A weak lamp stands in the middle; small ones towards the ends are enough and not too much.
    const LampTown town = path(30, {lamp_at(15, 900)});
    const auto plans =
        site_lamps(town.world(), all_stretches(town), LampSteps::repair_infill, {.flux = {800}, .step = {1}});
    ASSERT_EQ(plans.at(0).reached.size(), 1u);
    const auto after = light_after(town.world(), {plans[0].changes, {}});
    EXPECT_LE(after.at(0).light.average.value, 1.5 * 3.0);
}

TEST(SiteLamps, the_same_plans_with_one_thread_and_with_eight) {
    const RandomLampTown town(8, Looked::light);
    const auto described = [&] {
        std::string text;
        for (const LampPlan& plan : site_lamps(town.world(), some_stretches(), LampSteps::all)) {
            for (const LampChange& c : plan.changes)
                text += fmt::format("{} {} {:a} {:a} {:a};", static_cast<int>(c.work), c.lamp.value_or(0),
                                    c.after.position.x, c.after.position.y, c.after.flux.value);
            text += fmt::format("|{} {}\n", plan.lower_bound, plan.reached.size());
        }
        return text;
    };
    set_thread_count(1);
    const std::string one = described();
    set_thread_count(8);
    EXPECT_EQ(described(), one);
    set_thread_count(0);
}

TEST(SiteLamps, where_nothing_is_below_class_there_is_no_plan) {
    const LampTown town = path(30, {lamp_at(8, 5000), lamp_at(22, 5000)});
    EXPECT_TRUE(site_lamps(town.world(), all_stretches(town), LampSteps::all).empty());
}

TEST(SiteLamps, paths_that_meet_are_one_run_and_others_are_not) {
    LampTown town = path(30);
    town.city.streets->streets.push_back({.line = {{30, 0}, {30, 30}}, .footpath = true, .lighting_class = "P5"});
    town.city.streets->streets.push_back({.line = {{300, 0}, {330, 0}}, .footpath = true, .lighting_class = "P5"});
    town.look_for_light();
    const auto plans = site_lamps(town.world(), all_stretches(town), LampSteps::all);
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_EQ(plans[0].stretches, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(plans[1].stretches, (std::vector<std::uint32_t>{2}));
}

TEST(SiteLamps, options_that_cannot_be_are_refused) {
    const LampTown town = path(30);
    const auto all = all_stretches(town);
    EXPECT_THROW((void)site_lamps(town.world(), all, LampSteps::all, {.flux = {0}}), Error);
    EXPECT_THROW((void)site_lamps(town.world(), all, LampSteps::all, {.largest_flux = {3000}}), Error);
    EXPECT_THROW((void)site_lamps(town.world(), all, LampSteps::all, {.height = {0}}), Error);
    EXPECT_THROW((void)site_lamps(town.world(), all, LampSteps::all, {.step = {0}}), Error);
}
