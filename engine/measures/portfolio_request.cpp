#include "measures/portfolio_request.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"

namespace lykta::measures {

namespace {

[[noreturn]] void refuse(const std::string& message) {
    throw Error{ErrorCode::bad_option, message};
}

/// Throws: "…: there is no district 'Nor'; did you mean 'Norr'?"
[[noreturn]] void refuse_unknown(const std::string& problem, const std::string& word,
                                 const std::set<std::string>& known) {
    const auto near = nearest_word(word, known);
    if (!near.empty()) refuse(say("{}; did you mean '{}'?", problem, near));
    std::string list;
    constexpr std::size_t most = 40;
    std::size_t count = 0;
    for (const auto& k : known) {
        if (count == most) break;
        list += (count++ == 0 ? "" : ", ") + k;
    }
    refuse(list.empty() ? say("{}; none is known here.", problem)
                        : say("{}; these are known: {}{}", problem, list, known.size() > most ? " …" : "."));
}

/// Names of the districts that hold places, in order.
std::vector<std::string> districts_of(const PlaceNames& names) {
    std::set<std::string> all(names.district_of_place.begin(), names.district_of_place.end());
    all.erase("");
    return {all.begin(), all.end()};
}

std::uint32_t district_index(const std::vector<std::string>& districts, const std::string& name) {
    return static_cast<std::uint32_t>(std::lower_bound(districts.begin(), districts.end(), name) - districts.begin());
}

std::set<std::uint32_t> districts_with_options(const MeasurePlan& plan, const PlaceNames& names,
                                               const std::vector<std::string>& districts) {
    std::set<std::uint32_t> all;
    for (const auto& option : plan.options) {
        const auto& name = names.district_of_place[option.place];
        if (!name.empty()) all.insert(district_index(districts, name));
    }
    return all;
}

void share_one(Constraints& constraints, const std::set<std::uint32_t>& with_options, const std::string& name,
               double share) {
    const auto& districts = constraints.district_names;
    const auto d = district_index(districts, name);
    if (d == districts.size() || districts[d] != name)
        refuse_unknown(say("There is no district '{}' among the places", name), name,
                       {districts.begin(), districts.end()});
    if (share > 0 && !with_options.contains(d))
        refuse(
            say("'{}' is to get at least {} of what is spent, but there is nothing to choose there; drop that share.",
                name, percent_text(share)));
    constraints.district_least_share[d] = share;
}

/// "*" first, then the districts by name, which replace it.
void set_shares(Constraints& constraints, const MeasurePlan& plan, const PlaceNames& names,
                const PortfolioRequest& request) {
    constraints.district_names = districts_of(names);
    constraints.district_least_share.assign(constraints.district_names.size(), 0.0);
    const auto with_options = districts_with_options(plan, names, constraints.district_names);
    if (const auto every = request.district_share.find("*"); every != request.district_share.end())
        for (const auto d : with_options) constraints.district_least_share[d] = every->second;
    for (const auto& [name, share] : request.district_share)
        if (name != "*") share_one(constraints, with_options, name, share);
}

void set_caps(Constraints& constraints, const PortfolioRequest& request) {
    constraints.owner_cap = Constraints::no_caps();
    std::set<std::string> known;
    for (int o = 0; o < owner_count; ++o) known.emplace(owner_code(static_cast<Owner>(o)));
    for (const auto& [code, cap] : request.owner_cap) {
        const auto owner = owner_from(code);
        if (!owner) refuse_unknown(say("There is no owner '{}'", code), code, known);
        constraints.owner_cap[static_cast<std::size_t>(*owner)] = cap;
    }
}

std::uint32_t measure_named(const MeasurePlan& plan, const std::string& id, const std::string& text) {
    if (const auto index = plan.catalogue.index_of(id)) return *index;
    std::set<std::string> known;
    for (const auto& m : plan.catalogue.measures) known.insert(m.id);
    refuse_unknown(say("'{}' names no measure of the catalogue", text), id, known);
}

std::uint32_t place_named(const PlaceNames& names, const std::string& id, const std::string& text) {
    const auto at = std::find(names.place_ids.begin(), names.place_ids.end(), id);
    if (at == names.place_ids.end())
        refuse_unknown(say("'{}' names no place of this run", text), id,
                       {names.place_ids.begin(), names.place_ids.end()});
    return static_cast<std::uint32_t>(at - names.place_ids.begin());
}

/// "P003:clearing" or "clearing".
Constraints::Rule rule_of(const MeasurePlan& plan, const PlaceNames& names, const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return {.measure = measure_named(plan, text, text), .text = text};
    return {.place = place_named(names, text.substr(0, colon), text),
            .measure = measure_named(plan, text.substr(colon + 1), text),
            .text = text};
}

bool holds(const MeasurePlan& plan, const Option& option, const Constraints::Rule& rule) {
    if (rule.place && *rule.place != option.place) return false;
    return std::any_of(option.sited.begin(), option.sited.end(),
                       [&](auto s) { return plan.sited[s].measure == rule.measure; });
}

void check_can_be_forced(const MeasurePlan& plan, const Constraints::Rule& rule) {
    if (std::any_of(plan.options.begin(), plan.options.end(), [&](const Option& o) { return holds(plan, o, rule); }))
        return;
    refuse(
        say("'{}' is forced, but it is none of the options to choose between: it did not fit, could not be sited "
            "or was outdone by another. The list of rejected measures gives the reason; drop the demand.",
            rule.text));
}

double points_of(const Option& option, const ObjectiveWeights& weights, double harm) {
    return weights.harm * harm + weights.metres_to_class * option.metres_to_class +
           weights.metres_of_sight * option.metres_of_sight + weights.metres_of_hiding * option.metres_of_hiding +
           weights.items_mended * option.items_mended;
}

/// Owners whose measures are left alone: of those not bought, the ones the request says nothing of.
bool is_left_alone(const MeasurePlan& plan, const PortfolioRequest& request, std::uint32_t measure) {
    const Owner owner = plan.catalogue.measures[measure].owner;
    const auto& none = request.not_bought;
    return std::find(none.begin(), none.end(), owner) != none.end() &&
           !request.owner_cap.contains(std::string{owner_code(owner)});
}

/// One rule for each place with such a measure that is not forced there.
void leave_alone(Constraints& constraints, const MeasurePlan& plan, const PortfolioRequest& request) {
    for (const auto& sited : plan.sited) {
        const auto is_asked_for = [&](const Constraints::Rule& rule) {
            return rule.measure == sited.measure && (!rule.place || *rule.place == sited.place);
        };
        if (!is_left_alone(plan, request, sited.measure) ||
            std::any_of(constraints.forced.begin(), constraints.forced.end(), is_asked_for))
            continue;
        constraints.forbidden.push_back({.place = sited.place, .measure = sited.measure, .text = sited.id});
    }
}

/// Where the options of a sited measure stand in the program. A measure for a whole district stands at one of its
/// places and does not use up that place's choice.
std::uint32_t standing(const MeasurePlan& plan, const PlaceNames& names, std::uint32_t sited) {
    const auto& s = plan.sited[sited];
    return plan.catalogue.measures[s.measure].siting == Siting::area
               ? static_cast<std::uint32_t>(names.place_ids.size()) + sited
               : s.place;
}

/// Rules for a district's measure at a place speak of where it stands in the program.
void move_to_districts(std::vector<Constraints::Rule>& rules, const MeasurePlan& plan, const PlaceNames& names) {
    for (auto& rule : rules)
        for (std::uint32_t s = 0; rule.place && s < plan.sited.size(); ++s)
            if (plan.sited[s].place == *rule.place && plan.sited[s].measure == rule.measure) {
                rule.place = standing(plan, names, s);
                break;
            }
}

void check_weights(const ObjectiveWeights& weights) {
    for (const double w : {weights.harm, weights.metres_to_class, weights.metres_of_sight, weights.metres_of_hiding,
                           weights.items_mended})
        if (!(w >= 0) || std::isinf(w))
            refuse(say("A weight of the objective is {}; weights are 0 or more.", number_text(w, 3)));
}

}  // namespace

double worth_of(const Option& option, const PortfolioRequest& request) {
    return worth_of(option, request, option.effect.has_number ? option.effect.harm_per_year : 0.0);
}

double worth_of(const Option& option, const PortfolioRequest& request, double drawn_harm) {
    const auto& effect = option.effect;
    switch (request.objective) {
        case Objective::prevented_harm:
            return drawn_harm;
        case Objective::prevented_harm_low:
            return effect.has_number && effect.harm_per_year > 0
                       ? drawn_harm * effect.harm_low_10 / effect.harm_per_year
                       : 0.0;
        case Objective::metres_to_class:
            return option.metres_to_class;
        case Objective::weighted:
            break;
    }
    return points_of(option, request.weights, drawn_harm);
}

std::vector<Candidate> candidates_of(const MeasurePlan& plan, const PlaceNames& names,
                                     const PortfolioRequest& request) {
    const auto districts = districts_of(names);
    std::vector<Candidate> all;
    for (const auto& option : plan.options) {
        const auto& district = names.district_of_place[option.place];
        Candidate c{.place = standing(plan, names, option.sited.front()),
                    .id = option.id,
                    .value = worth_of(option, request),
                    .investment = option.money.investment,
                    .yearly = option.money.yearly,
                    .district = district.empty() ? static_cast<std::uint32_t>(districts.size())
                                                 : district_index(districts, district),
                    .owner_investment = option.owner_investment,
                    .stretches = option.stretches,
                    .measures = {}};
        for (const auto s : option.sited) c.measures.push_back(plan.sited[s].measure);
        all.push_back(std::move(c));
    }
    return all;
}

Constraints constraints_of(const MeasurePlan& plan, const PlaceNames& names, const PortfolioRequest& request) {
    check_weights(request.weights);
    Constraints constraints{.budget = request.budget};
    if (std::isinf(request.budget)) refuse(tr("The budget must be an amount; infinity is none."));
    if (request.yearly_budget) constraints.yearly_budget = *request.yearly_budget;
    set_shares(constraints, plan, names, request);
    set_caps(constraints, request);
    for (const auto& text : request.forbidden) constraints.forbidden.push_back(rule_of(plan, names, text));
    for (const auto& text : request.forced) {
        constraints.forced.push_back(rule_of(plan, names, text));
        check_can_be_forced(plan, constraints.forced.back());
    }
    leave_alone(constraints, plan, request);
    move_to_districts(constraints.forced, plan, names);
    move_to_districts(constraints.forbidden, plan, names);
    return constraints;
}

}  // namespace lykta::measures
