// Points in buckets: which of many points lie in a box, in index order.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::places {

/// A static index over points; `in_box` gives the indices inside (edges included), ascending.
class PointIndex {
public:
    explicit PointIndex(std::span<const Point> points);
    [[nodiscard]] std::vector<std::uint32_t> in_box(const Box& box) const;

private:
    [[nodiscard]] int column_of(double x) const;
    [[nodiscard]] int row_of(double y) const;
    std::span<const Point> m_points;
    Box m_extent;
    double m_size = 1;
    int m_columns = 1, m_rows = 1;
    std::vector<std::uint32_t> m_start, m_item;  ///< bucket b holds m_item[m_start[b] … m_start[b + 1])
};

}  // namespace lykta::places
