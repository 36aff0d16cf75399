// Neighbours by distance and number; weights made from them. Contiguity stands in contiguity.cpp.
#include "statistics/spatial_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "statistics/point_buckets.hpp"

namespace lykta::statistics {

namespace {

SpatialWeights band_neighbours(std::span<const Point> points, Meters band) {
    if (!(band.value > 0.0)) {
        throw Error(ErrorCode::bad_option, say("distance band {} m: it must be greater than 0", band.value));
    }
    SpatialWeights w;
    w.neighbours.resize(points.size());
    w.weights.resize(points.size());
    const PointBuckets buckets(points, band.value);
    parallel_blocks(points.size(), 1024, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            buckets.near(points[i], band.value, [&](std::uint32_t j) {
                if (j != i && distance(points[i], points[j]) <= band.value) w.neighbours[i].push_back(j);
            });
            std::sort(w.neighbours[i].begin(), w.neighbours[i].end());
            w.weights[i].assign(w.neighbours[i].size(), 1.0);
        }
    });
    return w;
}

struct Near {
    double distance;
    std::uint32_t index;
    bool operator<(const Near& other) const {
        return distance != other.distance ? distance < other.distance : index < other.index;
    }
};

/// Candidates from a square that grows until its inscribed circle holds k of them.
std::vector<Near> nearest_to(std::size_t i, std::span<const Point> points, const PointBuckets& buckets, std::size_t k,
                             double reach) {
    for (;; reach *= 2.0) {
        std::vector<Near> found;
        buckets.near(points[i], reach, [&](std::uint32_t j) {
            if (j != i) found.push_back({distance(points[i], points[j]), j});
        });
        const auto inside =
            std::count_if(found.begin(), found.end(), [&](const Near& n) { return n.distance <= reach; });
        if (static_cast<std::size_t>(inside) < k && found.size() + 1 < points.size()) continue;
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(std::min(k, found.size())),
                          found.end());
        found.resize(std::min(k, found.size()));
        return found;
    }
}

}  // namespace

std::vector<std::uint32_t> SpatialWeights::islands() const {
    std::vector<std::uint32_t> alone;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
        if (neighbours[i].empty()) alone.push_back(static_cast<std::uint32_t>(i));
    }
    return alone;
}

SpatialWeights distance_band(std::span<const Point> points, Meters band) {
    return band_neighbours(points, band);
}

SpatialWeights inverse_distance_band(std::span<const Point> points, Meters band) {
    SpatialWeights w = band_neighbours(points, band);
    for (std::size_t i = 0; i < w.size(); ++i) {
        for (std::size_t k = 0; k < w.neighbours[i].size(); ++k) {
            const double d = distance(points[i], points[w.neighbours[i][k]]);
            if (!(d > 0.0)) {
                throw Error(ErrorCode::bad_input,
                            say("points {} and {} coincide: inverse-distance weights are undefined "
                                "there; use a distance band",
                                i, w.neighbours[i][k]));
            }
            w.weights[i][k] = 1.0 / d;
        }
    }
    return w;
}

SpatialWeights nearest_neighbours(std::span<const Point> points, int k) {
    if (k < 1) throw Error(ErrorCode::bad_option, say("{} nearest neighbours: it must be at least 1", k));
    SpatialWeights w;
    w.neighbours.resize(points.size());
    w.weights.resize(points.size());
    const Box box = box_of(points);
    const double share = static_cast<double>(k) / std::max<double>(1.0, static_cast<double>(points.size()));
    const double side = std::max({std::sqrt(std::max(box.width(), 0.0) * std::max(box.height(), 0.0) * share),
                                  std::max(box.width(), box.height()) * share, 1e-9});
    const PointBuckets buckets(points, side);
    parallel_blocks(points.size(), 1024, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            for (const Near& n : nearest_to(i, points, buckets, static_cast<std::size_t>(k), side)) {
                w.neighbours[i].push_back(n.index);
            }
            std::sort(w.neighbours[i].begin(), w.neighbours[i].end());
            w.weights[i].assign(w.neighbours[i].size(), 1.0);
        }
    });
    return w;
}

SpatialWeights row_standardised(SpatialWeights weights) {
    for (auto& row : weights.weights) {
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        if (!(sum > 0.0)) continue;
        for (double& w : row) w /= sum;
    }
    return weights;
}

SpatialWeights with_self(SpatialWeights weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
        auto& list = weights.neighbours[i];
        const auto self = static_cast<std::uint32_t>(i);
        const auto at = std::lower_bound(list.begin(), list.end(), self);
        if (at != list.end() && *at == self) continue;
        weights.weights[i].insert(weights.weights[i].begin() + (at - list.begin()), 1.0);
        list.insert(at, self);
    }
    return weights;
}

std::size_t components(const SpatialWeights& weights) {
    std::vector<std::uint32_t> root(weights.size());
    std::iota(root.begin(), root.end(), 0u);
    const auto find = [&](std::uint32_t i) {
        while (root[i] != i) i = root[i] = root[root[i]];
        return i;
    };
    std::size_t count = weights.size();
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (const auto j : weights.neighbours[i]) {
            const auto a = find(static_cast<std::uint32_t>(i)), b = find(j);
            if (a == b) continue;
            root[a] = b;
            --count;
        }
    }
    return count;
}

}  // namespace lykta::statistics
