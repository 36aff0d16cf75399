// What each event weighs once the window's edge is allowed for: shared by intensity at places and on grids.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "statistics/intensity.hpp"
#include "statistics/window_mass.hpp"

namespace lykta::statistics {

/// \throws Error{bad_option} bandwidth ≤ 0, or an edge correction without a window
void check_options(const IntensityOptions& options, const MultiPolygon* window);

/// Null when no edge correction is asked for.
[[nodiscard]] std::unique_ptr<const WindowMass> window_mass_if_needed(const MultiPolygon* window,
                                                                      const IntensityOptions& options);

/// Weight of each event; per_event: divided by its mass inside. With any correction an event outside the window weighs
/// 0: it could not have been recorded there.
[[nodiscard]] std::vector<double> weights_for_edges(std::span<const Point> points, std::span<const double> weights,
                                                    const WindowMass* mass, EdgeCorrection edge);

}  // namespace lykta::statistics
