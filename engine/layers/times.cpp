// When: cells to intervals in UTC.
#include "layers/times.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "layers/clock.hpp"
#include "layers/columns.hpp"
#include "layers/hour_checks.hpp"

namespace lykta::layers {

namespace {

using sources::TimeTrouble;
constexpr std::size_t block = 16'384;

struct TroubleText {
    TimeTrouble trouble;
    const char *code, *message;
};

/// One issue per kind of trouble; {} is the column.
std::array<TroubleText, 9> trouble_texts() {
    return {{
        {TimeTrouble::empty, "time_empty", tr("column {}: time empty; the place counts, the time does not")},
        {TimeTrouble::not_a_time, "time_not_a_time", tr("column {}: not a time Lykta can read; time set aside")},
        {TimeTrouble::ambiguous_order, "time_order",
         tr("column {}: day and month cannot be told apart (1 March or 3 January?); time set aside. Write dates as "
            "2024-01-31")},
        {TimeTrouble::two_digit_year, "time_two_digit_year",
         tr("column {}: a year of two digits is ambiguous; time set aside. Write dates as 2024-01-31")},
        {TimeTrouble::no_such_date, "time_no_such_date", tr("column {}: no such date in the calendar; time set aside")},
        {TimeTrouble::no_such_hour, "time_no_such_hour", tr("column {}: no such hour of the day; time set aside")},
        {TimeTrouble::placeholder, "time_placeholder", tr("column {}: a placeholder for 'unknown'; time set aside")},
        {TimeTrouble::future, "time_future", tr("column {}: in the future; time set aside")},
        {TimeTrouble::excel_placeholder, "time_excel_placeholder",
         tr("column {}: an Excel number that is no date (1900); time set aside")},
    }};
}

std::string name_of(const Reading& reading, std::size_t column) {
    return shown(trimmed(reading.table.names()[column]));
}

/// Example cells of an issue: "'2099-05-01 12:00'".
std::string with_example(const Reading& reading, std::size_t column, std::string message, std::size_t row) {
    const auto cell = trimmed(reading.table.cell(row, column));
    return cell.empty() ? message : say("{} (first: '{}')", message, shown(cell));
}

/// An empty end of an interval means the start is the moment: nothing to warn of.
enum class Empty { is_trouble, is_normal };

void report_troubles(Reading& reading, std::size_t column, const std::vector<ClockCell>& cells, Empty empty) {
    for (const auto& text : trouble_texts()) {
        if (text.trouble == TimeTrouble::empty && empty == Empty::is_normal) continue;
        RowsConcerned concerned;
        std::size_t first = 0;
        for (std::size_t row = 0; row < cells.size(); ++row) {
            if (cells[row].trouble != text.trouble || reading.used[row] == 0) continue;
            if (concerned.count == 0) first = row;
            concerned.add(reading.row_number(row));
        }
        if (concerned.count == 0) continue;
        auto message = fmt::format(fmt::runtime(text.message), name_of(reading, column));
        add_issue(reading, {text.code, Severity::warning, with_example(reading, column, std::move(message), first)},
                  concerned);
    }
    const auto serials =
        std::count_if(cells.begin(), cells.end(), [](const auto& c) { return c.is_good() && c.from_serial; });
    if (serials > 0) {
        add_note(reading, say("{}: column {}: {} Excel day numbers read as dates", reading.file(),
                              name_of(reading, column), serials));
    }
}

void mark_future(std::vector<ClockCell>& cells, std::int64_t today) {
    for (auto& cell : cells) {
        if (cell.is_good() && cell.day > today + 1) cell.trouble = TimeTrouble::future;
    }
}

std::vector<ClockCell> clock_of(Reading& reading, std::size_t column, Empty empty = Empty::is_trouble) {
    auto cells = read_clock(reading, column, proved_order(reading, column));
    mark_future(cells, today_of(reading.options));
    if (reading.options.time_is_local) {
        for (auto& cell : cells) cell.offset = ClockCell::no_offset;
    }
    report_troubles(reading, column, cells, empty);
    return cells;
}

DayOffsets offsets_for(const Reading& reading, const std::vector<const std::vector<ClockCell>*>& columns) {
    std::int64_t first = 1'000'000, last = -1'000'000;
    for (const auto* cells : columns) {
        for (const auto& cell : *cells) {
            if (!cell.is_good()) continue;
            first = std::min<std::int64_t>(first, cell.day);
            last = std::max<std::int64_t>(last, cell.day);
        }
    }
    return {TimeZone::named(reading.options.timezone), std::max<std::int64_t>(0, first - 2), last + 2};
}

void set_local(TimeSpan& span, std::int64_t wall) {
    const auto day = wall >= 0 ? wall / 86'400 : -((-wall + 86'399) / 86'400);
    span.local_day = static_cast<std::int32_t>(day);
    span.local_weekday = static_cast<std::int8_t>(((day + 3) % 7 + 7) % 7);
    span.local_hour = span.has_hour ? static_cast<std::int8_t>((wall - day * 86'400) / 3600) : std::int8_t{-1};
}

/// A good cell as a span; `trouble` tells of daylight saving.
TimeSpan span_of(const ClockCell& cell, const DayOffsets& zone, ClockTrouble& trouble) {
    TimeSpan span{.known = true, .has_hour = cell.second >= 0};
    if (!span.has_hour) {
        span.from = zone.to_instant(cell.wall()).instant;
        span.to = zone.to_instant(cell.wall() + 86'400).instant;
        set_local(span, cell.wall());
        return span;
    }
    if (cell.has_offset()) {
        span.from = {cell.wall() - cell.offset};
        set_local(span, zone.to_wall(span.from));
    } else {
        const auto resolved = zone.to_instant(cell.wall());
        trouble = resolved.trouble;
        span.from = resolved.instant;
        set_local(span, cell.wall());
    }
    span.to = span.from;
    return span;
}

void report_clock_changes(Reading& reading, std::size_t column, const std::vector<ClockTrouble>& troubles) {
    RowsConcerned skipped, doubled;
    for (std::size_t row = 0; row < troubles.size(); ++row) {
        if (reading.used[row] == 0) continue;
        if (troubles[row] == ClockTrouble::does_not_exist) skipped.add(reading.row_number(row));
        if (troubles[row] == ClockTrouble::exists_twice) doubled.add(reading.row_number(row));
    }
    const auto name = name_of(reading, column);
    add_issue(reading,
              {"time_does_not_exist", Severity::warning,
               say("column {}: a time skipped when clocks went forward ({}); moved an hour on", name,
                   reading.options.timezone)},
              skipped);
    add_issue(reading,
              {"time_ambiguous", Severity::warning,
               say("column {}: a time that came twice when clocks went back ({}); the first is taken", name,
                   reading.options.timezone)},
              doubled);
}

std::vector<TimeSpan> spans_of(Reading& reading, std::size_t column, const std::vector<ClockCell>& cells,
                               const DayOffsets& zone) {
    std::vector<TimeSpan> spans(cells.size());
    std::vector<ClockTrouble> troubles(cells.size(), ClockTrouble::none);
    parallel_blocks(cells.size(), block, [&](std::size_t first, std::size_t last) {
        for (std::size_t row = first; row < last; ++row) {
            if (cells[row].is_good()) spans[row] = span_of(cells[row], zone, troubles[row]);
        }
    });
    report_clock_changes(reading, column, troubles);
    return spans;
}

/// Midnight as "unknown" among the rows that have a start alone; a true interval may well begin at midnight.
void drop_hours_of_moments(Reading& reading, std::vector<TimeSpan>& spans, const std::vector<TimeSpan>& ends) {
    auto moments = spans;
    for (std::size_t row = 0; row < moments.size(); ++row) moments[row].known = moments[row].known && !ends[row].known;
    drop_placeholder_hours(reading, moments);
    for (std::size_t row = 0; row < moments.size(); ++row) {
        if (moments[row].known) spans[row] = moments[row];
    }
}

/// Two columns, earliest and latest: the moment is unknown in between.
std::vector<TimeSpan> read_interval(Reading& reading, std::size_t from, std::size_t to) {
    const auto early = clock_of(reading, from), late = clock_of(reading, to, Empty::is_normal);
    const auto zone = offsets_for(reading, {&early, &late});
    auto spans = spans_of(reading, from, early, zone);
    const auto ends = spans_of(reading, to, late, zone);
    drop_hours_of_moments(reading, spans, ends);
    RowsConcerned reversed;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (!spans[row].known || !ends[row].known) {
            if (!spans[row].known) spans[row] = ends[row];
            continue;
        }
        if (ends[row].to < spans[row].from) {
            spans[row] = {};
            reversed.add(reading.row_number(row));
            continue;
        }
        spans[row].has_hour = spans[row].has_hour && ends[row].has_hour;
        spans[row].to = ends[row].to;
    }
    add_issue(reading,
              {"time_interval_reversed", Severity::warning,
               say("{} lies before {}; time set aside", name_of(reading, to), name_of(reading, from))},
              reversed);
    return spans;
}

}  // namespace

std::int64_t today_of(const LayerOptions& options) {
    if (options.today) return *options.today;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
}

std::vector<TimeSpan> read_times(Reading& reading) {
    const auto& options = reading.options;
    if (!options.time_from.empty() || !options.time_to.empty()) {
        const auto from = named_column(reading, options.time_from, "time_from");
        return read_interval(reading, from, named_column(reading, options.time_to, "time_to"));
    }
    const auto column = field_column(reading, "time", Need::wanted, options.time);
    if (!column) {
        const auto from = field_column(reading, "time_from"), to = field_column(reading, "time_to");
        if (from && to && *from != *to) return read_interval(reading, *from, *to);
        add_note(reading, say("{}: no time column found; hours, darkness and recency cannot be told", reading.file()));
        return std::vector<TimeSpan>(reading.table.rows());
    }
    const auto hour = field_column(reading, "hour", Need::wanted, options.hour);
    if (options.time.empty() && !hour) {
        // An end beside the time makes it the start of an interval, as `lykta init` writes it.
        const auto to = known_column(reading.table, "time_to");
        if (to && *to != *column) return read_interval(reading, *column, *field_column(reading, "time_to"));
    }
    auto cells = clock_of(reading, *column);
    const auto zone = offsets_for(reading, {&cells});
    if (hour && *hour != *column) apply_hours(reading, {*column, *hour}, cells, zone);
    auto spans = spans_of(reading, *column, cells, zone);
    drop_placeholder_hours(reading, spans);
    return spans;
}

}  // namespace lykta::layers
