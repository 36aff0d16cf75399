// Incidents: points with a time, a category, a reporter; nothing else of the source is kept.
#include <algorithm>

#include "core/language.hpp"
#include "core/many_inside.hpp"
#include "layers/coordinates.hpp"
#include "layers/duplicates.hpp"
#include "layers/layer_of.hpp"
#include "layers/times.hpp"
#include "layers/words.hpp"

namespace lykta::layers {

namespace {

/// Incidents outside the study's period; rows without a usable time stay.
void keep_period(Reading& reading, const std::vector<TimeSpan>& times) {
    if (!reading.options.period) return;
    for (std::size_t row = 0; row < times.size(); ++row) {
        if (!times[row].known || reading.options.period->contains_day(times[row].local_day)) continue;
        set_aside(reading, row, Reason::outside_period,
                  say("{} is outside the study's period", iso_date(times[row].local_day)));
    }
}

/// Incidents outside the observation window: they can be no part of a rate inside it.
void keep_window(Reading& reading, const std::vector<Point>& points) {
    if (reading.options.window == nullptr) return;
    const ManyInside window{*reading.options.window};
    for (const auto row : rows_in(reading))
        if (!window.contains(points[row]))
            set_aside(reading, row, Reason::outside_window, tr("lies outside the study's window"));
}

void keep_unexcluded(Reading& reading, const std::vector<Point>& points) {
    for (const auto& exclusion : reading.options.exclusions) {
        for (const auto row : rows_in(reading)) {
            if (distance(points[row], exclusion.centre) > exclusion.radius_m) continue;
            set_aside(reading, row, Reason::excluded_by_study, say("left out by the study: {}", exclusion.why));
        }
    }
}

Words column_words(Reading& reading, std::string_view field, const std::string& named,
                   const std::vector<std::size_t>& rows) {
    const auto column = field_column(reading, field, Need::wanted, named);
    return column ? words_of(reading.table, *column, rows) : no_words(rows.size());
}

/// An address column, or block and street joined.
Words labels(Reading& reading, const std::vector<std::size_t>& rows) {
    const auto& table = reading.table;
    const auto block = known_column(table, "block"), street = known_column(table, "street");
    const bool by_parts = reading.options.label.empty() && block && street;
    if (!by_parts) return column_words(reading, "label", reading.options.label, rows);
    return joined_words(words_of(table, *block, rows), words_of(table, *street, rows));
}

template <class T>
std::vector<T> kept(const std::vector<T>& all, const std::vector<std::size_t>& rows) {
    std::vector<T> some;
    some.reserve(rows.size());
    for (const auto row : rows) some.push_back(all[row]);
    return some;
}

}  // namespace

void keep_points(Reading& reading, std::string_view what) {
    if (!reading.table.has_geometry()) return;
    for (const auto row : rows_in(reading)) {
        const auto& geometry = reading.table.geometry(row);
        const auto* many = std::get_if<MultiPoint>(&geometry);
        if (std::holds_alternative<Point>(geometry) || (many != nullptr && many->size() == 1)) continue;
        if (many != nullptr && !many->empty()) {
            set_aside(reading, row, Reason::wrong_geometry,
                      say("a multipoint of {} points is not one of the {}; split it, one row a point", many->size(),
                          std::string(what)));
        } else if (std::holds_alternative<MultiPolygon>(geometry)) {
            set_aside(reading, row, Reason::wrong_geometry,
                      say("a polygon among {}, which are points", std::string(what)));
        } else if (std::holds_alternative<MultiLine>(geometry)) {
            set_aside(reading, row, Reason::wrong_geometry,
                      say("a line among {}, which are points", std::string(what)));
        }
    }
}

IncidentLayer incidents_from(Reading& reading) {
    keep_points(reading, tr("incidents"));
    const auto placed = place_rows(reading);
    find_duplicates(reading);
    auto times = read_times(reading);
    keep_period(reading, times);
    keep_window(reading, placed.point);
    keep_unexcluded(reading, placed.point);
    const auto rows = rows_in(reading);
    IncidentLayer layer;
    layer.position = kept(placed.point, rows);
    layer.time = kept(times, rows);
    layer.category =
        mapped(column_words(reading, "category", reading.options.category, rows), reading.options.category_map);
    layer.reporter = column_words(reading, "reporter", reading.options.reporter, rows);
    layer.label = labels(reading, rows);
    for (const auto row : rows) layer.row.push_back(reading.row_number(row));
    layer.source.assign(rows.size(), 0);
    layer.position_error_m = {reading.options.position_error_m};
    layer.reports.push_back(finish(reading));
    return layer;
}

IncidentLayer read_incidents(const LayerOptions& options, const Crs& project) {
    auto reading = open_reading(options, project);
    return incidents_from(reading);
}

void append(IncidentLayer& to, IncidentLayer&& more) {
    const auto first = static_cast<std::uint16_t>(to.reports.size());
    const auto take = [](auto& into, auto& from) { into.insert(into.end(), from.begin(), from.end()); };
    if (to.size() == 0 && to.reports.empty()) {
        to = std::move(more);
        return;
    }
    take(to.position, more.position);
    take(to.time, more.time);
    take(to.row, more.row);
    take(to.position_error_m, more.position_error_m);
    append_words(to.category, more.category);
    append_words(to.reporter, more.reporter);
    append_words(to.label, more.label);
    for (const auto source : more.source) to.source.push_back(static_cast<std::uint16_t>(source + first));
    for (auto& report : more.reports) to.reports.push_back(std::move(report));
}

}  // namespace lykta::layers
