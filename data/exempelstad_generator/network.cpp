// Noding: every pair of near segments of two lines is crossed; a line is cut at its crossings, at other lines' ends
// that touch it, and at its own ends. Connectivity by union-find over nodes.
#include "network.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace exempelstad {

namespace {

constexpr double touch = 0.5, same_node = 1.5;  // m

struct Cut {
    double along = 0;
    Point point;
};

/// One node per neighbourhood of `same_node` metres: the first point seen there.
class Nodes {
public:
    Point canonical(Point p) {
        const int x = static_cast<int>(std::floor(p.x / 5)), y = static_cast<int>(std::floor(p.y / 5));
        for (int i = x - 1; i <= x + 1; ++i)
            for (int j = y - 1; j <= y + 1; ++j)
                for (const Point& q : m_near[{i, j}])
                    if (apart(p, q) < same_node) return q;
        m_near[{x, y}].push_back(rounded(p));
        return rounded(p);
    }

private:
    std::map<std::pair<int, int>, std::vector<Point>> m_near;
};

std::vector<double> starts_of(const Polyline& line) {
    std::vector<double> along{0};
    for (std::size_t i = 1; i < line.size(); ++i) along.push_back(along.back() + apart(line[i - 1], line[i]));
    return along;
}

/// Where a segment of line `id` meets the other lines.
void find_cuts(const std::vector<Line>& lines, const SegmentGrid& grid, int id, std::vector<Cut>& cuts) {
    const Line& me = lines[static_cast<std::size_t>(id)];
    const auto starts = starts_of(me.line);
    for (std::size_t i = 1; i < me.line.size(); ++i) {
        const Point a = me.line[i - 1], b = me.line[i];
        const Point low{std::min(a.x, b.x) - 1, std::min(a.y, b.y) - 1},
            high{std::max(a.x, b.x) + 1, std::max(a.y, b.y) + 1};
        grid.near(low, high, [&](const SegmentGrid::Item& other) {
            if (other.line == id) return;
            const Line& them = lines[static_cast<std::size_t>(other.line)];
            const bool apart_levels = me.way == Way::tunnel || them.way == Way::tunnel;
            if (const auto x = crossing(a, b, other.a, other.b); x && !apart_levels)
                cuts.push_back({starts[i - 1] + x->on_ab * apart(a, b), x->point});
            for (const Point end : {them.line.front(), them.line.back()})
                if (distance_to(a, b, end) < touch) cuts.push_back({starts[i - 1] + dot(end - a, unit(b - a)), end});
        });
    }
    cuts.push_back({0, me.line.front()});
    cuts.push_back({starts.back(), me.line.back()});
    std::sort(cuts.begin(), cuts.end(), [](const Cut& p, const Cut& q) { return p.along < q.along; });
}

}  // namespace

std::vector<Line> cut_at_intersections(const std::vector<Line>& lines) {
    SegmentGrid grid;
    for (std::size_t i = 0; i < lines.size(); ++i) grid.add(lines[i].line, static_cast<int>(i));
    Nodes nodes;
    std::vector<Line> segments;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<Cut> cuts;
        find_cuts(lines, grid, static_cast<int>(i), cuts);
        Cut last = cuts.front();
        for (const Cut& cut : cuts) {
            if (cut.along - last.along < same_node) continue;
            Line piece = lines[i];
            piece.line = slice(lines[i].line, last.along, cut.along);
            for (Point& p : piece.line) p = rounded(p);
            piece.line.front() = nodes.canonical(last.point);
            piece.line.back() = nodes.canonical(cut.point);
            if (piece.line.front() != piece.line.back() || piece.line.size() > 2) segments.push_back(piece);
            last = cut;
        }
    }
    return segments;
}

namespace {

struct Groups {
    std::map<Point, int> number;
    std::vector<int> parent;
    int of(Point p) {
        const auto [at, fresh] = number.try_emplace(p, static_cast<int>(parent.size()));
        if (fresh) parent.push_back(at->second);
        return root(at->second);
    }
    int root(int i) const {
        while (parent[static_cast<std::size_t>(i)] != i) i = parent[static_cast<std::size_t>(i)];
        return i;
    }
};

}  // namespace

std::vector<Line> connected_part(std::vector<Line> segments) {
    Groups groups;
    for (const Line& s : segments) {
        const int a = groups.of(s.line.front()), b = groups.of(s.line.back());
        groups.parent[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    }
    std::map<int, double> metres;
    for (const Line& s : segments) metres[groups.of(s.line.front())] += length_of(s.line);
    const auto largest = std::max_element(metres.begin(), metres.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    std::erase_if(segments, [&](const Line& s) { return groups.of(s.line.front()) != largest->first; });
    return segments;
}

}  // namespace exempelstad
