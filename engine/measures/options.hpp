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
    /// Measures of these owners stand alone: their hours are not the municipality's to buy. DEFAULT: the police
    std::vector<Owner> alone{Owner::police};
};
/// Singles first, then combinations that neither exclude each other nor miss what they need, without combinations that
/// cost as much or more than another option (now and each year) and do as much or less of everything: harm and
/// incidents prevented, metres to class, metres of sight, items. Lamp measures of one place are alternatives of each
/// other.
///
/// Chosen here, and why:
/// - Single measures are kept even where another option beats them: a user may force, forbid or pay for them alone.
/// - Combinations hold only measures of which something can be counted; the others stand alone, can be forced, and are
///   told of in words. Area measures too: they are a district's, and must not use up the place they are shown at.
/// - A need that is not sited at the place counts as met: nothing of it is left to do there. A single measure whose
/// need
///   is sited comes only together with it.
/// - Of more than most_per_place, single measures all stay, then combinations on the upper hull of value (the default
///   ObjectiveWeights) over investment, then the most valuable.
/// \pre money and effect are filled (estimate); the sited measures of a place stand together in plan.sited
/// \correctness  hand cases; property: no combination dominated by another option of its place, and what is left out is
/// dominated; for any worth of a krona the best option is kept
[[nodiscard]] std::vector<Option> make_options(const World& world, const MeasurePlan& plan, const EffectOptions& effect,
                                               const PackageOptions& options = {});

}  // namespace lykta::measures
