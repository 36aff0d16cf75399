// Lines against chains of edges.
#include "conditions/sight_lines.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace lykta::conditions {

SightLines::SightLines(const RayFan& fan, double seen_through)
    : m_fan(fan), m_limit(-std::log(seen_through)), m_start(static_cast<std::size_t>(fan.count()) + 1) {}

void SightLines::start(Point from) {
    m_from = from;
    m_lines.clear();
    m_crossings.clear();
    m_longest = 0.0;
}

void SightLines::add(Point to, LookedAt what) {
    const double x = to.x - m_from.x, y = to.y - m_from.y, length = std::sqrt(x * x + y * y);
    m_lines.push_back({.x = x, .y = y, .length = length, .what = what});
    m_longest = std::max(m_longest, length);
}

void SightLines::sort_lines() {
    std::fill(m_start.begin(), m_start.end(), 0U);
    m_order.resize(m_lines.size());
    for (const Line& line : m_lines) ++m_start[static_cast<std::size_t>(m_fan.before(line.x, line.y)) + 1];
    for (std::size_t ray = 1; ray < m_start.size(); ++ray) m_start[ray] += m_start[ray - 1];
    for (auto i = static_cast<std::uint32_t>(m_lines.size()); i-- > 0;) {
        auto& end = m_start[static_cast<std::size_t>(m_fan.before(m_lines[i].x, m_lines[i].y)) + 1];
        m_order[--end] = i;  // m_start[ray + 1] runs down to where the ray's lines begin
    }
    for (std::size_t ray = 1; ray < m_start.size(); ++ray) m_start[ray - 1] = m_start[ray];
    m_start.back() = static_cast<std::uint32_t>(m_lines.size());
}

void SightLines::look(const EyeEdges& edges, std::span<const std::uint32_t> held) {
    sort_lines();
    const auto test_run = [&](const EyeChain& chain, int first, int end) {
        for (auto i = m_start[static_cast<std::size_t>(first)]; i < m_start[static_cast<std::size_t>(end)]; ++i)
            test(edges, chain, m_order[i]);
    };
    for (const auto* chains : {&edges.opaque(), &edges.crowns()}) {
        for (const EyeChain& chain : *chains) {
            const double dx = chain.middle.x - m_from.x, dy = chain.middle.y - m_from.y;
            const double far = m_longest + chain.radius, away2 = dx * dx + dy * dy;
            if (away2 > far * far) continue;
            if (!held.empty() && std::binary_search(held.begin(), held.end(), chain.obstacle)) continue;
            const auto [first, count] = m_fan.around(dx, dy, away2, chain.radius);
            test_run(chain, first, std::min(first + count, m_fan.count()));
            if (first + count > m_fan.count()) test_run(chain, 0, first + count - m_fan.count());
        }
    }
    std::sort(m_crossings.begin(), m_crossings.end(), [](const Crossing& a, const Crossing& b) {
        return std::tie(a.line, a.obstacle, a.share, b.enters) < std::tie(b.line, b.obstacle, b.share, a.enters);
    });
}

void SightLines::look_at_one(std::size_t line, const EyeEdges& edges) {
    for (const EyeChain& chain : edges.opaque()) test(edges, chain, static_cast<std::uint32_t>(line));
}

/// Half-open at vertices as the rays are: a vertex on the line belongs to its left.
void SightLines::test(const EyeEdges& edges, const EyeChain& chain, std::uint32_t line) {
    const Line& l = m_lines[line];
    const double *x = edges.x.data(), *y = edges.y.data();
    double ax = x[chain.first] - m_from.x, ay = y[chain.first] - m_from.y, side_a = l.x * ay - l.y * ax;
    for (std::uint32_t i = chain.first + 1; i < chain.end; ++i) {
        const double bx = x[i] - m_from.x, by = y[i] - m_from.y, side_b = l.x * by - l.y * bx;
        if ((side_a >= 0.0) != (side_b >= 0.0)) {
            const double share = (ax * by - ay * bx) / (side_b - side_a);
            if (share > 0.0 && share < 1.0) meet(chain, line, share, side_a >= 0.0);
        }
        ax = bx, ay = by, side_a = side_b;
    }
}

void SightLines::meet(const EyeChain& chain, std::uint32_t line, double share, bool enters) {
    Line& l = m_lines[line];
    if (!std::isinf(chain.extinction_per_m)) {
        m_crossings.push_back({line, chain.obstacle, share, chain.extinction_per_m, enters});
        return;
    }
    const bool hides = l.what == LookedAt::person ? !enters : enters && share * l.length < l.length - wall_m;
    const bool nearer = share < l.opaque_at || (share == l.opaque_at && chain.obstacle < l.opaque);
    if (hides && nearer) l.opaque_at = share, l.opaque = chain.obstacle;
}

Hidden SightLines::hidden(std::size_t line) {
    const Line& l = m_lines[line];
    if (l.opaque_at <= 1.0) {
        if (l.opaque == tunnel_wall) return {HiddenBy::tunnel, -1};
        return {HiddenBy::building, l.opaque};
    }
    const auto first =
        std::partition_point(m_crossings.begin(), m_crossings.end(), [&](const Crossing& c) { return c.line < line; });
    double depth = 0.0, most = 0.0;
    Hidden hidden{HiddenBy::plant, -1};
    for (auto c = first; c != m_crossings.end() && c->line == line;) {
        double inside = 0.0, entered = -1.0;
        const std::uint32_t obstacle = c->obstacle;
        const double per_m = c->extinction_per_m;
        for (; c != m_crossings.end() && c->line == line && c->obstacle == obstacle; ++c) {
            if (!c->enters && entered >= 0.0) inside += c->share - entered;
            entered = c->enters ? c->share : -1.0;
        }
        const double taken = inside * l.length * per_m;
        depth += taken;
        if (taken > most) most = taken, hidden.obstacle = obstacle;
    }
    return depth > m_limit ? hidden : Hidden{};
}

}  // namespace lykta::conditions
