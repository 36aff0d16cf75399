// Two parts of the period, place by place: what was recorded, the ratio of the rates with its interval, and whether the
// two can be told apart at all.
#include <algorithm>
#include <cmath>

#include "core/language.hpp"
#include "outputs/html.hpp"
#include "outputs/privacy.hpp"
#include "viewer/panels/compare_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

std::string period_text(const Period& period) {
    return iso_date(period.first_day) + " – " + iso_date(period.last_day);
}

/// At the public level a part under k hides the ratio too: it would give the count away.
bool is_shown(const outputs::RunResult& result, const PlaceChange& change) {
    if (change.before.is_hidden || change.after.is_hidden) return false;
    return !outputs::is_hidden(result, change.before.count) && !outputs::is_hidden(result, change.after.count);
}

/// Hidden ones can hold k or more: with them a smaller one could be found by subtraction.
std::string count_text(const outputs::RunResult& result, const PlaceCount& count) {
    return count.is_hidden ? "–" : outputs::count_text(result, count.count);
}

std::string ratio_text(const outputs::RunResult& result, const PlaceChange& change) {
    if (!is_shown(result, change)) return "–";
    if (!change.ratio) return tr("none before");
    const auto& interval = change.ratio_interval;
    const auto shown = number_text(*change.ratio, 2);
    if (!std::isfinite(interval.high)) return say("{} (from {})", shown, number_text(interval.low, 2));
    return shown + " (" + outputs::range_text(interval.low, interval.high, 2) + ")";
}

std::string verdict(const outputs::RunResult& result, const PlaceChange& change) {
    if (!is_shown(result, change)) return "–";
    if (!change.is_told_apart) return tr("cannot be told apart");
    return change.ratio && *change.ratio < 1 ? tr("fewer per day") : tr("more per day");
}

void draw_row(const ViewerState& state, std::size_t i) {
    const auto& result = state.project->result();
    const auto& change = state.time.figures->changes[i];
    const std::string name = numbered_name(result.places[i]), ratio = ratio_text(result, change),
                      counts = count_text(result, change.before) + " → " + count_text(result, change.after);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::BeginGroup();
    two_lines(name, verdict(result, change));
    ImGui::EndGroup();
    tip(name + "\n" + counts + ", " + ratio + "\n" + verdict(result, change));
    ImGui::TableNextColumn();
    two_lines(counts, ratio);
}

void multiple_comparisons(const PeriodFigures& figures, const outputs::RunResult& result) {
    const auto many = static_cast<double>(figures.changes.size());
    std::int64_t apart = 0;
    for (const auto& change : figures.changes)
        if (change.is_told_apart && is_shown(result, change)) ++apart;
    coloured_text(
        say("{} of {} places differ by their 95% interval. With so many compared, about {} would differ by chance "
            "alone although nothing changed, and the places were chosen because much was recorded there: fewer "
            "afterwards is to be expected. No cause is claimed.",
            number_text(apart), number_text(many, 0), number_text(std::ceil(many * 0.05), 0)),
        window_colours().warning);
}

void city_line(const PeriodFigures& figures, const outputs::RunResult& result) {
    fact(say("Before: {}", period_text(*figures.compared)),
         say("{} recorded", figures.city_before_hidden ? "–" : outputs::count_text(result, figures.city_before)));
    fact(say("After: {}", period_text(figures.shown)),
         say("{} recorded", figures.city_after_hidden ? "–" : outputs::count_text(result, figures.city_after)));
    if (figures.compared->days() != figures.shown.days())
        faint_text(tr("The two parts differ in length: the ratios compare rates per day."));
    if (figures.undated > 0 && !figures.undated_hidden)
        faint_text(say("{} incidents without a usable date are in neither part.",
                       outputs::count_text(result, figures.undated)));
}

}  // namespace

void draw_period_table(const ViewerState& state) {
    const auto& figures = *state.time.figures;
    const auto& result = state.project->result();
    city_line(figures, result);
    const std::size_t rows = std::min(figures.changes.size(), result.places.size());
    if (rows == 0) return;
    multiple_comparisons(figures, result);
    const float em = ImGui::GetFontSize(), step = ImGui::GetTextLineHeight() * 2 + 2 * ImGui::GetStyle().CellPadding.y;
    const auto flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY;
    if (!ImGui::BeginTable("changes", 2, flags, {0, step * static_cast<float>(std::min<std::size_t>(rows + 1, 9))}))
        return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(tr("Place"), ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn(tr("Count, ratio (95%)"), ImGuiTableColumnFlags_WidthFixed, em * 9);
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) draw_row(state, static_cast<std::size_t>(i));
    ImGui::EndTable();
}

}  // namespace lykta::viewer
