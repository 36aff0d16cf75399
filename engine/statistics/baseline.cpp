// Hit rate, PAI and PEI of a surface against later events.
#include "statistics/baseline.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace lykta::statistics {

namespace {

struct Cell {
    double value = 0.0, later = 0.0, area_ha = 0.0;
};

std::vector<Cell> cells_inside(const Grid<double>& surface, const Grid<double>& window_share,
                               const Grid<double>& later_counts) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < surface.values.size(); ++i) {
        const double area = window_share.values[i] * surface.frame.cell_area_ha();
        if (!(area > 0.0)) continue;
        // A cell without a value is one the map says nothing about: it is chosen last.
        const double value = std::isnan(surface.values[i]) ? -HUGE_VAL : surface.values[i];
        cells.push_back({value, later_counts.values[i], area});
    }
    return cells;
}

struct Taken {
    double hits = 0.0, area_ha = 0.0;
};

/// Takes cells in order until the area is filled; the last one in part, its hits in proportion.
Taken take(const std::vector<Cell>& cells, double area_ha) {
    Taken taken;
    for (const Cell& cell : cells) {
        const double room = area_ha - taken.area_ha;
        if (!(room > 0.0)) break;
        const double share = std::min(1.0, room / cell.area_ha);
        taken.hits += share * cell.later;
        taken.area_ha += share * cell.area_ha;
    }
    return taken;
}

}  // namespace

Prediction score_surface(const Grid<double>& surface, const Grid<double>& window_share,
                         const Grid<double>& later_counts, Hectares area) {
    assert(surface.values.size() == window_share.values.size() && surface.values.size() == later_counts.values.size());
    auto cells = cells_inside(surface, window_share, later_counts);
    Prediction result;
    for (const Cell& cell : cells) {
        result.events += cell.later;
        result.whole_area_ha += cell.area_ha;
    }
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
        return a.value != b.value ? a.value > b.value : a.later * b.area_ha < b.later * a.area_ha;
    });
    const Taken chosen = take(cells, area.value);
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Cell& a, const Cell& b) { return a.later * b.area_ha > b.later * a.area_ha; });
    const Taken best = take(cells, area.value);
    result.hits = chosen.hits;
    result.area_ha = chosen.area_ha;
    if (!(result.events > 0.0) || !(result.area_ha > 0.0)) return result;
    const double area_share = result.area_ha / result.whole_area_ha;
    const Interval hit_rate = wilson_interval(result.hits, result.events);
    result.hit_rate = result.hits / result.events;
    result.pai = result.hit_rate / area_share;
    result.pei = best.hits > 0.0 ? chosen.hits / best.hits : 0.0;
    result.pai_interval = {hit_rate.low / area_share, hit_rate.high / area_share};
    return result;
}

}  // namespace lykta::statistics
