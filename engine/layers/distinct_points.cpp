// The places incidents share, and how far apart these lie.
#include "layers/distinct_points.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "layers/read_layers.hpp"

namespace lykta::layers {

namespace {

/// A position in whole centimetres, one number: sorts fast and hides floating-point noise.
struct Key {
    std::int64_t x = 0, y = 0;
    auto operator<=>(const Key&) const = default;
};

Key key_of(Point p) {
    return {std::llround(p.x * 100.0), std::llround(p.y * 100.0)};
}

/// Distance from point i to its nearest other point; `points` is sorted by x.
double nearest_other(const std::vector<DistinctPoint>& points, std::size_t i) {
    double best = HUGE_VAL;
    const Point p = points[i].point;
    for (std::size_t j = i + 1; j < points.size() && points[j].point.x - p.x < best; ++j) {
        best = std::min(best, distance(p, points[j].point));
    }
    for (std::size_t j = i; j-- > 0 && p.x - points[j].point.x < best;) {
        best = std::min(best, distance(p, points[j].point));
    }
    return best;
}

}  // namespace

std::vector<DistinctPoint> distinct_points(const IncidentLayer& incidents) {
    std::vector<Key> keys(incidents.size());
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = key_of(incidents.position[i]);
    std::sort(keys.begin(), keys.end());
    std::vector<DistinctPoint> points;
    for (std::size_t i = 0; i < keys.size();) {
        std::size_t end = i;
        while (end < keys.size() && keys[end] == keys[i]) ++end;
        points.push_back({{static_cast<double>(keys[i].x) / 100.0, static_cast<double>(keys[i].y) / 100.0},
                          static_cast<std::int64_t>(end - i)});
        i = end;
    }
    return points;
}

std::vector<std::uint32_t> rows_at(const IncidentLayer& incidents, const DistinctPoint& point) {
    const auto key = key_of(point.point);
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        if (std::abs(incidents.position[i].x - point.point.x) < 0.02 && key_of(incidents.position[i]) == key) {
            rows.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return rows;
}

Precision positional_precision(const IncidentLayer& incidents) {
    return precision_of(distinct_points(incidents), incidents.size());
}

Precision precision_of(const std::vector<DistinctPoint>& points, std::size_t incidents) {
    Precision precision;
    if (incidents == 0) return precision;
    precision.distinct_share = static_cast<double>(points.size()) / static_cast<double>(incidents);
    // Up to 2,000 repeated points, evenly spread: enough for a median.
    std::vector<std::size_t> repeated;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].count > 1) repeated.push_back(i);
    }
    if (repeated.empty() || points.size() < 2) return precision;
    std::vector<double> spacing;
    const std::size_t step = std::max<std::size_t>(1, repeated.size() / 2000);
    for (std::size_t k = 0; k < repeated.size(); k += step) spacing.push_back(nearest_other(points, repeated[k]));
    const auto middle = spacing.begin() + static_cast<std::ptrdiff_t>(spacing.size() / 2);
    std::nth_element(spacing.begin(), middle, spacing.end());
    precision.spacing_m = *middle;
    precision.supports_hot_spots = !(precision.spacing_m > 1000.0 && precision.distinct_share < 0.05);
    return precision;
}

}  // namespace lykta::layers
