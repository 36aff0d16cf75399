// The grids of a run: counts, intensity, Gi*, light, and the back-test on the last third of the period.
#pragma once
#include <optional>
#include <span>

#include "layers/layers.hpp"
#include "outputs/run_result.hpp"
#include "statistics/local_gi.hpp"
#include "study/study.hpp"

namespace lykta::study {

struct Surfaces {
    Grid<double> counts, window_share;
    Grid<double> intensity;  ///< incidents per hectare and year
    statistics::GiStarGrid gi;
};
[[nodiscard]] Surfaces make_surfaces(const Study& study, const layers::CityLayers& city, const Period& period);

/// Smoothed intensity of some incidents of the run with its own bandwidth, events per m²; cells on the edge of the
/// window as in `Surfaces`. \param window_share  of the run: gives the cells
[[nodiscard]] Grid<double> smoothed(const Study& study, const layers::CityLayers& city,
                                    const Grid<double>& window_share, std::span<const Point> incidents);

/// Light on the ground over the window, in cells as asked for or as much coarser as keeps them under eight million; NaN
/// inside buildings.
[[nodiscard]] Grid<double> light_surface(const layers::CityLayers& city, const LightSettings& settings,
                                         const conditions::Obstacles& obstacles);

/// Map of the first two thirds of the period against what came in the last third, in the best 2 % of the window.
/// Empty when either part has fewer than 50 dated incidents.
[[nodiscard]] std::optional<outputs::BackTest> back_test(const Study& study, const layers::CityLayers& city,
                                                         const Surfaces& surfaces, const Period& period);

}  // namespace lykta::study
