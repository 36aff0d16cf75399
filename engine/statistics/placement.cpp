// Placements of the other values on a location's neighbours: all of them where they are few, else drawn at random.
#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/parallel.hpp"
#include "core/random.hpp"
#include "statistics/local_moran.hpp"

namespace lykta::statistics {

namespace {

constexpr std::uint32_t stream_placements = 11;

/// n over k, or anything above `limit` once it is passed.
std::uint64_t subsets(std::uint64_t n, std::uint64_t k, std::uint64_t limit) {
    double count = 1.0;
    for (std::uint64_t i = 1; i <= k; ++i) {
        count = count * static_cast<double>(n - k + i) / static_cast<double>(i);
        if (count > 2.0 * static_cast<double>(limit) + 1e6) return limit + 1;
    }
    return static_cast<std::uint64_t>(std::llround(count));
}

struct Tally {
    double observed = 0.0, grace = 0.0;
    std::uint64_t greater = 0, less = 0, all = 0;
    void add(double sum) {
        ++all;
        greater += sum >= observed - grace ? 1 : 0;
        less += sum <= observed + grace ? 1 : 0;
    }
};

/// Every choice of k of the values, in order of their indices.
void enumerate(const std::vector<double>& values, std::size_t k, Tally& tally) {
    std::vector<std::size_t> chosen(k);
    for (std::size_t i = 0; i < k; ++i) chosen[i] = i;
    for (;;) {
        double sum = 0.0;
        for (const auto i : chosen) sum += values[i];
        tally.add(sum);
        std::size_t at = k;
        while (at > 0 && chosen[at - 1] == values.size() - k + at - 1) --at;
        if (at == 0) return;
        ++chosen[at - 1];
        for (std::size_t i = at; i < k; ++i) chosen[i] = chosen[i - 1] + 1;
    }
}

/// R draws of k values without replacement (the first k steps of a Fisher–Yates shuffle).
void sample(std::vector<double> values, std::size_t k, RandomKey key, std::uint32_t draws, Tally& tally) {
    std::uint32_t drawn = 0;
    for (std::uint32_t r = 0; r < draws; ++r) {
        double sum = 0.0;
        for (std::size_t i = 0; i < k; ++i) {
            const auto left = static_cast<std::uint32_t>(values.size() - i);
            std::swap(values[i], values[i + random_below(key, drawn++, left)]);
            sum += values[i];
        }
        tally.add(sum);
    }
}

PlacementP placement_at(std::size_t i, std::span<const double> x, const SpatialWeights& weights,
                        const PlacementOptions& options) {
    std::vector<double> others;
    for (std::size_t j = 0; j < x.size(); ++j) {
        if (j != i) others.push_back(x[j]);
    }
    const std::size_t k = weights.neighbours[i].size();
    Tally tally;
    double scale = 0.0;
    for (const auto j : weights.neighbours[i]) {
        tally.observed += x[j];
        scale += std::abs(x[j]);
    }
    tally.grace = 1e-12 * scale;  // equal sums added in another order still tie
    const std::uint64_t count = subsets(others.size(), k, options.enumerate_up_to);
    if (count <= options.enumerate_up_to) {
        enumerate(others, k, tally);
        const auto all = static_cast<double>(tally.all);
        return {static_cast<double>(tally.greater) / all, static_cast<double>(tally.less) / all, tally.all, true};
    }
    sample(others, k, {options.seed, stream_placements, i}, options.draws, tally);
    const double all = static_cast<double>(tally.all) + 1.0;
    return {(static_cast<double>(tally.greater) + 1.0) / all, (static_cast<double>(tally.less) + 1.0) / all, tally.all,
            false};
}

}  // namespace

std::vector<std::optional<PlacementP>> placement_p(std::span<const double> x, const SpatialWeights& weights,
                                                   const PlacementOptions& options) {
    assert(x.size() == weights.size());
    std::vector<std::optional<PlacementP>> results(x.size());
    parallel_blocks(x.size(), 16, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t k = weights.neighbours[i].size();
            if (k > 0 && k < x.size()) results[i] = placement_at(i, x, weights, options);
        }
    });
    return results;
}

}  // namespace lykta::statistics
