// The visible area of one point.
#include "conditions/sight.hpp"

#include "conditions/sight_looker.hpp"
#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::conditions {

namespace {

void require(bool holds, const std::string& what) {
    if (!holds) throw Error(ErrorCode::bad_option, what);
}

}  // namespace

void require_good(const SightOptions& options) {
    const auto positive = [](Meters m) { return m.value > 0.0; };
    require(positive(options.eye) && positive(options.reach) && positive(options.step) && positive(options.stretch) &&
                positive(options.approach) && positive(options.tunnel_width),
            say("eye height, reach, steps and widths of sight must be greater than 0 m"));
    require(options.seen_through > 0.0 && options.seen_through < 1.0,
            say("seen_through is {}: the share that must come through lies between 0 and 1", options.seen_through));
    require(options.surveillance.value >= 0.0 && options.concealment.value >= 0.0 && options.hides_above.value >= 0.0,
            say("surveillance, concealment and the height plants hide above must not be negative"));
}

VisibleArea visible_area(Point from, const Obstacles& obstacles, const SightOptions& options) {
    require_good(options);
    const RayFan fan(options.ray);
    Sweep sweep(fan, options);
    EyeEdges edges;
    edges.gather(obstacles, Box{from.x, from.y, from.x, from.y}.expanded(options.reach.value), options.eye.value);
    sweep.look(from, edges, obstacles.holding(from));
    VisibleArea area{.area_m2 = sweep.area_m2(), .mean_m = sweep.mean_m(), .facade_m = sweep.facade_m(obstacles)};
    for (int ray = 0; ray < fan.count(); ++ray) {
        area.distance_m.push_back(sweep.distance_m(ray));
        area.ended_by.push_back(sweep.ended_by(ray));
    }
    return area;
}

MultiPolygon outline_of(Point from, const VisibleArea& area) {
    if (area.distance_m.empty()) return {};
    const RayFan fan(Degrees{360.0 / static_cast<double>(area.distance_m.size())});
    Ring ring;
    for (int ray = 0; ray < fan.count(); ++ray) {
        const double d = area.distance_m[static_cast<std::size_t>(ray)];
        ring.push_back({from.x + d * fan.x(ray), from.y + d * fan.y(ray)});
    }
    ring.push_back(ring.front());
    return {{.outer = std::move(ring), .holes = {}}};
}

}  // namespace lykta::conditions
