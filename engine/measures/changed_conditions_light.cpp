// Light after a change: the streets it can reach, judged again over what stands near them.
#include <algorithm>
#include <cmath>

#include "measures/changed_conditions.hpp"
#include "measures/changed_conditions_lamps.hpp"
#include "measures/changed_conditions_plants.hpp"
#include "measures/changed_conditions_reach.hpp"

namespace lykta::measures {

namespace {

using conditions::ObstacleKind;
using conditions::StretchLight;

struct Circle {
    Point middle;
    double radius_m = 0.0;
};

/// Where the light may differ afterwards.
struct Reached {
    std::vector<Circle> circles;  ///< round changed lamps
    std::vector<Box> boxes;       ///< round cleared plants
    [[nodiscard]] bool reaches(const StretchLight& stretch) const {
        const double span = stretch.to_m - stretch.from_m;
        for (const Circle& c : circles) {
            if (distance(stretch.line.front(), c.middle) > c.radius_m + span) continue;
            if (nearest_on(stretch.line, c.middle).distance <= c.radius_m) return true;
        }
        if (boxes.empty()) return false;
        const Box own = box_of(stretch.line);
        return std::any_of(boxes.begin(), boxes.end(), [&](const Box& box) { return boxes_meet(own, box); });
    }
};

constexpr double hair_m = 1e-6;  ///< rounding must not decide whether a stretch is reached

/// The farther of before and after, for every changed lamp.
std::vector<Circle> circles_of(const World& world, const LampsAfter& lamps, std::span<const LampChange> changes,
                               FeltReaches& felt) {
    std::vector<Circle> circles;
    const auto add = [&](const layers::Lamp& lamp, const conditions::Luminaire& luminaire) {
        const double radius = felt.of(lamp, luminaire);
        if (radius > 0.0) circles.push_back({luminaire.position, radius + hair_m});
    };
    for (const LampChange& change : changes) {
        if (!change.lamp) continue;
        add(world.city.lighting->lamps[*change.lamp], world.luminaires[*change.lamp]);
        add(lamps.lamp(*change.lamp), lamps.luminaire(*change.lamp));
    }
    for (auto i = static_cast<std::uint32_t>(world.luminaires.size()); i < lamps.size(); ++i)
        add(lamps.lamp(i), lamps.luminaire(i));
    return circles;
}

/// A ray that passes the plant ends where its lamp's reach does.
Box lit_past(const Box& plant, const LampsAfter& lamps, std::span<const double> felt_m) {
    double farthest = -1.0;
    for (std::uint32_t i = 0; i < lamps.size(); ++i)
        if (felt_m[i] > 0.0) farthest = std::max(farthest, felt_m[i] - away_from(plant, lamps.luminaire(i).position));
    return farthest < 0.0 ? Box{} : plant.expanded(farthest + hair_m);
}

std::vector<CutPlant> cut_in_the_light(const World& world, std::span<const Clearing> clearings) {
    if (world.light_obstacles == nullptr || !world.city.vegetation || clearings.empty()) return {};
    std::vector<CutPlant> cut = cut_plants(*world.city.vegetation, clearings);
    std::erase_if(
        cut, [&](const CutPlant& c) { return world.light_obstacles->obstacle_of(ObstacleKind::plant, c.plant) < 0; });
    return cut;
}

/// Streets some stretch of which is reached, and the stretches of the town they hold.
struct Again {
    layers::StreetLayer streets;
    std::vector<std::uint32_t> street;   ///< of the town, for each of `streets`
    std::vector<std::uint32_t> stretch;  ///< of the town, for each stretch of `streets`
    std::vector<char> reached;           ///< for each of those
    std::vector<Box> boxes;              ///< round those reached
};

Again streets_again(const World& world, const Reached& where, std::span<const std::uint32_t> only) {
    std::vector<char> reached(world.stretches.size(), 0);
    Again again;
    for (std::size_t first = 0, end = 0; first < world.stretches.size(); first = end) {
        const std::uint32_t street = world.stretches[first].street;
        bool any = false;
        for (; end < world.stretches.size() && world.stretches[end].street == street; ++end) {
            reached[end] = is_asked_for(only, end) && where.reaches(world.stretches[end]) ? 1 : 0;
            any = any || reached[end] != 0;
        }
        if (!any) continue;
        again.streets.streets.push_back(world.city.streets->streets[street]);
        again.street.push_back(street);
        for (std::size_t k = first; k < end; ++k) {
            again.stretch.push_back(static_cast<std::uint32_t>(k));
            again.reached.push_back(reached[k]);
            if (reached[k] != 0) again.boxes.push_back(box_of(world.stretches[k].line));
        }
    }
    return again;
}

/// light_along over those streets with what stands near; indices are the near ones'.
std::vector<StretchLight> judged_again(const World& world, const Again& again, const LampsAfter& lamps,
                                       std::span<const std::uint32_t> near, const conditions::Obstacles* obstacles) {
    layers::LampLayer layer;
    std::vector<conditions::Luminaire> luminaires;
    for (const std::uint32_t i : near) {
        layer.lamps.push_back(lamps.lamp(i));
        luminaires.push_back(lamps.luminaire(i));
    }
    return conditions::light_along({.streets = again.streets, .luminaires = luminaires, .lamps = &layer},
                                   world.stretch_options, {.cutoff = world.cutoff, .obstacles = obstacles})
        .stretches;
}

bool changes_no_light(const World& world, const Changes& changes) {
    return world.stretches.empty() || !world.city.lighting || (changes.lamps.empty() && changes.clearings.empty());
}

/// The lamps and plants afterwards, and where that can be seen.
struct LightChange {
    LampsAfter lamps;
    std::vector<double> felt_m;  ///< how far each lamp matters
    std::vector<CutPlant> cut;
    Reached where;

