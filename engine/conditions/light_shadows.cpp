#include "conditions/light_shadows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lykta::conditions {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double margin_m = 1.0;  ///< far above rounding: an edge left out for its place cannot touch a wanted cell
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

int cell_count(double value, int low, int high) {
    return static_cast<int>(std::clamp(value, static_cast<double>(low), static_cast<double>(high)));
}

/// First whole number not below a value, between two limits: std::ceil and clamp, many times a shadow.
int first_from(double value, int low, int high) {
    if (!(value > low)) return low;
    if (value >= high) return high;
    const int below = static_cast<int>(value);
    return value > below ? below + 1 : below;
}

/// Shadow of a box (from the lamp) whose points are carried to nearest … farthest times their way.
Box shadow_of(const Box& box, double nearest, double farthest) {
    const auto low = [&](double v) { return std::min(v * nearest, v * farthest); };
    const auto high = [&](double v) { return std::max(v * nearest, v * farthest); };
    return {low(box.min_x), low(box.min_y), high(box.max_x), high(box.max_y)};
}

}  // namespace

CellRange cells_within(const GridFrame& frame, const Box& box) {
    const double cell = frame.cell_size.value;
    const Point zero = frame.centre(0, 0);
    return {cell_count(std::ceil((box.min_x - zero.x) / cell), 0, frame.columns),
            cell_count(std::floor((box.max_x - zero.x) / cell) + 1.0, 0, frame.columns),
            cell_count(std::ceil((box.min_y - zero.y) / cell), 0, frame.rows),
            cell_count(std::floor((box.max_y - zero.y) / cell) + 1.0, 0, frame.rows)};
}

CellRange common(const CellRange& a, const CellRange& b) {
    return {std::max(a.first_column, b.first_column), std::min(a.end_column, b.end_column),
            std::max(a.first_row, b.first_row), std::min(a.end_row, b.end_row)};
}

void LampShadows::cast(const Luminaire& lamp, double reach, std::span<const std::uint32_t> held,
                       const CellRange& cells) {
    m_lamp = lamp.position;
    m_height = lamp.height.value;
    m_reach = reach;
    m_held = held;
    const Box lit{m_lamp.x - reach, m_lamp.y - reach, m_lamp.x + reach, m_lamp.y + reach};
    m_cells = common(cells, cells_within(m_frame, lit));
    if (m_cells.empty()) return;
    const auto columns = static_cast<std::size_t>(m_cells.end_column - m_cells.first_column),
               rows = static_cast<std::size_t>(m_cells.end_row - m_cells.first_row);
    m_depth.resize(std::max(m_depth.size(), rows * columns));
    m_first.assign(rows, m_cells.end_column);
    m_end.assign(rows, m_cells.first_column);
    m_obstacle = none;
    m_zero_column = x_of(0) / m_frame.cell_size.value;
    // Only what stands between the lamp and the cells can shade them.
    Box between{m_frame.centre(m_cells.first_column, 0).x, m_frame.centre(0, m_cells.first_row).y,
                m_frame.centre(m_cells.end_column - 1, 0).x, m_frame.centre(0, m_cells.end_row - 1).y};
    between.grow(m_lamp);
    m_obstacles.near(between.expanded(margin_m), [&](const ObstacleEdge& edge) {
        if (edge.obstacle != m_obstacle) look_at(edge.obstacle);
        if (m_counts) draw(edge);
    });
}

void LampShadows::look_at(std::uint32_t obstacle) {
    m_obstacle = obstacle;
    const Obstacle& o = m_obstacles.all()[obstacle];
    m_counts = o.base_m < m_height && !m_obstacles.is_cleared(obstacle) &&
               std::find(m_held.begin(), m_held.end(), obstacle) == m_held.end();
    if (!m_counts) return;
    m_opaque = std::isinf(o.extinction_per_m);
    m_extinction = o.extinction_per_m;
    m_base_t = o.base_m / m_height;
    m_top_t = std::min(1.0, o.top_m / m_height);
    m_nearest_s = 1.0 / (1.0 - m_base_t);
    m_farthest_s = o.top_m < m_height ? m_height / (m_height - o.top_m) : infinite;
    const Box here{o.box.min_x - m_lamp.x, o.box.min_y - m_lamp.y, o.box.max_x - m_lamp.x, o.box.max_y - m_lamp.y};
    // Beyond `enough` times its way everything farther from the lamp than a metre is out of reach.
    const double enough = std::max(m_nearest_s, m_reach + 1.0);
    Box shadow = shadow_of(here, m_nearest_s, std::min(m_farthest_s, enough));
    if (m_farthest_s > enough) {
        // Nearer than a metre the shadow is the whole side of the lamp that the box lies on.
        shadow.min_x = here.min_x < 0.0 ? -m_reach : shadow.min_x;
        shadow.min_y = here.min_y < 0.0 ? -m_reach : shadow.min_y;
        shadow.max_x = here.max_x > 0.0 ? m_reach : shadow.max_x;
        shadow.max_y = here.max_y > 0.0 ? m_reach : shadow.max_y;
    }
    shadow = Box{shadow.min_x + m_lamp.x, shadow.min_y + m_lamp.y, shadow.max_x + m_lamp.x, shadow.max_y + m_lamp.y}
                 .expanded(margin_m);
    m_shadow = common(m_cells, cells_within(m_frame, shadow));
    m_counts = !m_shadow.empty();
}

