// Counter-based random numbers: the same (seed, stream, item, draw) gives the same number on any machine and in any
// thread, so simulations do not depend on the order of work. Philox4x32-10 from Random123 (Salmon et al. 2011).
#pragma once
#include <cstdint>

namespace lykta {

/// Which number. `stream` separates uses of one seed (e.g. position error, weights), `item` the thing drawn for.
struct RandomKey {
    std::uint32_t seed = 1, stream = 0;
    std::uint64_t item = 0;
};

[[nodiscard]] std::uint64_t random_bits(const RandomKey& key, std::uint32_t draw);
[[nodiscard]] double random_uniform(const RandomKey& key, std::uint32_t draw);  ///< in (0, 1), 53 bits
[[nodiscard]] double random_normal(const RandomKey& key,
                                   std::uint32_t draw);  ///< mean 0, sd 1; Box–Muller, one per draw
[[nodiscard]] std::uint32_t random_below(const RandomKey& key, std::uint32_t draw, std::uint32_t n);  ///< 0 … n-1
[[nodiscard]] int random_poisson(const RandomKey& key, std::uint32_t draw,
                                 double mean);  ///< inversion; \pre mean < 700

}  // namespace lykta
