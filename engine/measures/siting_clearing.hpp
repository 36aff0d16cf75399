// Which shrubs to clear: pieces of plants along the path, chosen by the sight they give back per square metre.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct ClearingOptions {
    Meters strip{5.0};         ///< Only this near the path is cleared; what stands farther off stays. REQUIRES: > 0 m
    Meters piece{10.0};        ///< Plants are cut into pieces about this long along the path. REQUIRES: > 0 m
    Meters shrub_up_to{3.0};   ///< Higher plants are trees: pruned up to 2.5 m, never felled, and not sited here
    double least_gain = 0.02;  ///< Metres of sight per m² below which clearing stops. REQUIRES: ≥ 0
};
/// Pieces in the order chosen, most metres of sight per m² first, each judged after those before it (a shrub behind
/// another gives nothing back until the first is gone: pairs that only help together are tried as pairs).
/// Metres of sight: path on the given stretches whose `seen_at_m` rises from under 25 m to 25 m or more.
/// \correctness  small cases against every subset; property: never negative, sum = metres before − metres after
[[nodiscard]] std::vector<Clearing> site_clearing(const World& world, std::span<const std::uint32_t> stretches,
                                                  const ClearingOptions& options = {});

}  // namespace lykta::measures
