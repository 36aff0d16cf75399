// Sight along paths: drawn worlds, what clearing does, the same bytes whatever the threads.
#include <gtest/gtest.h>

#include <cmath>

#include "conditions/path_network.hpp"
#include "conditions/sight.hpp"
#include "conditions/stretches.hpp"
#include "conditions/vegetation_near.hpp"
#include "core/parallel.hpp"
#include "drawn_town.hpp"
#include "random_town.hpp"

using namespace lykta;
using namespace lykta::conditions;
using namespace lykta::conditions::testing;

namespace {

PathSight seen(const DrawnTown& town, const Obstacles& obstacles, const SightOptions& options = {}) {
    return sight_along({.streets = town.streets, .obstacles = obstacles, .vegetation = &town.vegetation}, options);
}

const SightSample& sample_at(const PathSight& sight, std::uint32_t street, double along) {
    const SightSample* best = &sight.samples.front();
    const auto away = [&](const SightSample& s) { return s.street == street ? std::abs(s.along_m - along) : 1e9; };
    for (const auto& s : sight.samples)
        if (away(s) < away(*best)) best = &s;
    return *best;
}

/// Paths across a random town, met every 40 m.
layers::StreetLayer random_paths() {
    layers::StreetLayer layer;
    for (int k = -2; k <= 2; ++k)
        for (const bool up : {false, true}) {
            layers::Street street;
            street.line =
                up ? Polyline{{40.0 * k, -90}, {40.0 * k + 6, 90}} : Polyline{{-90, 40.0 * k}, {90, 40.0 * k - 5}};
            layer.streets.push_back(street);
        }
    for (auto& street : layer.streets) {
        const Point a = street.line[0], b = street.line[1];
        street.line = {a, {(a.x + b.x) / 2, (a.y + b.y) / 2}, b};
    }
    return layer;
}

void expect_same(const PathSight& a, const PathSight& b) {
    ASSERT_EQ(a.samples.size(), b.samples.size());
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        const auto &s = a.samples[i], &t = b.samples[i];
        ASSERT_EQ(s.visible_m2, t.visible_m2) << i;
        ASSERT_EQ(s.mean_m, t.mean_m);
        ASSERT_EQ(s.seen_at_m, t.seen_at_m);
        ASSERT_EQ(s.hidden_by, t.hidden_by);
        ASSERT_EQ(s.obstacle, t.obstacle);
        ASSERT_EQ(s.facade_m, t.facade_m);
        ASSERT_EQ(s.entrances, t.entrances);
        ASSERT_EQ(s.exit_m, t.exit_m);
    }
    for (std::size_t i = 0; i < a.stretches.size(); ++i) {
        const auto &s = a.stretches[i], &t = b.stretches[i];
        ASSERT_EQ(s.under_25_plants_m, t.under_25_plants_m);
        ASSERT_EQ(s.concealment_m, t.concealment_m);
        ASSERT_EQ(s.mean_visible_m2, t.mean_visible_m2);
        ASSERT_EQ(s.mean_seen_at_m, t.mean_seen_at_m);
        ASSERT_EQ(s.facade_m, t.facade_m);
    }
    ASSERT_EQ(a.plants.size(), b.plants.size());
    for (std::size_t i = 0; i < a.plants.size(); ++i) {
        ASSERT_EQ(a.plants[i].plant, b.plants[i].plant);
        ASSERT_EQ(a.plants[i].hides_m, b.plants[i].hides_m);
    }
}

}  // namespace

TEST(SightAlong, round_a_built_corner_a_person_is_seen_late) {
    const DrawnTown town("corner");
    const auto obstacles = town.obstacles();
    const auto sight = seen(town, obstacles);
    ASSERT_EQ(sight.samples.size(), 18U);  // 60 m and 30 m, one every 5 m
    // 37.5 m along, 22.5 m before the corner: 7.5 m round it the line to the other passes the house's corner
    // (55, −5) 0.8 m inside; 2.5 m round it, it passes outside.
    const auto& before = sample_at(sight, 0, 37.5);
    EXPECT_DOUBLE_EQ(before.along_m, 37.5);
    EXPECT_DOUBLE_EQ(before.seen_at_m, 30.0);
    EXPECT_EQ(before.hidden_by, HiddenBy::building);
    const auto& far = sample_at(sight, 0, 2.5);  // the corner lies 57.5 m away, beyond what is looked for
    EXPECT_DOUBLE_EQ(far.seen_at_m, 50.0);
    EXPECT_EQ(far.hidden_by, HiddenBy::nothing);
    EXPECT_TRUE(sight.plants.empty());
}

