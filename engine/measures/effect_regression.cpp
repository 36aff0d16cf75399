// Regression to the mean: how much of a place's recorded rate is to be expected again.
#include <algorithm>
#include <cmath>
#include <map>

#include "measures/effect.hpp"
#include "measures/effect_rates.hpp"

namespace lykta::measures {

namespace {

double years_of(const World& world) {
    return world.period.days() > 0 ? world.period.years() : 1.0;
}

/// The town outside the places in squares of a place's size, by how many incidents they hold.
void add_rest(const World& world, double place_ha, std::vector<CountedUnits>& units) {
    const double ha = place_ha / static_cast<double>(world.places.size());
    const double rest = (area(world.city.window.shape) / square_metres_per_hectare - place_ha) / ha;
    const double side = std::sqrt(ha * square_metres_per_hectare);
    std::vector<char> in_place(world.city.incidents.size(), 0);
    for (const auto& place : world.places)
        for (const auto i : place.facts.incident_index) in_place[i] = 1;
    std::map<std::pair<std::int64_t, std::int64_t>, double> cells;
    for (std::size_t i = 0; i < in_place.size(); ++i) {
        const auto& p = world.city.incidents.position[i];
        if (in_place[i] == 0) cells[{std::llround(std::floor(p.x / side)), std::llround(std::floor(p.y / side))}] += 1;
    }
    std::map<double, double> squares;
    for (const auto& [cell, incidents] : cells) squares[incidents] += 1;
    squares[0] = std::max(0.0, rest - static_cast<double>(cells.size()));
    for (const auto& [incidents, count] : squares)
        if (count > 0) units.push_back({incidents, ha * years_of(world), count});
}

/// All that a place could have been picked from: the places, and the rest of the town.
std::vector<CountedUnits> units_of(const World& world) {
    std::vector<CountedUnits> units;
    double place_ha = 0;
    for (const auto& place : world.places) {
        if (!(place.place.area_ha > 0)) continue;
        units.push_back({place.facts.incidents, place.place.area_ha * years_of(world), 1});
        place_ha += place.place.area_ha;
    }
    if (place_ha > 0) add_rest(world, place_ha, units);
    return units;
}

}  // namespace

std::vector<double> regression_to_mean(const World& world) {
    std::vector<double> factor(world.places.size(), 1.0);
    const auto law = rate_law(units_of(world));
    if (law.rate.empty()) return factor;
    for (std::size_t p = 0; p < factor.size(); ++p) {
        const double incidents = world.places[p].facts.incidents;
        const double exposure = world.places[p].place.area_ha * years_of(world);
        if (!(incidents > 0) || !(exposure > 0)) continue;
        factor[p] = std::min(1.0, posterior_rate(law, incidents, exposure) * exposure / incidents);
    }
    return factor;
}

}  // namespace lykta::measures
