// Corners of a raster's cells in the project CRS.
#include "layers/cell_corners.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::layers {

namespace {

constexpr double knot_distance_m = 100.0;

/// Longest side of the middle cell, m.
double cell_side(const sources::RasterFrame& frame, const Crs& from, const Crs& to) {
    const Projector project(from, to);
    const double column = frame.columns / 2.0, row = frame.rows / 2.0;
    const Point corner = project(frame.corner(column, row));
    return std::max(distance(corner, project(frame.corner(column + 1, row))),
                    distance(corner, project(frame.corner(column, row + 1))));
}

}  // namespace

CellCorners::CellCorners(const sources::RasterFrame& frame, const Crs& from, const Crs& to) : m_frame(frame) {
    if (from.same_as(to)) return;
    const double side = cell_side(frame, from, to);
    m_step = static_cast<int>(std::clamp(knot_distance_m / side, 1.0, 1024.0));
    m_knot_columns = frame.columns / m_step + 2;
    const int knot_rows = frame.rows / m_step + 2;
    m_knots.reserve(static_cast<std::size_t>(m_knot_columns) * static_cast<std::size_t>(knot_rows));
    for (int r = 0; r < knot_rows; ++r) {
        for (int c = 0; c < m_knot_columns; ++c) m_knots.push_back(frame.corner(c * m_step, r * m_step));
    }
    project_all(m_knots, from, to);
}

Point CellCorners::at(int column, int row) const {
    if (m_step == 0) return m_frame.corner(column, row);
    const int c = column / m_step, r = row / m_step;
    const double u = static_cast<double>(column % m_step) / m_step, v = static_cast<double>(row % m_step) / m_step;
    const std::size_t i =
        static_cast<std::size_t>(r) * static_cast<std::size_t>(m_knot_columns) + static_cast<std::size_t>(c);
    const auto below = i + static_cast<std::size_t>(m_knot_columns);
    const auto mix = [u, v](double a, double b, double d, double e) {
        return (a * (1.0 - u) + b * u) * (1.0 - v) + (d * (1.0 - u) + e * u) * v;
    };
    return {mix(m_knots[i].x, m_knots[i + 1].x, m_knots[below].x, m_knots[below + 1].x),
            mix(m_knots[i].y, m_knots[i + 1].y, m_knots[below].y, m_knots[below + 1].y)};
}

}  // namespace lykta::layers
