#include "measures/portfolio.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/language.hpp"
#include "measures/portfolio_search.hpp"
#include "measures/portfolio_solve.hpp"
#include "portfolio_cases.hpp"

namespace lykta::measures {

namespace {

using namespace portfolio_cases;

constexpr std::uint64_t cases = 300;

const bool in_english = [] {
    set_language(Language::english);
    return true;
}();

std::string message_of(const std::vector<Candidate>& candidates, const Constraints& constraints) {
    try {
        (void)solve(candidates, constraints);
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_option);
        return error.what();
    }
    return "no error";
}

TEST(Portfolio, the_solver_finds_the_best_of_every_subset_under_every_kind_of_demand) {
    int met = 0, refused = 0;
    for (std::uint64_t item = 0; item < cases; ++item) {
        const auto town = random_case(item, 6 + static_cast<std::uint32_t>(item % 6));
        if (!rules_agree(town.constraints)) continue;
        const auto demands = demands_of(town.candidates, town.constraints);
        const auto best = best_of_all(town, demands);
        if (!best) {
            EXPECT_NE(message_of(town.candidates, town.constraints), "no error") << item;
            ++refused;
            continue;
        }
        const auto solution = solve(town.candidates, town.constraints, {.gap = 0});
        EXPECT_NEAR(solution.objective, *best, 1e-6) << item;
        EXPECT_NEAR(solution.bound, *best, 1e-4) << item;
        EXPECT_TRUE(keeps_all(town, solution.chosen, demands)) << item;
        EXPECT_NEAR(value_of(town, solution.chosen), solution.objective, 1e-9) << item;
        ++met;
    }
    EXPECT_GT(met, 200);
    EXPECT_GT(refused, 20);
}

TEST(Portfolio, the_greedy_answer_keeps_every_demand_and_is_never_better_than_the_bound) {
    int worse = 0;
    for (std::uint64_t item = 0; item < cases; ++item) {
        const auto town = random_case(item, 10);
        const auto demands = demands_of(town.candidates, town.constraints);
        const auto greedy = solve_greedily(town.candidates, town.constraints);
        if (greedy.gap == std::numeric_limits<double>::infinity() && greedy.chosen.empty()) continue;
        EXPECT_TRUE(keeps_all(town, greedy.chosen, demands)) << item;
        if (!rules_agree(town.constraints)) continue;
        const auto solution = solve(town.candidates, town.constraints, {.gap = 0});
        EXPECT_LE(greedy.objective, solution.bound + 1e-9) << item;
        worse += greedy.objective < solution.objective - 1e-9 ? 1 : 0;
    }
    EXPECT_GT(worse, 50);
}

TEST(Portfolio, prices_bound_what_any_subset_is_worth) {
    for (std::uint64_t item = 0; item < 100; ++item) {
        const auto town = random_case(item, 9);
        const auto program = program_of(town.candidates, town.constraints);
        const auto best = best_of_all(town, demands_of(town.candidates, town.constraints));
        if (!best) continue;
        for (std::uint32_t k = 0; k < 5; ++k) {
            Prices prices;
            for (std::uint32_t row = 0; row < program.rows(); ++row)
                prices.push_back(random_uniform({.stream = 5, .item = item}, 100 * k + row) * 0.3);
            EXPECT_GE(price_bound(program, prices), *best - 1e-9) << item;
        }
    }
}

/// Columns that lose more than the room between bound and best are never in a better portfolio.
TEST(Portfolio, dropping_dominated_candidates_leaves_a_best_portfolio) {
    std::size_t dropped = 0;
    for (std::uint64_t item = 0; item < 200; ++item) {
        const auto town = random_case(item, 10);
        const auto demands = demands_of(town.candidates, town.constraints);
        const auto best = best_of_all(town, demands);
        const auto program = program_of(town.candidates, town.constraints);
        const auto part = without_dominated(program);
        dropped += program.columns() - part.columns();
        if (!best) continue;
        Case left{.candidates = {}, .constraints = town.constraints};
        std::vector<std::uint32_t> kept = part.candidate;
        std::sort(kept.begin(), kept.end());
        for (const auto c : kept) left.candidates.push_back(town.candidates[c]);
        const auto of_left = best_of_all(left, demands);
        ASSERT_TRUE(of_left) << item;
        EXPECT_NEAR(*of_left, *best, 1e-9) << item;
    }
    EXPECT_GT(dropped, 200U);
}

TEST(Portfolio, branching_alone_finds_the_best_of_every_subset) {
    int found = 0;
    for (std::uint64_t item = 0; item < 60; ++item) {
        const auto town = random_case(item, 9);
        const auto best = best_of_all(town, demands_of(town.candidates, town.constraints));
        const auto program = program_of(town.candidates, town.constraints);
        const auto answer = branch(program, {.gap = 0, .most_nodes = 1000, .start = {}});
        EXPECT_EQ(answer.found, best.has_value()) << item;
        if (!best || !answer.found) continue;
        double value = 0;
        for (const auto k : answer.columns) value += program.value[k];
        EXPECT_NEAR(value, *best, 1e-6) << item;
        ++found;
    }
    EXPECT_GT(found, 30);
}

TEST(Portfolio, clashing_demands_are_an_irreducible_set) {
    int clashes = 0;
    for (std::uint64_t item = 0; item < cases; ++item) {
        const auto town = random_case(item, 8);
        if (best_of_all(town, demands_of(town.candidates, town.constraints))) continue;
        const auto clash = clash_of(town.candidates, town.constraints, {});
        EXPECT_FALSE(best_of_all(town, clash)) << item;
        for (std::size_t left_out = 0; left_out < clash.size(); ++left_out) {
            auto others = clash;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
            EXPECT_TRUE(best_of_all(town, others)) << item << ", without " << left_out;
        }
        ++clashes;
    }
    EXPECT_GT(clashes, 30);
}

/// A place with a cheap and a dear option, another with one.
Case hand_case() {
    Case town;
    town.candidates = {
        {.place = 0, .id = "P001:clearing", .value = 3, .investment = 50'000, .yearly = 5'000, .measures = {0}},
        {.place = 0, .id = "P001:camera", .value = 8, .investment = 480'000, .yearly = 20'000, .measures = {1}},
        {.place = 1, .id = "P002:lamp", .value = 5, .investment = 90'000, .yearly = 2'000, .measures = {2}}};
    town.constraints.owner_cap = Constraints::no_caps();
    town.constraints.district_names = {"Norr", "Söder"};
    town.constraints.district_least_share = {0, 0};
    town.candidates[2].district = 1;
    return town;
}

TEST(Portfolio, by_hand) {
    auto town = hand_case();
    town.constraints.budget = 150'000;
    const auto cheap = solve(town.candidates, town.constraints, {.gap = 0});
    EXPECT_EQ(cheap.chosen, (std::vector<std::uint32_t>{0, 2}));
    EXPECT_DOUBLE_EQ(cheap.objective, 8.0);
    town.constraints.budget = 570'000;
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{1, 2}));
    town.constraints.yearly_budget = 21'000;
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{0, 2}));
}

