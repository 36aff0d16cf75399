// The plan of one run: repairs, then better luminaires, then new lamps, each only for what is still below class. For
// siting_lamps.
#pragma once
#include "conditions/light_samples.hpp"
#include "measures/siting_lamps.hpp"
#include "measures/siting_lamps_poles.hpp"
#include "measures/siting_lamps_runs.hpp"

namespace lykta::measures {

struct RunPlan {
    LampPlan plan;                        ///< `reached` left empty
    std::vector<std::uint32_t> expected;  ///< stretches that it should bring to class, ascending
};
/// \param demand  factor on the light each stretch of the run must get (1, a little more where a plan fell short)
[[nodiscard]] RunPlan plan_of_run(const PoleGround& ground, const conditions::StretchSampler& sampler,
                                  const LampRun& run, LampSteps steps, double demand);

}  // namespace lykta::measures
