// Two studies side by side, with what makes them hard to compare said first.
#include <algorithm>
#include <cmath>
#include <functional>

#include "core/language.hpp"
#include "outputs/privacy.hpp"
#include "outputs/words.hpp"
#include "viewer/panels/compare_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

using outputs::RunResult;

std::string period_text(const Period& period) {
    return iso_date(period.first_day) + " – " + iso_date(period.last_day);
}

bool has_term(const RunResult& result, places::Term term) {
    return std::none_of(result.absent_terms.begin(), result.absent_terms.end(),
                        [&](const auto& absent) { return absent.term == term; });
}

std::string terms_text(const RunResult& result) {
    std::string text;
    for (const auto term : places::all_terms)
        if (has_term(result, term)) text += (text.empty() ? "" : " ") + std::string(1, outputs::term_letter(term));
    return text;
}

std::string privacy_text(const RunResult& result) {
    return result.public_level ? say("public, k = {}", result.privacy_k) : std::string(tr("internal"));
}

/// Of the study as a whole, from the rate: what a result file holds for certain.
std::string incidents_text(const RunResult& result) {
    const double about = result.city_rate_per_ha_year * result.window_area_ha * result.period.years();
    return std::isfinite(about) ? outputs::count_text(result, std::round(about)) : std::string("–");
}

using Cell = std::function<std::string(const RunResult&)>;
struct Line {
    std::string title;
    Cell cell;
};

std::vector<Line> lines() {
    return {
        {tr("Study"), [](const auto& r) { return r.study_name; }},
        {tr("Period"), [](const auto& r) { return period_text(r.period); }},
        {tr("Window, ha"), [](const auto& r) { return number_text(r.window_area_ha, r.window_area_ha < 100 ? 1 : 0); }},
        {tr("Recorded incidents"), incidents_text},
        {tr("Per ha and year"), [](const auto& r) { return number_text(r.city_rate_per_ha_year, 2); }},
        {tr("In the dark"),
         [](const auto& r) {
             return std::isfinite(r.city_dark_share) ? percent_text(r.city_dark_share) : std::string("–");
         }},
        {tr("Places"), [](const auto& r) { return number_text(static_cast<std::int64_t>(r.places.size())); }},
        {tr("Terms of the score"), terms_text},
        {tr("Bandwidth, m"), [](const auto& r) { return number_text(r.bandwidth_m, 0); }},
        {tr("CRS"), [](const auto& r) { return r.crs.name(); }},
        {tr("Privacy"), privacy_text},
        {tr("Made with"), [](const auto& r) { return "Lykta " + r.version; }},
    };
}

bool are_alike(double a, double b) {
    return std::abs(a - b) <= 0.02 * std::max(std::abs(a), std::abs(b));
}

}  // namespace

std::vector<std::string> differences(const RunResult& here, const RunResult& there) {
    std::vector<std::string> out;
    if (here.period.first_day != there.period.first_day || here.period.last_day != there.period.last_day)
        out.emplace_back(tr("The periods differ: compare rates per year, not counts."));
    if (!are_alike(here.window_area_ha, there.window_area_ha))
        out.emplace_back(tr("The windows differ: compare rates per hectare, not counts."));
    if (terms_text(here) != terms_text(there))
        out.emplace_back(tr("The scores are made of different terms: points and ranks cannot be compared."));
    if (here.bandwidth_m != there.bandwidth_m || here.gi_band_m != there.gi_band_m || here.fdr != there.fdr)
        out.emplace_back(tr("Hot spots were found with different settings: their number cannot be compared."));
    if (here.public_level != there.public_level || here.privacy_k != there.privacy_k)
        out.emplace_back(tr("The privacy levels differ: what is hidden in one may be shown in the other."));
    if (here.version != there.version) out.emplace_back(tr("The two were made with different versions of Lykta."));
    return out;
}

void draw_study_table(const RunResult& here, const RunResult& there) {
    if (!ImGui::BeginTable("studies", 3, ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH)) return;
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, 1.1F);
    ImGui::TableSetupColumn(tr("This one"), ImGuiTableColumnFlags_WidthStretch, 1.3F);
    ImGui::TableSetupColumn(tr("The other"), ImGuiTableColumnFlags_WidthStretch, 1.3F);
    ImGui::TableHeadersRow();
    for (const auto& line : lines()) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        faint_text(line.title);
        for (const auto* result : {&here, &there}) {
            ImGui::TableNextColumn();
            paragraph(line.cell(*result));
        }
    }
    ImGui::EndTable();
}

}  // namespace lykta::viewer
