// One GeoJSON geometry to a shape, judged on the way: what is empty, what cannot be a shape, which rings were closed.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/geometry.hpp"
#include "core/rows.hpp"

namespace lykta::sources {

struct ShapeRead {
    Geometry shape;
    std::optional<Reason> problem;  ///< set: the feature cannot be used
    std::string message;            ///< why
    int rings_closed = 0;           ///< rings whose first point was repeated at their end
    int holes_dropped = 0;          ///< holes of fewer than three points
    bool from_collection = false;   ///< unpacked from a GeometryCollection
};

/// First two ordinates; heights and measures are passed over. Collections are unpacked when their parts are of one
/// kind; collections inside collections (RFC 7946, 3.1.8, advises against them) are set aside, without recursion.
[[nodiscard]] ShapeRead read_shape(const nlohmann::ordered_json& geometry);

/// Coordinates beyond this lie nowhere on earth in any system or unit in use.
constexpr double largest_coordinate = 1e9;

}  // namespace lykta::sources
