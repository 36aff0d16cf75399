// What a change of lamps and plants does to light and sight, held against the whole town computed afresh.
#include "measures/changed_conditions.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "conditions/stretches.hpp"
#include "lamp_town.hpp"
#include "measures/changed_conditions_plants.hpp"

using namespace lykta;
using namespace lykta::measures;
using lykta::measures::testing::LampTown;
using lykta::measures::testing::RandomLampTown;

namespace {

/// Some of each kind of change.
struct SomeChanges {
    std::vector<LampChange> lamps;
    std::vector<Clearing> clearings;
    [[nodiscard]] Changes all() const { return {lamps, clearings}; }
};

/// A rectangle of the plant: its left or right end.
Clearing piece_of(const layers::VegetationLayer& vegetation, std::uint32_t plant, double from, double to) {
    const Box box = box_of(vegetation.plants[plant].outline);
    const double x0 = box.min_x + from * box.width(), x1 = box.min_x + to * box.width();
    const MultiPolygon strip{{conditions::rectangle(x0, box.min_y - 1, x1, box.max_y + 1), {}}};
    Clearing clearing{.plant = plant, .shape = intersection_of(vegetation.plants[plant].outline, strip)};
    clearing.area_m2 = area(clearing.shape);
    return clearing;
}

SomeChanges some_changes(const RandomLampTown& town, std::uint64_t item) {
    SomeChanges changes;
    const auto below = [&](std::uint32_t draw, std::size_t n) {
        return random_below({town.seed, 20, item}, draw, static_cast<std::uint32_t>(n));
    };
    const auto& lamps = town.city.lighting->lamps;
    for (std::uint32_t k = 0; k < below(0, 4); ++k) {
        const auto lamp = below(10 + k, lamps.size());
        LampChange change{.work = LampWork::repair, .lamp = lamp, .after = lamps[lamp]};
        change.after.state = layers::LampState::working;
        if (k == 1) change.work = LampWork::upgrade, change.after.flux = {6000};
        changes.lamps.push_back(change);
    }
    for (std::uint32_t k = 0; k < below(1, 3); ++k) {
        LampChange change{.work = LampWork::add};
        change.after.position = town.anywhere(21, 10 * item + k);
        change.after.height = {k == 0 ? 5.0 : 9.0};
        changes.lamps.push_back(change);
    }
    const auto& plants = town.city.vegetation->plants;
    for (std::uint32_t k = 0; k < below(2, 3); ++k) {
        const auto plant = below(20 + k, plants.size());
        changes.clearings.push_back(piece_of(*town.city.vegetation, plant, 0.0, k == 0 ? 0.4 : 1.0));
    }
    if (item % 3 == 0) {  // two pieces of one plant
        const auto plant = below(30, plants.size());
        changes.clearings.push_back(piece_of(*town.city.vegetation, plant, 0.7, 0.9));
        changes.clearings.push_back(piece_of(*town.city.vegetation, plant, 0.1, 0.3));
    }
    return changes;
}

/// The whole town with the changes made, computed afresh.
LampTown changed_town(const LampTown& town, const SomeChanges& changes) {
    LampTown after;
    after.city = town.city;
    after.stretch_options = town.stretch_options;
    for (const LampChange& change : changes.lamps) {
        if (change.lamp)
            after.city.lighting->lamps[*change.lamp] = change.after;
        else
            after.city.lighting->lamps.push_back(change.after);
    }
    for (const CutPlant& cut : cut_plants(*town.city.vegetation, changes.clearings))
        after.city.vegetation->plants[cut.plant].outline = cut.outline;
    after.look_for_light();
    return after;
}

void expect_same(const conditions::StretchLight& a, const conditions::StretchLight& b) {
    EXPECT_EQ(a.street, b.street);
    EXPECT_EQ(a.line, b.line);
    EXPECT_EQ(a.average, b.average);
    EXPECT_EQ(a.minimum, b.minimum);
    EXPECT_EQ(a.below_class, b.below_class);
    EXPECT_EQ(a.cause, b.cause);
    EXPECT_EQ(a.vertical_minimum, b.vertical_minimum);
    EXPECT_EQ(a.semicylindrical_minimum, b.semicylindrical_minimum);
    EXPECT_EQ(a.light_sd, b.light_sd);
    EXPECT_EQ(a.lamps_out, b.lamps_out);
    EXPECT_EQ(a.deficit_share, b.deficit_share);
    EXPECT_EQ(a.wanted_class, b.wanted_class);
}

/// To rounding: buckets that begin elsewhere add the same light in another order.
void expect_close(const conditions::StretchLight& a, const conditions::StretchLight& b) {
    EXPECT_NEAR(a.average.value, b.average.value, 1e-9);
    EXPECT_NEAR(a.minimum.value, b.minimum.value, 1e-9);
    EXPECT_NEAR(a.light_sd, b.light_sd, 1e-9);
    EXPECT_EQ(a.lamps_out, b.lamps_out);
    EXPECT_EQ(a.cause, b.cause);
}

void expect_same(const conditions::SightStretch& a, const conditions::SightStretch& b) {
    EXPECT_EQ(a.street, b.street);
    EXPECT_EQ(a.first_sample, b.first_sample);
    EXPECT_EQ(a.samples, b.samples);
    EXPECT_EQ(a.under_10_m, b.under_10_m);
    EXPECT_EQ(a.under_25_m, b.under_25_m);
    EXPECT_EQ(a.under_25_plants_m, b.under_25_plants_m);
    EXPECT_EQ(a.concealment_m, b.concealment_m);
    EXPECT_EQ(a.concealment_2_m, b.concealment_2_m);
    EXPECT_EQ(a.mean_visible_m2, b.mean_visible_m2);
    EXPECT_EQ(a.mean_seen_at_m, b.mean_seen_at_m);
    EXPECT_EQ(a.facade_m, b.facade_m);
    EXPECT_EQ(a.exit_m, b.exit_m);
    EXPECT_EQ(a.tunnel, b.tunnel);
}

}  // namespace

