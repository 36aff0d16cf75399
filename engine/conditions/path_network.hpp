// Streets and paths as a network one can walk: where a line ends on another, one may turn. Dead ends, tunnels and the
// way to the next exit follow from it.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "core/units.hpp"
#include "layers/layers.hpp"

namespace lykta::conditions {

/// A point on a street, metres from the street's start.
struct OnStreet {
    std::uint32_t street = 0;
    double along_m = 0.0;
};

struct NetworkOptions {
    /// Ends this near to each other, or to another line, meet. REQUIRES: ≥ 0 m. DEFAULT: 0.5 m
    Meters snap{0.5};
    /// Where a street ends this near to the convex hull of all streets the data ends, not the way. DEFAULT: 30 m
    Meters edge_of_data{30.0};
};

/// Lines meet where an end of one lies within `snap` of another (the other is then met in between), and where both have
/// a vertex at one spot (1 cm). A tunnel meets others at its ends only: what crosses it passes above.
///
/// Dead ends: ways with one free end are taken away again and again until none is left; what was taken is a dead end. A
/// way that ends at the edge of the data leads on. A turning loop at the end of a way belongs to it. A piece that would
/// be taken away whole is not judged: nothing joins it to the rest, so the data has a gap, and its ends count as exits.
/// \correctness  hand-drawn worlds (tests/worlds); twin: all ways between every pair of nodes (Floyd)
class PathNetwork {
public:
    explicit PathNetwork(const layers::StreetLayer& streets, const NetworkOptions& options = {});

    /// Walks outward along every way, each place once, by the shortest way, and calls visit(OnStreet, Point, walked
    /// metres) every `step` up to `reach`; nearest first along each way. The start itself is not visited.
    template <class Visit>
    void walk(const OnStreet& from, Meters step, Meters reach, const Visit& visit) const;

    /// Metres to the nearest exit along the ways. Outside dead ends: a junction from which more than one other way
    /// leads on, or the edge of the data; in a dead end: the junction where it joins the rest; in a tunnel: its mouth.
    /// 0 where the data know none (a ring joined to nothing).
    [[nodiscard]] double exit_m(const OnStreet& at) const;
    /// Only one way out: everything beyond is a dead end.
    [[nodiscard]] bool is_dead_end(const OnStreet& at) const;
    [[nodiscard]] bool is_tunnel(std::uint32_t street) const { return m_tunnel[street] != 0; }

    [[nodiscard]] Point position(const OnStreet& at) const;
    [[nodiscard]] std::span<const Point> line(std::uint32_t street) const {
        return std::span(m_points).subspan(m_first_point[street], m_first_point[street + 1] - m_first_point[street]);
    }

    /// Between two nodes, on one street.
    struct Link {
        std::uint32_t street = 0, from = 0, to = 0;  ///< nodes
        double from_m = 0.0, to_m = 0.0;             ///< along the street
        bool dead_end = false;
        [[nodiscard]] double length() const { return to_m - from_m; }
    };
    [[nodiscard]] std::span<const Link> links() const { return m_links; }
    [[nodiscard]] std::size_t node_count() const { return m_first_link.size() - 1; }
    /// Indices into links(), ascending; a link from a node to itself once.
    [[nodiscard]] std::span<const std::uint32_t> links_at(std::uint32_t node) const {
        return std::span(m_links_at).subspan(m_first_link[node], m_first_link[node + 1] - m_first_link[node]);
    }
    [[nodiscard]] std::size_t street_count() const { return m_tunnel.size(); }
    [[nodiscard]] std::span<const Point> points() const { return m_points; }  ///< of all lines
    /// Metres along the street to each point of its line.
    [[nodiscard]] std::span<const double> along(std::uint32_t street) const {
        return std::span(m_along).subspan(m_first_point[street], m_first_point[street + 1] - m_first_point[street]);
    }

private:
    static constexpr double unreached = std::numeric_limits<double>::infinity();

    /// A piece of street walked in one direction: at `from_m` after `walked`, and on until `until` metres are walked.
    struct Way {
        std::uint32_t street = 0;
        double from_m = 0.0, walked = 0.0, until = 0.0;
        double direction = 1.0;  ///< −1: towards the street's start
    };
    [[nodiscard]] const std::vector<Way>& ways_from(const OnStreet& from, double reach) const;
    void append_ways(const Link& link, double from_start, double from_end, double reach, std::vector<Way>& ways) const;
    void keep_lines(const layers::StreetLayer& streets);
    void keep_links(std::vector<Link> links, std::size_t nodes);
    [[nodiscard]] std::uint32_t link_at(const OnStreet& at) const;

    std::vector<Point> m_points;  ///< of all lines
    std::vector<double> m_along;  ///< of each point, m from its street's start
    std::vector<std::uint32_t> m_first_point;
    std::vector<char> m_tunnel;
    std::vector<Link> m_links;                            ///< by street, then along it
    std::vector<std::uint32_t> m_first_of_street;         ///< into m_links
    std::vector<std::uint32_t> m_first_link, m_links_at;  ///< of each node, ascending
    std::vector<std::array<double, 2>> m_exit_m;          ///< of each link: metres to the exit from its two ends
};

template <class Visit>
void PathNetwork::walk(const OnStreet& from, Meters step, Meters reach, const Visit& visit) const {
    for (const Way& way : ways_from(from, reach.value)) {
        for (double k = std::floor(way.walked / step.value) + 1.0; k * step.value <= way.until; k += 1.0) {
            const double walked = k * step.value;
            const OnStreet here{way.street, way.from_m + way.direction * (walked - way.walked)};
            visit(here, position(here), walked);
        }
    }
}

}  // namespace lykta::conditions
