// Corners of a raster's cells in the project CRS: millions of them, so few are projected and the rest lie between.
#pragma once
#include <vector>

#include "core/crs.hpp"
#include "sources/raster.hpp"

namespace lykta::layers {

/// Knots at most 100 m apart are projected, corners between them are bilinear: a curve of the earth's radius leaves its
/// chord by 100²/(8 · 6,371,000) m = 0.2 mm there. In the raster's own CRS every corner is exact.
/// \correctness twin: every corner projected by itself
class CellCorners {
public:
    CellCorners(const sources::RasterFrame& frame, const Crs& from, const Crs& to);
    [[nodiscard]] Point at(int column, int row) const;  ///< 0 ≤ column ≤ columns, 0 ≤ row ≤ rows

private:
    sources::RasterFrame m_frame;
    int m_step = 0, m_knot_columns = 0;  ///< step 0: no projection
    std::vector<Point> m_knots;
};

}  // namespace lykta::layers
