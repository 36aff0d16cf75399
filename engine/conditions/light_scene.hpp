// Light that can be changed piece by piece: move a lamp or clear a shrub, and only what it reaches is computed again.
#pragma once
#include <cstdint>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/light_field.hpp"
#include "conditions/obstacles.hpp"
#include "core/grid.hpp"

namespace lykta::conditions {

/// A lit ground with its lamps. After every change `lux()` equals illuminance_grid() over the same lamps and obstacles,
/// bit by bit: cells within the changed reach are computed anew, not adjusted.
/// \correctness  twin: illuminance_grid after random moves and clearings
class LightScene {
public:
    /// \param obstacles  nullptr: nothing stands in the way; takes the place of options.obstacles
    /// \pre `obstacles` and the luminaires' tables outlive the scene; the obstacles are changed through the scene only
    LightScene(const GridFrame& frame, std::vector<Luminaire> luminaires, Obstacles* obstacles,
               const LightOptions& options = {});

    [[nodiscard]] const Grid<double>& lux() const { return m_lux; }
    [[nodiscard]] const std::vector<Luminaire>& luminaires() const { return m_luminaires; }
    /// Each returns the box on the ground whose light may have changed; empty where none can have.
    Box set_lamp(std::uint32_t lamp, const Luminaire& to);
    Box add_lamp(const Luminaire& lamp);
    /// \pre there are obstacles
    Box set_cleared(std::uint32_t obstacle, bool cleared);

private:
    void relight(const Box& box);
    std::vector<Luminaire> m_luminaires;
    std::vector<FieldLamp> m_lamps;  ///< the same, with reach
    Obstacles* m_obstacles = nullptr;
    LightOptions m_options;
    Grid<double> m_lux;
};

}  // namespace lykta::conditions
