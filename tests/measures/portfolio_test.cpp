#include "measures/portfolio.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "measures/portfolio_search.hpp"
#include "measures/portfolio_solve.hpp"
#include "portfolio_cases.hpp"

namespace lykta::measures {

namespace {

using namespace portfolio_cases;

constexpr std::uint64_t cases = 400;

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

}  // namespace

}  // namespace lykta::measures
