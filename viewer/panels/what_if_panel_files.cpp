// Scenarios by name: new, save, load, delete, compare; and out to a GeoPackage.
#include <algorithm>

#include "core/language.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/what_if_panel_parts.hpp"

namespace lykta::viewer {
namespace {

void name_and_save(const ViewerState& state, Commands& commands) {
    const auto& now = state.scenario.history.now();
    auto& shown_for = draft("scenario_name_of");
    auto& name = draft("scenario_name", now.name);
    if (shown_for != now.name) name = shown_for = now.name;  // another scenario was loaded
    ImGui::SetNextItemWidth(-1);
    const bool entered = text_field("scenario_name", tr("Name of the scenario"), name) == Typed::entered;
    ImGui::BeginDisabled(name.empty());
    if (press(tr("Save"), "save_scenario") || (entered && !name.empty())) commands.emit(command::SaveScenario{name});
    ImGui::EndDisabled();
    same_line_if_fits(width_of_press(tr("New")));
    if (press(tr("New"), "new_scenario")) commands.emit(command::NewScenario{});
    tip(tr("An empty scenario: the town as it is"));
}

void saved_row(const Scenario& scenario, Commands& commands) {
    ImGui::PushID(scenario.name.c_str());
    const auto n = static_cast<std::int64_t>(scenario.items.size());
    const float buttons = width_of_press(tr("Open")) + width_of_press("×") + 2 * ImGui::GetStyle().ItemSpacing.x;
    const float left = ImGui::GetCursorPosX(), width = ImGui::GetContentRegionAvail().x - buttons;
    const std::string text =
        fmt::format(fmt::runtime(trn("{}: {} change", "{}: {} changes", n)), scenario.name, number_text(n));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(shortened(text, width).c_str());
    tip(text);
    same_line_at(left + width + ImGui::GetStyle().ItemSpacing.x);
    if (press(tr("Open"), "load")) commands.emit(command::LoadScenario{scenario.name});
    ImGui::SameLine();
    if (press("×", "delete")) commands.emit(command::DeleteScenario{scenario.name});
    tip(tr("Delete the saved scenario"));
    ImGui::PopID();
}

void saved_list(const ViewerState& state, Commands& commands) {
    if (state.scenario.saved.empty()) return;
    heading(tr("Saved scenarios"));
    for (const auto& scenario : state.scenario.saved) saved_row(scenario, commands);
    if (press(tr("Compare the saved ones"), "compare_scenarios")) commands.emit(command::CompareScenarios{});
}

/// Beside the study, named after the scenario.
std::filesystem::path suggested_path(const ViewerState& state) {
    const auto& name = state.scenario.history.now().name;
    return state.project->path.parent_path() / ((name.empty() ? std::string("scenario") : name) + ".gpkg");
}

void export_row(const ViewerState& state, Commands& commands) {
    if (!state.scenario.answer || state.scenario.history.now().items.empty()) return;
    heading(tr("Export to GeoPackage"));
    const auto suggested = suggested_path(state).string();  // another study or name: another file
    auto& path = draft("scenario_path " + suggested, suggested);
    ImGui::SetNextItemWidth(-1);
    static_cast<void>(text_field("scenario_path", tr("File to write, .gpkg"), path));
    if (press(tr("Export"), "export_scenario")) commands.emit(command::ExportScenario{path});
    tip(tr("Symbols, stretches before and after, and the sums, with units and caveats; opens in QGIS"));
}

}  // namespace

void draw_scenario_files(const ViewerState& state, Commands& commands) {
    heading(tr("Scenario"));
    name_and_save(state, commands);
    saved_list(state, commands);
    export_row(state, commands);
}

}  // namespace lykta::viewer
