// Two checks on hours: an hour column against the clock beside it, and midnight as "unknown".
#include "layers/hour_checks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/language.hpp"

namespace lykta::layers {

namespace {

constexpr std::int64_t day_s = 86'400;

enum class Agreement { no_hour, converted, as_written, neither, date_only };

std::int32_t minute_of(std::int64_t wall) {
    return static_cast<std::int32_t>(((wall % day_s) + day_s) % day_s / 60);
}

bool agrees(std::int32_t minute, std::int32_t hour_minute, bool has_minutes) {
    return has_minutes ? minute == hour_minute : minute / 60 == hour_minute / 60;
}

Agreement agreement(const ClockCell& cell, std::int16_t minute, bool has_minutes, const DayOffsets& zone) {
    if (minute < 0) return Agreement::no_hour;
    if (cell.second < 0) return Agreement::date_only;
    if (!cell.has_offset())
        return agrees(minute_of(cell.wall()), minute, has_minutes) ? Agreement::converted : Agreement::neither;
    const auto wall = zone.to_wall({cell.wall() - cell.offset});
    if (agrees(minute_of(wall), minute, has_minutes)) return Agreement::converted;
    if (agrees(minute_of(cell.wall()), minute, has_minutes)) return Agreement::as_written;
    return Agreement::neither;
}

/// Does the whole column stand at up to three clock readings (00:00, or midnight in another zone, summer and winter)?
/// Then it is a date in disguise, and the hour column has the hour.
bool is_date_in_disguise(const std::vector<ClockCell>& cells) {
    std::map<std::int32_t, std::size_t> readings;
    std::size_t good = 0;
    for (const auto& cell : cells) {
        if (!cell.is_good() || cell.second < 0) continue;
        ++good;
        if (readings.size() < 1000 || readings.contains(cell.second)) ++readings[cell.second];
    }
    std::vector<std::size_t> counts;
    for (const auto& [second, count] : readings) counts.push_back(second % 3600 == 0 ? count : 0);
    std::sort(counts.rbegin(), counts.rend());
    std::size_t most = 0;
    for (std::size_t i = 0; i < counts.size() && i < 3; ++i) most += counts[i];
    const bool enough = good >= 10 || (readings.size() == 1 && readings.begin()->first == 0);
    return enough && static_cast<double>(most) >= 0.98 * static_cast<double>(good);
}

/// The cell's local date with the hour of the hour column.
void set_hour(ClockCell& cell, std::int64_t wall, std::int16_t minute) {
    const auto day = wall >= 0 ? wall / day_s : -((-wall + day_s - 1) / day_s);
    cell.day = static_cast<std::int32_t>(day);
    cell.second = minute * 60;
    cell.offset = ClockCell::no_offset;
}

void strip_to_dates(std::vector<ClockCell>& cells, const DayOffsets& zone) {
    for (auto& cell : cells) {
        if (!cell.is_good() || cell.second < 0) continue;
        if (cell.second != 0 && cell.has_offset()) {
            const auto wall = zone.to_wall({cell.wall() - cell.offset});
            cell.day = static_cast<std::int32_t>(wall / day_s);
        } else if (cell.second >= 12 * 3600) {
            ++cell.day;  // midnight east of Greenwich, written in UTC, still has the day before
        }
        cell.second = -1;
        cell.offset = ClockCell::no_offset;
    }
}

struct Tally {
    RowsConcerned wrong, neither, impossible;
    std::int64_t compared = 0;
};

void report(Reading& reading, const TimeAndHour& columns, const Tally& tally) {
    const auto time = shown(reading.table.names()[columns.time]), hour = shown(reading.table.names()[columns.hour]);
    add_issue(
        reading,
        {"offset_wrong", Severity::warning,
         say("column {}: in {} of {} rows the clock as written equals {}, so the offset is wrong there (local time "
             "marked as UTC); the clock as written is used",
             time, tally.wrong.count, tally.compared, hour)},
        tally.wrong);
    const bool many = tally.neither.count * 20 > tally.compared;
    add_issue(reading,
              {many ? "offset_doubtful" : "hour_differs", many ? Severity::warning : Severity::note,
               many ? say("columns {} and {} disagree; is the time zone {} right? {} is used", time, hour,
                          reading.options.timezone, hour)
                    : say("columns {} and {} disagree; {} is used", time, hour, hour)},
              tally.neither);
    add_issue(reading, {"time_no_such_hour", Severity::warning, say("column {}: no such hour of the day", hour)},
              tally.impossible);
}

bool is_placeholder(double midnight, double neighbours, double ratio) {
    const double excess = midnight - neighbours;
    return midnight >= 20 && midnight >= ratio * neighbours && excess >= 5.0 * std::sqrt(midnight + neighbours / 2.0);
}

}  // namespace

void apply_hours(Reading& reading, const TimeAndHour& columns, std::vector<ClockCell>& cells, const DayOffsets& zone) {
    const auto hours = read_hours(reading, columns.hour);
    if (is_date_in_disguise(cells)) strip_to_dates(cells, zone);
    Tally tally;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        auto& cell = cells[row];
        if (hours.minute[row] == -2 && reading.used[row] != 0) tally.impossible.add(reading.row_number(row));
        if (!cell.is_good()) continue;
        const auto verdict = agreement(cell, hours.minute[row], hours.has_minutes, zone);
        if (verdict != Agreement::no_hour && verdict != Agreement::date_only) ++tally.compared;
        if (verdict == Agreement::date_only) set_hour(cell, cell.wall(), hours.minute[row]);
        if (verdict == Agreement::as_written) {
            cell.offset = ClockCell::no_offset;
            tally.wrong.add(reading.row_number(row));
        }
        if (verdict == Agreement::neither) {
            const auto wall = cell.has_offset() ? zone.to_wall({cell.wall() - cell.offset}) : cell.wall();
            set_hour(cell, wall, hours.minute[row]);
            tally.neither.add(reading.row_number(row));
        }
    }
    report(reading, columns, tally);
}

