// Looking from the samples of a stretch.
#include "conditions/sight_looker.hpp"

#include <algorithm>
#include <cmath>

#include "conditions/stretches.hpp"

namespace lykta::conditions {

namespace {

/// The street's line moved sideways: positive to its left. Corners are mitred, sharp ones cut short.
Polyline beside(std::span<const Point> line, double by) {
    Polyline moved;
    const auto direction = [&](std::size_t i) {
        const double way = distance(line[i], line[i + 1]);
        return way > 0.0 ? Point{(line[i + 1].x - line[i].x) / way, (line[i + 1].y - line[i].y) / way} : Point{1, 0};
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point in = direction(i == 0 ? 0 : i - 1), out = direction(i + 1 == line.size() ? i - 1 : i);
        const double x = -(in.y + out.y), y = in.x + out.x, half = (x * x + y * y) / 2.0;
        const double scale = by / std::max(half, 0.25);
        moved.push_back({line[i].x + scale * x, line[i].y + scale * y});
    }
    return moved;
}

std::unique_ptr<Tunnel> tunnel_along(const Polyline& line, const SightInput& input, const SightOptions& options) {
    auto tunnel = std::make_unique<Tunnel>();
    for (const double side : {0.5, -0.5}) tunnel->walls.add_wall(beside(line, side * options.tunnel_width.value));
    for (const Point p : points_along(line, options.step))
        for (const std::uint32_t obstacle : input.obstacles.holding(p)) tunnel->above.push_back(obstacle);
    std::sort(tunnel->above.begin(), tunnel->above.end());
    tunnel->above.erase(std::unique(tunnel->above.begin(), tunnel->above.end()), tunnel->above.end());
    return tunnel;
}

/// What clearing cannot mend first, then the lower obstacle.
bool comes_first(const Hidden& a, const Hidden& b) {
    const bool a_stays = a.by != HiddenBy::plant, b_stays = b.by != HiddenBy::plant;
    return a_stays != b_stays ? a_stays : a.obstacle < b.obstacle;
}

}  // namespace

SightScene::SightScene(const SightInput& given, const SightOptions& chosen)
    : input(given),
      options(chosen),
      fan(chosen.ray),
      network(given.network),
      entrances(given.entrances, std::max(chosen.surveillance.value, 1.0)),
      tunnel_of(given.streets.streets.size()) {
    if (network == nullptr) {
        own_network = std::make_unique<PathNetwork>(given.streets);
        network = own_network.get();
    }
    for (std::size_t s = 0; s < tunnel_of.size(); ++s) {
        const layers::Street& street = given.streets.streets[s];
        if (street.tunnel && length(street.line) > 0.0) tunnel_of[s] = tunnel_along(street.line, given, chosen);
    }
}

StretchLooker::StretchLooker(const SightScene& scene)
    : m_scene(scene), m_sweep(scene.fan, scene.options), m_lines(scene.fan, scene.options.seen_through) {}

void StretchLooker::gather(std::span<const SightSample> samples) {
    const SightOptions& o = m_scene.options;
    Box box;
    for (const SightSample& sample : samples) box.grow(sample.position);
    const double reach = std::max({o.reach.value, o.approach.value, o.surveillance.value});
    m_edges.gather(m_scene.input.obstacles, box.expanded(reach), o.eye.value);
    const layers::Street& street = m_scene.input.streets.streets[samples.front().street];
    if (m_scene.tunnel_of[samples.front().street] == nullptr) return;
    for (const double side : {0.5, -0.5}) m_edges.add_wall(beside(street.line, side * o.tunnel_width.value));
}

std::vector<std::uint32_t> StretchLooker::held_at(const SightSample& sample) const {
    const auto& tunnel = m_scene.tunnel_of[sample.street];
    return tunnel != nullptr ? tunnel->above : m_scene.input.obstacles.holding(sample.position);
}

void StretchLooker::look(SightStretch& stretch, std::span<SightSample> samples) {
    gather(samples);
    for (SightSample& sample : samples) look_from(sample);
    sum_up(stretch, samples);
}

void StretchLooker::look_from(SightSample& sample) {
    const std::vector<std::uint32_t> held = held_at(sample);
    m_sweep.look(sample.position, m_edges, held);
    sample.visible_m2 = m_sweep.area_m2();
    sample.mean_m = m_sweep.mean_m();
    sample.facade_m = m_sweep.facade_m(m_scene.input.obstacles);
    look_for_people(sample, held);
    const OnStreet at{sample.street, sample.along_m};
    sample.exit_m = m_scene.network->exit_m(at);
    sample.dead_end = m_scene.network->is_dead_end(at);
    sample.tunnel = m_scene.tunnel_of[sample.street] != nullptr;
}

/// People along the ways, then entrances, in one look.
void StretchLooker::look_for_people(SightSample& sample, std::span<const std::uint32_t> held) {
    const SightOptions& o = m_scene.options;
    m_lines.start(sample.position);
    m_walked.clear(), m_streets.clear();
    m_scene.network->walk({sample.street, sample.along_m}, o.step, o.approach,
                          [&](const OnStreet& at, Point p, double walked) {
                              m_lines.add(p, LookedAt::person);
                              m_walked.push_back(walked);
                              m_streets.push_back(at.street);
                          });
    m_scene.entrances.near(sample.position, o.surveillance.value, [&](std::uint32_t i) {
        const Point p = m_scene.input.entrances[i];
        if (distance(sample.position, p) <= o.surveillance.value) m_lines.add(p, LookedAt::entrance);
    });
    m_lines.look(m_edges, held);
    Hidden nearest;
    sample.seen_at_m = o.approach.value;
    for (std::size_t line = 0; line < m_walked.size(); ++line) {
        const auto& tunnel = m_scene.tunnel_of[m_streets[line]];
        if (tunnel != nullptr && m_streets[line] != sample.street) m_lines.look_at_one(line, tunnel->walls);
        if (m_walked[line] > sample.seen_at_m) continue;
        const Hidden hidden = m_lines.hidden(line);
        if (hidden.by == HiddenBy::nothing) continue;
        const bool first = nearest.by == HiddenBy::nothing || m_walked[line] < sample.seen_at_m;
        if (first || comes_first(hidden, nearest)) nearest = hidden;
        sample.seen_at_m = m_walked[line];
    }
    sample.hidden_by = nearest.by;
    sample.obstacle = nearest.obstacle;
    sample.entrances = 0;
    for (std::size_t line = m_walked.size(); line < m_lines.size(); ++line)
        sample.entrances += m_lines.hidden(line).by == HiddenBy::nothing ? 1 : 0;
}

/// Each sample stands for an equal part of the stretch.
void StretchLooker::sum_up(SightStretch& stretch, std::span<const SightSample> samples) const {
    const double count = static_cast<double>(samples.size()), part = (stretch.to_m - stretch.from_m) / count;
    double under_10 = 0.0, under_25 = 0.0, plants = 0.0, visible = 0.0, seen_at = 0.0, facade = 0.0;
    stretch.exit_m = 0.0;
    stretch.dead_end = stretch.tunnel = false;
    for (const SightSample& s : samples) {
        const bool is_hidden = s.hidden_by != HiddenBy::nothing, near = is_hidden && s.seen_at_m <= 25.0;
        under_10 += is_hidden && s.seen_at_m <= 10.0 ? 1.0 : 0.0;
        under_25 += near ? 1.0 : 0.0;
        plants += near && s.hidden_by == HiddenBy::plant ? 1.0 : 0.0;
        visible += s.visible_m2;
        seen_at += s.seen_at_m;
        facade += s.facade_m;
        stretch.exit_m = std::max(stretch.exit_m, s.exit_m);
        stretch.dead_end = stretch.dead_end || s.dead_end;
        stretch.tunnel = stretch.tunnel || s.tunnel;
    }
    stretch.under_10_m = under_10 * part;
    stretch.under_25_m = under_25 * part;
    stretch.under_25_plants_m = plants * part;
    stretch.mean_visible_m2 = visible / count;
    stretch.mean_seen_at_m = seen_at / count;
    stretch.facade_m = facade / count;
    const Concealment beside = concealment_along(stretch.line, m_scene.input, m_scene.options);
    stretch.concealment_m = beside.near_m;
    stretch.concealment_2_m = beside.close_m;
}

}  // namespace lykta::conditions
