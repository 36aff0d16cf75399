#include "measures/portfolio_draws.hpp"

#include <algorithm>

#include "core/parallel.hpp"
#include "measures/portfolio_solve.hpp"
#include "places/score.hpp"

namespace lykta::measures {

std::vector<Candidate> drawn_candidates(const MeasurePlan& plan, std::span<const Candidate> candidates,
                                        const PortfolioRequest& request, const OptionDraws& draws, int draw) {
    std::vector<Candidate> drawn(candidates.begin(), candidates.end());
    const std::size_t first = static_cast<std::size_t>(draw) * candidates.size();
    for (std::size_t c = 0; c < drawn.size(); ++c) {
        const double before = drawn[c].investment + drawn[c].yearly;
        drawn[c].value = worth_of(plan.options[c], request, draws.harm[first + c]);
        drawn[c].investment = draws.investment[first + c];
        drawn[c].yearly = draws.yearly[first + c];
        const double now = drawn[c].investment + drawn[c].yearly;
        for (auto& part : drawn[c].owner_investment) part *= before > 0 ? now / before : 1.0;
    }
    return drawn;
}

DrawnChoices drawn_choices(const MeasurePlan& plan, std::span<const Candidate> candidates,
                           const Constraints& constraints, const PortfolioRequest& request, const OptionDraws& draws) {
    DrawnChoices all{.share = std::vector<double>(candidates.size(), 0.0),
                     .draws = std::min(draws.draws, request.draws)};
    std::vector<std::vector<std::uint32_t>> chosen(static_cast<std::size_t>(all.draws));
    parallel_blocks(chosen.size(), 1, [&](std::size_t first, std::size_t last) {
        for (auto d = first; d < last; ++d) {
            const auto drawn = drawn_candidates(plan, candidates, request, draws, static_cast<int>(d));
            chosen[d] = choose_nearly(program_of(drawn, constraints));
        }
    });
    for (const auto& draw : chosen)
        for (const auto c : draw) all.share[c] += 1.0;
    for (auto& s : all.share) s = all.draws > 0 ? s / all.draws : 0.0;
    return all;
}

statistics::Interval prevented_interval(const std::vector<std::uint32_t>& options, std::size_t of,
                                        const OptionDraws& draws) {
    std::vector<double> sums;
    for (int d = 0; d < draws.draws; ++d) {
        double sum = 0;
        for (const auto o : options) sum += draws.prevented[static_cast<std::size_t>(d) * of + o];
        sums.push_back(sum);
    }
    return {.low = places::quantile(sums, 0.05), .high = places::quantile(sums, 0.95)};
}

}  // namespace lykta::measures
