// What if: measures added, moved and taken away one at a time, with light, sight, effect and cost following. The
// viewer's side of the engine.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/grid.hpp"
#include "measures/effect.hpp"
#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

/// What one change did.
struct WhatIfAnswer {
    std::vector<StretchChange> changes;  ///< stretches that differ from the town as it is, all measures counted
    std::vector<std::uint32_t> touched;  ///< stretches computed again by this change, ascending
    Money money;                         ///< of all measures in the scenario
    Effect effect;                       ///< of all of them, places added up
};

/// A scenario over a town. After every change its state equals what a fresh scenario with the same measures has,
/// whatever the order they came in (light to 1e-9 lx: the same lamps may be added up in another order). Light and sight
/// are computed again near the change only.
///
/// Effects of measures at one place combine as in effect_of; places are added up, and so are the ends of their
/// intervals: never too narrow, because the studies' doubt is the same everywhere.
/// \pre world, catalogue and what they point at outlive it
/// \correctness  twin: a fresh scenario after random adds, moves and removals; the whole town's light_after and
/// sight_after
class WhatIf {
public:
    WhatIf(const World& world, const Catalogue& catalogue, const EffectOptions& options = {});
    ~WhatIf();
    WhatIf(WhatIf&&) noexcept;
    WhatIf& operator=(WhatIf&&) noexcept;

    using Id = std::uint32_t;
    /// Adds a measure as sited (by site_measures, or by hand: a lamp where the user clicked). One that names no
    /// incidents gets those of its place that it can touch; one without a quantity is counted by its geometry. \returns
    /// its id
    Id add(SitedMeasure measure, WhatIfAnswer& answer);
    /// Puts another geometry in its place (a lamp dragged, a camera turned). \pre id is in the scenario
    void replace(Id id, SitedMeasure measure, WhatIfAnswer& answer);
    void remove(Id id, WhatIfAnswer& answer);
    [[nodiscard]] std::vector<Id> ids() const;
    [[nodiscard]] const SitedMeasure& measure(Id id) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace lykta::measures
