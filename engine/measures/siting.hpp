// Matches become sited measures: each kind through its own siting, then costs nothing yet but geometry, quantity and
// the state afterwards.
#pragma once
#include <span>
#include <vector>

#include "measures/plan.hpp"
#include "measures/siting_cameras.hpp"
#include "measures/siting_clearing.hpp"
#include "measures/siting_lamps.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct SitingOptions {
    LampSitingOptions lamps;
    ClearingOptions clearing;
    CameraOptions cameras;
};

/// One sited measure per fitting match whose siting finds anything; `notes` says of those where it found nothing.
/// Kinds without geometry of their own: `items` a work list of failed items, `tunnel` and `stretch` the lines they act
/// on in metres, `place` the outline, `area` the district's name once per district.
/// Fills geometry, quantity, stretches, touch, and the state after; money and effect come later (effect.hpp).
/// \correctness  hand-made places, one per kind; Exempelstad's planted causes
[[nodiscard]] std::vector<SitedMeasure> site_measures(const World& world, const Catalogue& catalogue,
                                                      std::span<const Match> matches, const SitingOptions& options,
                                                      std::vector<std::string>& notes);

/// Failed inspection items at the place that a measure mends, mandatory first, with the incidents they can explain.
[[nodiscard]] std::vector<WorkItem> work_list(const World& world, const Measure& measure, const Match& match);

/// Probability, per incident of `incidents`, that the measure's mechanism can touch it: 0 or 1 by outcome, times the
/// dark (or day) probability where the measure acts then only; unknown hours take the place's share.
[[nodiscard]] std::vector<double> touch_of(const World& world, const Measure& measure,
                                           std::span<const std::uint32_t> incidents, double dark_share);

}  // namespace lykta::measures
