// What stands at eye height near a stretch of path: outlines as chains of vertices, nearest first.
#pragma once
#include <cstdint>
#include <limits>
#include <vector>

#include "conditions/obstacles.hpp"
#include "core/geometry.hpp"

namespace lykta::conditions {

/// Stands for a wall of a tunnel where an obstacle's index is asked for.
constexpr std::uint32_t tunnel_wall = std::numeric_limits<std::uint32_t>::max();

/// Part of one obstacle's outline, the obstacle on its left. Edges run between consecutive vertices.
struct EyeChain {
    std::uint32_t obstacle = 0;
    std::uint32_t first = 0, end = 0;  ///< vertices
    double extinction_per_m = 0.0;
    Point middle;
    double radius = 0.0;   ///< all vertices lie within it of `middle`
    double nearest = 0.0;  ///< at least this far from the middle of the gathered box
};

/// Obstacles higher than the eye whose base is below it, uncleared.
class EyeEdges {
public:
    /// Edges that meet the box. Same obstacles, same box: same order.
    void gather(const Obstacles& obstacles, const Box& box, double eye_m);
    /// A wall that ends sight from both sides.
    void add_wall(const Polyline& line);

    [[nodiscard]] const std::vector<EyeChain>& opaque() const { return m_opaque; }
    [[nodiscard]] const std::vector<EyeChain>& crowns() const { return m_crowns; }
    std::vector<double> x, y;  ///< of the vertices, m
    /// The chain that each vertex's edge (to it from the one before) belongs to; into opaque() or crowns().
    std::vector<std::uint32_t> chain_of;

private:
    void start(const ObstacleEdge& edge, const Obstacle& obstacle, bool is_opaque);
    void push(Point p, std::uint32_t chain);
    void finish(Point middle);
    std::vector<EyeChain> m_opaque, m_crowns;
};

}  // namespace lykta::conditions
