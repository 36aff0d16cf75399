// Metres of path beside plants.
#include "conditions/vegetation_near.hpp"

#include <gtest/gtest.h>

#include "conditions/stretches.hpp"
#include "core/random.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

layers::Plant hedge(double x0, double y0, double x1, double y1, double height) {
    layers::Plant plant;
    plant.outline = {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}};
    plant.height = {height};
    return plant;
}

const std::vector<Polyline> path{{{0, 0}, {100, 0}}};

}  // namespace

TEST(VegetationAlong, a_hedge_of_30_m_beside_the_path_covers_its_length_and_a_little_more) {
    layers::VegetationLayer layer;
    layer.plants = {hedge(40, 3, 70, 4, 1.5)};
    const auto v = vegetation_along(path, layer);
    EXPECT_EQ(v.length_m[0], 100.0);
    EXPECT_NEAR(v.near_m[0], 38.0, 2.0);  // four metres more at each end lie within 5 m of a corner
}

TEST(VegetationAlong, low_plants_and_plants_far_away_do_not_count) {
    layers::VegetationLayer layer;
    layer.plants = {hedge(0, 1, 100, 2, 0.8), hedge(0, 5.1, 100, 9, 3.0)};
    EXPECT_EQ(vegetation_along(path, layer).near_m[0], 0.0);
}

TEST(VegetationAlong, a_path_inside_a_wood_is_all_beside_plants_and_counts_once) {
    layers::VegetationLayer layer;
    layer.plants = {hedge(-50, -50, 150, 50, 6.0), hedge(-50, -50, 150, 50, 6.0)};
    EXPECT_EQ(vegetation_along(path, layer).near_m[0], 100.0);
    for (auto& p : layer.plants) p.canopy_share = 0.25;
    EXPECT_DOUBLE_EQ(vegetation_along(path, layer).near_m[0], 25.0);
}

TEST(VegetationAlong, equals_the_test_of_every_plant_at_every_point) {
    layers::VegetationLayer layer;
    std::vector<Polyline> stretches;
    for (std::uint64_t i = 0; i < 150; ++i) {
        const double x = 500 * random_uniform({1, 1, i}, 0), y = 500 * random_uniform({1, 1, i}, 1);
        layer.plants.push_back(hedge(x, y, x + 8, y + 3, 0.5 + random_uniform({1, 1, i}, 2)));
        const double u = 500 * random_uniform({1, 2, i}, 0), v = 500 * random_uniform({1, 2, i}, 1);
        stretches.push_back({{u, v}, {u + 25, v + 10}});
    }
    const auto fast = vegetation_along(stretches, layer);
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        double near = 0.0, all = 0.0;
        for (const Point p : points_along(stretches[s], 2_m)) {
            bool hit = false;
            for (const auto& plant : layer.plants) {
                const auto& ring = plant.outline[0].outer;
                hit = hit ||
                      (plant.height.value > 0.8 && (nearest_on(ring, p).distance <= 5.0 || contains(plant.outline, p)));
            }
            near += hit ? 1.0 : 0.0;
            all += 1.0;
        }
        EXPECT_NEAR(fast.near_m[s], length(stretches[s]) * near / all, 1e-12);
    }
}

TEST(VegetationAlong, without_plants_nothing_is_near) {
    EXPECT_EQ(vegetation_along(path, {}).near_m[0], 0.0);
}
