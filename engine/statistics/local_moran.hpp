// Local Moran's I: does this place resemble its neighbours, and in which direction do both differ from the rest?
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "statistics/spatial_weights.hpp"

namespace lykta::statistics {

/// Sign of the value, then of its neighbours' weighted sum, each against the mean of its kind.
enum class Quadrant { high_high, low_low, high_low, low_high };

/// One location's result; empty where undefined (no neighbours, no variation). p two-sided from the normal
/// approximation.
struct LocalMoran {
    double statistic = 0.0, expectation = 0.0, variance = 0.0;
    double z = 0.0, p = 0.0;
};
/// conditional: the value stays, the others are placed at random (Sokal 1998). total: all are (Anselin 1995).
enum class Randomisation { conditional, total };
/// \correctness  reference local_autocorrelation (spdep localmoran), complete enumeration
/// \see  Anselin (1995), Geographical Analysis 27:93–115; Sokal et al. (1998), Geographical Analysis 30:331–354
[[nodiscard]] std::vector<std::optional<LocalMoran>> local_moran(std::span<const double> x,
                                                                 const SpatialWeights& weights,
                                                                 Randomisation null = Randomisation::conditional);
/// A location without neighbours has no quadrant. No list at all: nothing varies.
[[nodiscard]] std::vector<std::optional<Quadrant>> quadrants(std::span<const double> x, const SpatialWeights& weights);

/// Global Moran's I under randomisation; n counts the locations with neighbours.
/// \correctness  reference local_autocorrelation/points-inverse-distance (spdep moran.test)
[[nodiscard]] std::optional<LocalMoran> global_moran(std::span<const double> x, const SpatialWeights& weights);

/// Where the observed neighbour sum lies among the sums of all placements of the other n − 1 values on the neighbours
/// (ties count to both sides). The same figures hold for Gi, and for local Moran where x is above its mean (sides
/// exchanged below it).
struct PlacementP {
    double greater = 0.0, less = 0.0;
    std::uint64_t placements = 0;  ///< enumerated, or drawn
    bool exact = true;
};
struct PlacementOptions {
    std::uint64_t enumerate_up_to = 200'000;  ///< More placements than this are sampled. DEFAULT: 200,000
    std::uint32_t draws = 9'999;              ///< Pseudo p = (M + 1) / (R + 1). DEFAULT: 9,999
    std::uint32_t seed = 1;
};
/// \pre binary (equal) weights per location. Empty for locations without neighbours.
/// \correctness  reference local_autocorrelation/exact-permutation
[[nodiscard]] std::vector<std::optional<PlacementP>> placement_p(std::span<const double> x,
                                                                 const SpatialWeights& weights,
                                                                 const PlacementOptions& options = {});

}  // namespace lykta::statistics
