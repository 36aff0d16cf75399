// What the panels on places, measures and comparison share about measures: what is chosen now, what the public level
// hides of it, and how an effect is told.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "measures/plan.hpp"
#include "outputs/run_result.hpp"
#include "viewer/state/commands.hpp"

namespace lykta::viewer {

/// Options chosen now: those of the live answer, else of the study's own portfolio, ascending.
[[nodiscard]] std::vector<std::uint32_t> chosen_options(const ViewerState& state);
/// The portfolio the window shows: the live answer's, else the study's own, else null.
[[nodiscard]] const measures::Portfolio* shown_portfolio(const ViewerState& state);
/// At the public level the sums of a chosen set are hidden as soon as one of its effects is: two sets could be
/// subtracted.
[[nodiscard]] bool hides_sums(const ViewerState& state);
/// The same of every portfolio that stands beside it: the plain answer and the steps of the curve.
[[nodiscard]] bool hides_comparisons(const ViewerState& state);

/// "2.1 recorded incidents fewer a year, 90% interval 0.4–4.0", or why no number is given.
[[nodiscard]] std::string effect_words(const outputs::RunResult& result, const measures::SitedMeasure& sited);
/// "14 m of path reach their class", one for each thing that can be checked on site.
struct Mended {
    double metres_to_class = 0, metres_of_sight = 0, metres_of_hiding = 0, items_mended = 0;
};
[[nodiscard]] std::vector<std::string> mended_lines(const Mended& mended);
/// "Komplettera belysningen; Röj undervegetation"
[[nodiscard]] std::string option_words(const measures::MeasurePlan& plan, const measures::Option& option);

/// What other budgets would reach of the goal, with the present one marked; a press on it asks for that budget.
void draw_budget_curve(const ViewerState& state, Commands& commands);
/// The chosen measures by place, and what was not chosen with the reason; a press selects the place.
void draw_chosen_measures(const ViewerState& state, Commands& commands);

}  // namespace lykta::viewer
