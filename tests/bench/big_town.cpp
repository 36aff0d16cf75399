// A town of 10 km × 10 km to measure light and sight on: 2,500 blocks of about 200 m between crooked streets, each with
// 24 houses along its sides, 80 plants and 16 lamps on the streets round it.
#include <array>
#include <cmath>
#include <numbers>

#include "conditions/stretches.hpp"
#include "core/random.hpp"
#include "inputs.hpp"

namespace lykta::bench {

namespace {

constexpr std::uint32_t seed = 20240608;
constexpr Point origin{669'000, 6'575'000};
constexpr int blocks = 50, houses_a_side = 6, plants_a_block = 80;
constexpr double block_m = 200.0, side_m = blocks * block_m, crooked_m = 25.0;
constexpr std::size_t lamp_count = 40'000;
enum Stream : std::uint32_t { corners, houses, plants, lamps, streets };

double uniform(Stream stream, std::uint64_t item, std::uint32_t draw) {
    return random_uniform({seed, stream, item}, draw);
}

double between(double low, double high, double share) {
    return low + (high - low) * share;
}

/// Corner of the blocks, moved a little from the lattice.
Point corner(int column, int row) {
    const auto item = static_cast<std::uint64_t>(row * (blocks + 1) + column);
    return {origin.x + column * block_m + crooked_m * (uniform(corners, item, 0) - 0.5),
            origin.y + row * block_m + crooked_m * (uniform(corners, item, 1) - 0.5)};
}

/// From metres within a block (0…200 both ways) to the plane, stretched between its four corners.
class Block {
public:
    Block(int column, int row)
        : m_corners{corner(column, row), corner(column + 1, row), corner(column, row + 1),
                    corner(column + 1, row + 1)} {}
    [[nodiscard]] Point at(double u, double v) const {
        const double a = u / block_m, b = v / block_m;
        const std::array<double, 4> share{(1 - a) * (1 - b), a * (1 - b), (1 - a) * b, a * b};
        Point p;
        for (std::size_t k = 0; k < 4; ++k) {
            p.x += share[k] * m_corners[k].x;
            p.y += share[k] * m_corners[k].y;
        }
        return p;
    }
    /// The same with u along one of the four sides and v inward from it.
    [[nodiscard]] Point from_side(int side, double u, double v) const {
        switch (side) {
            case 0:
                return at(u, v);
            case 1:
                return at(block_m - v, u);
            case 2:
                return at(block_m - u, block_m - v);
            default:
                return at(v, block_m - u);
        }
    }

private:
    std::array<Point, 4> m_corners;
};

Ring closed(Ring ring) {
    ring.push_back(ring.front());
    return ring;
}

/// One in four is an L, one in eight has a yard. Higher towards the middle of the town.
layers::Building house(const Block& block, int side, int lot, std::uint64_t item) {
    const double width = between(10, 22, uniform(houses, item, 0)), depth = between(8, 16, uniform(houses, item, 1));
    const double u = 24 + 26.0 * lot + (26 - width) * uniform(houses, item, 2);
    const double v = between(5, 14, uniform(houses, item, 3));
    const auto at = [&](double a, double b) { return block.from_side(side, u + a * width, v + b * depth); };
    const double shape = uniform(houses, item, 4);
    Polygon footprint{.outer = closed({at(0, 0), at(1, 0), at(1, 1), at(0, 1)}), .holes = {}};
    if (shape < 0.25)
        footprint.outer = closed({at(0, 0), at(1, 0), at(1, 0.5), at(0.4, 0.5), at(0.4, 1), at(0, 1)});
    else if (shape < 0.375)
        footprint.holes = {closed({at(0.3, 0.3), at(0.3, 0.7), at(0.7, 0.7), at(0.7, 0.3)})};
    const Point here = at(0.5, 0.5);
    const double out = std::hypot(here.x - origin.x - side_m / 2, here.y - origin.y - side_m / 2) / side_m;
    const double height = between(3.5, 4 + 22 * std::exp(-9 * out * out), uniform(houses, item, 5));
    return {.id = std::to_string(item), .footprint = {footprint}, .height = {height}};
}

Ring circle(Point middle, double radius, int count) {
    Ring ring;
    for (int k = 0; k < count; ++k) {
        const double turn = 2 * std::numbers::pi * k / count;
        ring.push_back({middle.x + radius * std::cos(turn), middle.y + radius * std::sin(turn)});
    }
    return closed(ring);
}

/// Of ten plants four are trees, two of them along the street; four shrubs, two hedges.
layers::Plant plant(const Block& block, std::uint64_t item) {
    const int side = static_cast<int>(4 * uniform(plants, item, 0));
    const double kind = uniform(plants, item, 1), u = between(8, 192, uniform(plants, item, 2));
    const double size = uniform(plants, item, 3), inward = uniform(plants, item, 4);
    layers::Plant found{.id = std::to_string(item)};
    Ring outline;
    if (kind < 0.4) {
        found.kind = "tree";
        outline =
            circle(block.from_side(side, u, kind < 0.2 ? 4.5 : between(4, 90, inward)), between(1.5, 5, size), 16);
        found.height = {between(4, 16, size)};
        found.crown_base = {between(1.8, 3, size)};
    } else if (kind < 0.8) {
        found.kind = "shrub";
        outline = circle(block.from_side(side, u, between(2, 60, inward)), between(0.6, 2, size), 12);
        found.height = {between(0.6, 2.6, uniform(plants, item, 5))};
    } else {
        found.kind = "hedge";
        const double v = between(2, 20, inward), end = std::min(198.0, u + between(4, 20, size));
        outline = closed({block.from_side(side, u, v), block.from_side(side, end, v), block.from_side(side, end, v + 1),
                          block.from_side(side, u, v + 1)});
        found.height = {between(0.8, 2.2, uniform(plants, item, 5))};
        found.evergreen = uniform(plants, item, 6) < 0.3;
    }
    found.outline = {{.outer = outline, .holes = {}}};
    return found;
}

/// One street between each pair of neighbouring corners, with a bend; one in four is a footpath.
layers::Street street(Point a, Point b, std::uint64_t item) {
    const double across = 6.0 * (uniform(streets, item, 0) - 0.5), way = distance(a, b);
    const Point bend{(a.x + b.x) / 2 - across * (b.y - a.y) / way, (a.y + b.y) / 2 + across * (b.x - a.x) / way};
    return {.id = std::to_string(item), .line = {a, bend, b}, .footpath = uniform(streets, item, 1) < 0.25};
}

layers::StreetLayer make_streets() {
    layers::StreetLayer layer;
    for (int row = 0; row < blocks; ++row)
        for (int column = 0; column < blocks; ++column) {
            const Point here = corner(column, row);
            layer.streets.push_back(street(here, corner(column + 1, row), layer.streets.size()));
            layer.streets.push_back(street(here, corner(column, row + 1), layer.streets.size()));
        }
    return layer;
}

/// Evenly along all streets, eight to each, beside them.
layers::LampLayer make_lamps(const layers::StreetLayer& all) {
    layers::LampLayer layer;
    const std::size_t each = lamp_count / all.streets.size();
    for (const auto& street : all.streets) {
        const auto stretches =
            conditions::cut_into_stretches(street.line, Meters{length(street.line) / static_cast<double>(each)});
        for (const auto& stretch : stretches) {
            const std::uint64_t item = layer.lamps.size();
            const Point a = stretch.line.front(), b = stretch.line.back();
            const double way = distance(a, b), t = between(0.2, 0.8, uniform(lamps, item, 0)),
                         beside = street.footpath ? 2.0 : 3.5;
            layers::Lamp lamp{.id = std::to_string(item)};
            lamp.position = {a.x + t * (b.x - a.x) - beside * (b.y - a.y) / way,
                             a.y + t * (b.y - a.y) + beside * (b.x - a.x) / way};
            lamp.height = Meters{street.footpath ? 5.0 : uniform(lamps, item, 1) < 0.7 ? 8.0 : 10.0};
            lamp.flux = Lumens{street.footpath ? between(1'500, 3'000, uniform(lamps, item, 2))
                                               : between(3'000, 8'000, uniform(lamps, item, 2))};
            if (uniform(lamps, item, 3) < 0.02) lamp.state = layers::LampState::out;
            layer.lamps.push_back(lamp);
        }
    }
    return layer;
}

layers::CityLayers make_town() {
    layers::CityLayers town;
    town.buildings.emplace();
    town.vegetation.emplace();
    for (int row = 0; row < blocks; ++row)
        for (int column = 0; column < blocks; ++column) {
            const Block block(column, row);
            auto& all = town.buildings->buildings;
            for (int side = 0; side < 4; ++side)
                for (int lot = 0; lot < houses_a_side; ++lot) all.push_back(house(block, side, lot, all.size()));
            auto& green = town.vegetation->plants;
            for (int k = 0; k < plants_a_block; ++k) green.push_back(plant(block, green.size()));
        }
    town.streets = make_streets();
    town.lighting = make_lamps(*town.streets);
    const double far = side_m + crooked_m;
    town.window.shape = {{.outer = closed({{origin.x - crooked_m, origin.y - crooked_m},
                                           {origin.x + far, origin.y - crooked_m},
                                           {origin.x + far, origin.y + far},
                                           {origin.x - crooked_m, origin.y + far}}),
                          .holes = {}}};
    return town;
}

}  // namespace

const layers::CityLayers& big_town() {
    static const layers::CityLayers town = make_town();
    return town;
}

GridFrame big_town_frame(Meters cell_size) {
    const int cells = static_cast<int>(std::round(side_m / cell_size.value));
    return {origin, cell_size, cells, cells};
}

}  // namespace lykta::bench
