#include "places/draw_stream.hpp"

#include <Random123/philox.h>

#include <cmath>
#include <numbers>

namespace lykta::places {

std::array<std::uint32_t, 4> random_block(std::uint32_t seed, std::uint32_t stream, std::uint32_t item,
                                          std::uint32_t draw, std::uint32_t block) {
    const auto out = r123::Philox4x32{}({{item, draw, block, stream}}, {{seed, 0x72616e6bU}});
    return {out[0], out[1], out[2], out[3]};
}

double DrawStream::uniform() {
    if (m_used == 4) {
        m_numbers = random_block(m_seed, m_stream, m_item, m_draw, m_block++);
        m_used = 0;
    }
    return (m_numbers[m_used++] + 0.5) * 0x1.0p-32;
}

double DrawStream::normal() {
    if (m_has_spare) {
        m_has_spare = false;
        return m_spare;
    }
    const double radius = std::sqrt(-2.0 * std::log(uniform())), turn = 2.0 * std::numbers::pi * uniform();
    m_spare = radius * std::sin(turn);
    m_has_spare = true;
    return radius * std::cos(turn);
}

double DrawStream::gamma(double shape) {
    if (shape < 1.0) return gamma(shape + 1.0) * std::pow(uniform(), 1.0 / shape);
    const double d = shape - 1.0 / 3.0, c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double z = normal(), root = 1.0 + c * z, v = root * root * root;
        if (v <= 0.0) continue;
        const double u = uniform();
        if (u < 1.0 - 0.0331 * z * z * z * z) return d * v;
        if (std::log(u) < 0.5 * z * z + d * (1.0 - v + std::log(v))) return d * v;
    }
}

double DrawStream::beta(const BetaLaw& law) {
    const double a = gamma(law.a), b = gamma(law.b);
    return a + b > 0.0 ? a / (a + b) : law.a / (law.a + law.b);
}

}  // namespace lykta::places
