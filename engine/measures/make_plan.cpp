#include "measures/make_plan.hpp"

#include <algorithm>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "core/nearest_word.hpp"
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

/// A misspelt name would be passed over in silence, and a camera stay rejected for no reason anyone sees.
void check_tried(const World& world, const Catalogue& catalogue, const std::vector<Tried>& all) {
    std::set<std::string> measures, places;
    for (const auto& measure : catalogue.measures) measures.insert(measure.id);
    for (const auto& ranked : world.places) places.insert({ranked.place.id, ranked.place.name});
    const auto refuse = [](const std::string& said, const std::string& word, const std::set<std::string>& known) {
        const auto near = nearest_word(word, known);
        throw Error{ErrorCode::bad_option, near.empty() ? said + "." : say("{}; did you mean '{}'?", said, near)};
    };
    for (const auto& tried : all) {
        if (!measures.contains(tried.measure))
            refuse(say("[[measures.tried]] names the measure '{}', which the catalogue does not have", tried.measure),
                   tried.measure, measures);
        if (!places.contains(tried.place))
            refuse(say("[[measures.tried]] names the place '{}', which this run does not have", tried.place),
                   tried.place, places);
    }
}

bool names_owner(const MeasurePlan& plan, const PortfolioRequest& request, Owner owner) {
    if (request.owner_cap.contains(std::string{owner_code(owner)})) return true;
    return std::any_of(request.forced.begin(), request.forced.end(), [&](const std::string& text) {
        const auto* measure = plan.catalogue.find(std::string_view{text}.substr(text.rfind(':') + 1));
        return measure != nullptr && measure->owner == owner;
    });
}

/// Measures of an owner the request names are bought like others, and then also together with others.
PackageOptions packages_of(const MeasurePlan& plan, const PlanOptions& options) {
    auto packages = options.packages;
    if (options.portfolio)
        std::erase_if(packages.alone, [&](Owner owner) { return names_owner(plan, *options.portfolio, owner); });
    return packages;
}

void say_what_is_not_bought(MeasurePlan& plan, const PackageOptions& packages) {
    const auto is_alone = [&](const SitedMeasure& s) {
        const Owner owner = plan.catalogue.measures[s.measure].owner;
        return std::find(packages.alone.begin(), packages.alone.end(), owner) != packages.alone.end();
    };
    if (std::any_of(plan.sited.begin(), plan.sited.end(), is_alone))
        plan.notes.emplace_back(
            tr("What the police do is proposed and not bought: their hours are not the municipality's. A cap for them "
               "([measures] owner_cap) or a forced measure lets the budget buy it."));
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
    check_tried(world, plan.catalogue, options.match.tried);
    plan.tried = options.match.tried;
    plan.matches = match_measures(town, plan.catalogue, options.match);
    progress(tr("Siting measures"), 0.1);
    plan.sited = site_measures(town, plan.catalogue, plan.matches, options.siting, plan.notes);
    progress(tr("Effect and cost"), 0.6);
    estimate(town, plan, options.effect);
    plan.options = make_options(town, plan, options.effect, packages_of(plan, options));
    if (options.portfolio) {
        progress(tr("Choosing within the budget"), 0.7);
        say_what_is_not_bought(plan, packages_of(plan, options));
        plan.portfolio = portfolio_of(town, plan, *options.portfolio);
    }
    return plan;
}

}  // namespace lykta::measures
