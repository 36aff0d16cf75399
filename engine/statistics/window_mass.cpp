// The boundary integral of the kernel mass.
#include "statistics/window_mass.hpp"

#include <algorithm>
#include <boost/math/special_functions/owens_t.hpp>
#include <cmath>
#include <numbers>

namespace lykta::statistics {

namespace {

constexpr double on_boundary = 1e-7;    ///< bandwidths; nearer than this, inside or outside is a matter of rounding
constexpr double gaussian_reach = 8.7;  ///< beyond it the Gaussian's mass is below 1e-16

/// An edge seen from the point, in bandwidths: signed distance of its line (positive: point on the window's side) and
/// where its ends lie along it from the foot of the perpendicular.
struct Seen {
    double p = 0.0, from = 0.0, to = 0.0;
    [[nodiscard]] double distance() const {
        if (from <= 0.0 && to >= 0.0) return std::abs(p);
        return std::hypot(p, std::min(std::abs(from), std::abs(to)));
    }
};

Seen seen_from(Point u, const WindowEdge& edge, double bandwidth) {
    const double x = (edge.start.x - u.x) / bandwidth, y = (edge.start.y - u.y) / bandwidth;
    const Point d = edge.direction;
    const double from = x * d.x + y * d.y;
    return {x * d.y - y * d.x, from, from + edge.length / bandwidth};
}

/// ∫ M dφ from the foot to x along the line: the terms are ∫ p (p² + x²)^(k−1) dx, from M = polynomial in r².
double mass_angle(Kernel kernel, double p, double x) {
    const double pp = p * p, xx = x * x, px = p * x;
    const double k1 = px, k2 = px * (pp + xx / 3.0), k3 = px * (pp * pp + xx * (2.0 / 3.0 * pp + xx / 5.0));
    switch (kernel) {
        case Kernel::uniform:
            return k1;
        case Kernel::triangular: {
            const double curved = p == 0.0 ? 0.0 : p * pp * std::asinh(x / std::abs(p));
            return 3.0 * k1 - (px * std::sqrt(pp + xx) + curved);
        }
        case Kernel::epanechnikov:
            return 2.0 * k1 - k2;
        case Kernel::quartic:
            return 3.0 * k1 - 3.0 * k2 + k3;
        default: {
            const double k4 = px * (pp * pp * pp + xx * (pp * pp + xx * (0.6 * pp + xx / 7.0)));
            return 4.0 * k1 - 6.0 * k2 + 4.0 * k3 - k4;
        }
    }
}

/// ∫ (1 − M) dφ over the part of the edge within reach: the angle it covers there, less the mass in front of it.
double missing_angle(Kernel kernel, const Seen& edge) {
    const double p = edge.p;
    if (p == 0.0) return 0.0;
    if (kernel == Kernel::gaussian) {
        if (edge.distance() > gaussian_reach) return 0.0;
        using boost::math::owens_t;
        return 2.0 * std::numbers::pi * (owens_t(p, edge.to / p) - owens_t(p, edge.from / p));
    }
    if (!(std::abs(p) < 1.0)) return 0.0;
    const double half = std::sqrt(1.0 - p * p);
    const double from = std::max(edge.from, -half), to = std::min(edge.to, half);
    if (!(from < to)) return 0.0;
    const double angle = std::atan(to / p) - std::atan(from / p);
    return angle - (mass_angle(kernel, p, to) - mass_angle(kernel, p, from));
}

double reach_of(const IntensityOptions& options) {
    return options.bandwidth.value * (options.kernel == Kernel::gaussian ? gaussian_reach : 1.0);
}

}  // namespace

WindowMass::WindowMass(const MultiPolygon& window, const IntensityOptions& options)
    : m_kernel(options.kernel),
      m_bandwidth(options.bandwidth.value),
      m_reach(reach_of(options)),
      m_edges(window, m_reach) {}

WindowMass::Mass WindowMass::at(Point p) const {
    thread_local std::vector<std::uint32_t> near;
    m_edges.near(p, near);
    double missing = 0.0;
    for (const auto i : near) {
        const Seen edge = seen_from(p, m_edges.all()[i], m_bandwidth);
        if (edge.distance() < on_boundary) return {over_all_edges(p), true};
        missing += missing_angle(m_kernel, edge);
    }
    const bool inside = m_edges.contains(p);
    const double mass = (inside ? 1.0 : 0.0) - missing / (2.0 * std::numbers::pi);
    return {std::clamp(mass, 0.0, 1.0), inside};
}

/// The form without the inside test, for points on the boundary: every edge adds the angle it covers, mass-weighted.
double WindowMass::over_all_edges(Point p) const {
    double sum = 0.0;
    for (const WindowEdge& e : m_edges.all()) {
        const Seen edge = seen_from(p, e, m_bandwidth);
        if (edge.p == 0.0) continue;
        sum += std::atan(edge.to / edge.p) - std::atan(edge.from / edge.p) - missing_angle(m_kernel, edge);
    }
    return std::clamp(sum / (2.0 * std::numbers::pi), 0.0, 1.0);
}

double window_mass(Point p, const MultiPolygon& window, const IntensityOptions& options) {
    return WindowMass(window, options).at(p).value;
}

}  // namespace lykta::statistics
