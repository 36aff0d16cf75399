// Which measures where, under a budget: 2,000 places with twelve options each, solved to a proven gap of half a
// percent.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/random.hpp"
#include "measures/portfolio.hpp"
#include "measures/portfolio_solver.hpp"
#include "sections.hpp"
#include "timing.hpp"

namespace lykta::bench {

namespace {

using namespace measures;

constexpr std::uint32_t places = 2'000, options_each = 12, districts = 10;
constexpr double gap = 0.005;

/// Dearer options are worth more, each krona less than the one before; a few places are worth much more than most.
Candidate candidate_at(std::uint32_t place, std::uint32_t option) {
    const RandomKey of_place{.stream = 31, .item = place}, own{.stream = 32, .item = place * options_each + option};
    const double size = std::exp(0.9 * random_normal(of_place, 0));
    Candidate c{.place = place, .id = std::to_string(place) + ":" + std::to_string(option)};
    c.investment = std::round(1'000 * (20 + 400 * random_uniform(own, 0) * random_uniform(own, 1) * size));
    c.value = size * std::pow(c.investment / 1e5, 0.6) * (0.5 + random_uniform(own, 2));
    c.yearly = std::round(0.04 * c.investment * random_uniform(own, 3));
    c.district = place % districts;
    c.owner_investment.assign(owner_count, 0.0);
    c.owner_investment[option % 3] = c.investment;
    if (random_uniform(own, 4) < 0.3) c.stretches = {3 * place, 3 * place + 1};
    if (random_uniform(own, 5) < 0.1) c.stretches.push_back(3 * ((place + 1) % places));
    c.measures = {option};
    return c;
}

std::vector<Candidate> all_candidates() {
    std::vector<Candidate> all;
    for (std::uint32_t p = 0; p < places; ++p)
        for (std::uint32_t o = 0; o < options_each; ++o) all.push_back(candidate_at(p, o));
    return all;
}

Constraints two_budgets(double budget) {
    Constraints k;
    k.owner_cap = Constraints::no_caps();
    k.budget = budget;
    k.yearly_budget = 0.018 * budget;
    return k;
}

Constraints fair_shares(double budget) {
    auto k = two_budgets(budget);
    k.owner_cap[1] = 0.3 * budget;
    for (std::uint32_t d = 0; d < districts; ++d) {
        k.district_names.push_back("district " + std::to_string(d));
        k.district_least_share.push_back(d < 5 ? 0.1 : 0.06);
    }
    return k;
}

/// CBC given every candidate at once: no presolve, no portfolio to start from, no columns dropped by their prices.
double plain_gap(const std::vector<Candidate>& candidates, const Constraints& constraints) {
    const auto program = program_of(candidates, constraints);
    const auto answer = branch(program, {.gap = gap, .most_nodes = 100, .start = {}});
    double value = 0;
    for (const auto k : answer.columns) value += program.value[k];
    return 1 - value / answer.bound;
}

/// The relaxation alone: the bound that every proof needs.
double relaxed_seconds(const std::vector<Candidate>& candidates, const Constraints& constraints) {
    return seconds_of(2, [&] { keep(relaxation_of(program_of(candidates, constraints))->prices.front()); });
}

Row row_of(const std::string& what, const std::vector<Candidate>& candidates, const Constraints& constraints) {
    Solution solution;
    double left = 0;
    const auto seconds = by_turns(
        2, [&] { solution = solve(candidates, constraints, {.gap = gap}); },
        [&] { left = plain_gap(candidates, constraints); });
    const auto greedy = solve_greedily(candidates, constraints);
    const auto percent = [](double share) { return fmt::format("{:.2f} %", 100 * share); };
    return {
        .stage = "portfolio, " + what,
        .size = "2,000 places, 12 options each; proven within " + percent(solution.gap) + ", greedy " +
                percent(1 - greedy.objective / solution.objective) + " below",
        .value = seconds.lykta,
        .plain = Compared{seconds.plain,
                          "CBC given every candidate at once, no presolve and no start, at most 100 nodes; it leaves " +
                              percent(left) + " unproven"},
        .limit = Compared{relaxed_seconds(candidates, constraints),
                          "the linear relaxation (Clp), which every proof needs, one thread"},
        .target = 10.0};
}

}  // namespace

Rows portfolio_rows(const Workshop&) {
    const auto candidates = all_candidates();
    return {row_of("40 MSEK, two budgets", candidates, two_budgets(40e6)),
            row_of("40 MSEK, district shares, owner cap", candidates, fair_shares(40e6)),
            row_of("5 MSEK, district shares, owner cap", candidates, fair_shares(5e6))};
}

}  // namespace lykta::bench
