// Spots, fans, headings; the cameras that cover most.
#include "measures/siting_cameras.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/siting_cameras_choice.hpp"
#include "measures/siting_cameras_view.hpp"
#include "places/point_index.hpp"

namespace lykta::measures {

namespace {

constexpr double blurred_from_m = 50.0;
constexpr int blurred_into = 16;

/// Part of an incident's weight at one of the positions where it may have happened.
struct WeightedPoint {
    Point position;
    double weight = 0;
    std::uint32_t incident = 0;  ///< the first of those at this very position
};

void require_good(const CameraOptions& options) {
    const bool good = options.pixels > 0 && options.field_of_view.value >= 10.0 &&
                      options.field_of_view.value <= 120.0 && options.pixels_per_m > 0.0 &&
                      options.heading_step.value > 0.0;
    if (!good)
        throw Error(ErrorCode::bad_option, say("camera: pixels, pixels per metre and heading step must be greater than "
                                               "0, the field of view 10 to 120 degrees"));
}

/// What happens indoors no camera outside sees, and what was only felt did not happen at a point.
bool is_outdoors(std::string_view category) {
    const Outcomes outcomes = outcomes_of(category);
    constexpr Outcomes others = bit(Outcome::basement) | bit(Outcome::burglary) | bit(Outcome::felt);
    return (outcomes & others) == 0;
}

/// 16 positions of equal weight, spread as a normal distribution whose median distance is the position error: radii at
/// its quantiles, turned by the golden angle from one to the next.
void append_blurred(Point p, double median_m, WeightedPoint part, std::vector<WeightedPoint>& points) {
    constexpr double golden = 2.399963229728653;
    const double sd = median_m / std::sqrt(2.0 * std::numbers::ln2);
    part.weight /= blurred_into;
    for (int k = 0; k < blurred_into; ++k) {
        const double away = sd * std::sqrt(-2.0 * std::log(1.0 - (k + 0.5) / blurred_into));
        part.position = {p.x + away * std::cos(k * golden), p.y + away * std::sin(k * golden)};
        points.push_back(part);
    }
}

std::vector<WeightedPoint> weighted_points(const World& world, std::span<const std::uint32_t> outdoors) {
    std::vector<WeightedPoint> points;
    const auto& layer = world.city.incidents;
    for (const auto i : outdoors) {
        const double error = layer.position_error_m.empty() ? 0.0 : layer.position_error_m[layer.source[i]];
        const WeightedPoint part{layer.position[i], world.harm[i], i};
        if (error >= blurred_from_m)
            append_blurred(layer.position[i], error, part, points);
        else
            points.push_back(part);
    }
    std::stable_sort(points.begin(), points.end(),
                     [](const WeightedPoint& a, const WeightedPoint& b) { return a.position < b.position; });
    std::vector<WeightedPoint> merged;
    for (const auto& point : points) {
        if (!merged.empty() && merged.back().position == point.position)
            merged.back().weight += point.weight;
        else
            merged.push_back(point);
    }
    return merged;
}

/// A point the spot sees, and in which direction.
struct SeenPoint {
    std::uint32_t point = 0;
    double deg = 0;
};

CameraView turned(std::uint32_t spot, double heading_deg, std::span<const SeenPoint> seen,
                  std::span<const WeightedPoint> points, const CameraOptions& options) {
    CameraView view{spot, heading_deg, {}, 0.0};
    for (const SeenPoint& s : seen) {
        const double off = std::abs(s.deg - heading_deg);
        if (std::min(off, 360.0 - off) > options.field_of_view.value / 2.0) continue;
        view.points.push_back(s.point);
        view.weight += points[s.point].weight;
    }
    return view;
}

/// Points that the masks take, whichever camera looks.
void remove_masked(const World& world, const conditions::Obstacles& obstacles, const CameraOptions& options,
                   std::vector<WeightedPoint>& points) {
    const std::vector<Point> none;
    const std::vector<Point>& doors = world.city.entrances ? world.city.entrances->position : none;
    const places::PointIndex index(doors);
    const double round = options.entrance_mask.value;
    std::erase_if(points, [&](const WeightedPoint& point) {
        const Point p = point.position;
        const auto near = index.in_box(Box{p.x, p.y, p.x, p.y}.expanded(round));
        return is_at_a_house(p, obstacles, options) ||
               std::any_of(near.begin(), near.end(), [&](std::uint32_t d) { return distance(doors[d], p) <= round; });
    });
}

/// The spot turned every way; ways in a row that see the same points count as one, the middle of them.
void append_views(std::uint32_t spot, const CameraFan& fan, std::span<const WeightedPoint> points,
                  const CameraOptions& options, std::vector<CameraView>& views) {
    std::vector<SeenPoint> seen;
    for (std::uint32_t p = 0; p < points.size(); ++p)
        if (fan.sees(points[p].position)) seen.push_back({p, direction_deg(fan.from(), points[p].position)});
    if (seen.empty()) return;
    const auto count = static_cast<std::size_t>(std::max(1.0, std::round(360.0 / options.heading_step.value)));
    const double step = 360.0 / static_cast<double>(count);
    std::vector<CameraView> all;
    for (std::size_t h = 0; h < count; ++h)
        all.push_back(turned(spot, static_cast<double>(h) * step, seen, points, options));
    std::size_t start = 0;  // of a row, so that none is cut in two at 0°
    while (start + 1 < count && all[start].points == all[(start + count - 1) % count].points) ++start;
    for (std::size_t first = start, end = first; first < start + count; first = end) {
        while (end < start + count && all[end % count].points == all[first % count].points) ++end;
        if (!all[first % count].points.empty()) views.push_back(all[(first + (end - 1 - first) / 2) % count]);
    }
}

/// The world's obstacles in the season of sight, or of light, or none.
const conditions::Obstacles& obstacles_of(const World& world, std::optional<conditions::Obstacles>& none) {
    if (world.sight_obstacles != nullptr) return *world.sight_obstacles;
    if (world.light_obstacles != nullptr) return *world.light_obstacles;
    return none.emplace(nullptr, nullptr);
}

std::vector<ViewZone> zones_of(const CameraOptions& options) {
    return {{"identify", zone_reach(250.0, options)},
            {"recognise", zone_reach(125.0, options)},
            {"observe", zone_reach(62.5, options)},
            {"detect", zone_reach(25.0, options)}};
}

/// What the finished view holds.
void add_cover(CameraSite& site, const World& world, std::span<const std::uint32_t> outdoors,
               std::span<const WeightedPoint> points) {
    for (const auto i : outdoors) {
        site.place_weight += world.harm[i];
        if (contains(site.view, world.city.incidents.position[i])) site.incidents.push_back(i);
    }
    for (const auto& point : points) site.covered_weight += contains(site.view, point.position) ? point.weight : 0.0;
}

}  // namespace

Meters zone_reach(double pixels_per_m, const CameraOptions& options) {
    const double half = options.field_of_view.value / 2.0 * std::numbers::pi / 180.0;
    return Meters{options.pixels / (2.0 * std::tan(half) * pixels_per_m)};
}

std::vector<CameraSite> site_cameras(const World& world, std::uint32_t place, std::span<const std::uint32_t> incidents,
                                     const CameraOptions& options) {
    require_good(options);
    std::vector<std::uint32_t> outdoors;
    for (const auto i : incidents)
        if (is_outdoors(world.city.incidents.category.at(i))) outdoors.push_back(i);
    std::optional<conditions::Obstacles> none;
    const conditions::Obstacles& obstacles = obstacles_of(world, none);
    auto points = weighted_points(world, outdoors);
    double whole = 0.0;
    for (const auto& point : points) whole += point.weight;
    remove_masked(world, obstacles, options, points);
    conditions::SightOptions sight = world.sight_options;
    sight.reach = zone_reach(options.pixels_per_m, options);
    std::vector<CameraView> views;
    const auto spots = camera_spots(world, place, obstacles, options);
    for (std::uint32_t s = 0; s < spots.size(); ++s)
        append_views(s, CameraFan(spots[s].position, obstacles, sight), points, options, views);
    std::vector<double> weight;
    for (const auto& point : points) weight.push_back(point.weight);
    std::vector<CameraSite> sites;
    for (const auto v : best_cover(views, weight, {options.most_cameras, options.least_share * whole}).views) {
        const CameraSpot& spot = spots[views[v].spot];
        CameraSite site{.position = spot.position,
                        .height = options.height,
                        .heading = Degrees{views[v].heading_deg},
                        .field_of_view = options.field_of_view,
                        .reach = sight.reach};
        site.carrier = spot.carrier;
        site.zones = zones_of(options);
        add_view(site, world, CameraFan(spot.position, obstacles, sight), obstacles, options);
        add_cover(site, world, outdoors, points);
        sites.push_back(std::move(site));
    }
    return sites;
}

}  // namespace lykta::measures
