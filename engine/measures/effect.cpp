// Effects of measures at a place: point figures, intervals from draws, and the estimates of a whole plan.
#include "measures/effect.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/parallel.hpp"
#include "measures/detectability.hpp"
#include "measures/effect_draws.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {

namespace {

bool any_number(const Catalogue& catalogue, std::span<const SitedMeasure* const> together) {
    return std::any_of(together.begin(), together.end(),
                       [&](const SitedMeasure* s) { return catalogue.measures[s->measure].has_evidence(); });
}

/// Incidents that the mechanisms can touch, whatever studies say of them: for measures without a number.
double touched_by_mechanism(std::span<const SitedMeasure* const> together) {
    std::vector<std::pair<std::uint32_t, double>> touch;
    for (const auto* sited : together)
        for (std::size_t k = 0; k < sited->incidents.size(); ++k)
            touch.emplace_back(sited->incidents[k], sited->touch[k]);
    std::sort(touch.begin(), touch.end());
    double sum = 0;
    for (std::size_t k = 0; k < touch.size();) {
        double left = 1;
        const auto i = touch[k].first;
        for (; k < touch.size() && touch[k].first == i; ++k) left *= 1 - touch[k].second;
        sum += 1 - left;
    }
    return sum;
}

void add_part(std::vector<EffectPart>& parts, const Catalogue& catalogue, const IncidentClass& c, EffectPart more) {
    const auto same = [&](const EffectPart& p) { return p.measure == c.measure && p.row == c.row; };
    auto at = std::find_if(parts.begin(), parts.end(), same);
    if (at == parts.end()) {
        more.measure = c.measure, more.row = c.row;
        more.outcome = catalogue.measures[c.measure].effects[c.row].outcome;
        parts.push_back(more);
        return;
    }
    at->touched_per_year += more.touched_per_year;
    at->expected_per_year += more.expected_per_year;
    at->prevented_per_year += more.prevented_per_year;
}

/// Cost per prevented incident in each draw; infinite where none is prevented.
std::vector<double> cost_draws(const EffectModel& model, std::span<const SitedMeasure* const> together,
                               const std::vector<double>& prevented) {
    std::vector<double> costs(prevented.size(), 0.0);
    for (const auto* sited : together) {
        const auto& u = model.price[sited->measure];
        const auto& money = sited->money;
        for (std::size_t d = 0; d < costs.size(); ++d)
            costs[d] += price_at(money.annuity_low, money.annuity, money.annuity_high, u[d]);
    }
    for (std::size_t d = 0; d < costs.size(); ++d)
        costs[d] = prevented[d] > 0 ? costs[d] / prevented[d] : std::numeric_limits<double>::infinity();
    return costs;
}

void set_intervals(Effect& effect, PreventedDraws draws) {
    std::sort(draws.count.begin(), draws.count.end());
    std::sort(draws.harm.begin(), draws.harm.end());
    effect.prevented = {sorted_quantile(draws.count, 0.05), sorted_quantile(draws.count, 0.95)};
    effect.prevented_low_10 = sorted_quantile(draws.count, 0.1);
    effect.harm_low_10 = sorted_quantile(draws.harm, 0.1);
}

}  // namespace

Effect point_effect(const EffectModel& model, std::span<const SitedMeasure* const> together,
                    std::span<const IncidentClass> classes, double regression) {
    Effect effect;
    effect.has_number = any_number(model.catalogue, together);
    if (!effect.has_number) {
        effect.touched_per_year = touched_by_mechanism(together) / model.years;
        effect.expected_per_year = effect.touched_per_year * regression;
        return effect;
    }
    std::vector<double> share;
    for (const auto& c : classes) {
        share.clear();
        for (const auto f : c.findings) share.push_back(1 - model.evidence.findings[f].ratio.ratio);
        const auto prevented = prevented_in(c, share);
        const double touched = touched_in(c).count / model.years;
        add_part(effect.parts, model.catalogue, c,
                 {.touched_per_year = touched,
                  .expected_per_year = touched * regression,
                  .prevented_per_year = prevented.count / model.years * regression});
        effect.harm_per_year += prevented.harm / model.years * regression;
    }
    std::sort(effect.parts.begin(), effect.parts.end(), [](const EffectPart& a, const EffectPart& b) {
        return a.measure != b.measure ? a.measure < b.measure : a.row < b.row;
    });
    for (const auto& part : effect.parts) {
        effect.touched_per_year += part.touched_per_year;
        effect.expected_per_year += part.expected_per_year;
        effect.prevented_per_year += part.prevented_per_year;
    }
    return effect;
}

Effect effect_at(const EffectModel& model, std::span<const SitedMeasure* const> together, PlaceMeans& means,
                 double regression) {
    const auto classes = classes_of(model.world, model.evidence, together);
    auto effect = point_effect(model, together, classes, regression);
    if (effect.has_number && !classes.empty()) {
        auto draws = prevented_draws(model, classes, means, regression);
        double annuity = 0;
        for (const auto* sited : together) annuity += sited->money.annuity;
        if (annuity > 0 && effect.prevented_per_year > 0) {
            auto costs = cost_draws(model, together, draws.count);
            std::sort(costs.begin(), costs.end());
            effect.cost_per_prevented = annuity / effect.prevented_per_year;
            effect.cost_per_prevented_interval = {sorted_quantile(costs, 0.05), sorted_quantile(costs, 0.95)};
        }
        set_intervals(effect, std::move(draws));
    }
    effect.words = effect_words(model.catalogue, together, effect);
    effect.formula = effect_formula(model.catalogue, effect);
    return effect;
}

Effect effect_of(const World& world, const Catalogue& catalogue, std::span<const SitedMeasure* const> together,
                 double regression, const EffectOptions& options) {
    if (together.empty()) return {};
    std::vector<std::uint32_t> used;
    for (const auto* sited : together) used.push_back(sited->measure);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    const auto model = effect_model(world, catalogue, used, options.draws, options.seed);
    PlaceMeans means(model, together.front()->place, regression);
    return effect_at(model, together, means, regression);
}

void estimate(const World& world, MeasurePlan& plan, const EffectOptions& options) {
    plan.discount_rate = options.discount_rate;
    const auto regression = regression_to_mean(world);
    const auto model = effect_model(world, plan.catalogue, measures_used(plan.sited), options.draws, options.seed);
    std::vector<std::size_t> first_of_place;
    for (std::size_t s = 0; s < plan.sited.size(); ++s)
        if (s == 0 || plan.sited[s].place != plan.sited[s - 1].place) first_of_place.push_back(s);
    first_of_place.push_back(plan.sited.size());
    parallel_blocks(first_of_place.size() - 1, 4, [&](std::size_t from, std::size_t to) {
        for (std::size_t p = from; p < to; ++p) {
            const auto place = plan.sited[first_of_place[p]].place;
            PlaceMeans means(model, place, regression.at(place));
            for (std::size_t s = first_of_place[p]; s < first_of_place[p + 1]; ++s) {
                auto& sited = plan.sited[s];
                sited.money = money_of_sited(plan.catalogue, sited, options);
                const SitedMeasure* const alone[] = {&sited};
                sited.effect = effect_at(model, alone, means, regression.at(place));
                sited.detect = detectability_of(sited, world);
            }
        }
    });
}

}  // namespace lykta::measures
