// Where a camera could hang.
#include <algorithm>
#include <cmath>

#include "conditions/stretches.hpp"
#include "measures/siting_cameras_view.hpp"

namespace lykta::measures {

namespace {

constexpr std::size_t most_spots = 150;
constexpr double off_the_wall_m = 0.3, beside_path_m = 2.0, along_path_m = 10.0;
constexpr double shortest_wall_m = 1.0, least_turn = 0.5;  ///< sine: a corner turns by 30° or more

bool in_a_house(const conditions::Obstacles& obstacles, Point p) {
    const auto held = obstacles.holding(p);
    return std::any_of(held.begin(), held.end(),
                       [&](std::uint32_t o) { return obstacles.all()[o].kind == conditions::ObstacleKind::building; });
}

/// What is near the place, and not inside a house.
struct Near {
    MultiPolygon ground;
    Box box;
    const conditions::Obstacles& obstacles;
    [[nodiscard]] bool holds(Point p) const {
        return box.contains(p) && contains(ground, p) && !in_a_house(obstacles, p);
    }
};

void append_lamps(const World& world, const Near& near, std::vector<CameraSpot>& spots) {
    if (!world.city.lighting) return;
    for (const auto& lamp : world.city.lighting->lamps)
        if (near.holds(lamp.position)) spots.push_back({lamp.position, "lamp"});
}

Point direction(Point a, Point b) {
    const double way = distance(a, b);
    return {(b.x - a.x) / way, (b.y - a.y) / way};
}

/// Corners that stick out of an outer ring, off both walls.
std::vector<Point> outer_corners(const Ring& ring) {
    std::vector<Point> corners;
    double twice = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
    const double turn = twice < 0.0 ? -1.0 : 1.0;  // clockwise rings have their outside on the left
    const std::size_t count = ring.size() < 4 ? 0 : ring.size() - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const Point before = ring[(i + count - 1) % count], here = ring[i], after = ring[(i + 1) % count];
        if (distance(before, here) < shortest_wall_m || distance(here, after) < shortest_wall_m) continue;
        const Point in = direction(before, here), out = direction(here, after);
        if (turn * (in.x * out.y - in.y * out.x) < least_turn) continue;
        const Point sum{turn * (in.y + out.y), -turn * (in.x + out.x)};  // of the two walls' outward normals
        const double scale = 2.0 * off_the_wall_m / (sum.x * sum.x + sum.y * sum.y);
        corners.push_back({here.x + scale * sum.x, here.y + scale * sum.y});
    }
    return corners;
}

void append_corners(const World& world, const Near& near, std::vector<CameraSpot>& spots) {
    for (const auto& o : near.obstacles.all()) {
        if (o.kind != conditions::ObstacleKind::building) continue;
        const bool meets = o.box.min_x <= near.box.max_x && near.box.min_x <= o.box.max_x &&
                           o.box.min_y <= near.box.max_y && near.box.min_y <= o.box.max_y;
        if (!meets) continue;
        for (const auto& polygon : world.city.buildings->buildings[o.index].footprint)
            for (const Point p : outer_corners(polygon.outer))
                if (near.holds(p)) spots.push_back({p, "building"});
    }
}

void append_path_points(const World& world, const Near& near, std::vector<CameraSpot>& spots) {
    if (!world.city.streets) return;
    for (const auto& street : world.city.streets->streets) {
        if (street.tunnel || street.line.size() < 2) continue;
        for (const auto& piece : conditions::cut_into_stretches(street.line, Meters{along_path_m})) {
            if (distance(piece.line[0], piece.line[1]) <= 0.0) continue;
            const Point along = direction(piece.line[0], piece.line[1]);
            for (const double side : {beside_path_m, -beside_path_m}) {
                const Point p{piece.line[0].x - side * along.y, piece.line[0].y + side * along.x};
                if (!near.holds(p)) continue;
                spots.push_back({p, "new_pole"});
                break;
            }
        }
    }
}

/// Spots at least so far from each other.
std::vector<CameraSpot> spaced(const std::vector<CameraSpot>& spots, double apart_m) {
    std::vector<CameraSpot> kept;
    for (const auto& spot : spots) {
        const bool is_near = std::any_of(kept.begin(), kept.end(), [&](const CameraSpot& other) {
            return distance(other.position, spot.position) < apart_m;
        });
        if (!is_near) kept.push_back(spot);
    }
    return kept;
}

}  // namespace

std::vector<CameraSpot> camera_spots(const World& world, std::uint32_t place, const conditions::Obstacles& obstacles,
                                     const CameraOptions& options) {
    const MultiPolygon ground = buffer_of(Geometry(world.places[place].place.shape), options.from_place.value, 8);
    const Near near{ground, box_of(ground), obstacles};
    std::vector<CameraSpot> spots;
    append_lamps(world, near, spots);
    append_corners(world, near, spots);
    if (spots.empty()) append_path_points(world, near, spots);
    const std::vector<CameraSpot> all = spots;
    for (double apart = 2.0; spots.size() > most_spots; apart *= 1.5) spots = spaced(all, apart);
    return spots;
}

}  // namespace lykta::measures
