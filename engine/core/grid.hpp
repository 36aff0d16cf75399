// A lattice of square cells over the project's plane.
#pragma once
#include <cassert>
#include <cstddef>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"

namespace lykta {

/// Where a lattice lies: lower-left corner (metres), cell size, columns, rows.
struct GridFrame {
    Point origin;  ///< lower-left (south-west) corner of cell (0, 0)
    Meters cell_size{50.0};
    int columns = 0, rows = 0;

    [[nodiscard]] std::size_t size() const {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] Point centre(int column, int row) const {
        return {origin.x + (column + 0.5) * cell_size.value, origin.y + (row + 0.5) * cell_size.value};
    }
    /// Index of the cell holding p, or -1 outside. Cells are closed at their lower-left edges.
    [[nodiscard]] std::ptrdiff_t index_at(Point p) const {
        const double fx = (p.x - origin.x) / cell_size.value, fy = (p.y - origin.y) / cell_size.value;
        if (!(fx >= 0 && fy >= 0 && fx < columns && fy < rows)) return -1;
        return static_cast<std::ptrdiff_t>(fy) * columns + static_cast<std::ptrdiff_t>(fx);
    }
    [[nodiscard]] double cell_area_m2() const { return cell_size.value * cell_size.value; }
    [[nodiscard]] double cell_area_ha() const { return cell_area_m2() / square_metres_per_hectare; }
};

/// The smallest frame of whole cells that holds the box, its origin a multiple of the cell size, so that two runs
/// over the same city share their lattice.
[[nodiscard]] GridFrame frame_over(const Box& box, Meters cell_size);

/// Values on a lattice, row 0 southmost, row-major. NaN = no data (floating types).
template <class T>
struct Grid {
    GridFrame frame;
    std::vector<T> values;

    Grid() = default;
    explicit Grid(const GridFrame& f, T fill = T{}) : frame(f), values(f.size(), fill) {}
    [[nodiscard]] T& at(int column, int row) { return values[index(column, row)]; }
    [[nodiscard]] const T& at(int column, int row) const { return values[index(column, row)]; }
    [[nodiscard]] std::size_t index(int column, int row) const {
        assert(column >= 0 && column < frame.columns && row >= 0 && row < frame.rows);
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.columns) +
               static_cast<std::size_t>(column);
    }
};

}  // namespace lykta
