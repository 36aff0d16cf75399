// Counts of incidents per cell: the plain baseline beside every statistic.
#pragma once
#include <span>

#include "core/grid.hpp"

namespace lykta::statistics {

struct GridCounts {
    Grid<double> counts;      ///< events (or sum of weights) per cell
    std::size_t outside = 0;  ///< events not in the frame; counted, never dropped in silence
};
[[nodiscard]] GridCounts count_on_grid(const GridFrame& frame, std::span<const Point> points,
                                       std::span<const double> weights = {});

/// Share of each cell's centre-sampled area inside the window (5 × 5 samples): 0 outside, 1 deep inside.
[[nodiscard]] Grid<double> window_share(const GridFrame& frame, const MultiPolygon& window);

}  // namespace lykta::statistics
