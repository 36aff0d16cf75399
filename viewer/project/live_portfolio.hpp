// The best measures for a budget, fast enough to follow a slider: the plan's options chosen anew, first without draws, then
// with them for the interval.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "measures/portfolio.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {

struct BudgetQuestion {
    double budget = 0;  ///< SEK. 0: nothing is bought, nothing is asked of the solver
    measures::Objective objective = measures::Objective::weighted;
    bool with_draws = false;  ///< interval and how often each option is chosen; slower
};
struct RejectedOption {
    std::uint32_t option = 0;
    std::string reason;  ///< "its place has a better option", "too dear for what is left", "nothing to count" …
};
struct BudgetAnswer {
    BudgetQuestion question;
    measures::Portfolio portfolio;
    std::vector<std::uint32_t> chosen;     ///< options, by place
    std::vector<RejectedOption> rejected;  ///< the best option of every place that got nothing, and why
    std::string refusal;                   ///< why nothing could be chosen (clashing demands); empty: chosen
    LayerPointer layer;                    ///< the chosen measures on the map
};
/// What all that is worth buying costs together: the slider's end. SEK.
[[nodiscard]] double whole_budget(const Project& project);
/// \pre project can compute and has options. Rules of the study (shares, caps, forced and forbidden) hold.
/// \correctness  the study's own budget gives the study's own portfolio
[[nodiscard]] BudgetAnswer answer_budget(const Project& project, const BudgetQuestion& question);

}  // namespace lykta::viewer
