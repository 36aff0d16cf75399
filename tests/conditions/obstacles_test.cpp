// What stands in the way: walls and crowns by hand, then small steps along the line as the slow twin.
#include "conditions/obstacles.hpp"

#include <gtest/gtest.h>

#include <set>

#include "small_town.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

constexpr double taken = 0.44;  // per metre of a tree in leaf

layers::BuildingLayer houses(std::initializer_list<layers::Building> all) {
    return {.buildings = all, .reports = {}};
}
layers::VegetationLayer plants(std::initializer_list<layers::Plant> all) {
    return {.plants = all, .reports = {}};
}

/// The definition, step by step: crowns by the metres inside them, houses by whether a step lies in them.
struct Steps {
    double depth = 0.0, steepest = 0.0;
    int in_houses = 0;
};
Steps steps_along(const SmallTown& town, const Obstacles& obstacles, Obstacles::End from, Obstacles::End to) {
    constexpr int count = 4000;
    Steps found;
    const double way = std::hypot(distance(from.point, to.point), to.z_m - from.z_m) / count;
    for (const Obstacle& o : obstacles.all()) {
        const bool is_house = o.kind == ObstacleKind::building;
        const MultiPolygon& outline =
            is_house ? town.buildings.buildings[o.index].footprint : town.vegetation.plants[o.index].outline;
        if (contains(outline, to.point) || (is_house && contains(outline, from.point))) continue;
        for (int k = 0; k < count; ++k) {
            const double t = (k + 0.5) / count, z = from.z_m + t * (to.z_m - from.z_m);
            const Point p{from.point.x + t * (to.point.x - from.point.x),
                          from.point.y + t * (to.point.y - from.point.y)};
            if (z <= o.base_m || z >= o.top_m || !o.box.contains(p) || !contains(outline, p)) continue;
            if (is_house)
                ++found.in_houses;
            else
                found.depth += o.extinction_per_m * way;
        }
        if (!is_house) found.steepest += 8 * o.extinction_per_m * way;
    }
    return found;
}

}  // namespace

TEST(Obstacles, a_wall_of_5_m_stops_light_that_passes_it_lower) {
    const auto layer = houses({house(rectangle(10, -5, 11, 5), 5)});
    const Obstacles wall(&layer, nullptr);
    // From the ground at x = 0 to 10 m height at x = 20: 5 m up at x = 10, where the wall begins.
    EXPECT_EQ(wall.transmittance({{0, 0}, 0.0}, {{20, 0}, 9.9}), 0.0);
    EXPECT_EQ(wall.transmittance({{0, 0}, 0.0}, {{20, 0}, 10.1}), 1.0);
    EXPECT_EQ(wall.transmittance({{0, 5.1}, 0.0}, {{20, 5.1}, 4.0}), 1.0);
}

TEST(Obstacles, a_house_without_height_has_the_default_one) {
    const auto layer = houses({house(rectangle(10, -5, 11, 5), 0)});
    const Obstacles wall(&layer, nullptr, {.default_building_height = 7_m});
    EXPECT_EQ(wall.all().at(0).top_m, 7.0);
}

TEST(Obstacles, a_crown_takes_by_the_metres_of_way_through_it) {
    const auto layer = plants({crown(rectangle(10, -2, 14, 2), 2, 8)});
    const Obstacles tree(nullptr, &layer);
    EXPECT_NEAR(tree.transmittance({{0, 0}, 5.0}, {{20, 0}, 5.0}), std::exp(-taken * 4), 1e-12);
    EXPECT_EQ(tree.transmittance({{0, 0}, 1.5}, {{20, 0}, 1.5}), 1.0);  // below the crown
    // Up to 6 m at x = 24: enters at 2.5 m, leaves at 3.5 m up, all of it crown.
    EXPECT_NEAR(tree.transmittance({{0, 0}, 0.0}, {{24, 0}, 6.0}), std::exp(-taken * 4 * std::hypot(24, 6) / 24),
                1e-12);
    // Up to 4 m at x = 24: at 2 m, the crown's base, half way at x = 12: two metres of crown are left.
    EXPECT_NEAR(tree.transmittance({{0, 0}, 0.0}, {{24, 0}, 4.0}), std::exp(-taken * 2 * std::hypot(24, 4) / 24),
                1e-12);
}

