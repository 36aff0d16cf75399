// Counting points into cells, and how much of each cell the window covers.
#include "statistics/grid_counts.hpp"

#include <cassert>

#include "core/parallel.hpp"
#include "statistics/window_rows.hpp"

namespace lykta::statistics {

namespace {
constexpr int samples_per_side = 5;
}

GridCounts count_on_grid(const GridFrame& frame, std::span<const Point> points, std::span<const double> weights) {
    assert(weights.empty() || weights.size() == points.size());
    GridCounts result{Grid<double>(frame), 0};
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::ptrdiff_t cell = frame.index_at(points[i]);
        if (cell < 0) {
            ++result.outside;
        } else {
            result.counts.values[static_cast<std::size_t>(cell)] += weights.empty() ? 1.0 : weights[i];
        }
    }
    return result;
}

Grid<double> window_share(const GridFrame& frame, const MultiPolygon& window) {
    Grid<double> share(frame);
    // The samples are the cell centres of a lattice five times as fine.
    const GridFrame fine{frame.origin,
                         {frame.cell_size.value / samples_per_side},
                         frame.columns * samples_per_side,
                         frame.rows * samples_per_side};
    const WindowRows rows(fine, window);
    parallel_blocks(static_cast<std::size_t>(frame.rows), 32, [&](std::size_t first, std::size_t last) {
        for (auto row = static_cast<int>(first); row < static_cast<int>(last); ++row) {
            for (int sub = 0; sub < samples_per_side; ++sub) {
                for (const ColumnSpan& span : rows.spans(row * samples_per_side + sub)) {
                    for (int c = span.first; c < span.last; ++c) share.at(c / samples_per_side, row) += 1.0;
                }
            }
            for (int c = 0; c < frame.columns; ++c) share.at(c, row) /= samples_per_side * samples_per_side;
        }
    });
    return share;
}

}  // namespace lykta::statistics
