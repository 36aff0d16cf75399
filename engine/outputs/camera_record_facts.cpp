// What the data say of a place where a camera is considered: what happened, what the camera would see, what else fits.
#include <algorithm>
#include <cmath>

#include "outputs/camera_record.hpp"
#include "outputs/html.hpp"
#include "outputs/measure_maps.hpp"
#include "outputs/measure_words.hpp"
#include "outputs/privacy.hpp"
#include "outputs/report_charts.hpp"
#include "outputs/write_run.hpp"

namespace lykta::outputs {
namespace {

using measures::CameraSite;
using measures::Verdict;

std::string figure_block(std::string_view title, const std::string& inner) {
    return "<figure><figcaption>" + html_text(title) + "</figcaption>" + inner + "</figure>";
}

/// Incidents of the first and second half of the period: has it grown?
std::string trend(const RunResult& result, const std::vector<double>& by_month) {
    if (by_month.size() < 2) return "";
    const std::size_t half = by_month.size() / 2;
    double before = 0, after = 0;
    for (std::size_t i = 0; i < half; ++i) before += by_month[i];
    for (std::size_t i = by_month.size() - half; i < by_month.size(); ++i) after += by_month[i];
    return say("First half of the period: {} incidents; second half: {}.", count_text(result, before),
               count_text(result, after));
}

std::string compass(double degrees_from_east) {
    const char* names[] = {tr("east"), tr("north-east"), tr("north"), tr("north-west"),
                           tr("west"), tr("south-west"), tr("south"), tr("south-east")};
    const double turned = std::fmod(std::fmod(degrees_from_east, 360.0) + 360.0, 360.0);
    return names[static_cast<std::size_t>(std::lround(turned / 45.0)) % 8];
}

std::vector<std::string> camera_row(int number, const CameraSite& camera) {
    return {fmt::format("{}", number),
            html_text(carrier_words(camera.carrier)),
            html_text(number_text(camera.height.value, 1)),
            html_text(compass(camera.heading.value)),
            html_text(number_text(camera.field_of_view.value, 0)),
            html_text(number_text(camera.reach.value, 0)),
            html_text(number_text(camera.view_m2, 0)),
            html_text(number_text(camera.masked_m2, 0)),
            html_text(number_text(static_cast<std::int64_t>(camera.incidents.size()))),
            camera.place_weight > 0 ? html_text(percent_text(camera.covered_weight / camera.place_weight)) : "–"};
}

std::vector<std::string> zone_row(int number, const measures::ViewZone& zone) {
    return {fmt::format("{}", number), html_text(view_task_words(zone.task)),
            html_text(number_text(pixels_per_metre(zone.task), pixels_per_metre(zone.task) == 62.5 ? 1 : 0)),
            html_text(number_text(zone.to.value, 0))};
}

std::string cameras_table(const std::vector<std::vector<std::string>>& rows) {
    return html_table({{tr("Camera")},
                       {tr("Mounted")},
                       {tr("Height (m)"), Align::number},
                       {tr("Looks")},
                       {tr("Field of view (°)"), Align::number},
                       {tr("Reach (m)"), Align::number},
                       {tr("Area seen (m²)"), Align::number},
                       {tr("Masked (m²)"), Align::number},
                       {tr("Incidents in view"), Align::number},
                       {tr("Share of the harm"), Align::number}},
                      rows, "cards");
}

/// What the study file says was tried at the place; nullptr where it says nothing.
const measures::Tried* tried_at(const RunResult& result, const places::Place& place, const std::string& measure) {
    for (const auto& tried : result.measures->tried)
        if (tried.measure == measure && (tried.place == place.id || tried.place == place.name)) return &tried;
    return nullptr;
}

std::string tried_cell(const measures::Tried* tried) {
    const std::string words = tried == nullptr       ? ""
                              : tried->since.empty() ? tr("tried")
                                                     : say("tried since {}", tried->since);
    return html_text(words) + "<i class=\"blank\"></i>";
}

}  // namespace

std::string record_what_happened(const RunResult& result, const CameraPlace& cameras) {
    const auto& facts = result.places[cameras.place].facts;
    std::string out =
        paragraph(say("{} incidents were recorded within the {} hectares of the place from {} to {}.",
                      count_text(result, facts.incidents), number_text(result.places[cameras.place].place.area_ha, 2),
                      iso_date(result.period.first_day), iso_date(result.period.last_day)) +
                  " " + trend(result, facts.by_month));
    if (facts.dark.known > 0)
        out += paragraph(say("{} of those whose hour is known happened in the dark (95% interval {}).",
                             percent_text(facts.dark.share),
                             range_percent(facts.dark.interval.low, facts.dark.interval.high)));
    std::string charts =
        figure_block(tr("Incidents by category"),
                     share_bars(result, shown_shares(result, facts.by_category, tr("other categories"))));
    charts += figure_block(tr("Hour of the day"),
                           hour_chart(facts.by_hour) +
                               (facts.without_hour > 0 ? paragraph("note", say("{} without a known hour are left out.",
                                                                               count_text(result, facts.without_hour)))
                                                       : ""));
    if (!facts.by_month.empty())
        charts += figure_block(tr("Month by month"), month_chart(facts.by_month, result.period));
    return out + element("div", "class=\"charts\"", charts) +
           paragraph("note",
                     tr("What is recorded depends on who reports. Check that the incidents are of a kind a camera can "
                        "prevent or help to clear up, and that they happened where it would look."));
}

std::string record_where(const RunResult& result, const CameraPlace& cameras) {
    const auto map = camera_map(result, cameras);
    std::vector<std::vector<std::string>> rows, zones;
    int number = 0;
    std::vector<std::string> notes;
    for (const auto s : cameras.sited) {
        const auto& sited = result.measures->sited[s];
        for (const auto& camera : sited.cameras) {
            rows.push_back(camera_row(++number, camera));
            for (const auto& zone : camera.zones) zones.push_back(zone_row(number, zone));
        }
        if (!sited.note.empty()) notes.push_back(sited.note);
    }
    return "<figure class=\"map\">" + map.svg + map.legend + "</figure>" + cameras_table(rows) + "<h3>" +
           html_text(tr("What can be told from the picture, and how far away")) + "</h3>" +
           paragraph(
               tr("Pixels per metre after EN 62676-4. No finer than the purpose needs: a camera that is to show that "
                  "something happens need not show who.")) +
           html_table({{tr("Camera")},
                       {tr("Enough to")},
                       {tr("Pixels per metre"), Align::number},
                       {tr("As far as (m)"), Align::number}},
                      zones, "cards") +
           "<h3>" + html_text(tr("Masking")) + "</h3>" +
           paragraph(tr(
               "Windows of homes and private entrances inside the view are masked before recording; grey on the map. "
               "To be checked in the picture on site, in leaf and without.")) +
           bullet_list(notes);
}

std::string record_less_intrusive(const RunResult& result, const CameraPlace& cameras) {
    const auto& plan = *result.measures;
    std::vector<std::vector<std::string>> fits, rejected;
    for (const auto& match : plan.matches) {
        const auto& measure = plan.catalogue.measures[match.measure];
        if (match.place != cameras.place || measure.siting == measures::Siting::camera ||
            measure.siting == measures::Siting::area)
            continue;
        const std::string name = html_text(measure.name.shown());
        if (match.verdict == Verdict::rejected) {
            rejected.push_back({name, html_text(shown_reason(result, match))});
            continue;
        }
        bool chosen = false;
        for (const auto s : measures_at(plan, cameras.place))
            chosen = chosen || (plan.sited[s].measure == match.measure && option_that_holds(plan, s).has_value());
        fits.push_back({name, html_text(shown_reason(result, match)),
                        html_text(!plan.portfolio ? "–"
                                  : chosen        ? tr("yes")
                                                  : tr("no")),
                        tried_cell(tried_at(result, result.places[cameras.place].place, measure.id))});
    }
    std::string out =
        paragraph(tr("A camera comes last: first what intrudes less. These measures fit what was found at the "
                     "place; fill in what has been tried and what came of it."));
    out += fits.empty()
               ? paragraph(tr("No other measure of the catalogue fits what was found here."))
               : html_table({{tr("Measure")}, {tr("Why it fits")}, {tr("In the portfolio")}, {tr("Tried, result")}},
                            fits, "tried");
    if (!rejected.empty())
        out += "<h3>" + html_text(tr("Considered and rejected, and why")) + "</h3>" +
               html_table({{tr("Measure")}, {tr("Why not")}}, rejected, "");
    return out;
}

}  // namespace lykta::outputs
