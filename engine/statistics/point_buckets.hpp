// Points sorted into square buckets: all points near a place are in a few of them, in an order that never changes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::statistics {

/// Buckets row by row; within a bucket points keep the order they came in. At most about four million buckets: where
/// `side` would make more, it is enlarged.
class PointBuckets {
public:
    PointBuckets(std::span<const Point> points, double side);

    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int column_of(double x) const;  ///< clamped to the buckets there are
    [[nodiscard]] int row_of(double y) const;
    /// Indices of the points in columns first … last of a row, both included.
    [[nodiscard]] std::span<const std::uint32_t> in_row(int row, int first_column, int last_column) const;

    [[nodiscard]] const std::vector<std::uint32_t>& order() const { return m_order; }
    /// Positions in order() that rows first … last fill, both included.
    [[nodiscard]] std::pair<std::size_t, std::size_t> positions_of_rows(int first, int last) const {
        return {start(first, 0), m_start[(static_cast<std::size_t>(last) + 1) * static_cast<std::size_t>(m_columns)]};
    }

    /// Calls visit(index) for every point whose bucket meets the square of half side `reach` around p.
    template <class Visit>
    void near(Point p, double reach, const Visit& visit) const {
        if (m_order.empty()) return;
        const int last_row = row_of(p.y + reach), first = column_of(p.x - reach), last = column_of(p.x + reach);
        for (int row = row_of(p.y - reach); row <= last_row; ++row) {
            for (const std::uint32_t i : in_row(row, first, last)) visit(i);
        }
    }

private:
    [[nodiscard]] std::size_t start(int row, int column) const {
        return m_start[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                       static_cast<std::size_t>(column)];
    }
    Point m_origin;
    double m_side = 1.0;
    int m_columns = 0, m_rows = 0;
    std::vector<std::uint32_t> m_start;  ///< per bucket, one more at the end
    std::vector<std::uint32_t> m_order;
};

}  // namespace lykta::statistics
