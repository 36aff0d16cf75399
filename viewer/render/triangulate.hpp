// Polygons with holes to triangles, by GLU's tessellator.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "viewer/render/chunk.hpp"

namespace lykta::viewer {

struct Triangles {
    std::vector<Vertex> vertices;        ///< metres from the origin
    std::vector<std::uint32_t> indices;  ///< three a triangle, into vertices
};

/// Keeps one tessellator for many shapes; one per thread.
class Triangulator {
public:
    explicit Triangulator(Point origin);
    ~Triangulator();
    Triangulator(const Triangulator&) = delete;
    Triangulator& operator=(const Triangulator&) = delete;

    /// Appends the shape. Inside is where a line out crosses an odd number of rings, per polygon; rings may cross
    /// themselves. Rings of fewer than three points and points that are not finite are left out.
    void add(const MultiPolygon& shape, Triangles& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// \correctness  tests/viewer/render/triangulate_test.cpp: the triangles' area equals the polygon's (holes, bow tie)
}  // namespace lykta::viewer
