// Measures as layers of lykta.gpkg: what is proposed, the lamps, clearings, cameras and building work it is made of,
// and the portfolio. Nothing is added where no measures were asked for.
#pragma once
#include <vector>

#include "outputs/geopackage.hpp"
#include "outputs/stage_style.hpp"

namespace lykta::outputs {

/// measures, measure_lamps, measure_clearings, measure_cameras, measure_work, measure_changes, portfolio.
void add_measure_layers(GeoPackage& package, const RunResult& result);
[[nodiscard]] std::vector<LayerStyle> measure_styles();

/// What a measure looks like as an area: its shapes themselves, lines and points with a rim of 3 m; the place's outline
/// where it acts on the whole place.
[[nodiscard]] MultiPolygon outline_of(const RunResult& result, const measures::SitedMeasure& sited);

// The pieces, each a file of its own:
void add_portfolio_layers(GeoPackage& package, const RunResult& result);  ///< measure_changes, portfolio
/// A stretch before and after, from lux_average_before to under_25_after_m: the same columns for plan and scenario.
[[nodiscard]] std::vector<Field> change_fields();
[[nodiscard]] std::vector<Cell> change_cells(const measures::StretchChange& change);
/// Money and effect: the same columns for a measure and for an option of several; hidden figures are NULL.
[[nodiscard]] std::vector<Field> figure_fields();
[[nodiscard]] std::vector<Cell> figure_cells(const RunResult& result, const measures::SitedMeasure& sited);
[[nodiscard]] std::vector<Cell> figure_cells(const RunResult& result, const measures::Option& option);

}  // namespace lykta::outputs
