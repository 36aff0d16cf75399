// A look round from one point: every edge near it touches only the rays of its own angles.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/sight.hpp"
#include "conditions/sight_edges.hpp"
#include "conditions/sight_rays.hpp"

namespace lykta::conditions {

/// Opaque edges leave the nearest distance per ray, as its inverse: along a straight edge that is a linear function of
/// the ray's direction, so no ray needs a division. Crown edges nearer than that leave events per ray, in order, which
/// are summed up once all are known. Keeps its memory from look to look.
class Sweep {
public:
    Sweep(const RayFan& fan, const SightOptions& options);

    /// \param held  obstacles that do not count, ascending
    void look(Point from, const EyeEdges& edges, std::span<const std::uint32_t> held);

    [[nodiscard]] double distance_m(int ray) const { return m_distance[static_cast<std::size_t>(ray)]; }
    [[nodiscard]] std::int64_t ended_by(int ray) const { return m_ended_by[static_cast<std::size_t>(ray)]; }
    [[nodiscard]] double area_m2() const;
    [[nodiscard]] double mean_m() const;
    /// Metres of buildings' walls seen within `surveillance`; see VisibleArea.
    [[nodiscard]] double facade_m(const Obstacles& obstacles) const;

private:
    /// An outline passed along a ray: 1/distance, which crown, and whether it is entered.
    struct Event {
        double inverse = 0.0;
        std::uint32_t chain = 0, next = 0;
        bool enters = false;
    };
    /// Rays from `first` on that an edge crosses, and 1/distance along them: a·x + b·y + c.
    struct Crossed {
        int first = 0, count = 0;
        double a = 0.0, b = 0.0, c = 0.0;
    };
    /// From a to b, both seen from the eye; `side` is their cross product. The rays are set by the caller.
    [[nodiscard]] static Crossed edge(Point a, Point b, double side);
    void clear();
    void block(const EyeChain& chain);
    void dim(const EyeChain& chain, std::uint32_t index);
    template <class Use>
    void for_rays(const Crossed& crossed, const Use& use);
    void add_event(std::size_t ray, const Event& event);
    void end_ray(std::size_t ray);
    [[nodiscard]] std::int64_t densest_before(std::size_t ray, std::uint32_t last) const;
    [[nodiscard]] double footprint(int ray, std::uint32_t edge) const;
    /// Beyond reach, or behind what is opaque already.
    [[nodiscard]] bool unseen(const EyeChain& chain) const;

    const RayFan& m_fan;
    double m_reach = 0.0, m_limit = 0.0, m_surveillance = 0.0;
    Point m_from;
    const EyeEdges* m_edges = nullptr;
    std::vector<double> m_nearest;       ///< 1/m per ray: of the nearest opaque edge, at least 1/reach
    std::vector<std::uint32_t> m_edge;   ///< its last vertex
    std::vector<std::uint32_t> m_event;  ///< nearest event per ray, into m_events
    std::vector<Event> m_events;
    std::vector<double> m_distance;
    std::vector<std::int64_t> m_ended_by;
};

}  // namespace lykta::conditions
