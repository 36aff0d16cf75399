#include "measures/portfolio.hpp"

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/portfolio_solve.hpp"

namespace lykta::measures {

namespace {

double gap_of(double objective, double bound) {
    if (bound <= objective) return 0.0;
    return (bound - objective) / std::max(std::abs(bound), 1e-12);
}

[[noreturn]] void refuse(const std::string& message) {
    throw Error{ErrorCode::bad_option, message};
}

void check_budgets(const Constraints& constraints) {
    if (!(constraints.budget > 0))
        refuse(say("A budget of {} SEK cannot buy anything; give the budget as an amount above 0.",
                   number_text(constraints.budget, 0)));
    if (std::isnan(constraints.yearly_budget) || constraints.yearly_budget < 0)
        refuse(say("A yearly budget of {} SEK is no amount; give 0 or more, or leave it out.",
                   number_text(constraints.yearly_budget, 0)));
    for (int o = 0; o < owner_count; ++o)
        if (const double cap = constraints.owner_cap[static_cast<std::size_t>(o)]; std::isnan(cap) || cap < 0)
            refuse(say("At most {} SEK from {} is no amount; give 0 or more, or leave it out.", number_text(cap, 0),
                       owner_code(static_cast<Owner>(o))));
}

void check_shares(const Constraints& constraints) {
    double sum = 0;
    for (std::size_t d = 0; d < constraints.district_least_share.size(); ++d) {
        const double share = constraints.district_least_share[d];
        if (!(share >= 0 && share <= 1))
            refuse(say("The least share of '{}' is {}; a share lies between 0 and 1.", constraints.district_names[d],
                       number_text(share, 2)));
        sum += share;
    }
    if (sum > 1 + 1e-9)
        refuse(say("The districts' least shares come to {} together, more than all there is to spend; lower some.",
                   percent_text(sum)));
}

void check_rules(const Constraints& constraints) {
    for (const auto& forced : constraints.forced)
        for (const auto& forbidden : constraints.forbidden)
            if (forced.measure == forbidden.measure && (!forbidden.place || forbidden.place == forced.place))
                refuse(say("'{}' is forced and '{}' is forbidden: both cannot hold. Drop one of them.", forced.text,
                           forbidden.text));
}

}  // namespace

std::array<double, owner_count> Constraints::no_caps() {
    std::array<double, owner_count> caps{};
    caps.fill(std::numeric_limits<double>::infinity());
    return caps;
}

void check_demands(const Constraints& constraints, const SolveOptions& options) {
    if (!(options.gap >= 0) || options.most_nodes < 1)
        refuse(tr("The gap to prove must be 0 or more, and the steps of search at least 1."));
    check_budgets(constraints);
    check_shares(constraints);
    check_rules(constraints);
}

Solution solve_from(std::span<const Candidate> candidates, const Constraints& constraints, const SolveOptions& options,
                    const std::vector<std::uint32_t>& start) {
    check_demands(constraints, options);
    const auto answer = solve_program(program_of(candidates, constraints), options, start);
    if (answer.state == ProgramAnswer::State::none)
        refuse(clash_words(clash_of(candidates, constraints, options), candidates, constraints));
    if (answer.state == ProgramAnswer::State::unknown)
        refuse(
            say("In {} steps of search no portfolio was found that meets every demand, and no proof that there is "
                "none; loosen a demand or allow more steps.",
                number_text(static_cast<std::int64_t>(options.most_nodes))));
    return {.chosen = answer.chosen,
            .objective = answer.objective,
            .bound = answer.bound,
            .gap = gap_of(answer.objective, answer.bound)};
}

Solution solve(std::span<const Candidate> candidates, const Constraints& constraints, const SolveOptions& options) {
    return solve_from(candidates, constraints, options, {});
}

std::string_view objective_code(Objective objective) {
    switch (objective) {
        case Objective::prevented_harm:
            return "prevented_harm";
        case Objective::prevented_harm_low:
            return "prevented_harm_low";
        case Objective::metres_to_class:
            return "metres_to_class";
        case Objective::weighted:
            break;
    }
    return "weighted";
}

std::optional<Objective> objective_from(std::string_view code) {
    for (const auto objective :
         {Objective::prevented_harm, Objective::prevented_harm_low, Objective::metres_to_class, Objective::weighted})
        if (code == objective_code(objective)) return objective;
    return std::nullopt;
}

std::string objective_words(Objective objective) {
    switch (objective) {
        case Objective::prevented_harm:
            return tr("harm expected to be prevented each year");
        case Objective::prevented_harm_low:
            return tr("harm prevented each year, counted low: the prevented harm that nine draws in ten exceed");
        case Objective::metres_to_class:
            return tr("metres of path brought up to their lighting class");
        case Objective::weighted:
            break;
    }
    return tr(
        "points: prevented harm, metres brought to class, metres of sight, hiding places gone and items mended, "
        "weighed "
        "together");
}

}  // namespace lykta::measures
