// The places incidents share, and how far apart these lie.
#pragma once
#include <cstdint>
#include <vector>

#include "layers/layers.hpp"

namespace lykta::layers {

struct DistinctPoint {
    Point point;
    std::int64_t count = 0;
};
/// Positions to the centimetre with the incidents on each, by x, then y.
[[nodiscard]] std::vector<DistinctPoint> distinct_points(const IncidentLayer& incidents);
/// Incidents on one of them, by index.
[[nodiscard]] std::vector<std::uint32_t> rows_at(const IncidentLayer& incidents, const DistinctPoint& point);

}  // namespace lykta::layers
