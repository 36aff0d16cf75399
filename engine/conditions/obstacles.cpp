// Buildings and plants as edges in buckets, and the light that comes through along a line.
#include "conditions/obstacles.hpp"

#include <algorithm>
#include <array>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>

namespace lykta::conditions {

namespace bgi = boost::geometry::index;
using BoostPoint = boost::geometry::model::d2::point_xy<double>;
using BoostBox = boost::geometry::model::box<BoostPoint>;

struct Obstacles::BoxTree {
    bgi::rtree<std::pair<BoostBox, std::uint32_t>, bgi::rstar<16>> tree;
};

namespace {

double signed_area(const Ring& ring) {
    double twice = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    return twice / 2.0;
}

/// Edges of a ring so that the obstacle lies on their left, long ones cut.
void append_edges(const Ring& ring, bool is_hole, std::uint32_t obstacle, std::vector<ObstacleEdge>& edges) {
    const bool turn = (signed_area(ring) < 0.0) != is_hole;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = turn ? ring[ring.size() - 1 - i] : ring[i], b = turn ? ring[ring.size() - 2 - i] : ring[i + 1];
        const double pieces = std::max(1.0, std::ceil(distance(a, b) / Obstacles::longest_edge));
        Point from = a;
        for (double k = 1.0; k <= pieces; k += 1.0) {
            const Point to = k == pieces ? b : Point{a.x + (b.x - a.x) * k / pieces, a.y + (b.y - a.y) * k / pieces};
            if (!(from == to)) edges.push_back({from, to, obstacle});
            from = to;
        }
    }
}

/// How much crown an area holds, not where it stands: a block of a canopy survey.
bool is_area_share(const layers::Plant& plant) {
    return plant.canopy_share < 1.0;
}

/// Per metre of way; nothing for an area known by its share of crown alone.
double extinction_of(const layers::Plant& plant, const ObstacleOptions& options) {
    if (is_area_share(plant)) return 0.0;
    const bool leafed = options.season == Season::leafed || plant.evergreen;
    const bool shrub = plant.height <= options.shrub_up_to;
    const double per_m = shrub ? (leafed ? options.shrub_leafed_per_m : options.shrub_bare_per_m)
                               : (leafed ? options.tree_leafed_per_m : options.tree_bare_per_m);
    return per_m;
}

/// An outline this near to a lamp carries it: digitised on the wall it hangs on, rounding must not decide.
constexpr double at_the_wall_m = 1e-6;

/// Where the line passes an outline: how far along (0…1) and whether it goes in.
struct Crossing {
    std::uint32_t obstacle = 0;
    double t = 0.0;
    bool enters = false;
};

/// A line on the plane with what every edge is held against.
struct Line {
    Point from;
    double dx = 0.0, dy = 0.0;
    double farthest_t = 1.0;  ///< a hair beyond the end, so that a wall through the end is met
};

/// Half-open at the edge's ends, so that a line through a corner shared by two edges meets exactly one of them.
bool crosses(const ObstacleEdge& edge, const Line& line, Crossing& found) {
    const double ax = edge.a.x - line.from.x, ay = edge.a.y - line.from.y;
    const double bx = edge.b.x - line.from.x, by = edge.b.y - line.from.y;
    const double side_a = line.dx * ay - line.dy * ax, side_b = line.dx * by - line.dy * bx;
    if ((side_a < 0.0) == (side_b < 0.0)) return false;
    const double t = (bx * ay - by * ax) / (side_a - side_b);
    if (!(t >= 0.0 && t <= line.farthest_t)) return false;
    found = {edge.obstacle, t, side_a >= 0.0};
    return true;
}

double distance_to(const MultiPolygon& outline, Point p) {
    double least = HUGE_VAL;
    for (const Polygon& polygon : outline) {
        least = std::min(least, nearest_on(polygon.outer, p).distance);
        for (const Ring& hole : polygon.holes) least = std::min(least, nearest_on(hole, p).distance);
    }
    return least;
}

bool is_opaque(const Obstacle& o) {
    return std::isinf(o.extinction_per_m);
}

/// Share of the line that runs inside one obstacle and between its base and top; 0 where the obstacle holds the line's
/// end, or is a building that holds its start. \pre its crossings in order along the line
double share_inside(std::span<const Crossing> crossings, const Obstacle& o, double z_from, double z_to, double last_t) {
    if (crossings.back().enters || crossings.back().t > last_t) return 0.0;
    if (is_opaque(o) && !crossings.front().enters) return 0.0;
    const double rise = z_to - z_from;
    if (rise == 0.0 && (o.base_m >= z_to || o.top_m <= z_to)) return 0.0;
    const double at_base = rise != 0.0 ? (o.base_m - z_from) / rise : 0.0,
                 at_top = rise != 0.0 ? (o.top_m - z_from) / rise : 1.0;
    const double lowest = std::min(at_base, at_top), highest = std::max(at_base, at_top);
    double share = 0.0, entered = 0.0;
    for (const Crossing& c : crossings) {
        if (c.enters)
            entered = c.t;
        else
            share += std::max(0.0, std::min(c.t, highest) - std::max(entered, lowest));
    }
    return share;
}

/// Heights between which some lines to one end run.
struct Span {
    double low, high;
    [[nodiscard]] bool meets(const Obstacle& o) const { return o.top_m > low && o.base_m < high; }
};

Span span_of(std::span<const double> heights, double end) {
    Span span{end, end};
    for (const double z : heights) span = {std::min(span.low, z), std::max(span.high, z)};
    return span;
}

}  // namespace

