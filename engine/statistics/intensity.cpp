// Intensity at given places, straight from the definition.
#include "statistics/intensity.hpp"

#include <cassert>
#include <limits>

#include "core/parallel.hpp"
#include "statistics/event_weights.hpp"
#include "statistics/kernel.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::statistics {

namespace {

/// Σ w k(q − x) × bandwidth² over all events, in their order.
double sum_over_all(Point q, std::span<const Point> points, const std::vector<double>& weights,
                    const IntensityOptions& options) {
    const double scale = 1.0 / options.bandwidth.value;
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double dx = (q.x - points[i].x) * scale, dy = (q.y - points[i].y) * scale;
        sum += weights[i] * kernel_value(options.kernel, dx * dx + dy * dy);
    }
    return sum;
}

double sum_over_near(Point q, std::span<const Point> points, const std::vector<double>& weights,
                     const PointBuckets& buckets, const IntensityOptions& options) {
    const double h = options.bandwidth.value;
    double sum = 0.0;
    buckets.near(q, h, [&](std::uint32_t i) {
        const double dx = q.x - points[i].x, dy = q.y - points[i].y;
        sum += weights[i] * kernel_value(options.kernel, (dx * dx + dy * dy) / (h * h));
    });
    return sum;
}

}  // namespace

std::vector<double> intensity_at(std::span<const Point> query, std::span<const Point> points,
                                 std::span<const double> weights, const MultiPolygon* window,
                                 const IntensityOptions& options) {
    check_options(options, window);
    const auto mass = window_mass_if_needed(window, options);
    const std::vector<double> event_weights = weights_for_edges(points, weights, mass.get(), options.edge);
    const PointBuckets buckets(points, options.bandwidth.value);
    const double scale = 1.0 / (options.bandwidth.value * options.bandwidth.value);
    std::vector<double> result(query.size());
    parallel_blocks(query.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) {
            const double sum = options.kernel == Kernel::gaussian
                                   ? sum_over_all(query[k], points, event_weights, options)
                                   : sum_over_near(query[k], points, event_weights, buckets, options);
            result[k] = sum * scale;
            if (options.edge != EdgeCorrection::uniform) continue;
            const double inside = mass->at(query[k]).value;
            result[k] = inside > 0.0 ? result[k] / inside : std::numeric_limits<double>::quiet_NaN();
        }
    });
    return result;
}

}  // namespace lykta::statistics
