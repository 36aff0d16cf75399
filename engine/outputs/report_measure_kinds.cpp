// What is said of each kind of measure, once: how it works, what studies found, what to check before it is ordered.
#include <algorithm>
#include <set>

#include "outputs/html.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/report_measures.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::EffectRow;
using measures::Measure;

bool is_web_address(const std::string& link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

std::string ratio_cell(const EffectRow& row) {
    if (!row.ratio) return html_text(tr("no number"));
    return html_text(number_text(row.ratio->ratio, 2)) + " <span class=\"interval\">(" +
           html_text(range_text(row.ratio->low, row.ratio->high, 2)) + ")</span>" +
           (row.ratio->widest ? "<small>" + html_text(tr("widest interval the report allows")) + "</small>" : "");
}

std::string finding_cell(const EffectRow& row) {
    std::string note = row.setting.shown();
    if (row.by_analogy) note += (note.empty() ? "" : "; ") + std::string(tr("by analogy with a kindred measure"));
    if (row.swedish) note += (note.empty() ? "" : "; ") + std::string(tr("Swedish study"));
    if (row.counts) note += (note.empty() ? "" : "; ") + std::string(tr("the estimate rests on this"));
    return html_text(row.finding.shown()) + (note.empty() ? "" : "<small>" + html_text(note) + "</small>");
}

std::string one_kind(const Measure& measure) {
    std::string principle = measure.principle == measures::Principle::none
                                ? std::string()
                                : say("Principle: {}. ", measures::principle_name(measure.principle));
    return fmt::format("<div class=\"measure kind\" id=\"{}\"><h4>{}</h4>", html_text(kind_anchor(measure)),
                       html_text(measure.name.shown())) +
           paragraph("why", principle + measure.mechanism.shown()) + before_ordering(measure) +
           opens(tr("What studies found"), studies_table(measure)) + "</div>";
}

}  // namespace

std::string kind_anchor(const Measure& measure) {
    return "measure-" + measure.id;
}

std::string source_html(const std::string& source, const std::string& link) {
    if (!is_web_address(link)) return html_text(link.empty() ? source : source + " " + link);
    return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(link),
                       html_text(source.empty() ? link : source));
}

std::string studies_table(const Measure& measure) {
    if (measure.effects.empty()) return paragraph(tr("No study of this measure was found."));
    auto ordered = measure.effects;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.swedish && !b.swedish; });
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : ordered)
        rows.push_back({html_text(row.perceived ? tr("felt safety") : measures::outcome_name(row.outcome)),
                        finding_cell(row), ratio_cell(row), html_text(measures::grade_letter(row.grade)),
                        source_html(row.source, row.link)});
    return html_table({{tr("Outcome")},
                       {tr("Finding")},
                       {tr("Rate ratio (95% interval)"), Align::number},
                       {tr("Grade")},
                       {tr("Source")}},
                      rows, "cards studies");
}

std::string measures_kinds(const RunResult& result) {
    const auto& plan = *result.measures;
    std::set<std::uint32_t> kinds;
    for (const auto s : told_measures(plan)) kinds.insert(plan.sited[s].measure);
    for (const auto& sited : plan.sited)
        if (is_for_area(plan, sited)) kinds.insert(sited.measure);
    std::string out;
    for (const auto kind : kinds) out += one_kind(plan.catalogue.measures[kind]);
    return out.empty() ? "" : "<h3 class=\"in-turn\">" + html_text(tr("The measures, one by one")) + "</h3>" + out;
}

}  // namespace lykta::outputs
