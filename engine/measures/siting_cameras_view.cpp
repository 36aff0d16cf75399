// Fans of rays, and the exact view: houses' shadows and masks taken out.
#include "measures/siting_cameras_view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace lykta::measures {

namespace {

constexpr double per_degree = std::numbers::pi / 180.0;
/// A façade is masked at least so deep: what the picture shows of it.
constexpr double facade_m = 0.2;
constexpr double crumb_m2 = 0.01;

double facade_depth(const CameraOptions& options) {
    return std::max(options.mask_depth.value, facade_m);
}

Point ahead(Point from, double deg, double away) {
    return {from.x + away * std::cos(deg * per_degree), from.y + away * std::sin(deg * per_degree)};
}

Box box_round(Point p, double reach) {
    return Box{p.x, p.y, p.x, p.y}.expanded(reach);
}

/// Behind one wall: the wall, then an arc beyond reach.
MultiPolygon shadow_of(Point from, const conditions::ObstacleEdge& edge, double reach) {
    const double a = direction_deg(from, edge.a);
    double turn = direction_deg(from, edge.b) - a;
    turn += turn > 180.0 ? -360.0 : turn < -180.0 ? 360.0 : 0.0;
    if (std::abs(turn) < 1e-9) return {};
    Ring ring{edge.b, edge.a};
    const double steps = std::ceil(std::abs(turn) / 20.0);
    for (double k = 0.0; k <= steps; k += 1.0) ring.push_back(ahead(from, a + turn * k / steps, 1.5 * reach));
    ring.push_back(edge.b);
    return {{std::move(ring), {}}};
}

MultiPolygon without_crumbs(MultiPolygon shape) {
    std::erase_if(shape, [](const Polygon& p) { return area(p) < crumb_m2; });
    return shape;
}

/// Strips in front of the façades that the camera sees.
void add_facades(CameraSite& site, const World& world, const conditions::Obstacles& obstacles,
                 const CameraOptions& options) {
    const double depth = facade_depth(options);
    const Box box = box_of(site.view).expanded(depth);
    for (const auto& o : obstacles.all()) {
        if (o.kind != conditions::ObstacleKind::building) continue;
        const bool meets = o.box.min_x <= box.max_x && box.min_x <= o.box.max_x && o.box.min_y <= box.max_y &&
                           box.min_y <= o.box.max_y;
        if (!meets) continue;
        const auto& footprint = world.city.buildings->buildings[o.index].footprint;
        auto mask = without_crumbs(intersection_of(buffer_of(Geometry(footprint), depth, 4), site.view));
        if (!mask.empty()) site.masks.push_back(std::move(mask));
    }
}

void add_entrances(CameraSite& site, const World& world, const CameraOptions& options) {
    if (!world.city.entrances) return;
    const Box box = box_of(site.view).expanded(options.entrance_mask.value);
    for (const Point p : world.city.entrances->position) {
        if (!box.contains(p)) continue;
        auto mask = without_crumbs(intersection_of(buffer_of(Geometry(p), options.entrance_mask.value, 8), site.view));
        if (!mask.empty()) site.masks.push_back(std::move(mask));
    }
}

}  // namespace

double direction_deg(Point from, Point to) {
    const double deg = std::atan2(to.y - from.y, to.x - from.x) / per_degree;
    return deg < 0.0 ? deg + 360.0 : deg;
}

CameraFan::CameraFan(Point from, const conditions::Obstacles& obstacles, const conditions::SightOptions& options)
    : m_from(from),
      m_obstacles(obstacles),
      m_options(options),
      m_area(conditions::visible_area(from, obstacles, options)) {}

double CameraFan::at(double deg) const {
    const auto count = m_area.distance_m.size();
    const double turn = (deg - 360.0 * std::floor(deg / 360.0)) * static_cast<double>(count) / 360.0;
    const auto ray = static_cast<std::size_t>(turn + 1e-9) % count;
    const bool on_the_ray = std::abs(turn - std::round(turn)) < 1e-9;
    return on_the_ray ? m_area.distance_m[ray] : std::min(m_area.distance_m[ray], m_area.distance_m[(ray + 1) % count]);
}