TEST(SightAlong, a_hedge_that_hides_is_named_and_clearing_it_opens_the_view) {
    const DrawnTown town("hedge");
    auto obstacles = town.obstacles();
    auto sight = seen(town, obstacles);
    EXPECT_EQ(sample_at(sight, 0, 37.5).hidden_by, HiddenBy::plant);
    ASSERT_FALSE(sight.plants.empty());
    double under_25 = 0.0, by_plants = 0.0, named = 0.0;
    for (const auto& stretch : sight.stretches) under_25 += stretch.under_25_m, by_plants += stretch.under_25_plants_m;
    for (const auto& plant : sight.plants) named += plant.hides_m;
    EXPECT_GT(by_plants, 10.0);
    EXPECT_DOUBLE_EQ(by_plants, under_25);
    EXPECT_DOUBLE_EQ(named, by_plants);
    EXPECT_NEAR(sight.stretches[1].concealment_m, 26.0, 1e-9);  // of 30–60 m: the shrubs, 5 m away, end at 55 m
    for (std::uint32_t o = 0; o < obstacles.all().size(); ++o) (void)obstacles.set_cleared(o, true);
    sight = seen(town, obstacles);
    for (const auto& s : sight.samples) EXPECT_EQ(s.hidden_by, HiddenBy::nothing);
    EXPECT_TRUE(sight.plants.empty());
    EXPECT_EQ(sight.stretches[1].concealment_m, 0.0);
}

TEST(SightAlong, through_a_straight_tunnel_one_sees_the_other_side_and_round_a_bend_one_does_not) {
    const DrawnTown town("tunnel");
    const auto obstacles = town.obstacles();
    const auto sight = seen(town, obstacles);
    for (const double along : {22.5, 47.5}) {  // before the straight tunnel: nothing hides along the path
        EXPECT_EQ(sample_at(sight, 0, along).hidden_by, HiddenBy::nothing) << along;
        EXPECT_DOUBLE_EQ(sample_at(sight, 0, along).seen_at_m, 50.0);
    }
    const auto& inside = sample_at(sight, 1, 12.5);
    EXPECT_TRUE(inside.tunnel);
    EXPECT_EQ(inside.hidden_by, HiddenBy::nothing);
    EXPECT_LT(inside.mean_m, 25.0);  // along the tunnel only
    EXPECT_GT(inside.visible_m2, 30 * 4);
    const auto& before_bend = sample_at(sight, 3, 22.5);  // 27.5 m to the mouth, 57.5 m to the bend
    EXPECT_EQ(before_bend.hidden_by, HiddenBy::nothing);
    const auto& before_mouth = sample_at(sight, 3, 47.5);  // 2.5 m and 32.5 m
    EXPECT_EQ(before_mouth.hidden_by, HiddenBy::tunnel);
    EXPECT_GT(before_mouth.seen_at_m, 32.5);
    EXPECT_LE(before_mouth.seen_at_m, 40.0);
}

TEST(SightAlong, a_dead_end_is_marked_with_its_way_out) {
    const DrawnTown town("dead_end");
    const auto obstacles = town.obstacles();
    const auto sight = seen(town, obstacles);
    double longest = 0.0;
    for (const auto& stretch : sight.stretches) {
        EXPECT_EQ(stretch.dead_end, stretch.street == 5);
        if (stretch.dead_end) longest = stretch.exit_m;
    }
    EXPECT_NEAR(longest, length(town.streets.streets[5].line), 3.0);
}

TEST(SightAlong, an_entrance_counts_from_the_side_it_opens_to) {
    Town town;
    town.add_house(box_shape(-5, 10, 5, 20), 6);
    layers::StreetLayer streets;
    for (const double y : {0.0, 30.0}) {
        streets.streets.push_back({});
        streets.streets.back().line = {{-2, y}, {2, y}};
    }
    const auto obstacles = town.obstacles();
    const std::vector<Point> entrances{{0, 10}, {1, 10.5}, {0, 45}};
    const auto sight = sight_along({.streets = streets, .obstacles = obstacles, .entrances = entrances});
    ASSERT_EQ(sight.samples.size(), 2U);
    EXPECT_EQ(sight.samples[0].entrances, 2);  // the third is beyond 30 m
    EXPECT_EQ(sight.samples[1].entrances, 1);  // from behind only the third
    EXPECT_NEAR(sight.samples[0].facade_m, 10.0, 0.4);
}

TEST(SightAlong, hidden_is_what_half_the_light_does_not_reach) {
    std::size_t compared = 0, hidden = 0;
    const auto streets = random_paths();
    const PathNetwork network(streets);
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const auto obstacles = random_town(seed, Grain::any, 30).obstacles();
        const auto sight = sight_along({.streets = streets, .obstacles = obstacles, .network = &network});
        for (const auto& s : sight.samples) {
            double nearest = 50.0;
            bool open = obstacles.holding(s.position).empty();
            network.walk({s.street, s.along_m}, 5_m, 50_m, [&](const OnStreet&, Point p, double walked) {
                open = open && obstacles.holding(p).empty();
                if (obstacles.transmittance({s.position, 1.5}, {p, 1.5}) < 0.5) nearest = std::min(nearest, walked);
            });
            if (!open) continue;  // the light's rule for what holds an end is another
            ++compared;
            hidden += nearest < 50.0 ? 1 : 0;
            ASSERT_EQ(s.seen_at_m, nearest) << seed;
        }
    }
    EXPECT_GT(compared, 300U);
    EXPECT_GT(hidden, 30U);
}

