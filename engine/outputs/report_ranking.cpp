// The ranked table, felt against recorded safety, and the back test.
#include <cmath>

#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_charts.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/text.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using places::RankedPlace;

std::string with_interval(const std::string& value, const std::string& range) {
    return html_text(value) + " <span class=\"interval\">(" + html_text(range) + ")</span>";
}

std::string incidents_cell(const RunResult& result, const RankedPlace& place) {
    const auto& f = place.facts;
    if (is_hidden(result, f.incidents)) return html_text(count_text(result, f.incidents));
    return with_interval(count_text(result, f.incidents),
                         range_text(f.incidents_interval.low, f.incidents_interval.high, 0));
}

std::string dark_cell(const RunResult& result, const RankedPlace& place) {
    const auto& dark = place.facts.dark;
    return dark.known > 0 && !is_hidden(result, dark) ? html_text(percent_text(dark.share)) : "–";
}

/// "3 (1–9)": the rank with its 90% interval.
std::string rank_cell(const RunResult& result, const RankedPlace& place) {
    const std::string rank = fmt::format("{}", place.rank);
    if (!place.distribution || is_hidden(result, place.facts.incidents)) return html_text(rank);
    return with_interval(rank, range_text(place.distribution->low, place.distribution->high, 0));
}

std::string top_cell(const RunResult& result, const RankedPlace& place) {
    if (!place.distribution || is_hidden(result, place.facts.incidents)) return "–";
    return html_text(percent_text(place.distribution->top_k));
}

std::string name_cell(const RankedPlace& place, std::size_t index) {
    const std::string name = html_text(place.place.name);
    const std::string linked =
        index < places_in_full ? fmt::format("<a href=\"#{}\">{}</a>", anchor_of(place), name) : name;
    return linked + (place.place.area_name.empty() ? "" : "<small>" + html_text(place.place.area_name) + "</small>");
}

std::string score_cell(const RunResult& result, const RankedPlace& place) {
    if (is_hidden(result, place.facts.incidents)) return "–";
    return "<span class=\"scored\">" + score_bar(place, BarSize::small) + "<b>" +
           html_text(number_text(place.score, 1)) + "</b></span>";
}

/// "A Incident rate" … with the colours of the bars.
std::string term_legend(const RankedPlace& place) {
    std::string out;
    for (const auto& term : place.terms)
        out += fmt::format("<span><i style=\"background:{}\"></i>{} {}</span>", term_colour(term.term),
                           term_letter(term.term), html_text(term_name(term.term)));
    return element("p", "class=\"terms-key\"", out);
}

std::string rank_note(const RunResult& result) {
    if (result.draws < 1)
        return paragraph("note", tr("How sure the ranks are was not computed ([simulation] draws = 0)."));
    return paragraph(
        "note", say("The interval holds 90% of {} draws in which positions, counts, outlines, conditions and weights "
                    "were moved within their uncertainty. Places whose intervals overlap widely cannot be told apart.",
                    number_text(std::int64_t{result.draws})));
}

std::string prediction_row_text(const statistics::Prediction& p) {
    return with_interval(number_text(p.pai, 1), range_text(p.pai_interval.low, p.pai_interval.high, 1));
}

std::string back_test_verdict(const BackTest& test) {
    if (test.intensity.pai_interval.low > test.plain_count.pai_interval.high)
        return tr("The smoothed intensity pointed better than the plain count, beyond what chance would explain.");
    if (test.intensity.pai_interval.high < test.plain_count.pai_interval.low)
        return tr("The plain count pointed better than the smoothed intensity: use the count.");
    return tr("The intervals overlap: with these incidents no method pointed better than the plain count.");
}

}  // namespace

std::string anchor_of(const RankedPlace& place) {
    return fmt::format("place-{}", place.rank);
}

