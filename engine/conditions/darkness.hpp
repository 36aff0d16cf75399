// Was it dark? The sun's height at a place and moment, and the share of incidents that happened in the dark.
#pragma once
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "core/time.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::conditions {

/// Height of the sun's centre above the horizon, degrees, no refraction. Error below 0.02° for 1950–2050
/// (low-precision formulas of the Astronomical Almanac). \correctness equinox and solstice hand cases
[[nodiscard]] Degrees solar_elevation(Instant moment, Point longitude_latitude);

struct DarkOptions {
    Degrees limit{-6.0};  ///< Dark below this solar elevation. DEFAULT: −6°, end of civil twilight
};
/// Probability that each incident happened in the dark: 0 or 1 for a moment, the dark share of the interval where only
/// from–to is known (aoristic), NaN where no hour is known. The sun is taken at one place, the city's.
[[nodiscard]] std::vector<double> dark_probability(const layers::IncidentLayer& incidents, Point longitude_latitude,
                                                   const DarkOptions& options = {});
/// Share of the year's hours that are dark at the place.
[[nodiscard]] double dark_hours_share(Point longitude_latitude, int year, const DarkOptions& options = {});

/// Dark share of some incidents with a 95 % Wilson interval; `known` of `count` have a usable hour.
struct DarkShare {
    double share = 0;
    statistics::Interval interval;
    double known = 0, count = 0;
};
[[nodiscard]] DarkShare dark_share(std::span<const double> probability);

}  // namespace lykta::conditions
