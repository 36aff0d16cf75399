// The measures chosen for the budget, place by place, and what got nothing with the reason. Only rows in sight are
// drawn.
#include <algorithm>

#include "core/language.hpp"
#include "outputs/measure_shown.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/measures_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"

namespace lykta::viewer {
namespace {

using measures::MeasurePlan;
using measures::Option;

/// A row's option and, of those that got nothing, why. Words are made for the rows in sight only.
struct Row {
    std::uint32_t option = 0;
    const std::string* reason = nullptr;
};

std::string place_words(const ViewerState& state, const Option& option) {
    const auto& result = state.project->result();
    const MeasurePlan& plan = *result.measures;
    const auto& place = result.places[option.place];
    const bool area = !option.sited.empty() && outputs::is_for_area(plan, plan.sited[option.sited.front()]);
    return area ? place.place.area_name : numbered_name(place);
}

std::string prevented_words(const ViewerState& state, const Option& option) {
    const auto& result = state.project->result();
    if (!option.effect.has_number) return tr("no study with a number");
    if (outputs::hides_effect(result, option))
        return say("not shown, under {} incidents", number_text(std::int64_t{result.privacy_k}));
    return say("{} fewer a year",
               outputs::rough_interval_text(option.effect.prevented_per_year, option.effect.prevented));
}

/// "0.9 (0.0–1.8) fewer a year · chosen in 97% of the draws", or why nothing was chosen.
std::string words_below(const ViewerState& state, const Row& row) {
    if (row.reason) return *row.reason;
    const auto& plan = *state.project->result().measures;
    const auto* portfolio = shown_portfolio(state);
    std::string text = prevented_words(state, plan.options[row.option]);
    if (!portfolio || portfolio->draws < 1) return text;
    for (const auto& pick : portfolio->picks)
        if (pick.option == row.option)
            text += " · " + say("chosen in {} of the draws", percent_text(pick.chosen_share));
    return text;
}

void row_tip(const ViewerState& state, const Row& row) {
    if (!ImGui::IsItemHovered()) return;
    const MeasurePlan& plan = *state.project->result().measures;
    const Option& option = plan.options[row.option];
    std::string text = place_words(state, option) + "\n";
    for (const auto sited : option.sited)
        text += outputs::measure_of(plan, plan.sited[sited]).name.shown() + ": " +
                outputs::what_exactly(plan, plan.sited[sited]) + "\n";
    text += outputs::cost_words(option.money) + "\n" + prevented_words(state, option);
    if (row.reason) text += "\n" + *row.reason;
    tip(text);
}

float row_height() {
    return ImGui::GetTextLineHeight() * 3 + 4;
}

void row_lines(const ViewerState& state, const Row& row) {
    const MeasurePlan& plan = *state.project->result().measures;
    const Option& option = plan.options[row.option];
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string cost = outputs::short_money_text(option.money.investment);
    const float cost_width = ImGui::CalcTextSize(cost.c_str()).x + ImGui::GetStyle().ItemSpacing.x;
    const float left = ImGui::GetCursorPosX();
    ImGui::TextUnformatted(shortened(place_words(state, option), width - cost_width).c_str());
    same_line_at(left + width - cost_width + ImGui::GetStyle().ItemSpacing.x);
    ImGui::TextUnformatted(cost.c_str());
    ImGui::PushFont(font_of(Face::small));
    ImGui::TextUnformatted(shortened(option_words(plan, option), width).c_str());
    ImGui::TextDisabled("%s", shortened(words_below(state, row), width).c_str());
    ImGui::PopFont();
}

void draw_row(const ViewerState& state, const Row& row, Commands& commands) {
    ImGui::PushID(static_cast<int>(row.option));
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::size_t place = state.project->result().measures->options[row.option].place;
    if (ImGui::Selectable("##option", state.place == place, ImGuiSelectableFlags_AllowItemOverlap, {0, row_height()}))
        commands.emit(command::SelectPlace{place, true});
    row_tip(state, row);
    ImGui::SameLine(0, 0);
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 1});
    row_lines(state, row);
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    ImGui::PopID();
}

void draw_rows(const ViewerState& state, const char* id, const std::vector<Row>& rows, Commands& commands) {
    const float step = row_height() + 2 * ImGui::GetStyle().CellPadding.y;
    const float height = step * static_cast<float>(std::min<std::size_t>(rows.size(), 7)) + 4;
    const auto flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY;
    if (!ImGui::BeginTable(id, 1, flags, {0, height})) return;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), step);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(state, rows[static_cast<std::size_t>(i)], commands);
    ImGui::EndTable();
}

std::vector<Row> chosen_rows(const ViewerState& state) {
    const auto& plan = *state.project->result().measures;
    std::vector<Row> rows;
    for (const auto option : chosen_options(state)) rows.push_back({option, nullptr});
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        return plan.options[a.option].place < plan.options[b.option].place;
    });
    return rows;
}

std::vector<Row> rejected_rows(const ViewerState& state) {
    std::vector<Row> rows;
    if (state.budget.answer)
        for (const auto& one : state.budget.answer->rejected) rows.push_back({one.option, &one.reason});
    return rows;
}

}  // namespace

void draw_chosen_measures(const ViewerState& state, Commands& commands) {
    const auto chosen = chosen_rows(state);
    const auto n = static_cast<std::int64_t>(chosen.size());
    const std::string title =
        fmt::format(fmt::runtime(trn("Chosen at {} place", "Chosen at {} places", n)), number_text(n));
    if (!chosen.empty() && section(title, "chosen")) draw_rows(state, "chosen_rows", chosen, commands);
    const auto rejected = rejected_rows(state);
    if (rejected.empty()) return;
    const auto m = static_cast<std::int64_t>(rejected.size());
    const std::string no = fmt::format(
        fmt::runtime(trn("{} place gets nothing, and why", "{} places get nothing, and why", m)), number_text(m));
    if (section(no, "not_chosen", Opens::on_click)) draw_rows(state, "rejected_rows", rejected, commands);
}

}  // namespace lykta::viewer
