// Walking on the network: the ways out from a point, each place once.
#include "conditions/path_network.hpp"

#include <numeric>

#include "conditions/path_network_join.hpp"

namespace lykta::conditions {

namespace {

/// A node reached so far and the metres walked to it.
struct Reached {
    std::uint32_t node = 0;
    double walked = 0.0;
    bool settled = false;
};

void reach_node(std::vector<Reached>& reached, std::uint32_t node, double walked) {
    for (Reached& r : reached) {
        if (r.node != node) continue;
        r.walked = std::min(r.walked, walked);
        return;
    }
    reached.push_back({node, walked});
}

double walked_to(const std::vector<Reached>& reached, std::uint32_t node, double otherwise) {
    for (const Reached& r : reached) {
        if (r.node == node) return r.walked;
    }
    return otherwise;
}

/// The nearest one not yet settled; nullptr when there is none. Few nodes lie within reach: looking at all is quick.
Reached* nearest_open(std::vector<Reached>& reached) {
    Reached* nearest = nullptr;
    for (Reached& r : reached) {
        if (!r.settled && (nearest == nullptr || r.walked < nearest->walked)) nearest = &r;
    }
    return nearest;
}

}  // namespace

PathNetwork::PathNetwork(const layers::StreetLayer& streets, const NetworkOptions& options) {
    keep_lines(streets);
    JoinedLines joined = join_lines(*this, options.snap);
    keep_links(std::move(joined.links), joined.node_at.size());
    m_exit_m = find_exits(*this, joined.node_at, options.edge_of_data, m_links);
}

void PathNetwork::keep_lines(const layers::StreetLayer& streets) {
    m_first_point.push_back(0);
    for (const layers::Street& street : streets.streets) {
        double along = 0.0;
        for (std::size_t i = 0; i < street.line.size(); ++i) {
            if (i > 0) along += distance(street.line[i - 1], street.line[i]);
            m_points.push_back(street.line[i]);
            m_along.push_back(along);
        }
        m_first_point.push_back(static_cast<std::uint32_t>(m_points.size()));
        m_tunnel.push_back(street.tunnel ? 1 : 0);
    }
}

void PathNetwork::keep_links(std::vector<Link> links, std::size_t nodes) {
    m_links = std::move(links);
    m_first_of_street.assign(m_tunnel.size() + 1, 0);
    m_first_link.assign(nodes + 1, 0);
    for (const Link& link : m_links) {
        ++m_first_of_street[link.street + 1];
        ++m_first_link[link.from + 1];
        if (link.to != link.from) ++m_first_link[link.to + 1];
    }
    std::partial_sum(m_first_of_street.begin(), m_first_of_street.end(), m_first_of_street.begin());
    std::partial_sum(m_first_link.begin(), m_first_link.end(), m_first_link.begin());
    m_links_at.resize(m_first_link.back());
    std::vector<std::uint32_t> next(m_first_link.begin(), m_first_link.end() - 1);
    for (std::uint32_t i = 0; i < m_links.size(); ++i) {
        m_links_at[next[m_links[i].from]++] = i;
        if (m_links[i].to != m_links[i].from) m_links_at[next[m_links[i].to]++] = i;
    }
}

std::uint32_t PathNetwork::link_at(const OnStreet& at) const {
    const auto first = m_links.begin() + m_first_of_street[at.street],
               last = m_links.begin() + m_first_of_street[at.street + 1] - 1;
    const auto found = std::lower_bound(first, last, at.along_m, [](const Link& l, double m) { return l.to_m < m; });
    return static_cast<std::uint32_t>(found - m_links.begin());
}

Point PathNetwork::position(const OnStreet& at) const {
    const auto first = m_along.begin() + m_first_point[at.street],
               last = m_along.begin() + m_first_point[at.street + 1];
    const auto after = std::lower_bound(first + 1, last - 1, at.along_m);
    const auto i = static_cast<std::size_t>(after - m_along.begin());
    const double edge = m_along[i] - m_along[i - 1];
    const double share = edge > 0.0 ? std::clamp((at.along_m - m_along[i - 1]) / edge, 0.0, 1.0) : 0.0;
    const Point a = m_points[i - 1], b = m_points[i];
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// From each end as far as that way round is the shorter one; the middle belongs to the start's side.
void PathNetwork::append_ways(const Link& link, double from_start, double from_end, double reach,
                              std::vector<Way>& ways) const {
    const double middle = (from_start + from_end + link.length()) / 2.0, ahead = std::min(reach, middle);
    const double back = std::min(reach, ahead > from_start ? std::nextafter(middle, 0.0) : middle);
    if (ahead > from_start) ways.push_back({link.street, link.from_m, from_start, ahead, 1.0});
    if (back > from_end) ways.push_back({link.street, link.to_m, from_end, back, -1.0});
}

const std::vector<PathNetwork::Way>& PathNetwork::ways_from(const OnStreet& from, double reach) const {
    thread_local std::vector<Reached> reached;
    thread_local std::vector<Way> ways;
    reached.clear();
    ways.clear();
    const std::uint32_t start = link_at(from);
    const Link& here = m_links[start];
    reach_node(reached, here.from, from.along_m - here.from_m);
    reach_node(reached, here.to, here.to_m - from.along_m);
    while (Reached* nearest = nearest_open(reached)) {
        nearest->settled = true;
        const auto [node, walked, settled] = *nearest;
        if (walked >= reach) break;
        for (const std::uint32_t i : links_at(node)) {
            const Link& link = m_links[i];
            reach_node(reached, link.from == node ? link.to : link.from, walked + link.length());
        }
    }
    append_ways({here.street, 0, 0, here.from_m, from.along_m}, walked_to(reached, here.from, unreached), 0.0, reach,
                ways);
    append_ways({here.street, 0, 0, from.along_m, here.to_m}, 0.0, walked_to(reached, here.to, unreached), reach, ways);
    for (const Reached& r : reached) {
        for (const std::uint32_t i : r.walked < reach ? links_at(r.node) : std::span<const std::uint32_t>{}) {
            const Link& link = m_links[i];
            const std::uint32_t other = link.from == r.node ? link.to : link.from;
            const double there = walked_to(reached, other, unreached);
            const bool elsewhere = there < r.walked || (there == r.walked && other < r.node);
            if (i == start || elsewhere) continue;  // given from its nearer end
            append_ways(link, link.from == r.node ? r.walked : there, link.from == r.node ? there : r.walked, reach,
                        ways);
        }
    }
    return ways;
}

double PathNetwork::exit_m(const OnStreet& at) const {
    const std::uint32_t i = link_at(at);
    const double back = m_exit_m[i][0] + at.along_m - m_links[i].from_m,
                 ahead = m_exit_m[i][1] + m_links[i].to_m - at.along_m;
    return std::max(0.0, std::min(back, ahead));
}

bool PathNetwork::is_dead_end(const OnStreet& at) const {
    return m_links[link_at(at)].dead_end;
}

}  // namespace lykta::conditions
