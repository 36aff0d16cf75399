// The scan-line fill behind WindowRows.
#include "statistics/window_rows.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::statistics {

namespace {

/// Where the boundary crosses each row of cell centres; a flat edge exactly on a row is kept as a stretch of its own.
struct Crossings {
    std::vector<std::vector<double>> x;
    std::vector<std::pair<int, std::pair<double, double>>> flat;
};

double row_y(const GridFrame& frame, int row) {
    return frame.centre(0, row).y;
}

/// First row whose centre is at or above y.
int first_row_from(const GridFrame& frame, double y) {
    const double cell = frame.cell_size.value;
    int row = static_cast<int>(std::clamp(std::ceil((y - frame.origin.y) / cell - 0.5), 0.0, double(frame.rows)));
    while (row > 0 && row_y(frame, row - 1) >= y) --row;
    while (row < frame.rows && row_y(frame, row) < y) ++row;
    return row;
}

void cross_edge(const GridFrame& frame, Point a, Point b, Crossings& out) {
    if (a.y > b.y) std::swap(a, b);
    const int first = first_row_from(frame, a.y);
    if (a.y == b.y) {
        if (first < frame.rows && row_y(frame, first) == a.y) out.flat.push_back({first, std::minmax(a.x, b.x)});
        return;
    }
    for (int row = first; row < frame.rows; ++row) {
        const double y = row_y(frame, row);
        if (!(y < b.y)) break;
        out.x[static_cast<std::size_t>(row)].push_back(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)));
    }
}

void cross_ring(const GridFrame& frame, const Ring& ring, Crossings& out) {
    for (std::size_t i = 0; i < ring.size(); ++i) cross_edge(frame, ring[i], ring[(i + 1) % ring.size()], out);
}

/// Columns whose centre lies in [x0, x1].
ColumnSpan columns_between(const GridFrame& frame, double x0, double x1) {
    const double cell = frame.cell_size.value;
    const auto at = [&](double x) {
        return static_cast<int>(std::clamp(std::ceil((x - frame.origin.x) / cell - 0.5), 0.0, double(frame.columns)));
    };
    int first = at(x0), last = at(x1);
    while (first > 0 && frame.centre(first - 1, 0).x >= x0) --first;
    while (first < frame.columns && frame.centre(first, 0).x < x0) ++first;
    while (last > 0 && frame.centre(last - 1, 0).x > x1) --last;
    while (last < frame.columns && frame.centre(last, 0).x <= x1) ++last;
    return {first, last};
}

}  // namespace

WindowRows::WindowRows(const GridFrame& frame, const MultiPolygon& window)
    : m_columns(frame.columns), m_spans(static_cast<std::size_t>(frame.rows)) {
    for (const auto& polygon : window) add_polygon(frame, polygon);
}

void WindowRows::add_polygon(const GridFrame& frame, const Polygon& polygon) {
    Crossings crossings;
    crossings.x.resize(m_spans.size());
    cross_ring(frame, polygon.outer, crossings);
    for (const auto& hole : polygon.holes) cross_ring(frame, hole, crossings);
    const auto add = [&](std::size_t row, double x0, double x1) {
        const ColumnSpan span = columns_between(frame, x0, x1);
        if (span.first < span.last) m_spans[row].push_back(span);
    };
    for (std::size_t row = 0; row < crossings.x.size(); ++row) {
        auto& x = crossings.x[row];
        std::sort(x.begin(), x.end());
        for (std::size_t k = 0; k + 1 < x.size(); k += 2) add(row, x[k], x[k + 1]);
    }
    for (const auto& [row, stretch] : crossings.flat) add(static_cast<std::size_t>(row), stretch.first, stretch.second);
    // Touching spans (two polygons, a flat edge) are merged so that no cell is counted twice.
    for (auto& spans : m_spans) {
        std::sort(spans.begin(), spans.end(), [](ColumnSpan a, ColumnSpan b) { return a.first < b.first; });
        std::vector<ColumnSpan> merged;
        for (const ColumnSpan span : spans) {
            if (!merged.empty() && span.first <= merged.back().last) {
                merged.back().last = std::max(merged.back().last, span.last);
            } else {
                merged.push_back(span);
            }
        }
        spans = std::move(merged);
    }
}

std::vector<unsigned char> WindowRows::mask(int row) const {
    std::vector<unsigned char> inside(static_cast<std::size_t>(m_columns), 0);
    for (const ColumnSpan span : spans(row)) std::fill(inside.begin() + span.first, inside.begin() + span.last, 1);
    return inside;
}

}  // namespace lykta::statistics
