// Points along a Morton curve, cut into pieces in which those that can stand for their neighbours come first: where
// symbols cover each other when far out, one per few pixels looks the same and costs less.
#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

#include "viewer/render/layer_mesh.hpp"

namespace lykta::viewer {

namespace {

constexpr std::size_t most_points = 512;

struct Placed {
    std::uint32_t code = 0, index = 0;
    int level = 0;
};

/// The coarsest square of the curve in which the point is the first: the highest pair of bits its code changes.
int level_of(std::uint32_t code, std::uint32_t before) {
    const std::uint32_t changed = code ^ before;
    return changed == 0 ? -1 : (31 - std::countl_zero(changed)) / 2;
}

std::vector<Placed> placed_along(const std::vector<const PointFeature*>& points, const Box& box) {
    std::vector<Placed> placed(points.size());
    for (std::size_t i = 0; i < points.size(); ++i)
        placed[i] = {morton(points[i]->at, box), static_cast<std::uint32_t>(i), 0};
    std::sort(placed.begin(), placed.end(),
              [](const Placed& a, const Placed& b) { return std::tie(a.code, a.index) < std::tie(b.code, b.index); });
    // Clusters, whose size tells their count, are never left out.
    for (std::size_t i = 0; i < placed.size(); ++i)
        placed[i].level = i == 0 || points[placed[i].index]->scale != 1.0F
                              ? thinning_steps - 1
                              : level_of(placed[i].code, placed[i - 1].code);
    return placed;
}

PointVertex vertex_of(const PointFeature& point, Point origin) {
    return {static_cast<float>(point.at.x - origin.x), static_cast<float>(point.at.y - origin.y), point.turn,
            point.scale};
}

}  // namespace

PointMesh point_mesh(const std::vector<const PointFeature*>& points, Point origin) {
    Box box;
    for (const PointFeature* point : points) box.grow(point->at);
    PointMesh mesh;
    mesh.finest_m = box.empty() ? 1 : std::max({box.width(), box.height(), 1.0}) / 65536;
    std::vector<Placed> placed = placed_along(points, box);
    for (std::size_t first = 0; first < placed.size(); first += most_points) {
        const std::size_t last = std::min(placed.size(), first + most_points);
        const auto begin = placed.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = placed.begin() + static_cast<std::ptrdiff_t>(last);
        std::stable_sort(begin, end, [](const Placed& a, const Placed& b) { return a.level > b.level; });
        PointChunk chunk{.points = {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)}};
        for (auto it = begin; it != end; ++it) {
            const PointVertex vertex = vertex_of(*points[it->index], origin);
            mesh.points.push_back(vertex);
            chunk.box.grow({vertex.x, vertex.y});
            for (int step = 0; step <= it->level; ++step) ++chunk.kept[static_cast<std::size_t>(step)];
        }
        mesh.chunks.push_back(chunk);
    }
    return mesh;
}

}  // namespace lykta::viewer
