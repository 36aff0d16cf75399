#include "viewer/project/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lykta::viewer {
namespace {

struct Keyed {
    std::int64_t key;  ///< row in the upper half, column in the lower
    std::uint32_t cluster;
    bool operator<(const Keyed& other) const { return key != other.key ? key < other.key : cluster < other.cluster; }
};

std::int64_t key_of(Point p, double cell_m) {
    const auto column = static_cast<std::int64_t>(std::floor(p.x / cell_m)),
               row = static_cast<std::int64_t>(std::floor(p.y / cell_m));
    return row * (std::int64_t{1} << 32) + column;
}

}  // namespace

std::vector<Cluster> on_one_spot(std::span<const Point> points, std::span<const std::uint32_t> indices) {
    std::vector<std::pair<Point, std::uint32_t>> sorted;
    sorted.reserve(indices.size());
    for (const auto i : indices) sorted.emplace_back(points[i], i);
    std::sort(sorted.begin(), sorted.end());
    std::vector<Cluster> clusters;
    for (const auto& [at, index] : sorted) {
        if (clusters.empty() || !(clusters.back().at == at)) clusters.push_back({at, 0, index});
        ++clusters.back().count;
    }
    return clusters;
}

std::vector<Cluster> gathered(std::span<const Cluster> finer, double cell_m) {
    std::vector<Keyed> sorted(finer.size());
    for (std::size_t i = 0; i < finer.size(); ++i)
        sorted[i] = {key_of(finer[i].at, cell_m), static_cast<std::uint32_t>(i)};
    std::sort(sorted.begin(), sorted.end());
    std::vector<Cluster> out;
    for (std::size_t i = 0; i < sorted.size();) {
        Cluster sum{{0, 0}, 0, finer[sorted[i].cluster].first};
        const Point origin = finer[sorted[i].cluster].at;  // offsets stay small, so that no digits are lost
        const auto key = sorted[i].key;
        for (; i < sorted.size() && sorted[i].key == key; ++i) {
            const auto& part = finer[sorted[i].cluster];
            sum.at.x += (part.at.x - origin.x) * part.count;
            sum.at.y += (part.at.y - origin.y) * part.count;
            sum.count += part.count;
            sum.first = std::min(sum.first, part.first);
        }
        sum.at = {origin.x + sum.at.x / sum.count, origin.y + sum.at.y / sum.count};
        out.push_back(sum);
    }
    return out;
}

float cluster_scale(std::uint32_t count, std::uint32_t largest) {
    constexpr double for_digits[] = {0.85, 1.0, 1.25, 1.6, 2.1, 2.6, 3.0};
    const auto digits = static_cast<std::size_t>(std::log10(std::max(1.0, static_cast<double>(count)))) + 1;
    const double share = largest > 0 ? std::sqrt(static_cast<double>(count) / largest) : 0;
    return static_cast<float>(std::max(for_digits[std::min<std::size_t>(digits, 6)], 2.6 * share));
}

}  // namespace lykta::viewer
