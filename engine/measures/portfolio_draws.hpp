// How the choice holds when what is uncertain is drawn again. Internal to the portfolio's own files.
#pragma once
#include <vector>

#include "measures/effect.hpp"
#include "measures/portfolio_request.hpp"

namespace lykta::measures {

struct DrawnChoices {
    std::vector<double> share;  ///< of every option: in how many of the draws it was chosen, 0…1
    int draws = 0;
};
/// The portfolio found anew in every draw, its budgets as they are, values and prices as drawn, by relaxation, rounding
/// and exchanges alone (no branching): near the best, not proven. A draw in which nothing meets every demand chooses
/// nothing. \correctness  every subset on a tiny case; on samples no more than 1 % below CBC
/// (tests/measures/portfolio_draws_test.cpp)
[[nodiscard]] DrawnChoices drawn_choices(const MeasurePlan& plan, std::span<const Candidate> candidates,
                                         const Constraints& constraints, const PortfolioRequest& request,
                                         const OptionDraws& draws);
/// Candidates with one draw's values, investments and running costs.
[[nodiscard]] std::vector<Candidate> drawn_candidates(const MeasurePlan& plan, std::span<const Candidate> candidates,
                                                      const PortfolioRequest& request, const OptionDraws& draws,
                                                      int draw);
/// 90 % interval of what some options prevent together, from the draws; a point where there are none.
[[nodiscard]] statistics::Interval prevented_interval(const std::vector<std::uint32_t>& options, std::size_t of,
                                                      const OptionDraws& draws);

}  // namespace lykta::measures
