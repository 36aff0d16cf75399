#include "core/many_inside.hpp"

#include <algorithm>
#include <cmath>

namespace lykta {

namespace {
constexpr int cells_a_side = 256;
}

ManyInside::ManyInside(const MultiPolygon& shape)
    : m_shape(shape), m_box(box_of(shape)), m_cell(std::size_t{cells_a_side} * cells_a_side, Cell::outside) {
    if (m_box.empty()) return;
    m_width = std::max(m_box.width() / cells_a_side, 1e-9);
    m_height = std::max(m_box.height() / cells_a_side, 1e-9);
    for (const auto& polygon : shape) {
        mark_boundary(polygon.outer);
        for (const auto& hole : polygon.holes) mark_boundary(hole);
    }
    for (int row = 0; row < cells_a_side; ++row) classify_row(row);
}

/// Between two neighbours that no boundary touches nothing changes, so only the first cell after a boundary is asked.
void ManyInside::classify_row(int row) {
    auto before = Cell::boundary;
    for (int column = 0; column < cells_a_side; ++column) {
        auto& cell = m_cell[static_cast<std::size_t>(row * cells_a_side + column)];
        if (cell != Cell::boundary && before != Cell::boundary) cell = before;
        if (cell != Cell::boundary && before == Cell::boundary) {
            const Point centre{m_box.min_x + (column + 0.5) * m_width, m_box.min_y + (row + 0.5) * m_height};
            if (lykta::contains(m_shape, centre)) cell = Cell::inside;
        }
        before = cell;
    }
}

int ManyInside::column_of(double x) const {
    return std::clamp(static_cast<int>((x - m_box.min_x) / m_width), 0, cells_a_side - 1);
}

int ManyInside::row_of(double y) const {
    return std::clamp(static_cast<int>((y - m_box.min_y) / m_height), 0, cells_a_side - 1);
}

/// Marks the cells round each edge, piece by piece no longer than a cell, with one cell of grace for rounding.
void ManyInside::mark_boundary(const Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1], b = ring[i];
        const int pieces =
            1 + static_cast<int>(std::max(std::abs(b.x - a.x) / m_width, std::abs(b.y - a.y) / m_height));
        for (int k = 0; k <= pieces; ++k) {
            const double t = static_cast<double>(k) / pieces;
            const int column = column_of(a.x + t * (b.x - a.x)), row = row_of(a.y + t * (b.y - a.y));
            for (int r = std::max(0, row - 1); r <= std::min(cells_a_side - 1, row + 1); ++r)
                for (int c = std::max(0, column - 1); c <= std::min(cells_a_side - 1, column + 1); ++c)
                    m_cell[static_cast<std::size_t>(r * cells_a_side + c)] = Cell::boundary;
        }
    }
}

bool ManyInside::contains(Point p) const {
    if (!m_box.contains(p)) return false;
    const auto cell = m_cell[static_cast<std::size_t>(row_of(p.y) * cells_a_side + column_of(p.x))];
    return cell == Cell::boundary ? lykta::contains(m_shape, p) : cell == Cell::inside;
}

}  // namespace lykta
