// Which cells of a grid lie inside a building: outlines drawn row by row.
#include <algorithm>
#include <cmath>

#include "conditions/light_field.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

/// How many outlines are entered less how many left at each column of some rows, walking east.
class Walls {
public:
    Walls(const GridFrame& frame, int first_row, int end_row)
        : m_frame(frame),
          m_first(first_row),
          m_end(end_row),
          m_stride(static_cast<std::size_t>(frame.columns) + 1),
          m_change(m_stride * static_cast<std::size_t>(end_row - first_row), 0) {}

    /// Half-open at the edge's lower end. The obstacle lies on the left of its edges: of one that runs south, east of
    /// it.
    void draw(const ObstacleEdge& e) {
        const double cell = m_frame.cell_size.value;
        const Point zero = m_frame.centre(0, 0);
        const auto row_at = [&](double y) {
            return static_cast<int>(std::clamp((y - zero.y) / cell, m_first + 0.0, m_end + 0.0));
        };
        const int end = std::min(m_end, row_at(std::max(e.a.y, e.b.y)) + 2);
        for (int row = std::max(m_first, row_at(std::min(e.a.y, e.b.y)) - 1); row < end; ++row) {
            const double y = m_frame.centre(0, row).y;
            if ((e.a.y <= y) == (e.b.y <= y)) continue;
            const double x = e.a.x + (e.b.x - e.a.x) * (y - e.a.y) / (e.b.y - e.a.y);
            const double column = std::clamp(std::ceil((x - zero.x) / cell), 0.0, m_frame.columns + 0.0);
            m_change[at(row) + static_cast<std::size_t>(column)] += e.b.y < e.a.y ? 1 : -1;
        }
    }
    void fill(int row, char* indoors) const {
        int inside = 0;
        for (std::size_t c = 0; c + 1 < m_stride; ++c) {
            inside += m_change[at(row) + c];
            indoors[c] = inside > 0 ? 1 : 0;
        }
    }

private:
    [[nodiscard]] std::size_t at(int row) const { return m_stride * static_cast<std::size_t>(row - m_first); }
    const GridFrame& m_frame;
    int m_first, m_end;
    std::size_t m_stride;
    std::vector<std::int32_t> m_change;
};

}  // namespace

std::vector<char> cells_indoors(const GridFrame& frame, const Obstacles& obstacles) {
    const auto& all = obstacles.all();
    if (all.empty() || all.front().kind != ObstacleKind::building) return {};
    std::vector<char> indoors(frame.size(), 0);
    parallel_blocks(static_cast<std::size_t>(frame.rows), 64, [&](std::size_t block_first, std::size_t block_end) {
        const int first = static_cast<int>(block_first), end = static_cast<int>(block_end);
        Walls walls(frame, first, end);
        // Everything west of the rows as well: there their first outlines are entered.
        const Box west{-1e300, frame.centre(0, first).y, frame.centre(frame.columns, 0).x, frame.centre(0, end - 1).y};
        obstacles.near(west.expanded(1.0), [&](const ObstacleEdge& e) {
            if (all[e.obstacle].kind == ObstacleKind::building) walls.draw(e);
        });
        for (int row = first; row < end; ++row)
            walls.fill(row, indoors.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.columns));
    });
    return indoors;
}

}  // namespace lykta::conditions
