// Shapes put together from parts, the same rules for every format: rings closed, empty parts dropped, collections
// joined.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/geometry.hpp"
#include "core/rows.hpp"

namespace lykta::sources {

/// A polygon from its rings, outer first.
struct AssembledPolygon {
    std::optional<Polygon> polygon;  ///< empty where the outer ring is empty
    std::optional<Reason>
        problem;  ///< outer ring of fewer than three points: invalid_geometry, or zero_area when closed
    std::string message;
    int rings_closed = 0, holes_dropped = 0;
};
[[nodiscard]] AssembledPolygon assemble_polygon(std::vector<Ring> rings);

/// One shape of several of the same kind (points, lines or polygons); empty where the kinds differ.
[[nodiscard]] std::optional<Geometry> join_parts(std::vector<Geometry> parts);

[[nodiscard]] bool is_empty(const Geometry& shape);

}  // namespace lykta::sources
