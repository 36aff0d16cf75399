// Counting a profile of the week, and weighing time with it.
#include "conditions/time_profile.hpp"

#include <algorithm>

namespace lykta::conditions {

namespace {

constexpr std::int64_t hour = 3'600, day = 86'400;
constexpr std::int64_t monday = 3;  ///< 1970-01-01 was a Thursday: day number + 3 counts from a Monday

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
    return (value >= 0 ? value / step : (value - step + 1) / step) * step;
}

std::size_t hour_of_week(std::int64_t local_seconds) {
    const std::int64_t since = local_seconds + monday * day;
    return static_cast<std::size_t>((since - floor_to(since, 7 * day)) / hour);
}

bool is_interval(const layers::TimeSpan& t) {
    return t.known && t.has_hour && t.from < t.to;
}

struct Range {
    Instant first, last;
};

}  // namespace

TimeProfile time_profile(const layers::IncidentLayer& incidents) {
    TimeProfile profile;
    profile.weight.fill(1.0);
    for (const auto& t : incidents.time) {
        if (!t.known || !t.has_hour || t.from != t.to || t.local_hour < 0 || t.local_weekday < 0) continue;
        profile.weight[static_cast<std::size_t>(t.local_weekday) * 24 + static_cast<std::size_t>(t.local_hour)] += 1.0;
    }
    return profile;
}

std::optional<std::int64_t> local_offset(const layers::TimeSpan& span) {
    const std::int64_t offset = span.local_day * day + span.local_hour * hour - floor_to(span.from.seconds, hour);
    constexpr std::int64_t farthest = 15 * hour;  // Kiribati is 14 h ahead
    if (span.local_hour < 0 || offset < -farthest || offset > farthest) return std::nullopt;
    return offset;
}

ProfileCalendar::ProfileCalendar(const DarkCalendar& calendar, const TimeProfile& profile, std::int64_t offset,
                                 Instant first, Instant last)
    : m_calendar(&calendar), m_start(floor_to(first.seconds + offset, hour) - offset) {
    m_at_hour.push_back({});
    for (std::int64_t t = m_start; t <= last.seconds; t += hour) {
        const double weight = profile.weight[hour_of_week(t + offset)];
        const double dark = calendar.dark_seconds_before(static_cast<double>(t + hour)) -
                            calendar.dark_seconds_before(static_cast<double>(t));
        const Weights& so_far = m_at_hour.back();
        m_weight.push_back(weight);
        m_at_hour.push_back({so_far.all + weight * static_cast<double>(hour), so_far.dark + weight * dark});
    }
}

ProfileCalendar::Weights ProfileCalendar::before(Instant moment) const {
    const auto k = static_cast<std::size_t>((moment.seconds - m_start) / hour);
    const std::int64_t full = m_start + static_cast<std::int64_t>(k) * hour;
    const double dark = m_calendar->dark_seconds_before(static_cast<double>(moment.seconds)) -
                        m_calendar->dark_seconds_before(static_cast<double>(full));
    return {m_at_hour[k].all + m_weight[k] * static_cast<double>(moment.seconds - full),
            m_at_hour[k].dark + m_weight[k] * dark};
}

double ProfileCalendar::dark_share(Instant from, Instant to) const {
    const Weights a = before(from), b = before(to);
    if (!(b.all > a.all)) return m_calendar->dark_share(from, to);
    return std::clamp((b.dark - a.dark) / (b.all - a.all), 0.0, 1.0);
}

std::map<std::int64_t, ProfileCalendar> profile_calendars(std::span<const layers::TimeSpan> times,
                                                          const DarkCalendar& calendar, const TimeProfile& profile) {
    std::map<std::int64_t, Range> ranges;
    for (const auto& t : times) {
        if (!is_interval(t)) continue;
        const auto offset = local_offset(t);
        if (!offset) continue;
        auto& range = ranges.try_emplace(*offset, Range{t.from, t.to}).first->second;
        range.first = std::min(range.first, t.from);
        range.last = std::max(range.last, t.to);
    }
    std::map<std::int64_t, ProfileCalendar> calendars;
    for (const auto& [offset, range] : ranges)
        calendars.try_emplace(offset, calendar, profile, offset, range.first, range.last);
    return calendars;
}

}  // namespace lykta::conditions
