// A measure's stretches before and after, added up: what the report and the viewer tell of one measure.
#pragma once
#include <limits>
#include <string>

#include "measures/plan.hpp"

namespace lykta::outputs {

/// Sums of one side. Averages are weighed by length: divide by ChangeSums::lit_m or seen_m.
struct StretchSums {
    double lux_metres = 0;                                     ///< Σ metres · average, lx m
    double minimum = std::numeric_limits<double>::infinity();  ///< darkest point, lx
    double below_m = 0;                                        ///< path below its lighting class
    double seen_at_m2 = 0;                                     ///< Σ metres · mean distance at which one is seen
    double under_25_m = 0, hiding_m = 0;
};
struct ChangeSums {
    double lit_m = 0, seen_m = 0;  ///< metres with light, with sight computed
    StretchSums before, after;
    [[nodiscard]] bool light_changes() const {
        return lit_m > 0 && (before.lux_metres != after.lux_metres || before.below_m != after.below_m);
    }
};
/// \correctness tests/outputs/change_sums_test.cpp: two stretches by hand
[[nodiscard]] ChangeSums change_sums(const measures::SitedMeasure& sited);

[[nodiscard]] std::string lux_text(double lux);  ///< "7,3 lx", "24 lx"

}  // namespace lykta::outputs
