#include "measures/changed_conditions_plants.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace lykta::measures {

namespace {

using conditions::Obstacle;
using conditions::ObstacleKind;
using conditions::Obstacles;
using Segment = std::pair<Point, Point>;

std::vector<Point> points_of(const MultiPolygon& shape) {
    std::vector<Point> points;
    for (const Polygon& polygon : shape) {
        points.insert(points.end(), polygon.outer.begin(), polygon.outer.end());
        for (const Ring& hole : polygon.holes) points.insert(points.end(), hole.begin(), hole.end());
    }
    return points;
}

/// Edges without direction, sorted.
std::vector<Segment> segments_of(const MultiPolygon& shape) {
    std::vector<Segment> segments;
    const auto append = [&](const Ring& ring) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            segments.push_back({std::min(ring[i], ring[i + 1]), std::max(ring[i], ring[i + 1])});
    };
    for (const Polygon& polygon : shape) {
        append(polygon.outer);
        for (const Ring& hole : polygon.holes) append(hole);
    }
    std::sort(segments.begin(), segments.end());
    return segments;
}

Box changed_box(const MultiPolygon& before, const MultiPolygon& after) {
    const std::vector<Segment> old = segments_of(before), now = segments_of(after);
    std::vector<Segment> differ;
    std::set_symmetric_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(differ));
    Box box;
    for (const Segment& segment : differ) box.grow(segment.first), box.grow(segment.second);
    return box;
}

/// Boxes of the town's obstacles as they are after the change.
class BoxesAfter {
public:
    BoxesAfter(const Obstacles& all, std::span<const CutPlant> cut) : m_all(all.all()) {
        for (const CutPlant& plant : cut) {
            const auto obstacle = all.obstacle_of(ObstacleKind::plant, plant.plant);
            if (obstacle >= 0) m_cut[static_cast<std::uint32_t>(obstacle)] = box_of(plant.outline);
        }
    }
    [[nodiscard]] const Box& of(std::uint32_t obstacle) const {
        if (m_cut.empty()) return m_all[obstacle].box;
        const auto at = m_cut.find(obstacle);
        return at == m_cut.end() ? m_all[obstacle].box : at->second;
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_all.size()); }

private:
    const std::vector<Obstacle>& m_all;
    std::map<std::uint32_t, Box> m_cut;
};

/// Inside it no obstacle decides where the buckets begin and end: an edge's middle is at most half an edge's length
/// from its ends.
Box all_but_the_rim(const BoxesAfter& boxes) {
    Box extent;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes.of(i);
        if (!box.empty()) extent.grow({box.min_x, box.min_y}), extent.grow({box.max_x, box.max_y});
    }
    return extent.expanded(-Obstacles::longest_edge / 2);
}

bool is_at_the_rim(const Box& box, const Box& inner) {
    return !box.empty() && (box.min_x <= inner.min_x || box.min_y <= inner.min_y || box.max_x >= inner.max_x ||
                            box.max_y >= inner.max_y);
}

/// Points of a shape in a row: an order that does not depend on the shapes beside it.
bool comes_first(const MultiPolygon* a, const MultiPolygon* b) {
    return points_of(*a) < points_of(*b);
}

}  // namespace

std::vector<CutPlant> cut_plants(const layers::VegetationLayer& vegetation, std::span<const Clearing> clearings) {
    std::map<std::uint32_t, std::vector<const MultiPolygon*>> pieces;
    for (const Clearing& clearing : clearings) pieces[clearing.plant].push_back(&clearing.shape);
    std::vector<CutPlant> cut;
    for (auto& [plant, shapes] : pieces) {
        const MultiPolygon& before = vegetation.plants[plant].outline;
        std::sort(shapes.begin(), shapes.end(), comes_first);
        MultiPolygon after = before;
        for (const MultiPolygon* shape : shapes)
            if (!after.empty() && !shape->empty()) after = difference_of(after, *shape);
        Box changed = changed_box(before, after);
        if (!changed.empty()) cut.push_back({plant, std::move(after), changed});
    }
    return cut;
}

ObstaclesNear obstacles_near(const World& world, const Obstacles& all, const conditions::ObstacleOptions& options,
                             const NearCells& cells, std::span<const CutPlant> cut) {
    ObstaclesNear near;
    const BoxesAfter boxes(all, cut);
    const Box inner = all_but_the_rim(boxes);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (!cells.meets(boxes.of(i)) && !is_at_the_rim(boxes.of(i), inner)) continue;
        const Obstacle& obstacle = all.all()[i];
        if (obstacle.kind == ObstacleKind::building) {
            near.buildings.buildings.push_back(world.city.buildings->buildings[obstacle.index]);
            continue;
        }
        near.vegetation.plants.push_back(world.city.vegetation->plants[obstacle.index]);
        const auto at = std::find_if(cut.begin(), cut.end(), [&](const auto& c) { return c.plant == obstacle.index; });
        if (at != cut.end()) near.vegetation.plants.back().outline = at->outline;
    }
    near.obstacles = std::make_unique<const Obstacles>(&near.buildings, &near.vegetation, options);
    return near;
}

}  // namespace lykta::measures