void drop_placeholder_hours(Reading& reading, std::vector<TimeSpan>& spans) {
    std::array<double, 24> on_the_hour{}, in_the_hour{};
    const auto sharp = [](const TimeSpan& span) { return span.from.seconds % 3600 == 0; };
    for (std::size_t row = 0; row < spans.size(); ++row) {
        const auto& span = spans[row];
        if (!span.known || !span.has_hour || reading.used[row] == 0) continue;
        const auto hour = static_cast<std::size_t>(span.local_hour);
        in_the_hour[hour] += 1.0;
        if (sharp(span)) on_the_hour[hour] += 1.0;
    }
    double all = 0, whole = 0;
    for (std::size_t hour = 0; hour < 24; ++hour) {
        all += in_the_hour[hour];
        whole += on_the_hour[hour];
    }
    const double ratio = whole >= 0.98 * all ? 1.25 : 2.0;
    const double neighbours = (on_the_hour[23] + on_the_hour[1]) / 2.0;
    if (!is_placeholder(on_the_hour[0], neighbours, ratio)) return;
    RowsConcerned concerned;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        auto& span = spans[row];
        if (!span.known || !span.has_hour || span.local_hour != 0 || !sharp(span)) continue;
        span.has_hour = false;
        span.local_hour = -1;
        span.to = {span.from.seconds + day_s};
        if (reading.used[row] != 0) concerned.add(reading.row_number(row));
    }
    add_issue(
        reading,
        {"hour_placeholder", Severity::warning,
         say("hour 0 in {:.0f} rows against about {:.0f} at 23 and 1 o'clock: it stands for an unknown hour; those "
             "rows keep their date and lose the hour",
             on_the_hour[0], neighbours)},
        concerned);
}

}  // namespace lykta::layers
