// What is written of each place, in order, with units.
#include "outputs/place_columns.hpp"

#include <cmath>

#include "outputs/privacy.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using places::RankedPlace;
using places::Term;

/// Real numbers keep nine significant digits: enough for any unit here, and the same text on every machine.
Cell real(std::optional<double> value) {
    const auto number = finite(value);
    if (!number) return std::monostate{};
    return with_digits(*number, 9);
}
Cell whole(std::optional<int> value) {
    if (!value) return std::monostate{};
    return std::int64_t{*value};
}
Cell words(const std::string& value) {
    if (value.empty()) return std::monostate{};
    return mask_personal_numbers(clean_utf8(value));
}

Cell day(std::optional<std::int64_t> value) {
    return value ? Cell{iso_date(*value)} : Cell{};
}

bool hidden(const RunResult& r, const RankedPlace& p) {
    return is_hidden(r, p.facts.incidents);
}

/// A figure that would give the count away.
template <class Get>
auto unless_hidden(Get get) {
    return [get](const RunResult& r, const RankedPlace& p) -> Cell { return hidden(r, p) ? Cell{} : get(p); };
}
template <class Get>
auto always(Get get) {
    return [get](const RunResult&, const RankedPlace& p) -> Cell { return get(p); };
}
/// Dark share: also hidden where too few incidents have an hour, and undefined where none has.
template <class Get>
auto dark(Get get) {
    return [get](const RunResult& r, const RankedPlace& p) -> Cell {
        const auto& d = p.facts.dark;
        return d.known > 0 && !is_hidden(r, d) ? real(get(d)) : Cell{};
    };
}

/// Of the simulated rank; undefined without simulation.
template <class Get>
auto drawn(Get get) {
    return unless_hidden([get](const RankedPlace& p) { return p.distribution ? real(get(*p.distribution)) : Cell{}; });
}

std::string flags_text(const RankedPlace& p) {
    std::string text;
    for (const auto& flag : p.flags) text += (text.empty() ? "" : " ") + flag;
    return text;
}

using Columns = std::vector<PlaceColumn>;
const auto I = CellKind::integer;
const auto R = CellKind::real;
const auto T = CellKind::text;

void add_identity(Columns& c) {
    c.push_back({"rank", tr("Rank"), "", I, 0, always([](auto& p) { return whole(p.rank); })});
    c.push_back({"id", tr("Id"), "", T, 0, always([](auto& p) { return words(p.place.id); })});
    c.push_back({"name", tr("Name"), "", T, 0, always([](auto& p) { return words(p.place.name); })});
    c.push_back({"area_name", tr("Area"), "", T, 0, always([](auto& p) { return words(p.place.area_name); })});
    c.push_back(
        {"score", tr("Score"), tr("points of 100"), R, 3, unless_hidden([](auto& p) { return real(p.score); })});
    c.push_back(
        {"main_reason", tr("Main reason"), "", T, 0, always([](auto& p) { return words(reason_words(p.reason)); })});
    c.push_back({"main_reason_code", tr("Main reason, code"), "", T, 0,
                 always([](auto& p) { return words(std::string(places::reason_code(p.reason))); })});
}

void add_rank_interval(Columns& c) {
    c.push_back({"rank_low", tr("Rank, 90% interval from"), "", R, 0, drawn([](auto& d) { return d.low; })});
    c.push_back({"rank_high", tr("Rank, 90% interval to"), "", R, 0, drawn([](auto& d) { return d.high; })});
    c.push_back({"p_top", tr("Probability of being among the first"), tr("share"), R, 3,
                 drawn([](auto& d) { return d.top_k; })});
    c.push_back({"score_low", tr("Score, 90% interval from"), tr("points of 100"), R, 1,
                 drawn([](auto& d) { return d.score.low; })});
    c.push_back({"score_high", tr("Score, 90% interval to"), tr("points of 100"), R, 1,
                 drawn([](auto& d) { return d.score.high; })});
}

void add_points(Columns& c) {
    c.push_back({"points_incident_rate", tr("Points for incident rate"), tr("points"), R, 3,
                 unless_hidden([](auto& p) { return real(points_of(p, Term::incident_rate)); })});
    c.push_back({"points_light_deficit", tr("Points for light deficit"), tr("points"), R, 3,
                 unless_hidden([](auto& p) { return real(points_of(p, Term::light_deficit)); })});
    c.push_back({"points_obstruction", tr("Points for obstructed sight"), tr("points"), R, 3,
                 always([](auto& p) { return real(points_of(p, Term::obstruction)); })});
    c.push_back({"points_inspection_defects", tr("Points for building defects"), tr("points"), R, 3,
                 always([](auto& p) { return real(points_of(p, Term::inspection_defects)); })});
}

