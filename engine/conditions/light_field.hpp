// Lamps made ready for many points, and the part of a grid they light: shared by whole grids and by light that is
// changed piece by piece (light_scene.hpp), so that both give the same bits.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/light_shadows.hpp"
#include "conditions/obstacles.hpp"
#include "core/grid.hpp"

namespace lykta::conditions {

/// One luminaire with what every field asks of it.
struct FieldLamp {
    Luminaire luminaire;
    double reach_m = 0.0;             ///< 0: gives nothing
    std::vector<std::uint32_t> held;  ///< obstacles it stands in: its own house
};
/// \throws Error{bad_option} cutoff ≤ 0
void require_cutoff(const LightOptions& options);
[[nodiscard]] FieldLamp field_lamp(const Luminaire& luminaire, const LightOptions& options);
/// All of them, in their order, unlit ones with reach 0.
[[nodiscard]] std::vector<FieldLamp> field_lamps(std::span<const Luminaire> luminaires, const LightOptions& options);

/// Cells whose centre lies inside a building, row-major; empty without buildings. Indoors there is no data.
[[nodiscard]] std::vector<char> cells_indoors(const GridFrame& frame, const Obstacles& obstacles);

/// Cells a lamp may light.
[[nodiscard]] CellRange cells_lit_by(const FieldLamp& lamp, const GridFrame& frame);

/// Adds one lamp's light to the cells of a range. A sum over lamps in ascending order depends neither on the range nor
/// on the lamps that do not reach it. \param shadows  nullptr: nothing stands in the way
void add_lamp(const FieldLamp& lamp, const CellRange& cells, LampShadows* shadows, Grid<double>& lux);

/// What the cutoff leaves out: light of lamps beyond their reach, at sample cells. Nothing is taken to stand in the
/// way, so behind obstacles it is less. \correctness  hand case (one lamp); with the fast field it makes the plain sum
struct LightLeftOut {
    Lux mean, largest;
    int samples = 0;  ///< cells looked at, evenly spread over the frame
};
[[nodiscard]] LightLeftOut light_left_out(const GridFrame& frame, std::span<const Luminaire> luminaires,
                                          const LightOptions& options = {});

}  // namespace lykta::conditions
