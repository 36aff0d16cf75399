#include "measures/siting_lamps_plan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "conditions/stretches.hpp"
#include "measures/changed_conditions_lamps.hpp"

namespace lykta::measures {

namespace {

using conditions::LightingClass;
using conditions::StretchSamples;

/// A lamp that is there already, as it would be afterwards, and what that adds.
struct Existing {
    std::uint32_t lamp = 0;
    layers::Lamp after;
    std::vector<SampleGain> gains;
};

/// A run under work: light so far, and the changes that made it so.
struct Work {
    const PoleGround& ground;
    const LampRun& run;
    std::vector<Point> points;            ///< of the run's samples
    LightCover cover;                     ///< base: with the changes so far
    std::vector<std::uint32_t> out, lit;  ///< lamps near, ascending
    LampPlan plan;
};

void keep(std::vector<std::uint32_t>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
}

CoverStretch demands_of(const conditions::StretchLight& stretch, double demand) {
    const LightingClass* wanted = conditions::find_lighting_class(stretch.wanted_class);
    CoverStretch found{.average = stretch.target.value * demand};
    if (wanted != nullptr && wanted->minimum) found.minimum = wanted->minimum->value * demand;
    if (wanted != nullptr && wanted->uniformity) found.uniformity = *wanted->uniformity;
    return found;
}

Work started(const PoleGround& ground, const conditions::StretchSampler& sampler, const LampRun& run, double demand) {
    Work work{ground, run, {}, {}, {}, {}, {}};
    work.cover.over_limit = ground.options.over_limit;
    for (const Step& step : run) {
        const conditions::StretchLight& stretch = ground.world.stretches[step.stretch];
        const StretchSamples found = sampler.sample(stretch.line);
        std::vector<Point> points = conditions::points_along(stretch.line, ground.world.stretch_options.step);
        std::vector<double> lux;
        for (const auto& sample : found.samples) lux.push_back(sample.lux);
        if (step.reversed) std::reverse(points.begin(), points.end()), std::reverse(lux.begin(), lux.end());
        CoverStretch own = demands_of(stretch, demand);
        own.first = static_cast<std::uint32_t>(work.points.size());
        own.count = static_cast<std::uint32_t>(points.size());
        work.cover.stretches.push_back(own);
        work.points.insert(work.points.end(), points.begin(), points.end());
        work.cover.base.insert(work.cover.base.end(), lux.begin(), lux.end());
        work.out.insert(work.out.end(), found.lamps_out.begin(), found.lamps_out.end());
        for (const auto& part : found.parts) work.lit.push_back(part.lamp);
        work.plan.stretches.push_back(step.stretch);
    }
    keep(work.out), keep(work.lit), keep(work.plan.stretches);
    return work;
}

/// The stretch a lamp gives most to.
std::uint32_t meant_for(const Work& work, const std::vector<SampleGain>& gains) {
    std::vector<double> sum(work.run.size(), 0.0);
    std::size_t s = 0;
    for (const SampleGain& gain : gains) {
        while (gain.sample >= work.cover.stretches[s].first + work.cover.stretches[s].count) ++s;
        sum[s] += gain.lux;
    }
    return work.run[static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin())].stretch;
}

void add_light(LightCover& cover, const std::vector<SampleGain>& gains) {
    for (const SampleGain& gain : gains) cover.base[gain.sample] += gain.lux;
}

void take(Work& work, const Existing& existing, LampWork what) {
    work.plan.changes.push_back(
        {.work = what, .lamp = existing.lamp, .after = existing.after, .stretch = meant_for(work, existing.gains)});
    add_light(work.cover, existing.gains);
}

/// Stretches of the run that meet their demands as it stands, ascending.
std::vector<std::uint32_t> met_now(const Work& work) {
    std::vector<std::uint32_t> met;
    for (std::uint32_t s = 0; s < work.cover.stretches.size(); ++s)
        if (is_met(work.cover, s, {})) met.push_back(work.run[s].stretch);
    std::sort(met.begin(), met.end());
    return met;
}

bool is_dark_somewhere(const Work& work) {
    return met_now(work).size() < work.run.size();
}

/// Gives a stretch a noticeable part of what it should have: 2 % of the mean, or 5 % of it somewhere.
bool matters(const CoverStretch& stretch, const std::vector<SampleGain>& gains) {
    constexpr double part_of_mean = 0.02, part_somewhere = 0.05;
    double sum = 0.0, most = 0.0;
    for (const SampleGain& gain : gains) {
        if (gain.sample < stretch.first || gain.sample >= stretch.first + stretch.count) continue;
        sum += gain.lux;
        most = std::max(most, gain.lux);
    }
    return sum >= part_of_mean * stretch.average * stretch.count || most >= part_somewhere * stretch.average;
}

std::vector<Existing> repairable(const Work& work) {
    const layers::LampLayer& layer = *work.ground.world.city.lighting;
    std::vector<Existing> found;
    for (const std::uint32_t lamp : work.out) {
        Existing repaired{lamp, layer.lamps[lamp], {}};
        repaired.after.state = layers::LampState::working;
        repaired.gains = gains_at(work.ground.world, luminaire_of(layer, repaired.after), work.points);
        if (!repaired.gains.empty()) found.push_back(std::move(repaired));
    }
    return found;
}

CoverPlan fewest_of(const LightCover& cover, const std::vector<Existing>& existing) {
    LightCover choice = cover;
    choice.gains.clear();
    for (const Existing& e : existing) choice.gains.push_back(e.gains);
    return fewest_lamps(choice, {.most = static_cast<int>(existing.size())});
}

/// Where all repairs together are not enough, all that matter there; elsewhere as few as will do.
void repair(Work& work) {
    std::vector<Existing> left = repairable(work);
    if (left.empty()) return;
    const CoverPlan reachable = fewest_of(work.cover, left);
    std::vector<Existing> rest;
    for (Existing& e : left) {
        bool matters_there = false;
        for (std::uint32_t s = 0; s < work.cover.stretches.size(); ++s) {
            const bool reached = std::binary_search(reachable.met.begin(), reachable.met.end(), s);
            matters_there = matters_there || (!reached && matters(work.cover.stretches[s], e.gains));
        }
        if (matters_there)
            take(work, e, LampWork::repair);
        else
            rest.push_back(std::move(e));
    }
    for (const std::uint32_t c : fewest_of(work.cover, rest).chosen) take(work, rest[c], LampWork::repair);
}

/// As a lamp stands after the changes so far.
layers::Lamp as_it_stands(const Work& work, std::uint32_t lamp) {
    for (const LampChange& change : work.plan.changes)
        if (change.lamp == lamp) return change.after;
    return work.ground.world.city.lighting->lamps[lamp];
}

/// What a new luminaire of so much light adds to what the lamp gives now.
Existing upgraded(const Work& work, std::uint32_t lamp, Lumens flux) {
    const World& world = work.ground.world;
    Existing better{lamp, as_it_stands(work, lamp), {}};
    const auto now = gains_at(world, luminaire_of(*world.city.lighting, better.after), work.points);
    better.after.flux = flux;
    better.after.flux_defaulted = false;
    better.after.maintenance_factor = std::max(better.after.maintenance_factor, work.ground.options.maintenance_factor);
    better.after.type = "LED";
    better.after.schedule.reset();
    better.gains = gains_at(world, luminaire_of(*world.city.lighting, better.after), work.points);
    auto old = now.begin();
    for (SampleGain& gain : better.gains) {
        while (old != now.end() && old->sample < gain.sample) ++old;
        if (old != now.end() && old->sample == gain.sample) gain.lux -= old->lux;
    }
    std::erase_if(better.gains, [](const SampleGain& gain) { return !(gain.lux > 0.0); });
    return better;
}

/// Steps of 1,000 lm from the smallest new luminaire above what the lamp gives now.
std::vector<Lumens> levels_for(const LampSitingOptions& options, Lumens now) {
    constexpr double step = 1000.0;
    std::vector<Lumens> levels;
    for (double flux = options.flux.value; flux <= options.largest_flux.value; flux += step)
        if (flux > now.value) levels.push_back({flux});
    return levels;
}

/// The smallest luminaire for each chosen lamp with which all that is met stays so.
void dim(const Work& work, const std::vector<std::uint32_t>& met, std::vector<Existing>& chosen) {
    for (Existing& own : chosen) {
        LightCover others = work.cover;
        for (const Existing& e : chosen)
            if (e.lamp != own.lamp) add_light(others, e.gains);
        for (const Lumens flux : levels_for(work.ground.options, as_it_stands(work, own.lamp).flux)) {
            Existing smaller = upgraded(work, own.lamp, flux);
            LightCover with = others;
            add_light(with, smaller.gains);
            if (!std::all_of(met.begin(), met.end(), [&](std::uint32_t s) { return is_met(with, s, {}); })) continue;
            own = std::move(smaller);
            break;
        }
    }
}

void upgrade(Work& work) {
    std::vector<std::uint32_t> lamps = work.lit;
    for (const LampChange& change : work.plan.changes) lamps.push_back(*change.lamp);
    keep(lamps);
    std::vector<Existing> candidates;
    for (const std::uint32_t lamp : lamps) {
        const auto levels = levels_for(work.ground.options, as_it_stands(work, lamp).flux);
        if (!levels.empty()) candidates.push_back(upgraded(work, lamp, levels.back()));
    }
    const CoverPlan best = fewest_of(work.cover, candidates);
    std::vector<Existing> chosen;
    for (const std::uint32_t c : best.chosen) chosen.push_back(candidates[c]);
    dim(work, best.met, chosen);
    for (const Existing& e : chosen) take(work, e, LampWork::upgrade);
}

void infill(Work& work) {
    const std::vector<Pole> poles = poles_along(work.ground, work.run);
    const World& world = work.ground.world;
    LightCover choice = work.cover;
    std::vector<layers::Lamp> lamps;
    for (const Pole& pole : poles) {
        lamps.push_back(new_lamp(work.ground, pole));
        choice.gains.push_back(gains_at(world, luminaire_of(*world.city.lighting, lamps.back()), work.points));
    }
    double run_m = 0.0;
    for (const Step& step : work.run)
        run_m += world.stretches[step.stretch].to_m - world.stretches[step.stretch].from_m;
    choice.starts = even_designs(poles, run_m);
    const CoverPlan best = fewest_lamps(choice, {.most = work.ground.options.most_lamps});
    work.plan.lower_bound = best.lower_bound;
    for (const std::uint32_t c : best.chosen) {
        add_light(work.cover, choice.gains[c]);
        work.plan.changes.push_back(
            {.work = LampWork::add, .lamp = {}, .after = lamps[c], .stretch = poles[c].stretch});
    }
}

}  // namespace

RunPlan plan_of_run(const PoleGround& ground, const conditions::StretchSampler& sampler, const LampRun& run,
                    LampSteps steps, double demand) {
    Work work = started(ground, sampler, run, demand);
    repair(work);
    if ((steps == LampSteps::repair_upgrade || steps == LampSteps::all) && is_dark_somewhere(work)) upgrade(work);
    if ((steps == LampSteps::repair_infill || steps == LampSteps::all) && is_dark_somewhere(work)) infill(work);
    return {work.plan, met_now(work)};
}

}  // namespace lykta::measures
