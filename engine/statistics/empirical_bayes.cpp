// Marshall's empirical-Bayes rates, exact Poisson and Wilson intervals.
#include "statistics/empirical_bayes.hpp"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cassert>
#include <cmath>

namespace lykta::statistics {

namespace {

/// Moments of the rates of some rows, weighted by what is at risk.
struct Moments {
    double events = 0.0, exposure = 0.0, spread = 0.0;
    double rows = 0.0;
    [[nodiscard]] double mean() const { return events / exposure; }
    [[nodiscard]] double mean_exposure() const { return exposure / rows; }
};

template <class Rows>
Moments moments_over(const Rows& rows, std::span<const double> events, std::span<const double> exposure) {
    Moments m;
    for (const std::size_t i : rows) {
        if (!(exposure[i] > 0.0)) continue;
        m.events += events[i];
        m.exposure += exposure[i];
        m.rows += 1.0;
    }
    for (const std::size_t i : rows) {
        if (!(exposure[i] > 0.0)) continue;
        const double away = events[i] / exposure[i] - m.mean();
        m.spread += exposure[i] * away * away / m.exposure;
    }
    return m;
}

/// a: what the rates vary beyond chance (Marshall 1991, eq. 5).
double poisson_variance(const Moments& m) {
    return std::max(0.0, m.spread - m.mean() / m.mean_exposure());
}

double poisson_rate(double rate, double mean, double variance, double exposure) {
    return variance > 0.0 ? mean + (rate - mean) * variance / (variance + mean / exposure) : mean;
}

/// Martuzzi and Elliott (1996), Statistics in Medicine 15:1867-1873, for events that are not rare.
double binomial_rate(double rate, double exposure, const Moments& m) {
    const double b = m.mean(), chance = b * (1.0 - b), size = m.mean_exposure();
    const double between = exposure * m.spread - exposure / size * chance;
    const double all = (exposure - 1.0) * m.spread + (size - exposure) / size * chance;
    if (!(between > 0.0)) return b;
    const double trust = all > 0.0 ? std::min(1.0, between / all) : 1.0;
    return trust * rate + (1.0 - trust) * b;
}

std::vector<std::size_t> all_rows(std::size_t count) {
    std::vector<std::size_t> rows(count);
    for (std::size_t i = 0; i < count; ++i) rows[i] = i;
    return rows;
}

}  // namespace

EmpiricalBayes empirical_bayes(std::span<const double> events, std::span<const double> exposure, RateModel model) {
    assert(events.size() == exposure.size());
    EmpiricalBayes result;
    result.rate.resize(events.size());
    const Moments m = moments_over(all_rows(events.size()), events, exposure);
    if (m.rows > 0.0) {
        result.prior_mean = m.mean();
        result.prior_variance = model == RateModel::poisson ? poisson_variance(m) : m.spread;
    }
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!(exposure[i] > 0.0)) {
            result.without_exposure.push_back(static_cast<std::uint32_t>(i));
            continue;
        }
        const double rate = events[i] / exposure[i];
        result.rate[i] = model == RateModel::poisson
                             ? poisson_rate(rate, result.prior_mean, result.prior_variance, exposure[i])
                             : binomial_rate(rate, exposure[i], m);
    }
    return result;
}

std::vector<std::optional<double>> empirical_bayes_local(std::span<const double> events,
                                                         std::span<const double> exposure,
                                                         const SpatialWeights& neighbours) {
    assert(events.size() == exposure.size() && events.size() == neighbours.size());
    std::vector<std::optional<double>> rates(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (!(exposure[i] > 0.0)) continue;
        std::vector<std::size_t> rows{i};
        for (const auto j : neighbours.neighbours[i]) {
            if (j != i) rows.push_back(j);
        }
        const Moments m = moments_over(rows, events, exposure);
        rates[i] = poisson_rate(events[i] / exposure[i], m.mean(), poisson_variance(m), exposure[i]);
    }
    return rates;
}

std::optional<double> empirical_bayes_moran(std::span<const double> events, std::span<const double> exposure,
                                            const SpatialWeights& weights) {
    const auto rows = all_rows(events.size());
    const Moments m = moments_over(rows, events, exposure);
    if (m.rows == 0.0) return {};
    const double b = m.mean(), a = m.spread - b / m.mean_exposure();
    std::vector<double> z(events.size(), 0.0);
    double mean = 0.0;
    for (const auto i : rows) {
        if (!(exposure[i] > 0.0)) return {};  // a location without a rate has no place in the index
        const double variance = a + b / exposure[i];
        z[i] = (events[i] / exposure[i] - b) / std::sqrt(variance > 0.0 ? variance : b / exposure[i]);
        mean += z[i] / static_cast<double>(rows.size());
    }
    double cross = 0.0, total = 0.0, squares = 0.0;
    for (const auto i : rows) {
        squares += (z[i] - mean) * (z[i] - mean);
        for (std::size_t k = 0; k < weights.neighbours[i].size(); ++k) {
            cross += weights.weights[i][k] * (z[i] - mean) * (z[weights.neighbours[i][k]] - mean);
            total += weights.weights[i][k];
        }
    }
    if (!(squares > 0.0) || !(total > 0.0)) return {};
    return static_cast<double>(rows.size()) / total * cross / squares;
}

Interval poisson_interval(double count, double level) {
    assert(count >= 0.0 && level > 0.0 && level < 1.0);
    using Chi = boost::math::chi_squared_distribution<double>;
    const double tail = (1.0 - level) / 2.0;
    const double low = count > 0.0 ? boost::math::quantile(Chi(2.0 * count), tail) / 2.0 : 0.0;
    const double high = boost::math::quantile(boost::math::complement(Chi(2.0 * count + 2.0), tail)) / 2.0;
    return {low, high};
}

Interval wilson_interval(double hits, double trials, double level) {
    if (!(trials > 0.0)) return {0.0, 1.0};
    const double z = boost::math::quantile(boost::math::normal_distribution<double>(), 0.5 + level / 2.0);
    const double share = hits / trials, squared = z * z;
    const double middle = (share + squared / (2.0 * trials)) / (1.0 + squared / trials);
    const double half =
        z / (1.0 + squared / trials) * std::sqrt(share * (1.0 - share) / trials + squared / (4.0 * trials * trials));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace lykta::statistics
