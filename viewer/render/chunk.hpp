// The pieces a layer is cut into before it goes to the graphics device: neighbours of like size together, so that what
// is out of view or too small to see is left out piece by piece. Plain geometry, no graphics library.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::viewer {

/// Metres from the layer's origin; floats hold 2 mm over 30 km.
struct Vertex {
    float x = 0, y = 0;
};
/// The box in metres from an origin.
[[nodiscard]] inline Box moved_from(const Box& box, Point origin) {
    return {box.min_x - origin.x, box.min_y - origin.y, box.max_x - origin.x, box.max_y - origin.y};
}
/// Elements first … first + count − 1 of a buffer.
struct Range {
    std::uint32_t first = 0, count = 0;
    [[nodiscard]] std::uint32_t end() const { return first + count; }
};

/// A feature as the cutting sees it.
struct Sized {
    Box box;                   ///< project metres
    std::uint32_t index = 0;   ///< of the feature
    std::uint32_t weight = 1;  ///< vertices, about
};
/// Features of like size that lie near each other.
struct Cut {
    Box box;            ///< project metres
    double size_m = 0;  ///< the longest side of the largest
    std::vector<std::uint32_t> features;
};

/// Cuts features into pieces of at most `most_weight` (or one feature): by powers of two of their size, largest first,
/// then along a Morton curve. The order is the same on every machine.
[[nodiscard]] std::vector<Cut> cut_into_pieces(std::vector<Sized> features, std::uint32_t most_weight);

/// Position along a Morton curve over the box, 2 × 16 bits. Points outside are held to its edge.
[[nodiscard]] std::uint32_t morton(Point p, const Box& box);

/// \correctness  tests/viewer/render/chunk_test.cpp: every feature in one piece, pieces within their weight, hand codes
}  // namespace lykta::viewer
