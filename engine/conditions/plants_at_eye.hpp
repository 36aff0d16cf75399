// Plants that hide nobody only because no height was given and none higher than the eyes was taken.
#pragma once
#include <cstdint>

#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

/// How many plants have a height taken by default that is no higher than the eyes. Areas known by a share of crown
/// alone do not count: they block no sight whatever their height. \correctness  hand case, one plant of each kind
[[nodiscard]] std::int64_t plants_at_eye(const layers::VegetationLayer& vegetation, Meters eye);

}  // namespace lykta::conditions
