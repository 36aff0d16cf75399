// Where a set of points lies and how it spreads: centres, standard distance, deviational ellipse.
#pragma once
#include <span>

#include "core/geometry.hpp"
#include "core/units.hpp"

namespace lykta::statistics {

struct PointSpread {
    Point mean_centre;
    double standard_distance_m = 0.0;  ///< sqrt(Σ d² / n)
    /// Semi-axes: square roots of the eigenvalues of the covariance with divisor n (CrimeStat multiplies by sqrt 2).
    double ellipse_major_m = 0.0, ellipse_minor_m = 0.0;
    Degrees major_axis{0.0};  ///< clockwise from north, 0 ≤ angle < 180
};
/// \pre at least one point \correctness reference geometry/centre-and-spread
[[nodiscard]] PointSpread point_spread(std::span<const Point> points);

/// The point with the least summed distance to all (Weiszfeld's iteration with the step of Vardi & Zhang 2000 where it
/// meets a data point), to 1e-10 of the spread.
[[nodiscard]] Point median_centre(std::span<const Point> points);

}  // namespace lykta::statistics
