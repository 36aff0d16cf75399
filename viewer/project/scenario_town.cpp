// The town in which scenarios are tried: the engine's WhatIf led from one scenario to the next by their difference.
#include <algorithm>
#include <set>

#include "core/language.hpp"
#include "measures/effect.hpp"
#include "viewer/project/scenario_parts.hpp"

namespace lykta::viewer {

namespace {

using measures::Money;
using measures::WhatIf;

measures::EffectOptions effect_options_of(const Project& project) {
    auto options = project.study->measures.plan.effect;
    options.seed = project.study->seed;
    return options;
}

/// An item as it stands in the town.
struct Placed {
    SitedItem sited;
    std::optional<WhatIf::Id> id;  ///< of its measure; empty: it has none
};

void add_note(std::vector<std::string>& notes, const std::string& note) {
    if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
}

}  // namespace

struct ScenarioTown::State {
    ProjectPointer project;
    measures::EffectOptions effect;
    ItemSiting siting;
    ScenarioLight light;
    WhatIf what_if;
    std::map<std::uint32_t, Placed> placed;  ///< by item
    measures::WhatIfAnswer town;             ///< of all that is placed

    explicit State(ProjectPointer of)
        : project(std::move(of)),
          effect(effect_options_of(*project)),
          siting(*project),
          light(*project),
          what_if(siting.world(), siting.catalogue(), effect) {}

    void take_away(const Scenario& scenario);
    void put(const ScenarioItem& item);
    [[nodiscard]] std::vector<const SitedItem*> items_of(const Scenario& scenario) const;
    [[nodiscard]] Money money_of(std::span<const SitedItem* const> items) const;
};

void ScenarioTown::State::take_away(const Scenario& scenario) {
    std::set<std::uint32_t> kept;
    for (const auto& item : scenario.items) kept.insert(item.id);
    for (auto at = placed.begin(); at != placed.end();) {
        if (kept.contains(at->first)) {
            ++at;
            continue;
        }
        if (at->second.id) what_if.remove(*at->second.id, town);
        at = placed.erase(at);
    }
}

void ScenarioTown::State::put(const ScenarioItem& item) {
    const auto [at, is_new] = placed.try_emplace(item.id);
    auto& here = at->second;
    if (!is_new && here.sited.item == item) return;
    here.sited = siting.site(item);
    const auto& measure = here.sited.measure;
    if (measure && here.id)
        what_if.replace(*here.id, *measure, town);
    else if (measure)
        here.id = what_if.add(*measure, town);
    else if (here.id)
        what_if.remove(*here.id, town), here.id.reset();
}

std::vector<const SitedItem*> ScenarioTown::State::items_of(const Scenario& scenario) const {
    std::vector<const SitedItem*> items;
    for (const auto& item : scenario.items) items.push_back(&placed.at(item.id).sited);
    return items;
}

/// What is paid once a place is paid once, however many items stand there.
Money ScenarioTown::State::money_of(std::span<const SitedItem* const> items) const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> quantities;  ///< by place and measure
    for (const auto* item : items)
        if (item->measure) quantities[{item->measure->place, item->measure->measure}] += item->measure->quantity;
    std::vector<Money> parts;
    for (const auto& [key, quantity] : quantities)
        parts.push_back(measures::money_of(siting.catalogue().measures[key.second], quantity, effect));
    return parts.empty() ? Money{} : measures::sum_of(parts);
}

namespace {

void add_metres(ScenarioAnswer& answer) {
    for (const auto& change : answer.town.changes) {
        if (change.below_before && !change.below_after) answer.metres_to_class += change.length_m;
        if (!change.below_before && change.below_after) answer.metres_from_class += change.length_m;
        answer.metres_of_sight += std::max(0.0, change.under_25_before_m - change.under_25_after_m);
    }
}

bool has_measures(std::span<const SitedItem* const> items) {
    return std::any_of(items.begin(), items.end(), [](const SitedItem* item) { return item->measure.has_value(); });
}

void add_notes(ScenarioAnswer& answer, std::span<const SitedItem* const> items, const outputs::RunResult& result) {
    add_note(answer.notes, answer.scenario.note);
    for (const auto* item : items)
        for (const auto& note : item->notes) add_note(answer.notes, note);
    if (!has_measures(items)) return;
    if (result.public_level)
        add_note(answer.notes, tr("What a scenario prevents is not shown at the public level."));
    else if (!answer.town.effect.has_number)
        add_note(answer.notes, tr("No study gives a number for what these measures prevent."));
    if (answer.town.money.judgement)
        add_note(answer.notes, tr("Some unit price is a guess; replace it by your own in the study."));
}

}  // namespace

ScenarioTown::ScenarioTown(ProjectPointer project) : m_state(new State(std::move(project))) {}
ScenarioTown::~ScenarioTown() = default;

ScenarioAnswer ScenarioTown::answer(const Scenario& scenario) {
    auto& state = *m_state;
    state.take_away(scenario);
    for (const auto& item : scenario.items) state.put(item);
    const auto items = state.items_of(scenario);
    ScenarioAnswer answer{.scenario = scenario, .town = state.town};
    answer.town.money = state.money_of(items);
    auto& effect = answer.town.effect;
    if (effect.cost_per_prevented) effect.cost_per_prevented = answer.town.money.annuity / effect.prevented_per_year;
    // The effect of a lamp tells of the incidents near it, and one that is dragged about of each.
    if (state.project->result().public_level) effect = {};
    add_metres(answer);
    add_notes(answer, items, state.project->result());
    answer.layer = scenario_layer(state.siting.world(), items, answer.town.changes);
    answer.illuminance = state.light.with(items);
    return answer;
}

}  // namespace lykta::viewer
