// Random towns to hold fast methods against slow ones.
#pragma once
#include <cmath>
#include <numbers>

#include "conditions/obstacles.hpp"
#include "core/random.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions::testing {

inline MultiPolygon box_shape(double x0, double y0, double x1, double y1) {
    return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, {}}};
}

struct Town {
    layers::BuildingLayer buildings;
    layers::VegetationLayer vegetation;

    void add_house(const MultiPolygon& shape, double height) {
        buildings.buildings.push_back({});
        buildings.buildings.back().footprint = shape;
        buildings.buildings.back().height = Meters{height};
    }
    void add_plant(const MultiPolygon& shape, double height, double crown_base = 0.0) {
        vegetation.plants.push_back({});
        vegetation.plants.back().outline = shape;
        vegetation.plants.back().height = Meters{height};
        vegetation.plants.back().crown_base = Meters{crown_base};
    }
    [[nodiscard]] Obstacles obstacles(const ObstacleOptions& options = {}) const {
        return Obstacles(&buildings, &vegetation, options);
    }
};

/// whole_metres: corners and places on whole metres, so that rays run through corners and along walls.
enum class Grain { any, whole_metres };

inline double grained(double value, Grain grain) {
    return grain == Grain::whole_metres ? std::round(value) : value;
}

/// Somewhere within 50 m of the middle.
inline Point random_place(std::uint32_t seed, Grain grain, std::uint64_t item = 0) {
    return {grained(100 * random_uniform({seed, 11, item}, 0) - 50, grain),
            grained(100 * random_uniform({seed, 11, item}, 1) - 50, grain)};
}

/// A box, or a star of up to nine corners, which may be far from convex.
inline MultiPolygon random_shape(std::uint32_t seed, std::uint64_t item, Grain grain) {
    const auto random = [&](std::uint32_t draw) { return random_uniform({seed, 12, item}, draw); };
    const double x = 140 * random(0) - 70, y = 140 * random(1) - 70, size = 2 + 12 * random(2);
    if (random(3) < 0.5) {
        return box_shape(grained(x, grain), grained(y, grain), grained(x + 1 + size, grain),
                         grained(y + 1 + size * random(4), grain));
    }
    Ring ring;
    const auto corners = static_cast<std::uint32_t>(4 + 6 * random(5));
    for (std::uint32_t k = 0; k < corners; ++k) {
        const double turn = 2 * std::numbers::pi * k / corners, away = size * (0.3 + 0.7 * random(20 + k)) + 1.5;
        ring.push_back({grained(x + away * std::cos(turn), grain), grained(y + away * std::sin(turn), grain)});
    }
    ring.push_back(ring.front());
    return {{ring, {}}};
}

inline Town random_town(std::uint32_t seed, Grain grain, std::uint64_t obstacles = 24) {
    Town town;
    for (std::uint64_t i = 0; i < obstacles; ++i) {
        const double kind = random_uniform({seed, 13, i}, 0), height = 6 * random_uniform({seed, 13, i}, 1);
        const MultiPolygon shape = random_shape(seed, i, grain);
        if (kind < 0.4)
            town.add_house(shape, height + 0.1);
        else
            town.add_plant(shape, height + 0.1, kind < 0.6 ? 3 * random_uniform({seed, 13, i}, 2) : 0.0);
    }
    return town;
}

}  // namespace lykta::conditions::testing