Obstacles::Obstacles(const layers::BuildingLayer* buildings, const layers::VegetationLayer* vegetation,
                     const ObstacleOptions& options) {
    if (buildings != nullptr) add_buildings(*buildings, options);
    if (vegetation != nullptr) add_plants(*vegetation, options);
    m_cleared.assign(m_obstacles.size(), 0);
    std::vector<std::pair<BoostBox, std::uint32_t>> boxes;
    for (std::uint32_t i = 0; i < m_obstacles.size(); ++i) {
        const Box& box = m_obstacles[i].box;
        if (!box.empty()) boxes.emplace_back(BoostBox{{box.min_x, box.min_y}, {box.max_x, box.max_y}}, i);
    }
    m_tree = std::make_shared<const BoxTree>(BoxTree{decltype(BoxTree::tree)(boxes)});
    sort_edges();
}

void Obstacles::add_buildings(const layers::BuildingLayer& layer, const ObstacleOptions& options) {
    for (std::uint32_t i = 0; i < layer.buildings.size(); ++i) {
        const auto& building = layer.buildings[i];
        const Meters top = building.height.value > 0.0 ? building.height : options.default_building_height;
        m_of_building.push_back(static_cast<std::int64_t>(m_obstacles.size()));
        add({.kind = ObstacleKind::building, .index = i, .top_m = top.value}, building.footprint);
    }
}

void Obstacles::add_plants(const layers::VegetationLayer& layer, const ObstacleOptions& options) {
    for (std::uint32_t i = 0; i < layer.plants.size(); ++i) {
        const auto& plant = layer.plants[i];
        const double taken = extinction_of(plant, options);
        const bool counts = plant.height > plant.crown_base && (taken > 0.0 || is_area_share(plant));
        m_of_plant.push_back(counts ? static_cast<std::int64_t>(m_obstacles.size()) : -1);
        if (!counts) continue;
        add({.kind = ObstacleKind::plant,
             .index = i,
             .base_m = plant.crown_base.value,
             .top_m = plant.height.value,
             .extinction_per_m = taken},
            plant.outline);
    }
}

void Obstacles::add(const Obstacle& obstacle, const MultiPolygon& outline) {
    const auto index = static_cast<std::uint32_t>(m_obstacles.size());
    m_obstacles.push_back(obstacle);
    m_obstacles.back().box = box_of(outline);
    for (const Polygon& polygon : outline) {
        append_edges(polygon.outer, false, index, m_edges);
        for (const Ring& hole : polygon.holes) append_edges(hole, true, index, m_edges);
    }
    m_outlines.push_back(outline);
}

