// Which cell centres of a lattice lie inside a window, row by row: a scan-line fill instead of a test per cell.
#pragma once
#include <vector>

#include "core/geometry.hpp"
#include "core/grid.hpp"

namespace lykta::statistics {

/// Columns first … last - 1 of one row.
struct ColumnSpan {
    int first = 0, last = 0;
};

/// Spans of the cells whose centre is inside the window or on its boundary. Cost: edges + cells on the boundary.
/// \correctness  twin: contains() on every cell centre
class WindowRows {
public:
    WindowRows(const GridFrame& frame, const MultiPolygon& window);
    [[nodiscard]] const std::vector<ColumnSpan>& spans(int row) const { return m_spans[static_cast<std::size_t>(row)]; }
    /// 1 inside, 0 outside, one value per column.
    [[nodiscard]] std::vector<unsigned char> mask(int row) const;

private:
    void add_polygon(const GridFrame& frame, const Polygon& polygon);
    int m_columns = 0;
    std::vector<std::vector<ColumnSpan>> m_spans;
};

}  // namespace lykta::statistics
