// What can be chosen at a place: each sited measure alone, and those that go together.
#pragma once
#include <vector>

#include "measures/effect.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct PackageOptions {
    int most_per_place = 12;  ///< REQUIRES: ≥ 1
    int most_together = 4;    ///< measures in one option. REQUIRES: ≥ 1
};
/// Singles first, then combinations that neither exclude each other nor miss what they need, without options that cost
/// as much or more than another and do as much or less of everything. Lamp measures of one place are alternatives of
/// each other where the later holds the earlier. \correctness  hand cases; property: no option dominated by another of
/// its place
[[nodiscard]] std::vector<Option> make_options(const World& world, const MeasurePlan& plan, const EffectOptions& effect,
                                               const PackageOptions& options = {});

}  // namespace lykta::measures
