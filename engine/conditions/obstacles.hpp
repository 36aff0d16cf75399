// What stands in the way of light and sight: buildings as opaque prisms, plants as crowns that let part of it through.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

enum class Season { leafed, bare };

/// How much a crown takes per metre of way through it: light left after d metres is exp(−extinction · d).
/// Trees from Konarska et al. (2014), Theor Appl Climatol 117:363–376, single street trees in Göteborg: 1.3–5.3 % of
/// direct light comes through in leaf, 40–52 % without leaves; taken over a crown of 8 m. Shrubs are denser; their
/// figures are a judgement (see docs/decisions).
struct ObstacleOptions {
    Season season = Season::leafed;
    double tree_leafed_per_m = 0.44, tree_bare_per_m = 0.10;  ///< REQUIRES: ≥ 0 per metre
    double shrub_leafed_per_m = 2.0, shrub_bare_per_m = 0.5;  ///< REQUIRES: ≥ 0 per metre
    Meters shrub_up_to{3.0};                                  ///< a plant this high or lower is a shrub
    Meters default_building_height{6.0};                      ///< for a footprint without height
};

enum class ObstacleKind : std::uint8_t { building, plant };
struct Obstacle {
    ObstacleKind kind = ObstacleKind::building;
    std::uint32_t index = 0;  ///< into BuildingLayer::buildings or VegetationLayer::plants
    double base_m = 0.0, top_m = 0.0;
    double extinction_per_m = std::numeric_limits<double>::infinity();  ///< infinity: opaque
    Box box;
};

/// A piece of an outline, the obstacle on its left (outer rings anticlockwise, holes clockwise). At most `longest_edge`
/// long: longer edges are cut.
struct ObstacleEdge {
    Point a, b;
    std::uint32_t obstacle = 0;
};

/// Obstacles with their edges sorted into square buckets by middle. Order of obstacles: buildings, then plants, each in
/// layer order; of edges within a bucket: by obstacle, then along the outline. Same layers, same order, always.
class Obstacles {
public:
    static constexpr double longest_edge = 20.0;  ///< m, also the bucket's side

    /// Either layer may be nullptr. Obstacles whose top is 0 or that take nothing are left out. Areas known by a canopy
    /// share below 1 (blocks of a canopy survey) stay, so that one may hide beside them, and take nothing: where their
    /// crowns stand is unknown.
    Obstacles(const layers::BuildingLayer* buildings, const layers::VegetationLayer* vegetation,
              const ObstacleOptions& options = {});

    [[nodiscard]] const std::vector<Obstacle>& all() const { return m_obstacles; }
    [[nodiscard]] std::span<const ObstacleEdge> edges() const { return m_edges; }
    /// Edges whose bucket may hold one that meets the box: consecutive runs, one per row of buckets.
    template <class Visit>
    void near(const Box& box, const Visit& visit) const {
        if (m_edges.empty()) return;
        const Box grown = box.expanded(longest_edge / 2);
        const int top = row_of(grown.max_y);
        for (int row = row_of(grown.min_y); row <= top; ++row) visit_run(row, grown.min_x, grown.max_x, visit);
    }
    /// The same for a straight line: of each row of buckets only the part that the line passes.
    template <class Visit>
    void near_line(Point a, Point b, const Visit& visit) const {
        if (m_edges.empty()) return;
        if (a.y > b.y) std::swap(a, b);
        constexpr double half = longest_edge / 2;
        const double left = std::min(a.x, b.x), right = std::max(a.x, b.x);
        const double slope = b.y > a.y ? (b.x - a.x) / (b.y - a.y) : 0.0;
        const int top = row_of(b.y + half);
        for (int row = row_of(a.y - half); row <= top; ++row) {
            const double south = m_box.min_y + row * longest_edge - half, north = south + 2.0 * longest_edge;
            double from = left, to = right;
            if (b.y > a.y) {
                const double x1 = a.x + slope * (std::max(south, a.y) - a.y),
                             x2 = a.x + slope * (std::min(north, b.y) - a.y);
                from = std::clamp(std::min(x1, x2), left, right);
                to = std::clamp(std::max(x1, x2), left, right);
            }
            visit_run(row, from - half, to + half, visit);
        }
    }
    /// Obstacles whose outline holds the point or comes within a micrometre of it, ascending.
    [[nodiscard]] std::vector<std::uint32_t> holding(Point p) const;
    /// Plants or buildings as obstacle indices: obstacle_of(plant 7). -1 where it is none.
    [[nodiscard]] std::int64_t obstacle_of(ObstacleKind kind, std::uint32_t index) const;