TEST(SightAlong, clearing_a_plant_never_shortens_a_line_of_sight_and_bare_is_never_less_than_leafed) {
    const auto streets = random_paths();
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        const Town town = random_town(seed, Grain::any, 30);
        auto obstacles = town.obstacles();
        const auto bare = town.obstacles({.season = Season::bare});
        const auto before = sight_along({.streets = streets, .obstacles = obstacles});
        const auto winter = sight_along({.streets = streets, .obstacles = bare});
        for (std::uint32_t o = 0; o < obstacles.all().size(); o += 2)
            if (obstacles.all()[o].kind == ObstacleKind::plant) (void)obstacles.set_cleared(o, true);
        const auto after = sight_along({.streets = streets, .obstacles = obstacles});
        for (std::size_t i = 0; i < before.samples.size(); ++i) {
            EXPECT_GE(after.samples[i].seen_at_m, before.samples[i].seen_at_m);
            EXPECT_GE(after.samples[i].mean_m, before.samples[i].mean_m - 1e-9);
            EXPECT_GE(winter.samples[i].seen_at_m, before.samples[i].seen_at_m);
            EXPECT_GE(winter.samples[i].mean_m, before.samples[i].mean_m - 1e-9);
        }
    }
}

TEST(SightAlong, an_update_equals_all_computed_afresh_bit_by_bit) {
    const auto streets = random_paths();
    const PathNetwork network(streets);
    for (std::uint32_t seed = 1; seed <= 4; ++seed) {
        const Town town = random_town(seed, Grain::any, 60);
        auto obstacles = town.obstacles();
        const SightInput input{.streets = streets,
                               .obstacles = obstacles,
                               .vegetation = &town.vegetation,
                               .entrances = {},
                               .network = &network};
        const SightOptions options{.reach = 40_m, .approach = 30_m};
        auto sight = sight_along(input, options);
        for (std::uint32_t o = 0; o < obstacles.all().size(); o += 3) {
            if (obstacles.all()[o].kind != ObstacleKind::plant) continue;
            update_sight(sight, input, obstacles.set_cleared(o, o % 2 == 0), options);
            expect_same(sight, sight_along(input, options));
        }
    }
}

TEST(SightAlong, threads_do_not_change_a_byte) {
    const auto streets = random_paths();
    const Town town = random_town(5, Grain::any, 40);
    const auto obstacles = town.obstacles();
    set_thread_count(1);
    const auto one = sight_along({.streets = streets, .obstacles = obstacles});
    set_thread_count(8);
    const auto eight = sight_along({.streets = streets, .obstacles = obstacles});
    set_thread_count(0);
    expect_same(one, eight);
}

TEST(SightAlong, stretches_are_cut_as_light_is_and_samples_fill_them) {
    const auto streets = random_paths();
    const Obstacles none(nullptr, nullptr);
    const auto sight = sight_along({.streets = streets, .obstacles = none});
    std::size_t k = 0, samples = 0;
    for (std::uint32_t s = 0; s < streets.streets.size(); ++s)
        for (const auto& piece : cut_into_stretches(streets.streets[s].line, 30_m)) {
            ASSERT_LT(k, sight.stretches.size());
            EXPECT_EQ(sight.stretches[k].street, s);
            EXPECT_EQ(sight.stretches[k].from_m, piece.from_m);
            EXPECT_EQ(sight.stretches[k].to_m, piece.to_m);
            EXPECT_EQ(sight.stretches[k].first_sample, samples);
            samples += sight.stretches[k++].samples;
        }
    EXPECT_EQ(k, sight.stretches.size());
    EXPECT_EQ(samples, sight.samples.size());
}

TEST(SightAlong, concealment_is_what_vegetation_along_counts) {
    const auto streets = random_paths();
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        Town town = random_town(seed, Grain::any, 60);
        for (std::size_t i = 0; i < town.vegetation.plants.size(); i += 3) town.vegetation.plants[i].canopy_share = 0.4;
        const auto obstacles = town.obstacles();
        const auto sight = sight_along({.streets = streets, .obstacles = obstacles, .vegetation = &town.vegetation});
        std::vector<Polyline> lines;
        for (const auto& stretch : sight.stretches) lines.push_back(stretch.line);
        const auto within_5 = vegetation_along(lines, town.vegetation).near_m;
        const auto within_2 = vegetation_along(lines, town.vegetation, {.within = 2_m}).near_m;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_NEAR(sight.stretches[i].concealment_m, within_5[i], 1e-9);
            EXPECT_NEAR(sight.stretches[i].concealment_2_m, within_2[i], 1e-9);
        }
    }
}
