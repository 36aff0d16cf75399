// What one luminaire sends to one point: shared by the exact sums and the fast fields.
#pragma once
#include "conditions/illuminance.hpp"

namespace lykta::conditions {

/// Luminous intensity towards the point z metres above the ground, cd, maintenance factor included. 0 when out of order
/// or not above the plane.
[[nodiscard]] double intensity_towards(const Luminaire& lamp, Point p, double z);
/// Its share of the horizontal illuminance there, lx: I · cosγ / r².
[[nodiscard]] double horizontal_share(const Luminaire& lamp, Point p, double z);
/// Horizontal distance beyond which the share on the ground is below the cutoff, m.
[[nodiscard]] double reach_of(const Luminaire& lamp, Lux cutoff);

}  // namespace lykta::conditions
