// Straight lines of sight from one point to others: is what stands there hidden, and by what?
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/sight.hpp"
#include "conditions/sight_edges.hpp"
#include "conditions/sight_rays.hpp"

namespace lykta::conditions {

/// What stands between. building or tunnel: opaque; plant: the one that takes most.
struct Hidden {
    HiddenBy by = HiddenBy::nothing;
    std::int64_t obstacle = -1;
};

/// What is looked at. A person may stand inside an outline that holds the place (a passage, a gap in a shrubbery): it
/// hides only what lies beyond. An entrance lies in a wall, up to `wall_m` inside its outline: what one has entered
/// before that hides it.
enum class LookedAt : std::uint8_t { person, entrance };

/// Sorts the lines by the rays they fall between, so that a chain of edges meets only those in its own angles.
/// \correctness  twin: Obstacles::transmittance; property: clearing never hides
class SightLines {
public:
    static constexpr double wall_m = 1.0;
    explicit SightLines(const RayFan& fan, double seen_through);

    void start(Point from);
    void add(Point to, LookedAt what);  ///< lines keep the order they are added in
    [[nodiscard]] std::size_t size() const { return m_lines.size(); }
    /// All edges against all lines. \param held  obstacles that do not count, ascending
    void look(const EyeEdges& edges, std::span<const std::uint32_t> held);
    /// Further edges for one line alone (the walls of the tunnel it ends in); after look().
    void look_at_one(std::size_t line, const EyeEdges& edges);
    /// \pre  after look()
    [[nodiscard]] Hidden hidden(std::size_t line);

private:
    struct Line {
        double x = 0.0, y = 0.0, length = 0.0;
        LookedAt what = LookedAt::person;
        double opaque_at = 2.0;  ///< share of the line up to the nearest opaque obstacle; 2: none
        std::uint32_t opaque = 0;
    };
    struct Crossing {
        std::uint32_t line = 0, obstacle = 0;
        double share = 0.0, extinction_per_m = 0.0;
        bool enters = false;
    };
    void sort_lines();
    void test(const EyeEdges& edges, const EyeChain& chain, std::uint32_t line);
    void meet(const EyeChain& chain, std::uint32_t line, double share, bool enters);

    const RayFan& m_fan;
    double m_limit = 0.0, m_longest = 0.0;
    Point m_from;
    std::vector<Line> m_lines;
    std::vector<std::uint32_t> m_order, m_start;  ///< lines by ray; first of each ray, one more at the end
    std::vector<Crossing> m_crossings;
    bool m_sorted = false;
};

}  // namespace lykta::conditions
