// A town made from one seed to change lamps and plants in: crooked streets and paths, houses, hedges, trees, lamps of
// which some are out; with its light and sight as a study computes them.
#pragma once
#include <memory>

#include "../conditions/small_town.hpp"
#include "conditions/lighting_class.hpp"
#include "core/random.hpp"
#include "measures/world.hpp"

namespace lykta::measures::testing {

using conditions::closed;
using conditions::crown;
using conditions::house;
using conditions::rectangle;
using conditions::round_outline;

/// Layers with what a study makes of them. `look` after every change of the layers.
struct LampTown {
    layers::CityLayers city;
    std::vector<conditions::Luminaire> luminaires;
    std::unique_ptr<conditions::Obstacles> obstacles;
    std::unique_ptr<conditions::PathNetwork> network;
    std::vector<conditions::StretchLight> stretches;
    conditions::PathSight sight;
    conditions::StretchOptions stretch_options;

    void look() {
        look_for_light();
        look_for_sight();
    }
    void look_for_light() {
        network = std::make_unique<conditions::PathNetwork>(*city.streets);
        luminaires = conditions::luminaires_from(*city.lighting);
        obstacles = std::make_unique<conditions::Obstacles>(city.buildings ? &*city.buildings : nullptr,
                                                            city.vegetation ? &*city.vegetation : nullptr);
        stretches =
            conditions::light_along({.streets = *city.streets, .luminaires = luminaires, .lamps = &*city.lighting},
                                    stretch_options, {.obstacles = obstacles.get()})
                .stretches;
    }
    void look_for_sight() {
        sight = conditions::sight_along({.streets = *city.streets,
                                         .obstacles = *obstacles,
                                         .vegetation = city.vegetation ? &*city.vegetation : nullptr,
                                         .network = network.get()});
    }
    [[nodiscard]] World world() const {
        World world{.city = city};
        world.stretches = stretches;
        world.sight = &sight;
        world.network = network.get();
        world.luminaires = luminaires;
        world.light_obstacles = world.sight_obstacles = obstacles.get();
        world.stretch_options = stretch_options;
        return world;
    }
};

enum class Looked { light, light_and_sight };

/// 500 × 300 m: streets every 100 m, a crooked path through each block, one of them a tunnel.
struct RandomLampTown : LampTown {
    std::uint32_t seed;
    [[nodiscard]] double random(std::uint32_t stream, std::uint64_t item, std::uint32_t draw) const {
        return random_uniform({seed, stream, item}, draw);
    }
    [[nodiscard]] Point anywhere(std::uint32_t stream, std::uint64_t item) const {
        return {500 * random(stream, item, 0), 300 * random(stream, item, 1)};
    }
    explicit RandomLampTown(std::uint32_t town_seed, Looked looked = Looked::light_and_sight) : seed(town_seed) {
        city.lighting.emplace();
        city.streets.emplace();
        city.buildings.emplace();
        city.vegetation.emplace();
        add_streets();
        for (std::uint64_t i = 0; i < 60; ++i) add_house(i);
        for (std::uint64_t i = 0; i < 150; ++i) add_plant(i);
        for (std::uint64_t i = 0; i < 70; ++i) add_lamp(i);
        look_for_light();
        if (looked == Looked::light_and_sight) look_for_sight();
    }

private:
    void add_streets() {
        auto& streets = city.streets->streets;
        for (double x = 0; x <= 500; x += 100) streets.push_back({.line = {{x, 0}, {x + 3, 150}, {x, 300}}});
        for (double y = 0; y <= 300; y += 150) streets.push_back({.line = {{0, y}, {250, y + 2}, {500, y}}});
        for (std::uint64_t i = 0; i < 12; ++i) {
            layers::Street path{.line = {anywhere(1, i), anywhere(2, i), anywhere(3, i)}, .footpath = true};
            path.tunnel = i == 5;
            if (i % 3 == 0) path.lighting_class = "C5";
            streets.push_back(path);
        }
    }
    void add_house(std::uint64_t i) {
        const Point at = anywhere(4, i);
        city.buildings->buildings.push_back(
            house(rectangle(at.x, at.y, at.x + 6 + 10 * random(4, i, 2), at.y + 6 + 6 * random(4, i, 3)),
                  2 + 9 * random(4, i, 4)));
    }
    void add_plant(std::uint64_t i) {
        const Point at = anywhere(5, i);
        const bool is_hedge = i % 2 == 0;
        const Ring outline = is_hedge ? rectangle(at.x, at.y, at.x + 5 + 40 * random(5, i, 2), at.y + 1.5)
                                      : round_outline(at, 1 + 4 * random(5, i, 3), 12);
        const double base = is_hedge ? 0 : 2 * random(5, i, 4);
        city.vegetation->plants.push_back(crown(outline, base, base + 1 + 5 * random(5, i, 5)));
    }
    void add_lamp(std::uint64_t i) {
        layers::Lamp lamp{.position = anywhere(6, i), .height = {4 + 4 * random(6, i, 2)}};
        lamp.flux = {1000 + 4000 * random(6, i, 3)};
        lamp.light_sd = 0.1 + 0.2 * random(6, i, 4);
        lamp.state = i % 4 == 0 ? layers::LampState::out : layers::LampState::working;
        city.lighting->lamps.push_back(lamp);
    }
};

}  // namespace lykta::measures::testing
