// Reporting: who notices, in which file it lands, where it is put. The police file has a median position error of 83 m
// (Rayleigh: σ = 83 ÷ 1.1774 per axis) and three in four of its rows are then snapped to the nearest address; guards
// carry GPS (median 10 m); half of the other reports are put on the nearest address, the rest are off by a median of 15
// m.
#include <fmt/format.h>

#include <algorithm>

#include "buildings.hpp"
#include "incidents.hpp"

namespace exempelstad {

namespace {

Point off_by(Point p, double median_m, Dice& dice) {
    const double sigma = median_m / 1.1774;
    return p + Point{dice.normal() * sigma, dice.normal() * sigma};
}

bool unknown_to_police(Category c) {
    return c == littering || c == unsafe_place;
}

Reporter reporter_for(const Event& e, const Town& town, Fill fill, Dice& dice) {
    // police guard school youth_club housing public
    std::array<double, 6> w{1, 2, 1, 1, 1, 3};
    if (fill == Fill::centre || fill == Fill::harbour) w = {1.5, 6, 0.6, 1, 0.7, 3};
    if (fill == Fill::estate) w = {1, 2, 1, 1.6, 5, 2};
    if (fill == Fill::villas) w = {0.8, 0.4, 1, 0.6, 0.2, 5};
    if (e.category == basement_burglary) w = {0.3, 0.2, 0, 0, 6, 2};
    if (e.planted >= 0 && town.planted[static_cast<std::size_t>(e.planted)].name.starts_with("Rosenhill"))
        w = {0.3, 0.2, 8, 1, 0, 0.5};
    return static_cast<Reporter>(dice.weighted(w));
}

std::string address_of(const Building& b) {
    return b.number > 0 ? fmt::format("{} {}", b.street, b.number) : b.street;
}

struct Gazetteer {
    const Town& town;
    HouseGrid houses;
};

void put_at_address(Event& e, const Gazetteer& g, double reach_m) {
    const int b = g.houses.nearest_building(e.at, reach_m);
    if (b < 0) return;
    const Building& house = g.town.buildings[static_cast<std::size_t>(b)];
    e.at = house.entrance;
    e.address = address_of(house);
}

void write_down(Event& e, const Gazetteer& g, Dice& dice) {
    const int near = g.houses.nearest_building(e.at, 90);
    const Fill fill = near < 0 ? Fill::none : g.town.buildings[static_cast<std::size_t>(near)].fill;
    if (e.address.empty() && near >= 0) e.address = address_of(g.town.buildings[static_cast<std::size_t>(near)]);
    const double police_share = e.planted >= 0 ? 0.20 : 0.33;
    e.from_police_file = !unknown_to_police(e.category) && dice.chance(police_share);
    e.reporter = reporter_for(e, g.town, fill, dice);
    e.hour_unknown = e.to < 0 && dice.chance(0.03);
    if (e.from_police_file) {
        e.at = off_by(e.at, 83, dice);
        if (dice.chance(0.75)) put_at_address(e, g, 75);
    } else if (e.reporter == Reporter::guard) {
        e.at = off_by(e.at, 10, dice);
    } else if (dice.chance(0.5)) {
        put_at_address(e, g, 25);
    } else {
        e.at = off_by(e.at, 15, dice);
    }
    e.at = rounded(e.at);
}

}  // namespace

std::vector<Event> desk_piles(const Town& town) {
    std::vector<Event> events;
    for (const Building& b : town.buildings) {
        const int count = b.kind == "polis" ? 150 : b.kind == "vård" ? 40 : 0;
        for (int i = 0; i < count; ++i) {
            Dice dice(Use::piles, static_cast<std::uint64_t>(i) + (b.kind == "polis" ? 0 : 1000));
            constexpr Category reported[] = {threats, bicycle_theft, assault, car_crime, shoplifting, damage};
            Event e{.at = b.entrance,
                    .category = reported[dice.below(6)],
                    .address = b.street,
                    .planted = desk_pile,
                    .from_police_file = b.kind == "polis"};
            e.from = draw_minute_within({8, 17, 0x1f, false}, dice);
            e.reporter = Reporter::public_;
            events.push_back(e);
        }
    }
    return events;
}

void report(std::vector<Event>& events, const Town& town) {
    const Gazetteer g{town, houses_of(town)};
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].planted == desk_pile) continue;
        Dice dice(Use::reporting, i);
        write_down(events[i], g, dice);
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.from < b.from; });
}

}  // namespace exempelstad
