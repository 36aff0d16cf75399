// The visible area of one point: hand cases and every edge against every ray.
#include "conditions/sight.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "conditions/sight_rays.hpp"
#include "core/error.hpp"
#include "random_town.hpp"

using namespace lykta;
using namespace lykta::conditions;
using namespace lykta::conditions::testing;

namespace {

/// Every edge against every ray; crowns summed up in small pieces between all crossings.
std::vector<double> plain_distances(Point from, const Obstacles& obstacles, const SightOptions& options) {
    const RayFan fan(options.ray);
    const auto held = obstacles.holding(from);
    std::vector<double> distances;
    for (int ray = 0; ray < fan.count(); ++ray) {
        double opaque = options.reach.value;
        struct Passed {
            double at;
            double change;
        };
        std::vector<Passed> passed;
        for (const ObstacleEdge& e : obstacles.edges()) {
            const Obstacle& o = obstacles.all()[e.obstacle];
            if (!(o.base_m < options.eye.value && options.eye.value < o.top_m) || obstacles.is_cleared(e.obstacle) ||
                std::find(held.begin(), held.end(), e.obstacle) != held.end())
                continue;
            const auto side = [&](Point p) { return fan.x(ray) * (p.y - from.y) - fan.y(ray) * (p.x - from.x); };
            const auto ahead = [&](Point p) { return fan.x(ray) * (p.x - from.x) + fan.y(ray) * (p.y - from.y); };
            const double a = side(e.a), b = side(e.b);
            if ((a >= 0.0) == (b >= 0.0)) continue;
            const double at = ahead(e.a) + a / (a - b) * (ahead(e.b) - ahead(e.a));
            if (at <= 0.0) continue;
            if (std::isinf(o.extinction_per_m))
                opaque = std::min(opaque, at);
            else
                passed.push_back({at, a >= 0.0 ? o.extinction_per_m : -o.extinction_per_m});
        }
        std::sort(passed.begin(), passed.end(), [](auto& a, auto& b) { return a.at < b.at; });
        double end = opaque, left = -std::log(options.seen_through), per_m = 0.0, here = 0.0;
        passed.push_back({opaque, 0.0});
        for (const auto& p : passed) {
            const double next = std::min(p.at, opaque);
            if (per_m > 1e-9 && left < per_m * (next - here)) {
                end = here + left / per_m;
                break;
            }
            left -= per_m * (next - here);
            here = next, per_m += p.change;
            if (p.at >= opaque) break;
        }
        distances.push_back(end);
    }
    return distances;
}

void expect_as_plain(Point from, const Obstacles& obstacles, const SightOptions& options, std::uint32_t seed) {
    const auto fast = visible_area(from, obstacles, options);
    const auto plain = plain_distances(from, obstacles, options);
    double area = 0.0;
    for (std::size_t ray = 0; ray < plain.size(); ++ray) {
        ASSERT_NEAR(fast.distance_m[ray], plain[ray], 1e-7) << "town " << seed << " ray " << ray;
        ASSERT_EQ(fast.ended_by[ray] == -1, plain[ray] == options.reach.value) << "town " << seed << " ray " << ray;
        area += plain[ray] * plain[ray] / 2 * 2 * std::numbers::pi / static_cast<double>(plain.size());
    }
    EXPECT_NEAR(fast.area_m2, area, 1e-6 * area);
}

}  // namespace

TEST(VisibleArea, an_empty_plain_is_seen_all_round_up_to_the_reach) {
    const auto area = visible_area({3, 4}, Obstacles(nullptr, nullptr));
    ASSERT_EQ(area.distance_m.size(), 360U);
    EXPECT_DOUBLE_EQ(area.mean_m, 100.0);
    EXPECT_NEAR(area.area_m2, std::numbers::pi * 1e4, 1e-6);
    EXPECT_EQ(area.ended_by[17], -1);
    EXPECT_EQ(area.facade_m, 0.0);
}

TEST(VisibleArea, a_wall_ends_the_rays_that_meet_it_and_no_others) {
    Town town;
    town.add_house(box_shape(10, -5, 12, 5), 6);
    const auto area = visible_area({0, 0}, town.obstacles());
    for (int ray = 0; ray < 360; ++ray) {
        const double angle = ray * std::numbers::pi / 180, ahead = 10 / std::cos(angle);
        const bool meets = std::cos(angle) > 0 && std::abs(10 * std::tan(angle)) <= 5;  // 26.57° to both sides
        EXPECT_NEAR(area.distance_m[static_cast<std::size_t>(ray)], meets ? ahead : 100.0, 1e-9) << ray;
        EXPECT_EQ(area.ended_by[static_cast<std::size_t>(ray)], meets ? 0 : -1) << ray;
    }
    EXPECT_NEAR(area.facade_m, 10.0, 0.2);  // the near side; its ends fall short by at most half a ray's footprint
}

TEST(VisibleArea, low_walls_and_high_crowns_hide_nothing) {
    Town town;
    town.add_house(box_shape(10, -5, 12, 5), 1.5);
    town.add_plant(box_shape(-12, -5, -10, 5), 8, 2.0);
    EXPECT_DOUBLE_EQ(visible_area({0, 0}, town.obstacles()).mean_m, 100.0);
}

