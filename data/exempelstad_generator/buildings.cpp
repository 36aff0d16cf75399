// Houses: along each side of each street segment a tape is run out; at its position the cell's kind of house is tried
// in a few lengths, set back from the kerb; it stands only if it keeps clear of streets, paths, rail, water, parks,
// sites and other houses (separating-axis test). Then the tape moves on by the house and a gap.
#include "buildings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dice.hpp"

namespace exempelstad {

namespace {

/// How a kind of cell is built. Lengths in m; the row is tried from `longest` down to `shortest` in three steps.
struct HouseRule {
    std::string_view kind;
    double shortest, longest, depth_low, depth_high, setback, gap_low, gap_high, clear_of_street;
    int floors_low, floors_high;
    double floor_height;
};
constexpr HouseRule town_house{"flerbostadshus", 16, 44, 11.5, 13.5, 1.2, 0.5, 9, 0.8, 3, 5, 3.2};
constexpr HouseRule harbour_house{"verksamhet", 24, 50, 14, 18, 3, 8, 16, 2, 2, 4, 3.6};
constexpr HouseRule villa{"villa", 9.5, 14, 8, 10.5, 6.5, 17, 26, 4, 1, 2, 2.9};
constexpr HouseRule row_house{"radhus", 26, 44, 8.5, 9.5, 6, 7, 12, 4, 2, 2, 2.9};
constexpr HouseRule slab_block{"flerbostadshus", 36, 74, 11.5, 12.5, 9, 13, 20, 5, 3, 8, 2.9};
constexpr HouseRule hall{"industri", 30, 80, 24, 42, 9, 14, 26, 6, 2, 3, 4.0};

struct Work {
    Town& town;
    HouseGrid houses;
    SegmentGrid network, rail, river;
    std::map<std::string, std::array<int, 2>> numbers;
};

int cell_at(const Town& town, Point p) {
    for (std::size_t i = 0; i < town.cells.size(); ++i)
        if (inside(town.cells[i].ring, p)) return static_cast<int>(i);
    return -1;
}

bool off_streets(const Work& w, const Slab& slab, double clear) {
    bool free = true;
    const double reach = slab.half_length + slab.half_width + 20;
    w.network.near(
        slab.centre - Point{reach, reach}, slab.centre + Point{reach, reach}, [&](const SegmentGrid::Item& s) {
            const Line& line = w.town.segments[static_cast<std::size_t>(s.line)];
            const double keep = line.way == Way::path || line.way == Way::tunnel ? 4.5 : line.width / 2 + clear;
            if (free && clearance(slab, s.a, s.b) < keep) free = false;
        });
    return free;
}

bool keeps_off(const SegmentGrid& lines, const Slab& slab, double distance) {
    bool free = true;
    const double reach = slab.half_length + slab.half_width + distance;
    lines.near(slab.centre - Point{reach, reach}, slab.centre + Point{reach, reach},
               [&](const SegmentGrid::Item& s) { free = free && clearance(slab, s.a, s.b) >= distance; });
    return free;
}

bool may_stand(const Work& w, const Slab& slab, double clear) {
    if (!off_streets(w, slab, clear) || !w.houses.free(slab, 0.3)) return false;
    if (!keeps_off(w.rail, slab, 18) || !keeps_off(w.river, slab, 36)) return false;
    for (const Point p : corners(slab)) {
        if (!inside(w.town.window, p) || inside(w.town.lake, p)) return false;
        for (const NamedRing& park : w.town.parks)
            if (inside(park.ring, p)) return false;
    }
    return std::none_of(w.town.sites.begin(), w.town.sites.end(),
                        [&](const Site& s) { return overlap(s.ground, slab, 2); });
}

const HouseRule* rule_for(Fill fill, Dice& dice) {
    switch (fill) {
        case Fill::centre:
            return &town_house;
        case Fill::harbour:
            return &harbour_house;
        case Fill::villas:
            return dice.chance(0.10) ? &row_house : &villa;
        case Fill::estate:
            return &slab_block;
        case Fill::industry:
            return &hall;
        case Fill::none:
            break;
    }
    return nullptr;
}

/// Outline of one house, or of two that make an L (the wing at the left end, away from the street).
Ring outline(const std::vector<Slab>& parts) {
    if (parts.size() == 1) return corners(parts[0]);
    const Slab& main = parts[0];
    const Slab& wing = parts[1];
    const Point x = main.axis, y = left_of(main.axis);
    const double back = dot(wing.centre - main.centre, y) > 0 ? 1.0 : -1.0;
    const auto at_corner = [&](double u, double v) { return main.centre + x * u + y * (v * back); };
    const double l = main.half_length, w = main.half_width, wide = wing.half_length * 2, deep = wing.half_width * 2;
    Ring ring{at_corner(-l, -w),
              at_corner(l, -w),
              at_corner(l, w),
              at_corner(-l + wide, w),
              at_corner(-l + wide, w + deep),
              at_corner(-l, w + deep),
              at_corner(-l, -w)};
    if (back < 0) std::reverse(ring.begin(), ring.end());
    return ring;
}

struct Plot {
    const Line& street;
    OnCurve front;  ///< on the street's centre line, at the middle of the house
    double side;    ///< +1 left, −1 right of the street's direction
    Fill fill;
    int cell;
};

void add_house(Work& w, const Plot& plot, const HouseRule& rule, const Slab& slab, Dice& dice) {
    Building b;
    b.parts = {slab};
    if ((rule.kind == "villa" && dice.chance(0.3)) ||
        (rule.kind == "flerbostadshus" && plot.fill == Fill::centre && dice.chance(0.3))) {
        const double wide = std::min(slab.half_length, 6.0), deep = rule.kind == "villa" ? 2.5 : 5.5;
        const Point away = left_of(plot.front.direction) * plot.side;
        const Slab wing{slab.centre - slab.axis * (slab.half_length - wide) + away * (slab.half_width + deep),
                        slab.axis, wide, deep};
        if (may_stand(w, {wing.centre + away * 0.7, wing.axis, wide, deep}, rule.clear_of_street))
            b.parts.push_back(wing);
    }
    b.ring = outline(b.parts);
    for (Point& p : b.ring) p = rounded(p);
    b.kind = rule.kind;
    b.fill = plot.fill;
    b.cell = plot.cell;
    b.floors = rule.floors_low + dice.below(rule.floors_high - rule.floors_low + 1);
    b.height = static_cast<int>((b.floors * rule.floor_height + 1.2) * 10) / 10.0;
    b.street = plot.street.name;
    const bool left = plot.side > 0;
    int& number = w.numbers[b.street][left];
    number = number == 0 ? (left ? 2 : 1) : number + 2;
    b.number = number;
    b.entrance = rounded(slab.centre - left_of(plot.front.direction) * (plot.side * (slab.half_width + 0.5)));
    for (const Slab& part : b.parts) w.houses.add(part, static_cast<int>(w.town.buildings.size()));
    w.town.buildings.push_back(b);
}

/// Runs the tape along one side of one segment.
void build_side(Work& w, const Line& street, double side, Dice& dice) {
    const double whole = length_of(street.line);
    const OnCurve middle = at(street.line, whole / 2);
    const int cell = cell_at(w.town, middle.point + left_of(middle.direction) * (side * 22));
    if (cell < 0) return;
    const Fill fill = w.town.cells[static_cast<std::size_t>(cell)].seed.fill;
    const HouseRule* rule = rule_for(fill, dice);
    if (rule == nullptr) return;
    double along = 4;
    while (along < whole - rule->shortest) {
        double step = 5;
        const double depth = dice.between(rule->depth_low, rule->depth_high),
                     most = dice.between(0.55, 1.0) * rule->longest;
        for (const double share : {1.0, 0.75, 0.5}) {
            const double length = std::max(rule->shortest, most * share);
            if (along + length > whole - 2) continue;
            const OnCurve front = at(street.line, along + length / 2);
            const double out = street.width / 2 + rule->setback + depth / 2;
            const Slab slab{front.point + left_of(front.direction) * (side * out), front.direction, length / 2,
                            depth / 2};
            if (!may_stand(w, slab, rule->clear_of_street)) continue;
            add_house(w, {street, front, side, fill, cell}, *rule, slab, dice);
            step = length + dice.between(rule->gap_low, rule->gap_high);
            break;
        }
        along += step;
    }
}

void build_sites(Work& w) {
    for (const Site& site : w.town.sites) {
        if (site.house.half_length == 0) continue;
        Building b;
        b.kind = site.kind;
        b.parts = {site.house};
        b.ring = corners(site.house);
        for (Point& p : b.ring) p = rounded(p);
        b.height = site.height;
        b.floors = std::max(1, static_cast<int>(site.height / 3.5));
        b.street = site.name;
        b.entrance = rounded(site.house.centre - left_of(site.house.axis) * (site.house.half_width + 0.5));
        b.cell = cell_at(w.town, b.entrance);
        w.houses.add(site.house, static_cast<int>(w.town.buildings.size()));
        w.town.buildings.push_back(b);
    }
}

}  // namespace

void raise_buildings(Town& town) {
    Work w{town, {}, {}, {}, {}, {}};
    for (std::size_t i = 0; i < town.segments.size(); ++i) w.network.add(town.segments[i].line, static_cast<int>(i));
    w.rail.add(town.rail, 0);
    w.river.add(town.river, 0);
    build_sites(w);
    std::uint64_t number = 0;
    for (const Line& street : town.segments) {
        ++number;
        if (street.way != Way::street && street.way != Way::main_street) continue;
        Dice dice(Use::buildings, number);
        build_side(w, street, 1, dice);
        build_side(w, street, -1, dice);
    }
    for (std::size_t i = 0; i < town.buildings.size(); ++i) town.buildings[i].id = fmt::format("B{:04}", i + 1);
}

}  // namespace exempelstad
