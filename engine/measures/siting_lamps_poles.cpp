#include "measures/siting_lamps_poles.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "conditions/luminaire_light.hpp"
#include "conditions/stretches.hpp"
#include "measures/changed_conditions_cells.hpp"

namespace lykta::measures {

namespace {

using conditions::Obstacle;
using conditions::ObstacleKind;

/// Offsets count as kept this far below themselves: poles beside a bend stand a little nearer to it.
constexpr double bend = 0.9;
/// Of the offset from other ways, where nothing else is left.
constexpr double squeezed_to = 0.5;

double offset_of(const layers::Street& street, const LampSitingOptions& options) {
    return street.footpath ? options.offset.value : options.street_offset.value;
}

/// Points in the middle of equal steps with the direction of the line there, length 1.
struct OnWay {
    Point at, along;
    double from_start_m = 0.0;
};
std::vector<OnWay> along_way(const Polyline& line, double step) {
    const double whole = length(line), count = std::max(1.0, std::ceil(whole / step - 1e-9));
    std::vector<OnWay> found;
    std::size_t piece = 0;
    double start = 0.0, end = distance(line[0], line[1]);
    for (double k = 0.0; k < count; k += 1.0) {
        const double at = whole * (k + 0.5) / count;
        while (at > end && piece + 2 < line.size()) {
            ++piece;
            start = end;
            end += distance(line[piece], line[piece + 1]);
        }
        const Point a = line[piece], b = line[piece + 1];
        const double way = std::max(end - start, 1e-9), share = std::min(1.0, (at - start) / way);
        found.push_back(
            {{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)}, {(b.x - a.x) / way, (b.y - a.y) / way}, at});
    }
    return found;
}

enum class Room { full, squeezed };

/// What is near one run.
class Site {
public:
    Site(const PoleGround& ground, const LampRun& run) : m_ground(ground) {
        Box box;
        for (const Step& step : run)
            for (const Point p : ground.world.stretches[step.stretch].line) box.grow(p);
        const double widest = std::max(ground.options.offset.value, ground.options.street_offset.value);
        box = box.expanded(2.0 * widest + 1.0);
        for (std::uint32_t s = 0; s < ground.street_boxes.size(); ++s)
            if (boxes_meet(ground.street_boxes[s], box)) m_streets.push_back(s);
    }
    [[nodiscard]] bool may_stand(Point p, std::uint32_t own_street, Room room) const {
        return is_off_the_ways(p, own_street, room) && is_free(p, own_street);
    }

private:
    [[nodiscard]] bool is_off_the_ways(Point p, std::uint32_t own_street, Room room) const {
        const auto& streets = m_ground.world.city.streets->streets;
        return std::all_of(m_streets.begin(), m_streets.end(), [&](std::uint32_t s) {
            const bool own = s == own_street || room == Room::full;
            const double keep = offset_of(streets[s], m_ground.options) * (own ? bend : squeezed_to);
            if (!m_ground.street_boxes[s].expanded(keep).contains(p)) return true;
            return nearest_on(streets[s].line, p).distance >= keep;
        });
    }
    [[nodiscard]] bool is_free(Point p, std::uint32_t own_street) const {
        if (m_ground.world.light_obstacles == nullptr) return true;
        const layers::Street& street = m_ground.world.city.streets->streets[own_street];
        const double height = street.footpath ? m_ground.options.height.value : m_ground.options.street_height.value;
        const auto& all = m_ground.world.light_obstacles->all();
        for (const std::uint32_t i : m_ground.world.light_obstacles->holding(p)) {
            const Obstacle& o = all[i];
            if (o.kind == ObstacleKind::building && !street.tunnel) return false;
            if (o.kind == ObstacleKind::plant && o.extinction_per_m > 0.0 && o.top_m > height && o.base_m < height)
                return false;
        }
        return true;
    }
    const PoleGround& m_ground;
    std::vector<std::uint32_t> m_streets;  ///< near the run
};

std::vector<Pole> beside(const PoleGround& ground, const Site& site, const Step& step, Room room) {
    const conditions::StretchLight& stretch = ground.world.stretches[step.stretch];
    const double offset = offset_of(ground.world.city.streets->streets[stretch.street], ground.options);
    Polyline line = stretch.line;
    if (step.reversed) std::reverse(line.begin(), line.end());
    std::vector<Pole> poles;
    for (const OnWay& way : along_way(line, ground.options.step.value)) {
        for (const double side : {offset, -offset}) {
            const Point p{way.at.x - side * way.along.y, way.at.y + side * way.along.x};
            if (site.may_stand(p, stretch.street, room))
                poles.push_back({p, step.stretch, way.from_start_m, side > 0.0});
        }
    }
    return poles;
}

}  // namespace

