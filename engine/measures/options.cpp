// The options of each place: single measures, then what goes together.
#include "measures/options.hpp"

#include <algorithm>
#include <cmath>

#include "core/parallel.hpp"
#include "measures/effect_model.hpp"
#include "measures/options_combinations.hpp"

namespace lykta::measures {

namespace {

struct PlaceRange {
    std::uint32_t place = 0;
    std::size_t first = 0, last = 0;  ///< of plan.sited
};

std::vector<PlaceRange> ranges_of(const MeasurePlan& plan) {
    std::vector<PlaceRange> ranges;
    for (std::size_t s = 0; s < plan.sited.size(); ++s) {
        if (ranges.empty() || ranges.back().place != plan.sited[s].place) ranges.push_back({plan.sited[s].place, s, s});
        ranges.back().last = s + 1;
    }
    return ranges;
}

std::vector<const SitedMeasure*> measures_of(const MeasurePlan& plan, const Option& option) {
    std::vector<const SitedMeasure*> together;
    for (const auto s : option.sited) together.push_back(&plan.sited[s]);
    return together;
}

std::string id_of(const World& world, const MeasurePlan& plan, const Option& option) {
    std::string id = option.place < world.places.size() ? world.places[option.place].place.id : "";
    for (const auto s : option.sited) {
        id += id.empty() || s == option.sited.front() ? ":" : "+";
        id += plan.catalogue.measures[plan.sited[s].measure].id;
    }
    return id;
}

Option option_of(const World& world, const MeasurePlan& plan, std::vector<std::uint32_t> sited) {
    Option option{.id = {},
                  .place = plan.sited[sited.front()].place,
                  .sited = std::move(sited),
                  .money = {},
                  .effect = {},
                  .stretches = {},
                  .owner_investment = std::vector<double>(owner_count, 0.0)};
    option.id = id_of(world, plan, option);
    std::vector<Money> money;
    for (const auto* s : measures_of(plan, option)) {
        money.push_back(s->money);
        option.metres_to_class += s->metres_to_class;
        option.metres_of_sight += s->metres_of_sight;
        option.metres_of_hiding += s->metres_of_hiding;
        option.items_mended += s->items_mended;
        option.stretches.insert(option.stretches.end(), s->stretches.begin(), s->stretches.end());
        option.owner_investment[static_cast<std::size_t>(plan.catalogue.measures[s->measure].owner)] +=
            s->money.investment + s->money.yearly;
    }
    std::sort(option.stretches.begin(), option.stretches.end());
    option.stretches.erase(std::unique(option.stretches.begin(), option.stretches.end()), option.stretches.end());
    option.money = money.size() == 1 ? money.front() : sum_of(money);
    return option;
}

/// Options of one place without intervals and words: what is chosen among.
std::vector<Option> candidates_of(const EffectModel& points, const MeasurePlan& plan, const PlaceRange& range,
                                  double regression, const PackageOptions& packages) {
    std::vector<Option> options;
    for (auto& sited : sets_of(plan, range.first, range.last, packages)) {
        auto option = option_of(points.world, plan, std::move(sited));
        const auto together = measures_of(plan, option);
        option.effect = point_effect(points, together, classes_of(points.world, points.evidence, together), regression);
        options.push_back(std::move(option));
    }
    return kept_of(std::move(options), packages);
}

}  // namespace

std::vector<Option> make_options(const World& world, const MeasurePlan& plan, const EffectOptions& effect,
                                 const PackageOptions& packages) {
    const auto ranges = ranges_of(plan);
    const auto regression = regression_to_mean(world);
    const auto model = effect_model(world, plan.catalogue, measures_used(plan.sited), effect.draws, effect.seed);
    std::vector<std::vector<Option>> by_place(ranges.size());
    parallel_blocks(ranges.size(), 4, [&](std::size_t from, std::size_t to) {
        for (std::size_t r = from; r < to; ++r) {
            const double factor = regression.at(ranges[r].place);
            by_place[r] = candidates_of(model, plan, ranges[r], factor, packages);
            PlaceMeans means(model, ranges[r].place, factor);
            for (auto& option : by_place[r])
                option.effect = option.sited.size() == 1 ? plan.sited[option.sited.front()].effect
                                                         : effect_at(model, measures_of(plan, option), means, factor);
        }
    });
    std::vector<Option> options;
    for (auto& of_place : by_place)
        options.insert(options.end(), std::make_move_iterator(of_place.begin()),
                       std::make_move_iterator(of_place.end()));
    return options;
}

}  // namespace lykta::measures
