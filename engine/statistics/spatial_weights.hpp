// Who counts as near: neighbour lists by distance, by number and by touching.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"

namespace lykta::statistics {

/// Neighbours of each location and how much each counts. neighbours[i] ascending; weights parallel to it.
struct SpatialWeights {
    std::vector<std::vector<std::uint32_t>> neighbours;
    std::vector<std::vector<double>> weights;
    [[nodiscard]] std::size_t size() const { return neighbours.size(); }
    [[nodiscard]] std::vector<std::uint32_t> islands()
        const;  ///< locations without neighbours: a normal case, reported
};
/// 0 ≤ d ≤ band, inclusive at the threshold; never one's own neighbour. \correctness reference spatial_weights
[[nodiscard]] SpatialWeights distance_band(std::span<const Point> points, Meters band);
/// The same neighbours, weight 1/d. \throws Error{bad_input} naming two points that coincide
[[nodiscard]] SpatialWeights inverse_distance_band(std::span<const Point> points, Meters band);
/// k nearest, ties by index, not made symmetric.
[[nodiscard]] SpatialWeights nearest_neighbours(std::span<const Point> points, int k);
enum class Contiguity {
    queen,
    rook
};  ///< share at least a point / a stretch of positive length (geometric: T-junctions count)
[[nodiscard]] SpatialWeights contiguity(std::span<const MultiPolygon> shapes, Contiguity rule);
[[nodiscard]] SpatialWeights row_standardised(SpatialWeights weights);
[[nodiscard]] SpatialWeights with_self(SpatialWeights weights);  ///< adds w_ii = 1, as Gi* needs
/// Number of groups that neighbour links hold together; an island is a group of its own.
[[nodiscard]] std::size_t components(const SpatialWeights& weights);

}  // namespace lykta::statistics
