// Sight after clearing: the stretches it can reach, looked along again over what stands near them.
#include <algorithm>
#include <cmath>

#include "measures/changed_conditions.hpp"
#include "measures/changed_conditions_plants.hpp"
#include "measures/changed_conditions_reach.hpp"

namespace lykta::measures {

namespace {

using conditions::ObstacleKind;
using conditions::PathSight;
using conditions::SightStretch;

constexpr Box everywhere{-1e300, -1e300, 1e300, 1e300};

double reach_of(const conditions::SightOptions& options) {
    return std::max(
        {options.reach.value, options.approach.value, options.surveillance.value, options.concealment.value, 2.0});
}

/// As update_sight chooses them; and tunnels, along the whole of which what stands above them does not count.
std::vector<std::uint32_t> reached_by(const World& world, std::span<const CutPlant> cut) {
    const double reach = reach_of(world.sight_options);
    std::vector<std::uint32_t> reached;
    for (std::uint32_t k = 0; k < world.sight->stretches.size(); ++k) {
        const SightStretch& stretch = world.sight->stretches[k];
        const double span = stretch.to_m - stretch.from_m;
        const layers::Street& street = world.city.streets->streets[stretch.street];
        const bool is_reached = std::any_of(cut.begin(), cut.end(), [&](const CutPlant& c) {
            return away_from(c.changed, stretch.line.front()) <= reach + span ||
                   (street.tunnel && boxes_meet(box_of(street.line), c.changed));
        });
        if (is_reached) reached.push_back(k);
    }
    return reached;
}

/// Those stretches alone, with their samples.
PathSight part_of(const PathSight& whole, std::span<const std::uint32_t> stretches) {
    PathSight part;
    for (const std::uint32_t k : stretches) {
        SightStretch stretch = whole.stretches[k];
        const auto from = whole.samples.begin() + stretch.first_sample;
        stretch.first_sample = static_cast<std::uint32_t>(part.samples.size());
        part.samples.insert(part.samples.end(), from, from + stretch.samples);
        part.stretches.push_back(std::move(stretch));
    }
    return part;
}

std::vector<CutPlant> cut_in_sight(const World& world, std::span<const Clearing> clearings) {
    if (world.sight == nullptr || world.sight_obstacles == nullptr || !world.city.vegetation || clearings.empty())
        return {};
    std::vector<CutPlant> cut = cut_plants(*world.city.vegetation, clearings);
    std::erase_if(
        cut, [&](const CutPlant& c) { return world.sight_obstacles->obstacle_of(ObstacleKind::plant, c.plant) < 0; });
    return cut;
}

}  // namespace

std::vector<std::uint32_t> sight_reached(const World& world, std::span<const Clearing> clearings) {
    const std::vector<CutPlant> cut = cut_in_sight(world, clearings);
    return cut.empty() ? std::vector<std::uint32_t>{} : reached_by(world, cut);
}

std::vector<SightAfter> sight_after(const World& world, std::span<const Clearing> clearings,
                                    std::span<const std::uint32_t> only) {
    const std::vector<CutPlant> cut = cut_in_sight(world, clearings);
    if (cut.empty()) return {};
    std::vector<std::uint32_t> reached = reached_by(world, cut);
    std::erase_if(reached, [&](std::uint32_t k) { return !is_asked_for(only, k); });
    if (reached.empty()) return {};
    std::vector<Box> boxes;
    const double around = reach_of(world.sight_options) + edge_margin_m;
    for (const std::uint32_t k : reached) boxes.push_back(box_of(world.sight->stretches[k].line).expanded(around));
    const ObstaclesNear standing =
        obstacles_near(world, *world.sight_obstacles, world.sight_obstacle_options, NearCells(boxes), cut);
    PathSight part = part_of(*world.sight, reached);
    const auto& doors = world.city.entrances;
    conditions::update_sight(part,
                             {.streets = *world.city.streets,
                              .obstacles = *standing.obstacles,
                              .vegetation = &standing.vegetation,
                              .entrances = doors ? std::span<const Point>{doors->position} : std::span<const Point>{},
                              .network = world.network},
                             everywhere, world.sight_options);
    std::vector<SightAfter> after;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        part.stretches[i].first_sample = world.sight->stretches[reached[i]].first_sample;
        after.push_back({reached[i], std::move(part.stretches[i])});
    }
    return after;
}

}  // namespace lykta::measures
