// Which cameras together cover most: every view holds points with weights, no point counts twice.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace lykta::measures {

/// One spot turned one way.
struct CameraView {
    std::uint32_t spot = 0;
    double heading_deg = 0;
    std::vector<std::uint32_t> points;  ///< inside it, ascending
    double weight = 0;                  ///< Σ of theirs
};
struct CameraCover {
    std::vector<std::uint32_t> views;  ///< heaviest first
    double weight = 0;                 ///< Σ weight of the points in any of them
    bool is_best_pair = false;         ///< one or two cameras: proven to be the best there are
};
struct CoverOptions {
    int most = 2;
    double least_more = 0;  ///< a further camera adds at least this weight. REQUIRES: ≥ 0
    /// Points looked at in the search for the best pair; what is found by then is taken, and not called proven.
    std::uint64_t most_looks = 20'000'000;
};
/// The best one exactly; the best two exactly unless the search is cut short; further ones the best to add, then each
/// moved while that helps. Ties: lower index.
/// \correctness  every view and every pair on small cases; property: more cameras never cover less
[[nodiscard]] CameraCover best_cover(std::span<const CameraView> views, std::span<const double> weight,
                                     const CoverOptions& options);

}  // namespace lykta::measures
