// How well would this map have pointed at what came next? Hit rate, PAI and the plain count beside it.
#pragma once
#include <span>

#include "core/grid.hpp"
#include "core/units.hpp"
#include "statistics/empirical_bayes.hpp"

namespace lykta::statistics {

/// Of the events in the later period, how many fell in the chosen area?
struct Prediction {
    double hits = 0, events = 0, area_ha = 0, whole_area_ha = 0;
    double hit_rate = 0;    ///< hits ÷ events
    double pai = 0;         ///< hit rate ÷ area share (Chainey 2008)
    double pei = 0;         ///< PAI ÷ best PAI possible with this area
    Interval pai_interval;  ///< 95 %, Wilson interval of the hit rate ÷ area share
};
/// Takes the cells with the highest `surface` until `area_ha` is filled (ties broken against us: fewest later events
/// first), and scores them on later events.
[[nodiscard]] Prediction score_surface(const Grid<double>& surface, const Grid<double>& window_share,
                                       const Grid<double>& later_counts, Hectares area);

}  // namespace lykta::statistics