TEST(ChangedConditions, light_where_a_change_reaches_equals_the_whole_town_computed_afresh) {
    const RandomLampTown town(1, lykta::measures::testing::Looked::light);
    int judged = 0;
    for (std::uint64_t item = 0; item < 10; ++item) {
        const SomeChanges changes = some_changes(town, item);
        const LampTown after = changed_town(town, changes);
        std::vector<char> reached(town.stretches.size(), 0);
        for (const StretchAfter& found : light_after(town.world(), changes.all())) {
            expect_same(found.light, after.stretches[found.stretch]);
            reached[found.stretch] = 1;
            ++judged;
        }
        for (std::size_t k = 0; k < reached.size(); ++k)
            if (reached[k] == 0) expect_close(town.stretches[k], after.stretches[k]);
    }
    EXPECT_GT(judged, 200);
}

TEST(ChangedConditions, sight_where_clearing_reaches_equals_the_whole_town_computed_afresh) {
    const RandomLampTown town(3);
    int looked_at = 0;
    for (const std::uint64_t item : {0, 3, 4}) {
        SomeChanges changes = some_changes(town, item);
        changes.lamps.clear();
        LampTown after = changed_town(town, changes);
        after.look_for_sight();
        std::vector<char> reached(town.stretches.size(), 0);
        for (const SightAfter& found : sight_after(town.world(), changes.clearings)) {
            expect_same(found.sight, after.sight.stretches[found.stretch]);
            reached[found.stretch] = 1;
            ++looked_at;
        }
        for (std::size_t k = 0; k < reached.size(); ++k)
            if (reached[k] == 0) expect_same(town.sight.stretches[k], after.sight.stretches[k]);
    }
    EXPECT_GT(looked_at, 100);
}

