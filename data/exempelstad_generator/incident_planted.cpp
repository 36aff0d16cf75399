// Planted excess: events are spread with a standard deviation of 20 m about the planted place, on its path, at its
// houses' entrances or on its ground, in the hours and categories that belong to the reason.
#include <algorithm>

#include "incidents.hpp"
#include "planted.hpp"

namespace exempelstad {

namespace {

using Mix = std::array<double, category_count>;
// Order: damage graffiti assault robbery narcotics disorder basement car bicycle littering unsafe home reckless threats
// shop arson
constexpr Mix in_the_dark{16, 12, 18, 17, 14, 9, 0, 0, 0, 0, 8, 0, 0, 6, 0, 0};
constexpr Mix hidden{9, 8, 8, 15, 20, 13, 0, 0, 3, 5, 10, 0, 0, 9, 0, 0};
constexpr Mix through_doors{22, 8, 0, 0, 3, 6, 55, 0, 6, 0, 0, 0, 0, 0, 0, 0};
constexpr Mix square{8, 5, 15, 5, 16, 28, 0, 0, 6, 8, 2, 0, 0, 7, 0, 0};
constexpr Mix station{6, 6, 10, 7, 12, 20, 0, 0, 28, 4, 2, 0, 0, 5, 0, 0};
constexpr Mix nightlife{9, 2, 42, 6, 6, 24, 0, 0, 2, 2, 0, 0, 0, 7, 0, 0};
constexpr Mix school{34, 18, 10, 0, 5, 15, 0, 0, 8, 3, 0, 0, 0, 5, 0, 2};
constexpr Mix shopping{8, 4, 6, 4, 6, 16, 0, 6, 8, 4, 0, 0, 0, 6, 32, 0};
constexpr Mix car_park{14, 3, 1, 1, 2, 4, 0, 60, 2, 5, 0, 0, 8, 0, 0, 0};

struct Scene {
    const Mix& mix;
    Hours hours;
};
constexpr int every_day = 0x7f, workdays = 0x1f, late_week = 0x74;  // late week: Wednesday, Friday–Sunday

Scene scene_of(const Planted& place) {
    if (place.kind == Why::shrubs) return {hidden, {11, 23, every_day, false}};
    if (place.kind == Why::doors) return {through_doors, {6, 24, every_day, false}};
    if (place.name == "Stortorget") return {square, {10, 24, every_day, false}};
    if (place.name == "Stationens entré") return {station, {6, 24, every_day, false}};
    if (place.name.starts_with("Storgatan")) return {nightlife, {20, 27, late_week, false}};
    if (place.name.starts_with("Rosenhill")) return {school, {8, 16, workdays, true}};
    if (place.name.starts_with("Köp")) return {shopping, {10, 20, every_day, false}};
    if (place.name == "Hamnparkeringen") return {car_park, {8, 20, every_day, false}};
    return {in_the_dark, {13, 24, every_day, false}};
}

Point spot_of(const Town& town, const Planted& place, Dice& dice) {
    if (place.kind == Why::doors) {
        const int chosen = dice.below(static_cast<int>(place.buildings.size()));
        const Building& b = town.buildings[static_cast<std::size_t>(place.buildings[static_cast<std::size_t>(chosen)])];
        return b.entrance + Point{dice.between(-1, 1), dice.between(-1, 1)};
    }
    if (place.stretch.size() > 1) {
        const double middle = nearest(place.stretch, place.centre).along;
        const OnCurve spot = at(place.stretch, std::clamp(middle + dice.normal() * 20, 0.0, length_of(place.stretch)));
        return spot.point + left_of(spot.direction) * (dice.normal() * 2);
    }
    return place.centre + Point{dice.normal() * 20, dice.normal() * 17};
}

}  // namespace

std::vector<Event> planted_incidents(const Town& town) {
    std::vector<Event> events;
    for (std::size_t p = 0; p < town.planted.size(); ++p) {
        const Planted& place = town.planted[p];
        const Scene scene = scene_of(place);
        for (int i = 0; i < place.incidents; ++i) {
            Dice dice(Use::planted, p * 10'000 + static_cast<std::uint64_t>(i));
            Event e;
            e.planted = static_cast<int>(p);
            e.category = static_cast<Category>(dice.weighted(scene.mix));
            e.at = spot_of(town, place, dice);
            const bool dark = place.kind == Why::dark && dice.chance(0.93);
            e.from = dark ? draw_dark_minute(dice) : draw_minute_within(scene.hours, dice);
            if (e.category == basement_burglary || e.category == car_crime)
                e.to = std::min(e.from + 60 * (e.category == car_crime ? 2 + dice.below(12) : 8 + dice.below(80)),
                                days_in_period * 1440 - 1);
            events.push_back(e);
        }
    }
    return events;
}

}  // namespace exempelstad
