// Can the promised effect be seen at all? The weighted displacement difference (WDD) turned round: how many months of
// follow-up until a change of that size would be found, with few or many control areas, alone or pooled.
#pragma once
#include <optional>
#include <span>

#include "measures/plan.hpp"
#include "measures/world.hpp"

namespace lykta::measures {

struct DetectabilityOptions {
    double before_months = 24;  ///< the before window. REQUIRES: > 0
    double alpha = 0.05;        ///< two-sided
    double power = 0.8;
    double longest_months = 240;
};
/// Months after completion until a change from `rate_per_month` by the share `reduction` is found with the asked power:
/// the treated area against `controls` areas of the same size, before window fixed, after window grown. Normal
/// approximation, Poisson variances (Wheeler & Ratcliffe 2018); empty where not even longest_months suffices.
/// \correctness  equal windows give B ≥ 7.85 · (4 − δ) ÷ δ² with one control and 7.85 · (2.2 − δ) ÷ δ² with ten (domain
/// metrics D.4, its tables); simulated WDD tests find it 80 % of the time
[[nodiscard]] std::optional<double> months_to_detect(double rate_per_month, double reduction, double controls,
                                                     const DetectabilityOptions& options = {});
/// The smallest share that can be found with `after_months`; 1 where none can.
[[nodiscard]] double smallest_reduction(double rate_per_month, double after_months, double controls,
                                        const DetectabilityOptions& options = {});
/// Incidents in the before window that show a change with windows of the same length: 7.85 · (2 − δ + 2 ÷ k) ÷ δ² for
/// 5 % and 80 %; infinite without a reduction.
[[nodiscard]] double incidents_needed(double reduction, double controls, const DetectabilityOptions& options = {});

/// The outcome is the incidents that the measure touches, as many as are expected back; the change is prevented ÷
/// expected. Of one sited measure at its place, and of all sited measures of some options pooled.
[[nodiscard]] Detectability detectability_of(const SitedMeasure& sited, const World& world,
                                             const DetectabilityOptions& options = {});
[[nodiscard]] Detectability pooled_detectability(std::span<const Option* const> chosen, const World& world,
                                                 const DetectabilityOptions& options = {});

}  // namespace lykta::measures
