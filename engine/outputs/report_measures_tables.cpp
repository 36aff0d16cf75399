// The chapter's tables: the portfolio, measures for districts, and when an effect could be seen.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::Option;
using measures::SitedMeasure;

std::string place_cell(const RunResult& result, std::uint32_t index) {
    const auto& place = result.places[index];
    const std::string name = html_text(place.place.name);
    return fmt::format("{}. ", place.rank) +
           (index < places_in_full ? fmt::format("<a href=\"#{}\">{}</a>", do_anchor(place), name) : name) +
           (place.place.area_name.empty() ? "" : "<small>" + html_text(place.place.area_name) + "</small>");
}

std::string measure_cell(const MeasurePlan& plan, const SitedMeasure& sited) {
    const auto& measure = measure_of(plan, sited);
    return html_text(measure.name.shown()) + "<small>" +
           html_text(what_exactly(plan, sited) + " · " + measures::owner_name(measure.owner)) + "</small>";
}

/// What is mended and can be checked on site, a line each; of a measure, an option or the whole.
template <class Mends>
std::string mended_cell(const Mends& of) {
    std::string lines;
    const auto add = [&](double amount, const char* words) {
        if (amount < 0.5) return;
        lines += "<div>" + html_text(fmt::format(fmt::runtime(words), number_text(amount, 0))) + "</div>";
    };
    add(of.metres_to_class, tr("{} m to class"));
    add(of.metres_of_sight, tr("{} m of sight"));
    add(of.metres_of_hiding, tr("{} m without hiding places"));
    add(of.items_mended, tr("{} items"));
    return lines.empty() ? "–" : lines;
}

std::vector<std::string> option_row(const RunResult& result, const Option& option, double chosen_share) {
    const MeasurePlan& plan = *result.measures;
    std::string measures;
    for (const auto s : option.sited) measures += "<div>" + measure_cell(plan, plan.sited[s]) + "</div>";
    const bool area = !option.sited.empty() && is_for_area(plan, plan.sited[option.sited.front()]);
    return {area ? html_text(result.places[option.place].place.area_name) : place_cell(result, option.place),
            measures,
            html_text(number_text(option.money.investment, 0)),
            html_text(number_text(option.money.yearly, 0)),
            prevented_cell(result, option.effect, hides_effect(result, option)),
            mended_cell(option),
            plan.portfolio->draws > 0 ? html_text(percent_text(chosen_share)) : "–"};
}

std::vector<std::string> sum_row(const RunResult& result) {
    const auto& totals = result.measures->portfolio->totals;
    const auto bold = [](const std::string& html) { return "<b>" + html + "</b>"; };
    const bool hidden = hides_totals(result);
    return {bold(html_text(tr("Together"))),
            "",
            bold(html_text(number_text(totals.investment, 0))),
            bold(html_text(number_text(totals.yearly, 0))),
            hidden ? "–" : bold(html_text(rough_interval_text(totals.prevented, totals.prevented_interval))),
            bold(mended_cell(totals)),
            ""};
}

std::vector<std::vector<std::string>> portfolio_rows(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::vector<std::vector<std::string>> rows;
    for (const auto& pick : plan.portfolio->picks)
        rows.push_back(option_row(result, plan.options[pick.option], pick.chosen_share));
    rows.push_back(sum_row(result));
    return rows;
}

std::vector<std::vector<std::string>> sited_rows(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::vector<std::vector<std::string>> rows;
    for (std::uint32_t s = 0; s < plan.sited.size(); ++s) {
        const auto& sited = plan.sited[s];
        if (is_for_area(plan, sited)) continue;
        rows.push_back({place_cell(result, sited.place), measure_cell(plan, sited),
                        html_text(number_text(sited.money.investment, 0)),
                        html_text(number_text(sited.money.yearly, 0)),
                        prevented_cell(result, sited.effect, hides_effect(result, sited)), mended_cell(sited)});
    }
    return rows;
}

std::string percent_change(double share) {
    return (share < 0 ? "−" : "+") + percent_text(std::abs(share));
}

std::vector<std::string> detect_row(const RunResult& result, const std::string& who,
                                    const measures::Detectability& detect, bool hidden) {
    if (hidden) return {who, html_text(count_text(result, 0)), "–", "–", "–"};
    return {who, html_text(number_text(detect.before_count, detect.before_count < 10 ? 1 : 0)),
            html_text(percent_change(detect.expected_change)), html_text(months_text(detect.months_one)),
            html_text(months_text(detect.months_ten))};
}

/// "price year 2022; a guess" under an amount.
std::string price_note(const measures::Money& money) {
    std::string note = money.price_year > 0 ? say("prices of {}", fmt::format("{}", money.price_year)) : std::string();
    if (money.judgement) note += (note.empty() ? "" : "; ") + std::string(tr("a guess, put in your own price"));
    return note.empty() ? "" : "<small>" + html_text(note) + "</small>";
}