void add_incidents(Columns& c) {
    c.push_back({"incidents", tr("Incidents"), tr("number"), R, 0,
                 unless_hidden([](auto& p) { return real(p.facts.incidents); })});
    c.push_back({"incidents_low", tr("Incidents, 95% interval from"), tr("number"), R, 1,
                 unless_hidden([](auto& p) { return real(p.facts.incidents_interval.low); })});
    c.push_back({"incidents_high", tr("Incidents, 95% interval to"), tr("number"), R, 1,
                 unless_hidden([](auto& p) { return real(p.facts.incidents_interval.high); })});
    c.push_back({"rate_ha_year", tr("Rate"), tr("incidents per ha and year"), R, 2,
                 unless_hidden([](auto& p) { return real(p.facts.rate_per_ha_year); })});
    c.push_back({"eb_rate_ha_year", tr("Smoothed and weighted rate"), tr("incidents per ha and year"), R, 2,
                 unless_hidden([](auto& p) { return real(p.facts.eb_rate_per_ha_year); })});
    c.push_back(
        {"count_rank", tr("Rank by plain count"), "", I, 0, always([](auto& p) { return whole(p.count_rank); })});
    c.push_back({"largest_pile", tr("Incidents on the fullest point"), tr("number"), R, 0,
                 [](const RunResult& r, const RankedPlace& p) {
                     return is_hidden(r, p.facts.largest_pile) ? Cell{} : real(p.facts.largest_pile);
                 }});
    c.push_back(
        {"dark_share", tr("Dark share of incidents"), tr("share"), R, 3, dark([](auto& d) { return d.share; })});
    c.push_back({"dark_share_low", tr("Dark share, 95% interval from"), tr("share"), R, 3,
                 dark([](auto& d) { return d.interval.low; })});
    c.push_back({"dark_share_high", tr("Dark share, 95% interval to"), tr("share"), R, 3,
                 dark([](auto& d) { return d.interval.high; })});
    c.push_back({"dark_verdict", tr("Dark share against the whole study"), "", T, 0,
                 unless_hidden([](auto& p) { return words(std::string(dark_verdict_code(p.facts.dark_verdict))); })});
}

Cell below_by(const RankedPlace& p, conditions::LightCause cause) {
    if (!p.facts.path_below_class_m) return {};
    return real(p.facts.below_class_by_cause_m[static_cast<std::size_t>(cause)]);
}

void add_light(Columns& c) {
    c.push_back({"lux_average", tr("Illuminance, average"), "lx", R, 1,
                 always([](auto& p) { return real(p.facts.illuminance_average_lx); })});
    c.push_back({"lux_minimum", tr("Illuminance, minimum"), "lx", R, 2,
                 always([](auto& p) { return real(p.facts.illuminance_minimum_lx); })});
    c.push_back({"path_m", tr("Streets and paths"), "m", R, 0, always([](auto& p) { return real(p.facts.path_m); })});
    c.push_back({"path_below_class_m", tr("Path below its lighting class"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.path_below_class_m); })});
    c.push_back({"below_outage_m", tr("Below class: a lamp is out"), "m", R, 0,
                 always([](auto& p) { return below_by(p, conditions::LightCause::outage); })});
    c.push_back({"below_shaded_m", tr("Below class: plants shade the light"), "m", R, 0,
                 always([](auto& p) { return below_by(p, conditions::LightCause::shaded); })});
    c.push_back({"below_missing_m", tr("Below class: a lamp is missing"), "m", R, 0,
                 always([](auto& p) { return below_by(p, conditions::LightCause::missing); })});
    c.push_back({"below_weak_m", tr("Below class: the lamps are too weak"), "m", R, 0,
                 always([](auto& p) { return below_by(p, conditions::LightCause::weak); })});
    c.push_back({"light_deficit", tr("Light deficit"), tr("share of the class average"), R, 3,
                 always([](auto& p) { return real(p.facts.light_deficit); })});
    c.push_back({"light_sd", tr("Uncertainty of the light (standard deviation)"), tr("share"), R, 2,
                 always([](auto& p) { return real(p.facts.light_sd); })});
    c.push_back({"lamps", tr("Lamps"), tr("number"), I, 0, always([](auto& p) { return whole(p.facts.lamps); })});
    c.push_back(
        {"lamps_out", tr("Lamps out"), tr("number"), I, 0, always([](auto& p) { return whole(p.facts.lamps_out); })});
}

void add_sight(Columns& c) {
    c.push_back({"seen_under_10_m", tr("Path where a person is seen nearer than 10 m"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.seen_under_10_m); })});
    c.push_back({"seen_under_25_m", tr("Path where a person is seen nearer than 25 m"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.seen_under_25_m); })});
    c.push_back({"seen_under_25_plants_m", tr("of which plants hide"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.seen_under_25_plants_m); })});
    c.push_back({"seen_at_m", tr("A person is seen at, mean"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.seen_at_m); })});
    c.push_back({"facade_m", tr("Façade that sees the path, mean"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.facade_m); })});
    c.push_back(
        {"exit_m", tr("Longest way to an exit"), "m", R, 0, always([](auto& p) { return real(p.facts.exit_m); })});
    c.push_back({"dead_end_m", tr("Dead ends"), "m", R, 0, always([](auto& p) { return real(p.facts.dead_end_m); })});
    c.push_back({"tunnel_m", tr("Tunnels"), "m", R, 0, always([](auto& p) { return real(p.facts.tunnel_m); })});
}

