// Walking along lines.
#include "conditions/stretches.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::conditions {

namespace {

void require_positive(Meters value) {
    if (!(value.value > 0.0)) {
        throw Error(ErrorCode::bad_option,
                    say("stretches or steps of {} m: the length must be greater than 0", value.value));
    }
}

/// A walker that only goes forward: each call continues where the last one stopped.
class Walker {
public:
    explicit Walker(const Polyline& line) : m_line(line) {}

    /// The point at `along`; vertices passed on the way are appended to `passed` when it is given.
    Point go_to(double along, Polyline* passed) {
        while (m_vertex + 1 < m_line.size()) {
            const double edge = distance(m_line[m_vertex], m_line[m_vertex + 1]);
            if (along <= m_start + edge || m_vertex + 2 == m_line.size()) {
                const double share = edge > 0.0 ? std::clamp((along - m_start) / edge, 0.0, 1.0) : 0.0;
                const Point a = m_line[m_vertex], b = m_line[m_vertex + 1];
                return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
            }
            m_start += edge;
            ++m_vertex;
            if (passed != nullptr && !(m_line[m_vertex] == passed->back())) passed->push_back(m_line[m_vertex]);
        }
        return m_line.back();
    }

private:
    const Polyline& m_line;
    std::size_t m_vertex = 0;
    double m_start = 0.0;
};

}  // namespace

std::vector<Stretch> cut_into_stretches(const Polyline& line, Meters wanted) {
    require_positive(wanted);
    std::vector<Stretch> stretches;
    const double whole = length(line);
    if (!(whole > 0.0)) return stretches;
    const double count = std::max(1.0, std::round(whole / wanted.value));
    Walker walker(line);
    Point here = line.front();
    for (double k = 0.0; k < count; k += 1.0) {
        Stretch stretch{whole * k / count, whole * (k + 1.0) / count, {here}};
        here = walker.go_to(stretch.to_m, &stretch.line);
        if (!(stretch.line.back() == here)) stretch.line.push_back(here);
        stretches.push_back(std::move(stretch));
    }
    return stretches;
}

std::vector<Point> points_along(const Polyline& line, Meters step) {
    require_positive(step);
    const double whole = length(line), count = std::max(1.0, std::ceil(whole / step.value - 1e-9));
    std::vector<Point> points;
    Walker walker(line);
    for (double k = 0.0; k < count; k += 1.0) points.push_back(walker.go_to(whole * (k + 0.5) / count, nullptr));
    return points;
}

}  // namespace lykta::conditions
