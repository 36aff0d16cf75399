// Which of very many points lie inside a polygon: the exact test, asked only near the boundary.
#pragma once
#include <vector>

#include "core/geometry.hpp"

namespace lykta {

/// Answers contains(shape, p) for many points. A lattice over the shape knows its cells that no boundary touches and
/// asks the exact test once for each of them; only points in boundary cells pay for the whole polygon. \correctness
/// twin: contains() on random points and polygons with holes
class ManyInside {
public:
    explicit ManyInside(const MultiPolygon& shape);
    [[nodiscard]] bool contains(Point p) const;

private:
    enum class Cell : unsigned char { outside, inside, boundary };
    [[nodiscard]] int column_of(double x) const;
    [[nodiscard]] int row_of(double y) const;
    void mark_boundary(const Ring& ring);
    void classify_row(int row);
    const MultiPolygon& m_shape;
    Box m_box;
    double m_width = 1, m_height = 1;
    std::vector<Cell> m_cell;
};

}  // namespace lykta
