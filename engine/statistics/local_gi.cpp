// Gi and Gi* from neighbour lists.
#include "statistics/local_gi.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/parallel.hpp"

namespace lykta::statistics {

namespace {

/// Variance below this share of what it could be is rounding, not variation.
constexpr double no_variation = 1e-12;

struct Moments {
    double count = 0.0, sum = 0.0, mean = 0.0, squares = 0.0;  ///< squares: about the mean
    bool constant = true;
};

Moments moments_of(std::span<const double> x) {
    Moments m;
    m.count = static_cast<double>(x.size());
    for (const double v : x) {
        m.sum += v;
        m.constant = m.constant && v == x.front();
    }
    m.mean = m.count > 0.0 ? m.sum / m.count : 0.0;
    for (const double v : x) m.squares += (v - m.mean) * (v - m.mean);
    return m;
}

struct Lag {
    double weighted = 0.0, weights = 0.0, squared_weights = 0.0;
};

Lag lag_of(std::size_t i, std::span<const double> x, const SpatialWeights& w) {
    Lag lag;
    for (std::size_t k = 0; k < w.neighbours[i].size(); ++k) {
        const double weight = w.weights[i][k];
        lag.weighted += weight * x[w.neighbours[i][k]];
        lag.weights += weight;
        lag.squared_weights += weight * weight;
    }
    return lag;
}

/// From the lag to the result: `count`, `mean` and `variance` (divisor count) are those of the values that could be
/// placed.
LocalG result_from(const Lag& lag, double count, double mean, double variance) {
    LocalG g;
    const double total = count * mean;
    const double spread = (count * lag.squared_weights - lag.weights * lag.weights) / (count - 1.0);
    if (total != 0.0) {
        g.statistic = lag.weighted / total;
        g.expectation = lag.weights / count;
        g.variance = variance * spread / (total * total);
    }
    if (!(spread > no_variation * lag.weights * lag.weights)) return g;
    g.z = (lag.weighted - lag.weights * mean) / std::sqrt(variance * spread);
    g.p = two_sided_p(*g.z);
    return g;
}

template <class One>
std::vector<LocalG> for_each_location(std::size_t count, const One& one) {
    std::vector<LocalG> results(count);
    parallel_blocks(count, 4096, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) results[i] = one(i);
    });
    return results;
}

}  // namespace

double two_sided_p(double z) {
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

std::vector<LocalG> local_gi(std::span<const double> x, const SpatialWeights& weights) {
    assert(x.size() == weights.size());
    const Moments m = moments_of(x);
    return for_each_location(x.size(), [&](std::size_t i) {
        const Lag lag = lag_of(i, x, weights);
        if (m.constant || m.count < 3.0 || !(lag.weights > 0.0)) return LocalG{};
        // Mean and variance without x_i, from those of all.
        const double others = m.count - 1.0, away = x[i] - m.mean;
        const double mean = m.mean - away / others;
        const double variance = (m.squares - away * away * m.count / others) / others;
        if (!(variance > no_variation * m.squares / m.count)) return LocalG{};
        return result_from(lag, others, mean, variance);
    });
}

std::vector<LocalG> local_gi_star(std::span<const double> x, const SpatialWeights& weights) {
    assert(x.size() == weights.size());
    const Moments m = moments_of(x);
    return for_each_location(x.size(), [&](std::size_t i) {
        if (m.constant || m.count < 2.0) return LocalG{};
        return result_from(lag_of(i, x, weights), m.count, m.mean, m.squares / m.count);
    });
}

}  // namespace lykta::statistics