void add_surroundings(Columns& c) {
    c.push_back({"vegetation_path_m", tr("Path within 5 m of tall plants"), "m", R, 0,
                 always([](auto& p) { return real(p.facts.path_near_vegetation_m); })});
    c.push_back({"vegetation_m2", tr("Vegetation area"), "m²", R, 0,
                 always([](auto& p) { return real(p.facts.vegetation_area_m2); })});
    c.push_back({"buildings_inspected", tr("Buildings inspected"), tr("number"), I, 0,
                 always([](auto& p) { return whole(p.facts.buildings_inspected); })});
    c.push_back({"items_passed", tr("Inspection items passed"), tr("number"), I, 0,
                 always([](auto& p) { return whole(p.facts.items_passed); })});
    c.push_back({"items_failed", tr("Inspection items failed"), tr("number"), I, 0,
                 always([](auto& p) { return whole(p.facts.items_failed); })});
    c.push_back({"items_unknown", tr("Inspection items unknown"), tr("number"), I, 0,
                 always([](auto& p) { return whole(p.facts.items_unknown); })});
    c.push_back({"mandatory_failed", tr("Mandatory items failed"), tr("number"), I, 0,
                 always([](auto& p) { return whole(p.facts.mandatory_failed); })});
    c.push_back({"defect_share", tr("Weighted share of failed items"), tr("share"), R, 3,
                 always([](auto& p) { return real(p.facts.defect_share); })});
    c.push_back({"inspected_first", tr("Oldest inspection"), "", T, 0,
                 always([](auto& p) { return day(p.facts.inspected_first_day); })});
    c.push_back({"inspected_last", tr("Newest inspection"), "", T, 0,
                 always([](auto& p) { return day(p.facts.inspected_last_day); })});
    c.push_back({"incidents_linked", tr("Incidents a failed item can have to do with"), tr("number"), R, 0,
                 [](const RunResult& r, const RankedPlace& p) {
                     const auto& n = p.facts.incidents_linked;
                     return !n || is_hidden(r, *n) ? Cell{} : real(n);
                 }});
    c.push_back({"population", tr("Inhabitants"), tr("number"), R, 0,
                 always([](auto& p) { return real(p.facts.population); })});
    c.push_back({"cameras", tr("Cameras"), tr("number"), I, 0, always([](auto& p) { return whole(p.facts.cameras); })});
}

void add_felt_and_place(Columns& c) {
    c.push_back({"survey_unsafe_share", tr("Feel unsafe (survey)"), tr("share"), R, 3,
                 always([](auto& p) { return real(p.facts.survey_unsafe_share); })});
    c.push_back({"survey_low", tr("Feel unsafe, 95% interval from"), tr("share"), R, 3, always([](auto& p) {
                     return p.facts.survey_interval ? real(p.facts.survey_interval->low) : Cell{};
                 })});
    c.push_back({"survey_high", tr("Feel unsafe, 95% interval to"), tr("share"), R, 3, always([](auto& p) {
                     return p.facts.survey_interval ? real(p.facts.survey_interval->high) : Cell{};
                 })});
    c.push_back(
        {"felt", tr("Felt and recorded safety"), "", T, 0, always([](auto& p) { return words(felt_words(p.felt)); })});
    c.push_back({"flags", tr("Flags"), "", T, 0, always([](auto& p) { return words(flags_text(p)); })});
    c.push_back(
        {"gi_z", tr("Gi* of the strongest cell"), "z", R, 2, always([](auto& p) { return real(p.place.gi_z); })});
    c.push_back({"gi_p_fdr", tr("Adjusted p of the strongest cell"), "", R, 6,
                 always([](auto& p) { return real(p.place.gi_p_fdr); })});
    c.push_back({"area_ha", tr("Size"), "ha", R, 2, always([](auto& p) { return real(p.place.area_ha); })});
    c.push_back(
        {"centre_x", tr("Centre, x (east)"), "m", R, 1, always([](auto& p) { return real(p.place.centre.x); })});
    c.push_back(
        {"centre_y", tr("Centre, y (north)"), "m", R, 1, always([](auto& p) { return real(p.place.centre.y); })});
}

}  // namespace

std::optional<double> points_of(const RankedPlace& place, Term term) {
    for (const auto& t : place.terms)
        if (t.term == term) return t.points;
    return std::nullopt;
}

std::vector<PlaceColumn> place_columns() {
    Columns columns;
    add_identity(columns);
    add_rank_interval(columns);
    add_points(columns);
    add_incidents(columns);
    add_light(columns);
    add_sight(columns);
    add_surroundings(columns);
    add_felt_and_place(columns);
    return columns;
}

}  // namespace lykta::outputs
