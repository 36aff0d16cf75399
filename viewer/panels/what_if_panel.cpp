// What if: lamps, cameras and clearings tried on the map, with cost, effect, light and sight following.
#include <algorithm>
#include <array>
#include <cmath>

#include "core/language.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/panels/what_if_panel_parts.hpp"

namespace lykta::viewer {
namespace {

// --- Tools -----------------------------------------------------------------------------------------------------------

struct ToolWords {
    Tool tool;
    const char* id;
    std::string label, tip;
};

std::array<ToolWords, 5> tools() {
    return {{{Tool::add_lamp, "tool_lamp", tr("Lamp"), tr("Press on the map where a lamp should stand")},
             {Tool::add_camera, "tool_camera", tr("Camera"), tr("Press on the map where a camera should hang")},
             {Tool::clear_plant, "tool_clear", tr("Clear shrubs"), tr("Press on plants to clear them beside the path")},
             {Tool::move, "tool_move", tr("Move"), tr("Drag a lamp or a camera to another spot")},
             {Tool::remove, "tool_remove", tr("Take away"), tr("Press on what is to be taken away")}}};
}

void draw_tools(const ViewerState& state, Commands& commands) {
    bool first = true;
    for (const auto& one : tools()) {
        if (!first) same_line_if_fits(width_of_press(one.label));
        first = false;
        const bool is_on = state.tool == one.tool;
        if (tool_button(one.id, one.label, one.tip, is_on))
            commands.emit(command::SetTool{is_on ? Tool::look : one.tool});
    }
    for (const auto& one : tools())
        if (state.tool == one.tool) coloured_text(one.tip + ".", window_colours().accent);
}

void draw_history(const ViewerState& state, Commands& commands) {
    ImGui::BeginDisabled(!state.scenario.history.can_undo());
    if (press(tr("Undo"), "undo")) commands.emit(command::Undo{});
    ImGui::EndDisabled();
    same_line_if_fits(width_of_press(tr("Redo")));
    ImGui::BeginDisabled(!state.scenario.history.can_redo());
    if (press(tr("Redo"), "redo")) commands.emit(command::Redo{});
    ImGui::EndDisabled();
    same_line_if_fits(width_of_press(tr("Start from the chosen measures")));
    if (press(tr("Start from the chosen measures"), "from_portfolio")) commands.emit(command::StartFromPortfolio{});
    tip(tr("Takes what the budget chose into the scenario, to be moved and changed"));
}

// --- Items -----------------------------------------------------------------------------------------------------------

std::string item_words(const ScenarioItem& item) {
    switch (item.kind) {
        case ScenarioKind::lamp:
            return item.record == no_record ? tr("New lamp") : tr("Lamp moved");
        case ScenarioKind::repair:
            return tr("Lamp repaired");
        case ScenarioKind::camera:
            return tr("Camera");
        case ScenarioKind::clearing:
            return tr("Shrubs cleared");
    }
    return {};
}

Symbol item_symbol(ScenarioKind kind) {
    switch (kind) {
        case ScenarioKind::camera:
            return Symbol::camera;
        case ScenarioKind::clearing:
            return Symbol::shrub;
        default:
            return Symbol::lamp;
    }
}

/// Asked for once, when the slider is let go: a turn is one step to undo.
void heading_slider(const ScenarioItem& item, Commands& commands) {
    auto bearing = static_cast<float>(bearing_of(item.heading_degrees));
    float* held = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("held"), bearing);
    ImGui::SetNextItemWidth(-1);
    const std::string format = std::string(tr("looks towards")) + " %.0f°";
    if (ImGui::SliderFloat("##heading", &bearing, 0, 359, format.c_str())) *held = bearing;
    if (ImGui::IsItemDeactivatedAfterEdit()) commands.emit(command::TurnCamera{item.id, bearing_of(*held)});
    tip(tr("Compass bearing: 0° north, 90° east"));
}

void draw_item(const ViewerState& state, const ScenarioItem& item, Commands& commands) {
    ImGui::PushID(static_cast<int>(item.id));
    const float symbol = ImGui::GetTextLineHeight(), away = width_of_press("×");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool selected = state.scenario.selected == item.id;
    const float width = ImGui::GetContentRegionAvail().x - away - ImGui::GetStyle().ItemSpacing.x;
    if (ImGui::Selectable("##item", selected, 0, {width, ImGui::GetFrameHeight()}))
        commands.emit(command::SelectItem{selected ? std::nullopt : std::optional(item.id)});
    draw_symbol(ImGui::GetWindowDrawList(), item_symbol(item.kind), {at.x + symbol, at.y + ImGui::GetFrameHeight() / 2},
                symbol, colour_of(window_colours().accent), colour_of(window_colours().panel));
    const std::string words = say("{} (no. {})", item_words(item), item.id);
    ImGui::GetWindowDrawList()->AddText({at.x + 2 * symbol, at.y + ImGui::GetStyle().FramePadding.y},
                                        colour_of(window_colours().ink), words.c_str());
    tip(words);
    ImGui::SameLine();
    if (press("×", "remove_item")) commands.emit(command::RemoveItem{item.id});
    tip(tr("Take away"));
    if (item.kind == ScenarioKind::camera && selected) heading_slider(item, commands);
    ImGui::PopID();
}

void draw_items(const ViewerState& state, Commands& commands) {
    const auto& items = state.scenario.history.now().items;
    const auto n = static_cast<std::int64_t>(items.size());
    if (items.empty()) {
        faint_text(tr("Nothing is tried yet. Choose a tool and press on the map, or start from the chosen measures."));
        return;
    }
    const std::string title = fmt::format(fmt::runtime(trn("{} change", "{} changes", n)), number_text(n));
    if (!section(title, "items")) return;
    const float row = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y;
    const float height = row * static_cast<float>(std::min<std::size_t>(items.size() + 1, 9));
    ImGui::BeginChild("item_list", {0, height});
    for (const auto& item : items) draw_item(state, item, commands);
    ImGui::EndChild();
}

}  // namespace

double bearing_of(double heading_degrees) {
    const double bearing = std::fmod(90 - heading_degrees, 360);
    return bearing < 0 ? bearing + 360 : bearing;
}

void draw_what_if_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    if (!state.project->can_compute()) {
        faint_text(state.project->result().refusal
                       ? *state.project->result().refusal
                       : std::string(tr("This is a finished result: nothing can be tried in it. Open the study to move "
                                        "lamps and see what follows.")));
        return;
    }
    draw_tools(state, commands);
    draw_history(state, commands);
    draw_items(state, commands);
    draw_scenario_figures(state);
    draw_scenario_files(state, commands);
    draw_scenario_table(state);
}

}  // namespace lykta::viewer
