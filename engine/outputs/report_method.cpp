// How the numbers came about, what they cannot say, and every option of the run.
#include <cmath>

#include "outputs/html.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/shown_command.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

std::string weights_table(const RunResult& result) {
    if (result.places.empty()) return "";
    std::vector<std::vector<std::string>> rows;
    for (const auto& term : result.places.front().terms)
        rows.push_back(
            {fmt::format("<span class=\"term\"><i style=\"background:{}\"></i>{} {}</span>", term_colour(term.term),
                         term_letter(term.term), html_text(term_name(term.term))),
             html_text(term_meaning(term.term)), html_text(number_text(term.scale, term.scale < 10 ? 2 : 1)),
             html_text(unit_name(term.unit)),
             html_text(number_text(term.weight, std::abs(term.weight - std::round(term.weight)) < 0.05 ? 0 : 1))});
    return html_table({{tr("Term")},
                       {tr("What it is")},
                       {tr("Full points at"), Align::number},
                       {tr("Unit")},
                       {tr("Weight"), Align::number}},
                      rows, "cards");
}

std::string score_part(const RunResult& result) {
    std::string out = "<h3>" + html_text(tr("The score")) + "</h3>" +
                      paragraph(tr("Score = sum over the terms of weight × min(1, raw value ÷ the value that gives "
                                   "full points). The weights of the terms "
                                   "present sum to 100, so a score lies between 0 and 100 points. The weights are a "
                                   "choice, not a measurement: they stand "
                                   "among the options below and can be changed in study.toml.")) +
                      weights_table(result);
    if (!result.absent_terms.empty()) {
        std::vector<std::string> sentences;
        for (const auto& absent : result.absent_terms) sentences.push_back(absent.sentence);
        out += paragraph(tr("These terms are absent; the weights of the others fill 100, so scores of runs with other "
                            "layers cannot be compared:")) +
               bullet_list(sentences);
    }
    return out;
}

std::string simulation_part(const RunResult& result) {
    if (result.draws < 1) return "";
    return paragraph(say(
        "Ranks are drawn {} times: true positions from the position error of each source, rates from what counts and "
        "the other places allow, outlines shifted by up to half a cell, light, dark share, sight and inspections "
        "within their uncertainty, and weights by a quarter of themselves. A rank's interval holds 90% of the draws.",
        number_text(std::int64_t{result.draws})));
}

std::string hot_spot_part(const RunResult& result) {
    return "<h3>" + html_text(tr("Hot spots")) + "</h3>" +
           paragraph(
               say("The study is divided into cells of {} m. Gi* compares the square root of each cell's count, with "
                   "those within {} m, with what "
                   "placing the same counts at "
                   "random over the cells would give (two-sided p by the normal approximation). Since many cells are "
                   "tested, p is adjusted to a "
                   "false discovery rate of {} (Benjamini–Hochberg). Only high cells that pass are called hot spots.",
                   number_text(result.gi_z.frame.cell_size.value, 0), number_text(result.gi_band_m, 0),
                   percent_text(result.fdr))) +
           paragraph(say("Intensity in intensity.tif is a kernel-smoothed number of incidents per hectare and year "
                         "with a bandwidth of {} m; summed over the "
                         "study it gives back the number of incidents.",
                         number_text(result.bandwidth_m, 0))) +
           paragraph(tr("Intervals: counts by Poisson (exact), shares by Wilson, both 95%. An incident is in the dark "
                        "when the sun stands more than 6° below "
                        "the horizon, unless the options say otherwise; incidents without an hour are left out of the "
                        "dark share.")) +
           simulation_part(result);
}

std::string limits_part() {
    return "<h3>" + html_text(tr("Limits")) + "</h3>" +
           bullet_list(
               {tr("Recorded incidents are not all incidents: reporting differs between areas, times and reporters. A "
                   "place with an eager reporter looks worse."),
                tr("What is associated with incidents need not cause them: association is not effect. Whether a "
                   "measure helps can only be seen by following it up."),
                tr("Positions have errors of tens of metres: the outline of a place is not a boundary on the ground."),
                tr("Light is computed from the lamps known, shaded by houses and crowns, without reflections or sky "
                   "glow; it is no substitute for measuring on site."),
                tr("Sight is computed on flat ground past the houses and plants of the layers; fences, parked cars "
                   "and slopes are not in them."),
                tr("Places are ranked, never persons. No single incident is shown in this report.")});
}

}  // namespace

std::string report_method(const RunResult& result) {
    return "<section id=\"method\"><h2>" + html_text(tr("Method and limits")) + "</h2>" +
           (result.refusal ? "" : score_part(result) + hot_spot_part(result)) + limits_part() + "</section>\n";
}

std::string report_options(const RunResult& result) {
    if (result.options.empty()) return "";
    std::vector<std::vector<std::string>> rows;
    for (const auto& o : result.options)
        rows.push_back({element("code", "", html_text(o.key)), html_text(o.value), html_text(unit_name(o.unit)),
                        html_text(o.is_default ? tr("default") : tr("chosen"))});
    return "<section id=\"options\"><h2>" + html_text(tr("Options of the run")) + "</h2>" +
           html_table({{tr("Option")}, {tr("Value")}, {tr("Unit")}, {tr("From")}}, rows, "plain") + "</section>\n";
}

std::string report_footer(const RunResult& result) {
    return "<footer>" + paragraph(say("Lykta {} · seed {} · {}", result.version, result.seed, result.crs.text())) +
           element("p", "", element("code", "", html_text(shown_command(result.command)))) +
           paragraph(tr("run.json beside this page lists every option, the SHA-256 of every source and of every file "
                        "of the run, and when it was made. "
                        "`lykta verify run.json` computes it all again and says what differs.")) +
           "</footer>\n";
}

}  // namespace lykta::outputs
