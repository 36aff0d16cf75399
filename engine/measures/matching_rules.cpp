// What speaks against a measure at a place, and the line of an answer that fails: each a sentence with its figures.
#include <algorithm>

#include "core/language.hpp"
#include "layers/text.hpp"
#include "measures/matching_parts.hpp"

namespace lykta::measures {

namespace {

using conditions::DarkVerdict;
using Sentence = std::optional<std::string>;

std::string whole(double number) {
    return number_text(number, 0);
}

/// By day, of the place as a whole or of what light can touch there.
Sentence by_day(const Case& at, const Held& held) {
    const bool place = at.diagnosis.verdict == DarkVerdict::less;
    if (!place && held.verdict != DarkVerdict::less) return std::nullopt;
    const auto& dark = place ? at.facts().dark : held.dark;
    const auto share = percent_text(dark.share), known = whole(dark.known),
               city = percent_text(at.world.city_dark_share);
    if (place)
        return say(
            "Only {} of {} incidents with a known hour happened in the dark, against {} in the whole town: light is "
            "not the answer to what happens by day.",
            share, known, city);
    return say(
        "Of the {} incidents that light can reach and whose hour is known only {} happened in the dark, against {} in "
        "the whole town: light is not the answer to what happens by day.",
        known, share, city);
}

Sentence lit(const Case& at) {
    const auto& facts = at.facts();
    if (!at.diagnosis.light_known)
        return std::string{
            tr("Whether light is missing here is unknown: no lamps, or no streets and paths to judge "
               "them along, are known near.")};
    if (below_class_m(at) > 0) return std::nullopt;
    const double below = facts.path_below_class_m.value_or(0);
    if (below < 0.5)
        return say("All {} m of street and path near reach their lighting class.", whole(at.diagnosis.path_m));
    return say("Only {} of {} m of street and path near lie below their lighting class.", whole(below),
               whole(at.diagnosis.path_m));
}

Sentence no_plants(const Case& at, const Measure& measure) {
    if (found_extent(at, measure, Condition::concealment) > 0) return std::nullopt;
    if (!at.world.city.vegetation && at.extent(Condition::concealment) <= 0)
        return std::string{tr("Whether plants hide anybody is unknown: the study has no vegetation.")};
    if (at.extent(Condition::concealment) < 0.5)
        return say("No plant along the {} m of street and path near hides anybody.", whole(at.diagnosis.path_m));
    return say("Only along {} of {} m of street and path near stand plants that somebody can hide behind.",
               whole(at.extent(Condition::concealment)), whole(at.diagnosis.path_m));
}

Sentence no_failed_items(const Case& at, const Measure& measure) {
    if (!items_to_mend(at, measure).empty()) return std::nullopt;
    const int inspected = at.facts().buildings_inspected.value_or(0);
    if (inspected == 0)
        return std::string{tr("No building here has been inspected, so it is unknown whether anything needs mending.")};
    return counted("{} building here has been inspected, and nothing that this measure mends has failed.",
                   "{} buildings here have been inspected, and nothing that this measure mends has failed.", inspected);
}

/// A door that failed where nothing happened is mended as upkeep, not for what is recorded here.
Sentence nothing_linked(const Case& at, const Measure& measure, const Held& held) {
    if (held.linked > 0 || items_to_mend(at, measure).empty()) return std::nullopt;
    return condition_sentence(at, measure, Condition::failed_item) + " " +
           tr("Nothing that they can have to do with is recorded at these buildings.");
}

Sentence few_incidents(const Case& at, const Held& held) {
    const auto count = static_cast<double>(held.incidents.size());
    if (count >= at.options.few_incidents) return std::nullopt;
    return say("Only {} incidents that it can reach are recorded over the period; under {} it is out of proportion.",
               whole(count), whole(at.options.few_incidents));
}

Sentence indoors(const Case& at) {
    if (at.diagnosis.indoors <= 0.5) return std::nullopt;
    return say("{} of {} incidents happened inside buildings, where it does not reach.",
               percent_text(at.diagnosis.indoors), whole(at.diagnosis.incidents));
}

Sentence lamps_only_broken(const Case& at, const Measure& measure) {
    const double out = found_extent(at, measure, Condition::lamp_out);
    double other = 0;
    for (const auto condition : {Condition::light_shaded, Condition::light_missing, Condition::light_weak})
        other += found_extent(at, measure, condition);
    if (out <= 0 || other > 0) return std::nullopt;
    return say(
        "Lamps that are out are why {} m lie below their lighting class: mended, they reach it, and nothing "
        "needs adding.",
        whole(out));
}

Sentence no_lamps(const Case& at) {
    if (at.facts().lamps.value_or(1) > 0) return std::nullopt;
    return std::string{tr("No lamp stands near, so there is none to mend or to make stronger.")};
}

bool was_tried(const Case& at, const Measure& measure) {
    const auto& place = at.ranked().place;
    return std::any_of(at.options.tried.begin(), at.options.tried.end(), [&](const Tried& t) {
        return t.measure == measure.id && (t.place == place.id || t.place == place.name);
    });
}

constexpr double least_answered = 0.05;  // of the place's incidents: a gentler measure for fewer is no substitute

/// Gentler measures still to be tried: all that mend a found condition; of the others, all until one was tried.
std::vector<std::string> untried_names(const Case& at, const Measure& measure, std::span<const Fitting> fitting) {
    std::vector<std::string> mending, others;
    bool other_tried = false;
    for (const auto& f : fitting) {
        const auto& gentler = at.catalogue.measures[f.measure];
        if (gentler.intrusiveness >= measure.intrusiveness || gentler.siting == Siting::area) continue;
        if (f.answered < least_answered * at.diagnosis.incidents) continue;
        const bool tried = was_tried(at, gentler);
        other_tried = other_tried || (tried && !f.by_condition);
        if (!tried) (f.by_condition ? mending : others).push_back(gentler.name.shown());
    }
    if (!other_tried) mending.insert(mending.end(), others.begin(), others.end());
    return mending;
}

Sentence less_intrusive(const Case& at, const Measure& measure, std::span<const Fitting> fitting) {
    auto names = untried_names(at, measure, fitting);
    if (names.empty()) return std::nullopt;
    constexpr std::size_t named = 3;
    const auto more = names.size() > named ? names.size() - named : 0;
    names.resize(std::min(names.size(), named));
    if (more == 0) return say("Less intrusive measures fit and have not been tried here: {}.", layers::joined(names));
    return say("Less intrusive measures fit and have not been tried here: {}, and {} more.", layers::joined(names),
               number_text(static_cast<std::int64_t>(more)));
}

Sentence against(RuledOut rule, const Case& at, const Measure& measure, const Held& held,
                 std::span<const Fitting> fitting) {
    switch (rule) {
        case RuledOut::daytime:
            return by_day(at, held);
        case RuledOut::lit_to_class:
            return lit(at);
        case RuledOut::no_plants:
            return no_plants(at, measure);
        case RuledOut::no_failed_items:
            return no_failed_items(at, measure);
        case RuledOut::no_tunnel:
            if (found_extent(at, measure, Condition::tunnel) > 0) return std::nullopt;
            return std::string{tr("There is no tunnel or underpass here.")};
        case RuledOut::less_intrusive_untried:
            return less_intrusive(at, measure, fitting);
        case RuledOut::few_incidents:
            return few_incidents(at, held);
        case RuledOut::indoors:
            return indoors(at);
        case RuledOut::lamps_only_broken:
            return lamps_only_broken(at, measure);
        case RuledOut::no_lamps:
            return no_lamps(at);
    }
    return std::nullopt;
}

std::string when_sentence(const Case& at, const Held& held) {
    if (held.dark.known <= 0)
        return tr("No hour is known of these incidents, so it cannot be said whether they happen in the dark.");
    if (held.answer->when == When::day)
        return say("{} of {} incidents with a known hour happened in the dark: it answers what happens by day.",
                   percent_text(held.dark.share), whole(held.dark.known));
    return say(
        "{} of {} incidents with a known hour happened in the dark, not clearly more than in the whole town ({}): "
        "darkness does not set this place apart.",
        percent_text(held.dark.share), whole(held.dark.known), percent_text(at.world.city_dark_share));
}

std::string outcome_sentence(const Case& at, const Held& held) {
    if ((held.answer->outcomes & bit(Outcome::any)) != 0)
        return say("Only {} of {} recorded incidents ({}) are such that it can reach them.",
                   whole(static_cast<double>(held.incidents.size())), whole(at.diagnosis.incidents),
                   percent_text(held.share));
    if (held.share >= held.answer->least_share)
        return say(
            "{} of {} recorded incidents ({}) are of kinds it answers, a smaller share than in the whole town ({}).",
            whole(static_cast<double>(held.incidents.size())), whole(at.diagnosis.incidents), percent_text(held.share),
            percent_text(held.town_share));
    return say("Only {} of {} recorded incidents ({}) are of kinds it answers.",
               whole(static_cast<double>(held.incidents.size())), whole(at.diagnosis.incidents),
               percent_text(held.share));
}

/// The sentence of the first condition asked for that was looked for and not found.
std::string condition_missing(const Case& at, const Measure& measure, const Held& held) {
    Sentence found;
    for (const auto condition : held.answer->conditions) {
        if (is_light_condition(condition)) found = lit(at);
        if (condition == Condition::concealment) found = no_plants(at, measure);
        if (condition == Condition::failed_item) found = no_failed_items(at, measure);
        if (found) return *found;
    }
    if (is_lighting(measure))
        return say(
            "{} m of street and path near lie below their lighting class, for a reason this measure does not "
            "mend.",
            whole(below_class_m(at)));
    return tr("What it mends was not found here.");
}

}  // namespace

std::optional<std::string> ruled_out(const Case& at, const Measure& measure, const Held& held,
                                     std::span<const Fitting> fitting) {
    if (is_lighting(measure)) {
        if (auto day = by_day(at, held)) return day;
        if (!at.diagnosis.light_known) return lit(at);
    }
    if (measure.siting == Siting::items && held.holds())
        if (auto unlinked = nothing_linked(at, measure, held)) return unlinked;
    for (const auto rule : measure.rules_out)
        if (auto sentence = against(rule, at, measure, held, fitting)) return sentence;
    return std::nullopt;
}

std::string missing_line(const Case& at, const Measure& measure, const Held& held) {
    if (!held.outcomes) return outcome_sentence(at, held);
    if (!held.condition) return condition_missing(at, measure, held);
    if (!held.when) return when_sentence(at, held);
    return tr("It is meant for another kind of place than this.");
}

}  // namespace lykta::measures