void LampShadows::draw(const ObstacleEdge& edge) {
    const double ax = edge.a.x - m_lamp.x, ay = edge.a.y - m_lamp.y, bx = edge.b.x - m_lamp.x, by = edge.b.y - m_lamp.y;
    const double turn = ax * by - ay * bx;  // > 0: the lamp lies on the inner side, the way to it goes in here
    if (turn == 0.0 || (m_opaque && turn < 0.0)) return;
    const double cell = m_frame.cell_size.value, ex = bx - ax, ey = by - ay;
    // s = (e × p) / (e × a): how many times farther than the edge the cell lies. Where it is a given s, the column is
    // linear in y; for an edge along the rows it is the same all along the row.
    const Wedge w{.a_y = ay,
                  .b_y = by,
                  .a_columns = ax / ay / cell,
                  .b_columns = bx / by / cell,
                  .turn = turn,
                  .s_by_y = -ex / turn,
                  .s_by_x = ey / turn,
                  .along_columns = ex / ey / cell,
                  .nearest_column = m_nearest_s * turn / ey / cell,
                  .farthest_column = m_farthest_s * turn / ey / cell};
    const double low = std::min(ay, by), high = std::max(ay, by), zero = y_of(0);
    int first = m_shadow.first_row, end = m_shadow.end_row;
    if (low > 0.0) first = cell_count((low * m_nearest_s - zero) / cell - 1.0, first, end);
    if (high < 0.0) end = cell_count((high * m_nearest_s - zero) / cell + 2.0, first, end);
    for (int row = first; row < end; ++row) draw_row(row, w);
}

void LampShadows::draw_row(int row, const Wedge& w) {
    const double y = y_of(row);
    const bool north = y >= 0.0, a_is_left = (w.turn > 0.0) != north;
    const bool a_meets = north ? w.a_y > 0.0 : w.a_y < 0.0, b_meets = north ? w.b_y > 0.0 : w.b_y < 0.0;
    if (!a_meets && !b_meets) return;
    int first = m_shadow.first_column, end = m_shadow.end_column;
    const auto bound = [&](double column, bool is_left) {
        const int at = first_from(column - m_zero_column, first, end);
        (is_left ? first : end) = at;
    };
    // Rays through the corners: half-open, so that the neighbouring edge takes up where this one ends.
    if (a_meets) bound(w.a_columns * y, a_is_left);
    if (b_meets) bound(w.b_columns * y, !a_is_left);
    const double s0 = w.s_by_y * y;
    if (w.s_by_x != 0.0) {
        bound(w.nearest_column + w.along_columns * y, w.s_by_x > 0.0);
        if (m_opaque) bound(w.farthest_column + w.along_columns * y, w.s_by_x < 0.0);
    } else if (s0 < m_nearest_s || (m_opaque && s0 >= m_farthest_s)) {
        return;
    }
    if (first >= end) return;
    if (m_opaque) {
        double* depth = touch(row, first, end);
        std::fill(depth, depth + (end - first), infinite);
    } else {
        add_depth(row, first, end, {s0, w.s_by_x, w.turn > 0.0 ? -m_extinction : m_extinction});
    }
}

void LampShadows::add_depth(int row, int first, int end, const Crossed& at) {
    double* depth = touch(row, first, end);
    const double x0 = m_frame.origin.x, cell = m_frame.cell_size.value, lamp_x = m_lamp.x;
    const double base = m_base_t, top = m_top_t;
    const int count = end - first;
    for (int k = 0; k < count; ++k) {
        const double s = at.s0 + at.s_by_x * (x0 + (first + k + 0.5) * cell - lamp_x);
        depth[k] += at.extinction * std::max(0.0, std::min(1.0 - 1.0 / s, top) - base);
    }
}

double* LampShadows::touch(int row, int first, int end) {
    const auto r = static_cast<std::size_t>(row - m_cells.first_row),
               columns = static_cast<std::size_t>(m_cells.end_column - m_cells.first_column);
    double* depths = m_depth.data() + r * columns;
    if (m_first[r] >= m_end[r]) std::fill(depths, depths + columns, 0.0);
    m_first[r] = std::min(m_first[r], first);
    m_end[r] = std::max(m_end[r], end);
    return depths + (first - m_cells.first_column);
}

LampShadows::Shaded LampShadows::row(int row) {
    const auto r = static_cast<std::size_t>(row - m_cells.first_row),
               columns = static_cast<std::size_t>(m_cells.end_column - m_cells.first_column);
    Shaded shaded{m_first[r], m_end[r], {}};
    if (shaded.first >= shaded.end) return shaded;
    double* share = m_depth.data() + r * columns + (shaded.first - m_cells.first_column);
    const double y = y_of(row), fixed = y * y + m_height * m_height;
    for (int column = shaded.first; column < shaded.end; ++column) {
        double& value = share[column - shaded.first];
        const double x = x_of(column);
        // What rounding left of a crown that is passed above or below is nothing.
        if (!(value > 1e-15))
            value = 1.0;
        else
            value = value == infinite ? 0.0 : std::exp(-value * std::sqrt(x * x + fixed));
    }
    shaded.share = {share, static_cast<std::size_t>(shaded.end - shaded.first)};
    return shaded;
}

}  // namespace lykta::conditions
