#include "conditions/light_samples.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

#include "conditions/light_field.hpp"
#include "conditions/light_reach.hpp"
#include "conditions/luminaire_light.hpp"
#include "conditions/stretches.hpp"
#include "core/error.hpp"
#include "core/language.hpp"

namespace lykta::conditions {

namespace {

constexpr Meters face_height{1.5};

/// Directions of unit length: of the line's piece that holds each of its samples.
std::vector<Point> directions(const Polyline& line, std::size_t count) {
    std::vector<Point> found;
    const double whole = length(line);
    std::size_t piece = 0;
    double end = distance(line[0], line[1]);
    for (std::size_t k = 0; k < count; ++k) {
        const double along = whole * (static_cast<double>(k) + 0.5) / static_cast<double>(count);
        while (along > end && piece + 2 < line.size()) {
            ++piece;
            end += distance(line[piece], line[piece + 1]);
        }
        const Point a = line[piece], b = line[piece + 1];
        const double way = distance(a, b);
        found.push_back({(b.x - a.x) / way, (b.y - a.y) / way});
    }
    return found;
}

void require_above_zero(double gap_heights) {
    if (gap_heights > 0.0) return;
    throw Error(ErrorCode::bad_option,
                say("a gap between lamps of {} mounting heights: it must be greater than 0", gap_heights));
}

}  // namespace

/// Where one sample stands, and what has been added up there.
struct StretchSampler::Spot {
    Point position;
    Point along;  ///< direction of the path, length 1
    StretchSample light;
    std::array<double, 2> vertical{}, semicylindrical{};
};

StretchSampler::StretchSampler(const LightAlongInput& input, const StretchOptions& options, const LightOptions& light)
    : m_step(options.step), m_gap_heights(options.gap_heights), m_obstacles(light.obstacles) {
    require_above_zero(options.gap_heights);
    require_cutoff(light);
    assert(input.lamps == nullptr || input.lamps->lamps.size() == input.luminaires.size());
    Reaches reaches;
    for (std::uint32_t i = 0; i < input.luminaires.size(); ++i) {
        AsLit lamp{input.luminaires[i]};
        lamp.out = input.lamps != nullptr && input.lamps->lamps[i].state == layers::LampState::out;
        if (!lamp.luminaire.lit && !lamp.out) continue;
        lamp.luminaire.lit = true;
        lamp.reach_m = reaches.of(lamp.luminaire, light.cutoff);
        const double gap = lamp.out ? 0.0 : m_gap_heights * lamp.luminaire.height.value;
        m_search_m = std::max({m_search_m, lamp.reach_m, gap});
        m_positions.push_back(lamp.luminaire.position);
        m_index.push_back(i);
        m_lamps.push_back(lamp);
    }
    m_buckets = statistics::PointBuckets(m_positions, m_search_m);
}

StretchSamples StretchSampler::sample(const Polyline& line) const {
    StretchSamples found;
    const std::vector<Point> points = points_along(line, m_step);
    const std::vector<Point> along = directions(line, points.size());
    for (std::size_t k = 0; k < points.size(); ++k) {
        Spot spot{points[k], along[k], {}, {}, {}};
        m_buckets.near(points[k], m_search_m, [&](std::uint32_t i) { add_lamp(spot, i, found); });
        spot.light.vertical = std::min(spot.vertical[0], spot.vertical[1]);
        spot.light.semicylindrical = std::min(spot.semicylindrical[0], spot.semicylindrical[1]);
        found.samples.push_back(spot.light);
    }
    std::sort(found.parts.begin(), found.parts.end(), [](const auto& a, const auto& b) { return a.lamp < b.lamp; });
    std::sort(found.lamps_out.begin(), found.lamps_out.end());
    return found;
}

void StretchSampler::add_lamp(Spot& spot, std::uint32_t i, StretchSamples& found) const {
    const AsLit& lamp = m_lamps[i];
    const Luminaire& luminaire = lamp.luminaire;
    const double dx = spot.position.x - m_positions[i].x, dy = spot.position.y - m_positions[i].y,
                 squared = dx * dx + dy * dy, gap = m_gap_heights * luminaire.height.value;
    if (!lamp.out && squared <= gap * gap) spot.light.in_a_gap = false;
    if (!(lamp.reach_m > 0.0) || squared > lamp.reach_m * lamp.reach_m) return;
    constexpr std::array<double, 2> heights{0.0, face_height.value};
    std::array<Obstacles::Through, 2> through;
    if (m_obstacles != nullptr)
        m_obstacles->through(spot.position, heights, {m_positions[i], luminaire.height.value}, through);
    const double lux = horizontal_share(luminaire, spot.position, 0.0), ground = lux * through[0].share();
    spot.light.with_outages_lit += ground;
    if (lamp.out) {
        auto& out = found.lamps_out;
        if (std::find(out.begin(), out.end(), m_index[i]) == out.end()) out.push_back(m_index[i]);
        return;
    }
    spot.light.lux += ground;
    spot.light.without_plants += lux * through[0].share_without_plants();
    add_part(found.parts, m_index[i], ground);
    add_faces(spot, luminaire, through[1].share());
}

/// The formulas of vertical_illuminance and semicylindrical_illuminance, for both ways with one intensity.
void StretchSampler::add_faces(Spot& spot, const Luminaire& luminaire, double through) {
    const double up = luminaire.height.value - face_height.value;
    if (!(through > 0.0) || !(up > 0.0)) return;
    const double dx = luminaire.position.x - spot.position.x, dy = luminaire.position.y - spot.position.y;
    const double across = std::sqrt(dx * dx + dy * dy), squared = across * across + up * up;
    const double strength = through * intensity_towards(luminaire, spot.position, face_height.value) * across /
                            (squared * std::sqrt(squared));
    const double cosine = across > 0.0 ? (dx * spot.along.x + dy * spot.along.y) / across : 0.0;
    spot.vertical[0] += strength * std::max(0.0, cosine);
    spot.vertical[1] += strength * std::max(0.0, -cosine);
    spot.semicylindrical[0] += strength * (1.0 + cosine) * std::numbers::inv_pi;
    spot.semicylindrical[1] += strength * (1.0 - cosine) * std::numbers::inv_pi;
}

void StretchSampler::add_part(std::vector<LampPart>& parts, std::uint32_t lamp, double lux) {
    const auto at = std::find_if(parts.begin(), parts.end(), [&](const LampPart& p) { return p.lamp == lamp; });
    if (at == parts.end())
        parts.push_back({lamp, lux});
    else
        at->lux += lux;
}

}  // namespace lykta::conditions
