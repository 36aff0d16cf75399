// Lamps as they stand after a change, and how far each is felt. For changed_conditions.
#pragma once
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "conditions/illuminance.hpp"
#include "conditions/light_reach.hpp"
#include "measures/changed_conditions_cells.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// A lamp of a study's layer as a light source. \pre the layer outlives it (its table is the layer's)
[[nodiscard]] conditions::Luminaire luminaire_of(const layers::LampLayer& layer, const layers::Lamp& lamp);

/// The town's lamps after the changes, the unchanged ones not copied: existing ones keep their index (of two changes to
/// one lamp the later counts), added ones follow in the order given.
class LampsAfter {
public:
    LampsAfter(const World& world, std::span<const LampChange> changes);
    [[nodiscard]] std::uint32_t size() const { return m_existing + static_cast<std::uint32_t>(m_added.size()); }
    [[nodiscard]] const layers::Lamp& lamp(std::uint32_t index) const;
    [[nodiscard]] const conditions::Luminaire& luminaire(std::uint32_t index) const;

private:
    struct Changed {
        std::uint32_t index = 0;
        const layers::Lamp* lamp = nullptr;
        conditions::Luminaire luminaire;
    };
    [[nodiscard]] const Changed* find(std::uint32_t index) const;
    const World& m_world;
    std::uint32_t m_existing = 0;
    std::vector<Changed> m_changed;  ///< existing ones, ascending
    std::vector<Changed> m_added;
};

/// How far lamps are felt along the paths: their reach when lit, and the gap they end.
class FeltReaches {
public:
    explicit FeltReaches(const World& world)
        : m_cutoff(world.cutoff), m_gap_heights(world.stretch_options.gap_heights) {}
    /// m; 0 where it is neither lit nor out of order.
    [[nodiscard]] double of(const layers::Lamp& lamp, const conditions::Luminaire& luminaire);
    /// Its reach when lit, m.
    [[nodiscard]] double light_of(const conditions::Luminaire& luminaire);

private:
    Lux m_cutoff;
    double m_gap_heights;
    conditions::Reaches m_reaches;
    conditions::Luminaire m_last;  ///< lamps of one kind come in rows
    double m_last_reach = -1.0;
};

/// Lamps of the changed town that can be felt in some cells, ascending, with those that decide where the buckets of
/// light_along lie: the outermost and the one felt farthest.
[[nodiscard]] std::vector<std::uint32_t> lamps_near(const LampsAfter& lamps, std::span<const double> felt_m,
                                                    const NearCells& cells);

}  // namespace lykta::measures
