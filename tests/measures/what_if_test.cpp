// Scenarios: whatever the order of adding, moving and taking away, the state is that of a fresh scenario.
#include "measures/what_if.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "lamp_town.hpp"

using namespace lykta;
using namespace lykta::measures;
using lykta::measures::testing::RandomLampTown;

namespace {

constexpr double apart_m = 3000;  // two towns that cannot see each other

Catalogue two_measures() {
    Catalogue catalogue;
    catalogue.measures.push_back({.id = "lamp_infill", .siting = Siting::lamp_infill});
    auto& lamps = catalogue.measures.back();
    lamps.effects.push_back({.outcome = Outcome::any, .ratio = RateRatio{0.86, 0.74, 1.0}, .counts = true});
    lamps.cost = {.unit = "lamp", .low = 50'000, .typical = 57'000, .high = 60'000};
    catalogue.measures.push_back({.id = "clearing", .siting = Siting::clearing});
    catalogue.measures.back().cost = {.unit = "m2", .low = 5, .typical = 15, .high = 25};
    return catalogue;
}

/// Two random towns, a place with incidents in each.
struct TwoTowns : RandomLampTown {
    std::vector<places::RankedPlace> places;
    std::vector<double> dark, harm;
    Catalogue catalogue = two_measures();

    explicit TwoTowns(std::uint32_t town_seed) : RandomLampTown(town_seed) {
        double_town();
        for (std::uint32_t k = 0; k < 2; ++k) add_place({250 + k * apart_m, 150});
        city.incidents.category.text = {"skadegörelse"};
        look();
    }
    [[nodiscard]] World world() const {
        World world = RandomLampTown::world();
        world.places = places;
        world.dark_probability = dark;
        world.harm = harm;
        world.period = {0, 730};
        return world;
    }
    /// A lamp somewhere in town k, or a plant of it cleared.
    [[nodiscard]] SitedMeasure something(std::uint32_t item) const {
        const std::uint32_t k = item % 2;
        SitedMeasure made{.place = k};
        if (item % 3 == 0) {
            const auto half = city.vegetation->plants.size() / 2;
            const auto plant = static_cast<std::uint32_t>(k * half + item * 7 % half);
            const auto& outline = city.vegetation->plants[plant].outline;
            made.measure = 1;
            made.clearings.push_back({.plant = plant, .shape = outline, .area_m2 = area(outline)});
            return made;
        }
        Point at = anywhere(40, item);
        at.x += k * apart_m;
        made.lamps.push_back({.work = LampWork::add});
        made.lamps.back().after = {.position = at, .height = {5}, .flux = {4000}, .state = layers::LampState::working};
        return made;
    }

private:
    void double_town() {
        const auto moved = [](Point p) { return Point{p.x + apart_m, p.y}; };
        const auto move_shape = [&](MultiPolygon& shape) {
            for (auto& polygon : shape)
                for (auto& p : polygon.outer) p = moved(p);
        };
        const auto twice = [](auto& list, const auto& move) {
            const auto copy = list;
            for (auto item : copy) list.push_back((move(item), item));
        };
        twice(city.streets->streets, [&](layers::Street& s) {
            for (auto& p : s.line) p = moved(p);
        });
        twice(city.buildings->buildings, [&](layers::Building& b) { move_shape(b.footprint); });
        twice(city.vegetation->plants, [&](layers::Plant& p) { move_shape(p.outline); });
        twice(city.lighting->lamps, [&](layers::Lamp& l) { l.position = moved(l.position); });
    }
    void add_place(Point at) {
        places::RankedPlace ranked;
        ranked.place.id = "P" + std::to_string(places.size() + 1);
        ranked.place.area_ha = 1;
        for (std::uint32_t i = 0; i < 40 + 20 * places.size(); ++i) {
            ranked.facts.incident_index.push_back(static_cast<std::uint32_t>(city.incidents.position.size()));
            city.incidents.position.push_back(at);
            city.incidents.category.of_row.push_back(0);
            dark.push_back(1), harm.push_back(1);
        }
        ranked.facts.incidents = static_cast<double>(ranked.facts.incident_index.size());
        ranked.facts.rate_per_ha_year = ranked.facts.incidents / 2;
        places.push_back(ranked);
    }
};

void expect_same(const WhatIfAnswer& a, const WhatIfAnswer& b) {
    ASSERT_EQ(a.changes.size(), b.changes.size());
    for (std::size_t i = 0; i < a.changes.size(); ++i) {
        EXPECT_EQ(a.changes[i].stretch, b.changes[i].stretch);
        EXPECT_NEAR(a.changes[i].average_after.value, b.changes[i].average_after.value, 1e-9);
        EXPECT_NEAR(a.changes[i].minimum_after.value, b.changes[i].minimum_after.value, 1e-9);
        EXPECT_EQ(a.changes[i].below_after, b.changes[i].below_after);
        EXPECT_EQ(a.changes[i].under_25_after_m, b.changes[i].under_25_after_m);
        EXPECT_EQ(a.changes[i].seen_at_after_m, b.changes[i].seen_at_after_m);
    }
    EXPECT_EQ(a.money.investment, b.money.investment);
    EXPECT_EQ(a.effect.prevented_per_year, b.effect.prevented_per_year);
    EXPECT_EQ(a.effect.prevented.low, b.effect.prevented.low);
    EXPECT_EQ(a.effect.cost_per_prevented, b.effect.cost_per_prevented);
}

/// The measures of a scenario put into a new one, in another order.
WhatIfAnswer afresh(const World& world, const Catalogue& catalogue, const WhatIf& scenario) {
    WhatIf fresh(world, catalogue, {.draws = 100});
    WhatIfAnswer answer;
    auto ids = scenario.ids();
    std::reverse(ids.begin(), ids.end());
    for (const auto id : ids) fresh.add(scenario.measure(id), answer);
    return answer;
}

}  // namespace

TEST(WhatIf, after_adds_moves_and_removals_the_state_is_that_of_a_fresh_scenario) {
    const TwoTowns town(11);
    const World world = town.world();
    WhatIf scenario(world, town.catalogue, {.draws = 100});
    WhatIfAnswer answer;
    std::vector<WhatIf::Id> ids;
    for (std::uint32_t item = 0; item < 14; ++item) {
        ids.push_back(scenario.add(town.something(item), answer));
        if (item % 3 == 1) scenario.replace(ids[item / 2], town.something(item + 40), answer);
        if (item % 4 == 3) {
            scenario.remove(ids.back(), answer);
            ids.pop_back();
            ids.push_back(scenario.add(town.something(item + 80), answer));
        }
    }
    EXPECT_GT(answer.changes.size(), 20U);
    expect_same(answer, afresh(world, town.catalogue, scenario));
}

TEST(WhatIf, a_measure_taken_away_again_leaves_nothing_behind) {
    const TwoTowns town(12);
    const World world = town.world();
    WhatIf scenario(world, town.catalogue, {.draws = 100});
    WhatIfAnswer answer;
    const auto lamp = scenario.add(town.something(1), answer);
    EXPECT_FALSE(answer.changes.empty());
    EXPECT_GT(answer.effect.prevented_per_year, 0);
    EXPECT_EQ(answer.money.investment, 57'000);
    EXPECT_EQ(scenario.measure(lamp).incidents.size(), 60U) << "those of its place";
    scenario.remove(lamp, answer);
    EXPECT_TRUE(answer.changes.empty());
    EXPECT_EQ(answer.effect.prevented_per_year, 0);
    EXPECT_EQ(answer.money.investment, 0);
    EXPECT_TRUE(scenario.ids().empty());
}

TEST(WhatIf, a_change_in_one_town_computes_nothing_again_in_the_other) {
    const TwoTowns town(13);
    const World world = town.world();
    WhatIf scenario(world, town.catalogue, {.draws = 100});
    WhatIfAnswer answer;
    for (const std::uint32_t item : {1U, 2U, 3U, 6U}) {
        scenario.add(town.something(item), answer);
        ASSERT_FALSE(answer.touched.empty()) << item;
        for (const auto stretch : answer.touched)
            EXPECT_EQ(world.stretches[stretch].line.front().x > 1500, item % 2 == 1) << item;
    }
}

TEST(WhatIf, clearing_has_a_cost_and_no_number_of_prevented_incidents) {
    const TwoTowns town(14);
    const World world = town.world();
    WhatIf scenario(world, town.catalogue, {.draws = 100});
    WhatIfAnswer answer;
    scenario.add(town.something(0), answer);
    EXPECT_GT(answer.money.investment, 0);
    EXPECT_FALSE(answer.effect.has_number);
    EXPECT_FALSE(answer.effect.cost_per_prevented.has_value());
}
