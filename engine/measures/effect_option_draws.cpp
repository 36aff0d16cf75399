// Every option in every draw: what it prevents and what it costs, with the same draw of the same thing everywhere.
#include <algorithm>
#include <array>

#include "core/parallel.hpp"
#include "measures/effect.hpp"
#include "measures/effect_draws.hpp"
#include "measures/effect_model.hpp"

namespace lykta::measures {

namespace {

void draw_prices(const EffectModel& model, const MeasurePlan& plan, std::size_t option, OptionDraws& result) {
    const std::size_t options = plan.options.size();
    for (const auto s : plan.options[option].sited) {
        const auto& money = plan.sited[s].money;
        const auto& u = model.price[plan.sited[s].measure];
        for (std::size_t d = 0; d < u.size(); ++d) {
            result.investment[d * options + option] +=
                price_at(money.investment_low, money.investment, money.investment_high, u[d]);
            result.yearly[d * options + option] += price_at(money.yearly_low, money.yearly, money.yearly_high, u[d]);
        }
    }
}

void draw_effects(const EffectModel& model, const MeasurePlan& plan, std::size_t option, PlaceMeans& means,
                  double regression, OptionDraws& result) {
    const std::size_t options = plan.options.size();
    std::vector<const SitedMeasure*> together;
    for (const auto s : plan.options[option].sited) together.push_back(&plan.sited[s]);
    const auto classes = classes_of(model.world, model.evidence, together);
    if (classes.empty()) return;
    const auto drawn = prevented_draws(model, classes, means, regression);
    for (std::size_t d = 0; d < drawn.count.size(); ++d) {
        result.prevented[d * options + option] = drawn.count[d];
        result.harm[d * options + option] = drawn.harm[d];
    }
}

}  // namespace

OptionDraws draw_options(const World& world, const MeasurePlan& plan, int draws, std::uint32_t seed) {
    if (draws < 1) return {};
    const auto model = effect_model(world, plan.catalogue, measures_used(plan.sited), draws, seed);
    const auto regression = regression_to_mean(world);
    const std::size_t size = static_cast<std::size_t>(draws) * plan.options.size();
    OptionDraws result{.draws = draws};
    for (auto* values : {&result.prevented, &result.harm, &result.investment, &result.yearly})
        values->assign(size, 0.0);
    parallel_blocks(plan.options.size(), 64, [&](std::size_t first, std::size_t last) {
        std::vector<PlaceMeans> means;
        for (std::size_t o = first; o < last; ++o) {
            const auto place = plan.options[o].place;
            if (o == first || place != plan.options[o - 1].place) {
                means.clear();
                means.emplace_back(model, place, regression.at(place));
            }
            draw_effects(model, plan, o, means.back(), regression.at(place), result);
            draw_prices(model, plan, o, result);
        }
    });
    return result;
}

}  // namespace lykta::measures
