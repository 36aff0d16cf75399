// The chapter on measures: what to do, where exactly, for what money, on what evidence.
#include "outputs/report_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "measures/portfolio.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_maps.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::MeasurePlan;
using measures::Portfolio;

std::string figure(const std::string& number, const std::string& text) {
    return fmt::format("<div><b>{}</b><span>{}</span></div>", html_text(number), html_text(text));
}

std::size_t places_of(const MeasurePlan& plan, const std::vector<std::uint32_t>& sited) {
    std::set<std::uint32_t> places;
    for (const auto s : sited) places.insert(plan.sited[s].place);
    return places.size();
}

std::string what_it_buys(const Portfolio& portfolio, const MeasurePlan& plan) {
    const auto told = told_measures(plan);
    const auto n = static_cast<std::int64_t>(told.size()), p = static_cast<std::int64_t>(places_of(plan, told));
    const std::string many = fmt::format(fmt::runtime(trn("{} measure", "{} measures", n)), number_text(n));
    const std::string where = fmt::format(fmt::runtime(trn("at {} place", "at {} places", p)), number_text(p));
    const std::string limit = portfolio.yearly_budget ? say("{} now and {} per year", money_text(portfolio.budget),
                                                            money_text(*portfolio.yearly_budget))
                                                      : money_text(portfolio.budget);
    return say("For {} the portfolio holds {} {}: it costs {} to carry out and then {} per year to run.", limit, many,
               where, money_text(portfolio.totals.investment), money_text(portfolio.totals.yearly));
}

std::string what_it_gives(const measures::PortfolioTotals& totals) {
    std::vector<std::string> parts;
    if (totals.metres_to_class >= 0.5)
        parts.push_back(say("{} m of path reach their lighting class", number_text(totals.metres_to_class, 0)));
    if (totals.metres_of_sight >= 0.5)
        parts.push_back(say("people are seen at 25 m or more on {} m of path where they are not today",
                            number_text(totals.metres_of_sight, 0)));
    if (totals.metres_of_hiding >= 0.5)
        parts.push_back(say("beside {} m of path nobody can hide behind plants any longer",
                            number_text(totals.metres_of_hiding, 0)));
    if (totals.items_mended >= 0.5)
        parts.push_back(say("{} failed inspection items are mended", number_text(totals.items_mended, 0)));
    if (parts.empty()) return "";
    return say("What can be checked on site afterwards: {}.", fmt::format("{}", fmt::join(parts, "; ")));
}

std::string what_it_prevents(const RunResult& result, const Portfolio& portfolio) {
    if (hides_totals(result))
        return say(
            "How many incidents it may prevent is not shown: the figure would follow from fewer than {} incidents.",
            number_text(std::int64_t{result.privacy_k}));
    if (portfolio.totals.prevented <= 0)
        return tr("No study gives a number for these measures, so nothing is said of how many incidents they prevent.");
    return say(
        "Should the studies hold here too, about {} recorded incidents fewer a year are to be expected (90% interval "
        "{}). "
        "Measures without a study that gives a number add nothing to that figure.",
        rough_text(portfolio.totals.prevented),
        range_text(portfolio.totals.prevented_interval.low, portfolio.totals.prevented_interval.high,
                   portfolio.totals.prevented_interval.high < 10 ? 1 : 0));
}

std::string key_figures(const RunResult& result, const Portfolio& portfolio) {
    const auto& totals = portfolio.totals;
    std::string out = figure(short_money_text(totals.investment), tr("investment")) +
                      figure(short_money_text(totals.yearly), tr("per year to run"));
    if (totals.prevented > 0 && !hides_totals(result))
        out += figure(rough_text(totals.prevented), tr("fewer incidents a year, if the studies hold here"));
    if (totals.metres_to_class >= 0.5)
        out += figure(number_text(totals.metres_to_class, 0) + "\u00a0m", tr("of path to its lighting class"));
    if (totals.metres_of_sight >= 0.5)
        out += figure(number_text(totals.metres_of_sight, 0) + "\u00a0m", tr("of path gets 25 m of sight"));
    if (totals.items_mended >= 0.5) out += figure(number_text(totals.items_mended, 0), tr("building items mended"));
    return element("div", "class=\"figures\"", out);
}

std::string weights_sentence(const measures::ObjectiveWeights& weights) {
    const auto points = [](double weight) { return number_text(weight, weight > 0 && weight < 0.01 ? 3 : 2); };
    return say(
        "Points: {} for each incident prevented a year, weighted by harm; {} for each metre of path brought to its "
        "class; {} for each metre of sight; {} for each metre beside which nobody can hide any longer; {} for each "
        "item mended.",
        points(weights.harm), points(weights.metres_to_class), points(weights.metres_of_sight),
        points(weights.metres_of_hiding), points(weights.items_mended));
}

