// The least cut by Dinic's method: shortest ways first, each round as many as there are.
#include "measures/siting_clearing_closure.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lykta::measures {

namespace {

using Flow = std::int64_t;
constexpr double per_unit = 1e6;
constexpr Flow endless = std::numeric_limits<Flow>::max() / 4;

class FlowNetwork {
public:
    explicit FlowNetwork(std::size_t nodes) : m_arcs_of(nodes), m_level(nodes), m_next(nodes) {}

    void add(std::uint32_t from, std::uint32_t to, Flow capacity) {
        m_arcs_of[from].push_back(static_cast<std::uint32_t>(m_arcs.size()));
        m_arcs.push_back({to, capacity});
        m_arcs_of[to].push_back(static_cast<std::uint32_t>(m_arcs.size()));
        m_arcs.push_back({from, 0});
    }
    void fill(std::uint32_t source, std::uint32_t sink) {
        while (level_from(source) && m_level[sink] >= 0) {
            std::fill(m_next.begin(), m_next.end(), 0U);
            while (push(source, sink, endless) > 0) {
            }
        }
    }
    /// After fill(): on the source's side of the least cut (the smallest one).
    [[nodiscard]] bool is_reached(std::uint32_t node) const { return m_level[node] >= 0; }

private:
    struct Arc {
        std::uint32_t to = 0;
        Flow left = 0;
    };
    bool level_from(std::uint32_t source) {
        std::fill(m_level.begin(), m_level.end(), -1);
        m_level[source] = 0;
        std::vector<std::uint32_t> queue{source};
        for (std::size_t at = 0; at < queue.size(); ++at) {
            for (const auto a : m_arcs_of[queue[at]]) {
                const Arc& arc = m_arcs[a];
                if (arc.left == 0 || m_level[arc.to] >= 0) continue;
                m_level[arc.to] = m_level[queue[at]] + 1;
                queue.push_back(arc.to);
            }
        }
        return true;
    }
    Flow push(std::uint32_t node, std::uint32_t sink, Flow most) {
        if (node == sink) return most;
        for (auto& k = m_next[node]; k < m_arcs_of[node].size(); ++k) {
            const auto a = m_arcs_of[node][k];
            if (m_arcs[a].left == 0 || m_level[m_arcs[a].to] != m_level[node] + 1) continue;
            const Flow pushed = push(m_arcs[a].to, sink, std::min(most, m_arcs[a].left));
            if (pushed == 0) continue;
            m_arcs[a].left -= pushed;
            m_arcs[a ^ 1U].left += pushed;
            return pushed;
        }
        return 0;
    }
    std::vector<Arc> m_arcs;  ///< each followed by its reverse
    std::vector<std::vector<std::uint32_t>> m_arcs_of;
    std::vector<int> m_level;
    std::vector<std::uint32_t> m_next;
};

Flow units(double value) {
    return static_cast<Flow>(std::llround(value * per_unit));
}

}  // namespace

ClosureChoice best_closure(const std::vector<ClosureGoal>& goals, const std::vector<double>& cost) {
    const auto source = static_cast<std::uint32_t>(goals.size() + cost.size()), sink = source + 1;
    const auto need_node = [&](std::uint32_t need) { return static_cast<std::uint32_t>(goals.size()) + need; };
    FlowNetwork network(sink + 1);
    for (std::uint32_t g = 0; g < goals.size(); ++g) {
        network.add(source, g, units(goals[g].value));
        for (const auto need : goals[g].needs) network.add(g, need_node(need), endless);
    }
    for (std::uint32_t n = 0; n < cost.size(); ++n) network.add(need_node(n), sink, units(cost[n]));
    network.fill(source, sink);
    ClosureChoice choice{std::vector<char>(cost.size(), 0), 0.0};
    for (std::uint32_t g = 0; g < goals.size(); ++g) choice.worth += network.is_reached(g) ? goals[g].value : 0.0;
    for (std::uint32_t n = 0; n < cost.size(); ++n) {
        choice.bought[n] = network.is_reached(need_node(n)) ? 1 : 0;
        choice.worth -= choice.bought[n] != 0 ? cost[n] : 0.0;
    }
    return choice;
}

}  // namespace lykta::measures
