// What a follow-up could see: for each chosen measure the change promised, the smallest that could be found, and when.
// The reviewer's list of what cannot be shown.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/compare_panel_parts.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

using measures::Detectability;
using measures::SitedMeasure;

std::string change_text(double share) {
    return (share < 0 ? "\u2212" : "+") + percent_text(std::abs(share));
}

/// The smallest decrease that could be found in 24 months; none where too little is recorded.
std::string smallest_text(double share) {
    return share > 0 && share < 1 ? "\u2212" + percent_text(share) : std::string(tr("none"));
}

/// Sited measures of the chosen options whose effect has a number, by place; those never seen first.
std::vector<std::uint32_t> followed_up(const ViewerState& state) {
    const auto& plan = *state.project->result().measures;
    std::vector<std::uint32_t> found;
    for (const auto option : chosen_options(state))
        for (const auto sited : plan.options[option].sited)
            if (plan.sited[sited].effect.has_number && !outputs::is_for_area(plan, plan.sited[sited]))
                found.push_back(sited);
    const auto is_seen = [&](std::uint32_t i) {
        return plan.sited[i].detect.months_one.has_value() || plan.sited[i].detect.months_ten.has_value();
    };
    std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) {
        return std::pair(is_seen(a), plan.sited[a].place) < std::pair(is_seen(b), plan.sited[b].place);
    });
    return found;
}

void detect_facts(const Detectability& detect) {
    fact(tr("Promised"), say("{} of {} in 24 months", change_text(detect.expected_change),
                             number_text(detect.before_count, detect.before_count < 10 ? 1 : 0)));
    fact(tr("Smallest that could be seen in 24 months"),
         say("{} with one control area, {} with ten", smallest_text(detect.smallest_change_one),
             smallest_text(detect.smallest_change_ten)));
    fact(tr("Seen after"), say("{} with one control area, {} with ten", outputs::months_text(detect.months_one),
                               outputs::months_text(detect.months_ten)));
}

void measure_block(const ViewerState& state, const SitedMeasure& sited) {
    const auto& result = state.project->result();
    const auto& measure = outputs::measure_of(*result.measures, sited);
    const bool is_seen = sited.detect.months_one || sited.detect.months_ten;
    heading(numbered_name(result.places[sited.place]));
    paragraph(measure.name.shown());
    if (outputs::hides_effect(result, sited))
        return faint_text(say("Not shown: the figure would follow from fewer than {} incidents.",
                              number_text(std::int64_t{result.privacy_k})));
    badge(is_seen ? tr("can be seen in time") : tr("cannot be seen by itself"),
          is_seen ? window_colours().good : window_colours().warning);
    detect_facts(sited.detect);
    tip(sited.detect.words);
}

void summary(const ViewerState& state, const std::vector<std::uint32_t>& followed) {
    const auto& plan = *state.project->result().measures;
    const auto never = static_cast<std::int64_t>(std::count_if(followed.begin(), followed.end(), [&](auto i) {
        return !plan.sited[i].detect.months_one && !plan.sited[i].detect.months_ten;
    }));
    paragraph(
        say("{} of {} chosen measures with a number cannot be seen by themselves within 20 years, not even with "
            "ten control areas: too little is recorded there.",
            number_text(never), number_text(static_cast<std::int64_t>(followed.size()))));
    const auto* portfolio = shown_portfolio(state);
    if (portfolio && !hides_sums(state) && !portfolio->detect.words.empty()) {
        heading(tr("All of the portfolio pooled"));
        paragraph(portfolio->detect.words);
    }
}

/// The first ones in full: nobody reads more on a screen.
void list(const ViewerState& state, const std::vector<std::uint32_t>& followed) {
    constexpr std::size_t most = 40;
    const auto& plan = *state.project->result().measures;
    for (std::size_t i = 0; i < std::min(most, followed.size()); ++i) measure_block(state, plan.sited[followed[i]]);
    if (followed.size() > most)
        faint_text(
            say("and {} more in atgardsplan.csv", number_text(static_cast<std::int64_t>(followed.size() - most))));
}

}  // namespace

void draw_detectability(const ViewerState& state) {
    const auto& result = state.project->result();
    if (!result.measures) return faint_text(tr("Measures were not asked for in this run."));
    faint_text(
        tr("How large a change must be, and how long one must wait, before a follow-up would find it four times "
           "out of five. What cannot be seen may still be worth its money; but nobody should promise that the "
           "follow-up will show it."));
    const auto followed = followed_up(state);
    if (followed.empty())
        return faint_text(tr("Nothing with a number is chosen: choose a budget under Measures first."));
    summary(state, followed);
    list(state, followed);
}

}  // namespace lykta::viewer
