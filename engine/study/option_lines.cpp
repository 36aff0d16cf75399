// Every option of a study as a line: key, value, unit, default or not. The manifest and the report list them all.
#include <fmt/format.h>

#include "core/language.hpp"
#include "study/study_file.hpp"

namespace lykta::study {

namespace {

/// Collects lines, comparing each value with that of a study nobody touched.
struct Lines {
    std::vector<OptionLine> lines;

    void add(std::string key, std::string value, const std::string& standard, std::string unit = "") {
        const bool is_default = value == standard;
        lines.push_back({std::move(key), std::move(value), std::move(unit), is_default});
    }
    void number(std::string key, double value, double standard, std::string unit = "") {
        add(std::move(key), fmt::format("{}", value), fmt::format("{}", standard), std::move(unit));
    }
};

std::string period_text(const std::optional<Period>& period) {
    return period ? iso_date(period->first_day) + "/" + iso_date(period->last_day) : tr("first to last incident");
}

const char* from_text(places::PlaceSource from) {
    switch (from) {
        case places::PlaceSource::hot_spots:
            return "hot_spots";
        case places::PlaceSource::segments:
            return "segments";
        case places::PlaceSource::file:
            return "file";
    }
    return "";
}

void place_lines(const Study& study, const Study& standard, Lines& lines) {
    lines.add("places.from", from_text(study.places_from), from_text(standard.places_from));
    lines.number("places.cell_size", study.cell_size.value, standard.cell_size.value, "m");
    lines.number("places.bandwidth", study.bandwidth.value, standard.bandwidth.value, "m");
    lines.add("places.kernel", "quartic", "quartic");
    lines.add("places.edge_correction", "per_event", "per_event");
    lines.number("places.gi_band", study.gi_band.value, standard.gi_band.value, "m");
    lines.number("places.radius", study.delineate.radius.value, standard.delineate.radius.value, "m");
    lines.number("places.share_of_peak", study.delineate.share_of_peak, standard.delineate.share_of_peak);
    lines.number("places.near", study.near.value, standard.near.value, "m");
    lines.number("places.fdr", study.delineate.fdr, standard.delineate.fdr);
    lines.number("places.minimum_incidents", study.delineate.minimum_incidents, standard.delineate.minimum_incidents);
}

void score_lines(const Study& study, const Study& standard, Lines& lines) {
    for (const auto term : places::all_terms) {
        const std::string code{places::term_code(term)};
        lines.number("score.weight." + code, study.score.weight.at(term), standard.score.weight.at(term), "points");
        const auto text = [&](const Study& s) {
            const auto& scale = s.score.scale.at(term);
            return scale ? fmt::format("{}", *scale) : std::string{tr("95th percentile of the places")};
        };
        lines.add("score.scale." + code, text(study), text(standard));
    }
    lines.number("score.half_life_days", study.score.half_life.value, standard.score.half_life.value, "days");
    lines.number("score.reason_from", study.score.reason_from, standard.score.reason_from);
}

const char* season_text(conditions::Season season) {
    return season == conditions::Season::bare ? "bare" : "leafed";
}

std::string clock_text(const std::optional<int>& minute) {
    return minute ? fmt::format("{:02}:{:02}", *minute / 60, *minute % 60) : std::string{tr("full light")};
}

void condition_lines(const Study& study, const Study& standard, Lines& lines) {
    lines.number("dark.limit_degrees", study.dark.options.limit.value, standard.dark.options.limit.value, "°");
    lines.add("dark.by_profile", study.dark.by_profile ? "true" : "false", "true");
    const auto &light = study.light, &plain_light = standard.light;
    lines.add("light.season", season_text(light.season), season_text(plain_light.season));
    lines.add("light.at", clock_text(light.minute), clock_text(plain_light.minute));
    lines.add("light.street_class", light.stretches.default_street, plain_light.stretches.default_street);
    lines.add("light.footpath_class", light.stretches.default_footpath, plain_light.stretches.default_footpath);
    lines.number("light.cutoff_lux", light.cutoff.value, plain_light.cutoff.value, "lx");
    lines.number("light.cell_size", light.cell_size.value, plain_light.cell_size.value, "m");
    const auto &sight = study.sight, &plain_sight = standard.sight;
    lines.add("sight.season", season_text(sight.season), season_text(plain_sight.season));
    lines.number("sight.eye_height", sight.options.eye.value, plain_sight.options.eye.value, "m");
    lines.number("sight.reach", sight.options.reach.value, plain_sight.options.reach.value, "m");
    lines.number("sight.step", sight.options.step.value, plain_sight.options.step.value, "m");
    lines.number("sight.seen_through", sight.options.seen_through, plain_sight.options.seen_through);
    lines.number("simulation.draws", study.simulation.draws, standard.simulation.draws);
    lines.number("simulation.top_k", study.simulation.top_k, standard.simulation.top_k);
    lines.number("simulation.weight_sd", study.simulation.weight_sd, standard.simulation.weight_sd);
}

std::string amount_text(const std::optional<double>& amount) {
    return amount ? fmt::format("{}", *amount) : "-";
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

void constraint_lines(const measures::PortfolioRequest& request, Lines& lines) {
    for (const auto& [name, share] : request.district_share)
        lines.number("measures.district_share." + name, share, 0.0);
    for (const auto& [code, cap] : request.owner_cap)
        lines.add("measures.owner_cap." + code, fmt::format("{}", cap), "-", "SEK");
    lines.add("measures.forced", joined(request.forced), "");
    lines.add("measures.forbidden", joined(request.forbidden), "");
}

/// Only where measures were asked for: elsewhere they decided nothing.
void measure_lines(const Study& study, const Study& standard, Lines& lines) {
    const auto &m = study.measures, &plain = standard.measures;
    if (!m.asked) return;
    lines.add("measures.budget", amount_text(m.budget), "-", "SEK");
    lines.add("measures.yearly_budget", amount_text(m.request.yearly_budget), "-", "SEK/year");
    lines.add("measures.objective", std::string{measures::objective_code(m.request.objective)},
              std::string{measures::objective_code(plain.request.objective)});
    const auto &w = m.request.weights, &plain_w = plain.request.weights;
    lines.number("measures.weights.harm", w.harm, plain_w.harm);
    lines.number("measures.weights.metres_to_class", w.metres_to_class, plain_w.metres_to_class);
    lines.number("measures.weights.metres_of_sight", w.metres_of_sight, plain_w.metres_of_sight);
    lines.number("measures.weights.metres_of_hiding", w.metres_of_hiding, plain_w.metres_of_hiding);
    lines.number("measures.weights.items_mended", w.items_mended, plain_w.items_mended);
    lines.number("measures.discount_rate", m.plan.effect.discount_rate, plain.plan.effect.discount_rate);
    lines.number("measures.most_places", static_cast<double>(m.plan.most_places),
                 static_cast<double>(plain.plan.most_places));
    lines.number("measures.draws", m.request.draws, plain.request.draws);
    const auto &lamps = m.plan.siting.lamps, &plain_lamps = plain.plan.siting.lamps;
    lines.number("measures.lamps.flux", lamps.flux.value, plain_lamps.flux.value, "lm");
    lines.number("measures.lamps.largest_flux", lamps.largest_flux.value, plain_lamps.largest_flux.value, "lm");
    lines.number("measures.lamps.height", lamps.height.value, plain_lamps.height.value, "m");
    lines.number("measures.lamps.street_height", lamps.street_height.value, plain_lamps.street_height.value, "m");
    lines.number("measures.lamps.offset", lamps.offset.value, plain_lamps.offset.value, "m");
    lines.number("measures.lamps.street_offset", lamps.street_offset.value, plain_lamps.street_offset.value, "m");
    const auto &camera = m.plan.siting.cameras, &plain_camera = plain.plan.siting.cameras;
    lines.number("measures.camera.pixels", camera.pixels, plain_camera.pixels);
    lines.number("measures.camera.field_of_view", camera.field_of_view.value, plain_camera.field_of_view.value, "°");
    lines.number("measures.camera.pixels_per_m", camera.pixels_per_m, plain_camera.pixels_per_m, "1/m");
    lines.number("measures.camera.height", camera.height.value, plain_camera.height.value, "m");
    lines.number("measures.camera.most_cameras", camera.most_cameras, plain_camera.most_cameras);
    constraint_lines(m.request, lines);
    for (const auto& tried : m.plan.match.tried)
        lines.add("measures.tried." + tried.place, tried.measure + " " + tried.since, "");
    lines.add("measures.catalogue", joined(m.catalogues), "");
    lines.add("measures.own", m.own.empty() ? "-" : "study.toml", "-");
}

}  // namespace

std::vector<OptionLine> option_lines(const Study& study) {
    const Study standard;
    Lines lines;
    lines.add("study.crs", study.crs, standard.crs);
    lines.add("study.timezone", study.timezone, standard.timezone);
    lines.add("study.period", period_text(study.period), period_text(standard.period));
    place_lines(study, standard, lines);
    score_lines(study, standard, lines);
    for (const auto& [category, weight] : study.harm) lines.number("categories.harm." + category, weight, 1.0);
    condition_lines(study, standard, lines);
    lines.number("privacy.k", study.privacy_k, standard.privacy_k, "incidents");
    lines.add("privacy.level", study.public_level ? "public" : "internal", "internal");
    lines.number("run.seed", study.seed, standard.seed);
    measure_lines(study, standard, lines);
    return std::move(lines.lines);
}

}  // namespace lykta::study
