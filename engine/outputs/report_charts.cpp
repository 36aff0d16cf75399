// Charts drawn by hand: few lines, a zero line, the largest value written out, and a text for those who do not see.
#include "outputs/report_charts.hpp"

#include <algorithm>
#include <cmath>

#include "outputs/html.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

constexpr double chart_width = 320, chart_height = 132, base_line = 104, top_line = 18;

/// A top that reads well: a small whole number times a power of ten, at or above the value.
double round_up(double value) {
    if (!(value > 0)) return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (value <= step * power * 1.0000001) return step * power;
    return 10 * power;
}

std::string svg_text(double x, double y, std::string_view anchor, std::string_view text) {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", px(x), px(y), anchor, html_text(text));
}

std::string chart(std::string_view title, std::string_view inner) {
    return fmt::format("<svg class=\"chart\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{}</svg>",
                       chart_width, chart_height, html_text(title), inner);
}

/// Zero line, top line with its value, and the bars between.
std::string bars(const std::vector<double>& values, double top) {
    std::string out =
        fmt::format("<path class=\"rule\" d=\"M28 {0}H{1}M28 {2}H{1}\"/>", base_line, chart_width, top_line);
    out +=
        svg_text(24, top_line + 4, "end", number_text(top, top < 1 ? 1 : 0)) + svg_text(24, base_line + 4, "end", "0");
    const double step = (chart_width - 30) / static_cast<double>(std::max<std::size_t>(1, values.size()));
    const double gap = step > 4 ? std::min(2.0, step * 0.2) : 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = (base_line - top_line) * values[i] / top;
        if (height <= 0) continue;
        out += fmt::format("<rect class=\"bar\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                           px(30 + step * static_cast<double>(i)), px(base_line - height), px(step - gap), px(height));
    }
    return out;
}

double largest(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::max_element(values.begin(), values.end());
}

std::string bar_description(const places::RankedPlace& place, const std::vector<double>& points) {
    std::string text = say("Score {} of 100 points:", number_text(place.score, 1));
    for (std::size_t i = 0; i < points.size(); ++i)
        text += " " + term_name(place.terms[i].term) + " " + number_text(points[i], 1) +
                (i + 1 < points.size() ? "," : ".");
    return text;
}

}  // namespace

std::string score_bar(const places::RankedPlace& place, BarSize size) {
    const bool large = size == BarSize::large;
    const auto points = printed_points(place);
    std::string parts;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] <= 0) continue;
        const auto term = place.terms[i].term;
        std::string label;
        if (large && points[i] >= 2.5) label = term_letter(term);
        if (large && points[i] >= 6) label += " <b>" + html_text(number_text(points[i], 1)) + "</b>";
        const char* css = term == places::Term::light_deficit ? " class=\"on-light\"" : "";
        parts +=
            fmt::format("<i{} style=\"width:{}%;background:{}\">{}</i>", css, px(points[i]), term_colour(term), label);
    }
    std::string ticks;
    for (const char* tick : {"0", "25", "50", "75", "100"}) ticks += element("span", "", tick);
    return fmt::format("<div class=\"score {}\" role=\"img\" aria-label=\"{}\">{}</div>{}", large ? "large" : "small",
                       html_text(bar_description(place, points)), parts,
                       large ? element("div", "class=\"ticks\" aria-hidden=\"true\"", ticks) : "");
}

std::string hour_chart(const std::array<double, 24>& by_hour) {
    const std::vector<double> values(by_hour.begin(), by_hour.end());
    std::string inner = bars(values, round_up(largest(values)));
    for (const int hour : {0, 6, 12, 18, 24})
        inner += svg_text(30 + (chart_width - 30) * hour / 24.0, base_line + 18,
                          hour == 24  ? "end"
                          : hour == 0 ? "start"
                                      : "middle",
                          fmt::format("{:02}", hour));
    const auto peak = std::max_element(values.begin(), values.end()) - values.begin();
    return chart(say("Incidents by hour; most between {:02}:00 and {:02}:00", peak, peak + 1), inner);
}

std::string month_chart(const std::vector<double>& by_month, const Period& period) {
    std::string inner = bars(by_month, round_up(largest(by_month)));
    const LocalTime first = civil_from_days(period.first_day);
    const double step = (chart_width - 30) / static_cast<double>(std::max<std::size_t>(1, by_month.size()));
    const std::size_t years = by_month.size() / 12 + 1, every = years > 8 ? 5 : years > 5 ? 2 : 1;
    for (std::size_t i = 0; i < by_month.size(); ++i) {
        const int month = (first.month - 1 + static_cast<int>(i)) % 12,
                  year = first.year + (first.month - 1 + static_cast<int>(i)) / 12;
        const double x = 30 + step * static_cast<double>(i);
        if (month != 0 && !(i == 0 && month < 9)) continue;
        inner += fmt::format("<path class=\"tick\" d=\"M{} {}v5\"/>", px(x), base_line);
        if (static_cast<std::size_t>(year - first.year) % every == 0)
            inner += svg_text(x, base_line + 18, "start", fmt::format("{}", year));
    }
    return chart(tr("Incidents by month of the period"), inner);
}

std::string share_bars(const RunResult& result, const std::vector<Share>& shares) {
    double most = 1e-9;
    for (const auto& share : shares) most = std::max(most, share.count);
    std::string rows;
    for (const auto& share : shares) {
        const double width = is_hidden(result, share.count) ? 0 : 100 * share.count / most;
        rows += fmt::format(
            "<div class=\"share\"><span>{}</span><svg viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" "
            "aria-hidden=\"true\">"
            "<rect class=\"bar\" width=\"{}\" height=\"8\"/></svg><b>{}</b></div>",
            html_text(share.name.empty() ? tr("without category") : share.name), px(width),
            html_text(count_text(result, share.count)));
    }
    return rows;
}

}  // namespace lykta::outputs
