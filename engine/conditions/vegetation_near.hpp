// Plants beside a path, high enough to hide behind: how many metres of each stretch run close to one.
#pragma once
#include <span>
#include <vector>

#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

struct VegetationOptions {
    Meters within{5.0};  ///< A plant this near is beside the path. REQUIRES: ≥ 0 m. DEFAULT: 5 m
    /// Lower plants hide nobody, nor do crowns that begin higher. DEFAULT: 0.8 m (a plant of just that hides nobody)
    Meters min_height{0.8};
    Meters step{2.0};  ///< Spacing of the points tested along the path. REQUIRES: > 0 m. DEFAULT: 2 m
};
/// One value per stretch. Where only a canopy share is known for a plant's outline, a metre counts by that share.
struct PathVegetation {
    std::vector<double> near_m;    ///< metres of path beside a plant
    std::vector<double> length_m;  ///< metres of path
};
/// \correctness  hand case (one hedge), twin: every plant tested at every point
[[nodiscard]] PathVegetation vegetation_along(std::span<const Polyline> stretches,
                                              const layers::VegetationLayer& vegetation,
                                              const VegetationOptions& options = {});

}  // namespace lykta::conditions
