// Plants cut down in part, and what stands near a change afterwards. For changed_conditions.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "conditions/obstacles.hpp"
#include "measures/changed_conditions_cells.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// A plant with what clearing leaves of it.
struct CutPlant {
    std::uint32_t plant = 0;
    MultiPolygon outline;  ///< what stays; may be empty
    Box changed;           ///< holds every edge of the outline that is new or gone
};
/// Ascending by plant. Pieces of one plant are taken off in an order of their own, so that the result does not depend
/// on the order they were given in. \correctness  areas add up; any order, same bits
[[nodiscard]] std::vector<CutPlant> cut_plants(const layers::VegetationLayer& vegetation,
                                               std::span<const Clearing> clearings);

/// Obstacles of the changed town that stand in some cells, in the town's order, those at the town's very edge too:
/// buckets then lie as they do over the whole town, edges come in the same order, and light and sight in those cells
/// come out in the same bits.
struct ObstaclesNear {
    layers::BuildingLayer buildings;  ///< what was taken over
    layers::VegetationLayer vegetation;
    std::unique_ptr<const conditions::Obstacles> obstacles;
};
/// \param all  the whole town's, made with `options`
[[nodiscard]] ObstaclesNear obstacles_near(const World& world, const conditions::Obstacles& all,
                                           const conditions::ObstacleOptions& options, const NearCells& cells,
                                           std::span<const CutPlant> cut);

/// Edges of obstacles are looked for this far outside the box that is asked for, m.
constexpr double edge_margin_m = 2.0 * conditions::Obstacles::longest_edge;

}  // namespace lykta::measures
