// A level of detail as buffers: triangles, segments and points by class, cut into pieces that can be left out.
// Made once per layer, off the frame; no graphics library.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "viewer/map/map_layer.hpp"
#include "viewer/render/chunk.hpp"

namespace lykta::viewer {

/// A corner of a line. The segment from it to the next is drawn when `joined` is 1.
struct Corner {
    float x = 0, y = 0, along = 0, joined = 0;  ///< metres from the origin; metres from the line's start
};
/// An area too small to be told from a square of the same size.
struct Dot {
    float x = 0, y = 0, side_m = 0;
};
struct PointVertex {
    float x = 0, y = 0, turn = 0, scale = 1;
};

struct AreaChunk {
    Box box;  ///< metres from the origin
    float size_m = 0;
    Range indices, corners, dots;  ///< a dot per feature
};
struct AreaMesh {
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    std::vector<Corner> corners;
    std::vector<Dot> dots;
    std::vector<AreaChunk> chunks;
};

/// Lines as they are, and simplified for scales at which the difference is under half a pixel.
constexpr std::array<double, 3> line_tolerances_m{0, 2.5, 12};
struct LineChunk {
    Box box;
    float size_m = 0;
    std::array<Range, line_tolerances_m.size()> corners;  ///< by tolerance
    std::uint32_t features = 0;
};
struct LineMesh {
    std::vector<Corner> corners;
    std::vector<LineChunk> chunks;
};

constexpr int thinning_steps = 17;
struct PointChunk {
    Box box;
    Range points;
    /// Points kept when one is enough per square of the mesh's finest_m · 2^step: the first so many of the chunk.
    std::array<std::uint32_t, thinning_steps> kept{};
};
struct PointMesh {
    std::vector<PointVertex> points;
    std::vector<PointChunk> chunks;
    double finest_m = 1;
};

/// One class's part of a level of detail.
struct ClassMesh {
    AreaMesh areas;
    LineMesh lines;
    PointMesh points;
};

/// Metres are counted from `origin`. One mesh per class; features whose group has no class are left out.
[[nodiscard]] std::vector<ClassMesh> mesh_of(const Detail& detail, std::size_t classes, Point origin);

[[nodiscard]] AreaMesh area_mesh(const std::vector<const AreaFeature*>& areas, Point origin);
[[nodiscard]] LineMesh line_mesh(const std::vector<const LineFeature*>& lines, Point origin);
[[nodiscard]] PointMesh point_mesh(const std::vector<const PointFeature*>& points, Point origin);

/// \correctness  tests/viewer/render/layer_mesh_test.cpp
}  // namespace lykta::viewer
