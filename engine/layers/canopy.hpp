// Vegetation as a raster: heights above ground, or a surface and the ground under it.
#pragma once
#include <span>
#include <vector>

#include "layers/reading.hpp"

namespace lykta::layers {

/// Runs of neighbouring cells in a row whose heights lie in the same whole metre become one rectangular plant: height
/// the mean of its cells, from the ground up, all crown. Cells lower than 0.8 m (EN 13201 and concealment alike count
/// from there) are ground. Corners are projected, not warped (cell_corners.hpp), so any CRS PROJ knows will do.
///
/// Rows are cells: every cell with a height is read and used; one with an impossible height is set aside; cells without
/// data are no rows, they are counted in the issue no_data. More than one impossible height in a thousand refuses the
/// file: another unit, or a surface without its ground.
/// \throws Error{cannot_read} as sources::Raster; Error{bad_input} no CRS, impossible heights
[[nodiscard]] VegetationLayer canopy_from(Reading& reading);

/// Cells of one row that make a plant.
struct CanopyRun {
    int row = 0, from = 0, to = 0;  ///< columns from … to - 1
    double height_m = 0.0;          ///< mean
};
/// Runs of one row of heights, west to east. NaN and heights below 0.8 m part them.
void add_runs(std::span<const double> heights, int row, std::vector<CanopyRun>& runs);

}  // namespace lykta::layers
