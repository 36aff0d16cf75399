// Where lamps go so that a deficient stretch reaches its class with the fewest of them: broken ones repaired first,
// then existing ones given a better luminaire, then new ones added.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct LampSitingOptions {
    Lumens flux{4000};          ///< of a new or upgraded luminaire, LED. REQUIRES: > 0 lm. DEFAULT: 4,000 lm
    Lumens largest_flux{8000};  ///< an upgrade may go up to this, in steps of 1,000 lm. REQUIRES: ≥ flux
    Meters height{5.0};         ///< of a new pole beside a footpath; beside a street 7 m. REQUIRES: > 0 m
    Meters street_height{7.0};
    Meters offset{1.5};  ///< from the middle of the path to the pole; streets 4 m. REQUIRES: ≥ 0 m
    Meters street_offset{4.0};
    Meters step{2.0};  ///< between candidate positions along the path. REQUIRES: > 0 m. DEFAULT: 2 m
    double maintenance_factor = 0.8;
    /// An average above this many times the class figure counts as too much light (EN 13201-2: 1.5 for P classes):
    /// plans stay below it where they can.
    double over_limit = 1.5;
    int most_lamps = 60;  ///< new ones in one plan; what needs more is left below class. REQUIRES: ≥ 0
};

/// A plan for connected deficient stretches.
struct LampPlan {
    std::vector<LampChange> changes;       ///< repairs, then upgrades, then additions along the way
    std::vector<std::uint32_t> stretches;  ///< the deficient ones it was made for, ascending
    std::vector<std::uint32_t> reached;    ///< of those, that reach their class afterwards
    /// No plan of additions with fewer lamps, at the candidate positions and after the repairs and upgrades above, can
    /// reach the class on the stretches that this one's additions were made for (proven). Equal to the additions: none
    /// needs fewer.
    int lower_bound = 0;
};
/// What may be done, in order: each step is taken only for what the ones before leave below class.
enum class LampSteps : std::uint8_t { repair_only, repair_upgrade, repair_infill, all };

/// One plan per group of deficient stretches that share a street or meet end to end, groups of more than 40 stretches
/// (about a kilometre) cut into equal parts; each plan stands alone, as if no other were carried out. Obstruction is
/// counted: a pole behind a crown gives what gets through. Groups come by their lowest stretch.
///
/// Repairs: as few as bring the class; where all together do not, all that give a noticeable part of what is missing.
/// Upgrades: fewest lamps touched, then the smallest luminaire for each. Additions: fewest; among as many, means below
/// `over_limit` times the class figure where they can be, then the darkest samples brightest, which spaces them evenly.
/// Poles stand at their offset beside the way, on either side; not in houses, not with the luminaire inside a crown,
/// and not nearer to the middle of another way than that way's offset.
/// \throws Error{bad_option} an option breaks its REQUIRES
/// \param stretches  into World::stretches; those not below class are left out
/// \pre world.stretches come from light_along with world's options
/// \correctness  every plan recomputed with light_after; small cases against exhaustive search over the candidate
/// positions; property: a repair that suffices adds nothing
[[nodiscard]] std::vector<LampPlan> site_lamps(const World& world, std::span<const std::uint32_t> stretches,
                                               LampSteps steps, const LampSitingOptions& options = {});

}  // namespace lykta::measures