TEST(Portfolio, a_budget_that_fits_to_the_krona_is_used) {
    auto town = hand_case();
    town.constraints.budget = 140'000;
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{0, 2}));
    town.constraints.budget = 139'999;
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{2}));
}

TEST(Portfolio, what_is_worth_nothing_is_not_bought_unless_forced) {
    auto town = hand_case();
    town.candidates[0].value = 0;
    town.candidates[1].value = -1;
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{2}));
    town.constraints.forced = {{.place = 0, .measure = 1, .text = "P001:camera"}};
    EXPECT_EQ(solve(town.candidates, town.constraints, {.gap = 0}).chosen, (std::vector<std::uint32_t>{1, 2}));
}

TEST(Portfolio, of_two_that_are_worth_the_same_the_cheaper_is_bought_and_then_the_first) {
    auto town = hand_case();
    town.candidates[1] = town.candidates[0];
    town.candidates[1].investment = 49'000;
    EXPECT_EQ(solve(town.candidates, town.constraints).chosen, (std::vector<std::uint32_t>{1, 2}));
    town.candidates[1].investment = 50'000;
    EXPECT_EQ(solve(town.candidates, town.constraints).chosen, (std::vector<std::uint32_t>{0, 2}));
}

TEST(Portfolio, clashes_are_told_with_their_figures) {
    auto town = hand_case();
    town.constraints.budget = 100'000;
    town.constraints.forced = {{.place = 0, .measure = 1, .text = "P001:camera"}};
    EXPECT_EQ(message_of(town.candidates, town.constraints),
              "These demands cannot all be met: forced 'P001:camera' (at least 480,000 SEK) and the budget of 100,000 "
              "SEK. Raise the budget or drop one.");
    town.constraints.budget = 1e6;
    town.constraints.forced.push_back({.place = 0, .measure = 0, .text = "P001:clearing"});
    EXPECT_EQ(
        message_of(town.candidates, town.constraints),
        "These demands cannot all be met: forced 'P001:camera' (at least 480,000 SEK), forced 'P001:clearing' (at "
        "least 50,000 SEK) and one option per place (of 'P001:clearing', 'P001:camera'). Drop or loosen one.");
    town.constraints.forced = {{.measure = 3, .text = "tunnel"}};
    EXPECT_EQ(message_of(town.candidates, town.constraints),
              "This demand cannot be met: forced 'tunnel' (nothing that can be chosen holds it). Drop or loosen it.");
    town.constraints.forced = {{.place = 1, .measure = 2, .text = "P002:lamp"}};
    town.constraints.district_least_share = {0.5, 0};
    town.constraints.yearly_budget = 3'000;
    EXPECT_EQ(
        message_of(town.candidates, town.constraints),
        "These demands cannot all be met: forced 'P002:lamp' (at least 90,000 SEK), the yearly budget of 3,000 SEK "
        "and at least 50% of what is spent in 'Norr'. Raise the budget or drop one.");
}

