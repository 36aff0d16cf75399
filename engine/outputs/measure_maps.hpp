// Maps of measures: the portfolio over the town, a place before and after, and what a camera would see. SVG, drawn with
// the same pieces as the report's other maps.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "outputs/measure_shown.hpp"
#include "outputs/run_result.hpp"

namespace lykta::outputs {

/// A map and the legend that belongs to it; HTML.
struct MapWithLegend {
    std::string svg, legend;
};
/// Every place of the portfolio with its rank and a symbol for each kind of measure; without a portfolio every place
/// with a sited measure.
[[nodiscard]] MapWithLegend portfolio_map(const RunResult& result);

/// What is drawn as done at a place: the portfolio's option; else the option that brings most metres, ties the first.
[[nodiscard]] std::vector<std::uint32_t> drawn_measures(const measures::MeasurePlan& plan, std::uint32_t place);

/// A place as it is and as it would be, one legend for both.
struct BeforeAfter {
    std::string before, after, legend;
};
[[nodiscard]] BeforeAfter before_after_maps(const RunResult& result, std::uint32_t place);

/// Cameras of a place with their views, masks and the incidents' outline.
[[nodiscard]] MapWithLegend camera_map(const RunResult& result, const CameraPlace& cameras);

}  // namespace lykta::outputs
