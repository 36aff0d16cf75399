// Was it dark? The sun's height at a place and moment, and the share of incidents that happened in the dark.
#pragma once
#include <array>
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

/// How incidents with a known hour spread over the week, to weigh the hours of those known only from–to.
struct TimeProfile {
    std::array<double, 168> weight{};  ///< local hours from Monday 00; relative, ≥ 0
};
/// Counts of incidents with a known moment by local hour of the week, each hour given one more so that none is 0.
[[nodiscard]] TimeProfile time_profile(const layers::IncidentLayer& incidents);

struct DarkOptions {
    Degrees limit{-6.0};  ///< Dark below this solar elevation. DEFAULT: −6°, end of civil twilight
    /// How an interval is weighed. DEFAULT: evenly (plain aoristic)
    const TimeProfile* profile = nullptr;
};
/// Probability that each incident happened in the dark: 0 or 1 for a moment, the dark share of the interval where only
/// from–to is known (aoristic), NaN where no hour is known. The sun is taken at one place, the city's.
/// \correctness  hand cases; twins: the interval minute by minute, with and without a profile
/// \see  Ratcliffe & McCullagh (1998), Int J Geographical Information Science 12:751–764
[[nodiscard]] std::vector<double> dark_probability(const layers::IncidentLayer& incidents, Point longitude_latitude,
                                                   const DarkOptions& options = {});
/// Hours of darkness in each of the 53 weeks of a year, weeks of seven days (UTC) from 1 January, the last one of one
/// day or two: the exposure a dark incident is held against. Their sum is dark_hours_share × the year's hours.
/// \correctness  that sum; midsummer and midwinter by hand; polar day and night
[[nodiscard]] std::vector<double> dark_hours_by_week(Point longitude_latitude, int year,
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

/// A place's dark share against the city's: `less` when its interval lies below (a daytime problem: light is not the
/// answer), `more` when above, `as_city` when it holds it, `unknown` without usable hours.
enum class DarkVerdict { unknown, as_city, more, less };
[[nodiscard]] DarkVerdict dark_verdict(const DarkShare& place, double city_share);

}  // namespace lykta::conditions
