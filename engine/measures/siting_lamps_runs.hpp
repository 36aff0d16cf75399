// Deficient stretches that belong together: on one street next to each other, or meeting where ways meet. For
// siting_lamps.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "measures/world.hpp"

namespace lykta::measures {

/// A stretch in the order one walks a run.
struct Step {
    std::uint32_t stretch = 0;  ///< into World::stretches
    bool reversed = false;      ///< walked from its end to its start
};
using LampRun = std::vector<Step>;

/// Runs of connected stretches, branch by branch; those with more than `most` stretches are cut into equal parts.
/// By their lowest stretch. Without a network only neighbours on one street are connected.
/// \pre stretches ascending, no one twice
[[nodiscard]] std::vector<LampRun> connected_runs(const World& world, std::span<const std::uint32_t> stretches,
                                                  std::size_t most);

}  // namespace lykta::measures
