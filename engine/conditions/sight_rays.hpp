// The rays of a look round, and which ray a direction comes after: found from a table, settled by exact comparison, no
// arctangent.
#pragma once
#include <cmath>
#include <cstddef>
#include <vector>

#include "core/units.hpp"

namespace lykta::conditions {

/// Rays at equal angles, the first towards +x, anticlockwise. The four axes are exact.
class RayFan {
public:
    /// \throws Error{bad_option} unless 360° is a whole multiple (8 or more) of the angle, four rays on the axes
    explicit RayFan(Degrees ray);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] double angle() const { return m_angle; }  ///< between rays, radians
    [[nodiscard]] double x(int ray) const { return m_x[static_cast<std::size_t>(ray)]; }
    [[nodiscard]] double y(int ray) const { return m_y[static_cast<std::size_t>(ray)]; }
    /// Direction midway between ray − 1 and ray; `ray` up to count().
    [[nodiscard]] double half_x(int ray) const { return m_half_x[static_cast<std::size_t>(ray)]; }
    [[nodiscard]] double half_y(int ray) const { return m_half_y[static_cast<std::size_t>(ray)]; }

    /// The last ray that v lies on or to the left of, turning anticlockwise from ray 0. Half-open: v on a ray belongs
    /// to it, so of two edges that meet at v exactly one crosses each ray. 0 for v = 0.
    [[nodiscard]] int before(double vx, double vy) const {
        const double y = vy / (std::abs(vx) + std::abs(vy) + 1e-300);  // grows with the angle within a half turn
        const double turn = vx < 0.0 ? 2.0 - y : vy < 0.0 ? 4.0 + y : y;
        const int ray = m_first[static_cast<std::size_t>(turn * m_per_turn)];
        return ray + (x(ray + 1) * vy - this->y(ray + 1) * vx >= 0.0 ? 1 : 0);
    }
    /// All directions within `radius` of v lie on or after `first` and before `first` + `count` (which may run past the
    /// last ray, to be counted on from 0). \param away2  |v|²
    struct Span {
        int first = 0, count = 0;
    };
    [[nodiscard]] Span around(double vx, double vy, double away2, double radius) const {
        const double clear2 = away2 - radius * radius * 1.001;
        if (!(clear2 > 0.0)) return {0, m_count};
        const double half = radius / std::sqrt(clear2) * m_per_radian;  // asin s ≤ tan asin s
        if (2.0 * half + 5.0 >= m_count) return {0, m_count};
        const int wide = static_cast<int>(half) + 1, first = before(vx, vy) - wide;
        return {first < 0 ? first + m_count : first, 2 * wide + 1};
    }
    /// Rays passed from one direction to another by less than half a turn, anticlockwise positive. `side` is the cross
    /// product of the two: it decides where the turn is nearly half a round.
    [[nodiscard]] int turned(int from, int to, double side) const {
        int turn = to - from;
        if (turn > m_count / 2) turn -= m_count;
        if (turn < -m_count / 2) turn += m_count;
        if (std::abs(turn) + 1 < m_count / 2) return turn;
        if (side > 0.0 && turn < 0) return turn + m_count;
        if (side < 0.0 && turn > 0) return turn - m_count;
        return turn;
    }

private:
    int m_count = 0;
    double m_angle = 0.0, m_per_turn = 0.0, m_per_radian = 0.0;
    std::vector<double> m_x, m_y;  ///< one more at the end that nothing is left of
    std::vector<double> m_half_x, m_half_y;
    std::vector<int> m_first;  ///< per piece of a turn: the ray before all of it; at most one begins inside
};

}  // namespace lykta::conditions
