#include "measures/matching_records.hpp"

#include <algorithm>

namespace lykta::measures {

namespace {

using conditions::LightCause;

const conditions::StretchLight* light_of(const World& world, std::uint32_t k) {
    return k < world.stretches.size() ? &world.stretches[k] : nullptr;
}

const conditions::SightStretch* sight_of(const World& world, std::uint32_t k) {
    return world.sight != nullptr && k < world.sight->stretches.size() ? &world.sight->stretches[k] : nullptr;
}

/// Is the stretch one the condition speaks of?
bool speaks_of(const World& world, std::uint32_t k, Condition condition) {
    if (is_light_condition(condition)) {
        const auto* light = light_of(world, k);
        return light != nullptr && light->below_class;
    }
    const auto* sight = sight_of(world, k);
    if (sight == nullptr) return false;
    switch (condition) {
        case Condition::concealment:
            return sight->concealment_m > 0 || sight->under_25_plants_m > 0;
        case Condition::short_sight:
            return sight->under_25_m > sight->under_25_plants_m;
        case Condition::tunnel:
            return sight->tunnel;
        case Condition::dead_end:
            return sight->dead_end;
        default:
            return false;
    }
}

void add_lamps(const Case& at, const Held& held, Match& match) {
    const bool out = std::find(held.found.begin(), held.found.end(), Condition::lamp_out) != held.found.end();
    const bool weak = std::find(held.found.begin(), held.found.end(), Condition::light_weak) != held.found.end();
    if (!at.world.city.lighting) return;
    for (const auto i : at.facts().lamp_index) {
        const bool is_out = at.world.city.lighting->lamps[i].state == layers::LampState::out;
        if (is_out ? out : weak) match.lamps.push_back(i);
    }
}

}  // namespace

void set_records(const Case& at, const Measure& measure, const Held& held, Match& match) {
    add_lamps(at, held, match);
    for (const auto condition : held.found) {
        if (condition == Condition::failed_item) match.items = items_to_mend(at, measure);
        if (condition == Condition::concealment) match.plants = at.facts().plant_index;
    }
    for (const auto k : at.facts().stretch_index)
        if (std::any_of(held.found.begin(), held.found.end(),
                        [&](Condition condition) { return speaks_of(at.world, k, condition); }))
            match.stretches.push_back(k);
}

}  // namespace lykta::measures
