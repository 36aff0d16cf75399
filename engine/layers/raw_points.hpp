// One raw coordinate pair per row, in the file's own system: from two columns, one column, or a geometry.
#pragma once
#include <string>
#include <vector>

#include "layers/columns.hpp"

namespace lykta::layers {

enum class RawTrouble : std::uint8_t { none, no_x, no_y, neither, not_a_number, rounded, no_geometry };

struct RawPoints {
    CoordinateColumns columns;
    std::vector<Point> point;         ///< one per table row; a geometry gives its first vertex
    std::vector<RawTrouble> trouble;  ///< one per table row
    std::int64_t with_thousands = 0, with_unit = 0;
    RowsConcerned in_sexagesimal;  ///< degrees, minutes and seconds
};

/// Reads the pairs; sets nothing aside. `read_sexagesimal`: the stated CRS is in degrees.
/// \correctness  hand cases; ../shared/badinput/csv/14, 32, 33, 43
enum class Sexagesimal { read, refuse };
[[nodiscard]] RawPoints raw_points(const Reading& reading, const CoordinateColumns& columns, Sexagesimal sexagesimal);

/// "N 6473033,10, E 536823,90": the pair as the file writes it.
[[nodiscard]] std::string pair_text(const Reading& reading, const RawPoints& raw, std::size_t row);

/// Sets aside the rows whose cells hold no pair of numbers, and 0,0; issues for units, thousand marks, degrees-minutes.
void set_aside_unreadable(Reading& reading, const RawPoints& raw);

}  // namespace lykta::layers
