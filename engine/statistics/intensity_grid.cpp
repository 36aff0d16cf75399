// Intensity on a lattice: every event is spread over the rows it reaches, row blocks shared out over the threads.
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/parallel.hpp"
#include "statistics/event_weights.hpp"
#include "statistics/kernel.hpp"
#include "statistics/point_buckets.hpp"
#include "statistics/window_rows.hpp"

namespace lykta::statistics {

namespace {

constexpr std::size_t rows_per_block = 32;  ///< fixed, so that sums never depend on the thread count

/// Events in bucket order, side by side in memory.
struct Events {
    PointBuckets buckets;
    std::vector<double> x, y, weight;
};

Events sorted_events(std::span<const Point> points, const std::vector<double>& weights, double side) {
    Events events{PointBuckets(points, side), {}, {}, {}};
    for (const auto i : events.buckets.order()) {
        events.x.push_back(points[i].x);
        events.y.push_back(points[i].y);
        events.weight.push_back(weights[i]);
    }
    return events;
}

/// A lattice measured in bandwidths, and a block of its rows.
struct Lattice {
    const GridFrame& frame;
    double bandwidth, cell;  ///< cell: in bandwidths
    [[nodiscard]] double from_first_column(double x) const { return (frame.centre(0, 0).x - x) / bandwidth; }
    [[nodiscard]] double from_row(int row, double y) const { return (frame.centre(0, row).y - y) / bandwidth; }
    /// Columns whose centre lies within `half` of the event whose first-column offset is given.
    [[nodiscard]] ColumnSpan columns(double offset, double half) const {
        const double first = std::max(std::ceil((-half - offset) / cell), 0.0);
        const double last = std::min(std::floor((half - offset) / cell), frame.columns - 1.0);
        if (!(first <= last)) return {0, 0};
        return {static_cast<int>(first), static_cast<int>(last) + 1};
    }
    /// Rows of first … last - 1 whose centre lies within `reach` of y.
    [[nodiscard]] ColumnSpan rows(double y, double reach, int first, int last) const {
        const double offset = from_row(0, y);
        const double low = std::max<double>(std::ceil((-reach - offset) / cell), first);
        const double high = std::min<double>(std::floor((reach - offset) / cell), last - 1.0);
        if (!(low <= high)) return {0, 0};
        return {static_cast<int>(low), static_cast<int>(high) + 1};
    }
};

/// Adds weight · shape(squared distance) along one row.
template <class Shape>
void spread_along(double* row, ColumnSpan span, double offset, double cell, double dy2, double weight, Shape shape) {
    for (int c = span.first; c < span.last; ++c) {
        const double dx = offset + c * cell;
        row[c] += weight * shape(dx * dx + dy2);
    }
}

void spread_compact(Kernel kernel, double* row, ColumnSpan span, double offset, double cell, double dy2,
                    double weight) {
    const auto left = [](double squared) { return std::max(1.0 - squared, 0.0); };
    switch (kernel) {
        case Kernel::uniform:
            spread_along(row, span, offset, cell, dy2, weight, [](double s) { return s <= 1.0 ? 1.0 : 0.0; });
            break;
        case Kernel::triangular:
            spread_along(row, span, offset, cell, dy2, weight,
                         [](double s) { return std::max(1.0 - std::sqrt(s), 0.0); });
            break;
        case Kernel::epanechnikov:
            spread_along(row, span, offset, cell, dy2, weight, left);
            break;
        case Kernel::quartic:
            spread_along(row, span, offset, cell, dy2, weight, [&](double s) { return left(s) * left(s); });
            break;
        default:
            spread_along(row, span, offset, cell, dy2, weight, [&](double s) { return left(s) * left(s) * left(s); });
    }
}

/// A compact kernel on rows first … last - 1: per row the columns the circle reaches.
void spread_circle(const Lattice& lattice, Kernel kernel, double x, double y, double weight, int first, int last,
                   Grid<double>& out) {
    const double offset = lattice.from_first_column(x);
    // The uniform kernel jumps at its edge: one column more on each side lets the distance itself decide.
    const double extra = kernel == Kernel::uniform ? 0.01 * lattice.cell : 0.0;
    const ColumnSpan rows = lattice.rows(y, 1.0 + extra, first, last);
    for (int row = rows.first; row < rows.last; ++row) {
        const double dy = lattice.from_row(row, y);
        const double half = std::sqrt(std::max(1.0 - dy * dy, 0.0)) + extra;
        double* values = out.values.data() + out.index(0, row);
        spread_compact(kernel, values, lattice.columns(offset, half), offset, lattice.cell, dy * dy, weight);
    }
}

/// The Gaussian is a product of one factor per axis: exponentials are taken once per column and row, not per cell.
void spread_gaussian(const Lattice& lattice, double x, double y, double weight, int first, int last,
                     std::vector<double>& factor, Grid<double>& out) {
    const double reach = kernel_reach(Kernel::gaussian), offset = lattice.from_first_column(x);
    const ColumnSpan columns = lattice.columns(offset, reach);
    const ColumnSpan rows = lattice.rows(y, reach, first, last);
    if (columns.first == columns.last || rows.first == rows.last) return;
    factor.resize(static_cast<std::size_t>(columns.last - columns.first));
    for (int c = columns.first; c < columns.last; ++c) {
        const double dx = offset + c * lattice.cell;
        factor[static_cast<std::size_t>(c - columns.first)] = std::exp(-dx * dx / 2.0);
    }
    for (int row = rows.first; row < rows.last; ++row) {
        const double dy = lattice.from_row(row, y), here = weight * std::exp(-dy * dy / 2.0);
        double* values = out.values.data() + out.index(columns.first, row);
        for (std::size_t c = 0; c < factor.size(); ++c) values[c] += here * factor[c];
    }
}

void spread_rows(const Events& events, const Lattice& lattice, Kernel kernel, int first, int last, Grid<double>& out) {
    if (events.x.empty() || lattice.frame.columns == 0) return;
    const double reach = kernel_reach(kernel) * lattice.bandwidth * (1.0 + 1e-9);
    const double south = lattice.frame.centre(0, first).y - reach, north = lattice.frame.centre(0, last - 1).y + reach;
    const auto [from, to] =
        events.buckets.positions_of_rows(events.buckets.row_of(south), events.buckets.row_of(north));
    std::vector<double> factor;
    for (std::size_t i = from; i < to; ++i) {
        const double x = events.x[i], y = events.y[i], weight = events.weight[i];
        if (weight == 0.0) continue;
        if (kernel == Kernel::gaussian) {
            spread_gaussian(lattice, x, y, weight, first, last, factor, out);
        } else {
            spread_circle(lattice, kernel, x, y, weight, first, last, out);
        }
    }
}

/// Scales to events per square metre, divides by the mass at the cell where asked for, blanks what is outside.
void finish_row(Grid<double>& out, int row, double scale, const WindowRows* inside, const WindowMass* mass) {
    const std::vector<unsigned char> mask = inside != nullptr ? inside->mask(row) : std::vector<unsigned char>{};
    for (int c = 0; c < out.frame.columns; ++c) {
        double& value = out.at(c, row);
        if (inside != nullptr && mask[static_cast<std::size_t>(c)] == 0) {
            value = std::numeric_limits<double>::quiet_NaN();
            continue;
        }
        value *= scale;
        if (mass != nullptr) value /= mass->at(out.frame.centre(c, row)).value;
    }
}

}  // namespace

Grid<double> intensity_grid(const GridFrame& frame, std::span<const Point> points, std::span<const double> weights,
                            const MultiPolygon* window, const IntensityOptions& options) {
    check_options(options, window);
    const double h = options.bandwidth.value;
    const auto mass = window_mass_if_needed(window, options);
    const Events events = sorted_events(points, weights_for_edges(points, weights, mass.get(), options.edge),
                                        std::max(h / 2.0, frame.cell_size.value));
    std::optional<WindowRows> inside;
    if (window != nullptr) inside.emplace(frame, *window);
    const Lattice lattice{frame, h, frame.cell_size.value / h};
    const double scale = kernel_peak(options.kernel) / (h * h);
    const WindowMass* divide_by = options.edge == EdgeCorrection::uniform ? mass.get() : nullptr;
    Grid<double> out(frame);
    parallel_blocks(static_cast<std::size_t>(frame.rows), rows_per_block, [&](std::size_t first, std::size_t last) {
        spread_rows(events, lattice, options.kernel, static_cast<int>(first), static_cast<int>(last), out);
        for (std::size_t row = first; row < last; ++row) {
            finish_row(out, static_cast<int>(row), scale, inside ? &*inside : nullptr, divide_by);
        }
    });
    return out;
}

}  // namespace lykta::statistics
