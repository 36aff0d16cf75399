// The fewest lamps that bring stretches to their class, as numbers alone: what each lamp gives to each sample, and how
// much light is missing. For siting_lamps.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace lykta::measures {

/// Consecutive samples that are judged together.
struct CoverStretch {
    std::uint32_t first = 0, count = 0;  ///< into LightCover::base
    double average = 0.0;                ///< lx the mean must reach
    double minimum = 0.0;                ///< lx every sample must reach; 0: no demand (C classes)
    double uniformity = 0.0;             ///< minimum ÷ mean that must be reached; 0: no demand (P classes)
};
/// Light one lamp adds to one sample, lx, > 0.
struct SampleGain {
    std::uint32_t sample = 0;
    double lux = 0.0;
};
/// Lamps to choose between, each at most once, and what is there without them.
struct LightCover {
    std::vector<CoverStretch> stretches;
    std::vector<double> base;                        ///< lx at each sample
    std::vector<std::vector<SampleGain>> gains;      ///< of each candidate, ascending by sample
    std::vector<std::vector<std::uint32_t>> starts;  ///< sets worth beginning with: even designs
    double over_limit = 1.5;                         ///< a mean above this many times the demand is too much
};

/// \returns whether a stretch meets its demands with these candidates added
[[nodiscard]] bool is_met(const LightCover& cover, std::uint32_t stretch, std::span<const std::uint32_t> chosen);

struct CoverOptions {
    int most = 60;             ///< no more candidates than this
    long long nodes = 20'000;  ///< of the search that proves, at most
    int rounds = 400;          ///< of the bound; REQUIRES: ≥ 1
};
struct CoverPlan {
    std::vector<std::uint32_t> chosen;  ///< ascending
    std::vector<std::uint32_t> met;     ///< stretches, ascending
    int lower_bound = 0;                ///< no set with fewer meets all of `met`
};
/// Few candidates that meet every stretch which all of them together can meet. Greedy and sweeping starts, single ones
/// dropped, several exchanged for one fewer while that works, then, with the number kept, moved so that means stay
/// below the limit and the darkest samples are brightest.
/// \correctness  every subset on random small cases; bound never above the best; same bits on every run
[[nodiscard]] CoverPlan fewest_lamps(const LightCover& cover, const CoverOptions& options = {});

}  // namespace lykta::measures
