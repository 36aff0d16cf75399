// Shrubs beside the paths cut into pieces a gardener can be sent to: so far from the path, so long along it.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry.hpp"
#include "measures/siting_clearing.hpp"

namespace lykta::measures {

/// A piece that can be cleared by itself; connected.
struct ClearingPiece {
    std::uint32_t plant = 0;  ///< into VegetationLayer::plants
    MultiPolygon shape;       ///< one polygon, m; reaches a millimetre beyond what it holds of the plant
    double area_m2 = 0;       ///< of plant inside it
};

/// Part of a street, m along it.
struct StreetPart {
    std::uint32_t street = 0;
    double from_m = 0, to_m = 0;
};

/// Ground within `strip` of the parts' streets in cells about `piece` long, cut square to the path. Cells may overlap
/// where paths meet; the first counts. \pre parts by street
[[nodiscard]] std::vector<MultiPolygon> clearing_cells(const layers::StreetLayer& streets,
                                                       std::span<const StreetPart> parts,
                                                       const ClearingOptions& options);

/// Shrubs (up to `shrub_up_to` high, in the way at eye height) cut by the cells: by plant, then cell. Pieces of one
/// plant meet but do not overlap by more than their rim; a shrub about as short as a piece stays whole; crumbs under
/// 0.05 m² are left standing.
/// \pre world.sight_obstacles and vegetation are there
[[nodiscard]] std::vector<ClearingPiece> clearing_pieces(const World& world, std::span<const MultiPolygon> cells,
                                                         const ClearingOptions& options);

}  // namespace lykta::measures
