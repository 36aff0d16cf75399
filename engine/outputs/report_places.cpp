// Each place in full: its map, its score term by term, what happened when, and what lies around it.
#include <algorithm>
#include <cmath>

#include "outputs/html.hpp"
#include "outputs/place_facts.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_charts.hpp"
#include "outputs/report_map.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using places::RankedPlace;
using places::ScoreTerm;

/// "0.42 (0.31–0.55)": the raw value with its 90% interval where it has one.
std::string raw_cell(const ScoreTerm& term) {
    if (!term.raw) return html_text(tr("not known"));
    const int decimals = decimals_for(*term.raw);
    const std::string value = html_text(number_text(*term.raw, decimals));
    const auto shown = [&](double end) { return number_text(end, decimals); };
    if (shown(term.raw_interval.low) == shown(term.raw_interval.high)) return value;
    return value + " <span class=\"interval\">(" +
           html_text(range_text(term.raw_interval.low, term.raw_interval.high, decimals)) + ")</span>";
}

/// What the terms rest on, one list for all of them.
std::string assumptions(const RankedPlace& place) {
    std::vector<std::string> lines;
    for (const auto& term : place.terms)
        for (const auto& sentence : term.assumptions)
            lines.push_back(fmt::format("{} {}", term_letter(term.term), sentence));
    if (lines.empty()) return "";
    return "<details class=\"rests\"><summary>" + html_text(tr("What the terms rest on")) + "</summary>" +
           bullet_list(lines) + "</details>";
}

std::vector<std::string> term_row(const ScoreTerm& term, double points) {
    const std::string swatch = fmt::format("<i style=\"background:{}\"></i>", term_colour(term.term));
    return {fmt::format("<span class=\"term\">{}{} {}</span>", swatch, term_letter(term.term),
                        html_text(term_name(term.term))),
            raw_cell(term),
            html_text(unit_name(term.unit)),
            html_text(number_text(term.scale, decimals_for(term.scale))),
            html_text(whole_or_one(term.weight)),
            "<b>" + html_text(number_text(points, 1)) + "</b>",
            html_text(number_text(static_cast<std::int64_t>(term.records)))};
}

std::string terms_table(const RankedPlace& place) {
    const auto points = printed_points(place);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < place.terms.size(); ++i) rows.push_back(term_row(place.terms[i], points[i]));
    rows.push_back({"<b>" + html_text(tr("Score")) + "</b>", "", "", "", "",
                    "<b class=\"sum\">" + html_text(number_text(place.score, 1)) + "</b>", ""});
    return html_table({{tr("Term")},
                       {tr("Raw value (90% interval)"), Align::number},
                       {tr("Unit")},
                       {tr("Full points at"), Align::number},
                       {tr("Weight"), Align::number},
                       {tr("Points"), Align::number},
                       {tr("Records"), Align::number}},
                      rows, "terms cards");
}

std::string figure_block(std::string_view title, std::string_view inner) {
    return "<figure><figcaption>" + html_text(title) + "</figcaption>" + std::string(inner) + "</figure>";
}

std::string not_shown(const RunResult& result) {
    return paragraph("note",
                     say("Not shown: a part is under {} incidents.", number_text(std::int64_t{result.privacy_k})));
}

/// At the public level hours and months are shown only where every bar holds enough.
std::string when_charts(const RunResult& result, const RankedPlace& place) {
    const auto& f = place.facts;
    const bool hide_hours = any_hidden(result, {f.by_hour.begin(), f.by_hour.end()});
    const bool hide_months = any_hidden(result, f.by_month);
    double with_hour = 0;
    for (const double n : f.by_hour) with_hour += n;
    std::string hours = hide_hours      ? not_shown(result)
                        : with_hour > 0 ? hour_chart(f.by_hour)
                                        : paragraph("note", tr("No incident here has a known hour."));
    if (!hide_hours && f.without_hour > 0)
        hours += paragraph("note", say("{} without a known hour are left out.", count_text(result, f.without_hour)));
    std::string out = figure_block(tr("Hour of the day"), hours);
    if (!f.by_month.empty())
        out += figure_block(tr("Month by month"),
                            hide_months ? not_shown(result) : month_chart(f.by_month, result.period));
    return out;
}

std::string charts(const RunResult& result, const RankedPlace& place) {
    if (is_hidden(result, place.facts.incidents)) return "";
    auto shares = shown_shares(result, place.facts.by_category, tr("other categories"));
    if (shares.size() > 7) {
        double rest = 0;
        for (std::size_t i = 6; i < shares.size(); ++i) rest += shares[i].count;
        shares.resize(6);
        shares.push_back({tr("other categories"), rest});
    }
    return element("div", "class=\"charts\"",
                   figure_block(tr("Incidents by category"), share_bars(result, shares)) + when_charts(result, place));
}

