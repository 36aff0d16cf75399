// The portfolio from its parts, and the public level's rules for measures.
#include "outputs/measure_shown.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/file.hpp"
#include "outputs/privacy.hpp"

namespace lykta::outputs {

using measures::MeasurePlan;
using measures::Option;
using measures::SitedMeasure;

namespace {

double years(const RunResult& result) {
    return result.period.years();
}

/// Either part of a place's incidents is under k without being nothing. The counts are sums of probabilities: half an
/// incident is nobody, yet must not be told.
bool tells_few(const RunResult& result, double part, double whole) {
    if (!result.public_level) return false;
    if (is_hidden(result, whole) || is_hidden(result, part)) return true;
    return whole - part > 1e-9 && is_hidden(result, whole - part);
}

double place_incidents(const RunResult& result, std::uint32_t place) {
    return place < result.places.size() ? result.places[place].facts.incidents : 0;
}

/// Incidents of the period behind an option's hidden figures.
double touched(const RunResult& result, const Option& option) {
    return option.effect.touched_per_year * years(result);
}

bool any_option_hides(const RunResult& result, const std::vector<std::uint32_t>& options) {
    return std::any_of(options.begin(), options.end(),
                       [&](std::uint32_t i) { return hides_effect(result, result.measures->options[i]); });
}

}  // namespace

std::vector<std::uint32_t> told_measures(const MeasurePlan& plan) {
    std::set<std::uint32_t> told;
    if (plan.portfolio)
        for (const auto& pick : plan.portfolio->picks)
            for (const auto s : plan.options[pick.option].sited) told.insert(s);
    else
        for (std::uint32_t s = 0; s < plan.sited.size(); ++s) told.insert(s);
    return {told.begin(), told.end()};
}

std::optional<std::uint32_t> option_that_holds(const MeasurePlan& plan, std::uint32_t sited) {
    if (!plan.portfolio) return {};
    for (const auto& pick : plan.portfolio->picks) {
        const auto& parts = plan.options[pick.option].sited;
        if (std::find(parts.begin(), parts.end(), sited) != parts.end()) return pick.option;
    }
    return {};
}

bool is_for_area(const MeasurePlan& plan, const SitedMeasure& sited) {
    return plan.catalogue.measures[sited.measure].siting == measures::Siting::area;
}

std::vector<std::uint32_t> measures_at(const MeasurePlan& plan, std::uint32_t place) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t s = 0; s < plan.sited.size(); ++s)
        if (plan.sited[s].place == place && !is_for_area(plan, plan.sited[s])) found.push_back(s);
    return found;
}

bool hides_effect(const RunResult& result, const SitedMeasure& sited) {
    const double whole = place_incidents(result, sited.place);
    if (tells_few(result, sited.effect.touched_per_year * years(result), whole)) return true;
    return std::any_of(sited.effect.parts.begin(), sited.effect.parts.end(),
                       [&](const auto& part) { return is_hidden(result, part.touched_per_year * years(result)); });
}

bool hides_effect(const RunResult& result, const Option& option) {
    if (tells_few(result, touched(result, option), place_incidents(result, option.place))) return true;
    return std::any_of(option.sited.begin(), option.sited.end(),
                       [&](std::uint32_t s) { return hides_effect(result, result.measures->sited[s]); });
}

bool hides_totals(const RunResult& result) {
    const auto& plan = *result.measures;
    if (!result.public_level || !plan.portfolio) return false;
    // One hidden row would follow from the sum and the other rows.
    return std::any_of(plan.portfolio->picks.begin(), plan.portfolio->picks.end(),
                       [&](const auto& pick) { return hides_effect(result, plan.options[pick.option]); });
}

bool hides_comparisons(const RunResult& result) {
    const auto& plan = *result.measures;
    if (!result.public_level || !plan.portfolio) return false;
    if (hides_totals(result) || any_option_hides(result, plan.portfolio->greedy_chosen)) return true;
    return std::any_of(plan.portfolio->curve.begin(), plan.portfolio->curve.end(),
                       [&](const auto& step) { return any_option_hides(result, step.chosen); });
}

bool hides_view(const RunResult& result, const SitedMeasure& sited, const measures::CameraSite& camera) {
    return tells_few(result, static_cast<double>(camera.incidents.size()), place_incidents(result, sited.place));
}

std::string shown_reason(const RunResult& result, const SitedMeasure& sited) {
    if (!result.public_level) return sited.reason;
    return result.measures->catalogue.measures[sited.measure].mechanism.shown();
}

std::string shown_reason(const RunResult& result, const measures::Match& match) {
    if (!result.public_level) return match.reason;
    const auto& measure = result.measures->catalogue.measures[match.measure];
    return match.verdict == measures::Verdict::fits ? measure.mechanism.shown() : measure.rules_out_note.shown();
}

std::vector<CameraPlace> recorded_cameras(const RunResult& result) {
    std::vector<CameraPlace> found;
    if (!result.measures || result.public_level) return found;
    for (const auto s : told_measures(*result.measures)) {
        const auto& sited = result.measures->sited[s];
        if (sited.cameras.empty()) continue;
        const auto same =
            std::find_if(found.begin(), found.end(), [&](const CameraPlace& one) { return one.place == sited.place; });
        if (same == found.end())
            found.push_back({sited.place, {s}});
        else
            same->sited.push_back(s);
    }
    return found;
}

std::string camera_record_name(const RunResult& result, std::uint32_t place) {
    return "kamerabehov-" + safe_file_name(result.places[place].place.id) + ".html";
}

}  // namespace lykta::outputs
