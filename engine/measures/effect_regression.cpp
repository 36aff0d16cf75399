// Regression to the mean: how much of a place's recorded rate is to be expected again.
#include <algorithm>
#include <cmath>
#include <map>

#include "measures/effect.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::measures {

namespace {

/// Everything a place could have been chosen from: the places, then the rest of the town in units of a place's size.
struct Units {
    std::vector<double> events, exposure;  ///< incidents; hectares · years
};

Units units_of(const World& world) {
    Units units;
    const double years = world.period.days() > 0 ? world.period.years() : 1.0;
    double area_ha = 0;
    for (const auto& place : world.places) {
        units.events.push_back(place.facts.incidents);
        units.exposure.push_back(place.place.area_ha * years);
        area_ha += place.place.area_ha;
    }
    const auto count = static_cast<double>(world.places.size());
    const double rest_ha = area(world.city.window.shape) / square_metres_per_hectare - area_ha;
    if (!(area_ha > 0) || !(rest_ha > 0)) return units;
    const double unit_ha = area_ha / count, side = std::sqrt(unit_ha * square_metres_per_hectare);
    std::vector<char> in_place(world.city.incidents.size(), 0);
    for (const auto& place : world.places)
        for (const auto i : place.facts.incident_index) in_place[i] = 1;
    std::map<std::pair<std::int64_t, std::int64_t>, double> cells;
    for (std::size_t i = 0; i < in_place.size(); ++i) {
        const auto& p = world.city.incidents.position[i];
        if (in_place[i] == 0)
            cells[{static_cast<std::int64_t>(std::floor(p.x / side)),
                   static_cast<std::int64_t>(std::floor(p.y / side))}] += 1;
    }
    for (const auto& [cell, events] : cells) units.events.push_back(events);
    const auto all =
        static_cast<std::size_t>(count) + std::max(cells.size(), static_cast<std::size_t>(rest_ha / unit_ha));
    units.events.resize(all, 0.0);
    units.exposure.resize(all, unit_ha * years);
    return units;
}

}  // namespace

std::vector<double> regression_to_mean(const World& world) {
    const auto units = units_of(world);
    const auto bayes = statistics::empirical_bayes(units.events, units.exposure);
    std::vector<double> factor(world.places.size(), 1.0);
    for (std::size_t p = 0; p < factor.size(); ++p) {
        if (!(units.events[p] > 0) || !bayes.rate[p]) continue;
        const double raw = units.events[p] / units.exposure[p];
        if (bayes.prior_variance > 0) factor[p] = std::min(1.0, *bayes.rate[p] / raw);
    }
    return factor;
}

}  // namespace lykta::measures
