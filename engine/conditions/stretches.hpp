// Lines cut into equal stretches and sampled along: the unit in which light and vegetation are compared.
#pragma once
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"

namespace lykta::conditions {

struct Stretch {
    double from_m = 0.0, to_m = 0.0;  ///< along the line
    Polyline line;
};
/// Equal pieces as near to `length` as a whole number of them allows; none for a line without length.
/// \throws Error{bad_option} length ≤ 0
[[nodiscard]] std::vector<Stretch> cut_into_stretches(const Polyline& line, Meters length);

/// Points in the middle of equal steps of at most `step`; at least one. \throws Error{bad_option} step ≤ 0
[[nodiscard]] std::vector<Point> points_along(const Polyline& line, Meters step);

}  // namespace lykta::conditions
