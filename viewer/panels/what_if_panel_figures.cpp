// What a scenario comes to beside the town as it is, and the saved ones against each other.
#include <algorithm>
#include <functional>

#include "core/language.hpp"
#include "outputs/measure_words.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/what_if_panel_parts.hpp"

namespace lykta::viewer {
namespace {

std::string metres(double value) {
    return number_text(value, 0) + "\u00a0m";
}

bool is_being_computed(const ViewerState& state) {
    return std::any_of(state.jobs.begin(), state.jobs.end(),
                       [](const JobStatus& job) { return job.slot == JobSlot::scenario; });
}

void effect(const ViewerState& state, const ScenarioAnswer& answer) {
    fact(tr("Recorded incidents fewer a year"), scenario_effect_words(state, answer));
    if (!state.project->result().public_level && answer.town.effect.has_number)
        faint_text(tr("90% interval; if the studies hold here too. Incidents may move."));
}

void light_and_sight(const ScenarioAnswer& answer) {
    fact(tr("Path that reaches its lighting class"), metres(answer.metres_to_class));
    if (answer.metres_from_class >= 0.5) {
        fact(tr("Path that falls below its class"), metres(answer.metres_from_class));
        coloured_text(tr("Some path gets darker than its class asks for."), window_colours().warning);
    }
    fact(tr("Path that gets 25 m of sight"), metres(answer.metres_of_sight));
}

using Cell = std::function<std::string(const ScenarioAnswer&)>;
struct Line {
    std::string title;
    Cell cell;
};

std::vector<Line> table_lines(const ViewerState& state) {
    return {
        {tr("Changes"), [](const auto& a) { return number_text(static_cast<std::int64_t>(a.scenario.items.size())); }},
        {tr("To carry out"), [](const auto& a) { return outputs::short_money_text(a.town.money.investment); }},
        {tr("Then per year"), [](const auto& a) { return outputs::short_money_text(a.town.money.yearly); }},
        {tr("Fewer a year (90%)"), [&state](const auto& a) { return scenario_effect_words(state, a); }},
        {tr("Reaches its class"), [](const auto& a) { return metres(a.metres_to_class); }},
        {tr("Falls below its class"), [](const auto& a) { return metres(a.metres_from_class); }},
        {tr("Gets 25 m of sight"), [](const auto& a) { return metres(a.metres_of_sight); }}};
}

void table_row(const ViewerState& state, const Line& line) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    faint_text(line.title);
    for (const auto& answer : state.scenario.compared) {
        ImGui::TableNextColumn();
        paragraph(line.cell(*answer));
    }
}

}  // namespace

std::string scenario_effect_words(const ViewerState& state, const ScenarioAnswer& answer) {
    const auto& effect = answer.town.effect;
    if (state.project->result().public_level) return tr("not shown at the public level");
    if (!effect.has_number) return tr("no study with a number");
    return outputs::rough_interval_text(effect.prevented_per_year, effect.prevented);
}

void draw_scenario_figures(const ViewerState& state) {
    const auto& answer = state.scenario.answer;
    if (state.scenario.history.now().items.empty()) return;
    const bool is_current = answer && answer->scenario.items == state.scenario.history.now().items;
    const bool is_computing = is_being_computed(state);
    heading(is_computing ? std::string(tr("What it comes to")) + " · " + tr("computing …") : tr("What it comes to"));
    if (!is_current && !is_computing)
        return faint_text(tr("The work was stopped: change something, or undo and redo, to have it computed."));
    if (!answer) return;
    fact(tr("Cost"), outputs::cost_words(answer->town.money));
    effect(state, *answer);
    light_and_sight(*answer);
    if (!answer->town.effect.words.empty() && !state.project->result().public_level)
        faint_text(answer->town.effect.words);
    bullet_lines(answer->notes);
    faint_text(tr("Light and sight are computed, not measured. Association is not effect."));
}

void draw_scenario_table(const ViewerState& state) {
    const auto& compared = state.scenario.compared;
    if (compared.empty() || !section(tr("Saved scenarios side by side"), "scenario_table")) return;
    const int columns = static_cast<int>(std::min<std::size_t>(compared.size(), 60)) + 1;
    const auto flags =
        ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInner | ImGuiTableFlags_ScrollX | ImGuiTableFlags_SizingFixedFit;
    const float em = ImGui::GetFontSize();
    if (!ImGui::BeginTable("scenario_columns", columns, flags, {0, em * 26})) return;
    ImGui::TableSetupScrollFreeze(1, 1);
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, em * 7);
    for (int i = 1; i < columns; ++i) {
        const auto& name = compared[static_cast<std::size_t>(i - 1)]->scenario.name;
        ImGui::TableSetupColumn(name.empty() ? tr("(no name)") : name.c_str(), ImGuiTableColumnFlags_WidthFixed,
                                em * 8);
    }
    ImGui::TableHeadersRow();
    for (const auto& line : table_lines(state)) table_row(state, line);
    ImGui::EndTable();
}

}  // namespace lykta::viewer