TEST(Portfolio, what_is_forced_and_forbidden_at_once_is_refused) {
    auto town = hand_case();
    town.constraints.forced = {{.place = 0, .measure = 1, .text = "P001:camera"}};
    town.constraints.forbidden = {{.measure = 1, .text = "camera"}};
    EXPECT_EQ(message_of(town.candidates, town.constraints),
              "'P001:camera' is forced and 'camera' is forbidden: both cannot hold. Drop one of them.");
}

TEST(Portfolio, impossible_budgets_and_shares_are_refused) {
    auto town = hand_case();
    for (const double budget : {0.0, -5.0, std::numeric_limits<double>::quiet_NaN()}) {
        town.constraints.budget = budget;
        EXPECT_NE(message_of(town.candidates, town.constraints).find("cannot buy anything"), std::string::npos);
    }
    town.constraints.budget = 1e6;
    town.constraints.yearly_budget = -1;
    EXPECT_NE(message_of(town.candidates, town.constraints).find("yearly budget of"), std::string::npos);
    town.constraints.yearly_budget = 1e6;
    town.constraints.owner_cap[1] = -1;
    EXPECT_NE(message_of(town.candidates, town.constraints).find("is no amount"), std::string::npos);
    town.constraints.owner_cap[1] = 1e6;
    town.constraints.district_least_share = {0.7, 0.4};
    EXPECT_EQ(message_of(town.candidates, town.constraints),
              "The districts' least shares come to 110% together, more than all there is to spend; lower some.");
    town.constraints.district_least_share = {1.2, 0};
    EXPECT_NE(message_of(town.candidates, town.constraints).find("'Norr' is 1.20"), std::string::npos);
}

TEST(Portfolio, nothing_to_choose_from_is_an_empty_portfolio) {
    Constraints constraints;
    constraints.budget = 1e6;
    EXPECT_TRUE(solve({}, constraints).chosen.empty());
    EXPECT_TRUE(solve_greedily({}, constraints).chosen.empty());
}

/// 200 places of six options, districts, caps: large enough to branch.
TEST(Portfolio, a_town_is_solved_to_the_gap_and_twice_the_same) {
    const auto town = random_town(200, 6);
    const SolveOptions options{.gap = 0.005};
    const auto solution = solve(town.candidates, town.constraints, options);
    EXPECT_LE(solution.gap, 0.005);
    EXPECT_GE(solution.bound, solution.objective);
    EXPECT_TRUE(keeps_all(town, solution.chosen, demands_of(town.candidates, town.constraints)));
    const auto again = solve(town.candidates, town.constraints, options);
    EXPECT_EQ(again.chosen, solution.chosen);
    EXPECT_EQ(again.bound, solution.bound);
    EXPECT_LT(solve_greedily(town.candidates, town.constraints).objective, solution.objective);
}

}  // namespace

}  // namespace lykta::measures
