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
/// The portfolio found anew in every draw, its budgets as they are, values and prices as drawn, by relaxation,
/// rounding, exchanges and a swinging search alone (no branching): near the best, not proven. The search starts from
/// the draw's own relaxation, never from the portfolio, so that it does not lean towards it. A draw in which nothing
/// meets every demand chooses nothing. \correctness  every subset on a tiny case; on samples at most 2 % below the
/// proven bound, 1 % on average (tests/measures/portfolio_choose_test.cpp). Where few options are bought under the
/// least shares of ten districts it has been seen 3 % below CBC.
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