    LightChange(const World& world, const Changes& changes)
        : lamps(world, changes.lamps), felt_m(lamps.size()), cut(cut_in_the_light(world, changes.clearings)) {
        FeltReaches felt(world);
        for (std::uint32_t i = 0; i < lamps.size(); ++i) felt_m[i] = felt.of(lamps.lamp(i), lamps.luminaire(i));
        where.circles = circles_of(world, lamps, changes.lamps, felt);
        for (const CutPlant& c : cut) where.boxes.push_back(lit_past(c.changed, lamps, felt_m));
    }
};

}  // namespace

std::vector<std::uint32_t> light_reached(const World& world, const Changes& changes) {
    if (changes_no_light(world, changes)) return {};
    const LightChange change(world, changes);
    std::vector<std::uint32_t> reached;
    for (std::uint32_t k = 0; k < world.stretches.size(); ++k)
        if (change.where.reaches(world.stretches[k])) reached.push_back(k);
    return reached;
}

std::vector<StretchAfter> light_after(const World& world, const Changes& changes) {
    if (changes_no_light(world, changes)) return {};
    const LightChange change(world, changes);
    const auto& [lamps, felt_m, cut, where] = change;
    Again again = streets_again(world, where, changes.only);
    if (again.streets.streets.empty()) return {};
    const double farthest = *std::max_element(felt_m.begin(), felt_m.end());
    for (Box& box : again.boxes) box = box.expanded(farthest + edge_margin_m);
    const NearCells cells(again.boxes);
    const std::vector<std::uint32_t> near = lamps_near(lamps, felt_m, cells);
    ObstaclesNear standing;
    if (world.light_obstacles != nullptr)
        standing = obstacles_near(world, *world.light_obstacles, world.light_obstacle_options, cells, cut);
    std::vector<StretchLight> judged = judged_again(world, again, lamps, near, standing.obstacles.get());
    std::vector<StretchAfter> after;
    for (std::size_t k = 0; k < judged.size(); ++k) {
        if (again.reached[k] == 0) continue;
        StretchLight& light = judged[k];
        light.street = again.street[light.street];
        for (std::uint32_t& lamp : light.lamps_out) lamp = near[lamp];
        after.push_back({again.stretch[k], std::move(light)});
    }
    return after;
}

}  // namespace lykta::measures
