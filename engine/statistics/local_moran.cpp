// Local and global Moran with their moments under randomisation.
#include "statistics/local_moran.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "statistics/local_gi.hpp"

namespace lykta::statistics {

namespace {

constexpr double no_variation = 1e-12;

/// Deviations from the mean and their moments (divisor n).
struct Deviations {
    std::vector<double> z;
    double n = 0.0, m2 = 0.0, m4 = 0.0;
    bool constant = true;
};

Deviations deviations_of(std::span<const double> x) {
    Deviations d;
    d.n = static_cast<double>(x.size());
    double sum = 0.0;
    for (const double v : x) {
        sum += v;
        d.constant = d.constant && v == x.front();
    }
    for (const double v : x) {
        d.z.push_back(v - sum / d.n);
        const double squared = d.z.back() * d.z.back();
        d.m2 += squared / d.n;
        d.m4 += squared * squared / d.n;
    }
    return d;
}

struct Lag {
    double value = 0.0, sum = 0.0, squares = 0.0;
};

Lag lag_of(std::size_t i, const std::vector<double>& z, const SpatialWeights& w) {
    Lag lag;
    for (std::size_t k = 0; k < w.neighbours[i].size(); ++k) {
        lag.value += w.weights[i][k] * z[w.neighbours[i][k]];
        lag.sum += w.weights[i][k];
        lag.squares += w.weights[i][k] * w.weights[i][k];
    }
    return lag;
}

void conditional_moments(const Deviations& d, double z, const Lag& lag, LocalMoran& out) {
    const double n = d.n, scale = z / d.m2;
    out.expectation = -z * z * lag.sum / ((n - 1.0) * d.m2);
    out.variance =
        scale * scale * (n / (n - 2.0)) * (lag.squares - lag.sum * lag.sum / (n - 1.0)) * (d.m2 - z * z / (n - 1.0));
}

void total_moments(const Deviations& d, const Lag& lag, LocalMoran& out) {
    const double n = d.n, b2 = d.m4 / (d.m2 * d.m2), squared = lag.sum * lag.sum;
    out.expectation = -lag.sum / (n - 1.0);
    out.variance = lag.squares * (n - b2) / (n - 1.0) +
                   (squared - lag.squares) * (2.0 * b2 - n) / ((n - 1.0) * (n - 2.0)) -
                   squared / ((n - 1.0) * (n - 1.0));
}

std::optional<LocalMoran> with_p(LocalMoran m, double scale) {
    if (!(m.variance > no_variation * no_variation * scale)) return {};
    m.z = (m.statistic - m.expectation) / std::sqrt(m.variance);
    m.p = two_sided_p(m.z);
    return m;
}

Quadrant quadrant_of(bool high, bool near_high) {
    if (high) return near_high ? Quadrant::high_high : Quadrant::high_low;
    return near_high ? Quadrant::low_high : Quadrant::low_low;
}

}  // namespace

std::vector<std::optional<LocalMoran>> local_moran(std::span<const double> x, const SpatialWeights& weights,
                                                   Randomisation null) {
    assert(x.size() == weights.size());
    std::vector<std::optional<LocalMoran>> results(x.size());
    const Deviations d = deviations_of(x);
    if (d.constant || d.n < 3.0) return results;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Lag lag = lag_of(i, d.z, weights);
        if (!(lag.sum > 0.0)) continue;
        LocalMoran m;
        m.statistic = d.z[i] / d.m2 * lag.value;
        if (null == Randomisation::conditional) {
            conditional_moments(d, d.z[i], lag, m);
        } else {
            total_moments(d, lag, m);
        }
        results[i] = with_p(m, lag.squares);
    }
    return results;
}

std::vector<std::optional<Quadrant>> quadrants(std::span<const double> x, const SpatialWeights& weights) {
    assert(x.size() == weights.size());
    const Deviations d = deviations_of(x);
    if (d.constant) return {};
    const std::vector<double> values(x.begin(), x.end());
    std::vector<double> lags;
    double mean = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        lags.push_back(lag_of(i, values, weights).value);
        mean += lags.back() / d.n;
    }
    std::vector<std::optional<Quadrant>> result(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!weights.neighbours[i].empty()) result[i] = quadrant_of(d.z[i] > 0.0, lags[i] > mean);
    }
    return result;
}

std::optional<LocalMoran> global_moran(std::span<const double> x, const SpatialWeights& weights) {
    assert(x.size() == weights.size());
    const Deviations d = deviations_of(x);
    if (d.constant) return {};
    // Sums of Cliff and Ord (1981), p. 21: S0 = ΣΣ w, S1 = ½ ΣΣ (w_ij + w_ji)², S2 = Σ (w_i. + w_.i)².
    std::vector<double> row(x.size(), 0.0), column(x.size(), 0.0);
    double cross = 0.0, squares = 0.0, mutual = 0.0, n = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        n += weights.neighbours[i].empty() ? 0.0 : 1.0;
        for (std::size_t k = 0; k < weights.neighbours[i].size(); ++k) {
            const std::size_t j = weights.neighbours[i][k];
            const double w = weights.weights[i][k];
            const auto& back = weights.neighbours[j];
            const auto at = std::lower_bound(back.begin(), back.end(), i);
            const bool both = at != back.end() && *at == i;
            const double reverse = both ? weights.weights[j][static_cast<std::size_t>(at - back.begin())] : 0.0;
            cross += w * d.z[i] * d.z[j];
            squares += w * w;
            mutual += w * reverse;
            row[i] += w;
            column[j] += w;
        }
    }
    double s0 = 0.0, s2 = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        s0 += row[i];
        s2 += (row[i] + column[i]) * (row[i] + column[i]);
    }
    const double s1 = squares + mutual, b2 = d.m4 / (d.m2 * d.m2);
    if (!(s0 > 0.0) || n < 4.0) return {};
    LocalMoran m;
    m.statistic = n / s0 * cross / (d.m2 * d.n);
    m.expectation = -1.0 / (n - 1.0);
    const double first = n * ((n * n - 3.0 * n + 3.0) * s1 - n * s2 + 3.0 * s0 * s0);
    const double second = b2 * (n * (n - 1.0) * s1 - 2.0 * n * s2 + 6.0 * s0 * s0);
    m.variance = (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0 * s0) - m.expectation * m.expectation;
    return with_p(m, 1.0);
}

}  // namespace lykta::statistics
