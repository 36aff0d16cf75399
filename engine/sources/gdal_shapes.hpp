// GDAL's geometries to ours.
#pragma once
#include <optional>
#include <string>

#include "core/geometry.hpp"
#include "core/rows.hpp"

class OGRGeometry;

namespace lykta::sources {

struct GdalShape {
    Geometry shape;
    std::optional<Reason> problem;
    std::string message;
    int rings_closed = 0, holes_dropped = 0;
    bool from_collection = false;
};

/// x and y only; curves are drawn as chords; collections of one kind are unpacked. nullptr is no geometry.
[[nodiscard]] GdalShape shape_of(const OGRGeometry* geometry);

}  // namespace lykta::sources
