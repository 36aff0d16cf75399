// Buckets of boundary edges.
#include "statistics/window_edges.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/window_rows.hpp"

namespace lykta::statistics {

namespace {

constexpr double most_buckets_per_side = 512.0;

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

bool is_anticlockwise(const Ring& ring) {
    double twice = 0.0;
    const Point origin = ring.front();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i], b = ring[(i + 1) % ring.size()];
        twice += cross({a.x - origin.x, a.y - origin.y}, {b.x - origin.x, b.y - origin.y});
    }
    return twice > 0.0;
}

}  // namespace

WindowEdges::WindowEdges(const MultiPolygon& window, double reach) : m_box(box_of(window)), m_reach(reach) {
    for (const auto& polygon : window) {
        add_ring(polygon.outer, false);
        for (const auto& hole : polygon.holes) add_ring(hole, true);
    }
    if (m_edges.empty()) return;
    m_side = std::max(reach, std::max(m_box.width(), m_box.height()) / most_buckets_per_side);
    m_columns = static_cast<int>(m_box.width() / m_side) + 1;
    m_rows = static_cast<int>(m_box.height() / m_side) + 1;
    fill_buckets();
    mark_inside(window);
}

void WindowEdges::add_ring(const Ring& ring, bool hole) {
    if (ring.size() < 3) return;
    const bool forward = is_anticlockwise(ring) != hole;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        Point a = ring[i], b = ring[(i + 1) % ring.size()];
        if (!forward) std::swap(a, b);
        const double long_m = distance(a, b);
        if (long_m > 0.0) m_edges.push_back({a, b, {(b.x - a.x) / long_m, (b.y - a.y) / long_m}, long_m});
    }
}

int WindowEdges::column_of(double x) const {
    return static_cast<int>(std::clamp(std::floor((x - m_box.min_x) / m_side), 0.0, double(m_columns - 1)));
}

int WindowEdges::row_of(double y) const {
    return static_cast<int>(std::clamp(std::floor((y - m_box.min_y) / m_side), 0.0, double(m_rows - 1)));
}

std::pair<int, int> WindowEdges::columns_met(const WindowEdge& edge, int row) const {
    // A little more than the row, so that rounding never loses a bucket.
    const double grace = 1e-6 * m_side;
    const double low = m_box.min_y + row * m_side - grace, high = low + m_side + 2.0 * grace;
    double t0 = 0.0, t1 = edge.length;
    if (edge.direction.y != 0.0) {
        const double a = (low - edge.start.y) / edge.direction.y, b = (high - edge.start.y) / edge.direction.y;
        t0 = std::max(t0, std::min(a, b));
        t1 = std::min(t1, std::max(a, b));
    }
    const double x0 = edge.start.x + t0 * edge.direction.x, x1 = edge.start.x + t1 * edge.direction.x;
    return {column_of(std::min(x0, x1) - grace), column_of(std::max(x0, x1) + grace)};
}

void WindowEdges::fill_buckets() {
    m_in_bucket.resize(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
    m_in_row.resize(static_cast<std::size_t>(m_rows));
    const double grace = 1e-6 * m_side;
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        const double y0 = m_edges[i].start.y, y1 = m_edges[i].end.y;
        const int last = row_of(std::max(y0, y1) + grace);
        for (int row = row_of(std::min(y0, y1) - grace); row <= last; ++row) {
            m_in_row[static_cast<std::size_t>(row)].push_back(i);
            const auto [first_column, last_column] = columns_met(m_edges[i], row);
            for (int column = first_column; column <= last_column; ++column) {
                m_in_bucket[bucket(column, row)].push_back(i);
            }
        }
    }
}

void WindowEdges::mark_inside(const MultiPolygon& window) {
    const WindowRows rows({{m_box.min_x, m_box.min_y}, {m_side}, m_columns, m_rows}, window);
    for (int row = 0; row < m_rows; ++row) {
        const auto mask = rows.mask(row);
        m_inside.insert(m_inside.end(), mask.begin(), mask.end());
    }
}

bool WindowEdges::contains(Point p) const {
    if (m_edges.empty() || !m_box.contains(p)) return false;
    const int row = row_of(p.y);
    const std::size_t mine = bucket(column_of(p.x), row);
    if (m_in_bucket[mine].empty()) return m_inside[mine] != 0;
    bool inside = false;
    for (const auto i : m_in_row[static_cast<std::size_t>(row)]) {
        const WindowEdge& e = m_edges[i];
        const Point a = e.start, b = e.end;
        if ((a.y > p.y) == (b.y > p.y)) continue;
        const double side = cross({b.x - a.x, b.y - a.y}, {p.x - a.x, p.y - a.y});
        if ((side > 0.0) == (b.y > a.y)) inside = !inside;
    }
    return inside;
}

void WindowEdges::near(Point p, std::vector<std::uint32_t>& found) const {
    found.clear();
    if (m_edges.empty() || !m_box.expanded(m_reach).contains(p)) return;
    const int last_row = row_of(p.y + m_reach), last_column = column_of(p.x + m_reach);
    for (int row = row_of(p.y - m_reach); row <= last_row; ++row) {
        for (int column = column_of(p.x - m_reach); column <= last_column; ++column) {
            const auto& edges = m_in_bucket[bucket(column, row)];
            found.insert(found.end(), edges.begin(), edges.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace lykta::statistics
