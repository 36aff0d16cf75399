// Where lines meet: ends on ends, ends on lines, vertices on vertices.
#include "conditions/path_network_join.hpp"

#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <numeric>
#include <tuple>

namespace lykta::conditions {

namespace {

namespace bgi = boost::geometry::index;
using BoostPoint = boost::geometry::model::d2::point_xy<double>;
using BoostBox = boost::geometry::model::box<BoostPoint>;
struct Segment {
    std::uint32_t street = 0, end = 0;  ///< from vertex end − 1 to vertex `end` of the line
};
using SegmentTree = bgi::rtree<std::pair<BoostBox, std::uint32_t>, bgi::rstar<16>>;

/// A place where a street is cut: its ends, and wherever another meets it.
struct Cut {
    std::uint32_t street = 0;
    double along_m = 0.0;
    Point point;
    auto operator<=>(const Cut&) const = default;
};

/// Sets that grow together; the smallest member stands for its set.
class Union {
public:
    explicit Union(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), 0U); }
    std::uint32_t of(std::uint32_t i) {
        while (m_parent[i] != i) i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = of(a), b = of(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::uint32_t> m_parent;
};

std::vector<Cut> end_cuts(const PathNetwork& network) {
    std::vector<Cut> cuts;
    for (std::uint32_t s = 0; s < network.street_count(); ++s) {
        const auto along = network.along(s);
        if (along.empty() || !(along.back() > 0.0)) continue;
        cuts.push_back({s, 0.0, network.line(s).front()});
        cuts.push_back({s, along.back(), network.line(s).back()});
    }
    return cuts;
}

std::vector<Segment> segments_of(const PathNetwork& network) {
    std::vector<Segment> segments;
    for (std::uint32_t s = 0; s < network.street_count(); ++s)
        for (std::uint32_t i = 1; i < network.line(s).size(); ++i) segments.push_back({s, i});
    return segments;
}

SegmentTree tree_of(const PathNetwork& network, const std::vector<Segment>& segments) {
    std::vector<SegmentTree::value_type> boxes;
    for (std::uint32_t k = 0; k < segments.size(); ++k) {
        const auto line = network.line(segments[k].street);
        const Box box = box_of(line.subspan(segments[k].end - 1, 2));
        boxes.emplace_back(BoostBox{{box.min_x, box.min_y}, {box.max_x, box.max_y}}, k);
    }
    return SegmentTree(boxes);
}

/// Places in between where an end of another line lies. A tunnel is met at its ends only.
std::vector<Cut> cuts_under_ends(const PathNetwork& network, const std::vector<Cut>& ends, double snap) {
    const auto segments = segments_of(network);
    const SegmentTree tree = tree_of(network, segments);
    std::vector<Cut> cuts;
    for (const Cut& end : ends) {
        const Point p = end.point;
        const BoostBox around{{p.x - snap, p.y - snap}, {p.x + snap, p.y + snap}};
        for (auto at = tree.qbegin(bgi::intersects(around)); at != tree.qend(); ++at) {
            const Segment segment = segments[at->second];
            if (network.is_tunnel(segment.street)) continue;
            const OnLine near = nearest_on(network.line(segment.street).subspan(segment.end - 1, 2), p);
            const double along = network.along(segment.street)[segment.end - 1] + near.along;
            const bool itself = segment.street == end.street && std::abs(along - end.along_m) <= 2.0 * snap;
            if (near.distance <= snap && !itself) cuts.push_back({segment.street, along, near.point});
        }
    }
    return cuts;
}

/// Vertices that two lines share, or one line twice: data that does not cut streets where they cross.
std::vector<Cut> shared_vertices(const PathNetwork& network) {
    struct Vertex {
        double x, y;  ///< cm
        Cut cut;
        auto operator<=>(const Vertex&) const = default;
    };
    std::vector<Vertex> vertices;
    for (std::uint32_t s = 0; s < network.street_count(); ++s) {
        if (network.is_tunnel(s)) continue;
        const auto line = network.line(s);
        for (std::size_t i = 1; i + 1 < line.size(); ++i)
            vertices.push_back(
                {std::round(line[i].x * 100.0), std::round(line[i].y * 100.0), {s, network.along(s)[i], line[i]}});
    }
    std::sort(vertices.begin(), vertices.end());
    std::vector<Cut> cuts;
    const auto same = [](const Vertex& a, const Vertex& b) { return a.x == b.x && a.y == b.y; };
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const bool shared = (i > 0 && same(vertices[i - 1], vertices[i])) ||
                            (i + 1 < vertices.size() && same(vertices[i], vertices[i + 1]));
        if (shared) cuts.push_back(vertices[i].cut);
    }
    return cuts;
}

/// The node of each cut: cuts within `snap` of each other share one. \pre  cuts sorted by street and along
std::vector<std::uint32_t> nodes_of(const std::vector<Cut>& cuts, double snap, std::vector<Point>& node_at) {
    std::vector<std::uint32_t> order(cuts.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(cuts[a].point, a) < std::tie(cuts[b].point, b);
    });
    Union together(cuts.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Point p = cuts[order[i]].point;
        for (std::size_t k = i + 1; k < order.size() && cuts[order[k]].point.x - p.x <= snap; ++k)
            if (distance(p, cuts[order[k]].point) <= snap) together.join(order[i], order[k]);
    }
    std::vector<std::uint32_t> node(cuts.size());
    for (std::uint32_t i = 0; i < cuts.size(); ++i) {
        const std::uint32_t first = together.of(i);
        if (first == i) node_at.push_back(cuts[i].point);
        node[i] = first == i ? static_cast<std::uint32_t>(node_at.size() - 1) : node[first];
    }
    return node;
}

/// Between the cuts of one street, those that only repeat the one before left out.
void append_links(std::span<const Cut> cuts, std::span<const std::uint32_t> node, double snap,
                  std::vector<PathNetwork::Link>& links) {
    const std::size_t before = links.size();
    std::size_t last = 0;
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        const bool repeated = node[i] == node[last] && cuts[i].along_m - cuts[last].along_m <= 2.0 * snap;
        const bool is_end = i + 1 == cuts.size();
        if (repeated && is_end && links.size() > before) links.back().to_m = cuts[i].along_m;
        if (repeated && !(is_end && links.size() == before)) continue;
        links.push_back({cuts[i].street, node[last], node[i], cuts[last].along_m, cuts[i].along_m});
        last = i;
    }
}

}  // namespace

JoinedLines join_lines(const PathNetwork& network, Meters snap) {
    std::vector<Cut> cuts = end_cuts(network);
    for (const auto& more : {cuts_under_ends(network, cuts, snap.value), shared_vertices(network)})
        cuts.insert(cuts.end(), more.begin(), more.end());
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    JoinedLines joined;
    const auto node = nodes_of(cuts, snap.value, joined.node_at);
    for (std::size_t first = 0, end = 0; first < cuts.size(); first = end) {
        while (end < cuts.size() && cuts[end].street == cuts[first].street) ++end;
        append_links(std::span(cuts).subspan(first, end - first), std::span(node).subspan(first, end - first),
                     snap.value, joined.links);
    }
    return joined;
}

}  // namespace lykta::conditions