/// What was maximised, how near the best it is, and what a simpler answer gives.
std::vector<std::string> how_chosen(const RunResult& result, const Portfolio& portfolio) {
    std::vector<std::string> lines = {
        say("What is maximised: {}. That is a choice, not a finding: another goal gives another portfolio.",
            measures::objective_words(portfolio.objective))};
    if (portfolio.objective == measures::Objective::weighted) lines.push_back(weights_sentence(portfolio.weights));
    lines.push_back(portfolio.gap < 0.0005
                        ? std::string(tr("Proven: no portfolio within the same limits is better by that goal."))
                        : say("Proven: no portfolio within the same limits is more than {} better by that goal.",
                              percent_text(portfolio.gap, portfolio.gap < 0.01 ? 1 : 0)));
    if (!hides_comparisons(result) && portfolio.totals.objective > 0) {
        const double share = portfolio.greedy.objective / portfolio.totals.objective;
        lines.push_back(
            say("The plain answer, best value per krona first until the money is spent, reaches {} of it with {} "
                "invested: what the computation adds is the rest.",
                percent_text(std::min(1.0, share)), money_text(portfolio.greedy.investment)));
    }
    if (portfolio.draws > 0)
        lines.push_back(
            say("The choice was made again {} times with costs and effects drawn within their intervals; the table "
                "shows in what share of them each is chosen.",
                number_text(std::int64_t{portfolio.draws})));
    return lines;
}

std::vector<std::string> what_it_cannot_say() {
    return {
        tr("Association is not effect: that light is poor where incidents are recorded does not show that better light "
           "prevents them. The effects here come from studies of measures carried out elsewhere."),
        tr("Nearly all of that evidence is from other countries, mostly the United States and the United Kingdom; "
           "where a "
           "Swedish study exists it stands first."),
        tr("Recorded incidents and felt safety are two outcomes. What a measure does to how a place feels is told "
           "beside, "
           "never added to the figure."),
        tr("Incidents may move. What the studies found about displacement stands with each measure.")};
}

/// A budget below the cheapest measure.
std::string nothing_bought(const MeasurePlan& plan) {
    double cheapest = std::numeric_limits<double>::infinity();
    for (const auto& option : plan.options)
        if (option.money.investment > 0) cheapest = std::min(cheapest, option.money.investment);
    const auto budget = money_text(plan.portfolio->budget);
    const auto words =
        cheapest > plan.portfolio->budget && std::isfinite(cheapest)
            ? say("{} buys none of the measures below; the cheapest costs {}.", budget, money_text(cheapest))
            : say("Nothing is chosen for {}: what it pays for below has no effect that can be counted. It may still be "
                  "right; [measures] forced takes it in.",
                  budget);
    return "<div class=\"lead\">" + paragraph(words) + "</div>";
}

std::string without_budget(const MeasurePlan& plan) {
    const auto told = told_measures(plan);
    const auto n = static_cast<std::int64_t>(told.size());
    return fmt::format(
        fmt::runtime(trn("{} measure fits what was found. No budget was given, so nothing is chosen between: run lykta "
                         "measures with --budget.",
                         "{} measures fit what was found. No budget was given, so nothing is chosen between: run lykta "
                         "measures with --budget.",
                         n)),
        number_text(n));
}

}  // namespace

std::string opens(std::string_view summary, std::string_view inner) {
    return "<details class=\"how\"><summary>" + html_text(summary) + "</summary>" + std::string(inner) + "</details>";
}

std::string do_anchor(const places::RankedPlace& place) {
    return fmt::format("do-{}", place.rank);
}

std::string measures_summary(const RunResult& result) {
    const MeasurePlan& plan = *result.measures;
    std::string out;
    if (plan.portfolio) {
        if (plan.portfolio->picks.empty()) return nothing_bought(plan);
        const auto gives = what_it_gives(plan.portfolio->totals);
        out = "<div class=\"lead\">" + paragraph(what_it_buys(*plan.portfolio, plan)) +
              (gives.empty() ? "" : paragraph(gives)) + paragraph(what_it_prevents(result, *plan.portfolio)) +
              "</div>" + key_figures(result, *plan.portfolio);
        out += "<h3>" + html_text(tr("How it was chosen")) + "</h3>" + bullet_list(how_chosen(result, *plan.portfolio));
    } else {
        out = "<div class=\"lead\">" + paragraph(without_budget(plan)) + "</div>";
    }
    out += "<div class=\"flags\"><h4>" + html_text(tr("What the plan cannot say")) + "</h4>" +
           bullet_list(what_it_cannot_say()) + "</div>";
    if (!plan.notes.empty()) out += opens(tr("What was assumed or left out"), bullet_list(plan.notes));
    return out;
}

std::string measures_map(const RunResult& result) {
    const auto map = portfolio_map(result);
    return "<h3>" + html_text(tr("Where")) + "</h3><figure class=\"map measures-figure\">" + map.svg + map.legend +
           element("figcaption", "",
                   html_text(
                       result.measures->portfolio
                           ? tr("The portfolio over the town. Coloured areas are where the work is done. North is up.")
                           : tr("Measures that fit, over the town. Coloured areas are where the work is done. North is "
                                "up."))) +
           "</figure>";
}

std::string report_measures(const RunResult& result) {
    if (!result.measures) return "";
    std::string out =
        "<section id=\"measures\"><h2>" + html_text(tr("Measures")) + "</h2>\n" + measures_summary(result);
    if (result.measures->sited.empty())
        return out + paragraph(tr("No measure of the catalogue fits what was found here.")) + "</section>\n";
    return out + measures_map(result) + measures_table(result) + measures_curve(result) + measures_detectable(result) +
           measures_social(result) + measures_by_place(result) + measures_kinds(result) + "</section>\n";
}

}  // namespace lykta::outputs
