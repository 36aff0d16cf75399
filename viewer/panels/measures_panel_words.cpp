// What is chosen now, what of it may be shown, and effects and amounts in words.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {

std::vector<std::uint32_t> chosen_options(const ViewerState& state) {
    if (state.budget.answer) return state.budget.answer->chosen;
    std::vector<std::uint32_t> options;
    if (const auto* portfolio = shown_portfolio(state))
        for (const auto& pick : portfolio->picks) options.push_back(pick.option);
    return options;
}

const measures::Portfolio* shown_portfolio(const ViewerState& state) {
    if (state.budget.answer) return &state.budget.answer->portfolio;
    if (!state.project || !state.project->result().measures) return nullptr;
    const auto& own = state.project->result().measures->portfolio;
    return own ? &*own : nullptr;
}

bool hides_sums(const ViewerState& state) {
    const auto& result = state.project->result();
    if (!result.public_level || !result.measures) return false;
    const auto options = chosen_options(state);
    return std::any_of(options.begin(), options.end(), [&](std::uint32_t option) {
        return outputs::hides_effect(result, result.measures->options[option]);
    });
}

bool hides_comparisons(const ViewerState& state) {
    const auto& result = state.project->result();
    const auto* portfolio = shown_portfolio(state);
    if (!result.public_level || !result.measures || portfolio == nullptr) return false;
    const auto any_hidden = [&](const std::vector<std::uint32_t>& options) {
        return std::any_of(options.begin(), options.end(), [&](std::uint32_t option) {
            return outputs::hides_effect(result, result.measures->options[option]);
        });
    };
    return hides_sums(state) || any_hidden(portfolio->greedy_chosen) ||
           std::any_of(portfolio->curve.begin(), portfolio->curve.end(),
                       [&](const measures::BudgetStep& step) { return any_hidden(step.chosen); });
}

std::string effect_words(const outputs::RunResult& result, const measures::SitedMeasure& sited) {
    const auto& effect = sited.effect;
    if (!effect.has_number) return tr("No number: no study that gives one was found.");
    if (outputs::hides_effect(result, sited))
        return say("Not shown: the figure would follow from fewer than {} incidents.",
                   number_text(std::int64_t{result.privacy_k}));
    return say("{} recorded incidents fewer a year, 90% interval {}", outputs::rough_text(effect.prevented_per_year),
               outputs::range_text(effect.prevented.low, effect.prevented.high, effect.prevented.high < 10 ? 1 : 0));
}

std::vector<std::string> mended_lines(const Mended& mended) {
    std::vector<std::string> lines;
    const auto add = [&](double amount, const char* words) {
        if (amount >= 0.5) lines.push_back(fmt::format(fmt::runtime(words), number_text(amount, 0)));
    };
    add(mended.metres_to_class, tr("{} m of path reach their lighting class"));
    add(mended.metres_of_sight, tr("people are seen at 25 m or more on {} m of path where they are not today"));
    add(mended.metres_of_hiding, tr("beside {} m of path nobody can hide behind plants any longer"));
    add(mended.items_mended, tr("{} failed inspection items are mended"));
    return lines;
}

std::string option_words(const measures::MeasurePlan& plan, const measures::Option& option) {
    std::string text;
    for (const auto sited : option.sited)
        text += (text.empty() ? "" : "; ") + outputs::measure_of(plan, plan.sited[sited]).name.shown();
    return text;
}

}  // namespace lykta::viewer
