// Measures place by place: before and after, each proposed measure, and what was considered and rejected.
#include <algorithm>
#include <cmath>
#include <limits>

#include "outputs/html.hpp"
#include "outputs/measure_maps.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::SitedMeasure;
using measures::Verdict;

std::string maps(const RunResult& result, std::uint32_t place) {
    if (drawn_measures(*result.measures, place).empty()) return "";
    const auto pair = before_after_maps(result, place);
    const auto titled = [](const char* title, const std::string& svg) {
        return "<figure><figcaption>" + html_text(title) + "</figcaption>" + svg + "</figure>";
    };
    return "<div class=\"pair\">" + titled(tr("Today"), pair.before) + titled(tr("With the measures"), pair.after) +
           "</div>" + pair.legend;
}

/// Sited measures told in full at a place: those chosen; without a portfolio all of them.
std::vector<std::uint32_t> told_at(const MeasurePlan& plan, std::uint32_t place) {
    std::vector<std::uint32_t> told;
    for (const auto s : measures_at(plan, place))
        if (!plan.portfolio || option_that_holds(plan, s)) told.push_back(s);
    return told;
}

std::string not_chosen(const RunResult& result, std::uint32_t place) {
    const MeasurePlan& plan = *result.measures;
    if (!plan.portfolio) return "";
    std::vector<std::vector<std::string>> rows;
    for (const auto s : measures_at(plan, place)) {
        if (option_that_holds(plan, s)) continue;
        const auto& sited = plan.sited[s];
        rows.push_back({html_text(measure_of(plan, sited).name.shown()), html_text(what_exactly(plan, sited)),
                        html_text(number_text(sited.money.investment, 0)),
                        html_text(number_text(sited.money.yearly, 0)),
                        prevented_cell(result, sited.effect, hides_effect(result, sited)),
                        html_text(shown_reason(result, sited))});
    }
    if (rows.empty()) return "";
    return "<h4>" + html_text(tr("Also fits here, not in the portfolio")) + "</h4>" +
           html_table({{tr("Measure")},
                       {tr("What exactly")},
                       {tr("Investment (SEK)"), Align::number},
                       {tr("Per year (SEK)"), Align::number},
                       {tr("Prevented per year"), Align::number},
                       {tr("Why here")}},
                      rows, "cards also");
}

std::string rejected(const RunResult& result, std::uint32_t place) {
    const MeasurePlan& plan = *result.measures;
    std::string items;
    for (const auto& match : plan.matches) {
        const auto& measure = plan.catalogue.measures[match.measure];
        if (match.place != place || match.verdict != Verdict::rejected || measure.siting == measures::Siting::area)
            continue;
        const auto reason = shown_reason(result, match);
        items += "<li><b>" + html_text(measure.name.shown()) + "</b>" +
                 (reason.empty() ? "" : ": " + html_text(reason)) + "</li>";
    }
    if (items.empty()) return "";
    return opens(tr("Considered and rejected, and why"), element("ul", "", items));
}

bool has_anything(const RunResult& result, std::uint32_t place) {
    const MeasurePlan& plan = *result.measures;
    return !measures_at(plan, place).empty() || std::any_of(plan.matches.begin(), plan.matches.end(),
                                                            [&](const auto& match) { return match.place == place; });
}

std::string one_place(const RunResult& result, std::uint32_t index) {
    const MeasurePlan& plan = *result.measures;
    const auto& place = result.places[index];
    const auto told = told_at(plan, index);
    std::string out = fmt::format("<article class=\"place do\" id=\"{}\"><h3><span class=\"number\">{}</span>{}</h3>",
                                  do_anchor(place), place.rank, html_text(place.place.name));
    out += "<p class=\"under\">" +
           html_text((place.place.area_name.empty() ? "" : place.place.area_name + " · ") + place.place.id + " · ") +
           fmt::format("<a href=\"#{}\">{}</a></p>", anchor_of(place), html_text(tr("the place and its score")));
    out += maps(result, index);
    if (told.empty())
        out += paragraph(measures_at(plan, index).empty()
                             ? tr("No measure of the catalogue fits what was found here.")
                             : tr("Nothing here is in the portfolio: the money does more elsewhere."));
    for (const auto s : told) out += measure_in_full(result, s);
    return out + not_chosen(result, index) + rejected(result, index) + "</article>\n";
}

}  // namespace

std::string measures_by_place(const RunResult& result) {
    std::string out;
    std::size_t left_out = 0;
    for (std::uint32_t i = 0; i < result.places.size(); ++i) {
        if (!has_anything(result, i)) continue;
        if (i < places_in_full)
            out += one_place(result, i);
        else
            ++left_out;
    }
    if (out.empty()) return "";
    out = "<h3 class=\"in-turn\">" + html_text(tr("Place by place")) + "</h3>" + out;
    if (left_out > 0)
        out += paragraph(say("The other {} places with measures stand in atgardsplan.csv and lykta.gpkg.", left_out));
    return out;
}

}  // namespace lykta::outputs
