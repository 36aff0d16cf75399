// Light changed piece by piece against light computed afresh, bit by bit.
#include "conditions/light_scene.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "small_town.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

const GridFrame frame{{-3.13, -2.29}, 2_m, 84, 83};

bool same_bits(const Grid<double>& a, const Grid<double>& b) {
    return a.values.size() == b.values.size() &&
           std::memcmp(a.values.data(), b.values.data(), a.values.size() * sizeof(double)) == 0;
}

}  // namespace

TEST(LightScene, equals_a_fresh_grid_after_every_change) {
    const SmallTown town(31);
    Obstacles obstacles(&town.buildings, &town.vegetation);
    const LightOptions options{.cutoff = 0.02_lx, .obstacles = &obstacles};
    LightScene scene(frame, town.lamps, &obstacles, options);
    for (std::uint64_t i = 0; i < 60; ++i) {
        const auto lamp = random_below({31, 9, i}, 0, static_cast<std::uint32_t>(scene.luminaires().size()));
        Luminaire changed = scene.luminaires()[lamp];
        if (i % 4 == 0) {
            changed.position = town.anywhere(9, i);
            changed.lit = true;
            scene.set_lamp(lamp, changed);
        } else if (i % 4 == 1) {
            changed.lit = !changed.lit;
            scene.set_lamp(lamp, changed);
        } else if (i % 4 == 2) {
            const auto plant = static_cast<std::uint32_t>(
                obstacles.obstacle_of(ObstacleKind::plant, static_cast<std::uint32_t>(i % 40)));
            scene.set_cleared(plant, !obstacles.is_cleared(plant));
        } else {
            scene.add_lamp({.position = town.anywhere(8, i), .height = 6_m});
        }
        ASSERT_TRUE(same_bits(scene.lux(), illuminance_grid(frame, scene.luminaires(), options))) << i;
    }
}

TEST(LightScene, only_the_box_it_names_has_changed) {
    const SmallTown town(32);
    Obstacles obstacles(&town.buildings, &town.vegetation);
    LightScene scene(frame, town.lamps, &obstacles, {.cutoff = 0.1_lx});
    const Grid<double> before = scene.lux();
    Luminaire moved = town.lamps[1];
    moved.position.x += 5.0;
    const Box box = scene.set_lamp(1, moved);
    int changed = 0;
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const double a = before.at(column, row), b = scene.lux().at(column, row);
            if (a == b || std::isnan(a)) continue;
            ++changed;
            EXPECT_TRUE(box.contains(frame.centre(column, row)));
        }
    EXPECT_GT(changed, 10);
}

TEST(LightScene, without_obstacles_works_too) {
    LightScene scene(frame, {}, nullptr);
    EXPECT_EQ(scene.lux().values[0], 0.0);
    const Luminaire lamp{.position = {50, 50}};
    EXPECT_TRUE(scene.add_lamp(lamp).contains({50, 50}));
    EXPECT_TRUE(same_bits(scene.lux(), illuminance_grid(frame, std::span(&lamp, 1))));
    Luminaire out = lamp;
    out.lit = false;
    scene.set_lamp(0, out);
    for (const double lux : scene.lux().values) EXPECT_EQ(lux, 0.0);
    EXPECT_TRUE(scene.set_lamp(0, out).empty());
}
