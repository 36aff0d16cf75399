#include "measures/siting_lamps.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "measures/changed_conditions.hpp"
#include "measures/siting_lamps_plan.hpp"

namespace lykta::measures {

namespace {

/// More stretches than this are not planned as one: about a kilometre.
constexpr std::size_t longest_run = 40;

void require(bool holds, const std::string& message) {
    if (!holds) throw Error(ErrorCode::bad_option, message);
}

void require_good(const LampSitingOptions& options) {
    require(options.flux.value > 0.0, say("new lamps of {} lm: the flux must be greater than 0", options.flux.value));
    require(options.largest_flux >= options.flux, say("luminaires of up to {} lm: not less than new lamps' {} lm",
                                                      options.largest_flux.value, options.flux.value));
    require(options.height.value > 0.0 && options.street_height.value > 0.0,
            say("poles of {} m and {} m: the height must be greater than 0", options.height.value,
                options.street_height.value));
    require(options.step.value > 0.0,
            say("places for lamps every {} m: the step must be greater than 0", options.step.value));
}

/// Deficient ones, ascending, each once.
std::vector<std::uint32_t> deficient(const World& world, std::span<const std::uint32_t> stretches) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t k : stretches)
        if (world.stretches[k].below_class) found.push_back(k);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// By the whole engine, after the changes.
std::vector<std::uint32_t> reached_by(const World& world, const LampPlan& plan) {
    std::vector<std::uint32_t> reached;
    const std::vector<StretchAfter> after = light_after(world, {plan.changes, {}});
    for (const std::uint32_t k : plan.stretches) {
        const auto at =
            std::lower_bound(after.begin(), after.end(), k,
                             [](const StretchAfter& a, std::uint32_t stretch) { return a.stretch < stretch; });
        if (at != after.end() && at->stretch == k && !at->light.below_class) reached.push_back(k);
    }
    return reached;
}

/// Rounding may leave a stretch a hair below what its plan promised: then a little more light is asked for.
LampPlan checked_plan(const PoleGround& ground, const conditions::StretchSampler& sampler, const LampRun& run,
                      LampSteps steps) {
    LampPlan plan;
    for (const double demand : {1.0, 1.01, 1.05}) {
        RunPlan planned = plan_of_run(ground, sampler, run, steps, demand);
        plan = std::move(planned.plan);
        plan.reached = reached_by(ground.world, plan);
        if (std::includes(plan.reached.begin(), plan.reached.end(), planned.expected.begin(), planned.expected.end()))
            break;
    }
    return plan;
}

}  // namespace

std::vector<LampPlan> site_lamps(const World& world, std::span<const std::uint32_t> stretches, LampSteps steps,
                                 const LampSitingOptions& options) {
    require_good(options);
    if (!world.city.lighting || !world.city.streets || world.stretches.empty()) return {};
    const std::vector<std::uint32_t> dark = deficient(world, stretches);
    if (dark.empty()) return {};
    const conditions::StretchSampler sampler(
        {.streets = *world.city.streets, .luminaires = world.luminaires, .lamps = &*world.city.lighting},
        world.stretch_options, {.cutoff = world.cutoff, .obstacles = world.light_obstacles});
    const PoleGround ground(world, options);
    const std::vector<LampRun> runs = connected_runs(world, dark, longest_run);
    std::vector<LampPlan> plans(runs.size());
    parallel_blocks(runs.size(), 1, [&](std::size_t first, std::size_t last) {
        for (std::size_t k = first; k < last; ++k) plans[k] = checked_plan(ground, sampler, runs[k], steps);
    });
    return plans;
}

}  // namespace lykta::measures