/// One measure with the districts it is proposed for.
std::vector<std::string> district_row(const RunResult& result, const std::vector<const SitedMeasure*>& districts) {
    const auto& measure = measure_of(*result.measures, *districts.front());
    std::set<std::string> names;
    for (const auto* sited : districts) names.insert(result.places[sited->place].place.area_name);
    const auto& money = districts.front()->money;
    return {fmt::format("<a href=\"#{}\">{}</a>", html_text(kind_anchor(measure)), html_text(measure.name.shown())),
            html_text(fmt::format("{}", fmt::join(names, ", "))),
            html_text(measures::owner_name(measure.owner)),
            html_text(money_text(money.annuity)) + price_note(money),
            html_text(graded_words(grade_of(measure))),
            html_text(measure.follow_up.shown())};
}

}  // namespace

std::string prevented_cell(const RunResult& result, const measures::Effect& effect, bool hidden) {
    if (!effect.has_number) return "<small>" + html_text(tr("no study with a number")) + "</small>";
    if (hidden)
        return "<small>" +
               html_text(say("not shown, under {} incidents", number_text(std::int64_t{result.privacy_k}))) +
               "</small>";
    return html_text(rough_interval_text(effect.prevented_per_year, effect.prevented));
}

std::string measures_table(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::vector<HtmlColumn> columns = {{tr("Place")},
                                       {tr("Measures, and who owns them")},
                                       {tr("Investment (SEK)"), Align::number},
                                       {tr("Per year (SEK)"), Align::number},
                                       {tr("Prevented per year (90% interval)"), Align::number},
                                       {tr("Mended on site"), Align::number}};
    if (plan.portfolio) columns.push_back({tr("Chosen in draws"), Align::number});
    return "<h3>" + html_text(plan.portfolio ? tr("The portfolio") : tr("Every measure that fits")) + "</h3>" +
           html_table(columns, plan.portfolio ? portfolio_rows(result) : sited_rows(result), "cards measures-table") +
           paragraph("note", tr("Prices without VAT. The same rows, with goals, lead times and legal checks, stand in "
                                "atgardsplan.csv; the geometry stands in lykta.gpkg."));
}

std::string measures_social(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::map<std::uint32_t, std::vector<const SitedMeasure*>> by_measure;
    for (const auto& sited : plan.sited)
        if (is_for_area(plan, sited)) by_measure[sited.measure].push_back(&sited);
    std::vector<std::vector<std::string>> rows;
    for (const auto& [index, districts] : by_measure) rows.push_back(district_row(result, districts));
    if (rows.empty()) return "";
    return "<h3>" + html_text(tr("Measures for districts")) + "</h3>" +
           paragraph(tr("Entries for an area, never about persons: they belong to the same plan as the measures above, "
                        "and other departments carry them out.")) +
           html_table({{tr("Measure")},
                       {tr("Districts")},
                       {tr("Owner")},
                       {tr("Cost per year and district"), Align::number},
                       {tr("Evidence")},
                       {tr("Follow-up")}},
                      rows, "cards districts");
}

std::string measures_detectable(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::vector<std::vector<std::string>> rows;
    std::int64_t never = 0;
    for (const auto s : told_measures(plan)) {
        const auto& sited = plan.sited[s];
        if (is_for_area(plan, sited) || !sited.effect.has_number) continue;
        if (!sited.detect.months_one && !sited.detect.months_ten) {
            ++never;
            continue;
        }
        rows.push_back(detect_row(
            result,
            place_cell(result, sited.place) + "<small>" + html_text(measure_of(plan, sited).name.shown()) + "</small>",
            sited.detect, hides_effect(result, sited)));
    }
    if (rows.empty() && never == 0) return "";
    std::string pooled;
    if (never > 0)
        pooled = paragraph(
            fmt::format(fmt::runtime(trn(
                            "{} measure cannot be seen by itself within 20 years, not even with ten control areas: too "
                            "little is recorded there. It is left out of the table.",
                            "{} measures cannot be seen by themselves within 20 years, not even with ten control "
                            "areas: too little is recorded there. They are left out of the table.",
                            never)),
                        number_text(never)));
    if (plan.portfolio) {
        rows.push_back(detect_row(result, "<b>" + html_text(tr("All of the portfolio pooled")) + "</b>",
                                  plan.portfolio->detect, hides_totals(result)));
        if (!hides_totals(result)) pooled += paragraph(plan.portfolio->detect.words);
    }
    return "<h3>" + html_text(tr("When could the effect be seen?")) + "</h3>" +
           paragraph(
               tr("How long after completion a follow-up would find the expected change, if it is there, four times "
                  "out of five. A measure whose effect cannot be seen alone may still be worth its money; but nobody "
                  "should promise that the follow-up of that single place will show it.")) +
           pooled +
           (rows.empty() ? std::string()
                         : html_table({{tr("Place and measure")},
                                       {tr("Incidents before (24 months)"), Align::number},
                                       {tr("Expected change"), Align::number},
                                       {tr("With one control area"), Align::number},
                                       {tr("With ten"), Align::number}},
                                      rows, "cards"));
}

}  // namespace lykta::outputs
