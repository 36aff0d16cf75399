// Sight along all paths of the big town, and again after one shrub is cleared.
#include <algorithm>
#include <cmath>

#include "conditions/path_network.hpp"
#include "conditions/sight.hpp"
#include "conditions/sight_rays.hpp"
#include "core/parallel.hpp"
#include "inputs.hpp"
#include "machine.hpp"
#include "plain_sight.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

using conditions::Obstacles;
using conditions::PathSight;

/// The shrub that reaches most samples of those looked at: nobody drags an easier one.
std::uint32_t busiest_shrub(const Obstacles& obstacles, const PathSight& sight, const layers::VegetationLayer& plants) {
    std::uint32_t busiest = 0;
    double most = -1.0;
    for (const auto& plant : sight.plants) {
        if (plants.plants[plant.plant].kind != "shrub" || plant.hides_m <= most) continue;
        most = plant.hides_m;
        busiest = static_cast<std::uint32_t>(obstacles.obstacle_of(conditions::ObstacleKind::plant, plant.plant));
    }
    return busiest;
}

/// Rays that all threads can give a second when each meets only the edge it ends at: one value of 1/distance, one
/// comparison, written along rays that stay in the cache.
double ray_values_per_second() {
    constexpr std::size_t blocks = 64, rounds = 4'000;
    const conditions::RayFan fan(Degrees{1.0});
    std::vector<double> sums(blocks);
    const double seconds = seconds_of(3, [&] {
        parallel_blocks(blocks, 1, [&](std::size_t first, std::size_t last) {
            std::vector<double> nearest(static_cast<std::size_t>(fan.count()), 0.01);
            for (std::size_t block = first; block < last; ++block) {
                for (std::size_t round = 0; round < rounds; ++round) {
                    const double a = 1e-6 * static_cast<double>(round), b = 1e-7 * static_cast<double>(block);
                    for (int ray = 0; ray < fan.count(); ++ray) {
                        auto& here = nearest[static_cast<std::size_t>(ray)];
                        here = std::max(here, a * fan.x(ray) + b * fan.y(ray));
                    }
                }
                sums[block] = nearest[7];
            }
        });
    });
    keep(sums.front());
    return static_cast<double>(blocks * rounds) * fan.count() / seconds;
}

}  // namespace

Rows sight_rows(const Workshop&) {
    const auto& town = big_town();
    Obstacles obstacles(&*town.buildings, &*town.vegetation);
    const conditions::PathNetwork network(*town.streets);
    const conditions::SightInput input{.streets = *town.streets,
                                       .obstacles = obstacles,
                                       .vegetation = &*town.vegetation,
                                       .entrances = {},
                                       .network = &network};
    PathSight sight;
    const double whole = seconds_of(2, [&] { sight = conditions::sight_along(input); });
    const auto samples = static_cast<double>(sight.samples.size());
    std::vector<Point> some;
    for (std::size_t i = 0; i < sight.samples.size(); i += 20'000) some.push_back(sight.samples[i].position);
    const double plain = seconds_of(1, [&] { keep(plain_sight(some, obstacles)); });
    const std::uint32_t shrub = busiest_shrub(obstacles, sight, *town.vegetation);
    bool cleared = false;
    const double update = seconds_of(10, [&] {
        cleared = !cleared;
        conditions::update_sight(sight, input, obstacles.set_cleared(shrub, cleared));
    });
    return {{.stage = "sight along paths",
             .size = "1,000 km, 200,000 samples, 60,000 buildings, 200,000 plants",
             .value = whole,
             .plain = Compared{plain * samples / static_cast<double>(some.size()),
                               "every edge against every ray, no walk along the paths, one thread (a sample of places, "
                               "scaled up)"},
             .limit = Compared{samples * 360 / ray_values_per_second(),
                               "each ray's distance computed once from the edge it ends at, all threads"},
             .target = 20.0},
            {.stage = "one shrub cleared",
             .size = "sight of the same town, what it reaches",
             .value = update,
             .plain = Compared{whole, "all of it again"},
             .target = 0.02}};
}

}  // namespace lykta::bench
