// The first page: what this is, what it rests on, what stands out in three sentences.
#include <algorithm>
#include <cmath>
#include <set>

#include "outputs/geopackage.hpp"
#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_parts.hpp"
#include "outputs/words.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

std::string days_text(const RunResult& result) {
    return iso_date(result.period.first_day) + " – " + iso_date(result.period.last_day);
}

/// First and last dated incident of one source, "2022-01-03 – 2024-12-30"; empty where none has a date.
std::string dates_of(const layers::IncidentLayer& incidents, std::size_t source) {
    std::int32_t first = 0, last = 0;
    bool any = false;
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        if (incidents.source.size() <= i || incidents.source[i] != source || !incidents.time[i].known) continue;
        const auto day = incidents.time[i].local_day;
        first = any ? std::min(first, day) : day;
        last = any ? std::max(last, day) : day;
        any = true;
    }
    return any ? iso_date(first) + " – " + iso_date(last) : "";
}

std::string sources_table(const RunResult& result) {
    std::vector<std::vector<std::string>> rows;
    std::size_t incident_source = 0;
    for (const auto& source : result.sources) {
        const bool dated = source.kind == layers::LayerKind::incidents && result.layers;
        const std::string dates = dated ? dates_of(result.layers->incidents, incident_source++) : "";
        rows.push_back({html_text(layer_words(source.kind)), html_text(source.account.source),
                        html_text(number_text(source.account.rows_read)),
                        html_text(number_text(source.account.rows_used)), html_text(dates.empty() ? "–" : dates)});
    }
    return html_table({{tr("Layer")},
                       {tr("Source")},
                       {tr("Rows read"), Align::number},
                       {tr("Rows used"), Align::number},
                       {tr("Dates")}},
                      rows, "cards sources");
}

double incidents_total(const RunResult& result) {
    return result.layers ? static_cast<double>(result.layers->incidents.size()) : 0;
}
double incidents_in_places(const RunResult& result) {
    double sum = 0;
    for (const auto& place : result.places) sum += place.facts.incidents;
    return sum;
}
double places_area_ha(const RunResult& result) {
    double sum = 0;
    for (const auto& place : result.places) sum += place.place.area_ha;
    return sum;
}

/// A date that does not break at a line's end; HTML.
std::string date_html(std::int64_t day) {
    return element("span", "class=\"date\"", iso_date(day));
}

/// HTML: the figures are put into a text of our own.
std::string how_many(const RunResult& result) {
    const auto total = static_cast<std::int64_t>(std::llround(incidents_total(result)));
    return fmt::format(
        fmt::runtime(
            trn("{} incident with a usable position was recorded within the {} hectares of the study from {} to {}.",
                "{} incidents with a usable position were recorded within the {} hectares of the study from {} to {}.",
                total)),
        html_text(count_text(result, incidents_total(result))),
        number_text(result.window_area_ha, result.window_area_ha < 100 ? 1 : 0), date_html(result.period.first_day),
        date_html(result.period.last_day));
}

/// "darkness at 3, building defects at 2": the physical reasons found, most common first.
std::string reasons_found(const RunResult& result) {
    std::vector<std::pair<std::int64_t, places::MainReason>> counts;
    for (const auto reason :
         {places::MainReason::darkness, places::MainReason::vegetation, places::MainReason::building_defects})
        counts.emplace_back(std::count_if(result.places.begin(), result.places.end(),
                                          [&](const auto& p) { return p.reason == reason; }),
                            reason);
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string text;
    for (const auto& [count, reason] : counts)
        if (count > 0) text += (text.empty() ? "" : ", ") + say("{} at {}", reason_words(reason), number_text(count));
    return text.empty() ? std::string(tr("none")) : text;
}

std::string what_stands_out(const RunResult& result) {
    if (result.refusal)
        return tr("No place is called a hot spot: the data do not carry it. Counts and findings stand below.");
    if (result.places.empty())
        return tr("No place stands out from what chance alone would give; the incidents are spread over the study.");
    const auto count = static_cast<std::int64_t>(result.places.size());
    const double share = incidents_total(result) > 0 ? incidents_in_places(result) / incidents_total(result) : 0;
    return fmt::format(fmt::runtime(trn("{} place is ranked, with {} of the incidents on {} of the area; first stands "
                                        "{}; physical reasons found: {}.",
                                        "{} places are ranked, with {} of the incidents on {} of the area; first "
                                        "stands {}; physical reasons found: {}.",
                                        count)),
                       number_text(count), percent_text(std::min(1.0, share)),
                       percent_text(result.window_area_ha > 0 ? places_area_ha(result) / result.window_area_ha : 0, 1),
                       result.places.front().place.name, reasons_found(result));
}

std::string what_cannot_be_said(const RunResult& result) {
    if (result.refusal)
        return tr(
            "What is recorded differs between areas and reporters; the figures here say how much was recorded, not how "
            "unsafe "
            "a place is.");
    std::string text =
        tr("The ranking says where incidents are recorded and what the surroundings look like, not why they happen: "
           "recording differs between areas, and what is associated with incidents need not cause them.");
    if (!result.absent_terms.empty())
        text += " " + say("{} of {} terms are absent from the score because their layers were not given.",
                          number_text(static_cast<std::int64_t>(result.absent_terms.size())), places::all_terms.size());
    return text;
}

std::string figure(const std::string& number, const std::string& text) {
    return fmt::format("<div><b>{}</b><span>{}</span></div>", html_text(number), html_text(text));
}

std::string key_figures(const RunResult& result) {
    std::string out = figure(count_text(result, incidents_total(result)), tr("recorded incidents"));
    if (!result.refusal) {
        out += figure(number_text(static_cast<std::int64_t>(result.places.size())), tr("ranked places"));
        out += figure(number_text(result.city_rate_per_ha_year, 2), tr("incidents per hectare and year, whole study"));
    }
    if (std::isfinite(result.city_dark_share))
        out += figure(percent_text(result.city_dark_share), tr("of incidents in the dark"));
    return element("div", "class=\"figures\"", out);
}

}  // namespace

std::string report_head(const RunResult& result) {
    std::string out = "<header><p class=\"over\">" + html_text(tr("Unsafe places: where, why and how sure")) +
                      "</p><h1>" + html_text(result.study_name) + "</h1>" +
                      paragraph("period", say("Period {} · {} ha · {}", days_text(result),
                                              number_text(result.window_area_ha, 0), result.crs.name()));
    if (result.public_level)
        out += paragraph(
            "note",
            say("Public version: figures under {0} incidents are written <{0}, and figures they could be computed "
                "from are left out.",
                number_text(std::int64_t{result.privacy_k})));
    if (result.refusal)
        out += "<div class=\"refusal\" role=\"alert\"><h2>" + html_text(tr("No hot spots are named")) + "</h2>" +
               paragraph(*result.refusal) + "</div>";
    return out + "</header>\n";
}

std::string report_summary(const RunResult& result) {
    std::string out = "<section id=\"summary\"><h2 class=\"quiet\">" + html_text(tr("Summary")) +
                      "</h2><div class=\"lead\">" + element("p", "", how_many(result)) +
                      paragraph(what_stands_out(result)) + paragraph(what_cannot_be_said(result)) + "</div>" +
                      key_figures(result);
    return out + "<h3>" + html_text(tr("What it rests on")) + "</h3>" + sources_table(result) + "</section>\n";
}

}  // namespace lykta::outputs