    /// Share of light (or sight) that comes through from a to b, 0…1: a straight line from height za to zb; 0 as soon
    /// as something opaque is met. Two things do not count: obstacles that hold b (a lamp on its house), and buildings
    /// that hold a (a portal, a passage). A crown that holds a does: one stands below it. \correctness  hand cases (one
    /// wall, one crown); twin: small steps along the line; properties: halves of a crown make the whole, clearing never
    /// darkens, swapped ends
    struct End {
        Point point;
        double z_m = 0.0;
    };
    [[nodiscard]] double transmittance(const End& from, const End& to) const;

    /// What stands in one line's way, buildings and plants apart.
    struct Through {
        bool opaque = false;  ///< a building
        double depth = 0.0;   ///< Σ extinction · metres within crowns
        [[nodiscard]] double share() const { return opaque ? 0.0 : std::exp(-depth); }
        [[nodiscard]] double share_without_plants() const { return opaque ? 0.0 : 1.0; }
    };
    /// Lines to one end from several heights above one point, for little more than the price of one.
    /// \pre heights_m and found are as long as each other
    void through(Point from, std::span<const double> heights_m, const End& to, std::span<Through> found) const;

    /// Takes a plant out of the way, or puts it back: what clearing it would do. The box of what changed is returned.
    Box set_cleared(std::uint32_t obstacle, bool cleared);
    [[nodiscard]] bool is_cleared(std::uint32_t obstacle) const { return m_cleared[obstacle] != 0; }

private:
    void add_buildings(const layers::BuildingLayer& layer, const ObstacleOptions& options);
    void add_plants(const layers::VegetationLayer& layer, const ObstacleOptions& options);
    void add(const Obstacle& obstacle, const MultiPolygon& outline);
    void sort_edges();
    [[nodiscard]] int column_of(double x) const {
        return static_cast<int>(std::clamp((x - m_box.min_x) / longest_edge, 0.0, m_columns - 1.0));
    }
    [[nodiscard]] int row_of(double y) const {
        return static_cast<int>(std::clamp((y - m_box.min_y) / longest_edge, 0.0, m_rows - 1.0));
    }
    template <class Visit>
    void visit_run(int row, double from_x, double to_x, const Visit& visit) const {
        const std::size_t base = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns);
        const std::uint32_t first = m_start[base + static_cast<std::size_t>(column_of(from_x))],
                            end = m_start[base + static_cast<std::size_t>(column_of(to_x)) + 1];
        for (std::uint32_t i = first; i < end; ++i) visit(m_edges[i]);
    }

    struct BoxTree;  ///< which boxes hold a point
    std::vector<Obstacle> m_obstacles;
    std::vector<MultiPolygon> m_outlines;
    std::shared_ptr<const BoxTree> m_tree;
    std::vector<std::int64_t> m_of_building, m_of_plant;  ///< obstacle of each, -1 none
    std::vector<char> m_cleared;
    std::vector<ObstacleEdge> m_edges;
    std::vector<std::uint32_t> m_start;  ///< per bucket, one more at the end
    Box m_box;
    int m_columns = 0, m_rows = 0;
};

}  // namespace lykta::conditions
