#include "measures/changed_conditions.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "measures/changed_conditions_reach.hpp"

namespace lykta::measures {

namespace {

double length_of(const World& world, std::uint32_t stretch) {
    if (stretch < world.stretches.size()) return world.stretches[stretch].to_m - world.stretches[stretch].from_m;
    return world.sight->stretches[stretch].to_m - world.sight->stretches[stretch].from_m;
}

/// Nothing changed yet.
StretchChange as_it_is(const World& world, std::uint32_t k) {
    StretchChange change;
    change.stretch = k;
    change.length_m = length_of(world, k);
    change.has_light = k < world.stretches.size();
    change.has_sight = world.sight != nullptr && k < world.sight->stretches.size();
    if (change.has_light) {
        const conditions::StretchLight& light = world.stretches[k];
        change.average_before = change.average_after = light.average;
        change.minimum_before = change.minimum_after = light.minimum;
        change.below_before = change.below_after = light.below_class;
    }
    if (change.has_sight) {
        const conditions::SightStretch& sight = world.sight->stretches[k];
        change.under_25_before_m = change.under_25_after_m = sight.under_25_m;
        change.seen_at_before_m = change.seen_at_after_m = sight.mean_seen_at_m;
        change.hiding_before_m = change.hiding_after_m = sight.concealment_m;
    }
    return change;
}

bool differs(const StretchChange& change) {
    return change.below_before != change.below_after || change.under_25_before_m != change.under_25_after_m ||
           change.seen_at_before_m != change.seen_at_after_m || change.hiding_before_m != change.hiding_after_m;
}

}  // namespace

std::vector<std::uint32_t> stretches_reached(const World& world, const Changes& changes) {
    const auto light = light_reached(world, changes), sight = sight_reached(world, changes.clearings);
    std::vector<std::uint32_t> reached;
    std::set_union(light.begin(), light.end(), sight.begin(), sight.end(), std::back_inserter(reached));
    return reached;
}

std::vector<StretchChange> stretch_changes(const World& world, const Changes& changes,
                                           std::span<const std::uint32_t> wanted) {
    std::map<std::uint32_t, StretchChange> found;
    const auto at = [&](std::uint32_t k) -> StretchChange& {
        return found.try_emplace(k, as_it_is(world, k)).first->second;
    };
    for (const StretchAfter& after : light_after(world, changes)) {
        StretchChange& change = at(after.stretch);
        change.average_after = after.light.average;
        change.minimum_after = after.light.minimum;
        change.below_after = after.light.below_class;
    }
    for (const SightAfter& after : sight_after(world, changes.clearings, changes.only)) {
        StretchChange& change = at(after.stretch);
        change.under_25_after_m = after.sight.under_25_m;
        change.seen_at_after_m = after.sight.mean_seen_at_m;
        change.hiding_after_m = after.sight.concealment_m;
    }
    for (const std::uint32_t k : wanted) at(k);
    const std::set<std::uint32_t> asked(wanted.begin(), wanted.end());
    std::vector<StretchChange> kept;
    for (const auto& [k, change] : found)
        if (differs(change) || asked.contains(k)) kept.push_back(change);
    return kept;
}

void compute_changes(const World& world, SitedMeasure& sited) {
    sited.changes = stretch_changes(world, {sited.lamps, sited.clearings}, sited.stretches);
    sited.metres_to_class = sited.metres_of_sight = sited.metres_of_hiding = 0.0;
    for (const StretchChange& change : sited.changes) {
        if (change.below_before && !change.below_after) sited.metres_to_class += change.length_m;
        sited.metres_of_sight += std::max(0.0, change.under_25_before_m - change.under_25_after_m);
        sited.metres_of_hiding += std::max(0.0, change.hiding_before_m - change.hiding_after_m);
    }
}

}  // namespace lykta::measures