TEST(Obstacles, a_block_known_by_its_share_of_crown_is_there_but_takes_nothing) {
    auto block = crown(rectangle(5, -50, 60, 50), 0, 8);
    block.canopy_share = 0.3;
    const auto layer = plants({block});
    const Obstacles blocks(nullptr, &layer);
    EXPECT_EQ(blocks.all().size(), 1U);
    EXPECT_EQ(blocks.transmittance({{0, 0}, 0.0}, {{80, 0}, 8.0}), 1.0);
}

TEST(Obstacles, a_lamp_on_its_house_shines_and_a_passage_through_a_house_is_outdoors) {
    const auto layer = houses({house(rectangle(0, 0, 10, 10), 8)});
    const Obstacles one(&layer, nullptr);
    EXPECT_EQ(one.transmittance({{20, 5}, 0.0}, {{9, 5}, 4.0}), 1.0);   // inside the footprint
    EXPECT_EQ(one.transmittance({{-5, 5}, 0.0}, {{10, 5}, 4.0}), 1.0);  // digitised on the wall
    EXPECT_EQ(one.transmittance({{5, 5}, 0.0}, {{20, 5}, 4.0}), 1.0);   // the point is in a passage
    EXPECT_EQ(one.transmittance({{-5, 5}, 0.0}, {{11, 5}, 4.0}), 0.0);
    EXPECT_EQ(one.holding({10, 5}), std::vector<std::uint32_t>{0});
}

TEST(Obstacles, below_a_crown_one_stands_in_its_shade) {
    const auto layer = plants({crown(rectangle(0, -2, 4, 2), 2, 6)});
    const Obstacles tree(nullptr, &layer);
    // From (2, 0) to 8 m at x = 18: leaves the crown at x = 4, 1 m up, below its base.
    EXPECT_EQ(tree.transmittance({{2, 0}, 0.0}, {{18, 0}, 8.0}), 1.0);
    // To 8 m at x = 6: base at x = 3, out at x = 4.
    EXPECT_NEAR(tree.transmittance({{2, 0}, 0.0}, {{6, 0}, 8.0}), std::exp(-taken * std::hypot(1, 2)), 1e-12);
}

TEST(Obstacles, bare_trees_let_more_through_and_evergreens_do_not_change) {
    auto layer = plants({crown(rectangle(10, -2, 14, 2), 0, 8), crown(rectangle(10, 8, 14, 12), 0, 8)});
    layer.plants[1].evergreen = true;
    const Obstacles bare(nullptr, &layer, {.season = Season::bare});
    EXPECT_NEAR(bare.transmittance({{0, 0}, 4}, {{20, 0}, 4}), std::exp(-0.10 * 4), 1e-12);
    EXPECT_NEAR(bare.transmittance({{0, 10}, 4}, {{20, 10}, 4}), std::exp(-taken * 4), 1e-12);
}

TEST(Obstacles, a_yard_is_not_house) {
    auto layer = houses({house(rectangle(0, 0, 30, 30), 9)});
    layer.buildings[0].footprint[0].holes = {rectangle(5, 5, 25, 25)};
    const Obstacles one(&layer, nullptr);
    EXPECT_EQ(one.transmittance({{7, 7}, 0.0}, {{20, 20}, 4.0}), 1.0);
    EXPECT_EQ(one.transmittance({{7, 7}, 0.0}, {{40, 20}, 4.0}), 0.0);
    EXPECT_TRUE(one.holding({15, 15}).empty());
}

TEST(Obstacles, equal_small_steps_along_the_line) {
    const SmallTown town(11);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    int blocked = 0, shaded = 0, unlike = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        const Obstacles::End from{town.anywhere(4, i), i % 2 == 0 ? 0.0 : 1.5}, to{town.anywhere(5, i), 4.0};
        const Steps steps = steps_along(town, obstacles, from, to);
        const double through = obstacles.transmittance(from, to);
        if (through == 0.0 || steps.in_houses > 0) {
            ++blocked;
            unlike += (through == 0.0) != (steps.in_houses > 0) ? 1 : 0;
            continue;
        }
        shaded += through < 1.0 ? 1 : 0;
        EXPECT_NEAR(-std::log(through), steps.depth, std::min(steps.steepest, 0.15)) << i;
    }
    EXPECT_GT(blocked, 100);
    EXPECT_GT(shaded, 50);
    EXPECT_LE(unlike, 1);  // a corner cut by less than a step
}

