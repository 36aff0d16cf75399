// Random numbers for one item of one draw, as many as it takes: normal, gamma and beta from a counter-based stream.
#pragma once
#include <array>
#include <cstdint>

#include "places/term_uncertainty.hpp"

namespace lykta::places {

/// Four 32-bit numbers for a counter: Philox4x32-10 (core/random.hpp says why).
[[nodiscard]] std::array<std::uint32_t, 4> random_block(std::uint32_t seed, std::uint32_t stream, std::uint32_t item,
                                                        std::uint32_t draw, std::uint32_t block = 0);

/// A stream of its own for each (seed, stream, item, draw).
/// \correctness  moments and quantiles of 20,000 numbers against the laws
class DrawStream {
public:
    DrawStream(std::uint32_t seed, std::uint32_t stream, std::uint32_t item, std::uint32_t draw)
        : m_seed(seed), m_stream(stream), m_item(item), m_draw(draw) {}
    [[nodiscard]] double uniform();             ///< in (0, 1)
    [[nodiscard]] double normal();              ///< mean 0, sd 1; Box–Muller
    [[nodiscard]] double gamma(double shape);   ///< mean `shape`; Marsaglia & Tsang (2000), ACM TOMS 26:363–372
    [[nodiscard]] double beta(const BetaLaw&);  ///< from two gammas

private:
    std::uint32_t m_seed, m_stream, m_item, m_draw, m_block = 0, m_used = 4;
    std::array<std::uint32_t, 4> m_numbers{};
    double m_spare = 0;
    bool m_has_spare = false;
};

}  // namespace lykta::places
