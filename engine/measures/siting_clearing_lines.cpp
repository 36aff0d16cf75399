// What every piece of shrub takes of every line of sight.
#include "measures/siting_clearing_lines.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "conditions/stretches.hpp"

namespace lykta::measures {

namespace {

using conditions::Obstacles;

constexpr double hair_m = 1e-6;  ///< what overlay's rounding leaves between two pieces

/// Where a line passes an outline at eye height: as SightLines has it, half-open at vertices.
struct Passed {
    std::uint32_t obstacle = 0;
    double share = 0;
    bool enters = false;
};

std::vector<Passed> passed_by(const Obstacles& obstacles, Point from, Point to, double eye_m) {
    std::vector<Passed> passed;
    const double x = to.x - from.x, y = to.y - from.y;
    obstacles.near_line(from, to, [&](const conditions::ObstacleEdge& edge) {
        const double ax = edge.a.x - from.x, ay = edge.a.y - from.y, bx = edge.b.x - from.x, by = edge.b.y - from.y;
        const double side_a = x * ay - y * ax, side_b = x * by - y * bx;
        if ((side_a >= 0.0) == (side_b >= 0.0)) return;
        const double share = (ax * by - ay * bx) / (side_b - side_a);
        if (!(share > 0.0 && share < 1.0)) return;
        const auto& o = obstacles.all()[edge.obstacle];
        if (!(o.base_m < eye_m && eye_m < o.top_m) || obstacles.is_cleared(edge.obstacle)) return;
        if (o.kind == conditions::ObstacleKind::plant) passed.push_back({edge.obstacle, share, side_a >= 0.0});
    });
    std::sort(passed.begin(), passed.end(), [](const Passed& a, const Passed& b) {
        return std::tie(a.obstacle, a.share, b.enters) < std::tie(b.obstacle, b.share, a.enters);
    });
    return passed;
}

/// Metres inside one obstacle, open ends included.
std::vector<Inside> inside_of(std::span<const Passed> passed, double length) {
    std::vector<Inside> inside;
    double entered = passed.empty() || passed.front().enters ? -1.0 : 0.0;
    for (const Passed& p : passed) {
        if (!p.enters && entered >= 0.0) inside.push_back({entered * length, p.share * length});
        entered = p.enters ? p.share : -1.0;
    }
    if (entered >= 0.0) inside.push_back({entered * length, length});
    return inside;
}

/// What is left of the intervals when others are taken out; crumbs thinner than a hair go too.
std::vector<Inside> less(std::vector<Inside> intervals, const Inside& out) {
    std::vector<Inside> left;
    for (const Inside& i : intervals) {
        if (out.to <= i.from || i.to <= out.from) {
            left.push_back(i);
            continue;
        }
        if (out.from - i.from > hair_m) left.push_back({i.from, out.from});
        if (i.to - out.to > hair_m) left.push_back({out.to, i.to});
    }
    return left;
}

double depth_of(const CrownOnLine& crown, const Cleared& cleared) {
    for (const auto piece : crown.holding)
        if (cleared[piece] == 0) return 0.0;
    double metres = 0.0;
    const auto add = [&](const std::vector<Inside>& intervals) {
        for (const Inside& i : intervals) {
            const bool reaches_an_end = i.from <= hair_m || i.to >= crown.length_m - hair_m;
            metres += reaches_an_end ? 0.0 : i.length();  // what holds an end hides only what lies beyond
        }
    };
    const bool is_whole =
        std::none_of(crown.pieces.begin(), crown.pieces.end(), [&](const auto& p) { return cleared[p.piece] != 0; });
    if (is_whole) {
        add(crown.inside);
    } else {
        std::vector<Inside> left = crown.inside;
        for (const auto& p : crown.pieces)
            if (cleared[p.piece] != 0) left = less(std::move(left), p.inside);
        add(left);
    }
    return crown.extinction_per_m * metres;
}

template <class Visit>
void people_near(const World& world, const conditions::SightSample& sample, const Visit& visit) {
    world.network->walk({sample.street, sample.along_m}, world.sight_options.step, world.sight_options.approach,
                        [&](const conditions::OnStreet& at, Point p, double walked) {
                            if (walked <= seen_late_m) visit(at, p);
                        });
}

/// Houses near, by themselves: what stays hidden among them no clearing can mend.
layers::BuildingLayer houses_near(const World& world, const Box& box) {
    layers::BuildingLayer near;
    for (const auto& o : world.sight_obstacles->all()) {
        if (o.kind != conditions::ObstacleKind::building) continue;
        const bool meets = o.box.min_x <= box.max_x && box.min_x <= o.box.max_x && o.box.min_y <= box.max_y &&
                           box.min_y <= o.box.max_y;
        if (meets) near.buildings.push_back(world.city.buildings->buildings[o.index]);
    }
    return near;
}

/// The stretches' samples seen afresh with every plant gone.
conditions::PathSight without_plants(const World& world, std::span<const std::uint32_t> stretches) {
    conditions::PathSight sight;
    Box box;
    for (const auto s : stretches) {
        conditions::SightStretch stretch = world.sight->stretches[s];
        const auto samples = std::span(world.sight->samples).subspan(stretch.first_sample, stretch.samples);
        stretch.first_sample = static_cast<std::uint32_t>(sight.samples.size());
        sight.samples.insert(sight.samples.end(), samples.begin(), samples.end());
        sight.stretches.push_back(std::move(stretch));
        for (const auto& sample : samples) box.grow(sample.position);
    }
    conditions::SightOptions options = world.sight_options;
    options.approach = std::min(options.approach, Meters{seen_late_m});
    options.reach = options.approach;
    const auto houses = houses_near(world, box.expanded(seen_late_m + 1.0));
    const Obstacles obstacles(&houses, nullptr, world.sight_obstacle_options);
    conditions::update_sight(
        sight, {.streets = *world.city.streets, .obstacles = obstacles, .entrances = {}, .network = world.network}, box,
        options);
    return sight;
}

bool is_hidden(const conditions::SightSample& s) {
    return s.hidden_by != conditions::HiddenBy::nothing && s.seen_at_m <= seen_late_m;
}

/// A plant that does not count for who looks: it holds the looker, or stands above the tunnel he is in.
struct Held {
    bool always = false;                ///< what stays of it holds, whatever is cleared
    std::vector<std::uint32_t> pieces;  ///< that hold: while one of them stands
};

/// One sample and what all its lines need.
struct LookOut {
    const World& world;
    const Obstacles& cut;  ///< the pieces
    std::span<const ClearingPiece> pieces;
    const conditions::SightSample& looker;
    std::map<std::uint32_t, Held> held;  ///< by obstacle of the town
};

std::map<std::uint32_t, Held> held_at(const LookOut& out) {
    const conditions::SightSample& looker = out.looker;
    const auto points = looker.tunnel ? conditions::points_along(out.world.city.streets->streets[looker.street].line,
                                                                 out.world.sight_options.step)
                                      : std::vector<Point>{looker.position};
    std::map<std::uint32_t, Held> held;
    for (const Point p : points) {
        const auto pieces = out.cut.holding(p);
        for (const auto o : out.world.sight_obstacles->holding(p)) {
            const auto& obstacle = out.world.sight_obstacles->all()[o];
            if (obstacle.kind != conditions::ObstacleKind::plant) continue;
            const std::size_t before = held[o].pieces.size();
            for (const auto piece : pieces)
                if (out.pieces[out.cut.all()[piece].index].plant == obstacle.index)
                    held[o].pieces.push_back(out.cut.all()[piece].index);
            held[o].always = held[o].always || held[o].pieces.size() == before;
        }
    }
    return held;
}

template <class Use>
void for_each_obstacle(std::span<const Passed> passed, const Use& use) {
    for (std::size_t first = 0, end = 0; first < passed.size(); first = end) {
        while (end < passed.size() && passed[end].obstacle == passed[first].obstacle) ++end;
        use(passed[first].obstacle, passed.subspan(first, end - first));
    }
}

/// The pieces on the way to a person, by plant.
std::map<std::uint32_t, std::vector<PieceInside>> pieces_on(const LookOut& out, Point person, double length) {
    std::map<std::uint32_t, std::vector<PieceInside>> of_plant;
    const auto passed = passed_by(out.cut, out.looker.position, person, out.world.sight_options.eye.value);
    for_each_obstacle(passed, [&](std::uint32_t obstacle, std::span<const Passed> own) {
        const std::uint32_t piece = out.cut.all()[obstacle].index;
        for (const Inside& i : inside_of(own, length)) of_plant[out.pieces[piece].plant].push_back({piece, i});
    });
    return of_plant;
}

ClearingLine line_to(const LookOut& out, Point person) {
    const Obstacles& town = *out.world.sight_obstacles;
    const double length = distance(out.looker.position, person);
    auto of_plant = pieces_on(out, person, length);
    ClearingLine line;
    const auto add = [&](std::uint32_t obstacle, std::vector<Inside> inside) {
        const std::uint32_t plant = town.all()[obstacle].index;
        CrownOnLine crown{town.all()[obstacle].extinction_per_m, length, std::move(inside), {}, {}};
        if (const auto held = out.held.find(obstacle); held != out.held.end()) {
            if (held->second.always) return;
            crown.holding = held->second.pieces;
        }
        if (const auto found = of_plant.find(plant); found != of_plant.end()) crown.pieces = std::move(found->second);
        of_plant.erase(plant);
        if (!crown.pieces.empty() || !crown.holding.empty())
            line.crowns.push_back(std::move(crown));
        else
            line.fixed_depth += depth_of(crown, Cleared(out.pieces.size(), 0));
    };
    const auto passed = passed_by(town, out.looker.position, person, out.world.sight_options.eye.value);
    for_each_obstacle(
        passed, [&](std::uint32_t obstacle, std::span<const Passed> own) { add(obstacle, inside_of(own, length)); });
    for (const auto& [obstacle, held] : out.held)  // both stand inside: no outline is passed until a piece is gone
        if (of_plant.count(town.all()[obstacle].index) != 0) add(obstacle, {{0.0, length}});
    return line;
}

}  // namespace

std::vector<WatchedSample> samples_to_watch(const World& world, std::span<const std::uint32_t> stretches) {
    std::vector<std::uint32_t> wanted(stretches.begin(), stretches.end());
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    std::vector<std::uint32_t> planted;
    for (const auto s : wanted)
        if (world.sight->stretches[s].under_25_plants_m > 0.0) planted.push_back(s);
    std::vector<WatchedSample> watched;
    if (planted.empty()) return watched;
    const conditions::PathSight open = without_plants(world, planted);
    std::size_t of_planted = 0;
    for (const auto s : wanted) {
        const auto& stretch = world.sight->stretches[s];
        const bool is_planted = stretch.under_25_plants_m > 0.0;
        for (std::uint32_t i = 0; i < stretch.samples; ++i) {
            const bool opens = is_planted && !is_hidden(open.samples[of_planted + i]);
            const bool seen_now = !is_hidden(world.sight->samples[stretch.first_sample + i]);
            if (!seen_now && !opens) continue;
            const double metres = (stretch.to_m - stretch.from_m) / stretch.samples;
            watched.push_back({s, stretch.first_sample + i, metres, seen_now});
        }
        of_planted += is_planted ? stretch.samples : 0;
    }
    return watched;
}

std::vector<StreetPart> parts_walked(const World& world, std::span<const WatchedSample> samples) {
    std::map<std::uint32_t, std::vector<double>> along;
    for (const auto& hidden : samples) {
        if (hidden.seen_now) continue;
        const auto& sample = world.sight->samples[hidden.sample];
        along[sample.street].push_back(sample.along_m);
        people_near(world, sample,
                    [&](const conditions::OnStreet& at, Point) { along[at.street].push_back(at.along_m); });
    }
    std::vector<StreetPart> parts;
    const double half = world.sight_options.step.value / 2.0;
    for (auto& [street, metres] : along) {
        std::sort(metres.begin(), metres.end());
        const std::size_t first = parts.size();
        for (const double m : metres) {
            if (parts.size() > first && m - half <= parts.back().to_m + hair_m)
                parts.back().to_m = m + half;
            else
                parts.push_back({street, m - half, m + half});
        }
    }
    return parts;
}

ClearingLines::ClearingLines(const World& world, std::span<const WatchedSample> samples,
                             std::span<const ClearingPiece> pieces)
    : m_samples(samples.begin(), samples.end()),
      m_lines_of(pieces.size()),
      m_lines_from(samples.size()),
      m_limit(-std::log(world.sight_options.seen_through)) {
    layers::VegetationLayer cut;
    for (const auto& piece : pieces) {
        m_areas.push_back(piece.area_m2);
        layers::Plant plant = world.city.vegetation->plants[piece.plant];
        plant.outline = piece.shape;
        cut.plants.push_back(std::move(plant));
    }
    const Obstacles obstacles(nullptr, &cut, world.sight_obstacle_options);
    for (std::uint32_t s = 0; s < m_samples.size(); ++s) add_lines(world, s, pieces, obstacles);
}

void ClearingLines::add_lines(const World& world, std::uint32_t sample, std::span<const ClearingPiece> pieces,
                              const Obstacles& cut) {
    const auto& looker = world.sight->samples[m_samples[sample].sample];
    LookOut out{world, cut, pieces, looker, {}};
    out.held = held_at(out);
    people_near(world, looker, [&](const conditions::OnStreet&, Point person) {
        ClearingLine line = line_to(out, person);
        line.sample = sample;
        keep(std::move(line));
    });
}

/// Lines that nothing can hide are not kept; those that nothing can open are.
void ClearingLines::keep(ClearingLine line) {
    if (line.crowns.empty() && line.fixed_depth <= m_limit) return;
    const auto index = static_cast<std::uint32_t>(m_lines.size());
    m_lines_from[line.sample].push_back(index);
    const auto note = [&](std::uint32_t piece) {
        auto& own = m_lines_of[piece];
        if (own.empty() || own.back() != index) own.push_back(index);
    };
    for (const auto& crown : line.crowns) {
        for (const auto& p : crown.pieces) note(p.piece);
        for (const auto p : crown.holding) note(p);
    }
    m_lines.push_back(std::move(line));
}

double ClearingLines::depth(std::uint32_t line, const Cleared& cleared) const {
    double depth = m_lines[line].fixed_depth;
    for (const auto& crown : m_lines[line].crowns) depth += depth_of(crown, cleared);
    return depth;
}

double ClearingLines::metres(const Cleared& cleared) const {
    double metres = 0.0;
    for (std::uint32_t s = 0; s < m_samples.size(); ++s) {
        const auto& own = m_lines_from[s];
        const bool seen = std::all_of(own.begin(), own.end(), [&](auto line) { return is_open(line, cleared); });
        if (seen != m_samples[s].seen_now) metres += seen ? m_samples[s].metres : -m_samples[s].metres;
    }
    return metres;
}

}  // namespace lykta::measures