TEST(Obstacles, the_two_halves_of_a_crown_take_what_the_whole_takes) {
    const Ring round = round_outline({10.3, 0.2}, 4, 24);
    Ring upper(round.begin(), round.begin() + 13), lower(round.begin() + 12, round.end());
    const auto whole_layer = plants({crown(round, 1, 7)});
    const auto halves_layer = plants({crown(closed(upper), 1, 7), crown(closed(lower), 1, 7)});
    const Obstacles whole(nullptr, &whole_layer), halves(nullptr, &halves_layer);
    for (std::uint64_t i = 0; i < 300; ++i) {
        const Obstacles::End from{{4.0 * random_uniform({5, 1, i}, 0), 12 * random_uniform({5, 1, i}, 1) - 6}, 0.0};
        const Obstacles::End to{{16 + 5 * random_uniform({5, 1, i}, 2), 12 * random_uniform({5, 1, i}, 3) - 6}, 6.0};
        EXPECT_NEAR(whole.transmittance(from, to), halves.transmittance(from, to), 1e-12);
    }
}

TEST(Obstacles, are_the_same_from_the_other_end_unless_an_end_is_inside_one) {
    const SmallTown town(12);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    int compared = 0;
    for (std::uint64_t i = 0; i < 600; ++i) {
        const Obstacles::End a{town.anywhere(4, i), 0.5}, b{town.anywhere(5, i), 5.0};
        if (!obstacles.holding(a.point).empty() || !obstacles.holding(b.point).empty()) continue;
        EXPECT_NEAR(obstacles.transmittance(a, b), obstacles.transmittance(b, a), 1e-9) << i;
        ++compared;
    }
    EXPECT_GT(compared, 200);
}

TEST(Obstacles, clearing_a_plant_never_darkens_and_putting_it_back_restores) {
    const SmallTown town(13);
    Obstacles obstacles(&town.buildings, &town.vegetation);
    for (std::uint64_t i = 0; i < 200; ++i) {
        const Obstacles::End a{town.anywhere(4, i), 0.0}, b{town.anywhere(5, i), 5.0};
        const double before = obstacles.transmittance(a, b);
        const auto plant =
            static_cast<std::uint32_t>(obstacles.obstacle_of(ObstacleKind::plant, static_cast<std::uint32_t>(i % 40)));
        (void)obstacles.set_cleared(plant, true);
        EXPECT_GE(obstacles.transmittance(a, b), before);
        (void)obstacles.set_cleared(plant, false);
        EXPECT_EQ(obstacles.transmittance(a, b), before);
    }
}

TEST(Obstacles, several_heights_at_once_equal_each_alone) {
    const SmallTown town(14);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    const std::array<double, 2> heights{0.0, 1.5};
    for (std::uint64_t i = 0; i < 300; ++i) {
        const Point from = town.anywhere(4, i);
        const Obstacles::End to{town.anywhere(5, i), 4.5};
        std::array<Obstacles::Through, 2> both;
        obstacles.through(from, heights, to, both);
        EXPECT_EQ(both[0].share(), obstacles.transmittance({from, 0.0}, to));
        EXPECT_EQ(both[1].share(), obstacles.transmittance({from, 1.5}, to));
    }
}

TEST(Obstacles, near_a_line_every_edge_that_meets_it_is_found) {
    const SmallTown town(15);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    const auto side = [](Point a, Point b, Point p) {
        return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0;
    };
    for (std::uint64_t i = 0; i < 200; ++i) {
        const Point a = town.anywhere(4, i), b = i % 5 == 0 ? Point{town.anywhere(5, i).x, a.y} : town.anywhere(5, i);
        std::set<const ObstacleEdge*> found;
        obstacles.near_line(a, b, [&](const ObstacleEdge& e) { EXPECT_TRUE(found.insert(&e).second); });
        for (const ObstacleEdge& e : obstacles.edges()) {
            const bool meets = side(a, b, e.a) != side(a, b, e.b) && side(e.a, e.b, a) != side(e.a, e.b, b);
            EXPECT_TRUE(!meets || found.contains(&e));
        }
    }
}
