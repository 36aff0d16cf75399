// A budget's best measures: the plan's options given to the engine's own solver with the study's own rules.
#include "viewer/project/live_portfolio.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/detectability.hpp"
#include "measures/effect.hpp"
#include "measures/portfolio_request.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/project/build_layers.hpp"

namespace lykta::viewer {

namespace {

using measures::Candidate;
using measures::Constraints;
using measures::Option;

/// The plan with the names its rules are written in.
struct Desk {
    const measures::MeasurePlan& plan;
    std::vector<std::string> districts, ids;
    measures::PortfolioRequest request;

    explicit Desk(const Project& project) : plan(*project.result().measures), request(request_of(project)) {
        for (const auto& ranked : project.result().places) {
            districts.push_back(ranked.place.area_name);
            ids.push_back(ranked.place.id);
        }
    }
    [[nodiscard]] measures::PlaceNames names() const { return {districts, ids}; }

private:
    static measures::PortfolioRequest request_of(const Project& project) {
        auto request = project.study->measures.request;
        request.seed = project.study->seed;
        return request;
    }
};

bool has_options(const Project& project) {
    return project.can_compute() && project.study && project.result().measures &&
           !project.result().measures->options.empty();
}

/// A budget the solver reads as an amount, larger than all options together.
double more_than_all(const measures::MeasurePlan& plan) {
    double sum = 1;
    for (const auto& option : plan.options) sum += option.money.investment;
    return sum;
}

bool is_the_studys_own(const Desk& desk, const BudgetQuestion& question) {
    const auto& own = desk.plan.portfolio;
    return own && own->budget == question.budget && own->objective == question.objective;
}

measures::Portfolio chosen_for(const Project& project, const Desk& desk, const BudgetQuestion& question) {
    if (is_the_studys_own(desk, question)) return *desk.plan.portfolio;
    auto request = desk.request;
    request.budget = question.budget;
    request.objective = question.objective;
    request.curve_steps = question.with_draws ? request.curve_steps : 0;  // the curve is worth its time once
    const auto& world = project.world->world();
    measures::OptionDraws draws;
    if (question.with_draws) draws = measures::draw_options(world, desk.plan, request.draws, request.seed);
    auto portfolio = measures::choose_portfolio(desk.plan, desk.districts, desk.ids, request, draws);
    if (!question.with_draws) return portfolio;
    std::vector<const Option*> chosen;
    for (const auto& pick : portfolio.picks) chosen.push_back(&desk.plan.options[pick.option]);
    portfolio.detect = measures::pooled_detectability(chosen, world);
    return portfolio;
}

// --- Why not ---------------------------------------------------------------------------------------------------------

/// What is left when the chosen ones are paid.
struct Left {
    const Desk& desk;
    const std::vector<Candidate>& candidates;
    const Constraints& constraints;
    std::set<std::uint32_t> stretches;  ///< of chosen options
    double budget = 0, money = 0, yearly = 0;
    std::array<double, measures::owner_count> owner{};
};

Left left_of(const Desk& desk, const std::vector<Candidate>& candidates, const Constraints& constraints,
             const BudgetAnswer& answer) {
    Left left{.desk = desk, .candidates = candidates, .constraints = constraints};
    left.budget = left.money = answer.question.budget;
    left.yearly = constraints.yearly_budget;
    left.owner = constraints.owner_cap;
    for (const auto o : answer.chosen) {
        const auto& c = candidates[o];
        left.stretches.insert(c.stretches.begin(), c.stretches.end());
        left.money -= c.investment;
        left.yearly -= c.yearly;
        for (std::size_t k = 0; k < c.owner_investment.size(); ++k) left.owner[k] -= c.owner_investment[k];
    }
    return left;
}

bool is_ruled_out(const Left& left, const Candidate& c) {
    return std::any_of(left.constraints.forbidden.begin(), left.constraints.forbidden.end(), [&](const auto& rule) {
        return (!rule.place || *rule.place == c.place) &&
               std::find(c.measures.begin(), c.measures.end(), rule.measure) != c.measures.end();
    });
}

/// The owner whose cap the option would break.
std::optional<measures::Owner> owner_over_cap(const Left& left, const Candidate& c) {
    for (std::size_t k = 0; k < c.owner_investment.size(); ++k)
        if (c.owner_investment[k] > left.owner[k] + 0.5) return static_cast<measures::Owner>(k);
    return std::nullopt;
}

std::string ruled_out_words(const Left& left, const Candidate& c) {
    for (const auto m : c.measures) {
        const auto owner = left.desk.plan.catalogue.measures[m].owner;
        const auto& none = left.desk.request.not_bought;
        if (std::find(none.begin(), none.end(), owner) != none.end())
            return say("is for others to pay ({}) and is not bought with this budget", measures::owner_name(owner));
    }
    return tr("the study's own rules forbid it");
}

std::string money_words(const Left& left, const Candidate& c) {
    const auto cost = outputs::short_money_text(c.investment);
    if (c.investment > left.budget + 0.5) return say("costs {}, more than the whole budget", cost);
    if (c.investment > left.money + 0.5)
        return say("costs {}; {} is left when what gives more is paid", cost,
                   outputs::short_money_text(std::max(0.0, left.money)));
    if (c.yearly > left.yearly + 0.5) return tr("its running cost does not fit the yearly budget");
    if (const auto owner = owner_over_cap(left, c)) return say("{} has no more to spend", measures::owner_name(*owner));
    return {};
}

std::string reason_not_chosen(const Left& left, std::uint32_t option) {
    const auto& c = left.candidates[option];
    if (is_ruled_out(left, c)) return ruled_out_words(left, c);
    if (!(c.value > 0)) return tr("nothing of what is aimed at can be counted for it");
    if (auto money = money_words(left, c); !money.empty()) return money;
    const bool meets = std::any_of(c.stretches.begin(), c.stretches.end(),
                                   [&](std::uint32_t s) { return left.stretches.contains(s); });
    if (meets) return tr("a measure chosen at another place changes the same stretch");
    return tr("left out within the margin that the choice is proven to");
}

/// The best of a place: most value; as much: the cheaper; then the first. Measures for a whole district stand at none.
std::map<std::uint32_t, std::uint32_t> best_by_place(const std::vector<Candidate>& candidates, const Left& left) {
    std::map<std::uint32_t, std::uint32_t> best;
    const auto rank = [&](std::uint32_t o) {
        return std::tuple{is_ruled_out(left, candidates[o]), -candidates[o].value, candidates[o].investment, o};
    };
    for (std::uint32_t o = 0; o < candidates.size(); ++o) {
        if (candidates[o].place != left.desk.plan.options[o].place) continue;
        const auto [at, is_new] = best.try_emplace(candidates[o].place, o);
        if (!is_new && rank(o) < rank(at->second)) at->second = o;
    }
    return best;
}

void add_rejected(const Desk& desk, BudgetAnswer& answer) {
    auto request = desk.request;
    request.budget = answer.question.budget > 0 ? answer.question.budget : 1;
    request.objective = answer.question.objective;
    const auto candidates = measures::candidates_of(desk.plan, desk.names(), request);
    const auto constraints = measures::constraints_of(desk.plan, desk.names(), request);
    const auto left = left_of(desk, candidates, constraints, answer);
    std::set<std::uint32_t> served;
    for (const auto o : answer.chosen) served.insert(candidates[o].place);
    for (const auto& [place, option] : best_by_place(candidates, left))
        if (!served.contains(place)) answer.rejected.push_back({option, reason_not_chosen(left, option)});
}

}  // namespace

double whole_budget(const Project& project) {
    if (!has_options(project)) return 0;
    const Desk desk(project);
    auto request = desk.request;
    request.budget = more_than_all(desk.plan);
    const auto candidates = measures::candidates_of(desk.plan, desk.names(), request);
    double cost = 0;
    try {
        const auto constraints = measures::constraints_of(desk.plan, desk.names(), request);
        for (const auto o : measures::solve(candidates, constraints, request.solve).chosen)
            cost += candidates[o].investment;
    } catch (const Error&) {  // demands that clash are told by the answer; the slider still needs an end
        std::map<std::uint32_t, double> dearest;
        for (const auto& c : candidates) dearest[c.place] = std::max(dearest[c.place], c.investment);
        for (const auto& [place, most] : dearest) cost += most;
    }
    return cost;
}

BudgetAnswer answer_budget(const Project& project, const BudgetQuestion& question) {
    BudgetAnswer answer{.question = question};
    if (!has_options(project)) {
        answer.refusal = tr("There is nothing to choose between: no measure is proposed.");
        return answer;
    }
    const Desk desk(project);
    answer.portfolio.budget = question.budget;
    answer.portfolio.objective = question.objective;
    answer.portfolio.weights = desk.request.weights;
    answer.portfolio.chosen_share.assign(desk.plan.options.size(), 0.0);
    try {
        if (question.budget > 0) answer.portfolio = chosen_for(project, desk, question);
        for (const auto& pick : answer.portfolio.picks) answer.chosen.push_back(pick.option);
        add_rejected(desk, answer);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::bad_option) throw;
        answer.refusal = error.what();
    }
    answer.layer = measure_layer(*project.run, answer.chosen);
    return answer;
}

}  // namespace lykta::viewer