bool CameraFan::sees(Point p) const {
    const double away = distance(m_from, p);
    if (away > m_options.reach.value) return false;
    const auto count = m_area.distance_m.size();
    const auto ray = static_cast<std::size_t>(direction_deg(m_from, p) * static_cast<double>(count) / 360.0) % count;
    const double a = m_area.distance_m[ray], b = m_area.distance_m[(ray + 1) % count];
    if (away <= std::min(a, b)) return true;
    if (away > std::max(a, b)) return false;
    const double eye = m_options.eye.value;
    return m_obstacles.transmittance({m_from, eye}, {p, eye}) >= m_options.seen_through;
}

MultiPolygon CameraFan::sector(double from_deg, double to_deg) const {
    const double step = 360.0 / static_cast<double>(m_area.distance_m.size());
    std::vector<double> turns{from_deg};
    for (double k = std::floor(from_deg / step) + 1.0; k * step < to_deg - 1e-9; k += 1.0) turns.push_back(k * step);
    turns.push_back(to_deg);
    Ring ring{m_from};
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const double here = at(turns[i]);
        // Beside a crown the view steps back on the ray itself: what lies between the two rays may be hidden.
        if (i > 0 && at(turns[i - 1]) > 1.2 * here) ring.push_back(ahead(m_from, turns[i - 1], here));
        ring.push_back(ahead(m_from, turns[i], here));
        if (i + 1 < turns.size() && at(turns[i + 1]) > 1.2 * here) ring.push_back(ahead(m_from, turns[i + 1], here));
    }
    ring.push_back(m_from);
    return make_valid({{std::move(ring), {}}});
}

MultiPolygon shadows_of_houses(Point from, const conditions::Obstacles& obstacles, double reach, double eye_m) {
    std::vector<MultiPolygon> shadows;
    const Box box = box_round(from, reach);
    obstacles.near(box, [&](const conditions::ObstacleEdge& edge) {
        const auto& o = obstacles.all()[edge.obstacle];
        if (o.kind != conditions::ObstacleKind::building || o.top_m <= eye_m) return;
        if (nearest_on(std::array{edge.a, edge.b}, from).distance > reach) return;
        MultiPolygon shadow = shadow_of(from, edge, reach);
        if (!shadow.empty()) shadows.push_back(std::move(shadow));
    });
    return union_of(shadows);
}

bool is_at_a_house(Point p, const conditions::Obstacles& obstacles, const CameraOptions& options) {
    const double depth = facade_depth(options);
    const auto held = obstacles.holding(p);
    bool is_near = std::any_of(held.begin(), held.end(), [&](std::uint32_t o) {
        return obstacles.all()[o].kind == conditions::ObstacleKind::building;
    });
    obstacles.near(box_round(p, depth), [&](const conditions::ObstacleEdge& edge) {
        if (obstacles.all()[edge.obstacle].kind != conditions::ObstacleKind::building) return;
        is_near = is_near || nearest_on(std::array{edge.a, edge.b}, p).distance <= depth;
    });
    return is_near;
}

void add_view(CameraSite& site, const World& world, const CameraFan& fan, const conditions::Obstacles& obstacles,
              const CameraOptions& options) {
    const double half = site.field_of_view.value / 2.0;
    const MultiPolygon seen = fan.sector(site.heading.value - half, site.heading.value + half);
    site.view = without_crumbs(difference_of(
        seen, shadows_of_houses(site.position, obstacles, site.reach.value, world.sight_options.eye.value)));
    add_facades(site, world, obstacles, options);
    add_entrances(site, world, options);
    const MultiPolygon masked = union_of(site.masks);
    site.view = without_crumbs(difference_of(site.view, masked));
    site.masked_m2 = area(masked);
    site.view_m2 = area(site.view);
}

}  // namespace lykta::measures
