// Numbers to points of the project plane: the CRS settled, swapped and foreign pairs set aside, the rest projected.
// Nothing is guessed in silence: a file without a CRS is refused with the systems its numbers fit, and a pair in
// another system is set aside with that system's name, never converted unasked.
#pragma once
#include <vector>

#include "layers/raw_points.hpp"

namespace lykta::layers {

struct Placed {
    Crs crs;                   ///< of the file
    Crs project;               ///< metres
    Point near;                ///< longitude, latitude of the bulk of the file
    std::vector<Point> point;  ///< one per table row, project CRS; (0, 0) for rows set aside
    RawPoints raw;
};

/// Settles the CRS (option > declared by the file > refused), judges every row and projects those that stay.
/// A file whose rows (80 % or more) all have one fault (swapped, another system) is refused with the cure.
///
/// \throws Error{bad_input} no coordinates, no CRS, the whole file swapped or in another system
/// \correctness ../shared/badinput/csv/06–14, 33, 41–44; geojson/09, 10, 12; gpkg/01, 07; hand cases
[[nodiscard]] Placed place_rows(Reading& reading);

/// Geometries of the rows still in, projected; one per table row, monostate for rows set aside. Rows with a vertex that
/// is not a place on earth are set aside as out_of_range.
[[nodiscard]] std::vector<Geometry> placed_shapes(Reading& reading, const Placed& placed);

}  // namespace lykta::layers
