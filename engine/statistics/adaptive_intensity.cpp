// Adaptive kernels and density ratios.
#include "statistics/adaptive_intensity.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "statistics/kernel.hpp"

namespace lykta::statistics {

namespace {

double squared_distance(Point a, Point b) {
    return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

/// h_i from the pilot's values at the events.
std::vector<double> abramson_bandwidths(const std::vector<double>& pilot_values, double pilot) {
    double log_sum = 0.0;
    for (const double f : pilot_values) log_sum += std::log(f);
    const double mean = std::exp(log_sum / static_cast<double>(pilot_values.size()));
    std::vector<double> bandwidths;
    for (const double f : pilot_values) bandwidths.push_back(pilot * std::sqrt(mean / f));
    return bandwidths;
}

double quartic_sum(Point q, std::span<const Point> points, double h) {
    double sum = 0.0;
    for (const Point p : points) sum += kernel_value(Kernel::quartic, squared_distance(q, p) / (h * h));
    return sum / (h * h);
}

}  // namespace

AdaptiveIntensity adaptive_intensity(std::span<const Point> query, std::span<const Point> points, Meters pilot) {
    const IntensityOptions options{pilot, Kernel::gaussian, EdgeCorrection::none};
    AdaptiveIntensity result;
    if (!points.empty()) {
        result.bandwidth_m = abramson_bandwidths(intensity_at(points, points, {}, nullptr, options), pilot.value);
    }
    result.intensity.assign(query.size(), 0.0);
    parallel_blocks(query.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) {
            for (std::size_t i = 0; i < points.size(); ++i) {
                const double h2 = result.bandwidth_m[i] * result.bandwidth_m[i];
                result.intensity[k] += kernel_value(Kernel::gaussian, squared_distance(query[k], points[i]) / h2) / h2;
            }
        }
    });
    return result;
}

NearestIntensity nearest_event_intensity(std::span<const Point> query, std::span<const Point> points, int k) {
    if (k < 1 || static_cast<std::size_t>(k) > points.size()) {
        throw Error(ErrorCode::bad_option,
                    say("{} nearest events: there are {}; choose a number from 1 to that", k, points.size()));
    }
    NearestIntensity result;
    result.bandwidth_m.resize(query.size());
    result.intensity.resize(query.size());
    result.k_over_area.resize(query.size());
    parallel_blocks(query.size(), 16, [&](std::size_t first, std::size_t last) {
        std::vector<double> squared(points.size());
        for (std::size_t q = first; q < last; ++q) {
            for (std::size_t i = 0; i < points.size(); ++i) squared[i] = squared_distance(query[q], points[i]);
            std::nth_element(squared.begin(), squared.begin() + (k - 1), squared.end());
            const double h = std::sqrt(squared[static_cast<std::size_t>(k - 1)]);
            result.bandwidth_m[q] = h;
            if (!(h > 0.0)) continue;
            result.intensity[q] = quartic_sum(query[q], points, h);
            result.k_over_area[q] = k / (std::numbers::pi * h * h);
        }
    });
    return result;
}

std::vector<std::optional<double>> log_relative_risk(std::span<const Point> query, std::span<const Point> cases,
                                                     std::span<const Point> controls, const IntensityOptions& options) {
    std::vector<std::optional<double>> ratio(query.size());
    const auto above = intensity_at(query, cases, {}, nullptr, options);
    const auto below = intensity_at(query, controls, {}, nullptr, options);
    for (std::size_t k = 0; k < query.size(); ++k) {
        if (!(above[k] > 0.0) || !(below[k] > 0.0)) continue;
        ratio[k] = std::log(above[k] / static_cast<double>(cases.size())) -
                   std::log(below[k] / static_cast<double>(controls.size()));
    }
    return ratio;
}

}  // namespace lykta::statistics
