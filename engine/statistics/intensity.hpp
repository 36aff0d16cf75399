// Kernel-smoothed intensity of points: how many incidents to expect per area, at any place.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "core/grid.hpp"
#include "core/units.hpp"

namespace lykta::statistics {

enum class Kernel { uniform, triangular, epanechnikov, quartic, triweight, gaussian };
/// none: as it falls; uniform: divided by the kernel mass inside the window at the query (Diggle 1985);
/// per_event: each event divided by its own mass inside (Jones 1993), which conserves the number of events.
enum class EdgeCorrection { none, uniform, per_event };

struct IntensityOptions {
    Meters bandwidth = 250_m;  ///< Support radius (Gaussian: standard deviation). REQUIRES: > 0 m. DEFAULT: 250 m
    Kernel kernel = Kernel::quartic;
    EdgeCorrection edge = EdgeCorrection::per_event;
};

/// Intensity at query points, events per square metre (or sum of weights per square metre).
///
/// \param weights  one per point, or empty for 1 each
/// \param window   where events could have been recorded; needed when edge is not none
/// \throws Error{bad_option} bandwidth ≤ 0, or an edge correction without a window
/// \correctness  hand case (one event), brute-force twin, reference kde (spatstat `density.ppp`), window mass by an
/// exact
///               boundary integral
/// \see    Diggle (1985), Applied Statistics 34:138–147; Jones (1993), Statistics and Computing 3:135–146
[[nodiscard]] std::vector<double> intensity_at(std::span<const Point> query, std::span<const Point> points,
                                               std::span<const double> weights, const MultiPolygon* window,
                                               const IntensityOptions& options);

/// The same at the cell centres of a grid, in events per square metre; NaN where the centre is outside the window.
/// Same bytes for any number of threads.
[[nodiscard]] Grid<double> intensity_grid(const GridFrame& frame, std::span<const Point> points,
                                          std::span<const double> weights, const MultiPolygon* window,
                                          const IntensityOptions& options);

/// Kernel mass inside the window around p: 1 deep inside, less near an edge. Exact boundary integral (error < 1e-12).
[[nodiscard]] double window_mass(Point p, const MultiPolygon& window, const IntensityOptions& options);

}  // namespace lykta::statistics
