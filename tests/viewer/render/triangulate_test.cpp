#include "viewer/render/triangulate.hpp"

#include <algorithm>
#include <cmath>

#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

double area_of(const Triangles& t) {
    double area = 0;
    for (std::size_t i = 0; i + 2 < t.indices.size(); i += 3) {
        const Vertex a = t.vertices[t.indices[i]], b = t.vertices[t.indices[i + 1]], c = t.vertices[t.indices[i + 2]];
        area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    }
    return area;
}
Triangles triangles_of(const MultiPolygon& shape, Point origin = {}) {
    Triangles out;
    Triangulator(origin).add(shape, out);
    return out;
}

TEST(Triangulator, ASquareIsTwoTriangles) {
    const Triangles t = triangles_of({{square_ring({0, 0}, 5), {}}});
    EXPECT_EQ(t.indices.size(), 6U);
    EXPECT_DOUBLE_EQ(area_of(t), 100);
}

TEST(Triangulator, AHoleStaysOpenWhicheverWayItIsDrawn) {
    Ring hole = square_ring({0, 0}, 2);
    EXPECT_DOUBLE_EQ(area_of(triangles_of({{square_ring({0, 0}, 5), {hole}}})), 84);
    std::reverse(hole.begin(), hole.end());
    EXPECT_DOUBLE_EQ(area_of(triangles_of({{square_ring({0, 0}, 5), {hole}}})), 84);
}

TEST(Triangulator, ARingThatCrossesItselfIsTwoTriangles) {
    EXPECT_DOUBLE_EQ(area_of(triangles_of({{ring({{0, 0}, {10, 10}, {10, 0}, {0, 10}}), {}}})), 50);
}

TEST(Triangulator, FarFromZeroNothingIsLost) {
    const Point origin{674000, 6580000};
    EXPECT_DOUBLE_EQ(area_of(triangles_of({{square_ring(origin, 0.25), {}}}, origin)), 0.25);
}

TEST(Triangulator, WhatIsNoRingIsLeftOut) {
    EXPECT_TRUE(triangles_of({{{{0, 0}, {1, 1}, {0, 0}}, {}}}).indices.empty());
    EXPECT_TRUE(triangles_of({}).indices.empty());
    const double nan = std::nan("");
    EXPECT_DOUBLE_EQ(area_of(triangles_of({{ring({{0, 0}, {1, 0}, {nan, 1}, {1, 1}, {0, 1}}), {}}})), 1);
}

}  // namespace
}  // namespace lykta::viewer
