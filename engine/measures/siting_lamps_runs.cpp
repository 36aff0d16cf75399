#include "measures/siting_lamps_runs.hpp"

#include <algorithm>
#include <map>

namespace lykta::measures {

namespace {

using conditions::StretchLight;

/// Which of the stretches (by position in the list) meet each.
using Neighbours = std::vector<std::vector<std::uint32_t>>;

void connect(Neighbours& of, std::uint32_t a, std::uint32_t b) {
    if (a == b) return;
    of[a].push_back(b);
    of[b].push_back(a);
}

/// Stretches by the nodes that lie on them, ends included.
void connect_at_nodes(const World& world, std::span<const std::uint32_t> stretches, Neighbours& of) {
    constexpr double hair_m = 1e-6;
    std::map<std::uint32_t, std::vector<std::uint32_t>> at_node;
    std::size_t link = 0;
    const auto links = world.network->links();
    for (std::uint32_t k = 0; k < stretches.size(); ++k) {
        const StretchLight& s = world.stretches[stretches[k]];
        while (link < links.size() && links[link].street < s.street) ++link;
        for (std::size_t i = link; i < links.size() && links[i].street == s.street; ++i) {
            if (links[i].from_m >= s.from_m - hair_m && links[i].from_m <= s.to_m + hair_m)
                at_node[links[i].from].push_back(k);
            if (links[i].to_m >= s.from_m - hair_m && links[i].to_m <= s.to_m + hair_m)
                at_node[links[i].to].push_back(k);
        }
    }
    for (const auto& [_, meeting] : at_node)
        for (std::size_t i = 1; i < meeting.size(); ++i) connect(of, meeting[0], meeting[i]);
}

Neighbours neighbours_of(const World& world, std::span<const std::uint32_t> stretches) {
    Neighbours of(stretches.size());
    for (std::uint32_t k = 1; k < stretches.size(); ++k) {
        const bool adjoin = stretches[k] == stretches[k - 1] + 1 &&
                            world.stretches[stretches[k]].street == world.stretches[stretches[k - 1]].street;
        if (adjoin) connect(of, k - 1, k);
    }
    if (world.network != nullptr) connect_at_nodes(world, stretches, of);
    for (auto& list : of) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return of;
}

/// All that hang together with `from`, branch after branch, lower ones first.
std::vector<std::uint32_t> walked(const Neighbours& of, std::uint32_t from, std::vector<char>& seen) {
    std::vector<std::uint32_t> order, open{from};
    while (!open.empty()) {
        const std::uint32_t k = open.back();
        open.pop_back();
        if (seen[k] != 0) continue;
        seen[k] = 1;
        order.push_back(k);
        for (auto next = of[k].rbegin(); next != of[k].rend(); ++next)
            if (seen[*next] == 0) open.push_back(*next);
    }
    return order;
}

/// An end of the piece that holds `k`: fewest neighbours, then the lowest.
std::uint32_t end_of(const Neighbours& of, std::uint32_t k) {
    std::vector<char> seen(of.size(), 0);
    std::vector<std::uint32_t> piece = walked(of, k, seen);
    std::sort(piece.begin(), piece.end());
    return *std::min_element(piece.begin(), piece.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return of[a].size() < of[b].size(); });
}

double away(const StretchLight& from, Point p) {
    return std::min(distance(from.line.front(), p), distance(from.line.back(), p));
}

/// Each turned so that it begins nearer to the one before it; the first so that it ends nearer to the second.
LampRun turned(const World& world, std::span<const std::uint32_t> order) {
    LampRun run;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const StretchLight& own = world.stretches[order[i]];
        bool reversed = false;
        if (i > 0) {
            const StretchLight& last = world.stretches[order[i - 1]];
            reversed = away(last, own.line.back()) < away(last, own.line.front());
        } else if (order.size() > 1) {
            const StretchLight& next = world.stretches[order[1]];
            reversed = away(next, own.line.front()) < away(next, own.line.back());
        }
        run.push_back({order[i], reversed});
    }
    return run;
}

}  // namespace

std::vector<LampRun> connected_runs(const World& world, std::span<const std::uint32_t> stretches, std::size_t most) {
    const Neighbours of = neighbours_of(world, stretches);
    std::vector<LampRun> runs;
    std::vector<char> seen(stretches.size(), 0);
    for (std::uint32_t k = 0; k < stretches.size(); ++k) {
        if (seen[k] != 0) continue;
        std::vector<std::uint32_t> order = walked(of, end_of(of, k), seen);
        for (std::uint32_t& own : order) own = stretches[own];
        const std::size_t parts = (order.size() + most - 1) / most;
        for (std::size_t part = 0; part < parts; ++part) {
            const std::size_t first = order.size() * part / parts, end = order.size() * (part + 1) / parts;
            runs.push_back(turned(world, std::span(order).subspan(first, end - first)));
        }
    }
    return runs;
}

}  // namespace lykta::measures
