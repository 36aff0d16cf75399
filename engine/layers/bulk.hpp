// Where most of a file lies: the yardstick by which a stray row is told from a legitimate one.
#pragma once
#include <optional>
#include <vector>

#include "layers/raw_points.hpp"

namespace lykta::layers {

struct Bulk {
    std::int64_t readable = 0;   ///< rows with two numbers that are not 0,0
    double fitting_share = 0.0;  ///< of those (by sample), inside the area of use of the stated CRS
    Point typical;               ///< raw pair of a typical readable row, fitting or not
    std::size_t typical_row = 0;
    std::optional<Point> near;        ///< longitude, latitude of the fullest degree cell among fitting rows
    Point centre;                     ///< raw pair at `near`
    std::vector<std::size_t> sample;  ///< readable table rows looked at, evenly spread, at most 5,000
};
[[nodiscard]] Bulk find_bulk(const Reading& reading, const RawPoints& raw, const Crs& stated);

/// Throws when the whole file has one fault: swapped axes, another system, no rows inside the stated one.
void refuse_wrong_file(Reading& reading, const RawPoints& raw, const Crs& stated, const Bulk& bulk);

/// The CRS stated by the user or the file. \throws Error{bad_input} when there is none, with the systems that fit
[[nodiscard]] Crs stated_crs(Reading& reading, const CoordinateColumns& columns);

}  // namespace lykta::layers
