// The budget slider: while it is held, quick answers; when it is let go, the interval too.
#include <algorithm>

#include "viewer/project/live_portfolio.hpp"
#include "viewer/state/apply.hpp"

namespace lykta::viewer {
namespace {

bool has_options(const Project& project) {
    return project.result().measures && !project.result().measures->options.empty();
}

void start_budget(Context& context, const BudgetQuestion& question) {
    context.runs_draws = question.with_draws;
    const std::string title =
        question.with_draws ? tr("How sure the choice of measures is") : tr("Measures for the budget");
    context.jobs.start(JobSlot::budget, title,
                       [&context, project = context.state.project, question](const study::Progress&) {
                           auto answer = std::make_shared<const BudgetAnswer>(answer_budget(*project, question));
                           return Jobs::Done([&context, project, answer] {
                               ViewerState& state = context.state;
                               if (state.project != project) return;
                               state.budget.answer = answer;
                               context.is_changed = true;
                               follow_choice(context);
                               const bool is_newest = answer->question.budget == state.budget.budget &&
                                                      answer->question.objective == state.budget.objective;
                               if (!is_newest || answer->question.with_draws || !context.is_budget_final) return;
                               if (context.wanted.contains(JobSlot::budget) || !answer->refusal.empty()) return;
                               start_budget(context, {state.budget.budget, state.budget.objective, true});
                           });
                       });
    context.state.budget.is_waiting = true;
}

}  // namespace

/// A quick answer is let end, so that the figures follow the slider; the slow one with draws is left behind.
void ask_budget(Context& context) {
    const ViewerState& state = context.state;
    if (!state.project || !state.project->can_compute() || !has_options(*state.project)) return;
    if (is_running(context, JobSlot::budget) && !context.runs_draws) {
        context.wanted.insert(JobSlot::budget);
        return;
    }
    const auto& answer = state.budget.answer;
    const bool is_answered = answer && answer->question.budget == state.budget.budget &&
                             answer->question.objective == state.budget.objective && answer->refusal.empty();
    start_budget(context, {state.budget.budget, state.budget.objective, is_answered && context.is_budget_final});
}

void apply(Context& context, const command::SetBudget& command) {
    if (!can_compute_or_tell(context, tr("A budget"))) return;
    ViewerState& state = context.state;
    if (!has_options(*state.project))
        return tell(context, NoticeKind::warning,
                    tr("No measure was found to fit any place, so there is nothing to buy"));
    const double budget = std::clamp(command.budget, 0.0, std::max(state.budget.whole, state.budget.budget));
    const bool is_answered = state.budget.answer && budget == state.budget.answer->question.budget &&
                             state.budget.objective == state.budget.answer->question.objective &&
                             (state.budget.answer->question.with_draws || !command.is_final);
    state.budget.budget = budget;
    context.is_budget_final = command.is_final;
    setting(context, LayerId::measures).visible = true;
    if (!is_answered) ask_budget(context);
}

void apply(Context& context, const command::SetObjective& command) {
    context.state.budget.objective = command.objective;
    context.is_budget_final = true;
    ask_budget(context);
}

}  // namespace lykta::viewer
