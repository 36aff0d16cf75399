// The kernels: how an event's weight spreads over distance. All integrate to 1 over the plane.
#pragma once
#include "statistics/intensity.hpp"

namespace lykta::statistics {

/// Beyond this many bandwidths a kernel is 0; the Gaussian is below 1e-12 of its peak there (only grids cut it off).
[[nodiscard]] double kernel_reach(Kernel kernel);

/// Kernel value × bandwidth², at squared distance ÷ bandwidth². Constants are the two-dimensional ones (quartic 3/π);
/// 15/16 and 3/4 belong to one dimension.
/// \see  Silverman (1986), Density Estimation, table 4.2 and section 4.2
[[nodiscard]] double kernel_value(Kernel kernel, double squared_distance);
[[nodiscard]] double kernel_peak(Kernel kernel);  ///< value × bandwidth² at distance 0

}  // namespace lykta::statistics
