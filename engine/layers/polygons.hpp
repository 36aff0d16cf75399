// Polygons of a layer, checked: repaired where the repair changes nothing that counts, set aside where it would guess.
#pragma once
#include <vector>

#include "layers/coordinates.hpp"

namespace lykta::layers {

/// What else a layer takes than polygons.
enum class AlsoTakes { nothing, points, lines };

/// One shape per table row, projected. Rows still in hold a valid polygon with area (or what `also` allows).
/// Self-touching rings are repaired with a warning. A crossing ring (bow tie) and a hole outside its shell are set
/// aside: any repair changes the area by guesswork. Zero area is set aside, a rate per area cannot be had from it.
/// \correctness ../shared/badinput/geojson/02, 03, 07, 08, 13; Cambridge footpaths
[[nodiscard]] std::vector<Geometry> checked_polygons(Reading& reading, const Placed& placed,
                                                     AlsoTakes also = AlsoTakes::nothing);

}  // namespace lykta::layers
