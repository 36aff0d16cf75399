// The layers of lykta.gpkg and the tables beside them.
#include <cmath>

#include "outputs/condition_layers.hpp"
#include "outputs/geopackage.hpp"
#include "outputs/hot_cells.hpp"
#include "outputs/privacy.hpp"
#include "outputs/shown_command.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using K = CellKind;

Cell whole(std::int64_t value) {
    return value;
}
Cell count_cell(const RunResult& result, double count) {
    return std::isfinite(count) && !is_hidden(result, count) ? Cell{count} : Cell{};
}

void add_places(GeoPackage& package, const RunResult& result) {
    const auto columns = place_columns();
    std::vector<Field> fields;
    for (const auto& c : columns) fields.push_back({c.name, c.title, c.unit, c.kind});
    auto table = package.table("places", tr("Ranked places, highest score first"), Shape::polygon, fields);
    for (const auto& place : result.places) {
        std::vector<Cell> cells;
        for (const auto& c : columns) cells.push_back(c.value(result, place));
        table.add(cells, place.place.shape);
    }
}

Cell interval_end(const places::ScoreTerm& term, double end) {
    return term.raw ? real_cell(end) : Cell{};
}

void add_place_terms(GeoPackage& package, const RunResult& result) {
    auto table = package.table("place_terms", tr("The terms each place's score is the sum of"), Shape::none,
                               {{"place_id", tr("Place"), "", K::text},
                                {"term", tr("Term, code"), "", K::text},
                                {"term_name", tr("Term"), "", K::text},
                                {"raw", tr("Raw value"), "", K::real},
                                {"raw_low", tr("Raw value, 90% interval from"), "", K::real},
                                {"raw_high", tr("Raw value, 90% interval to"), "", K::real},
                                {"unit", tr("Unit"), "", K::text},
                                {"scale", tr("Raw value that gives all points"), "", K::real},
                                {"scaled", tr("Raw ÷ scale, at most 1"), "", K::real},
                                {"weight", tr("Weight"), tr("points"), K::real},
                                {"points", tr("Points"), tr("points"), K::real},
                                {"records", tr("Records behind the value"), "", K::integer},
                                {"assumptions", tr("What it rests on"), "", K::text}});
    for (const auto& place : result.places)
        for (const auto& t : place.terms) {
            const bool by_incidents = t.term == places::Term::incident_rate || t.term == places::Term::light_deficit;
            const bool hide = by_incidents && is_hidden(result, place.facts.incidents);
            const auto shown = [&](const Cell& cell) { return hide ? Cell{} : cell; };
            table.add({text_cell(place.place.id), text_cell(std::string(places::term_code(t.term))),
                       text_cell(term_name(t.term)), shown(real_cell(t.raw)),
                       shown(interval_end(t, t.raw_interval.low)), shown(interval_end(t, t.raw_interval.high)),
                       text_cell(t.unit), real_cell(t.scale), shown(real_cell(t.scaled)), real_cell(t.weight),
                       shown(real_cell(t.points)), shown(whole(static_cast<std::int64_t>(t.records))),
                       hide ? Cell{} : text_cell(fmt::format("{}", fmt::join(t.assumptions, " ")))});
        }
}

void add_felt_areas(GeoPackage& package, const RunResult& result) {
    auto table =
        package.table("felt_areas", tr("Areas by survey answers, beside the recorded incidents"), Shape::polygon,
                      {{"area", tr("Area"), "", K::text},
                       {"unsafe_share", tr("Feel unsafe"), tr("share"), K::real},
                       {"unsafe_shrunk", tr("Feel unsafe, drawn towards the whole study where answers are few"),
                        tr("share"), K::real},
                       {"few_answers", tr("Few answers"), tr("1 = yes"), K::integer},
                       {"unsafe_low", tr("Feel unsafe, 95% interval from"), tr("share"), K::real},
                       {"unsafe_high", tr("Feel unsafe, 95% interval to"), tr("share"), K::real},
                       {"answers", tr("Answers"), tr("number"), K::real},
                       {"incidents", tr("Incidents"), tr("number"), K::real},
                       {"felt", tr("Felt and recorded safety, code"), "", K::text},
                       {"felt_words", tr("Felt and recorded safety"), "", K::text}});
    for (const auto& area : result.felt_areas)
        table.add({text_cell(area.area), real_cell(area.unsafe_share), real_cell(area.shrunk_share),
                   yes_no_cell(area.few_answers), real_cell(area.interval.low), real_cell(area.interval.high),
                   real_cell(area.answers), count_cell(result, area.incidents),
                   text_cell(std::string(felt_code(area.felt))), text_cell(felt_words(area.felt))},
                  area.shape);
}

std::vector<Field> cell_fields() {
    return {{"count", tr("Incidents"), tr("number"), K::real},
            {"intensity", tr("Intensity"), tr("incidents per ha and year"), K::real},
            {"gi_z", tr("Gi*"), "z", K::real},
            {"p_fdr", tr("Adjusted p (two-sided, false discovery rate)"), "", K::real}};
}

std::optional<double> value_at(const Grid<double>& grid, std::size_t cell) {
    return cell < grid.values.size() ? finite(grid.values[cell]) : std::nullopt;
}

std::vector<Cell> cell_row(const RunResult& result, const Grid<double>& intensity, std::size_t cell) {
    const double count = value_at(result.counts, cell).value_or(0);
    return {count_cell(result, count), real_cell(value_at(intensity, cell)), real_cell(value_at(result.gi_z, cell)),
            real_cell(value_at(result.gi_p_fdr, cell))};
}

}  // namespace

