// Expectation–maximisation of a Poisson mixture on a ladder of rates.
#include "measures/effect_rates.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::measures {

namespace {

/// Log of the Poisson likelihood of each rung, without the terms that all have.
std::vector<double> log_fits(const std::vector<double>& rate, double incidents, double exposure) {
    std::vector<double> logs;
    for (const double r : rate) logs.push_back((incidents > 0 ? incidents * std::log(r) : 0.0) - r * exposure);
    return logs;
}

/// Likelihood of each rung over the largest one's: only their ratios matter.
std::vector<double> fits_of(const std::vector<double>& rate, double incidents, double exposure) {
    auto fits = log_fits(rate, incidents, exposure);
    const double top = *std::max_element(fits.begin(), fits.end());
    for (auto& value : fits) value = std::exp(value - top);
    return fits;
}

std::vector<double> ladder(std::span<const CountedUnits> units, int rungs) {
    double events = 0, exposure = 0, highest = 0;
    for (const auto& u : units) {
        events += u.units * u.incidents;
        exposure += u.units * u.exposure;
        highest = std::max(highest, (u.incidents + 1) / u.exposure);
    }
    if (!(events > 0)) return {};
    const double lowest = std::min(events / exposure, highest) / 100;
    std::vector<double> rate;
    for (int k = 0; k < rungs; ++k)
        rate.push_back(lowest * std::pow(1.2 * highest / lowest, static_cast<double>(k) / (rungs - 1)));
    return rate;
}

}  // namespace

RateLaw rate_law(std::span<const CountedUnits> units, const RateLawOptions& options) {
    RateLaw law;
    law.rate = ladder(units, options.rungs);
    if (law.rate.empty()) return law;
    std::vector<std::vector<double>> fits;
    double all = 0;
    for (const auto& u : units) fits.push_back(fits_of(law.rate, u.incidents, u.exposure)), all += u.units;
    law.probability.assign(law.rate.size(), 1.0 / static_cast<double>(law.rate.size()));
    std::vector<double> next(law.rate.size());
    for (int step = 0; step < options.iterations; ++step) {
        std::fill(next.begin(), next.end(), 0.0);
        for (std::size_t i = 0; i < units.size(); ++i) {
            double sum = 0;
            for (std::size_t k = 0; k < next.size(); ++k) sum += law.probability[k] * fits[i][k];
            const double scale = units[i].units / (all * sum);
            for (std::size_t k = 0; k < next.size(); ++k) next[k] += scale * law.probability[k] * fits[i][k];
        }
        law.probability = next;
    }
    return law;
}

double posterior_rate(const RateLaw& law, double incidents, double exposure) {
    const auto fit = fits_of(law.rate, incidents, exposure);
    double sum = 0, weighted = 0;
    for (std::size_t k = 0; k < fit.size(); ++k) {
        sum += law.probability[k] * fit[k];
        weighted += law.probability[k] * fit[k] * law.rate[k];
    }
    return weighted / sum;
}

double log_likelihood(const RateLaw& law, std::span<const CountedUnits> units) {
    double sum = 0, all = 0;
    for (const auto& u : units) {
        const auto logs = log_fits(law.rate, u.incidents, u.exposure);
        const double top = *std::max_element(logs.begin(), logs.end());
        double likelihood = 0;
        for (std::size_t k = 0; k < logs.size(); ++k) likelihood += law.probability[k] * std::exp(logs[k] - top);
        sum += u.units * (top + std::log(likelihood));
        all += u.units;
    }
    return sum / all;
}

}  // namespace lykta::measures
