// Light and sight after a change, computed by the same engine as before it and only where it can differ.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/lighting_class.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct Changes {
    std::span<const LampChange> lamps;
    std::span<const Clearing> clearings;
    std::span<const std::uint32_t> only =
        {};  ///< compute these stretches alone, ascending; empty: all that are reached
};

/// Stretches whose light or sight the changes can reach, ascending: those light_after and sight_after compute. Quick.
[[nodiscard]] std::vector<std::uint32_t> stretches_reached(const World& world, const Changes& changes);

/// Light on every stretch some change can reach, as it is afterwards: equal, bit by bit, to light_along over the whole
/// town with the changes made. Ascending by stretch.
/// \correctness  twin: light_along over the changed town on random towns
struct StretchAfter {
    std::uint32_t stretch = 0;  ///< into World::stretches
    conditions::StretchLight light;
};
[[nodiscard]] std::vector<StretchAfter> light_after(const World& world, const Changes& changes);

/// Sight along every stretch some clearing can reach, as it is afterwards. A plant cleared in part keeps its other
/// parts. Ascending by stretch. \correctness  twin: sight_along over the changed town; property: never shorter
struct SightAfter {
    std::uint32_t stretch = 0;
    conditions::SightStretch sight;
};
[[nodiscard]] std::vector<SightAfter> sight_after(const World& world, std::span<const Clearing> clearings,
                                                  std::span<const std::uint32_t> only = {});

/// Both, as before and after: the stretches named in `wanted` and every other one whose class or sight changes.
[[nodiscard]] std::vector<StretchChange> stretch_changes(const World& world, const Changes& changes,
                                                         std::span<const std::uint32_t> wanted);

/// Fills `changes`, `metres_to_class`, `metres_of_sight` and `metres_of_hiding` of a sited measure.
void compute_changes(const World& world, SitedMeasure& sited);

}  // namespace lykta::measures
