// Areas that touch. The boundaries are compared by GEOS, not by shared vertices, so a T-junction counts.
#include <algorithm>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include "core/geos_bridge.hpp"
#include "statistics/spatial_weights.hpp"

namespace lykta::statistics {

namespace {

namespace bgi = boost::geometry::index;
using BoostPoint = boost::geometry::model::d2::point_xy<double>;
using BoostBox = boost::geometry::model::box<BoostPoint>;
using Entry = std::pair<BoostBox, std::uint32_t>;

BoostBox boost_box(const Box& box) {
    return {{box.min_x, box.min_y}, {box.max_x, box.max_y}};
}

bgi::rtree<Entry, bgi::rstar<16>> index_of(std::span<const MultiPolygon> shapes) {
    std::vector<Entry> entries;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        const Box box = box_of(shapes[i]);
        if (!box.empty()) entries.emplace_back(boost_box(box), i);
    }
    return bgi::rtree<Entry, bgi::rstar<16>>(entries);
}

/// Rook asks for a stretch that both boundaries share. Shapes that overlap share one too, or their insides meet.
bool is_contiguous(const GEOSGeometry* a, const GEOSGeometry* b, Contiguity rule) {
    const GEOSContextHandle_t context = geos::context();
    if (rule == Contiguity::queen) return GEOSIntersects_r(context, a, b) == 1;
    const geos::Shape shared = geos::own(GEOSIntersection_r(context, a, b), "intersection");
    double length = 0.0;
    return GEOSLength_r(context, shared.get(), &length) == 1 && length > 0.0;
}

}  // namespace

SpatialWeights contiguity(std::span<const MultiPolygon> shapes, Contiguity rule) {
    SpatialWeights w;
    w.neighbours.resize(shapes.size());
    w.weights.resize(shapes.size());
    const auto index = index_of(shapes);
    std::vector<geos::Shape> built;
    for (const auto& shape : shapes) built.push_back(geos::shape_from(shape));
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        const Box box = box_of(shapes[i]);
        if (box.empty()) continue;
        for (auto at = index.qbegin(bgi::intersects(boost_box(box))); at != index.qend(); ++at) {
            const std::uint32_t j = at->second;
            if (j <= i || !is_contiguous(built[i].get(), built[j].get(), rule)) continue;
            w.neighbours[i].push_back(j);
            w.neighbours[j].push_back(i);
        }
    }
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        std::sort(w.neighbours[i].begin(), w.neighbours[i].end());
        w.weights[i].assign(w.neighbours[i].size(), 1.0);
    }
    return w;
}

}  // namespace lykta::statistics
