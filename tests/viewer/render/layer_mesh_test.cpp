#include "viewer/render/layer_mesh.hpp"

#include <cmath>
#include <numeric>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

TEST(MeshOf, SharesFeaturesOutToTheirClasses) {
    Detail detail;
    detail.points = {
        {.at = {0, 0}, .group = 0}, {.at = {1, 1}, .group = 1}, {.at = {2, 2}, .group = 1}, {.at = {3, 3}, .group = 9}};
    const auto meshes = mesh_of(detail, 2, {});
    ASSERT_EQ(meshes.size(), 2U);
    EXPECT_EQ(meshes[0].points.points.size(), 1U);
    EXPECT_EQ(meshes[1].points.points.size(), 2U);
}

TEST(LineMesh, EndsEachLineSoThatTheNextIsNotJoinedToIt) {
    const LineFeature a{.line = {{0, 0}, {3, 4}, {3, 14}}}, b{.line = {{1, 12}, {11, 12}}};
    const LineMesh mesh = line_mesh({&a, &b}, {});
    const Range near = mesh.chunks.at(0).corners[0];
    ASSERT_EQ(near.count, 5U);
    std::vector<float> joined, along;
    for (std::uint32_t i = near.first; i < near.end(); ++i) {
        joined.push_back(mesh.corners[i].joined);
        along.push_back(mesh.corners[i].along);
    }
    EXPECT_EQ(joined, (std::vector<float>{1, 1, 0, 1, 0}));
    EXPECT_EQ(along, (std::vector<float>{0, 5, 15, 0, 10}));
}

TEST(LineMesh, KeepsFewerCornersForViewsFromAfar) {
    const LineFeature bent{.line = {{0, 0}, {50, 2}, {100, 0}, {150, 10}, {200, 0}}};
    const LineMesh mesh = line_mesh({&bent}, {});
    std::vector<std::uint32_t> counts;
    for (const Range& corners : mesh.chunks.at(0).corners) counts.push_back(corners.count);
    EXPECT_EQ(counts, (std::vector<std::uint32_t>{5, 4, 2}));
}

TEST(AreaMesh, ADotIsASquareOfTheAreasSize) {
    const AreaFeature area{.shape = {{square_ring({100, 100}, 5), {square_ring({100, 100}, 4)}}}};
    const AreaMesh mesh = area_mesh({&area}, {100, 100});
    ASSERT_EQ(mesh.dots.size(), 1U);
    EXPECT_FLOAT_EQ(mesh.dots[0].x, 0);
    EXPECT_FLOAT_EQ(mesh.dots[0].side_m, 6);
    EXPECT_EQ(mesh.corners.size(), 10U);
    ASSERT_EQ(mesh.chunks.size(), 1U);
    EXPECT_DOUBLE_EQ(mesh.chunks[0].box.min_x, -5);
    EXPECT_FLOAT_EQ(mesh.chunks[0].size_m, 10);
}

TEST(PointMesh, FromStepToStepFewerPointsStandForAll) {
    std::vector<PointFeature> points;
    for (int x = 0; x < 64; ++x)
        for (int y = 0; y < 64; ++y) points.push_back({.at = {16.0 * x, 16.0 * y}});
    std::vector<const PointFeature*> all;
    for (const PointFeature& point : points) all.push_back(&point);
    const PointMesh mesh = point_mesh(all, {});
    const auto kept = [&](double metres) {
        const auto step = static_cast<std::size_t>(std::floor(std::log2(metres / mesh.finest_m)));
        return std::accumulate(mesh.chunks.begin(), mesh.chunks.end(), 0U,
                               [&](std::uint32_t sum, const PointChunk& chunk) { return sum + chunk.kept[step]; });
    };
    EXPECT_EQ(kept(8), 64U * 64U);   // closer than the points lie: all of them
    EXPECT_EQ(kept(33), 32U * 32U);  // one of four
    EXPECT_EQ(kept(1100), 1U);
}

TEST(PointMesh, ClustersAreNeverLeftOut) {
    const PointFeature plain{.at = {0, 0}}, near{.at = {0.01, 0}}, cluster{.at = {0.02, 0}, .scale = 2},
        far{.at = {1000, 1000}};
    const PointMesh mesh = point_mesh({&plain, &near, &cluster, &far}, {});
    EXPECT_EQ(mesh.chunks[0].kept[thinning_steps - 1], 2U);  // the first, and the cluster
}

}  // namespace
}  // namespace lykta::viewer
