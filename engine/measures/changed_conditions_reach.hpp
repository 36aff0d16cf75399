// Which stretches a change can reach: asked before anything is computed. Internal to the changed conditions.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "measures/changed_conditions.hpp"

namespace lykta::measures {

[[nodiscard]] std::vector<std::uint32_t> light_reached(const World& world, const Changes& changes);
[[nodiscard]] std::vector<std::uint32_t> sight_reached(const World& world, std::span<const Clearing> clearings);

/// Is the stretch asked for? \param only  ascending; empty: all are
[[nodiscard]] inline bool is_asked_for(std::span<const std::uint32_t> only, std::size_t stretch) {
    return only.empty() || std::binary_search(only.begin(), only.end(), static_cast<std::uint32_t>(stretch));
}

}  // namespace lykta::measures
