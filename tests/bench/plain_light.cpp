#include "plain_light.hpp"

#include <algorithm>
#include <array>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <cmath>

#include "conditions/luminaire_light.hpp"

namespace lykta::bench {

namespace {

namespace bgi = boost::geometry::index;
using BoostPoint = boost::geometry::model::d2::point_xy<double>;
using BoostBox = boost::geometry::model::box<BoostPoint>;
using Entry = std::pair<BoostBox, std::uint32_t>;
using Tree = bgi::rtree<Entry, bgi::rstar<16>>;

constexpr double tree_per_m = 0.44, shrub_per_m = 2.0, shrub_up_to_m = 3.0;

BoostBox boost_box(const Box& box) {
    return {{box.min_x, box.min_y}, {box.max_x, box.max_y}};
}

struct Thing {
    const MultiPolygon* outline;
    double base, top, per_m;
};

/// Shares of the line from a to b where it meets an outline.
void meetings(const Ring& ring, Point a, Point b, std::vector<double>& at) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ex = ring[i + 1].x - ring[i].x, ey = ring[i + 1].y - ring[i].y;
        const double cross = dx * ey - dy * ex;
        if (cross == 0.0) continue;
        const double wx = ring[i].x - a.x, wy = ring[i].y - a.y;
        const double t = (wx * ey - wy * ex) / cross, u = (wx * dy - wy * dx) / cross;
        if (t >= 0 && t <= 1 && u >= 0 && u < 1) at.push_back(t);
    }
}

/// What one outline lets through of the way from the ground to a lamp.
double passes(const Thing& thing, Point from, Point to, double height) {
    std::vector<double> at;
    for (const auto& part : *thing.outline) {
        meetings(part.outer, from, to, at);
        for (const auto& hole : part.holes) meetings(hole, from, to, at);
    }
    if (at.empty() || contains(*thing.outline, to)) return 1.0;
    std::sort(at.begin(), at.end());
    if (at.size() % 2 == 1) at.insert(at.begin(), 0.0);
    const double way = std::hypot(distance(from, to), height);
    double inside = 0.0;
    for (std::size_t k = 0; k + 1 < at.size(); k += 2)
        inside += std::max(0.0, std::min(at[k + 1], thing.top / height) - std::max(at[k], thing.base / height));
    return inside > 0.0 ? std::exp(-thing.per_m * inside * way) : 1.0;
}

}  // namespace

struct PlainTown::Trees {
    std::vector<conditions::Luminaire> lamps;
    std::vector<Thing> things;
    Tree lamp_tree, thing_tree;
};

PlainTown::PlainTown(const layers::CityLayers& town, std::span<const conditions::Luminaire> lamps, Lux cutoff)
    : m_trees(std::make_unique<Trees>()) {
    Trees& trees = *m_trees;
    trees.lamps.assign(lamps.begin(), lamps.end());
    std::vector<Entry> boxes;
    for (std::uint32_t i = 0; i < lamps.size(); ++i) {
        const double reach = lamps[i].lit ? conditions::reach_of(lamps[i], cutoff) : 0.0;
        if (reach > 0.0) boxes.emplace_back(boost_box(box_of(std::array{lamps[i].position}).expanded(reach)), i);
    }
    trees.lamp_tree = Tree(boxes);
    for (const auto& b : town.buildings->buildings)
        trees.things.push_back({&b.footprint, 0.0, b.height.value, HUGE_VAL});
    for (const auto& p : town.vegetation->plants)
        trees.things.push_back({&p.outline, p.crown_base.value, p.height.value,
                                p.height.value <= shrub_up_to_m ? shrub_per_m : tree_per_m});
    boxes.clear();
    for (std::uint32_t i = 0; i < trees.things.size(); ++i)
        boxes.emplace_back(boost_box(box_of(*trees.things[i].outline)), i);
    trees.thing_tree = Tree(boxes);
}

PlainTown::~PlainTown() = default;

double PlainTown::light(std::span<const Point> at) const {
    double sum = 0.0;
    for (const Point p : at) {
        const BoostBox here{{p.x, p.y}, {p.x, p.y}};
        for (auto l = m_trees->lamp_tree.qbegin(bgi::intersects(here)); l != m_trees->lamp_tree.qend(); ++l) {
            const auto& lamp = m_trees->lamps[l->second];
            double share = conditions::horizontal_share(lamp, p, 0.0);
            const BoostBox between = boost_box(box_of(std::array{p, lamp.position}));
            for (auto o = m_trees->thing_tree.qbegin(bgi::intersects(between));
                 share > 0.0 && o != m_trees->thing_tree.qend(); ++o)
                share *= passes(m_trees->things[o->second], p, lamp.position, lamp.height.value);
            sum += share;
        }
    }
    return sum;
}

}  // namespace lykta::bench