PoleGround::PoleGround(const World& given, const LampSitingOptions& chosen) : world(given), options(chosen) {
    for (const layers::Street& street : world.city.streets->streets) street_boxes.push_back(box_of(street.line));
}

std::vector<Pole> poles_along(const PoleGround& ground, const LampRun& run) {
    const Site site(ground, run);
    std::vector<Pole> poles;
    double start_m = 0.0;
    for (const Step& step : run) {
        std::vector<Pole> own = beside(ground, site, step, Room::full);
        if (own.empty()) own = beside(ground, site, step, Room::squeezed);
        for (Pole& pole : own) pole.along_m += start_m;
        poles.insert(poles.end(), own.begin(), own.end());
        start_m += ground.world.stretches[step.stretch].to_m - ground.world.stretches[step.stretch].from_m;
    }
    return poles;
}

namespace {

enum class Sides { left, right, by_turns };

/// The pole nearest to a place along the run, on the side asked for where there is one within half a spacing.
std::uint32_t nearest_pole(std::span<const Pole> poles, double at_m, bool left, double spacing_m) {
    const auto before = [](const Pole& pole, double along_m) { return pole.along_m < along_m; };
    const auto from = std::lower_bound(poles.begin(), poles.end(), at_m - spacing_m, before),
               to = std::lower_bound(from, poles.end(), at_m + spacing_m, before);
    auto best = from == poles.end() ? from - 1 : from;
    double least = HUGE_VAL;
    for (auto pole = from; pole != to; ++pole) {
        const double away = std::abs(pole->along_m - at_m) + (pole->left == left ? 0.0 : spacing_m / 2.0);
        if (away < least) best = pole, least = away;
    }
    return static_cast<std::uint32_t>(best - poles.begin());
}

std::vector<std::uint32_t> even_design(std::span<const Pole> poles, double run_m, double spacing_m, Sides sides) {
    const double count = std::max(1.0, std::round(run_m / spacing_m));
    std::vector<std::uint32_t> design;
    for (double k = 0.0; k < count; k += 1.0) {
        const bool left = sides == Sides::left || (sides == Sides::by_turns && std::fmod(k, 2.0) == 0.0);
        design.push_back(nearest_pole(poles, run_m * (k + 0.5) / count, left, spacing_m));
    }
    std::sort(design.begin(), design.end());
    design.erase(std::unique(design.begin(), design.end()), design.end());
    return design;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> even_designs(std::span<const Pole> poles, double run_m) {
    constexpr double widest = 48.0, closest = 8.0, finer = 0.9;
    std::vector<std::vector<std::uint32_t>> designs;
    if (poles.empty()) return designs;
    for (double spacing = widest; spacing >= closest; spacing *= finer)
        for (const Sides sides : {Sides::left, Sides::right, Sides::by_turns})
            designs.push_back(even_design(poles, run_m, spacing, sides));
    return designs;
}

layers::Lamp new_lamp(const PoleGround& ground, const Pole& pole) {
    constexpr double known_but_for_photometry_sd = 0.18;  // as for a lamp read without photometry
    const auto& stretch = ground.world.stretches[pole.stretch];
    const bool footpath = ground.world.city.streets->streets[stretch.street].footpath;
    layers::Lamp lamp;
    lamp.position = pole.position;
    lamp.height = footpath ? ground.options.height : ground.options.street_height;
    lamp.flux = ground.options.flux;
    lamp.maintenance_factor = ground.options.maintenance_factor;
    lamp.street_class = stretch.wanted_class;
    lamp.state = layers::LampState::working;
    lamp.type = "LED";
    lamp.light_sd = known_but_for_photometry_sd;
    return lamp;
}

std::vector<SampleGain> gains_at(const World& world, const conditions::Luminaire& luminaire,
                                 std::span<const Point> points) {
    std::vector<SampleGain> gains;
    const double reach = conditions::reach_of(luminaire, world.cutoff);
    constexpr std::array<double, 1> ground{0.0};
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        const double dx = points[i].x - luminaire.position.x, dy = points[i].y - luminaire.position.y;
        if (dx * dx + dy * dy > reach * reach) continue;
        double lux = conditions::horizontal_share(luminaire, points[i], 0.0);
        if (world.light_obstacles != nullptr) {
            std::array<conditions::Obstacles::Through, 1> through;
            world.light_obstacles->through(points[i], ground, {luminaire.position, luminaire.height.value}, through);
            lux *= through[0].share();
        }
        if (lux > 0.0) gains.push_back({i, lux});
    }
    return gains;
}

}  // namespace lykta::measures
