// Places of a result with the facts their columns hold, the terms of their scores, and the areas felt unsafe.
#include <cmath>
#include <sstream>
#include <unordered_map>

#include "core/language.hpp"
#include "outputs/words.hpp"
#include "viewer/project/open_result.hpp"

namespace lykta::viewer {
namespace {

using places::PlaceFacts;
using places::RankedPlace;

std::optional<std::int64_t> day_of(const std::string& date) {
    int year = 0, month = 0, day = 0;
    if (std::sscanf(date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return std::nullopt;
    return days_from_civil(year, month, day);
}

/// Reads one column of every place into a member through `set`.
class PlaceColumns {
public:
    PlaceColumns(const sources::LayerRows& rows, std::vector<RankedPlace>& places) : m_rows(rows), m_places(places) {}
    template <class Set>
    void numbers(const char* column, Set set) {
        const auto values = m_rows.number(column);
        for (std::size_t i = 0; i < m_places.size(); ++i)
            if (!std::isnan(values[i])) set(m_places[i], values[i]);
    }
    template <class Set>
    void texts(const char* column, Set set) {
        const auto values = m_rows.text(column);
        for (std::size_t i = 0; i < m_places.size(); ++i)
            if (!values[i].empty()) set(m_places[i], values[i]);
    }
    void fact(const char* column, double PlaceFacts::*member) {
        numbers(column, [member](auto& place, double value) { place.facts.*member = value; });
    }
    void fact(const char* column, std::optional<double> PlaceFacts::*member) {
        numbers(column, [member](auto& place, double value) { place.facts.*member = value; });
    }
    void fact(const char* column, std::optional<int> PlaceFacts::*member) {
        numbers(column, [member](auto& place, double value) { place.facts.*member = known_whole(value); });
    }

private:
    const sources::LayerRows& m_rows;
    std::vector<RankedPlace>& m_places;
};

void read_identity(PlaceColumns& from) {
    from.numbers("rank", [](auto& p, double v) { p.rank = static_cast<int>(v); });
    from.numbers("count_rank", [](auto& p, double v) { p.count_rank = static_cast<int>(v); });
    from.numbers("score", [](auto& p, double v) { p.score = v; });
    from.texts("id", [](auto& p, const auto& v) { p.place.id = v; });
    from.texts("name", [](auto& p, const auto& v) { p.place.name = v; });
    from.texts("area_name", [](auto& p, const auto& v) { p.place.area_name = v; });
    from.numbers("area_ha", [](auto& p, double v) { p.place.area_ha = v; });
    from.numbers("centre_x", [](auto& p, double v) { p.place.centre.x = v; });
    from.numbers("centre_y", [](auto& p, double v) { p.place.centre.y = v; });
    from.numbers("gi_z", [](auto& p, double v) { p.place.gi_z = v; });
    from.numbers("gi_p_fdr", [](auto& p, double v) { p.place.gi_p_fdr = v; });
    from.texts("main_reason_code", [](auto& p, const auto& v) {
        for (const auto reason :
             {places::MainReason::darkness, places::MainReason::vegetation, places::MainReason::building_defects})
            if (places::reason_code(reason) == v) p.reason = reason;
    });
    from.texts("felt", [](auto& p, const auto& v) {
        for (const auto felt : {places::Felt::agree, places::Felt::more_felt, places::Felt::less_felt})
            if (outputs::felt_words(felt) == v) p.felt = felt;
    });
    from.texts("flags", [](auto& p, const auto& v) {
        std::istringstream words{v};
        for (std::string word; words >> word;) p.flags.push_back(word);
    });
}

void read_distribution(PlaceColumns& from) {
    const auto of = [](RankedPlace& p) -> places::RankDistribution& {
        if (!p.distribution) p.distribution = places::RankDistribution{.median = static_cast<double>(p.rank)};
        return *p.distribution;
    };
    from.numbers("rank_low", [&](auto& p, double v) { of(p).low = v; });
    from.numbers("rank_high", [&](auto& p, double v) { of(p).high = v; });
    from.numbers("p_top", [&](auto& p, double v) { of(p).top_k = v; });
    from.numbers("score_low", [&](auto& p, double v) { of(p).score.low = v; });
    from.numbers("score_high", [&](auto& p, double v) { of(p).score.high = v; });
}

void read_incidents(PlaceColumns& from) {
    from.fact("incidents", &PlaceFacts::incidents);
    from.numbers("incidents_low", [](auto& p, double v) { p.facts.incidents_interval.low = v; });
    from.numbers("incidents_high", [](auto& p, double v) { p.facts.incidents_interval.high = v; });
    from.fact("rate_ha_year", &PlaceFacts::rate_per_ha_year);
    from.fact("eb_rate_ha_year", &PlaceFacts::eb_rate_per_ha_year);
    from.fact("largest_pile", &PlaceFacts::largest_pile);
    from.fact("incidents_linked", &PlaceFacts::incidents_linked);
    // The share was written only where it may be shown; how many have an hour is not in the file, the count is.
    from.numbers("dark_share", [](auto& p, double v) {
        p.facts.dark.share = v;
        p.facts.dark.known = p.facts.dark.count = p.facts.incidents;
    });
    from.numbers("dark_share_low", [](auto& p, double v) { p.facts.dark.interval.low = v; });
    from.numbers("dark_share_high", [](auto& p, double v) { p.facts.dark.interval.high = v; });
    from.texts("dark_verdict", [](auto& p, const auto& v) {
        for (const auto verdict :
             {conditions::DarkVerdict::as_city, conditions::DarkVerdict::more, conditions::DarkVerdict::less})
            if (outputs::dark_verdict_code(verdict) == v) p.facts.dark_verdict = verdict;
    });
}

void read_light(PlaceColumns& from) {
    from.fact("lux_average", &PlaceFacts::illuminance_average_lx);
    from.fact("lux_minimum", &PlaceFacts::illuminance_minimum_lx);
    from.fact("path_m", &PlaceFacts::path_m);
    from.fact("path_below_class_m", &PlaceFacts::path_below_class_m);
    from.fact("light_deficit", &PlaceFacts::light_deficit);
    from.fact("light_sd", &PlaceFacts::light_sd);
    from.fact("lamps", &PlaceFacts::lamps);
    from.fact("lamps_out", &PlaceFacts::lamps_out);
    const auto cause = [&](const char* column, conditions::LightCause which) {
        from.numbers(column, [which](auto& p, double v) {
            p.facts.below_class_by_cause_m[static_cast<std::size_t>(which)] = v;
        });
    };
    cause("below_outage_m", conditions::LightCause::outage);
    cause("below_shaded_m", conditions::LightCause::shaded);
    cause("below_missing_m", conditions::LightCause::missing);
    cause("below_weak_m", conditions::LightCause::weak);
}

void read_surroundings(PlaceColumns& from) {
    from.fact("seen_under_10_m", &PlaceFacts::seen_under_10_m);
    from.fact("seen_under_25_m", &PlaceFacts::seen_under_25_m);
    from.fact("seen_under_25_plants_m", &PlaceFacts::seen_under_25_plants_m);
    from.fact("seen_at_m", &PlaceFacts::seen_at_m);
    from.fact("facade_m", &PlaceFacts::facade_m);
    from.fact("exit_m", &PlaceFacts::exit_m);
    from.fact("dead_end_m", &PlaceFacts::dead_end_m);
    from.fact("tunnel_m", &PlaceFacts::tunnel_m);
    from.fact("vegetation_path_m", &PlaceFacts::path_near_vegetation_m);
    from.fact("vegetation_m2", &PlaceFacts::vegetation_area_m2);
    from.fact("buildings_inspected", &PlaceFacts::buildings_inspected);
    from.fact("items_passed", &PlaceFacts::items_passed);
    from.fact("items_failed", &PlaceFacts::items_failed);
    from.fact("items_unknown", &PlaceFacts::items_unknown);
    from.fact("mandatory_failed", &PlaceFacts::mandatory_failed);
    from.fact("defect_share", &PlaceFacts::defect_share);
    from.texts("inspected_first", [](auto& p, const auto& v) { p.facts.inspected_first_day = day_of(v); });
    from.texts("inspected_last", [](auto& p, const auto& v) { p.facts.inspected_last_day = day_of(v); });
    from.fact("population", &PlaceFacts::population);
    from.fact("cameras", &PlaceFacts::cameras);
    from.fact("survey_unsafe_share", &PlaceFacts::survey_unsafe_share);
    const auto interval = [](RankedPlace& p) -> statistics::Interval& {
        return p.facts.survey_interval ? *p.facts.survey_interval : p.facts.survey_interval.emplace();
    };
    from.numbers("survey_low", [&](auto& p, double v) { interval(p).low = v; });
    from.numbers("survey_high", [&](auto& p, double v) { interval(p).high = v; });
}

void read_terms(const sources::LayerFile& file, std::vector<RankedPlace>& places) {
    std::unordered_map<std::string, std::size_t> place_of;
    for (std::size_t i = 0; i < places.size(); ++i) place_of[places[i].place.id] = i;
    const auto rows = file.read("place_terms");
    const auto ids = rows.text("place_id"), codes = rows.text("term"), units = rows.text("unit"),
               assumptions = rows.text("assumptions");
    const auto raw = rows.number("raw"), low = rows.number("raw_low"), high = rows.number("raw_high"),
               scale = rows.number("scale"), scaled = rows.number("scaled"), weight = rows.number("weight"),
               points = rows.number("points"), records = rows.number("records");
    for (std::size_t i = 0; i < rows.rows; ++i) {
        const auto place = place_of.find(ids[i]);
        if (place == place_of.end()) continue;
        places::ScoreTerm term{.raw = known(raw[i]),
                               .unit = units[i],
                               .scale = known(scale[i]).value_or(1),
                               .scaled = known(scaled[i]).value_or(0),
                               .weight = known(weight[i]).value_or(0),
                               .points = known(points[i]).value_or(0),
                               .records = static_cast<std::size_t>(known(records[i]).value_or(0)),
                               .raw_interval = {known(low[i]).value_or(0), known(high[i]).value_or(0)}};
        if (!assumptions[i].empty()) term.assumptions.push_back(assumptions[i]);
        for (const auto which : places::all_terms)
            if (places::term_code(which) == codes[i]) term.term = which;
        places[place->second].terms.push_back(std::move(term));
    }
}

places::Felt felt_from(const std::string& code) {
    for (const auto felt : {places::Felt::agree, places::Felt::more_felt, places::Felt::less_felt})
        if (outputs::felt_code(felt) == code) return felt;
    return places::Felt::unknown;
}

void read_felt_areas(const sources::LayerFile& file, outputs::RunResult& result) {
    const auto rows = file.read("felt_areas");
    const auto names = rows.text("area"), felt = rows.text("felt");
    const auto share = rows.number("unsafe_share"), shrunk = rows.number("unsafe_shrunk"),
               few = rows.number("few_answers"), low = rows.number("unsafe_low"), high = rows.number("unsafe_high"),
               answers = rows.number("answers"), incidents = rows.number("incidents");
    for (std::size_t i = 0; i < rows.rows; ++i)
        result.felt_areas.push_back({.area = names[i],
                                     .unsafe_share = share[i],
                                     .interval = {low[i], high[i]},
                                     .answers = answers[i],
                                     .incidents = known(incidents[i]).value_or(0),
                                     .felt = felt_from(felt[i]),
                                     .shape = polygons_of(rows.shapes[i]),
                                     .shrunk_share = shrunk[i],
                                     .few_answers = few[i] > 0});
}

}  // namespace

void read_places(const sources::LayerFile& file, ResultReading& into) {
    auto& result = into.run.result;
    const auto rows = file.read("places");
    result.places.resize(rows.rows);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        auto& place = result.places[i].place;
        place.shape = polygons_of(rows.shapes[i]);
        place.centre = place.shape.empty() ? Point{} : centroid(place.shape);
    }
    PlaceColumns columns{rows, result.places};
    read_identity(columns);
    read_distribution(columns);
    read_incidents(columns);
    read_light(columns);
    read_surroundings(columns);
    read_terms(file, result.places);
    read_felt_areas(file, result);
}

}  // namespace lykta::viewer
