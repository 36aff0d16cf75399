// A few hectares of houses, crowns and lamps from one seed, crooked enough that nothing lines up by chance.
#pragma once
#include <cmath>
#include <numbers>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/obstacles.hpp"
#include "core/random.hpp"

namespace lykta::conditions {

inline Ring closed(Ring ring) {
    ring.push_back(ring.front());
    return ring;
}

inline Ring rectangle(double x0, double y0, double x1, double y1) {
    return closed({{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}});
}

inline layers::Building house(const Ring& outline, double height) {
    return {.footprint = {{.outer = outline, .holes = {}}}, .height = {height}};
}

inline layers::Plant crown(const Ring& outline, double base, double top) {
    return {.outline = {{.outer = outline, .holes = {}}}, .height = {top}, .crown_base = {base}};
}

inline Ring round_outline(Point middle, double radius, int corners) {
    Ring ring;
    for (int k = 0; k < corners; ++k) {
        const double turn = 2 * std::numbers::pi * k / corners;
        ring.push_back({middle.x + radius * std::cos(turn), middle.y + radius * std::sin(turn)});
    }
    return closed(ring);
}

struct SmallTown {
    static constexpr double side_m = 160.0;
    layers::BuildingLayer buildings;
    layers::VegetationLayer vegetation;
    std::vector<Luminaire> lamps;
    std::uint32_t seed;
    [[nodiscard]] double uniform(std::uint32_t stream, std::uint64_t item, std::uint32_t draw) const {
        return random_uniform({seed, stream, item}, draw);
    }
    [[nodiscard]] Point anywhere(std::uint32_t stream, std::uint64_t item) const {
        return {side_m * uniform(stream, item, 0), side_m * uniform(stream, item, 1)};
    }

    explicit SmallTown(std::uint32_t town_seed) : seed(town_seed) {
        for (std::uint64_t i = 0; i < 14; ++i) add_house(i);
        for (std::uint64_t i = 0; i < 40; ++i) add_crown(i);
        for (std::uint64_t i = 0; i < 25; ++i) {
            Luminaire lamp{.position = anywhere(3, i)};
            lamp.height = {3.0 + 7.0 * uniform(3, i, 2)};
            lamp.flux = {1'000.0 + 5'000.0 * uniform(3, i, 3)};
            lamp.lit = i % 8 != 0;
            lamps.push_back(lamp);
        }
    }

private:
    /// A turned L, some with a yard; heights below and above the lamps.
    void add_house(std::uint64_t i) {
        const Point here = anywhere(1, i);
        const double turn = 6.3 * uniform(1, i, 2), w = 8 + 14 * uniform(1, i, 3), d = 7 + 10 * uniform(1, i, 4);
        const auto at = [&](double u, double v) {
            return Point{here.x + u * w * std::cos(turn) - v * d * std::sin(turn),
                         here.y + u * w * std::sin(turn) + v * d * std::cos(turn)};
        };
        Polygon outline{closed({at(0, 0), at(1, 0), at(1, 0.6), at(0.5, 0.6), at(0.5, 1), at(0, 1)}), {}};
        if (i % 3 == 0) outline.holes = {closed({at(0.1, 0.1), at(0.4, 0.1), at(0.4, 0.5), at(0.1, 0.5)})};
        if (i % 2 == 0) outline.outer = Ring(outline.outer.rbegin(), outline.outer.rend());
        buildings.buildings.push_back({.footprint = {outline}, .height = {2.0 + 9.0 * uniform(1, i, 5)}});
    }
    /// Trees on trunks, shrubs from the ground, and stars that a line enters more than once.
    void add_crown(std::uint64_t i) {
        const double radius = 1.0 + 4.0 * uniform(2, i, 2), base = i % 3 == 0 ? 0.0 : 3.0 * uniform(2, i, 3);
        Ring outline = round_outline(anywhere(2, i), radius, 12);
        const Point middle{(outline[0].x + outline[6].x) / 2, (outline[0].y + outline[6].y) / 2};
        for (std::size_t k = 1; i % 4 == 0 && k + 1 < outline.size(); k += 2)
            outline[k] = {(outline[k].x + middle.x) / 2, (outline[k].y + middle.y) / 2};
        vegetation.plants.push_back(crown(outline, base, base + 0.5 + 6.0 * uniform(2, i, 4)));
    }
};

}  // namespace lykta::conditions
