// The parts of a town that lie near something, as marked square cells: asked of every lamp and obstacle of the town, so
// it answers in a few nanoseconds. For changed_conditions.
#pragma once
#include <span>
#include <vector>

#include "core/geometry.hpp"

namespace lykta::measures {

[[nodiscard]] bool boxes_meet(const Box& a, const Box& b);
[[nodiscard]] double away_from(const Box& box, Point p);  ///< m, 0 inside

/// Cells that some box meets. Everything inside a box is near; a little outside may be.
class NearCells {
public:
    explicit NearCells(std::span<const Box> boxes);
    [[nodiscard]] bool holds(Point p) const;
    [[nodiscard]] bool meets(const Box& box) const;

private:
    struct Range {
        int first_column, last_column, first_row, last_row;
    };
    [[nodiscard]] Range range_of(const Box& box) const;
    Box m_extent;
    double m_side = 1.0;
    int m_columns = 0, m_rows = 0;
    std::vector<char> m_marked;
};

}  // namespace lykta::measures
