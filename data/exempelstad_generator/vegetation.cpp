// Vegetation: per cell and park, points are drawn evenly in its box; one that falls inside and keeps its distance from
// streets, houses, water, rail, sites and planted places becomes a tree (octagon crown) or a shrub bed (six-sided).
// An octagon's corners are rational: (±1, ±√2−1) scaled, so no sine is needed.
#include "vegetation.hpp"

#include <algorithm>
#include <cmath>

#include "buildings.hpp"
#include "dice.hpp"
#include "planted.hpp"

namespace exempelstad {

namespace {

struct Garden {
    Town& town;
    HouseGrid houses;
    SegmentGrid network, rail, river;
};

Ring octagon(Point c, double radius) {
    const double a = radius, b = radius * (std::sqrt(2.0) - 1.0);
    Ring ring;
    for (const Point p : {Point{a, b}, Point{b, a}, Point{-b, a}, Point{-a, b}, Point{-a, -b}, Point{-b, -a},
                          Point{b, -a}, Point{a, -b}, Point{a, b}})
        ring.push_back(rounded(c + p));
    return ring;
}

Ring bed(const Slab& s) {
    const Point x = s.axis * s.half_length, y = left_of(s.axis) * s.half_width;
    Ring ring{s.centre - x - y * 0.5, s.centre - x * 0.7 - y,  s.centre + x * 0.8 - y, s.centre + x + y * 0.3,
              s.centre + x * 0.6 + y, s.centre - x * 0.75 + y, s.centre - x - y * 0.5};
    for (Point& p : ring) p = rounded(p);
    return ring;
}

bool may_grow(const Garden& g, Point p, double radius) {
    using enum Why;
    if (!inside(g.town.window, p) || g.network.distance(p, radius + 7) < radius + 6.5) return false;
    if (g.houses.distance(p, radius + 1) < radius + 0.8 || g.rail.distance(p, radius + 9) < radius + 8) return false;
    if (g.river.distance(p, radius + 17) < radius + 16 || inside(g.town.lake, p)) return false;
    if (to_planted(g.town, p, {dark, doors, none_physical}) < 80 || to_planted(g.town, p, {shrubs}) < 25) return false;
    return std::none_of(g.town.sites.begin(), g.town.sites.end(),
                        [&](const Site& s) { return clearance(s.ground, p, p) < radius; });
}

void plant_tree(Garden& g, Point p, Dice& dice) {
    constexpr const char* species[] = {"lind", "björk", "ek", "lönn", "tall", "rönn", "gran", "ask"};
    const double radius = dice.between(2.0, 4.6);
    const char* kind = species[dice.below(8)];
    if (!may_grow(g, p, radius)) return;
    g.town.plants.push_back({"träd", kind, std::round(dice.between(6, 18) * 10) / 10, octagon(p, radius)});
}

void plant_bed(Garden& g, Point p, Dice& dice) {
    constexpr const char* species[] = {"häckoxbär", "spirea", "liguster", "måbär", "syren", "hagtorn"};
    const Slab slab{p, unit({dice.between(-1, 1), dice.between(-1, 1)}), dice.between(2, 7), dice.between(0.8, 2.4)};
    const char* kind = species[dice.below(6)];
    if (!may_grow(g, p, slab.half_length)) return;
    g.town.plants.push_back({"buskage", kind, std::round(dice.between(0.6, 2.6) * 10) / 10, bed(slab)});
}

/// Trees and beds per hectare of a ring.
struct Cover {
    double trees, beds;
};

void plant_ring(Garden& g, const Ring& ring, Cover cover, std::uint64_t number) {
    lykta::Box box;
    for (const Point p : ring)
        box = {std::min(box.min_x, p.x), std::min(box.min_y, p.y), std::max(box.max_x, p.x), std::max(box.max_y, p.y)};
    const double hectares = box.width() * box.height() / 10'000;
    Dice trees(Use::trees, number), beds(Use::shrubs, number);
    for (int i = 0; i < static_cast<int>(hectares * cover.trees); ++i) {
        const Point p{trees.between(box.min_x, box.max_x), trees.between(box.min_y, box.max_y)};
        if (inside(ring, p)) plant_tree(g, p, trees);
    }
    for (int i = 0; i < static_cast<int>(hectares * cover.beds); ++i) {
        const Point p{beds.between(box.min_x, box.max_x), beds.between(box.min_y, box.max_y)};
        if (inside(ring, p)) plant_bed(g, p, beds);
    }
}

Cover cover_of(Fill fill) {
    switch (fill) {
        case Fill::centre:
            return {2.2, 0.9};
        case Fill::harbour:
            return {2, 1};
        case Fill::villas:
            return {4.6, 2.2};
        case Fill::estate:
            return {5, 3.6};
        case Fill::industry:
            return {1, 0.6};
        case Fill::none:
            return {3.2, 0.7};
    }
    return {0, 0};
}

/// Beds 6 m long in two rows along the path, inner edge 2.0–2.6 m from its middle, 1.6–2.9 m high.
void hide_path(Garden& g, const Planted& place, std::uint64_t number) {
    Dice dice(Use::shrubs, 10'000 + number);
    const double whole = length_of(place.stretch), middle = nearest(place.stretch, place.centre).along;
    for (double along = std::max(3.0, middle - 58); along < std::min(whole - 3, middle + 58); along += 5.6)
        for (const double side : {-1.0, 1.0}) {
            const OnCurve spot = at(place.stretch, along);
            const double half_width = dice.between(0.7, 1.1), inner = dice.between(2.0, 2.6);
            const Point centre = spot.point + left_of(spot.direction) * (side * (inner + half_width));
            const double height = std::round(dice.between(1.6, 2.9) * 10) / 10;
            if (g.network.distance(centre, 3) < 2.0 + half_width - 0.2 || g.houses.distance(centre, 4) < 1.5) continue;
            g.town.plants.push_back({"buskage", "häckoxbär", height, bed({centre, spot.direction, 2.9, half_width})});
        }
}

}  // namespace

void grow_plants(Town& town) {
    Garden g{town, houses_of(town), {}, {}, {}};
    for (std::size_t i = 0; i < town.segments.size(); ++i) g.network.add(town.segments[i].line, static_cast<int>(i));
    g.rail.add(town.rail, 0);
    g.river.add(town.river, 0);
    std::uint64_t number = 0;
    for (const Cell& cell : town.cells) plant_ring(g, cell.ring, cover_of(cell.seed.fill), ++number);
    for (const NamedRing& park : town.parks) plant_ring(g, park.ring, {40, 9}, ++number);
    for (const Planted& place : town.planted) {
        ++number;
        if (place.kind == Why::shrubs) hide_path(g, place, number);
    }
}

}  // namespace exempelstad
