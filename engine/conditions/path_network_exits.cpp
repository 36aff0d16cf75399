// Dead ends by taking free ends away, and the way to the nearest exit by one search from all exits at once.
#include <functional>
#include <queue>

#include "conditions/path_network_join.hpp"

namespace lykta::conditions {

namespace {

using Link = PathNetwork::Link;
using Links = std::vector<Link>;
constexpr double unreached = std::numeric_limits<double>::infinity();

/// Nodes where the data ends and the way does not: free ends near the hull of all streets.
std::vector<char> ends_of_data(const PathNetwork& network, const std::vector<Point>& node_at, double within) {
    const MultiPolygon hull = convex_hull_of(network.points());
    std::vector<char> open(node_at.size(), 0);
    for (std::uint32_t node = 0; node < node_at.size(); ++node) {
        if (network.links_at(node).size() != 1) continue;
        const bool flat = hull.empty() || hull.front().outer.empty();
        open[node] = flat || nearest_on(hull.front().outer, node_at[node]).distance <= within ? 1 : 0;
    }
    return open;
}

/// How many ways are left at each node once free ends are taken away; links taken are marked.
std::vector<int> take_free_ends_away(const PathNetwork& network, const std::vector<char>& open, Links& links) {
    std::vector<int> ways(network.node_count(), 0);
    for (const Link& link : links) {
        if (link.from == link.to) continue;  // a turning loop leads nowhere else
        ++ways[link.from];
        ++ways[link.to];
    }
    std::vector<std::uint32_t> free;
    const auto look_at = [&](std::uint32_t node) {
        if (ways[node] == 1 && open[node] == 0) free.push_back(node);
    };
    for (std::uint32_t node = 0; node < ways.size(); ++node) look_at(node);
    while (!free.empty()) {
        const std::uint32_t node = free.back();
        free.pop_back();
        for (const std::uint32_t i : network.links_at(node)) {
            Link& link = links[i];
            if (link.dead_end || link.from == link.to) continue;
            link.dead_end = true;
            --ways[link.from];
            --ways[link.to];
            look_at(link.from == node ? link.to : link.from);
        }
    }
    for (Link& link : links) {
        if (link.from == link.to && ways[link.from] == 0 && open[link.from] == 0) link.dead_end = true;
    }
    return ways;
}

/// Nodes of one connected piece, from one of them on; `seen` keeps which are done.
std::vector<std::uint32_t> piece_of(const PathNetwork& network, std::uint32_t start, std::vector<char>& seen) {
    std::vector<std::uint32_t> piece{start};
    seen[start] = 1;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        for (const std::uint32_t k : network.links_at(piece[i])) {
            const Link& link = network.links()[k];
            const std::uint32_t other = link.from == piece[i] ? link.to : link.from;
            if (seen[other] == 0) piece.push_back(other);
            seen[other] = 1;
        }
    }
    return piece;
}

/// Pieces of which nothing is left are not judged; their free ends count as exits.
std::vector<char> free_pieces_again(const PathNetwork& network, const std::vector<int>& ways,
                                    const std::vector<char>& open, Links& links) {
    std::vector<char> exit(network.node_count(), 0), seen(network.node_count(), 0);
    for (std::uint32_t start = 0; start < seen.size(); ++start) {
        if (seen[start] != 0) continue;
        const auto piece = piece_of(network, start, seen);
        const auto holds = [&](std::uint32_t node) { return ways[node] > 0 || open[node] != 0; };
        if (std::any_of(piece.begin(), piece.end(), holds)) continue;
        for (const std::uint32_t node : piece) {
            exit[node] = network.links_at(node).size() == 1 ? 1 : 0;
            for (const std::uint32_t i : network.links_at(node)) links[i].dead_end = false;
        }
    }
    return exit;
}

/// Metres from the nearest source to every node, over the links that `may_use` allows.
std::vector<double> metres_from(const PathNetwork& network, const std::vector<char>& sources,
                                const std::function<bool(std::uint32_t)>& may_use) {
    using Open = std::pair<double, std::uint32_t>;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
    std::vector<double> metres(network.node_count(), unreached);
    for (std::uint32_t node = 0; node < metres.size(); ++node) {
        if (sources[node] == 0) continue;
        metres[node] = 0.0;
        open.push({0.0, node});
    }
    while (!open.empty()) {
        const auto [walked, node] = open.top();
        open.pop();
        if (walked > metres[node]) continue;
        for (const std::uint32_t i : network.links_at(node)) {
            const Link& link = network.links()[i];
            const std::uint32_t other = link.from == node ? link.to : link.from;
            if (!may_use(i) || walked + link.length() >= metres[other]) continue;
            metres[other] = walked + link.length();
            open.push({metres[other], other});
        }
    }
    return metres;
}

/// Ends of tunnels: where something else begins, or nothing.
std::vector<char> tunnel_mouths(const PathNetwork& network) {
    std::vector<char> mouth(network.node_count(), 0);
    for (std::uint32_t node = 0; node < mouth.size(); ++node) {
        const auto at = network.links_at(node);
        const auto outside = [&](std::uint32_t i) { return !network.is_tunnel(network.links()[i].street); };
        mouth[node] = at.size() == 1 || std::any_of(at.begin(), at.end(), outside) ? 1 : 0;
    }
    return mouth;
}

}  // namespace

std::vector<std::array<double, 2>> find_exits(const PathNetwork& network, const std::vector<Point>& node_at,
                                              Meters edge_of_data, Links& links) {
    const std::vector<char> open = ends_of_data(network, node_at, edge_of_data.value);
    const std::vector<int> ways = take_free_ends_away(network, open, links);
    std::vector<char> junctions = free_pieces_again(network, ways, open, links), roots(node_at.size(), 0);
    for (std::uint32_t node = 0; node < node_at.size(); ++node) {
        if (ways[node] >= 3 || open[node] != 0) junctions[node] = 1;
        if (ways[node] > 0 || open[node] != 0) roots[node] = 1;
    }
    const auto is_tunnel = [&](std::uint32_t i) { return network.is_tunnel(links[i].street); };
    const auto to_junction = metres_from(network, junctions, [&](std::uint32_t i) { return !links[i].dead_end; });
    const auto to_root = metres_from(network, roots, [&](std::uint32_t i) { return links[i].dead_end; });
    const auto to_mouth = metres_from(network, tunnel_mouths(network), is_tunnel);
    std::vector<std::array<double, 2>> exit_m(links.size());
    for (std::uint32_t i = 0; i < links.size(); ++i) {
        const auto& metres = is_tunnel(i) ? to_mouth : links[i].dead_end ? to_root : to_junction;
        exit_m[i] = {metres[links[i].from], metres[links[i].to]};
        if (std::min(exit_m[i][0], exit_m[i][1]) == unreached) exit_m[i] = {-unreached, -unreached};
    }
    return exit_m;
}

}  // namespace lykta::conditions
