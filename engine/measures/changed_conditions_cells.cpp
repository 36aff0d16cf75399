#include "measures/changed_conditions_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace lykta::measures {

namespace {
constexpr double finest_side = 25.0;  ///< m
constexpr double most_cells_a_side = 1000.0;
}  // namespace

bool boxes_meet(const Box& a, const Box& b) {
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

double away_from(const Box& box, Point p) {
    const double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x}),
                 dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
    return std::hypot(dx, dy);
}

NearCells::NearCells(std::span<const Box> boxes) {
    for (const Box& box : boxes) {
        if (box.empty()) continue;
        m_extent.grow({box.min_x, box.min_y});
        m_extent.grow({box.max_x, box.max_y});
    }
    if (m_extent.empty()) return;
    m_side = std::max({finest_side, m_extent.width() / most_cells_a_side, m_extent.height() / most_cells_a_side});
    m_columns = static_cast<int>(m_extent.width() / m_side) + 1;
    m_rows = static_cast<int>(m_extent.height() / m_side) + 1;
    m_marked.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0);
    for (const Box& box : boxes) {
        if (box.empty()) continue;
        const Range range = range_of(box);
        for (int row = range.first_row; row <= range.last_row; ++row) {
            const auto start = m_marked.begin() + static_cast<std::ptrdiff_t>(row) * m_columns;
            std::fill(start + range.first_column, start + range.last_column + 1, char{1});
        }
    }
}

NearCells::Range NearCells::range_of(const Box& box) const {
    const auto cell = [&](double from, double start, int count) {
        return static_cast<int>(std::clamp((from - start) / m_side, 0.0, count - 1.0));
    };
    return {cell(box.min_x, m_extent.min_x, m_columns), cell(box.max_x, m_extent.min_x, m_columns),
            cell(box.min_y, m_extent.min_y, m_rows), cell(box.max_y, m_extent.min_y, m_rows)};
}

bool NearCells::holds(Point p) const {
    return meets(box_of(std::array{p}));
}

bool NearCells::meets(const Box& box) const {
    if (m_marked.empty() || box.empty() || box.min_x > m_extent.max_x || box.max_x < m_extent.min_x ||
        box.min_y > m_extent.max_y || box.max_y < m_extent.min_y)
        return false;
    const Range range = range_of(box);
    for (int row = range.first_row; row <= range.last_row; ++row) {
        const auto start = m_marked.begin() + static_cast<std::ptrdiff_t>(row) * m_columns;
        if (std::find(start + range.first_column, start + range.last_column + 1, char{1}) !=
            start + range.last_column + 1)
            return true;
    }
    return false;
}

}  // namespace lykta::measures