std::string fact_list(const std::vector<Fact>& facts) {
    std::string out;
    for (const auto& fact : facts)
        out += fmt::format("<dt>{}</dt><dd>{}</dd>", html_text(fact.title), html_text(fact.value));
    return element("dl", "", out);
}

std::string side(const RunResult& result, const RankedPlace& place) {
    std::string out;
    if (!is_hidden(result, place.facts.incidents))
        out += "<p class=\"big\"><b>" + html_text(number_text(place.score, 1)) + "</b> <span>" +
               html_text(tr("points of 100")) + "</span></p>";
    out += "<p class=\"reason\"><span>" + html_text(tr("Main reason")) + "</span> " +
           html_text(reason_words(place.reason)) + "</p>";
    return element("div", "class=\"side\"",
                   out + paragraph("note", reason_sentence(place.reason)) + fact_list(incident_facts(result, place)));
}

std::string around(const RunResult& result, const RankedPlace& place) {
    std::string out;
    for (const auto& group : surroundings(result, place))
        out += "<div><h4>" + html_text(group.title) + "</h4>" + fact_list(group.facts) + "</div>";
    return element("div", "class=\"around\"", out);
}

std::string one_place(const RunResult& result, std::size_t index) {
    const RankedPlace& place = result.places[index];
    std::string out = fmt::format("<article class=\"place\" id=\"{}\"><h3><span class=\"number\">{}</span>{}</h3>",
                                  anchor_of(place), place.rank, html_text(place.place.name));
    out += "<p class=\"under\">" +
           html_text((place.place.area_name.empty() ? "" : place.place.area_name + " · ") + place.place.id + " · ") +
           html_text(say("{} ha", number_text(place.place.area_ha, 2))) +
           fmt::format(" <a class=\"to-map\" href=\"#map\" data-rank=\"{}\">{}</a></p>", place.rank,
                       html_text(tr("show on the map")));
    out += "<div class=\"beside\">" + place_map_svg(result, place) + side(result, place) + "</div>";
    if (is_hidden(result, place.facts.incidents))
        out += paragraph("note", say("Fewer than {} incidents: the score and its terms are not shown.",
                                     number_text(std::int64_t{result.privacy_k})));
    else
        out += "<div class=\"scoring\"><h4>" + html_text(tr("How the score comes about")) + "</h4>" +
               score_bar(place, BarSize::large) + terms_table(place) + assumptions(place) + "</div>";
    out += charts(result, place) + around(result, place);
    std::vector<std::string> flags;
    for (const auto& flag : place.flags) flags.push_back(flag_words(flag));
    if (!flags.empty())
        out += "<div class=\"flags\"><h4>" + html_text(tr("Take care")) + "</h4>" + bullet_list(flags) + "</div>";
    const auto changes = what_would_change(result, index);
    if (!changes.empty())
        out += "<div class=\"changes\"><h4>" + html_text(tr("What would change the judgement")) + "</h4>" +
               bullet_list(changes) + "</div>";
    return out + "</article>\n";
}

}  // namespace

int decimals_for(double value) {
    return std::abs(value) >= 100 ? 0 : std::abs(value) >= 10 ? 1 : 2;
}

std::string whole_or_one(double value) {
    return number_text(value, std::abs(value - std::round(value)) < 0.05 ? 0 : 1);
}

std::vector<double> printed_points(const RankedPlace& place) {
    std::vector<std::int64_t> tenths;
    std::vector<std::pair<double, std::size_t>> remainders;
    std::int64_t left = std::llround(place.score * 10);
    for (std::size_t i = 0; i < place.terms.size(); ++i) {
        const double exact = place.terms[i].points * 10;
        tenths.push_back(static_cast<std::int64_t>(std::floor(exact + 1e-9)));
        remainders.emplace_back(exact - std::floor(exact + 1e-9), i);
        left -= tenths.back();
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; left > 0 && i < remainders.size(); ++i, --left) ++tenths[remainders[i].second];
    std::vector<double> points;
    for (const auto t : tenths) points.push_back(static_cast<double>(t) / 10);
    return points;
}

std::string report_places(const RunResult& result) {
    if (result.places.empty()) return "";
    std::string out = "<section id=\"places\"><h2>" + html_text(tr("The places one by one")) + "</h2>\n";
    for (std::size_t i = 0; i < std::min(result.places.size(), places_in_full); ++i) out += one_place(result, i);
    if (result.places.size() > places_in_full)
        out += paragraph(
            say("The first {} places are told in full; the other {} stand in the table above and in places.csv.",
                places_in_full, result.places.size() - places_in_full));
    return out + "</section>\n";
}

}  // namespace lykta::outputs
