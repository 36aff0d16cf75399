// The sun's place in the sky (low-precision formulas of the Astronomical Almanac, section C) and its crossings.
#include "conditions/sun.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "conditions/darkness.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

constexpr double radians = std::numbers::pi / 180.0;
constexpr double seconds_per_day = 86'400.0;
constexpr double j2000_in_unix_days = 10'957.5;  ///< 2000-01-01 12:00

struct SunPlace {
    double declination = 0.0, hour_angle = 0.0;  ///< radians; hour angle at the place, -π … π, 0 at solar noon
};

SunPlace sun_at(double seconds, double longitude_deg) {
    const double n = seconds / seconds_per_day - j2000_in_unix_days;
    const double mean_longitude = 280.460 + 0.9856474 * n;
    const double anomaly = (357.528 + 0.9856003 * n) * radians;
    const double ecliptic = (mean_longitude + 1.915 * std::sin(anomaly) + 0.020 * std::sin(2.0 * anomaly)) * radians;
    const double obliquity = (23.439 - 0.0000004 * n) * radians;
    const double right_ascension = std::atan2(std::cos(obliquity) * std::sin(ecliptic), std::cos(ecliptic));
    const double sidereal_deg = 280.46061837 + 360.98564736629 * n + longitude_deg;
    const double hour_angle = std::remainder(sidereal_deg * radians - right_ascension, 2.0 * std::numbers::pi);
    return {std::asin(std::sin(obliquity) * std::sin(ecliptic)), hour_angle};
}

double sine_of_elevation(double seconds, Point place) {
    const SunPlace sun = sun_at(seconds, place.x);
    const double latitude = place.y * radians;
    return std::sin(latitude) * std::sin(sun.declination) +
           std::cos(latitude) * std::cos(sun.declination) * std::cos(sun.hour_angle);
}

/// Solar midnight (half = 0) or noon (half = 1) of a day counted from 1970 at the place's longitude.
double turning_point(double day, int half, double longitude_deg) {
    const double mean = (day + 0.5 * half - longitude_deg / 360.0) * seconds_per_day;
    const double hour_angle = sun_at(mean, longitude_deg).hour_angle;
    const double off = half == 1 ? hour_angle : std::remainder(hour_angle - std::numbers::pi, 2.0 * std::numbers::pi);
    return mean - off / (2.0 * std::numbers::pi) * seconds_per_day;
}

/// Where the sine of the elevation passes the limit between two turning points; halving keeps it certain.
double crossing_between(double from, double to, Point place, double limit) {
    const bool rising = sine_of_elevation(to, place) > limit;
    while (to - from > 0.1) {
        const double middle = 0.5 * (from + to);
        ((sine_of_elevation(middle, place) > limit) == rising ? to : from) = middle;
    }
    return 0.5 * (from + to);
}

}  // namespace

Degrees solar_elevation(Instant moment, Point longitude_latitude) {
    const double sine = sine_of_elevation(static_cast<double>(moment.seconds), longitude_latitude);
    return {std::asin(std::clamp(sine, -1.0, 1.0)) / radians};
}

DarkCalendar::DarkCalendar(Point place, Degrees limit, Instant first, Instant end) {
    const double sine_limit = std::sin(limit.value * radians);
    const double first_day = std::floor(static_cast<double>(first.seconds) / seconds_per_day) - 2.0;
    const double last_day = std::floor(static_cast<double>(end.seconds) / seconds_per_day) + 2.0;
    const auto halves = static_cast<std::size_t>(2.0 * (last_day - first_day) + 1.0);
    std::vector<double> turn(halves), crossing(halves, -HUGE_VAL);
    std::vector<unsigned char> dark(halves);
    const auto day_of = [&](std::size_t k) { return first_day + static_cast<double>(k / 2); };
    parallel_blocks(halves, 256, [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k) {
            turn[k] = turning_point(day_of(k), static_cast<int>(k % 2), place.x);
            dark[k] = sine_of_elevation(turn[k], place) < sine_limit ? 1 : 0;
        }
    });
    parallel_blocks(halves - 1, 256, [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k) {
            if (dark[k] != dark[k + 1]) crossing[k] = crossing_between(turn[k], turn[k + 1], place, sine_limit);
        }
    });
    m_crossings.push_back({turn[0], 0.0, dark[0] != 0});
    for (std::size_t k = 0; k + 1 < halves; ++k) {
        if (dark[k] == dark[k + 1]) continue;
        const Crossing before = m_crossings.back();
        const double dark_time = before.dark_before + (before.dark_after ? crossing[k] - before.time : 0.0);
        m_crossings.push_back({crossing[k], dark_time, dark[k + 1] != 0});
    }
    m_first_day = first_day;
    std::uint32_t last = 0;
    for (double day = first_day; day <= last_day; day += 1.0) {
        while (last + 1 < m_crossings.size() && m_crossings[last + 1].time <= day * seconds_per_day) ++last;
        m_of_day.push_back(last);
    }
}

/// A day holds at most two crossings, so a look-up is a step or two from the day's first.
std::size_t DarkCalendar::crossing_before(double seconds) const {
    const double day =
        std::clamp(std::floor(seconds / seconds_per_day) - m_first_day, 0.0, static_cast<double>(m_of_day.size() - 1));
    std::size_t k = m_of_day[static_cast<std::size_t>(day)];
    while (k + 1 < m_crossings.size() && m_crossings[k + 1].time <= seconds) ++k;
    return k;
}

double DarkCalendar::dark_seconds_before(double seconds) const {
    const Crossing& last = m_crossings[crossing_before(seconds)];
    if (seconds < last.time) return 0.0;  // before the calendar
    return last.dark_before + (last.dark_after ? seconds - last.time : 0.0);
}

bool DarkCalendar::is_dark(Instant moment) const {
    const Crossing& last = m_crossings[crossing_before(static_cast<double>(moment.seconds))];
    return static_cast<double>(moment.seconds) >= last.time && last.dark_after;
}

double DarkCalendar::dark_share(Instant from, Instant to) const {
    const auto a = static_cast<double>(from.seconds), b = static_cast<double>(to.seconds);
    return std::clamp((dark_seconds_before(b) - dark_seconds_before(a)) / (b - a), 0.0, 1.0);
}

}  // namespace lykta::conditions
