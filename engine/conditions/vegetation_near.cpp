// Points along paths against plant outlines, found through an R-tree of their boxes.
#include "conditions/vegetation_near.hpp"

#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>

#include "conditions/stretches.hpp"
#include "core/parallel.hpp"

namespace lykta::conditions {

namespace {

namespace bgi = boost::geometry::index;
using BoostPoint = boost::geometry::model::d2::point_xy<double>;
using BoostBox = boost::geometry::model::box<BoostPoint>;
using Entry = std::pair<BoostBox, std::uint32_t>;
using Index = bgi::rtree<Entry, bgi::rstar<16>>;

/// Boxes already grown by the distance, so that a point inside one is a candidate.
Index index_of(const layers::VegetationLayer& vegetation, const VegetationOptions& options) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < vegetation.plants.size(); ++i) {
        const layers::Plant& plant = vegetation.plants[i];
        const Box box = box_of(plant.outline);
        if (box.empty() || !(plant.height > options.min_height) || plant.crown_base > options.min_height) continue;
        const Box grown = box.expanded(options.within.value);
        entries.emplace_back(BoostBox{{grown.min_x, grown.min_y}, {grown.max_x, grown.max_y}}, i);
    }
    return Index(entries);
}

bool is_within(Point p, const MultiPolygon& outline, double reach) {
    const auto ring_near = [&](const Ring& ring) { return nearest_on(ring, p).distance <= reach; };
    for (const auto& polygon : outline) {
        if (ring_near(polygon.outer) || std::any_of(polygon.holes.begin(), polygon.holes.end(), ring_near)) return true;
    }
    return contains(outline, p);
}

/// Largest canopy share among the plants near the point; 0 where there is none.
double cover_at(Point p, const Index& index, const layers::VegetationLayer& vegetation, double reach) {
    double cover = 0.0;
    const BoostBox here{{p.x, p.y}, {p.x, p.y}};
    for (auto at = index.qbegin(bgi::intersects(here)); at != index.qend(); ++at) {
        const layers::Plant& plant = vegetation.plants[at->second];
        if (plant.canopy_share > cover && is_within(p, plant.outline, reach)) cover = std::min(plant.canopy_share, 1.0);
        if (cover >= 1.0) break;
    }
    return cover;
}

}  // namespace

PathVegetation vegetation_along(std::span<const Polyline> stretches, const layers::VegetationLayer& vegetation,
                                const VegetationOptions& options) {
    const Index index = index_of(vegetation, options);
    PathVegetation result{std::vector<double>(stretches.size(), 0.0), std::vector<double>(stretches.size(), 0.0)};
    parallel_blocks(stretches.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t s = first; s < last; ++s) {
            if (stretches[s].empty()) continue;
            const std::vector<Point> points = points_along(stretches[s], options.step);
            double covered = 0.0;
            for (const Point p : points) covered += cover_at(p, index, vegetation, options.within.value);
            result.length_m[s] = length(stretches[s]);
            result.near_m[s] = result.length_m[s] * covered / static_cast<double>(points.size());
        }
    });
    return result;
}

}  // namespace lykta::conditions
