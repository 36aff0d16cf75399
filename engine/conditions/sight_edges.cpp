// Edges of the obstacles strung into chains.
#include "conditions/sight_edges.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::conditions {

void EyeEdges::push(Point p, std::uint32_t chain) {
    x.push_back(p.x);
    y.push_back(p.y);
    chain_of.push_back(chain);
}

void EyeEdges::start(const ObstacleEdge& edge, const Obstacle& obstacle, bool is_opaque) {
    auto& chains = is_opaque ? m_opaque : m_crowns;
    chains.push_back({.obstacle = edge.obstacle,
                      .first = static_cast<std::uint32_t>(x.size()),
                      .end = 0,
                      .extinction_per_m = obstacle.extinction_per_m,
                      .middle = {},
                      .radius = 0.0,
                      .nearest = 0.0});
    push(edge.a, 0);
}

void EyeEdges::gather(const Obstacles& obstacles, const Box& box, double eye_m) {
    m_opaque.clear(), m_crowns.clear();
    x.clear(), y.clear(), chain_of.clear();
    std::vector<EyeChain>* open = nullptr;
    std::uint32_t last = 0;
    Point at;
    obstacles.near(box, [&](const ObstacleEdge& edge) {
        const bool continues = open != nullptr && edge.obstacle == last && edge.a == at;
        if (!continues) {
            const Obstacle& o = obstacles.all()[edge.obstacle];
            if (!(o.base_m < eye_m && eye_m < o.top_m) || obstacles.is_cleared(edge.obstacle)) {
                open = nullptr;
                return;
            }
            const bool is_opaque = std::isinf(o.extinction_per_m);
            start(edge, o, is_opaque);
            open = is_opaque ? &m_opaque : &m_crowns;
            last = edge.obstacle;
        }
        at = edge.b;
        push(edge.b, 0);
        open->back().end = static_cast<std::uint32_t>(x.size());
    });
    finish({(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0});
}

/// Circles round the chains, and the nearest chains first.
void EyeEdges::finish(Point middle) {
    for (auto* chains : {&m_opaque, &m_crowns}) {
        for (EyeChain& chain : *chains) {
            Box box;
            for (std::uint32_t i = chain.first; i < chain.end; ++i) box.grow({x[i], y[i]});
            chain.middle = {(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0};
            const double dx = chain.middle.x - middle.x, dy = chain.middle.y - middle.y;
            chain.radius = std::sqrt(box.width() * box.width() + box.height() * box.height()) / 2.0;
            chain.nearest = std::sqrt(dx * dx + dy * dy) - chain.radius;
        }
        std::sort(chains->begin(), chains->end(), [](const EyeChain& a, const EyeChain& b) {
            return a.nearest != b.nearest ? a.nearest < b.nearest : a.first < b.first;
        });
        for (std::uint32_t c = 0; c < chains->size(); ++c)
            for (std::uint32_t i = (*chains)[c].first; i < (*chains)[c].end; ++i) chain_of[i] = c;
    }
}

void EyeEdges::add_wall(const Polyline& line) {
    for (const bool back : {false, true}) {
        ObstacleEdge edge{back ? line.back() : line.front(), {}, tunnel_wall};
        start(edge, {.base_m = 0.0, .top_m = 0.0, .box = {}}, true);
        const auto chain = static_cast<std::uint32_t>(m_opaque.size() - 1);
        chain_of.back() = chain;
        Box box = box_of(line);
        for (std::size_t i = 1; i < line.size(); ++i) push(line[back ? line.size() - 1 - i : i], chain);
        m_opaque.back().end = static_cast<std::uint32_t>(x.size());
        m_opaque.back().middle = {(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0};
        m_opaque.back().radius = std::hypot(box.width(), box.height()) / 2.0;
    }
}

}  // namespace lykta::conditions