void Obstacles::sort_edges() {
    const auto middle = [](const ObstacleEdge& e) { return Point{(e.a.x + e.b.x) / 2, (e.a.y + e.b.y) / 2}; };
    for (const auto& e : m_edges) m_box.grow(middle(e));
    if (m_edges.empty()) return;
    m_columns = static_cast<int>(m_box.width() / longest_edge) + 1;
    m_rows = static_cast<int>(m_box.height() / longest_edge) + 1;
    const auto bucket = [&](const ObstacleEdge& e) {
        const Point p = middle(e);
        return static_cast<std::size_t>(row_of(p.y)) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(column_of(p.x));
    };
    m_start.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const auto& e : m_edges) ++m_start[bucket(e) + 1];
    for (std::size_t i = 1; i < m_start.size(); ++i) m_start[i] += m_start[i - 1];
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    std::vector<ObstacleEdge> sorted(m_edges.size());
    for (const auto& e : m_edges) sorted[next[bucket(e)]++] = e;
    m_edges = std::move(sorted);
}

std::vector<std::uint32_t> Obstacles::holding(Point p) const {
    std::vector<std::uint32_t> found;
    const Box near_p = box_of(std::array{p}).expanded(at_the_wall_m);
    const BoostBox here{{near_p.min_x, near_p.min_y}, {near_p.max_x, near_p.max_y}};
    for (auto at = m_tree->tree.qbegin(bgi::intersects(here)); at != m_tree->tree.qend(); ++at) {
        const MultiPolygon& outline = m_outlines[at->second];
        if (contains(outline, p) || distance_to(outline, p) <= at_the_wall_m) found.push_back(at->second);
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::int64_t Obstacles::obstacle_of(ObstacleKind kind, std::uint32_t index) const {
    return (kind == ObstacleKind::building ? m_of_building : m_of_plant)[index];
}

double Obstacles::transmittance(const End& from, const End& to) const {
    Through found;
    through(from.point, std::span(&from.z_m, 1), to, std::span(&found, 1));
    return found.share();
}

void Obstacles::through(Point from, std::span<const double> heights_m, const End& to, std::span<Through> found) const {
    thread_local std::vector<Crossing> crossings;
    crossings.clear();
    const double wide = to.point.x - from.x, deep = to.point.y - from.y, across = std::sqrt(wide * wide + deep * deep);
    const double hair = across > 0.0 ? at_the_wall_m / across : 0.0;
    const Line line{from, wide, deep, 1.0 + hair};
    const Span span = span_of(heights_m, to.z_m);
    near_line(from, to.point, [&](const ObstacleEdge& edge) {
        Crossing c;
        if (crosses(edge, line, c) && span.meets(m_obstacles[edge.obstacle]) && m_cleared[edge.obstacle] == 0)
            crossings.push_back(c);
    });
    std::fill(found.begin(), found.end(), Through{});
    std::sort(crossings.begin(), crossings.end(), [](const Crossing& a, const Crossing& b) {
        return a.obstacle != b.obstacle ? a.obstacle < b.obstacle : a.t < b.t;
    });
    for (std::size_t first = 0, end = 0; first < crossings.size(); first = end) {
        while (end < crossings.size() && crossings[end].obstacle == crossings[first].obstacle) ++end;
        const Obstacle& o = m_obstacles[crossings[first].obstacle];
        const auto own = std::span(crossings).subspan(first, end - first);
        for (std::size_t k = 0; k < heights_m.size(); ++k) {
            const double share = share_inside(own, o, heights_m[k], to.z_m, 1.0 - hair);
            if (!(share > 0.0)) continue;
            if (is_opaque(o))
                found[k].opaque = true;
            else
                found[k].depth += o.extinction_per_m * share * std::hypot(across, to.z_m - heights_m[k]);
        }
    }
}

Box Obstacles::set_cleared(std::uint32_t obstacle, bool cleared) {
    m_cleared[obstacle] = cleared ? 1 : 0;
    return m_obstacles[obstacle].box;
}

}  // namespace lykta::conditions
