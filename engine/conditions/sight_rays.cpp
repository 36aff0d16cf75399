// Directions and the table that leads to them.
#include "conditions/sight_rays.hpp"

#include <array>
#include <limits>
#include <numbers>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::conditions {

namespace {

/// Cosine and sine of a share of the round; exact on the axes, mirrored between them.
std::array<double, 2> direction(double share) {
    const double quarters = std::floor(share * 4.0), rest = (share * 4.0 - quarters) * std::numbers::pi / 2.0;
    const double c = rest == 0.0 ? 1.0 : std::cos(rest), s = std::sin(rest);
    switch (static_cast<int>(quarters) % 4) {
        case 0:
            return {c, s};
        case 1:
            return {-s, c};
        case 2:
            return {-c, -s};
        default:
            return {s, -c};
    }
}

double pseudo_turn(double x, double y) {
    const double part = y / (std::abs(x) + std::abs(y));
    return x < 0.0 ? 2.0 - part : y < 0.0 ? 4.0 + part : part;
}

}  // namespace

RayFan::RayFan(Degrees ray) {
    const double count = ray.value > 0.0 ? std::round(360.0 / ray.value) : 0.0;
    const bool whole = count >= 8.0 && count <= 36'000.0 && std::abs(count * ray.value - 360.0) < 1e-9;
    if (!whole || static_cast<int>(count) % 4 != 0) {
        throw Error(ErrorCode::bad_option,
                    say("rays every {}°: 90° must be a whole multiple of the angle, 2 or more", ray.value));
    }
    m_count = static_cast<int>(count);
    m_angle = 2.0 * std::numbers::pi / count;
    m_per_radian = 1.0 / m_angle;
    for (int k = 0; k <= m_count; ++k) {
        const auto at = direction(k / count), half = direction((k == 0 ? count - 0.5 : k - 0.5) / count);
        m_x.push_back(k < m_count ? at[0] : std::numeric_limits<double>::quiet_NaN());
        m_y.push_back(at[1]);
        m_half_x.push_back(half[0]), m_half_y.push_back(half[1]);
    }
    const int pieces = 4 * m_count;  // a third of what rays are apart, or less
    m_per_turn = pieces / 4.0;
    for (int piece = 0, k = 0; piece <= pieces; ++piece) {
        const double start = piece / m_per_turn - 1e-9;  // rounding must not lead past a ray
        while (k + 1 < m_count && pseudo_turn(x(k + 1), y(k + 1)) <= start) ++k;
        m_first.push_back(k);
    }
}

}  // namespace lykta::conditions
