// Shadows that one lamp throws on the cells of a grid, drawn edge by edge instead of asked cell by cell.
//
// Seen from a lamp at q and height h, a piece of outline ab shades the ground points q + s·(e − q), e on ab: the way
// from such a point to the lamp crosses ab at the share t = 1 − 1/s of the way, at height t·h. Along a row of cells s
// is linear, so each edge costs a few operations per row and one division per cell.
//   Opaque (a building, standing on the ground): shaded where the way goes in through ab below its top, t·h < H.
//   Crown: with w(t) = clamp(t, base/h, top/h) − base/h the way inside it is the sum of w over the edges where the way
//   goes out less the sum where it goes in: every stretch inside is counted once, and what lies below or above not.
// Neighbouring edges share the ray through their corner bit for bit, so a cell belongs to exactly one of them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/obstacles.hpp"
#include "core/grid.hpp"

namespace lykta::conditions {

/// Cells of a grid from first to end (not included).
struct CellRange {
    int first_column = 0, end_column = 0, first_row = 0, end_row = 0;
    [[nodiscard]] bool empty() const { return first_column >= end_column || first_row >= end_row; }
};
/// Cells whose centre lies in a closed box.
[[nodiscard]] CellRange cells_within(const GridFrame& frame, const Box& box);
[[nodiscard]] CellRange common(const CellRange& a, const CellRange& b);

/// Reused from lamp to lamp; one per thread.
class LampShadows {
public:
    LampShadows(const GridFrame& frame, const Obstacles& obstacles) : m_frame(frame), m_obstacles(obstacles) {}

    /// Draws what `lamp` is kept from lighting within `cells` and its reach.
    /// \param held  obstacles that hold the lamp and do not count: Obstacles::holding
    /// \correctness  twin: Obstacles::transmittance at every cell centre, ties on a shadow's edge apart
    void cast(const Luminaire& lamp, double reach, std::span<const std::uint32_t> held, const CellRange& cells);

    /// The columns of a row that something shades, and per column what comes through (0…1).
    struct Shaded {
        int first = 0, end = 0;  ///< columns; first ≥ end: nothing does
        std::span<const double> share;
    };
    /// \pre row within the cells of the last cast. Asked once per row: the depths are turned into shares in place.
    [[nodiscard]] Shaded row(int row);

private:
    /// What lies behind one edge, between the rays through its corners; metres and columns from the lamp.
    struct Wedge {
        double a_y, b_y;                                        ///< of the corners
        double a_columns, b_columns;                            ///< columns per metre north along the rays through them
        double turn;                                            ///< a × b, m²
        double s_by_y, s_by_x;                                  ///< s per metre
        double along_columns, nearest_column, farthest_column;  ///< columns of the nearest and farthest s: …_column +
                                                                ///< along_columns · y
    };
    /// s along a row, and what the crossing of the edge takes: negative where the way goes in.
    struct Crossed {
        double s0, s_by_x, extinction;
    };
    void look_at(std::uint32_t obstacle);
    void draw(const ObstacleEdge& edge);
    void draw_row(int row, const Wedge& w);
    void add_depth(int row, int first, int end, const Crossed& at);
    [[nodiscard]] double* touch(int row, int first, int end);
    [[nodiscard]] double x_of(int column) const { return m_frame.centre(column, 0).x - m_lamp.x; }
    [[nodiscard]] double y_of(int row) const { return m_frame.centre(0, row).y - m_lamp.y; }

    const GridFrame& m_frame;
    const Obstacles& m_obstacles;
    Point m_lamp;
    double m_height = 0.0, m_reach = 0.0;
    double m_zero_column = 0.0;  ///< x of column 0 from the lamp, in columns
    std::span<const std::uint32_t> m_held;
    CellRange m_cells;
    std::vector<double> m_depth;      ///< row by row of m_cells: Σ extinction · share of the way, infinite: opaque
    std::vector<int> m_first, m_end;  ///< touched columns of each row
    // The obstacle that is being drawn.
    std::uint32_t m_obstacle = 0;
    bool m_counts = false, m_opaque = false;
    double m_extinction = 0.0, m_base_t = 0.0, m_top_t = 1.0;
    double m_nearest_s = 1.0, m_farthest_s = 1.0;  ///< where its shadow begins and ends, as multiples of the way
    CellRange m_shadow;                            ///< cells its shadow may reach
};

}  // namespace lykta::conditions