TEST(ChangedConditions, pieces_of_a_plant_come_off_in_any_order_with_the_same_bits) {
    const RandomLampTown town(4, lykta::measures::testing::Looked::light);
    std::vector<Clearing> pieces;
    for (const double from : {0.65, 0.1, 0.35}) pieces.push_back(piece_of(*town.city.vegetation, 7, from, from + 0.11));
    const auto one = cut_plants(*town.city.vegetation, pieces);
    std::reverse(pieces.begin(), pieces.end());
    const auto other = cut_plants(*town.city.vegetation, pieces);
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(to_wkt(Geometry(one[0].outline)), to_wkt(Geometry(other[0].outline)));
    double off = 0;
    for (const Clearing& piece : pieces) off += piece.area_m2;
    EXPECT_GT(off, 0.0);
    EXPECT_NEAR(area(one[0].outline), area(town.city.vegetation->plants[7].outline) - off, 1e-9);
}

namespace {

/// 60 m of path that should be P5, dark but for one lamp that is out; a hedge lies across it just beyond the middle.
LampTown dark_path() {
    LampTown town;
    town.city.streets.emplace().streets.push_back(
        {.line = {{0, 0}, {60, 0}}, .footpath = true, .lighting_class = "P5"});
    layers::Lamp lamp{.position = {15, 1.5}, .height = {5}, .flux = {5000}};
    lamp.state = layers::LampState::out;
    town.city.lighting.emplace().lamps = {lamp};
    town.city.vegetation.emplace().plants = {conditions::crown(conditions::rectangle(31, -4, 34, 4), 0, 2)};
    town.look();
    return town;
}

}  // namespace

TEST(ChangedConditions, a_repair_brings_the_metres_of_its_stretch_to_class) {
    const LampTown town = dark_path();
    SitedMeasure sited;
    sited.stretches = {0};
    sited.lamps = {{.work = LampWork::repair, .lamp = 0, .after = town.city.lighting->lamps[0]}};
    sited.lamps[0].after.state = layers::LampState::working;
    compute_changes(town.world(), sited);
    ASSERT_EQ(sited.changes.size(), 1u);
    EXPECT_EQ(sited.changes[0].stretch, 0u);
    EXPECT_TRUE(sited.changes[0].below_before);
    EXPECT_FALSE(sited.changes[0].below_after);
    EXPECT_EQ(sited.changes[0].average_before.value, 0.0);
    EXPECT_GT(sited.changes[0].average_after.value, 3.0);
    EXPECT_DOUBLE_EQ(sited.metres_to_class, 30.0);
    EXPECT_EQ(sited.metres_of_sight, 0.0);
}

TEST(ChangedConditions, clearing_a_hedge_gives_the_metres_of_sight_it_took) {
    const LampTown town = dark_path();
    SitedMeasure sited;
    sited.clearings = {piece_of(*town.city.vegetation, 0, 0.0, 1.0)};
    compute_changes(town.world(), sited);
    ASSERT_EQ(sited.changes.size(), 2u);
    double before = 0;
    for (const auto& change : sited.changes) {
        before += change.under_25_before_m;
        EXPECT_EQ(change.under_25_after_m, 0.0);
        EXPECT_EQ(change.seen_at_after_m, 50.0);
    }
    EXPECT_GT(before, 20.0);
    EXPECT_DOUBLE_EQ(sited.metres_of_sight, before);
}

TEST(ChangedConditions, a_stretch_asked_for_is_told_of_even_where_nothing_changes) {
    const LampTown town = dark_path();
    const std::array<std::uint32_t, 1> wanted{1};
    const auto changes = stretch_changes(town.world(), {}, wanted);
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].stretch, 1u);
    EXPECT_EQ(changes[0].under_25_before_m, changes[0].under_25_after_m);
    EXPECT_TRUE(changes[0].below_after);
    EXPECT_TRUE(stretch_changes(town.world(), {}, {}).empty());
}

TEST(ChangedConditions, without_sight_light_is_still_told) {
    const LampTown town = dark_path();
    World world = town.world();
    world.sight = nullptr;
    world.sight_obstacles = nullptr;
    const std::vector<Clearing> clearings{piece_of(*town.city.vegetation, 0, 0.0, 1.0)};
    EXPECT_TRUE(sight_after(world, clearings).empty());
    EXPECT_FALSE(light_after(world, {{}, clearings}).empty());
}
