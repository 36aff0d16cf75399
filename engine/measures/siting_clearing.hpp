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
/// Shrubs beside the ways from which people are seen late, cut into pieces; of these the choice that is worth most:
/// metres of sight − least_gain · m². So every piece is worth its area beside the others, none that is left out would
/// be, and with least_gain 0 the most metres come back for the least area. Exact wherever a bound proves it and always
/// up to 12 pieces; else no single piece more, less or exchanged is worth more (siting_clearing_choice.hpp).
///
/// Order: most metres of sight per m² first, each judged after those before it. Pieces that only help together (a shrub
/// behind another) stand together and share their metres by area.
/// Metres of sight: path on the given stretches where nobody within 25 m along the paths is hidden any more
/// (SightStretch::under_25_m), less what ceases to be so. What a house, a tunnel or a tree hides as well does not
/// count. \pre world.sight is of world.sight_obstacles, with world.sight_options \throws Error{bad_option} \correctness
/// hand cases; twin: sight_along over the town without the pieces, on random towns; every subset of up to 8 pieces;
/// properties: Σ sight_m = metres before − metres after, worth ≤ bound; Exempelstad's shrub places
[[nodiscard]] std::vector<Clearing> site_clearing(const World& world, std::span<const std::uint32_t> stretches,
                                                  const ClearingOptions& options = {});

}  // namespace lykta::measures
