// The places incidents share, and how far apart these lie.
#pragma once
#include <cstdint>
#include <vector>

#include "layers/layers.hpp"
#include "layers/read_layers.hpp"

namespace lykta::layers {

struct DistinctPoint {
    Point point;
    std::int64_t count = 0;
};
/// Positions to the centimetre with the incidents on each, by x, then y.
[[nodiscard]] std::vector<DistinctPoint> distinct_points(const IncidentLayer& incidents);
/// Incidents on one of them, by index.
[[nodiscard]] std::vector<std::uint32_t> rows_at(const IncidentLayer& incidents, const DistinctPoint& point);
/// positional_precision from points already found; \p incidents is how many lie on them.
[[nodiscard]] Precision precision_of(const std::vector<DistinctPoint>& points, std::size_t incidents);

}  // namespace lykta::layers
