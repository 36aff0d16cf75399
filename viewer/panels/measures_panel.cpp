// Measures and budget: how much, towards which goal, and what that buys while the slider moves; every figure with its
// interval and what it rests on.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/language.hpp"
#include "measures/portfolio.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

using measures::Objective;
using measures::Portfolio;

// --- The question ----------------------------------------------------------------------------------------------------

/// Sums people would say: no finer than a five hundredth of the whole.
double rounded_budget(double sek, double whole) {
    const double step = std::pow(10.0, std::floor(std::log10(std::max(1000.0, whole / 100))));
    return std::clamp(std::round(sek / step) * step, 0.0, whole);
}

void budget_slider(const ViewerState& state, Commands& commands) {
    const double whole = state.budget.whole, least = 0;
    double budget = state.budget.budget;
    ImGui::SetNextItemWidth(-1);
    // The slider's own value is finer than a sum people would say: it moves every frame, the sum does not.
    if (ImGui::SliderScalar("##budget", ImGuiDataType_Double, &budget, &least, &whole, ""))
        budget = rounded_budget(budget, whole);
    if (budget != state.budget.budget) commands.emit(command::SetBudget{budget, false});
    if (ImGui::IsItemDeactivatedAfterEdit()) commands.emit(command::SetBudget{budget, true});
    tip(say("From nothing to {}: all that is worth buying", outputs::money_text(whole)));
}

void budget_field(const ViewerState& state, Commands& commands) {
    std::string typed = outputs::money_text(state.budget.budget);
    ImGui::SetNextItemWidth(ImGui::GetFontSize() * 9);
    auto& kept = draft("budget_typed");
    auto& is_wrong = draft("budget_wrong");
    const auto how = text_field("budget_field", tr("Budget"), typed);
    if (how == Typed::changed) kept = typed;
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    tip(tr("Type a sum: 1,250,000 or 1.5 mkr"));
    if (how != Typed::entered && !left) return;
    const auto sum = money_from(how == Typed::entered ? typed : kept);
    is_wrong = sum ? "" : "yes";
    if (sum) commands.emit(command::SetBudget{std::min(*sum, state.budget.whole), true});
}

/// Short enough for the box that is chosen in; the whole words stand under it.
std::string objective_name(Objective objective) {
    switch (objective) {
        case Objective::prevented_harm:
            return tr("Prevented harm");
        case Objective::prevented_harm_low:
            return tr("Prevented harm, counted low");
        case Objective::metres_to_class:
            return tr("Metres to class");
        case Objective::weighted:
            break;
    }
    return tr("Weighted points");
}

void objective_choice(const ViewerState& state, Commands& commands) {
    const auto now = state.budget.objective;
    faint_text(tr("What is maximised: a choice, not a finding"));
    ImGui::SetNextItemWidth(-1);
    if (ImGui::BeginCombo("##objective", objective_name(now).c_str())) {
        for (const auto objective : {Objective::weighted, Objective::prevented_harm, Objective::prevented_harm_low,
                                     Objective::metres_to_class}) {
            if (ImGui::Selectable(objective_name(objective).c_str(), objective == now))
                commands.emit(command::SetObjective{objective});
            tip(measures::objective_words(objective));
        }
        ImGui::EndCombo();
    }
    faint_text(measures::objective_words(now));
}

bool is_fresh(const ViewerState& state) {
    const auto& answer = state.budget.answer;
    return answer && !state.budget.is_waiting && answer->question.budget == state.budget.budget &&
           answer->question.objective == state.budget.objective;
}

void question(const ViewerState& state, Commands& commands) {
    heading(tr("Budget"));
    budget_field(state, commands);
    ImGui::SameLine();
    const std::string of = say("of {}", outputs::short_money_text(state.budget.whole));
    faint_text(state.budget.is_waiting && !is_fresh(state) ? of + " · " + tr("computing …") : of);
    if (draft("budget_wrong") == "yes")
        coloured_text(tr("That is not a sum. Write for example 1,250,000 or 1.5 mkr."), window_colours().warning);
    budget_slider(state, commands);
    objective_choice(state, commands);
}

// --- The answer ------------------------------------------------------------------------------------------------------

void prevented(const ViewerState& state, const Portfolio& portfolio) {
    const auto& totals = portfolio.totals;
    if (hides_sums(state)) {
        faint_text(
            say("How many incidents it may prevent is not shown: the figure would follow from fewer than {} "
                "incidents.",
                number_text(std::int64_t{state.project->result().privacy_k})));
        return;
    }
    if (totals.prevented <= 0) {
        faint_text(
            tr("No study gives a number for these measures, so nothing is said of how many incidents they "
               "prevent."));
        return;
    }
    const bool has_interval = portfolio.draws > 0;
    fact(tr("Recorded incidents fewer a year"),
         has_interval ? outputs::rough_interval_text(totals.prevented, totals.prevented_interval)
                      : outputs::rough_text(totals.prevented));
    if (has_interval)
        faint_text(tr("90% interval; if the studies hold here too"));
    else
        faint_text(state.project->can_compute()
                       ? tr("If the studies hold here too. The interval is computed when the slider rests.")
                       : tr("If the studies hold here too. The interval stands in the report."));
}

