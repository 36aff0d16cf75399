// The portfolio of a plan: the proven choice, the greedy one beside it, the budget curve, and the draws.
#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/portfolio_draws.hpp"
#include "measures/portfolio_solve.hpp"

namespace lykta::measures {

namespace {

using Chosen = std::vector<std::uint32_t>;

/// Everything the parts of the answer are made from.
struct Task {
    const MeasurePlan& plan;
    const PortfolioRequest& request;
    const OptionDraws& draws;
    std::vector<Candidate> candidates;
    Constraints constraints;
};

void add_option(PortfolioTotals& totals, const Option& option) {
    totals.investment += option.money.investment;
    totals.yearly += option.money.yearly;
    totals.annuity += option.money.annuity;
    totals.prevented += option.effect.has_number ? option.effect.prevented_per_year : 0.0;
    totals.harm += option.effect.has_number ? option.effect.harm_per_year : 0.0;
    totals.metres_to_class += option.metres_to_class;
    totals.metres_of_sight += option.metres_of_sight;
    totals.metres_of_hiding += option.metres_of_hiding;
    totals.items_mended += option.items_mended;
    totals.options += 1;
    totals.measures += option.sited.size();
}

/// Without draws: the ends of every option's own interval, which is wider than the sum's.
void add_ends(PortfolioTotals& totals, const MeasurePlan& plan, const Chosen& chosen) {
    for (const auto o : chosen) {
        const auto& effect = plan.options[o].effect;
        if (!effect.has_number) continue;
        totals.prevented_interval.low += effect.prevented.low;
        totals.prevented_interval.high += effect.prevented.high;
    }
}

PortfolioTotals totals_of(const Task& task, const Chosen& chosen) {
    PortfolioTotals totals;
    for (const auto o : chosen) {
        add_option(totals, task.plan.options[o]);
        totals.objective += task.candidates[o].value;
    }
    if (task.draws.draws > 0)
        totals.prevented_interval = prevented_interval(chosen, task.plan.options.size(), task.draws);
    else
        add_ends(totals, task.plan, chosen);
    return totals;
}

Constraints with_budget(const Task& task, double budget) {
    auto constraints = task.constraints;
    constraints.budget = budget;
    return constraints;
}

/// A point of the curve is searched for an eighth as long as the portfolio itself.
SolveOptions options_of_step(const Task& task) {
    auto options = task.request.solve;
    options.most_nodes = std::max(1, options.most_nodes / 8);
    return options;
}

double investment_of(const Task& task, const Chosen& chosen) {
    double sum = 0;
    for (const auto o : chosen) sum += task.candidates[o].investment;
    return sum;
}

/// The next of 1, 2, 2.5 and 5 times a power of ten: steps a reader can name.
double round_step(double step) {
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double digit : {1.0, 2.0, 2.5, 5.0})
        if (digit * power >= step * (1 - 1e-9)) return digit * power;
    return 10 * power;
}

/// Twice the budget, or what all that is worth buying costs where that is less; in round steps.
double top_of_curve(const Task& task) {
    const double twice = 2 * task.request.budget;
    const auto unlimited = with_budget(task, std::numeric_limits<double>::infinity());
    const auto all = solve_program(program_of(task.candidates, unlimited), options_of_step(task));
    const double cost = investment_of(task, all.chosen);
    return task.request.curve_steps * round_step((cost > 0 ? std::min(twice, cost) : twice) / task.request.curve_steps);
}

/// Steps of the budget, the portfolio of the budget itself among them.
struct Curve {
    std::vector<BudgetStep> steps;
    Chosen before;
};

void add_step(Curve& curve, const Task& task, double budget, const Chosen& chosen) {
    curve.steps.push_back({.budget = budget, .totals = totals_of(task, chosen), .chosen = chosen});
    curve.before = chosen;
}

/// Starts from the portfolio of the step before, so that more money never buys less. Where the money does not even do
/// for what is forced there is no step.
void solve_step(Curve& curve, const Task& task, double budget) {
    const auto program = program_of(task.candidates, with_budget(task, budget));
    const auto answer = solve_program(program, options_of_step(task), curve.before);
    if (answer.state == ProgramAnswer::State::found) add_step(curve, task, budget, answer.chosen);
}

Solution solve_with_curve(Curve& curve, const Task& task) {
    const double own = task.request.budget;
    const int steps = task.request.curve_steps;
    const double top = steps > 0 ? top_of_curve(task) : own;
    const auto budget_of = [&](int k) { return top * k / steps; };
    constexpr double same = 1e-9;
    int k = 1;
    for (; k <= steps && budget_of(k) < own * (1 - same); ++k) solve_step(curve, task, budget_of(k));
    auto best = solve_from(task.candidates, task.constraints, task.request.solve, curve.before);
    curve.before = best.chosen;
    for (; k <= steps; ++k) {
        if (budget_of(k) <= own * (1 + same))
            add_step(curve, task, own, best.chosen);
        else
            solve_step(curve, task, budget_of(k));
    }
    return best;
}

void check_sizes(const MeasurePlan& plan, const PlaceNames& names, const PortfolioRequest& request) {
    if (request.draws < 0 || request.curve_steps < 0)
        throw Error{ErrorCode::bad_option, tr("The number of draws and of budget steps must be 0 or more.")};
    for (const auto& option : plan.options)
        if (option.place >= names.place_ids.size() || option.place >= names.district_of_place.size())
            throw Error{ErrorCode::internal, "an option stands at a place that was not named"};
}

void add_picks(Portfolio& portfolio, const Chosen& chosen) {
    for (const auto o : chosen) portfolio.picks.push_back({.option = o, .chosen_share = portfolio.chosen_share[o]});
}

}  // namespace

Portfolio choose_portfolio(const MeasurePlan& plan, std::span<const std::string> district_of_place,
                           std::span<const std::string> place_ids, const PortfolioRequest& request,
                           const OptionDraws& draws) {
    const PlaceNames names{district_of_place, place_ids};
    check_sizes(plan, names, request);
    const Task task{plan, request, draws, candidates_of(plan, names, request), constraints_of(plan, names, request)};
    check_demands(task.constraints, request.solve);
    Curve curve;
    const auto best = solve_with_curve(curve, task);
    Portfolio portfolio{.budget = request.budget, .yearly_budget = request.yearly_budget};
    portfolio.objective = request.objective;
    portfolio.weights = request.weights;
    portfolio.totals = totals_of(task, best.chosen);
    portfolio.bound = best.bound;
    portfolio.gap = best.gap;
    portfolio.greedy_chosen = solve_greedily(task.candidates, task.constraints).chosen;
    portfolio.greedy = totals_of(task, portfolio.greedy_chosen);
    portfolio.curve = std::move(curve.steps);
    const auto drawn = drawn_choices(plan, task.candidates, task.constraints, request, draws);
    portfolio.chosen_share = drawn.share;
    portfolio.draws = drawn.draws;
    add_picks(portfolio, best.chosen);
    return portfolio;
}

}  // namespace lykta::measures
