// What other budgets would buy: a chart of ten steps, and the same as a table for those who do not see it.
#include <algorithm>
#include <cmath>

#include "measures/portfolio.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::BudgetStep;
using measures::Portfolio;

constexpr double width = 640, height = 220, left = 56, right = 16, top = 16, bottom = 40;

double x_at(double budget, double most) {
    return left + (width - left - right) * budget / most;
}
double y_at(double value, double most) {
    return height - bottom - (height - top - bottom) * value / most;
}

std::string text_at(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", px(x), px(y), anchor, html_text(text));
}

/// "1.2 million": an axis has no room for zeros.
std::string millions(double sek) {
    const double m = sek / 1e6;
    return number_text(m, m >= 10 || m == std::floor(m) ? 0 : m >= 1 ? 1 : 2);
}

std::string axes(double most_budget, double most_value, const std::vector<BudgetStep>& curve) {
    std::string out = fmt::format("<path class=\"rule\" d=\"M{0} {1}H{2}M{0} {3}H{2}\"/>", px(left),
                                  px(height - bottom), px(width - right), px(top));
    out +=
        text_at(left - 6, height - bottom + 4, "end", "0") + text_at(left - 6, top + 4, "end", rough_text(most_value));
    for (std::size_t i = 1; i < curve.size(); i += 2)
        out += text_at(x_at(curve[i].budget, most_budget), height - bottom + 18, "middle", millions(curve[i].budget));
    return out + text_at((left + width - right) / 2, height - 4, "middle", tr("budget, million SEK"));
}

/// Money buys in steps, not on a slope: the line stays level until a larger budget buys more.
std::string steps(const std::vector<BudgetStep>& curve, double most_budget, double most_value) {
    std::string d, dots;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double x = x_at(curve[i].budget, most_budget), y = y_at(curve[i].totals.objective, most_value);
        d += i == 0 ? fmt::format("M{} {}", px(x), px(y)) : fmt::format("L{} {}", px(x), px(y));
        dots += fmt::format("<circle class=\"dot\" cx=\"{}\" cy=\"{}\" r=\"3.5\"/>", px(x), px(y));
    }
    return fmt::format("<path class=\"line\" d=\"{}\"/>{}", d, dots);
}

std::string mark(const Portfolio& portfolio, double most_budget, double most_value) {
    const double x = x_at(portfolio.budget, most_budget);
    const bool late = x > width * 0.7;
    return fmt::format("<path class=\"now\" d=\"M{} {}V{}\"/>", px(x), px(top), px(height - bottom)) +
           fmt::format("<circle class=\"now-dot\" cx=\"{}\" cy=\"{}\" r=\"5\"/>", px(x),
                       px(y_at(portfolio.totals.objective, most_value))) +
           text_at(late ? x - 8 : x + 8, height - bottom - 8, late ? "end" : "start", tr("this budget"));
}

std::string description(const std::vector<BudgetStep>& curve) {
    std::string text = tr("What ten budgets reach of the goal:");
    for (const auto& step : curve)
        text += " " + say("{}: {};", money_text(step.budget), rough_text(step.totals.objective));
    text.back() = '.';
    return text;
}

std::string chart(const Portfolio& portfolio) {
    double most_budget = portfolio.budget, most_value = portfolio.totals.objective;
    for (const auto& step : portfolio.curve) {
        most_budget = std::max(most_budget, step.budget);
        most_value = std::max(most_value, step.totals.objective);
    }
    if (!(most_budget > 0) || !(most_value > 0)) return "";
    return fmt::format("<svg class=\"chart curve\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
                       width, height, html_text(description(portfolio.curve)),
                       axes(most_budget, most_value, portfolio.curve) +
                           steps(portfolio.curve, most_budget, most_value) + mark(portfolio, most_budget, most_value));
}

std::string table(const RunResult& result, const Portfolio& portfolio) {
    const bool hidden = hides_comparisons(result);
    std::vector<std::vector<std::string>> rows;
    for (const auto& step : portfolio.curve)
        rows.push_back({html_text(number_text(step.budget, 0)), html_text(number_text(step.totals.investment, 0)),
                        html_text(number_text(step.totals.yearly, 0)),
                        html_text(number_text(static_cast<std::int64_t>(step.totals.measures))),
                        hidden ? "–" : html_text(rough_text(step.totals.prevented)),
                        html_text(number_text(step.totals.metres_to_class, 0)),
                        html_text(number_text(step.totals.metres_of_sight, 0)),
                        html_text(number_text(step.totals.items_mended, 0))});
    return html_table({{tr("Budget (SEK)"), Align::number},
                       {tr("Investment (SEK)"), Align::number},
                       {tr("Per year (SEK)"), Align::number},
                       {tr("Measures"), Align::number},
                       {tr("Prevented per year"), Align::number},
                       {tr("Metres to class"), Align::number},
                       {tr("Metres of sight"), Align::number},
                       {tr("Items mended"), Align::number}},
                      rows, "cards");
}

/// The first budget that reaches nine tenths of what the largest reaches.
std::string where_it_flattens(const Portfolio& portfolio) {
    const double most = portfolio.curve.back().totals.objective;
    for (const auto& step : portfolio.curve)
        if (step.totals.objective >= 0.9 * most)
            return say("{} reaches nine tenths of what {} would.", money_text(step.budget),
                       money_text(portfolio.curve.back().budget));
    return "";
}

}  // namespace

std::string measures_curve(const RunResult& result) {
    const auto& portfolio = result.measures->portfolio;
    if (!portfolio || portfolio->curve.size() < 2 || portfolio->picks.empty()) return "";
    const bool hidden = hides_comparisons(result);
    std::string out = "<h3>" + html_text(tr("What other budgets would buy")) + "</h3>";
    if (!hidden)
        out += "<figure class=\"curve-figure\">" + chart(*portfolio) +
               element("figcaption", "",
                       html_text(say("Up: {}. Each dot is the best portfolio for that budget. ",
                                     measures::objective_words(portfolio->objective)) +
                                 where_it_flattens(*portfolio))) +
               "</figure>";
    return out + opens(tr("The same as a table"), table(result, *portfolio));
}

}  // namespace lykta::outputs
