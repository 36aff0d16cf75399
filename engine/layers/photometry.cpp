// Intensity by direction: looked up, and summed over all directions.
#include "layers/photometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lykta::layers {

namespace {

constexpr double lumens_per_kilolumen = 1000.0;
constexpr double degrees_per_radian = 180.0 / std::numbers::pi;

/// The two rows or columns a value lies between, and how far it is from the first to the second.
struct Between {
    std::size_t low = 0, high = 0;
    double share = 0.0;
};

/// First index whose angle is above the value. Even steps are the rule: the guess they give is checked, so that uneven
/// angles and rounding fall back to the search and the result is the same.
std::size_t first_above(const std::vector<double>& sorted, double value) {
    const std::size_t count = sorted.size();
    if (value < sorted.front()) return 0;
    if (value >= sorted.back()) return count;
    const double steps = static_cast<double>(count - 1) * (value - sorted.front()) / (sorted.back() - sorted.front());
    const auto guess = std::min(static_cast<std::size_t>(steps), count - 2);
    if (sorted[guess] <= value) {
        if (value < sorted[guess + 1]) return guess + 1;
    } else if (sorted[guess - 1] <= value) {
        return guess;
    }
    return static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

Between between(const std::vector<double>& sorted, double value) {
    const std::size_t above = first_above(sorted, value);
    if (above == 0) return {0, 0, 0.0};
    if (above == sorted.size()) return {above - 1, above - 1, 0.0};
    return {above - 1, above, (value - sorted[above - 1]) / (sorted[above] - sorted[above - 1])};
}

/// The C planes go round: past the last one comes the first, a turn further on.
Between between_planes(const std::vector<double>& planes, double c_deg) {
    double c = std::abs(c_deg) < 360.0 ? c_deg : std::fmod(c_deg, 360.0);  // fmod leaves smaller angles as they are
    while (c < planes.front()) c += 360.0;
    const Between found = between(planes, c);
    if (found.low != found.high || c <= planes.back()) return found;
    const double gap = planes.front() + 360.0 - planes.back();
    return {planes.size() - 1, 0, gap > 0.0 ? (c - planes.back()) / gap : 0.0};
}

/// ∫ I(γ) sinγ dγ over one plane: linear between angles, even below the first, nothing beyond the last.
double plane_integral(const std::vector<double>& gamma_deg, const std::vector<double>& cd) {
    double before = gamma_deg.front() / degrees_per_radian;
    double sum = cd.front() * (1.0 - std::cos(before));
    for (std::size_t j = 1; j < gamma_deg.size(); ++j) {
        const double after = gamma_deg[j] / degrees_per_radian, step = after - before;
        if (step > 0.0) {
            const double slope = (cd[j] - cd[j - 1]) / step;
            sum += cd[j - 1] * (std::cos(before) - std::cos(after));
            sum += slope * (std::sin(after) - std::sin(before) - step * std::cos(after));
        }
        before = after;
    }
    return sum;
}

/// Half the way to the planes on both sides, radians: trapezoids over C.
double plane_width(const std::vector<double>& c_deg, std::size_t plane) {
    if (c_deg.size() == 1) return 2.0 * std::numbers::pi;
    const double before = plane == 0 ? c_deg.back() - 360.0 : c_deg[plane - 1];
    const double after = plane + 1 == c_deg.size() ? c_deg.front() + 360.0 : c_deg[plane + 1];
    return 0.5 * (after - before) / degrees_per_radian;
}

}  // namespace

double IntensityTable::at(double c, double gamma) const {
    if (cd_per_klm.empty() || gamma_deg.empty()) return lumens_per_kilolumen / (4.0 * std::numbers::pi);
    if (gamma > gamma_deg.back() || gamma < 0.0) return 0.0;
    const Between column = between(gamma_deg, gamma);
    const auto in_plane = [&](std::size_t plane) {
        const auto& row = cd_per_klm[plane];
        return row[column.low] + column.share * (row[column.high] - row[column.low]);
    };
    if (cd_per_klm.size() == 1) return in_plane(0);
    const Between plane = between_planes(c_deg, c);
    const double low = in_plane(plane.low);
    return low + plane.share * (in_plane(plane.high) - low);
}

double flux_of(const IntensityTable& table) {
    if (table.cd_per_klm.empty() || table.gamma_deg.empty()) return lumens_per_kilolumen;
    double sum = 0.0;
    const bool round = table.cd_per_klm.size() == 1;
    for (std::size_t plane = 0; plane < table.cd_per_klm.size(); ++plane) {
        const double width = round ? 2.0 * std::numbers::pi : plane_width(table.c_deg, plane);
        sum += width * plane_integral(table.gamma_deg, table.cd_per_klm[plane]);
    }
    return sum;
}

}  // namespace lykta::layers
