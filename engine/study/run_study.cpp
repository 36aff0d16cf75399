#include "study/run_study.hpp"

#include <algorithm>
#include <cmath>

#include "conditions/darkness.hpp"
#include "conditions/plants_at_eye.hpp"
#include "core/error.hpp"
#include "core/language.hpp"
#include "layers/read_layers.hpp"
#include "outputs/privacy.hpp"
#include "places/delineate.hpp"
#include "places/felt.hpp"
#include "places/join.hpp"
#include "places/rank_simulation.hpp"
#include "places/score.hpp"
#include "study/conditions_along.hpp"
#include "study/incident_values.hpp"
#include "study/study_file.hpp"
#include "study/surfaces.hpp"

namespace lykta::study {

namespace {

Point centre_in_degrees(const layers::CityLayers& city, const Crs& project) {
    if (city.window.shape.empty()) return {};
    return Projector{project, Crs::from_text("OGC:CRS84")}(centroid(city.window.shape));
}

Crs project_crs(const Study& study) {
    const auto crs = Crs::from_text(study.crs);
    if (crs.is_geographic() || std::abs(crs.metres_per_unit() - 1.0) > 1e-9)
        throw Error{ErrorCode::bad_option,
                    say("{}: [study] crs = \"{}\" ({}) is not in metres; distances and areas need a metric system such "
                        "as EPSG:3006 or the municipality's SWEREF 99 zone",
                        study.file, study.crs, crs.name())};
    return crs;
}

std::string refusal_text(const layers::Precision& precision) {
    return say(
        "The incidents stand on points that are each a whole area's midpoint (a typical {} km apart; {} of the "
        "positions are distinct), so no place inside a town can be told from another. Counts are shown; nothing is "
        "called a hot spot.",
        number_text(precision.spacing_m / 1000.0, 1), percent_text(precision.distinct_share, 1));
}

/// Outlines made of whole cells, cut where they reach out of the window: their area is where incidents could have been
/// recorded.
void clip_to_window(std::vector<places::Place>& found, const MultiPolygon& window, const Grid<double>& window_share) {
    const GridFrame& frame = window_share.frame;
    for (auto& place : found) {
        bool reaches_out = false;
        const Box box = box_of(place.shape);
        const double half = frame.cell_size.value / 2;
        for (double y = box.min_y + half; y < box.max_y && !reaches_out; y += frame.cell_size.value)
            for (double x = box.min_x + half; x < box.max_x && !reaches_out; x += frame.cell_size.value)
                if (const auto i = frame.index_at({x, y}); i >= 0 && contains(place.shape, {x, y}))
                    reaches_out = window_share.values[static_cast<std::size_t>(i)] < 1.0;
        if (!reaches_out) continue;
        place.shape = intersection_of(place.shape, window);
        place.area_ha = area(place.shape) / square_metres_per_hectare;
    }
}

std::vector<places::Place> find_places(const Study& study, const layers::CityLayers& city, const Surfaces& surfaces,
                                       const Crs& project) {
    std::vector<places::Place> found;
    if (study.places_from == places::PlaceSource::hot_spots) {
        found = places::hot_spot_places(surfaces.intensity, surfaces.gi, surfaces.counts, study.delineate);
        clip_to_window(found, city.window.shape, surfaces.window_share);
    } else if (study.places_from == places::PlaceSource::segments) {
        if (!city.streets)
            throw Error{ErrorCode::bad_option,
                        say("{}: [places] from = \"segments\" needs a [[streets]] source", study.file)};
        found = places::segment_places(*city.streets, study.near);
    } else {
        layers::LayerOptions file{.kind = layers::LayerKind::areas, .path = study.places_file};
        if (!study.places_name_column.empty()) file.columns["name"] = study.places_name_column;
        found = places::polygon_places(layers::read_areas(file, project));
    }
    places::name_places(found, city);
    return found;
}

std::vector<outputs::AbsentTerm> absent_terms(const layers::CityLayers& city) {
    std::vector<outputs::AbsentTerm> absent;
    if (!city.lighting || !city.streets)
        absent.push_back({places::Term::light_deficit,
                          tr("Light is not in the score: the study has no lighting or no streets to judge it along.")});
    if (!city.vegetation || !city.streets)
        absent.push_back(
            {places::Term::obstruction,
             tr("Vegetation is not in the score: the study has no vegetation or no streets to judge it along.")});
    if (!city.inspections)
        absent.push_back({places::Term::inspection_defects,
                          tr("Buildings are not in the score: the study has no safety inspections.")});
    return absent;
}

places::PresentTerms present_terms(const layers::CityLayers& city) {
    return {.light = city.lighting && city.streets,
            .vegetation = city.vegetation && city.streets,
            .inspections = city.inspections.has_value()};
}

void flag_places(std::vector<places::RankedPlace>& ranked, double city_rate) {
    for (auto& r : ranked) {
        const auto& f = r.facts;
        if (f.incidents > 0 && f.largest_pile > f.incidents / 2) r.flags.emplace_back("pile");
        const double exposure = f.rate_per_ha_year > 0 ? f.incidents / f.rate_per_ha_year : 0;
        if (exposure > 0 && f.incidents_interval.low / exposure < city_rate) r.flags.emplace_back("few");
        if (f.without_hour > f.incidents / 2) r.flags.emplace_back("hours_unknown");
    }
}

/// Renumbers hot spots so that P001 is the first in rank.
void number_by_rank(std::vector<places::RankedPlace>& ranked) {
    for (auto& r : ranked) r.place.id = fmt::format("P{:03}", r.rank);
}

void name_the_nameless(std::vector<places::RankedPlace>& ranked) {
    for (auto& r : ranked)
        if (r.place.name.empty()) r.place.name = say("Place {}", r.place.id);
}

/// Words of [categories] that no incident has: most likely misspelt, and then without effect.
void check_category_words(const Study& study, const layers::IncidentLayer& incidents, Issues& findings) {
    for (const auto& [word, weight] : study.harm) {
        const auto& words = incidents.category.text;
        if (std::find(words.begin(), words.end(), word) != words.end()) continue;
        findings.push_back(
            {"category_unknown",
             Severity::warning,
             say("[categories] harm names '{}', a category no incident has; its weight has no effect", word),
             1,
             {}});
    }
}

/// How sure the ranks are: everything uncertain moved, many times.
void simulate_ranks_into(const Study& study, const layers::CityLayers& city, std::span<const double> weights,
                         outputs::RunResult& result) {
    if (study.simulation.draws < 1 || result.places.empty()) return;
    auto options = study.simulation;
    options.seed = study.seed;
    options.grid_offset = study.places_from == places::PlaceSource::hot_spots ? study.cell_size / 2.0 : Meters{0.0};
    const auto present = present_terms(city);
    const auto drawn = places::simulate_ranks(
        {.places = result.places,
         .incidents = city.incidents,
         .incident_weight = weights,
         .effective_years = places::effective_years(static_cast<double>(result.period.days()), study.score.half_life),
         .present = present,
         .score = study.score},
        options);
    for (std::size_t i = 0; i < drawn.size(); ++i) result.places[i].distribution = drawn[i];
    result.top_k = options.top_k;
    result.draws = options.draws;
}

/// The season light and sight share. Where they differ no one season is true of a place; the options list both.
std::optional<conditions::Season> one_season(const Study& study, const layers::CityLayers& city) {
    if (!city.vegetation || study.light.season != study.sight.season) return std::nullopt;
    return study.light.season;
}

void rank_into(const Study& study, const layers::CityLayers& city, const Surfaces& surfaces,
               const conditions::Obstacles& obstacles, outputs::RunResult& result) {
    auto found = find_places(study, city, surfaces, result.crs);
    const auto dark = dark_of_incidents(study, city.incidents, result.centre_longitude_latitude);
    result.city_dark_share = conditions::dark_share(dark).share;
    places::JoinInput input{.city = city,
                            .period = result.period,
                            .near = study.near,
                            .incident_weight = incident_weights(study, city.incidents, result.period),
                            .dark_probability = dark,
                            .stretches = result.stretches,
                            .sight = result.sight ? &*result.sight : nullptr,
                            .obstacles = &obstacles,
                            .season = one_season(study, city)};
    if (study.places_from == places::PlaceSource::segments)
        input.place_of_incident = places::nearest_segment(*city.streets, city.incidents.position, study.near);
    auto facts = places::join(found, input);
    places::estimate_rates(facts, found,
                           places::effective_years(static_cast<double>(result.period.days()), study.score.half_life));
    result.places = places::rank_places(std::move(found), std::move(facts), present_terms(city), study.score);
    if (study.places_from == places::PlaceSource::hot_spots) number_by_rank(result.places);
    name_the_nameless(result.places);
    flag_places(result.places, result.city_rate_per_ha_year);
    simulate_ranks_into(study, city, input.incident_weight, result);
    if (!city.lighting) result.stretches.clear();  // without lamps they carried lengths only
}

/// A class word that is in no table (S4, ME3) is judged by the default instead; that is said.
void report_unknown_classes(const std::vector<conditions::UnknownClass>& unknown, const LightSettings& light,
                            Issues& findings) {
    for (const auto& u : unknown) {
        findings.push_back({"class_unknown",
                            Severity::warning,
                            say("{} streets ({} m) carry the lighting class '{}', which is none of P1–P6 and C0–C5; "
                                "they are judged as {} (streets) and {} (footpaths)",
                                number_text(std::int64_t{u.streets}), number_text(u.length_m, 0), u.word,
                                light.stretches.default_street, light.stretches.default_footpath),
                            u.streets,
                            {}});
    }
}

/// What the sight lines cannot know, said where it would look like an open town.
void report_sight_limits(const Study& study, const layers::CityLayers& city, Issues& findings) {
    if (!city.vegetation) return;
    const auto& plants = city.vegetation->plants;
    const std::int64_t at_eye = conditions::plants_at_eye(*city.vegetation, study.sight.options.eye);
    const std::int64_t shares =
        std::count_if(plants.begin(), plants.end(), [](const auto& plant) { return plant.canopy_share < 1.0; });
    if (shares > 0)
        findings.push_back({"canopy_share",
                            Severity::note,
                            say("{} areas of vegetation are known by their share of crown alone; where their crowns "
                                "stand is unknown, so they take no light and block no sight",
                                number_text(shares)),
                            shares,
                            {}});
    if (at_eye > 0 && city.streets)
        findings.push_back({"plants_at_eye",
                            Severity::warning,
                            say("{} plants have no height and are taken as no higher than the eyes ({} m), so they "
                                "hide nobody; give their heights, or set defaults = {{ height = … }}",
                                number_text(at_eye), number_text(study.sight.options.eye.value, 1)),
                            at_eye,
                            {}});
}

/// Light and sight along the streets, and the light on the ground. \returns what stood in the way of sight
conditions::Obstacles compute_conditions(const Study& study, const layers::CityLayers& city, const Progress& progress,
                                         outputs::RunResult& result) {
    progress(tr("Light on streets and paths"), 0.65);
    auto obstacles = obstacles_of(city, study.light.season);
    auto light = light_along_streets(city, study.light, obstacles);
    result.stretches = std::move(light.stretches);
    report_unknown_classes(light.unknown, study.light, result.findings);
    if (city.lighting) result.illuminance = light_surface(city, study.light, obstacles);
    progress(tr("Sight lines along streets and paths"), 0.75);
    report_sight_limits(study, city, result.findings);
    if (study.sight.season != study.light.season) obstacles = obstacles_of(city, study.sight.season);
    result.sight = sight_along_streets(city, study.sight, obstacles);
    return obstacles;
}

/// What is wrong with the rows of an issue, in words; a code that needs none stands for itself.
std::string what_is_wrong(const std::string& code) {
    if (code == "duplicate") return tr("exact repeats of an earlier row");
    if (code == "duplicate_id") return tr("ids that occur with different content");
    if (code == "bad_value") return tr("values set aside");
    if (code == "personal_number") return tr("personal identity numbers");
    if (code == "hour_placeholder") return tr("hour 0 stands for an unknown hour");
    return code;
}

/// A pile is one address, and a row or an id is one incident: a public result says that they are there and not which.
void hide_rows(const outputs::RunResult& result, Issues& issues) {
    for (auto& issue : issues) {
        const bool is_small = issue.count > 0 && outputs::is_hidden(result, static_cast<double>(issue.count));
        if (issue.rows.empty() && !is_small && issue.code != "pile") continue;
        issue.message =
            issue.code == "pile"
                ? say("{} incidents lie on one point; a public result does not say which", number_text(issue.count))
                : say("{} rows ({}); a public result does not say which",
                      outputs::count_text(result, static_cast<double>(issue.count)), what_is_wrong(issue.code));
        issue.rows.clear();
        if (is_small) issue.count = 0;
    }
}

void hide_rows_of_incidents(outputs::RunResult& result) {
    hide_rows(result, result.findings);
    for (auto& source : result.sources)
        if (source.kind == layers::LayerKind::incidents) hide_rows(result, source.account.issues);
}

void fill_head(const Study& study, const layers::CityLayers& city, outputs::RunResult& result) {
    result.study_name = study.name;
    result.study_file = study.file;
    result.version = LYKTA_VERSION;
    result.language = language();
    result.timezone = study.timezone;
    result.seed = study.seed;
    result.privacy_k = study.privacy_k;
    result.public_level = study.public_level;
    result.fdr = study.delineate.fdr;
    result.bandwidth_m = study.bandwidth.value;
    result.gi_band_m = study.gi_band.value;
    for (const auto& o : option_lines(study)) result.options.push_back({o.key, o.value, o.unit, o.is_default});
    result.sources = source_reports(city);
    result.period = period_of(study, city.incidents);
    result.centre_longitude_latitude = centre_in_degrees(city, result.crs);
    result.window_area_ha = area(city.window.shape) / square_metres_per_hectare;
    const double exposure = result.window_area_ha * result.period.years();
    result.city_rate_per_ha_year = exposure > 0 ? static_cast<double>(city.incidents.size()) / exposure : 0;
    result.findings = layers::findings(city.incidents, result.period);
    if (study.public_level) hide_rows_of_incidents(result);
    check_category_words(study, city.incidents, result.findings);
    result.absent_terms = absent_terms(city);
    result.layers = &city;
}

}  // namespace

std::unique_ptr<StudyRun> run_study(const Study& study, const Progress& progress) {
    const auto crs = project_crs(study);
    auto run = std::unique_ptr<StudyRun>(new StudyRun{.city = load_city(study, crs, progress), .result = {.crs = crs}});
    auto& [city, result] = *run;
    fill_head(study, city, result);
    if (city.incidents.size() == 0) {
        result.refusal =
            tr("No incident could be used, so there is nothing to analyse: this is not the same as no hot spots.");
        return run;
    }
    const auto precision = layers::positional_precision(city.incidents);
    if (!precision.supports_hot_spots) {
        result.refusal = refusal_text(precision);
        return run;
    }
    progress(tr("Counting and smoothing"), 0.55);
    const auto surfaces = make_surfaces(study, city, result.period);
    result.counts = surfaces.counts;
    result.intensity = surfaces.intensity;
    result.window_share = surfaces.window_share;
    result.gi_z = surfaces.gi.z;
    result.gi_p_fdr = surfaces.gi.p_fdr;
    result.back_test = back_test(study, city, surfaces, result.period);
    const auto obstacles = compute_conditions(study, city, progress, result);
    progress(tr("Ranking places"), 0.85);
    rank_into(study, city, surfaces, obstacles, result);
    if (city.survey) {
        result.felt_areas = places::felt_areas(*city.survey, city.incidents);
        places::mark_places(result.places, result.felt_areas);
    }
    return run;
}

}  // namespace lykta::study
