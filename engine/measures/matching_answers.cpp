// A measure's answers held against what the run found at a place, line by line.
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "measures/matching_parts.hpp"
#include "measures/touch.hpp"

namespace lykta::measures {

namespace {

/// What is broken is mended wherever darkness may matter; adding light asks for a place that is dark when it happens.
bool happens_in_the_dark(const Case& at, const Held& held) {
    using conditions::DarkVerdict;
    if (held.dark.known <= 0 || held.verdict == DarkVerdict::less || at.diagnosis.verdict == DarkVerdict::less)
        return false;
    const bool broken = std::find(held.found.begin(), held.found.end(), Condition::lamp_out) != held.found.end();
    return broken || held.verdict == DarkVerdict::more || held.dark.share >= 0.5;
}

bool happens_by_day(const Held& held) {
    using conditions::DarkVerdict;
    if (held.dark.known <= 0 || held.verdict == DarkVerdict::more) return false;
    return held.verdict == DarkVerdict::less || held.dark.share < 0.5;
}

bool happens_when(const Case& at, When when, const Held& held) {
    if (when == When::any) return true;
    return when == When::dark ? happens_in_the_dark(at, held) : happens_by_day(held);
}

/// The darkness of what the measure can reach: a place may be dark on the whole and its robberies happen by day.
void set_dark(const Case& at, Held& held) {
    std::vector<double> dark;
    for (const auto i : held.incidents)
        dark.push_back(i < at.world.dark_probability.size() ? at.world.dark_probability[i]
                                                            : std::numeric_limits<double>::quiet_NaN());
    held.dark = conditions::dark_share(dark);
    held.verdict = conditions::dark_verdict(held.dark, at.world.city_dark_share);
}

/// Metres count together, items alone; shares and what names no condition count by their incidents.
void set_conditions(const Case& at, const Measure& measure, Held& held) {
    double metres = 0;
    std::vector<Condition> unique;
    for (const auto condition : held.answer->conditions)
        if (condition != Condition::none && std::find(unique.begin(), unique.end(), condition) == unique.end())
            unique.push_back(condition);
    for (const auto condition : unique) {
        const double extent = found_extent(at, measure, condition);
        if (extent <= 0) continue;
        held.found.push_back(condition);
        metres += condition == Condition::litter_damage ? 0 : extent;
    }
    const auto& asked = held.answer->conditions;
    held.condition =
        unique.empty() || !held.found.empty() || std::find(asked.begin(), asked.end(), Condition::none) != asked.end();
    held.extent = metres > 0 ? metres : static_cast<double>(held.incidents.size());
}

/// Incidents at the buildings where items failed that can have to do with them.
void count_linked(const Case& at, const Measure& measure, Held& held) {
    const auto buildings = buildings_in_need(at.world, items_to_mend(at, measure), at.town.footprints);
    const auto& incidents = at.world.city.incidents;
    for (const auto i : held.incidents)
        held.linked +=
            is_at_one_in_need(buildings, at.town.of_rows[incidents.category.of_row[i]], incidents.position[i]) ? 1 : 0;
}

/// What mends nothing found here must at least answer what there is more of than elsewhere. Cameras are judged by how
/// many incidents there are, as the law does.
bool sets_apart(const Case& at, const Measure& measure, const Held& held) {
    return held.by_condition() || measure.siting == Siting::camera ||
           held.share >= at.options.least_of_town * held.town_share - 1e-12;
}

bool has_setting(const Diagnosis& d, const Answer& answer) {
    return answer.settings.empty() || std::any_of(answer.settings.begin(), answer.settings.end(), [&](Setting s) {
               return std::find(d.settings.begin(), d.settings.end(), s) != d.settings.end();
           });
}

Held hold(const Case& at, const Measure& measure, const Answer& answer) {
    Held held{.answer = &answer};
    for (const auto i : at.incidents) {
        const Outcomes outcomes = at.outcomes(i);
        if ((outcomes & answer.outcomes) != 0 && reaches(measure, outcomes)) held.incidents.push_back(i);
    }
    if (!at.incidents.empty())
        held.share = static_cast<double>(held.incidents.size()) / static_cast<double>(at.incidents.size());
    set_dark(at, held);
    set_conditions(at, measure, held);
    if (measure.siting == Siting::items) count_linked(at, measure, held);
    held.town_share = at.town.share_of(measure, answer);
    held.outcomes = !held.incidents.empty() && held.share >= answer.least_share && sets_apart(at, measure, held);
    held.when = happens_when(at, answer.when, held);
    held.setting = has_setting(at.diagnosis, answer);
    return held;
}

bool in_metres(Condition condition) {
    return condition != Condition::none && condition != Condition::failed_item && condition != Condition::litter_damage;
}

}  // namespace

Town::Town(const World& town, const Catalogue& measures, const MatchOptions& match)
    : world(town),
      catalogue(measures),
      options(match),
      of_word(outcomes_of_words(town.city.incidents)),
      incidents_of_word(of_word.size(), 0.0),
      footprints(places::inspected_footprints(town.city)) {
    const auto& category = town.city.incidents.category;
    for (const auto word : category.of_row) incidents_of_word[word] += 1;
    for (const auto& word : category.text) of_rows.push_back(conditions::rows_of_category(word));
    double litter = 0;
    for (std::size_t w = 0; w < of_word.size(); ++w)
        litter += (of_word[w] & litter_outcomes) != 0 ? incidents_of_word[w] : 0;
    if (!category.of_row.empty()) litter_share = litter / static_cast<double>(category.of_row.size());
}

double Town::share_of(const Measure& measure, const Answer& answer) const {
    double all = 0, of_kind = 0;
    for (std::size_t w = 0; w < of_word.size(); ++w) {
        all += incidents_of_word[w];
        if ((of_word[w] & answer.outcomes) != 0 && reaches(measure, of_word[w])) of_kind += incidents_of_word[w];
    }
    return all > 0 ? of_kind / all : 0;
}

bool is_lighting(const Measure& measure) {
    return measure.siting == Siting::lamp_repair || measure.siting == Siting::lamp_upgrade ||
           measure.siting == Siting::lamp_infill;
}

bool is_light_condition(Condition condition) {
    return condition == Condition::lamp_out || condition == Condition::light_shaded ||
           condition == Condition::light_missing || condition == Condition::light_weak;
}

std::vector<std::uint32_t> items_to_mend(const Case& at, const Measure& measure) {
    std::vector<std::uint32_t> items;
    if (!at.world.city.inspections) return items;
    for (const auto i : at.facts().item_index)
        if (mends(measure, at.world.city.inspections->items[i])) items.push_back(i);
    return items;
}

double found_extent(const Case& at, const Measure& measure, Condition condition) {
    if (condition == Condition::none) return 0;
    if (condition == Condition::failed_item) return static_cast<double>(items_to_mend(at, measure).size());
    const double extent = at.extent(condition);
    if (condition == Condition::litter_damage)
        return extent >= at.options.litter_share && extent >= at.town.litter_share ? extent : 0;
    if (condition == Condition::tunnel) return extent >= tunnel_from_m ? extent : 0;
    const bool much =
        extent >= at.options.least_extent.value && extent >= at.options.least_path_share * at.diagnosis.path_m;
    return in_metres(condition) && much ? extent : 0;
}

double below_class_m(const Case& at) {
    double metres = 0;
    for (const auto condition :
         {Condition::lamp_out, Condition::light_shaded, Condition::light_missing, Condition::light_weak})
        metres += at.extent(condition);
    const bool much =
        metres >= at.options.least_extent.value && metres >= at.options.least_path_share * at.diagnosis.path_m;
    return much ? metres : 0;
}

std::optional<Held> best_answer(const Case& at, const Measure& measure) {
    std::optional<Held> best;
    const auto worth = [](const Held& h) {
        return std::tuple{h.holds(), h.lines(), h.by_condition(), h.extent, h.incidents.size()};
    };
    for (const auto& answer : measure.answers) {
        auto held = hold(at, measure, answer);
        if (!best || worth(held) > worth(*best)) best = std::move(held);
    }
    return best;
}

}  // namespace lykta::measures
