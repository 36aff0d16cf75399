// Counting sort of points into buckets.
#include "statistics/point_buckets.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::statistics {

namespace {
constexpr double most_buckets = 4'000'000.0;

int clamped(double position, int count) {
    return static_cast<int>(std::clamp(std::floor(position), 0.0, static_cast<double>(count - 1)));
}
}  // namespace

PointBuckets::PointBuckets(std::span<const Point> points, double side) : m_side(side) {
    if (points.empty()) return;
    const Box box = box_of(points);
    m_origin = {box.min_x, box.min_y};
    const double needed = (box.width() / side + 1.0) * (box.height() / side + 1.0);
    if (needed > most_buckets) {
        m_side = std::max({side * std::sqrt(needed / most_buckets), box.width() / most_buckets * 2.0,
                           box.height() / most_buckets * 2.0});
    }
    m_columns = static_cast<int>(box.width() / m_side) + 1;
    m_rows = static_cast<int>(box.height() / m_side) + 1;
    std::vector<std::uint32_t> bucket(points.size());
    m_start.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        bucket[i] = static_cast<std::uint32_t>(row_of(points[i].y)) * static_cast<std::uint32_t>(m_columns) +
                    static_cast<std::uint32_t>(column_of(points[i].x));
        ++m_start[bucket[i] + 1];
    }
    for (std::size_t b = 1; b < m_start.size(); ++b) m_start[b] += m_start[b - 1];
    m_order.resize(points.size());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (std::size_t i = 0; i < points.size(); ++i) m_order[next[bucket[i]]++] = static_cast<std::uint32_t>(i);
}

int PointBuckets::column_of(double x) const {
    return clamped((x - m_origin.x) / m_side, m_columns);
}
int PointBuckets::row_of(double y) const {
    return clamped((y - m_origin.y) / m_side, m_rows);
}

std::span<const std::uint32_t> PointBuckets::in_row(int row, int first_column, int last_column) const {
    const std::size_t first = start(row, first_column);
    const std::size_t end = m_start[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
                                    static_cast<std::size_t>(last_column) + 1];
    return std::span(m_order).subspan(first, end - first);
}

}  // namespace lykta::statistics
