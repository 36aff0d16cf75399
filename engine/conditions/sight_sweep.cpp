// Edges against rays.
#include "conditions/sight_sweep.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::conditions {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
/// Twice the area between eye and edge below which the edge is seen end on, m²: its direction is rounding.
constexpr double end_on = 1e-9;

double cross(double ax, double ay, double bx, double by) {
    return ax * by - ay * bx;
}

}  // namespace

Sweep::Sweep(const RayFan& fan, const SightOptions& options)
    : m_fan(fan),
      m_reach(options.reach.value),
      m_limit(-std::log(options.seen_through)),
      m_surveillance(options.surveillance.value),
      m_nearest(static_cast<std::size_t>(fan.count())),
      m_edge(m_nearest.size()),
      m_event(m_nearest.size()),
      m_distance(m_nearest.size()),
      m_ended_by(m_nearest.size()) {}

void Sweep::clear() {
    std::fill(m_nearest.begin(), m_nearest.end(), 1.0 / m_reach);
    std::fill(m_edge.begin(), m_edge.end(), none);
    std::fill(m_event.begin(), m_event.end(), none);
    m_events.clear();
}

bool Sweep::unseen(const EyeChain& chain) const {
    const double dx = chain.middle.x - m_from.x, dy = chain.middle.y - m_from.y, far = m_reach + chain.radius;
    const double away2 = dx * dx + dy * dy;
    if (away2 > far * far) return true;
    const double clear = std::sqrt(away2) - chain.radius;
    if (!(clear > 0.0)) return false;
    const double inverse = 1.0 / clear;
    const auto [first, count] = m_fan.around(dx, dy, away2, chain.radius);
    const int end = first + count, last = std::min(end, m_fan.count());
    for (int ray = first; ray < last; ++ray)
        if (m_nearest[static_cast<std::size_t>(ray)] < inverse) return false;
    for (int ray = 0; ray < end - m_fan.count(); ++ray)
        if (m_nearest[static_cast<std::size_t>(ray)] < inverse) return false;
    return true;
}

Sweep::Crossed Sweep::edge(Point a, Point b, double side) {
    if (std::abs(side) > end_on) return {.a = (b.y - a.y) / side, .b = (a.x - b.x) / side};
    return {.c = 1.0 / std::sqrt(std::min(a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y))};
}

void Sweep::look(Point from, const EyeEdges& edges, std::span<const std::uint32_t> held) {
    m_from = from;
    m_edges = &edges;
    clear();
    const auto counts = [&](const EyeChain& chain) {
        return !unseen(chain) && (held.empty() || !std::binary_search(held.begin(), held.end(), chain.obstacle));
    };
    for (const EyeChain& chain : edges.opaque()) {
        if (counts(chain)) block(chain);
    }
    for (std::uint32_t i = 0; i < edges.crowns().size(); ++i) {
        if (counts(edges.crowns()[i])) dim(edges.crowns()[i], i);
    }
    for (std::size_t ray = 0; ray < m_nearest.size(); ++ray) end_ray(ray);
}

template <class Use>
void Sweep::for_rays(const Crossed& crossed, const Use& use) {
    const int count = m_fan.count();
    const auto run = [&](int first, int end) {
        for (int ray = first; ray < end; ++ray)
            use(static_cast<std::size_t>(ray), crossed.a * m_fan.x(ray) + crossed.b * m_fan.y(ray) + crossed.c);
    };
    const int first = crossed.first == count ? 0 : crossed.first, end = first + crossed.count;
    run(first, std::min(end, count));
    if (end > count) run(0, end - count);
}

/// Only edges turned towards the eye: what is behind them is hidden anyway.
void Sweep::block(const EyeChain& chain) {
    const double *x = m_edges->x.data(), *y = m_edges->y.data();
    double ax = x[chain.first] - m_from.x, ay = y[chain.first] - m_from.y;
    int before_a = -1;
    for (std::uint32_t i = chain.first + 1; i < chain.end; ++i) {
        const double bx = x[i] - m_from.x, by = y[i] - m_from.y, side = cross(ax, ay, bx, by);
        int before_b = -1;
        if (side <= end_on) {
            if (before_a < 0) before_a = m_fan.before(ax, ay);
            before_b = m_fan.before(bx, by);
            const int turned = m_fan.turned(before_a, before_b, side);
            if (turned < 0) {
                Crossed crossed = edge({ax, ay}, {bx, by}, side);
                crossed.first = before_b + 1, crossed.count = -turned;
                for_rays(crossed, [&](std::size_t ray, double inverse) {
                    if (inverse > m_nearest[ray]) m_nearest[ray] = inverse, m_edge[ray] = i;
                });
            }
        }
        ax = bx, ay = by, before_a = before_b;
    }
}

void Sweep::dim(const EyeChain& chain, std::uint32_t index) {
    const double *x = m_edges->x.data(), *y = m_edges->y.data();
    double ax = x[chain.first] - m_from.x, ay = y[chain.first] - m_from.y;
    int before_a = m_fan.before(ax, ay);
    for (std::uint32_t i = chain.first + 1; i < chain.end; ++i) {
        const double bx = x[i] - m_from.x, by = y[i] - m_from.y, side = cross(ax, ay, bx, by);
        const int before_b = m_fan.before(bx, by), turned = m_fan.turned(before_a, before_b, side);
        if (turned != 0) {
            Crossed crossed = edge({ax, ay}, {bx, by}, side);
            crossed.first = (turned > 0 ? before_a : before_b) + 1, crossed.count = std::abs(turned);
            for_rays(crossed, [&](std::size_t ray, double inverse) {
                if (inverse > m_nearest[ray]) add_event(ray, {inverse, index, none, turned < 0});
            });
        }
        ax = bx, ay = by, before_a = before_b;
    }
}

