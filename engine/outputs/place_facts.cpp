// What is known of a place, put into words.
#include "outputs/place_facts.hpp"

#include <algorithm>
#include <cmath>

#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"

namespace lykta::outputs {
namespace {

using places::PlaceFacts;
using places::RankedPlace;
using places::Term;

std::string metres(double m) {
    return number_text(m, 0) + "\u00a0m";
}
std::string count(int n) {
    return number_text(std::int64_t{n});
}
std::string lux(double value) {
    return number_text(value, value < 1 ? 2 : 1) + "\u00a0lx";
}

/// "120 m a lamp is out; 30 m the lamps are too weak": why stretches are below their class.
std::string causes(const PlaceFacts& f) {
    std::string text;
    for (std::size_t i = 1; i < f.below_class_by_cause_m.size(); ++i) {
        const double m = f.below_class_by_cause_m[i];
        if (m < 0.5) continue;
        text +=
            (text.empty() ? "" : "; ") + metres(m) + " " + light_cause_words(static_cast<conditions::LightCause>(i));
    }
    return text;
}

/// "0 m of 378 m".
std::string of_path(double m, const PlaceFacts& f) {
    return f.path_m ? say("{} of {}", metres(m), metres(*f.path_m)) : metres(m);
}

FactGroup light(const PlaceFacts& f) {
    FactGroup g{tr("Light"), {}};
    if (f.illuminance_average_lx)
        g.facts.push_back(
            {tr("Average on streets and paths"),
             lux(*f.illuminance_average_lx) + (f.light_sd ? "\u00a0±\u00a0" + percent_text(*f.light_sd) : "")});
    if (f.illuminance_minimum_lx) g.facts.push_back({tr("Darkest point"), lux(*f.illuminance_minimum_lx)});
    if (f.path_m && f.path_below_class_m) {
        const auto why = causes(f);
        g.facts.push_back({tr("Below its lighting class"),
                           of_path(*f.path_below_class_m, f) + (why.empty() ? "" : " (" + why + ")")});
    }
    if (f.lamps)
        g.facts.push_back(
            {tr("Lamps, of which out"), say("{}, {}", count(*f.lamps), f.lamps_out ? count(*f.lamps_out) : "–")});
    return g;
}

FactGroup sight(const PlaceFacts& f) {
    FactGroup g{tr("Sight"), {}};
    // Nobody is looked for beyond the reach of the walk; a mean at its end means that nothing hides.
    const double reach = conditions::SightOptions{}.approach.value;
    if (f.seen_at_m)
        g.facts.push_back({tr("A person is seen at, mean"),
                           *f.seen_at_m >= reach - 0.5 ? say("{} or more", metres(reach)) : metres(*f.seen_at_m)});
    if (f.seen_under_10_m) g.facts.push_back({tr("Seen nearer than 10 m"), of_path(*f.seen_under_10_m, f)});
    if (f.seen_under_25_m && f.seen_under_25_plants_m)
        g.facts.push_back({tr("Seen nearer than 25 m"), say("{}, plants hide {}", of_path(*f.seen_under_25_m, f),
                                                            metres(*f.seen_under_25_plants_m))});
    if (f.facade_m) g.facts.push_back({tr("Façade that sees the path, mean"), metres(*f.facade_m)});
    if (f.exit_m) g.facts.push_back({tr("Longest way to an exit"), metres(*f.exit_m)});
    if (f.dead_end_m && *f.dead_end_m > 0) g.facts.push_back({tr("Dead ends"), metres(*f.dead_end_m)});
    if (f.tunnel_m && *f.tunnel_m > 0) g.facts.push_back({tr("Tunnels"), metres(*f.tunnel_m)});
    return g;
}

FactGroup plants(const PlaceFacts& f) {
    FactGroup g{tr("Vegetation"), {}};
    if (f.path_near_vegetation_m)
        g.facts.push_back({tr("Path within 5 m of tall plants"),
                           f.path_m ? say("{} of {}", metres(*f.path_near_vegetation_m), metres(*f.path_m))
                                    : metres(*f.path_near_vegetation_m)});
    if (f.vegetation_area_m2)
        g.facts.push_back({tr("Covered by crowns"), number_text(*f.vegetation_area_m2, 0) + "\u00a0m²"});
    return g;
}

FactGroup buildings(const RunResult& result, const PlaceFacts& f) {
    FactGroup g{tr("Building inspections"), {}};
    if (f.buildings_inspected) g.facts.push_back({tr("Buildings inspected"), count(*f.buildings_inspected)});
    if (f.items_failed && f.items_passed)
        g.facts.push_back(
            {tr("Items failed and passed"), say("{} and {}", count(*f.items_failed), count(*f.items_passed))});
    if (f.mandatory_failed) g.facts.push_back({tr("Mandatory items failed"), count(*f.mandatory_failed)});
    if (f.inspected_first_day && f.inspected_last_day)
        g.facts.push_back(
            {tr("Inspected"), *f.inspected_first_day == *f.inspected_last_day
                                  ? iso_date(*f.inspected_last_day)
                                  : iso_date(*f.inspected_first_day) + " – " + iso_date(*f.inspected_last_day)});
    if (f.incidents_linked && *f.incidents_linked > 0 && !is_hidden(result, *f.incidents_linked))
        g.facts.push_back({tr("Incidents a failed item can have to do with"), number_text(*f.incidents_linked, 0)});
    if (f.items_unknown && *f.items_unknown > 0) g.facts.push_back({tr("Items not judged"), count(*f.items_unknown)});
    return g;
}

FactGroup people(const RankedPlace& place) {
    const PlaceFacts& f = place.facts;
    FactGroup g{tr("People, beside the score"), {}};
    if (f.survey_unsafe_share) {
        const std::string interval =
            f.survey_interval ? " (" + range_percent(f.survey_interval->low, f.survey_interval->high) + ")" : "";
        g.facts.push_back({tr("Feel unsafe in the area"), percent_text(*f.survey_unsafe_share) + interval});
        g.facts.push_back({tr("Felt against recorded"), felt_words(place.felt)});
    }
    if (f.population) g.facts.push_back({tr("Inhabitants, about"), number_text(*f.population, 0)});
    if (f.cameras) g.facts.push_back({tr("Cameras"), count(*f.cameras)});
    return g;
}

const places::ScoreTerm* term_of(const RankedPlace& place, Term term) {
    for (const auto& t : place.terms)
        if (t.term == term) return &t;
    return nullptr;
}

std::string gap_sentence(const RunResult& result, std::size_t index) {
    const double gap = result.places[index].score - result.places[index + 1].score;
    if (gap < 0.05) return tr("The next place has as many points: the order of the two says nothing.");
    if (gap < 2)
        return say("The next place is {} points behind: so small a distance can turn with a few incidents.",
                   number_text(gap, 1));
    return say("The next place is {} points behind.", number_text(gap, 1));
}

void add_light_change(std::vector<std::string>& out, const RankedPlace& place) {
    const auto* term = term_of(place, Term::light_deficit);
    const auto points = printed_points(place);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (&place.terms[i] == term && points[i] > 0)
            out.push_back(
                say("The light is computed, not measured: if measuring on site shows that it meets its class, {} "
                    "points go.",
                    number_text(points[i], 1)));
}

/// Which lamps behind the light are assumptions.
void add_lamp_change(std::vector<std::string>& out, const RunResult& result, const RankedPlace& place) {
    if (!result.layers || !result.layers->lighting) return;
    const auto& lamps = result.layers->lighting->lamps;
    std::int64_t assumed = 0;
    for (const auto i : place.facts.lamp_index)
        if (i < lamps.size() && (lamps[i].flux_defaulted || lamps[i].height_defaulted)) ++assumed;
    if (assumed > 0)
        out.push_back(say("{} of {} lamps have an assumed height or flux; the real figures would change the light.",
                          number_text(assumed), number_text(static_cast<std::int64_t>(place.facts.lamp_index.size()))));
}

void add_unknown_terms(std::vector<std::string>& out, const RankedPlace& place) {
    for (const auto& term : place.terms)
        if (!term.raw)
            out.push_back(say("Term {} ({}) has no data here: what is found on site could add up to {} points.",
                              term_letter(term.term), term_name(term.term), number_text(term.weight, 0)));
}

}  // namespace

std::vector<Fact> incident_facts(const RunResult& result, const RankedPlace& place) {
    const PlaceFacts& f = place.facts;
    if (is_hidden(result, f.incidents)) return {{tr("Incidents"), count_text(result, f.incidents)}};
    std::vector<Fact> facts;
    facts.push_back(
        {tr("Incidents (95% interval)"), count_text(result, f.incidents) + " (" +
                                             range_text(f.incidents_interval.low, f.incidents_interval.high, 0) + ")"});
    facts.push_back({tr("Per hectare and year"), say("{}; whole study {}", number_text(f.rate_per_ha_year, 1),
                                                     number_text(result.city_rate_per_ha_year, 2))});
    if (f.dark.known > 0 && !is_hidden(result, f.dark))
        facts.push_back({tr("In the dark (95% interval)"), say("{} ({}); whole study {}", percent_text(f.dark.share),
                                                               range_percent(f.dark.interval.low, f.dark.interval.high),
                                                               percent_text(result.city_dark_share))});
    if (f.dark_verdict == conditions::DarkVerdict::less)
        facts.push_back({tr("Day or dark"), tr("less in the dark than the whole: more of a daytime problem")});
    if (place.distribution) {
        const auto& d = *place.distribution;
        facts.push_back(
            {tr("Rank (90% interval)"), say("{} ({}); among the first {} in {} of the draws", place.rank,
                                            range_text(d.low, d.high, 0), result.top_k, percent_text(d.top_k))});
    }
    facts.push_back({tr("Rank by plain count"), fmt::format("{}", place.count_rank)});
    return facts;
}

std::vector<FactGroup> surroundings(const RunResult& result, const RankedPlace& place) {
    std::vector<FactGroup> groups{light(place.facts), sight(place.facts), plants(place.facts),
                                  buildings(result, place.facts), people(place)};
    std::erase_if(groups, [](const FactGroup& g) { return g.facts.empty(); });
    return groups;
}

std::vector<std::string> what_would_change(const RunResult& result, std::size_t index) {
    const RankedPlace& place = result.places[index];
    std::vector<std::string> out;
    if (is_hidden(result, place.facts.incidents)) return out;
    add_light_change(out, place);
    add_lamp_change(out, result, place);
    add_unknown_terms(out, place);
    const double pile = place.facts.largest_pile, rest = place.facts.incidents - pile;
    if (pile > 0.5 * place.facts.incidents && !is_hidden(result, pile) && !is_hidden(result, rest))
        out.push_back(say("{} incidents lie on one point: if it proves to be a registration address, {} remain.",
                          count_text(result, pile), count_text(result, rest)));
    const bool next_is_shown =
        index + 1 < result.places.size() && !is_hidden(result, result.places[index + 1].facts.incidents);
    if (next_is_shown) out.push_back(gap_sentence(result, index));
    return out;
}

}  // namespace lykta::outputs
