// Points gathered where they could not be told apart: those on one spot, and, zoomed out, those of one square of a
// lattice. No point is lost: the counts of every level sum to the number of points.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::viewer {

struct Cluster {
    Point at;  ///< mean position of its points
    std::uint32_t count = 0;
    std::uint32_t first = 0;  ///< index of its first point
};
/// The points at `indices` that lie on exactly the same spot, together. Ordered by position.
[[nodiscard]] std::vector<Cluster> on_one_spot(std::span<const Point> points, std::span<const std::uint32_t> indices);
/// Clusters of one square of a lattice through the origin, together. Ordered by square. \pre cell_m > 0
/// \correctness  tests/viewer/project/clusters_test.cpp: hand case; twin by a map; counts conserved
[[nodiscard]] std::vector<Cluster> gathered(std::span<const Cluster> finer, double cell_m);

/// How wide a circle for so many is drawn, in times the class's size: by the root of the count against the largest, and
/// wide enough for the digits.
[[nodiscard]] float cluster_scale(std::uint32_t count, std::uint32_t largest);

}  // namespace lykta::viewer
