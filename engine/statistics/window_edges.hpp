// The boundary of a window, sorted so that the edges near a place are found at once, however many there are.
#pragma once
#include <cstdint>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::statistics {

/// One straight stretch of boundary with the window on its left.
struct WindowEdge {
    Point start, end, direction;  ///< direction: unit vector
    double length = 0.0;
};

/// Edges in square buckets at least `reach` wide. A bucket without edges is wholly inside or wholly outside.
/// \correctness  twin: contains() of core/geometry
class WindowEdges {
public:
    WindowEdges(const MultiPolygon& window, double reach);

    [[nodiscard]] const std::vector<WindowEdge>& all() const { return m_edges; }
    [[nodiscard]] bool contains(Point p) const;
    /// Indices of the edges whose bucket meets the square of half side `reach` around p, ascending, each once.
    void near(Point p, std::vector<std::uint32_t>& found) const;

private:
    void add_ring(const Ring& ring, bool hole);
    void fill_buckets();
    void mark_inside(const MultiPolygon& window);
    [[nodiscard]] int column_of(double x) const;
    [[nodiscard]] int row_of(double y) const;
    [[nodiscard]] std::size_t bucket(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }
    /// First and last column an edge meets within a row of buckets.
    [[nodiscard]] std::pair<int, int> columns_met(const WindowEdge& edge, int row) const;

    std::vector<WindowEdge> m_edges;
    Box m_box;
    double m_reach = 1.0, m_side = 1.0;
    int m_columns = 0, m_rows = 0;
    std::vector<std::vector<std::uint32_t>> m_in_bucket, m_in_row;
    std::vector<unsigned char> m_inside;  ///< of buckets without edges
};

}  // namespace lykta::statistics
