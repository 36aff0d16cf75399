// The sentences of a match: what happens at the place and what was found there, with figures.
#include <algorithm>
#include <set>

#include "core/language.hpp"
#include "layers/text.hpp"
#include "measures/matching_parts.hpp"

namespace lykta::measures {

namespace {

std::string metres_text(double metres) {
    return number_text(metres, 0);
}

std::string count_text(double count) {
    return number_text(static_cast<std::int64_t>(count + 0.5));
}

/// "class P5" where all that is below has one class.
std::string class_words(const Case& at) {
    std::set<std::string> classes;
    for (const auto k : at.facts().stretch_index)
        if (k < at.world.stretches.size() && at.world.stretches[k].below_class)
            classes.insert(at.world.stretches[k].wanted_class);
    return classes.size() == 1 ? say("lighting class {}", *classes.begin()) : std::string{tr("their lighting class")};
}

/// Lamps whose outage leaves a stretch near below its class; of the place's lamps where that is not known.
double lamps_out(const Case& at) {
    std::set<std::uint32_t> out;
    for (const auto k : at.facts().stretch_index)
        if (k < at.world.stretches.size() && at.world.stretches[k].cause == conditions::LightCause::outage)
            out.insert(at.world.stretches[k].lamps_out.begin(), at.world.stretches[k].lamps_out.end());
    return out.empty() ? at.facts().lamps_out.value_or(0) : static_cast<double>(out.size());
}

std::string outage_sentence(const Case& at, double metres) {
    const double lamps = lamps_out(at);
    if (lamps < 1)
        return say("{} m of street and path lie below {} because lamps are out.", metres_text(metres), class_words(at));
    return say("{} m of street and path lie below {} because {}.", metres_text(metres), class_words(at),
               counted("{} lamp is out", "{} lamps are out", lamps));
}

std::string concealment_sentence(const Case& at, double metres) {
    const double hidden = at.facts().seen_under_25_plants_m.value_or(0);
    if (hidden < 1)
        return say("Along {} m of street and path stand plants that somebody can hide behind.", metres_text(metres));
    return say(
        "Along {} m of street and path stand plants that somebody can hide behind; on {} m they hide whoever comes "
        "until nearer than 25 m.",
        metres_text(metres), metres_text(hidden));
}

std::string items_sentence(const Case& at, const Measure& measure) {
    const auto items = items_to_mend(at, measure);
    std::set<std::string> buildings;
    double mandatory = 0;
    for (const auto i : items) {
        const auto& item = at.world.city.inspections->items[i];
        buildings.insert(item.building_id);
        mandatory += item.mandatory ? 1 : 0;
    }
    const auto count = static_cast<double>(items.size());
    const auto where = counted("{} building", "{} buildings", static_cast<double>(buildings.size()));
    const auto failed =
        counted("{} item it mends has failed inspection", "{} items it mends have failed inspection", count);
    return mandatory > 0 ? say("{} at {}, {} of them mandatory.", failed, where, count_text(mandatory))
                         : say("{} at {}.", failed, where);
}

/// The kinds an answer names that are recorded here, most first.
std::string kinds_recorded(const Case& at, const Answer& answer) {
    std::vector<std::pair<double, unsigned>> kinds;
    for (unsigned k = 0; k < outcome_count; ++k)
        if ((answer.outcomes >> k & 1U) != 0 && at.diagnosis.by_outcome[k] > 0)
            kinds.emplace_back(-at.diagnosis.by_outcome[k], k);
    std::sort(kinds.begin(), kinds.end());
    std::vector<std::string> names;
    for (const auto& [minus, k] : kinds) names.push_back(outcome_name(static_cast<Outcome>(k)));
    return layers::joined(names);
}

}  // namespace

std::string counted(const char* one, const char* many, double count) {
    const auto whole = static_cast<std::int64_t>(count + 0.5);
    return fmt::format(fmt::runtime(trn(one, many, whole)), number_text(whole));
}

std::string dark_sentence(const Case& at, const Held& held) {
    const auto share = percent_text(held.dark.share), known = count_text(held.dark.known),
               city = percent_text(at.world.city_dark_share);
    if (held.incidents.size() == at.incidents.size())
        return say("{} of {} incidents with a known hour happened in the dark, against {} in the whole town.", share,
                   known, city);
    return say(
        "{} of {} incidents that it can reach and whose hour is known happened in the dark, against {} in the whole "
        "town.",
        share, known, city);
}

std::string incident_sentence(const Case& at, const Held& held) {
    const auto count = count_text(static_cast<double>(held.incidents.size())), all = count_text(at.diagnosis.incidents);
    const bool any_kind = (held.answer->outcomes & bit(Outcome::any)) != 0;
    if (any_kind && held.incidents.size() == at.incidents.size())
        return counted("{} incident is recorded here.", "{} incidents are recorded here.", at.diagnosis.incidents);
    if (any_kind)
        return say("{} of {} recorded incidents ({}) happened out of doors.", count, all, percent_text(held.share));
    const auto kinds = kinds_recorded(at, *held.answer);
    const auto share = percent_text(held.share);
    if (held.by_condition())
        return say("{} of {} recorded incidents ({}) are of kinds it answers: {}.", count, all, share, kinds);
    return say("{} of {} recorded incidents ({}; in the whole town {}) are of kinds it answers: {}.", count, all, share,
               percent_text(held.town_share), kinds);
}

std::string condition_sentence(const Case& at, const Measure& measure, Condition condition) {
    const double extent = found_extent(at, measure, condition);
    switch (condition) {
        case Condition::lamp_out:
            return outage_sentence(at, extent);
        case Condition::light_shaded:
            return say("{} m of street and path lie below {} because plants shade the light.", metres_text(extent),
                       class_words(at));
        case Condition::light_missing:
            return say("{} m of street and path lie below {} because no lit lamp stands near enough.",
                       metres_text(extent), class_words(at));
        case Condition::light_weak:
            return say("{} m of street and path lie below {} because the lamps give too little light.",
                       metres_text(extent), class_words(at));
        case Condition::concealment:
            return concealment_sentence(at, extent);
        case Condition::short_sight:
            return say(
                "On {} m of street and path whoever comes is first seen nearer than 25 m, and not because of "
                "plants.",
                metres_text(extent));
        case Condition::failed_item:
            return items_sentence(at, measure);
        case Condition::tunnel:
            return say("{} m of path run through a tunnel.", metres_text(extent));
        case Condition::dead_end:
            return say("{} m of street and path have only one way out.", metres_text(extent));
        case Condition::litter_damage:
            return say("Nuisance, damage and litter are {} of what is recorded, against {} in the whole town.",
                       percent_text(extent), percent_text(at.town.litter_share));
        case Condition::none:
            break;
    }
    return {};
}

std::string reason_to_fit(const Case& at, const Measure& measure, const Held& held) {
    const bool by_dark = held.dark.known > 0 && (is_lighting(measure) || held.answer->when == When::dark);
    std::string reason = by_dark ? dark_sentence(at, held) : incident_sentence(at, held);
    for (const auto condition : held.found) reason += " " + condition_sentence(at, measure, condition);
    if (held.linked > 0)
        reason += " " + counted("{} incident that they can have to do with happened at these buildings.",
                                "{} incidents that they can have to do with happened at these buildings.", held.linked);
    return reason;
}

}  // namespace lykta::measures
