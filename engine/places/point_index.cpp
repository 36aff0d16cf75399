#include "places/point_index.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::places {

PointIndex::PointIndex(std::span<const Point> points) : m_points(points), m_extent(box_of(points)) {
    if (points.empty()) m_extent = {0, 0, 1, 1};
    const double area = std::max(1.0, m_extent.width()) * std::max(1.0, m_extent.height());
    m_size = std::max(
        1.0, std::sqrt(area / (static_cast<double>(points.size()) / 4.0 + 1.0)));  // about four points a bucket
    m_columns = static_cast<int>(m_extent.width() / m_size) + 1;
    m_rows = static_cast<int>(m_extent.height() / m_size) + 1;
    m_start.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    const auto bucket = [&](Point p) {
        return static_cast<std::size_t>(row_of(p.y)) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column_of(p.x));
    };
    for (const auto& p : points) ++m_start[bucket(p) + 1];
    for (std::size_t b = 1; b < m_start.size(); ++b) m_start[b] += m_start[b - 1];
    m_item.resize(points.size());
    auto next = m_start;
    for (std::uint32_t i = 0; i < points.size(); ++i) m_item[next[bucket(points[i])]++] = i;
}

int PointIndex::column_of(double x) const {
    return std::clamp(static_cast<int>((x - m_extent.min_x) / m_size), 0, m_columns - 1);
}

int PointIndex::row_of(double y) const {
    return std::clamp(static_cast<int>((y - m_extent.min_y) / m_size), 0, m_rows - 1);
}

std::vector<std::uint32_t> PointIndex::in_box(const Box& box) const {
    std::vector<std::uint32_t> found;
    if (box.empty() || box.min_x > m_extent.max_x || box.max_x < m_extent.min_x || box.min_y > m_extent.max_y ||
        box.max_y < m_extent.min_y)
        return found;
    for (int row = row_of(box.min_y); row <= row_of(box.max_y); ++row)
        for (int column = column_of(box.min_x); column <= column_of(box.max_x); ++column) {
            const auto b =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
            for (auto i = m_start[b]; i < m_start[b + 1]; ++i)
                if (box.contains(m_points[m_item[i]])) found.push_back(m_item[i]);
        }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace lykta::places
