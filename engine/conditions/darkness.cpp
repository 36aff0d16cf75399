// Incidents in the dark.
#include "conditions/darkness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "conditions/sun.hpp"
#include "conditions/time_profile.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

bool has_usable_hour(const layers::TimeSpan& t) {
    return t.known && t.has_hour && t.from <= t.to;
}

struct Range {
    Instant first{std::numeric_limits<std::int64_t>::max()}, last{std::numeric_limits<std::int64_t>::min()};
};

Range range_of(const std::vector<layers::TimeSpan>& times) {
    Range range;
    for (const auto& t : times) {
        if (!has_usable_hour(t)) continue;
        range.first = std::min(range.first, t.from);
        range.last = std::max(range.last, t.to);
    }
    return range;
}

}  // namespace

std::vector<double> dark_probability(const layers::IncidentLayer& incidents, Point longitude_latitude,
                                     const DarkOptions& options) {
    std::vector<double> probability(incidents.time.size(), std::numeric_limits<double>::quiet_NaN());
    const Range range = range_of(incidents.time);
    if (range.last < range.first) return probability;
    const DarkCalendar calendar(longitude_latitude, options.limit, range.first, range.last);
    const auto weighted = options.profile == nullptr ? std::map<std::int64_t, ProfileCalendar>{}
                                                     : profile_calendars(incidents.time, calendar, *options.profile);
    parallel_blocks(incidents.time.size(), 8192, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const auto& t = incidents.time[i];
            if (!has_usable_hour(t)) continue;
            const auto offset = t.from == t.to ? std::nullopt : local_offset(t);
            const auto by_hour = offset ? weighted.find(*offset) : weighted.end();
            probability[i] = t.from == t.to              ? (calendar.is_dark(t.from) ? 1.0 : 0.0)
                             : by_hour != weighted.end() ? by_hour->second.dark_share(t.from, t.to)
                                                         : calendar.dark_share(t.from, t.to);
        }
    });
    return probability;
}

std::vector<double> dark_hours_by_week(Point longitude_latitude, int year, const DarkOptions& options) {
    const std::int64_t first = days_from_civil(year, 1, 1), end = days_from_civil(year + 1, 1, 1);
    const DarkCalendar calendar(longitude_latitude, options.limit, {first * 86'400}, {end * 86'400});
    const auto before = [&](std::int64_t day) {
        return calendar.dark_seconds_before(static_cast<double>(day * 86'400));
    };
    std::vector<double> hours;
    for (auto day = first; day < end; day += 7)
        hours.push_back((before(std::min(day + 7, end)) - before(day)) / 3'600.0);
    return hours;
}

double dark_hours_share(Point longitude_latitude, int year, const DarkOptions& options) {
    const Instant from{days_from_civil(year, 1, 1) * 86'400}, to{days_from_civil(year + 1, 1, 1) * 86'400};
    return DarkCalendar(longitude_latitude, options.limit, from, to).dark_share(from, to);
}

DarkShare dark_share(std::span<const double> probability) {
    DarkShare result;
    double dark = 0.0;
    for (const double p : probability) {
        result.count += 1.0;
        if (std::isnan(p)) continue;
        result.known += 1.0;
        dark += p;
    }
    if (result.known > 0.0) result.share = dark / result.known;
    result.interval = statistics::wilson_interval(dark, result.known);
    return result;
}

DarkVerdict dark_verdict(const DarkShare& place, double city_share) {
    if (!(place.known > 0.0) || std::isnan(city_share)) return DarkVerdict::unknown;
    if (place.interval.high < city_share) return DarkVerdict::less;
    return place.interval.low > city_share ? DarkVerdict::more : DarkVerdict::as_city;
}

}  // namespace lykta::conditions