void add_place_layers(GeoPackage& package, const RunResult& result) {
    add_places(package, result);
    add_place_terms(package, result);
    add_felt_areas(package, result);
}

void add_cell_layers(GeoPackage& package, const RunResult& result) {
    const GridFrame& frame = result.counts.frame;
    const Grid<double> intensity = shown_intensity(result);
    auto hot = package.table("hot_spots", tr("Cells significantly high by Gi* after correction for many tests"),
                             Shape::polygon, cell_fields());
    auto cells = package.table("cells", tr("Cells of the study with incidents, or significantly high"), Shape::polygon,
                               cell_fields());
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const auto cell = result.counts.index(column, row);
            const bool is_significant = is_hot(result, cell);
            const double count = value_at(result.counts, cell).value_or(0);
            if (!is_significant && (count <= 0 || is_hidden(result, count))) continue;
            const auto values = cell_row(result, intensity, cell);
            const auto square = cell_square(frame, column, row);
            if (is_significant) hot.add(values, square);
            cells.add(values, square);
        }
}

void add_light_layers(GeoPackage& package, const RunResult& result) {
    static const layers::StreetLayer none;
    const auto& streets = result.layers && result.layers->streets ? *result.layers->streets : none;
    add_light_stretches(package, {"light_deficit", tr("Stretches of street and path against their lighting class")},
                        streets, result.stretches);
    auto lamps = package.table("lamps", tr("Lamps used for the light calculation"), Shape::point,
                               {{"id", tr("Id"), "", K::text},
                                {"height_m", tr("Mounting height"), "m", K::real},
                                {"flux_lm", tr("Luminous flux"), "lm", K::real},
                                {"state", tr("State"), "", K::text},
                                {"height_defaulted", tr("Height assumed"), tr("1 = yes"), K::integer},
                                {"flux_defaulted", tr("Flux assumed"), tr("1 = yes"), K::integer}});
    if (!result.layers || !result.layers->lighting) return;
    for (const auto& lamp : result.layers->lighting->lamps)
        lamps.add({text_cell(lamp.id), real_cell(lamp.height.value), real_cell(lamp.flux.value),
                   text_cell(std::string(lamp_state_code(lamp.state))), yes_no_cell(lamp.height_defaulted),
                   yes_no_cell(lamp.flux_defaulted)},
                  lamp.position);
}

void add_sight_layers(GeoPackage& package, const RunResult& result) {
    static const conditions::PathSight nothing;
    static const layers::StreetLayer no_streets;
    static const layers::VegetationLayer no_plants;
    const auto& sight = result.sight ? *result.sight : nothing;
    add_sight_stretches(package, result.sight ? *result.layers->streets : no_streets, sight);
    add_blocking_plants(package, sight.plants.empty() ? no_plants : *result.layers->vegetation, sight);
}

void add_rows_set_aside(GeoPackage& package, const std::vector<layers::SourceReport>& sources, RowMessages messages) {
    auto set_aside = package.table("rows_set_aside", tr("Rows of the sources that were not used, and why"), Shape::none,
                                   {{"source", tr("Source"), "", K::text},
                                    {"row", tr("Row or feature"), "", K::integer},
                                    {"reason", tr("Reason, code"), "", K::text},
                                    {"reason_words", tr("Reason"), "", K::text},
                                    {"message", tr("Message"), "", K::text}});
    for (const auto& source : sources)
        for (const auto& row : source.account.set_aside)
            set_aside.add({text_cell(source.account.source), row.row, text_cell(std::string(reason_code(row.reason))),
                           text_cell(set_aside_words(row.reason)),
                           messages == RowMessages::hidden ? Cell{} : text_cell(row.message)});
}

void add_account_tables(GeoPackage& package, const RunResult& result) {
    add_rows_set_aside(package, result.sources, result.public_level ? RowMessages::hidden : RowMessages::shown);
    auto info = package.table("run_info", tr("What this file is, how and from what it was made"), Shape::none,
                              {{"key", tr("Key"), "", K::text}, {"value", tr("Value"), "", K::text}});
    const auto add = [&](const std::string& key, const std::string& value) {
        info.add({text_cell(key), text_cell(value)});
    };
    add("study", result.study_name);
    add("lykta_version", result.version);
    add("command", shown_command(result.command));
    add("crs", result.crs.text());
    add("timezone", result.timezone);
    add("period", iso_date(result.period.first_day) + "/" + iso_date(result.period.last_day));
    add("window_area_ha", fmt::format("{:.1f}", result.window_area_ha));
    add("seed", fmt::format("{}", result.seed));
    add("privacy", result.public_level ? fmt::format("public, k = {}", result.privacy_k) : "internal");
    for (const auto& source : result.sources)
        add("source " + source.account.source,
            fmt::format("{}; {} rows read, {} used; sha256 {}", layers::layer_name(source.kind),
                        source.account.rows_read, source.account.rows_used, source.sha256));
    for (const auto& o : result.options) add("option " + o.key, o.unit.empty() ? o.value : o.value + " " + o.unit);
    for (const auto& absent : result.absent_terms) add("absent term", absent.sentence);
    if (result.refusal) add("refusal", *result.refusal);
    add("caveat", tr("Recorded incidents differ by who reports; association is not effect."));
}

}  // namespace lykta::outputs
