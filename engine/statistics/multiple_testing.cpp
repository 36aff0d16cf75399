// Adjusted p-values in one pass over the sorted family.
#include "statistics/multiple_testing.hpp"

#include <algorithm>
#include <cstddef>

namespace lykta::statistics {

namespace {

/// Indices of the defined p-values, smallest first; equal ones by index.
std::vector<std::size_t> sorted_family(std::span<const std::optional<double>> p) {
    std::vector<std::size_t> family;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i]) family.push_back(i);
    }
    std::stable_sort(family.begin(), family.end(), [&](std::size_t a, std::size_t b) { return *p[a] < *p[b]; });
    return family;
}

double harmonic(std::size_t m) {
    double sum = 0.0;
    for (std::size_t k = 1; k <= m; ++k) sum += 1.0 / static_cast<double>(k);
    return sum;
}

}  // namespace

std::vector<std::optional<double>> adjusted(std::span<const std::optional<double>> p, Adjustment how) {
    std::vector<std::optional<double>> result(p.size());
    const auto family = sorted_family(p);
    const auto m = static_cast<double>(family.size());
    if (how == Adjustment::bonferroni) {
        for (const auto i : family) result[i] = std::min(1.0, m * *p[i]);
    } else if (how == Adjustment::holm) {
        double running = 0.0;
        for (std::size_t k = 0; k < family.size(); ++k) {
            running = std::max(running, std::min(1.0, (m - static_cast<double>(k)) * *p[family[k]]));
            result[family[k]] = running;
        }
    } else {
        const double factor = how == Adjustment::benjamini_yekutieli ? harmonic(family.size()) : 1.0;
        double running = 1.0;
        for (std::size_t k = family.size(); k-- > 0;) {
            running = std::min(running, factor * m * *p[family[k]] / static_cast<double>(k + 1));
            result[family[k]] = running;
        }
    }
    return result;
}

}  // namespace lykta::statistics
