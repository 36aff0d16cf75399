// What other budgets would buy, drawn by hand: money buys in steps, so the line stays level until more is bought.
#include <algorithm>
#include <cmath>
#include <span>

#include "core/language.hpp"
#include "measures/portfolio.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

using measures::BudgetStep;

struct Curve {
    std::span<const BudgetStep> steps;
    double most_budget = 0, most_value = 0;
};

/// The live answer brings a curve only when it was asked for one; the study's own holds for the same goal.
Curve curve_of(const ViewerState& state) {
    Curve curve;
    const auto& own = state.project->result().measures->portfolio;
    if (const auto* shown = shown_portfolio(state); shown && shown->curve.size() >= 2)
        curve.steps = shown->curve;
    else if (own && shown && shown->objective == own->objective)
        curve.steps = own->curve;
    for (const auto& step : curve.steps) {
        curve.most_budget = std::max(curve.most_budget, step.budget);
        curve.most_value = std::max(curve.most_value, step.totals.objective);
    }
    return curve;
}

struct Frame {
    ImVec2 from, to;
    const Curve& curve;
    [[nodiscard]] ImVec2 at(double budget, double value) const {
        const auto x = static_cast<float>(std::clamp(budget / curve.most_budget, 0.0, 1.0)),
                   y = static_cast<float>(std::clamp(value / curve.most_value, 0.0, 1.0));
        return {from.x + (to.x - from.x) * x, to.y - (to.y - from.y) * y};
    }
};

void draw_steps(const Frame& frame) {
    auto* list = ImGui::GetWindowDrawList();
    const ImU32 line = colour_of(window_colours().line), accent = colour_of(window_colours().accent);
    list->AddLine({frame.from.x, frame.to.y}, frame.to, line);
    list->AddLine({frame.from.x, frame.from.y}, {frame.to.x, frame.from.y},
                  colour_of(with_alpha(window_colours().line, 0.5)));
    ImVec2 last = frame.at(0, 0);
    for (const auto& step : frame.curve.steps) {
        const ImVec2 at = frame.at(step.budget, step.totals.objective);
        list->AddLine(last, {at.x, last.y}, accent, 1.5F);
        list->AddLine({at.x, last.y}, at, accent, 1.5F);
        list->AddCircleFilled(at, 3, accent);
        last = at;
    }
}

void draw_now(const Frame& frame, double budget, double value) {
    auto* list = ImGui::GetWindowDrawList();
    const ImU32 ink = colour_of(window_colours().ink);
    const ImVec2 at = frame.at(budget, value);
    list->AddLine({at.x, frame.from.y}, {at.x, frame.to.y}, ink);
    list->AddCircleFilled(at, 4.5F, ink);
}

void draw_ends(const Frame& frame) {
    auto* list = ImGui::GetWindowDrawList();
    const ImU32 faint = colour_of(window_colours().faint);
    const std::string most = outputs::short_money_text(frame.curve.most_budget);
    list->AddText({frame.from.x, frame.to.y + 2}, faint, "0");
    list->AddText({frame.to.x - ImGui::CalcTextSize(most.c_str()).x, frame.to.y + 2}, faint, most.c_str());
    list->AddText({frame.from.x + 2, frame.from.y + 1}, faint, outputs::rough_text(frame.curve.most_value).c_str());
}

const BudgetStep& nearest_step(const Curve& curve, double budget) {
    return *std::min_element(curve.steps.begin(), curve.steps.end(), [&](const auto& a, const auto& b) {
        return std::abs(a.budget - budget) < std::abs(b.budget - budget);
    });
}

void pointed_at(const ViewerState& state, const Frame& frame, Commands& commands) {
    const double share = (ImGui::GetMousePos().x - frame.from.x) / std::max(1.0F, frame.to.x - frame.from.x);
    const auto& step = nearest_step(frame.curve, std::clamp(share, 0.0, 1.0) * frame.curve.most_budget);
    tip(say("{} buys {} measures and reaches {} of the goal", outputs::money_text(step.budget),
            number_text(static_cast<std::int64_t>(step.totals.measures)),
            percent_text(step.totals.objective / frame.curve.most_value)));
    if (ImGui::IsItemClicked() && state.project->can_compute()) commands.emit(command::SetBudget{step.budget, true});
}

/// The first budget that reaches nine tenths of what the largest reaches.
void where_it_flattens(const Curve& curve) {
    for (const auto& step : curve.steps)
        if (step.totals.objective >= 0.9 * curve.steps.back().totals.objective)
            return faint_text(say("{} reaches nine tenths of what {} would.", outputs::money_text(step.budget),
                                  outputs::money_text(curve.steps.back().budget)));
}

}  // namespace

void draw_budget_curve(const ViewerState& state, Commands& commands) {
    const Curve curve = curve_of(state);
    if (curve.steps.size() < 2 || !(curve.most_budget > 0) || !(curve.most_value > 0)) return;
    if (!section(tr("What other budgets would buy"), "curve")) return;
    if (hides_comparisons(state))
        return faint_text(tr("Not shown at the public level: budgets could be compared by difference."));
    const auto* portfolio = shown_portfolio(state);
    faint_text(say("Up: {}. Each dot is the best portfolio for that budget. ",
                   measures::objective_words(portfolio->objective)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = std::max(60.0F, ImGui::GetContentRegionAvail().x), height = ImGui::GetFontSize() * 7;
    ImGui::InvisibleButton("curve_area", {width, height + ImGui::GetTextLineHeight() + 4});
    const Frame frame{{at.x + 6, at.y + 6}, {at.x + width - 6, at.y + height}, curve};
    draw_steps(frame);
    draw_now(frame, portfolio->budget, portfolio->totals.objective);
    draw_ends(frame);
    if (ImGui::IsItemHovered()) pointed_at(state, frame, commands);
    where_it_flattens(curve);
}

}  // namespace lykta::viewer
