// Intensity by direction.
#include "layers/photometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lykta::layers {

namespace {

constexpr double lumens_per_kilolumen = 1000.0;

/// The two rows or columns a value lies between, and how far it is from the first to the second.
struct Between {
    std::size_t low = 0, high = 0;
    double share = 0.0;
};

Between between(const std::vector<double>& sorted, double value) {
    const auto above = static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
    if (above == 0) return {0, 0, 0.0};
    if (above == sorted.size()) return {above - 1, above - 1, 0.0};
    return {above - 1, above, (value - sorted[above - 1]) / (sorted[above] - sorted[above - 1])};
}

/// The C planes go round: past the last one comes the first, a turn further on.
Between between_planes(const std::vector<double>& planes, double c_deg) {
    double c = std::fmod(c_deg, 360.0);
    if (c < planes.front()) c += 360.0;
    const Between found = between(planes, c);
    if (found.low != found.high || c <= planes.back()) return found;
    const double gap = planes.front() + 360.0 - planes.back();
    return {planes.size() - 1, 0, gap > 0.0 ? (c - planes.back()) / gap : 0.0};
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
    return in_plane(plane.low) + plane.share * (in_plane(plane.high) - in_plane(plane.low));
}

}  // namespace lykta::layers