TEST(VisibleArea, sight_goes_into_a_hedge_until_half_of_it_is_gone) {
    Town town;
    town.add_plant(box_shape(10, -5, 12, 5), 2.0);
    const auto area = visible_area({0, 0}, town.obstacles());
    EXPECT_NEAR(area.distance_m[0], 10 + std::log(2.0) / 2.0, 1e-12);  // 2.0 per metre
    EXPECT_EQ(area.ended_by[0], 0);
    const auto bare = visible_area({0, 0}, town.obstacles({.season = Season::bare}));
    EXPECT_NEAR(bare.distance_m[0], 10 + std::log(2.0) / 0.5, 1e-12);
}

TEST(VisibleArea, thin_crowns_add_up_along_a_ray) {
    Town town;  // bare trees, 0.1 per metre: 3 m of each, the limit is reached after 6.93 m of crown
    for (const double x : {10.0, 20.0, 30.0}) town.add_plant(box_shape(x, -50, x + 3, 50), 8.0);
    const auto area = visible_area({0, 0}, town.obstacles({.season = Season::bare}));
    EXPECT_NEAR(area.distance_m[0], 30 + std::log(2.0) / 0.1 - 6.0, 1e-12);
    EXPECT_EQ(area.ended_by[0], 2);
}

TEST(VisibleArea, what_holds_the_point_does_not_count) {
    Town town;
    town.add_house(box_shape(-5, -5, 5, 5), 6);
    town.add_plant(box_shape(-20, -20, 20, 20), 6);
    EXPECT_DOUBLE_EQ(visible_area({0, 0}, town.obstacles()).mean_m, 100.0);
}

TEST(VisibleArea, from_a_yard_one_sees_its_walls) {
    Town town;
    auto shape = box_shape(-20, -20, 20, 20);
    shape.front().holes.push_back(box_shape(-10, -10, 10, 10).front().outer);
    town.add_house(shape, 6);
    const auto area = visible_area({0, 0}, town.obstacles());
    EXPECT_NEAR(area.distance_m[0], 10.0, 1e-12);
    EXPECT_NEAR(area.distance_m[90], 10.0, 1e-12);
    EXPECT_NEAR(area.facade_m, 80.0, 0.7);  // half a footprint of 0.35 m lost at each end of a wall
    EXPECT_NEAR(area.area_m2, 400.0, 1.0);
}

TEST(VisibleArea, equals_every_edge_against_every_ray) {
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        const Town town = random_town(seed, seed % 2 == 0 ? Grain::whole_metres : Grain::any);
        const auto obstacles = town.obstacles({.season = seed % 3 == 0 ? Season::bare : Season::leafed});
        const SightOptions options{.reach = Meters{60}, .ray = Degrees{seed % 5 == 0 ? 2.5 : 3.0}};
        expect_as_plain(random_place(seed, seed % 2 == 0 ? Grain::whole_metres : Grain::any), obstacles, options, seed);
    }
}

TEST(VisibleArea, facades_are_seen_to_the_centimetre_with_fine_rays_and_to_a_footprint_with_coarse_ones) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        Town town;
        const double x = 6 + 15 * random_uniform({seed, 9, 0}, 0), y = 8 * random_uniform({seed, 9, 0}, 1) - 4;
        town.add_house(box_shape(x, y - 4, x + 3, y + 4), 6);
        const auto coarse = visible_area({0, 0}, town.obstacles(), {.ray = Degrees{1}}).facade_m;
        const auto fine = visible_area({0, 0}, town.obstacles(), {.ray = Degrees{0.01}}).facade_m;
        EXPECT_NEAR(coarse, fine, 4 * 1.5 * 25 * std::numbers::pi / 180) << seed;
        if (std::abs(y) < 4) {
            EXPECT_NEAR(fine, 8.0, 0.02) << seed;
        }
    }
}

TEST(VisibleArea, its_outline_has_its_area) {
    const Town town = random_town(3, Grain::any);
    const auto seen = visible_area(random_place(3, Grain::any), town.obstacles(), {.ray = Degrees{0.25}});
    EXPECT_NEAR(area(outline_of({0, 0}, seen)), seen.area_m2, 0.02 * seen.area_m2);
}

TEST(VisibleArea, refuses_angles_that_do_not_go_round) {
    const Obstacles none(nullptr, nullptr);
    EXPECT_THROW((void)visible_area({0, 0}, none, {.ray = Degrees{0.7}}), Error);
    EXPECT_THROW((void)visible_area({0, 0}, none, {.ray = Degrees{0}}), Error);
    EXPECT_THROW((void)visible_area({0, 0}, none, {.reach = Meters{0}}), Error);
    EXPECT_THROW((void)visible_area({0, 0}, none, {.seen_through = 1.0}), Error);
}

TEST(RayFan, finds_the_ray_before_any_direction_as_angles_do) {
    for (const double angle : {1.0, 0.5, 3.0, 22.5, 45.0}) {
        const RayFan fan(Degrees{angle});
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            const double turn = 2 * std::numbers::pi * random_uniform({7, 7, i}, 0);
            const double x = 50 * std::cos(turn), y = 50 * std::sin(turn);
            EXPECT_EQ(fan.before(x, y), static_cast<int>(turn / fan.angle()));
        }
        EXPECT_EQ(fan.before(3, 0), 0);
        EXPECT_EQ(fan.before(0, 3) * 4, fan.count());
        EXPECT_EQ(fan.before(-3, 0) * 2, fan.count());
        EXPECT_EQ(fan.before(0, -3) * 4, 3 * fan.count());
        EXPECT_EQ(fan.before(3, -1e-18), fan.count() - 1);
    }
}