std::string report_ranking(const RunResult& result) {
    if (result.places.empty()) return "";
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < result.places.size(); ++i) {
        const auto& place = result.places[i];
        const bool hidden = is_hidden(result, place.facts.incidents);
        rows.push_back({rank_cell(result, place), name_cell(place, i), html_text(reason_words(place.reason)),
                        score_cell(result, place), incidents_cell(result, place),
                        hidden ? "–" : html_text(number_text(place.facts.rate_per_ha_year, 1)), top_cell(result, place),
                        html_text(fmt::format("{}", place.count_rank)), dark_cell(result, place)});
    }
    return "<section id=\"ranking\"><h2>" + html_text(tr("Ranked places")) + "</h2>" +
           paragraph(tr("Highest score first. The score is a sum of at most 100 points; each place below shows every "
                        "term of it. The rank "
                        "by plain count stands beside: it is the simplest answer, and often a good one.")) +
           term_legend(result.places.front()) + rank_note(result) +
           html_table({{result.draws > 0 ? tr("Rank (90% interval)") : tr("Rank"), Align::number},
                       {tr("Place")},
                       {tr("Main reason")},
                       {tr("Score")},
                       {tr("Incidents (95% interval)"), Align::number},
                       {tr("Per ha and year"), Align::number},
                       {say("Among the first {}", number_text(std::int64_t{result.top_k})), Align::number},
                       {tr("Rank by count"), Align::number},
                       {tr("In the dark"), Align::number}},
                      rows, "ranking cards") +
           "</section>\n";
}

std::string report_felt(const RunResult& result) {
    if (result.felt_areas.empty()) return "";
    std::vector<std::vector<std::string>> rows;
    for (const auto& area : result.felt_areas)
        rows.push_back(
            {html_text(area.area),
             with_interval(percent_text(area.unsafe_share), range_percent(area.interval.low, area.interval.high)),
             html_text(percent_text(area.shrunk_share)) +
                 (area.few_answers ? "<small>" + html_text(tr("few answers")) + "</small>" : ""),
             html_text(number_text(area.answers, 0)), html_text(count_text(result, area.incidents)),
             html_text(felt_words(area.felt))});
    return "<section id=\"felt\"><h2>" + html_text(tr("Felt insecurity and recorded incidents")) + "</h2>" +
           paragraph(tr(
               "The survey is a second outcome beside the score, never part of it. Where the two disagree, "
               "that is a finding: "
               "a place can feel unsafe where little is recorded, and the other way round. Shares of few answers "
               "are shown as they are and, beside, drawn towards the share of all areas as far as they are uncertain "
               "(empirical Bayes).")) +
           html_table({{tr("Area")},
                       {tr("Feel unsafe (95% interval)"), Align::number},
                       {tr("Drawn towards all"), Align::number},
                       {tr("Answers"), Align::number},
                       {tr("Recorded incidents"), Align::number},
                       {tr("Verdict")}},
                      rows, "cards") +
           "</section>\n";
}

std::string report_back_test(const RunResult& result) {
    if (!result.back_test) return "";
    const auto& test = *result.back_test;
    std::vector<std::vector<std::string>> rows;
    const std::pair<std::string, const statistics::Prediction*> methods[] = {
        {tr("Plain count"), &test.plain_count},
        {tr("Smoothed intensity"), &test.intensity},
        {tr("Gi*"), &test.gi_star}};
    for (const auto& [name, p] : methods)
        rows.push_back({html_text(name),
                        html_text(say("{} of {}", count_text(result, p->hits), count_text(result, p->events))),
                        html_text(percent_text(p->hit_rate, 1)),
                        html_text(percent_text(p->whole_area_ha > 0 ? p->area_ha / p->whole_area_ha : 0, 1)),
                        prediction_row_text(*p), html_text(number_text(p->pei, 2))});
    return "<section id=\"back-test\"><h2>" + html_text(tr("How well would the map have pointed?")) + "</h2>" +
           paragraph(say("A map made from {} was asked where the incidents of {} would be recorded.", test.trained,
                         test.tested)) +
           html_table({{tr("Method")},
                       {tr("Later incidents hit"), Align::number},
                       {tr("Hit rate"), Align::number},
                       {tr("Area marked"), Align::number},
                       {tr("PAI (95% interval)"), Align::number},
                       {tr("PEI"), Align::number}},
                      rows, "cards") +
           paragraph("verdict", back_test_verdict(test)) +
           paragraph("note", tr("PAI is the hit rate divided by the share of the area marked: 1 is no better than "
                                "chance. PEI is PAI divided by "
                                "the best PAI possible with that area.")) +
           "</section>\n";
}

}  // namespace lykta::outputs
