// Sight the plain way: every edge against every ray.
#pragma once
#include <span>

#include "conditions/obstacles.hpp"
#include "core/geometry.hpp"

namespace lykta::bench {

/// Visible area at some places: 360 rays of 100 m at 1.5 m, every edge of the town looked at for each; m² in all.
[[nodiscard]] double plain_sight(std::span<const Point> at, const conditions::Obstacles& obstacles);

}  // namespace lykta::bench
