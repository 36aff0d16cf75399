// What a part of the period shows: counts for each place, intensity, and two parts held against each other.
//
// At the public level parts are made of whole calendar quarters, and a place's figure is told only where every quarter
// of the part may be told (quarters.hpp says why). Maps of a part are drawn in steps, never as counts.
#pragma once
#include <optional>
#include <vector>

#include "viewer/project/project.hpp"

namespace lykta::viewer {

struct PlaceCount {
    double count = 0;               ///< recorded incidents in the part
    statistics::Interval interval;  ///< 95 % Poisson
    double per_year = 0;
    bool is_hidden = false;  ///< at the public level: nothing is told, and count is 0
};
/// One place in two parts of the period. Ratio of rates: after ÷ before, 95 % interval (conditional binomial, exact).
struct PlaceChange {
    PlaceCount before, after;
    std::optional<double> ratio;  ///< empty where nothing was recorded before
    statistics::Interval ratio_interval;
    bool is_told_apart = false;  ///< the interval leaves 1 out. No cause is claimed, and many places are compared
};
struct PeriodFigures {
    Period shown;
    double undated = 0;                 ///< incidents without a usable time: in no part, and said
    std::vector<PlaceCount> places;     ///< by place
    LayerPointer incidents, intensity;  ///< of the shown part
    std::optional<Period> compared;
    std::vector<PlaceChange> changes;        ///< by place: compared (before) → shown (after)
    LayerPointer change;                     ///< difference of intensities, incidents per hectare and year
    double city_before = 0, city_after = 0;  ///< recorded incidents in the window, compared and shown
    /// At the public level: the figure is not told and 0, because a quarter in it, or what is left of the whole, is
    /// small
    bool city_before_hidden = false, city_after_hidden = false, undated_hidden = false;
};
/// Intensity with the run's own bandwidth and cells. \throws Error{bad_option} a part outside the period, two parts
/// that share days, and at the public level a part that is not made of whole quarters \correctness  the whole period
/// gives the run's own counts and intensity; parts that share no day add up
[[nodiscard]] PeriodFigures period_figures(const Project& project, const Period& shown,
                                           const std::optional<Period>& compared, const study::Progress& progress);

}  // namespace lykta::viewer