std::size_t places_of(const ViewerState& state) {
    std::set<std::uint32_t> places;
    for (const auto option : chosen_options(state))
        places.insert(state.project->result().measures->options[option].place);
    return places.size();
}

void cost(const ViewerState& state, const Portfolio& portfolio) {
    const auto& totals = portfolio.totals;
    ImGui::PushFont(font_of(Face::title));
    ImGui::TextUnformatted(outputs::short_money_text(totals.investment).c_str());
    ImGui::PopFont();
    ImGui::SameLine();
    faint_text(tr("investment"));
    fact(tr("To carry out"), outputs::money_text(totals.investment));
    fact(tr("Then per year"), outputs::money_text(totals.yearly));
    fact(tr("Left of the budget"), outputs::money_text(std::max(0.0, portfolio.budget - totals.investment)));
    fact(tr("Measures"), number_text(static_cast<std::int64_t>(totals.measures)));
    fact(tr("Places"), number_text(static_cast<std::int64_t>(places_of(state))));
}

/// How near the best it is, and what a simpler answer gives.
void how_sure(const ViewerState& state, const Portfolio& portfolio) {
    if (!section(tr("How it was chosen"), "how")) return;
    std::vector<std::string> lines;
    if (std::isfinite(portfolio.gap))  // a result read back does not hold the proof
        lines.push_back(portfolio.gap < 0.0005
                            ? std::string(tr("Proven: no portfolio within the same limits is better by that goal."))
                            : say("Proven: no portfolio within the same limits is more than {} better by that goal.",
                                  percent_text(portfolio.gap, portfolio.gap < 0.01 ? 1 : 0)));
    if (!hides_comparisons(state) && portfolio.totals.objective > 0 && portfolio.greedy.objective > 0)
        lines.push_back(
            say("The plain answer, best value per krona first until the money is spent, reaches {} of it "
                "with {} invested: what the computation adds is the rest.",
                percent_text(std::min(1.0, portfolio.greedy.objective / portfolio.totals.objective)),
                outputs::money_text(portfolio.greedy.investment)));
    if (portfolio.draws > 0)
        lines.push_back(say("The choice was made again {} times with costs and effects drawn within their intervals.",
                            number_text(std::int64_t{portfolio.draws})));
    if (!hides_sums(state) && !portfolio.detect.words.empty()) lines.push_back(portfolio.detect.words);
    bullet_lines(lines);
}

void answer(const ViewerState& state, Commands& commands) {
    const auto* portfolio = shown_portfolio(state);
    if (!portfolio) return faint_text(tr("Move the slider to see what a budget buys."));
    if (state.budget.answer && !state.budget.answer->refusal.empty())
        return coloured_text(state.budget.answer->refusal, window_colours().warning);
    const auto& totals = portfolio->totals;
    if (chosen_options(state).empty())
        paragraph(tr("Nothing is chosen for this budget."));
    else {
        cost(state, *portfolio);
        prevented(state, *portfolio);
        bullet_lines(mended_lines(
            {totals.metres_to_class, totals.metres_of_sight, totals.metres_of_hiding, totals.items_mended}));
    }
    draw_budget_curve(state, commands);
    draw_chosen_measures(state, commands);
    how_sure(state, *portfolio);
}

void cannot_say(const measures::MeasurePlan& plan) {
    if (section(tr("What the plan cannot say"), "cannot", Opens::on_click))
        bullet_lines(
            {tr("Association is not effect: that light is poor where incidents are recorded does not show that better "
                "light prevents them. The effects here come from studies of measures carried out elsewhere."),
             tr("Recorded incidents and felt safety are two outcomes. What a measure does to how a place feels is told "
                "beside, never added to the figure."),
             tr("Incidents may move. What the studies found about displacement stands with each measure.")});
    if (!plan.notes.empty() && section(tr("What was assumed or left out"), "notes", Opens::on_click))
        bullet_lines(plan.notes);
}

/// Why no budget can be tried here. \returns true when it said so
bool cannot_choose(const ViewerState& state) {
    const auto& result = state.project->result();
    if (!result.measures || result.measures->options.empty()) {
        faint_text(result.refusal    ? *result.refusal
                   : result.measures ? std::string(tr("No measure of the catalogue fits what was found here."))
                                     : std::string(tr("Measures were not asked for in this run.")));
        return true;
    }
    return false;
}

}  // namespace

void draw_measures_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    const auto& result = state.project->result();
    if (cannot_choose(state)) {
        if (result.measures) cannot_say(*result.measures);
        return;
    }
    if (state.project->can_compute())
        question(state, commands);
    else
        faint_text(
            tr("This is a finished result: other budgets cannot be computed from it. Open the study to try them."));
    answer(state, commands);
    cannot_say(*result.measures);
}

}  // namespace lykta::viewer
