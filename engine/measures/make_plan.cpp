#include "measures/make_plan.hpp"

#include "core/language.hpp"
#include "measures/detectability.hpp"

namespace lykta::measures {

namespace {

/// Measures are looked for in the first places only; what is left out is said.
World within(const World& world, std::size_t most, std::vector<std::string>& notes) {
    World first = world;
    if (world.places.size() <= most) return first;
    first.places = world.places.first(most);
    notes.push_back(
        say("Measures were looked for in the first {} of {} ranked places; [measures] most_places raises the number.",
            number_text(static_cast<std::int64_t>(most)), number_text(static_cast<std::int64_t>(world.places.size()))));
    return first;
}

Portfolio portfolio_of(const World& world, const MeasurePlan& plan, const PortfolioRequest& request) {
    std::vector<std::string> districts, ids;
    for (const auto& ranked : world.places) {
        districts.push_back(ranked.place.area_name);
        ids.push_back(ranked.place.id);
    }
    const auto draws = draw_options(world, plan, request.draws, request.seed);
    auto portfolio = choose_portfolio(plan, districts, ids, request, draws);
    std::vector<const Option*> chosen;
    for (const auto& pick : portfolio.picks) chosen.push_back(&plan.options[pick.option]);
    portfolio.detect = pooled_detectability(chosen, world);
    return portfolio;
}

}  // namespace

MeasurePlan make_plan(const World& world, Catalogue catalogue, const PlanOptions& options,
                      const PlanProgress& progress) {
    MeasurePlan plan{.catalogue = std::move(catalogue), .discount_rate = options.effect.discount_rate};
    const World town = within(world, options.most_places, plan.notes);
    plan.matches = match_measures(town, plan.catalogue, options.match);
    progress(tr("Siting measures"), 0.1);
    plan.sited = site_measures(town, plan.catalogue, plan.matches, options.siting, plan.notes);
    progress(tr("Effect and cost"), 0.6);
    estimate(town, plan, options.effect);
    plan.options = make_options(town, plan, options.effect, options.packages);
    if (options.portfolio) {
        progress(tr("Choosing within the budget"), 0.7);
        plan.portfolio = portfolio_of(town, plan, *options.portfolio);
    }
    return plan;
}

}  // namespace lykta::measures