/// Nearest first; where two are as near, by obstacle, entering first, so that the order edges came in does not matter.
void Sweep::add_event(std::size_t ray, const Event& event) {
    const auto obstacle = [&](const Event& e) { return m_edges->crowns()[e.chain].obstacle; };
    const auto comes_first = [&](const Event& a, const Event& b) {
        if (a.inverse != b.inverse) return a.inverse > b.inverse;
        return obstacle(a) != obstacle(b) ? obstacle(a) < obstacle(b) : a.enters && !b.enters;
    };
    const auto added = static_cast<std::uint32_t>(m_events.size());
    m_events.push_back(event);
    std::uint32_t* link = &m_event[ray];
    while (*link != none && comes_first(m_events[*link], event)) link = &m_events[*link].next;
    m_events[added].next = *link;
    *link = added;
}

/// Sums up what crowns take along the ray until the limit is reached or something opaque.
void Sweep::end_ray(std::size_t ray) {
    const double opaque = 1.0 / m_nearest[ray];
    double depth = 0.0, per_m = 0.0, passed = 0.0;
    for (std::uint32_t e = m_event[ray];; e = m_events[e].next) {
        const double next = e == none ? opaque : 1.0 / m_events[e].inverse;
        if (per_m > 1e-12 && depth + per_m * (next - passed) > m_limit) {
            m_distance[ray] = std::min(passed + (m_limit - depth) / per_m, next);
            m_ended_by[ray] = densest_before(ray, e);
            return;
        }
        if (e == none) break;
        depth += per_m * (next - passed);
        passed = next;
        const double change = m_edges->crowns()[m_events[e].chain].extinction_per_m;
        per_m += m_events[e].enters ? change : -change;
    }
    m_distance[ray] = m_edge[ray] == none ? m_reach : opaque;
    const std::uint32_t chain = m_edge[ray] == none ? 0 : m_edges->chain_of[m_edge[ray]];
    const std::uint32_t obstacle = m_edge[ray] == none ? 0 : m_edges->opaque()[chain].obstacle;
    m_ended_by[ray] = m_edge[ray] == none ? -1 : obstacle == tunnel_wall ? -2 : static_cast<std::int64_t>(obstacle);
}

/// The crown one is in just before event `last` that takes most per metre; of equals the first in order.
std::int64_t Sweep::densest_before(std::size_t ray, std::uint32_t last) const {
    const EyeChain* densest = nullptr;
    for (std::uint32_t e = m_event[ray]; e != last; e = m_events[e].next) {
        const EyeChain& crown = m_edges->crowns()[m_events[e].chain];
        int inside = 0;
        for (std::uint32_t k = m_event[ray]; k != last; k = m_events[k].next)
            if (m_edges->crowns()[m_events[k].chain].obstacle == crown.obstacle) inside += m_events[k].enters ? 1 : -1;
        if (inside <= 0) continue;
        const bool better = densest == nullptr || crown.extinction_per_m > densest->extinction_per_m ||
                            (crown.extinction_per_m == densest->extinction_per_m && crown.obstacle < densest->obstacle);
        if (better) densest = &crown;
    }
    return densest == nullptr ? -1 : static_cast<std::int64_t>(densest->obstacle);
}

double Sweep::area_m2() const {
    double squares = 0.0;
    for (const double d : m_distance) squares += d * d;
    return squares * m_fan.angle() / 2.0;
}

double Sweep::mean_m() const {
    double sum = 0.0;
    for (const double d : m_distance) sum += d;
    return sum / static_cast<double>(m_distance.size());
}

/// Metres of the wall between the directions half a ray to both sides, or to the wall's ends.
double Sweep::footprint(int ray, std::uint32_t edge) const {
    const double ax = m_edges->x[edge - 1] - m_from.x, ay = m_edges->y[edge - 1] - m_from.y;
    const double bx = m_edges->x[edge] - m_from.x, by = m_edges->y[edge] - m_from.y;
    const auto share_at = [&](int half) {
        const double a = cross(m_fan.half_x(half), m_fan.half_y(half), ax, ay),
                     b = cross(m_fan.half_x(half), m_fan.half_y(half), bx, by);
        return a <= 0.0 ? 0.0 : b >= 0.0 ? 1.0 : a / (a - b);  // a to the left of the eye's direction, b to the right
    };
    return std::max(0.0, share_at(ray) - share_at(ray + 1)) * std::sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}

double Sweep::facade_m(const Obstacles& obstacles) const {
    double sum = 0.0;
    for (std::size_t ray = 0; ray < m_distance.size(); ++ray) {
        if (m_ended_by[ray] < 0 || m_distance[ray] > m_surveillance) continue;
        const Obstacle& o = obstacles.all()[static_cast<std::size_t>(m_ended_by[ray])];
        if (o.kind == ObstacleKind::building) sum += footprint(static_cast<int>(ray), m_edge[ray]);
    }
    return sum;
}

}  // namespace lykta::conditions
