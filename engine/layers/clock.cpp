// Time cells read into small values, and clock readings carried to UTC.
#include "layers/clock.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "core/parallel.hpp"

namespace lykta::layers {

namespace {

constexpr std::size_t block = 16'384;

LocalTime local_of(std::int64_t wall) {
    const std::int64_t day = wall >= 0 ? wall / 86'400 : -((-wall + 86'399) / 86'400);
    const auto rest = static_cast<int>(wall - day * 86'400);
    auto clock = civil_from_days(day);
    clock.hour = rest / 3600;
    clock.minute = rest / 60 % 60;
    clock.second = rest % 60;
    return clock;
}

std::int64_t wall_of(const LocalTime& t) {
    return days_from_civil(t.year, t.month, t.day) * 86'400 + t.hour * 3600 + t.minute * 60 + t.second;
}

ClockCell cell_of(const sources::TimeRead& read) {
    ClockCell cell{.trouble = read.trouble, .from_serial = read.from_excel_serial};
    if (read.trouble != sources::TimeTrouble::none) return cell;
    if (!read.clock) {
        cell.trouble = sources::TimeTrouble::not_a_time;
        return cell;
    }
    const auto& t = *read.clock;
    if (t.year < 1000 || t.year > 3000) {
        cell.trouble = sources::TimeTrouble::placeholder;
        return cell;
    }
    cell.day = static_cast<std::int32_t>(days_from_civil(t.year, t.month, t.day));
    if (read.has_hour) cell.second = t.hour * 3600 + t.minute * 60 + t.second;
    if (read.offset_seconds) cell.offset = *read.offset_seconds;
    return cell;
}

/// "03/14/2024 …": the two numbers before the year; false where the cell has another form.
bool slash_numbers(std::string_view text, int& first, int& second) {
    const auto one = text.find('/');
    if (one == std::string_view::npos || one == 0 || one > 2) return false;
    const auto two = text.find('/', one + 1);
    if (two == std::string_view::npos || two - one > 3) return false;
    const auto a = std::from_chars(text.data(), text.data() + one, first);
    const auto b = std::from_chars(text.data() + one + 1, text.data() + two, second);
    return a.ec == std::errc{} && b.ec == std::errc{};
}

}  // namespace

sources::DateOrder proved_order(const Reading& reading, std::size_t column) {
    bool day_first = false, month_first = false;
    for (std::size_t row = 0; row < reading.table.rows(); ++row) {
        int first = 0, second = 0;
        const auto text = trimmed(reading.table.cell(row, column));
        if (!slash_numbers(text, first, second)) continue;
        day_first = day_first || first > 12;
        month_first = month_first || second > 12;
        if (day_first && month_first) return sources::DateOrder::unknown;
    }
    if (day_first == month_first) return sources::DateOrder::unknown;
    return day_first ? sources::DateOrder::day_first : sources::DateOrder::month_first;
}

std::vector<ClockCell> read_clock(const Reading& reading, std::size_t column, sources::DateOrder order) {
    std::vector<ClockCell> cells(reading.table.rows());
    parallel_blocks(cells.size(), block, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            cells[row] = cell_of(sources::read_time(reading.table.cell(row, column), order));
        }
    });
    return cells;
}

HourColumn read_hours(const Reading& reading, std::size_t column) {
    HourColumn hours;
    std::vector<double> value(reading.table.rows(), -1.0);
    for (std::size_t row = 0; row < value.size(); ++row) {
        const auto text = trimmed(reading.table.cell(row, column));
        if (text.empty()) continue;
        const auto colon = text.find(':');
        const auto number = sources::read_number(text.substr(0, colon));
        value[row] = number.trouble == sources::NumberTrouble::none ? number.value : -2.0;
        if (colon == std::string_view::npos || value[row] < 0) continue;
        const auto minutes = sources::read_number(text.substr(colon + 1, 2));
        value[row] = value[row] * 100.0 + minutes.value;
        hours.has_minutes = true;
    }
    const double most = value.empty() ? 0.0 : *std::max_element(value.begin(), value.end());
    hours.has_minutes = hours.has_minutes || most > 24.0;
    for (const double v : value) {
        if (v < 0) {
            hours.minute.push_back(v == -1.0 ? std::int16_t{-1} : std::int16_t{-2});
            continue;
        }
        const int whole = static_cast<int>(std::min(v, 1e6)), hour = hours.has_minutes ? whole / 100 : whole;
        const int minute = hours.has_minutes ? whole % 100 : 0;
        const bool good = hour < 24 && minute < 60 && v == std::floor(v);
        hours.minute.push_back(static_cast<std::int16_t>(good ? hour * 60 + minute : -2));
    }
    return hours;
}

DayOffsets::DayOffsets(const TimeZone& zone, std::int64_t first_day, std::int64_t last_day)
    : m_zone(zone), m_first(first_day) {
    constexpr std::int64_t most_days = 60'000;  // a century and a half; days beyond are asked one by one
    const auto days = std::clamp<std::int64_t>(last_day - first_day + 1, 0, most_days);
    for (std::int64_t i = 0; i < days; ++i) {
        const std::int64_t from = (first_day + i) * 86'400, to = from + 86'399;
        const auto a = m_zone.to_instant(local_of(from)), b = m_zone.to_instant(local_of(to));
        const auto before = from - a.instant.seconds, after = to - b.instant.seconds;
        const bool calm = a.trouble == ClockTrouble::none && b.trouble == ClockTrouble::none && before == after;
        m_local.push_back(calm ? static_cast<std::int32_t>(before) : changes);
        const auto u = wall_of(m_zone.to_local({from})) - from, v = wall_of(m_zone.to_local({to})) - to;
        m_utc.push_back(u == v ? static_cast<std::int32_t>(u) : changes);
    }
}

Resolved DayOffsets::to_instant(std::int64_t wall) const {
    const auto day = wall / 86'400 - m_first;
    if (wall >= 0 && day >= 0 && day < static_cast<std::int64_t>(m_local.size())) {
        const auto offset = m_local[static_cast<std::size_t>(day)];
        if (offset != changes) return {{wall - offset}, ClockTrouble::none};
    }
    return m_zone.to_instant(local_of(wall));
}

std::int64_t DayOffsets::to_wall(Instant instant) const {
    const auto day = instant.seconds / 86'400 - m_first;
    if (instant.seconds >= 0 && day >= 0 && day < static_cast<std::int64_t>(m_utc.size())) {
        const auto offset = m_utc[static_cast<std::size_t>(day)];
        if (offset != changes) return instant.seconds + offset;
    }
    return wall_of(m_zone.to_local(instant));
}

}  // namespace lykta::layers
