// Background: an event falls on a street or path (weight: metres × kind of quarter × kind of way) or at a house (weight
// by quarter), and its category is drawn by the kind of quarter. Near repeats: with probability 0.14 a burglary, car
// crime, damage or graffiti is followed by one to three more within 90 m and nine days (compare Johnson & Bowers 2004).
#include <algorithm>
#include <cmath>

#include "incidents.hpp"
#include "planted.hpp"

namespace exempelstad {

namespace {

int quarter(Fill fill) {
    return static_cast<int>(fill);
}

// Columns as enum Category; rows as enum Fill: none, centre, villas, estate, industry, harbour.
constexpr double mix[6][category_count] = {
    {8, 6, 4, 3, 7, 6, 0, 2, 4, 9, 12, 0, 6, 3, 0, 2},   {12, 9, 11, 5, 8, 14, 3, 6, 12, 6, 5, 1, 2, 6, 5, 1},
    {10, 6, 2, 1, 2, 5, 1, 9, 6, 7, 7, 10, 9, 3, 0, 1},  {13, 9, 6, 3, 7, 10, 10, 8, 9, 8, 8, 2, 6, 6, 0, 2},
    {12, 9, 2, 1, 4, 4, 1, 14, 2, 8, 4, 1, 12, 2, 2, 2}, {10, 8, 8, 4, 7, 12, 1, 9, 8, 8, 6, 1, 6, 5, 1, 1},
};
constexpr double per_metre[6] = {0.50, 1.75, 0.50, 1.35, 0.65, 1.5};
constexpr double per_house[6] = {20, 34, 10, 62, 45, 40};

bool at_houses(Category c) {
    return c == basement_burglary || c == home_burglary;
}

struct Spots {
    const Town& town;
    std::vector<double> segment_upto, house_upto;  // cumulative weights
    std::vector<Fill> segment_fill;
};

Fill fill_of(const Town& town, const Line& line) {
    if (line.fill != Fill::none) return line.fill;
    const OnCurve middle = at(line.line, length_of(line.line) / 2);
    for (const double side : {20.0, -20.0})
        for (const Cell& cell : town.cells)
            if (cell.seed.fill != Fill::none && inside(cell.ring, middle.point + left_of(middle.direction) * side))
                return cell.seed.fill;
    return Fill::none;
}

Spots spots_of(const Town& town) {
    Spots spots{town, {}, {}, {}};
    double sum = 0;
    for (const Line& line : town.segments) {
        const Fill fill = fill_of(town, line);
        const double way = line.way == Way::main_street ? 1.3 : line.way == Way::street ? 1.0 : 0.7;
        spots.segment_upto.push_back(sum += length_of(line.line) * per_metre[quarter(fill)] * way);
        spots.segment_fill.push_back(fill);
    }
    sum = 0;
    for (const Building& b : town.buildings) spots.house_upto.push_back(sum += per_house[quarter(b.fill)]);
    return spots;
}

std::size_t pick(const std::vector<double>& upto, Dice& dice) {
    const double goal = dice.uniform() * upto.back();
    return static_cast<std::size_t>(std::upper_bound(upto.begin(), upto.end() - 1, goal) - upto.begin());
}

Event on_street(const Spots& spots, Dice& dice) {
    const std::size_t s = pick(spots.segment_upto, dice);
    const Line& line = spots.town.segments[s];
    const OnCurve spot = at(line.line, dice.uniform() * length_of(line.line));
    Event e;
    e.category = static_cast<Category>(dice.weighted(mix[quarter(spots.segment_fill[s])]));
    e.at = spot.point + left_of(spot.direction) * dice.between(-line.width / 2, line.width / 2);
    e.address = line.name;
    return e;
}

Event at_house(const Spots& spots, Category category, Dice& dice) {
    while (true) {
        const Building& b = spots.town.buildings[pick(spots.house_upto, dice)];
        if (category == home_burglary && b.kind != "villa" && b.kind != "radhus") continue;
        if (category == basement_burglary && b.kind != "flerbostadshus") continue;
        Event e;
        e.category = category;
        e.at = b.entrance;
        return e;
    }
}

bool has_interval(Category c) {
    return at_houses(c) || c == car_crime || c == bicycle_theft;
}

void set_time(Event& e, Dice& dice) {
    e.from = draw_minute(e.category, dice);
    if (has_interval(e.category) && dice.chance(0.75)) {
        const double hours = e.category == basement_burglary ? dice.between(10, 120) : dice.between(2, 14);
        e.to = std::min(e.from + static_cast<int>(hours * 60), days_in_period * 1440 - 1);
        if (e.to <= e.from) e.to = -1;
    }
}

/// The areas planted as felt unsafe have few incidents.
bool felt_unsafe_area(const Town& town, Point p) {
    for (const Cell& cell : town.cells)
        for (const Planted& place : town.planted)
            if (place.kind == Why::felt_unsafe && place.name == cell.seed.survey_area && inside(cell.ring, p))
                return true;
    return false;
}

}  // namespace

std::vector<Event> background_incidents(const Town& town, int count) {
    const Spots spots = spots_of(town);
    std::vector<Event> events;
    for (std::uint64_t i = 0; static_cast<int>(events.size()) < count; ++i) {
        Dice dice(Use::background, i);
        Event e = on_street(spots, dice);
        if (at_houses(e.category) || dice.chance(0.22))
            e = at_house(spots, at_houses(e.category) ? e.category : damage, dice);
        if (e.category == damage && dice.chance(0.3)) e.category = graffiti;
        if (felt_unsafe_area(town, e.at) && dice.chance(0.65)) continue;
        set_time(e, dice);
        events.push_back(e);
    }
    return events;
}

void add_near_repeats(std::vector<Event>& events) {
    const std::size_t first = events.size();
    for (std::size_t i = 0; i < first; ++i) {
        const Category c = events[i].category;
        if (c != damage && c != graffiti && c != car_crime && !at_houses(c)) continue;
        Dice dice(Use::repeats, i);
        if (!dice.chance(0.14)) continue;
        for (int n = 1 + dice.below(3); n > 0; --n) {
            Event e = events[i];
            e.at = e.at + Point{dice.between(-60, 60), dice.between(-60, 60)};
            const int later = dice.below(9 * 1440) + 600;
            e.from += later;
            if (e.to >= 0) e.to += later;
            e.planted = -1;
            e.address.clear();
            if (std::max(e.from, e.to) < days_in_period * 1440) events.push_back(e);
        }
    }
}

}  // namespace exempelstad
