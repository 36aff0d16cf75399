// A drawn world (tests/worlds) as the layers the conditions take.
#pragma once
#include <filesystem>

#include "conditions/obstacles.hpp"
#include "layers/layers.hpp"
#include "worlds/world.hpp"

namespace lykta::conditions::testing {

/// The square round a place, `half` metres to each side.
inline MultiPolygon square(Point p, double half) {
    return {{{{p.x - half, p.y - half},
              {p.x + half, p.y - half},
              {p.x + half, p.y + half},
              {p.x - half, p.y + half},
              {p.x - half, p.y - half}},
             {}}};
}

/// `#`: house of 10 × 10 m, 6 m high; `s`: shrub of 10 × 10 m, 2 m high. Lines: street, path or tunnel.
struct DrawnTown {
    layers::StreetLayer streets;
    layers::BuildingLayer buildings;
    layers::VegetationLayer vegetation;
    worlds::World world;

    explicit DrawnTown(const std::string& name)
        : world(worlds::read_world(std::filesystem::path(LYKTA_ROOT) / "tests/worlds" / (name + ".txt"))) {
        for (const Point p : world.signs['#']) {
            layers::Building house;
            house.footprint = square(p, 5);
            house.height = Meters{6};
            buildings.buildings.push_back(house);
        }
        for (const Point p : world.signs['s']) {
            layers::Plant shrub;
            shrub.outline = square(p, 5);
            shrub.height = Meters{2};
            vegetation.plants.push_back(shrub);
        }
        for (const auto& words : world.lines) {
            layers::Street street;
            street.name = words[1];
            street.footpath = words[0] != "street";
            street.tunnel = words[0] == "tunnel";
            for (std::size_t i = 2; i < words.size(); ++i) street.line.push_back(at(words[i][0]));
            streets.streets.push_back(street);
        }
    }
    [[nodiscard]] Point at(char sign) const { return world.signs.at(sign).front(); }
    [[nodiscard]] Obstacles obstacles(const ObstacleOptions& options = {}) const {
        return Obstacles(&buildings, &vegetation, options);
    }
};

}  // namespace lykta::conditions::testing
