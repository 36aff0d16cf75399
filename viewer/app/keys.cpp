// The keyboard: one table from key to command, so that help and handbook can be held against it.
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <cmath>

#include "viewer/app/input.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

constexpr double pan_speed = 800;           ///< pixels a second while an arrow is held
constexpr double turn_step = 0.0872664626;  ///< 5 degrees
constexpr double zoom_step = 1.3;

bool pressed(int key) {
    return ImGui::IsKeyPressed(key, false);
}
bool repeated(int key) {
    return ImGui::IsKeyPressed(key, true);
}

Pixel middle_of(const ViewerState& state) {
    return {state.view.width / 2, state.view.height / 2};
}

void read_arrows(Commands& commands) {
    const double step = pan_speed * std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 1.0 / 20);
    double dx = 0, dy = 0;
    if (ImGui::IsKeyDown(GLFW_KEY_LEFT)) dx += step;
    if (ImGui::IsKeyDown(GLFW_KEY_RIGHT)) dx -= step;
    if (ImGui::IsKeyDown(GLFW_KEY_UP)) dy += step;
    if (ImGui::IsKeyDown(GLFW_KEY_DOWN)) dy -= step;
    if (dx != 0 || dy != 0) commands.emit(command::Drag{dx, dy});
}

/// Signs rather than keys: on a Swedish keyboard plus and minus lie elsewhere than on an American one.
void read_sign(unsigned sign, const ViewerState& state, Commands& commands) {
    const auto middle = middle_of(state);
    switch (sign) {
        case '+':
        case '=':
            return commands.emit(command::Zoom{zoom_step, middle});
        case '-':
        case 0x2212:
            return commands.emit(command::Zoom{1 / zoom_step, middle});
        case 'q':
        case 'Q':
            return commands.emit(command::Turn{turn_step, middle});
        case 'e':
        case 'E':
            return commands.emit(command::Turn{-turn_step, middle});
        case 'n':
        case 'N':
            return commands.emit(command::NorthUp{});
        case 'j':
        case 'J':
            return commands.emit(command::NextPlace{1});
        case 'k':
        case 'K':
            return commands.emit(command::NextPlace{-1});
        case '0':
            return commands.emit(command::ShowAll{});
        default:
            break;
    }
    const auto tool = sign - '1';
    if (sign >= '1' && tool <= static_cast<unsigned>(Tool::remove))
        commands.emit(command::SetTool{static_cast<Tool>(tool)});
}

void read_map_keys(const ViewerState& state, Commands& commands) {
    for (const auto sign : ImGui::GetIO().InputQueueCharacters) read_sign(sign, state, commands);
    if ((pressed(GLFW_KEY_DELETE) || pressed(GLFW_KEY_BACKSPACE)) && state.scenario.selected)
        commands.emit(command::RemoveItem{*state.scenario.selected});
}

void read_control_keys(const ViewerState& state, Commands& commands) {
    const bool shift = ImGui::GetIO().KeyShift;
    if (repeated(GLFW_KEY_Z) && !shift) commands.emit(command::Undo{});
    if (repeated(GLFW_KEY_Y) || (repeated(GLFW_KEY_Z) && shift)) commands.emit(command::Redo{});
    if (pressed(GLFW_KEY_O)) begin_open_dialog(Choose::study);
    if (pressed(GLFW_KEY_P)) commands.emit(command::OpenExport{!state.export_open});
    if (pressed(GLFW_KEY_Q)) commands.emit(command::Quit{});
}

void read_function_keys(const ViewerState& state, Commands& commands) {
    if (pressed(GLFW_KEY_F1)) commands.emit(command::OpenHelp{!state.help_open});
    if (pressed(GLFW_KEY_F2)) commands.emit(command::SetNight{!state.settings.night});
    if (pressed(GLFW_KEY_F3))
        commands.emit(
            command::SetCompare{state.compare.mode == CompareMode::off ? CompareMode::swipe : CompareMode::off});
    if (pressed(GLFW_KEY_F4)) commands.emit(command::OpenTime{!state.settings.time_open});
}

/// Escape goes one step back: what is drawn, the tool, then the selection. Dialogs see it themselves.
void read_escape(const ViewerState& state, Commands& commands) {
    if (!pressed(GLFW_KEY_ESCAPE) || state.help_open || state.about_open || state.export_open) return;
    if (!state.sketch.points.empty()) {
        commands.emit(command::ClearSketch{});
    } else if (state.tool != Tool::look) {
        commands.emit(command::SetTool{Tool::look});
    } else if (state.place) {
        commands.emit(command::SelectPlace{std::nullopt});
    }
}

}  // namespace

void set_key_map() {
    auto& map = ImGui::GetIO().KeyMap;
    map[ImGuiKey_Tab] = GLFW_KEY_TAB;
    map[ImGuiKey_LeftArrow] = GLFW_KEY_LEFT;
    map[ImGuiKey_RightArrow] = GLFW_KEY_RIGHT;
    map[ImGuiKey_UpArrow] = GLFW_KEY_UP;
    map[ImGuiKey_DownArrow] = GLFW_KEY_DOWN;
    map[ImGuiKey_PageUp] = GLFW_KEY_PAGE_UP;
    map[ImGuiKey_PageDown] = GLFW_KEY_PAGE_DOWN;
    map[ImGuiKey_Home] = GLFW_KEY_HOME;
    map[ImGuiKey_End] = GLFW_KEY_END;
    map[ImGuiKey_Insert] = GLFW_KEY_INSERT;
    map[ImGuiKey_Delete] = GLFW_KEY_DELETE;
    map[ImGuiKey_Backspace] = GLFW_KEY_BACKSPACE;
    map[ImGuiKey_Space] = GLFW_KEY_SPACE;
    map[ImGuiKey_Enter] = GLFW_KEY_ENTER;
    map[ImGuiKey_Escape] = GLFW_KEY_ESCAPE;
    map[ImGuiKey_KeyPadEnter] = GLFW_KEY_KP_ENTER;
    map[ImGuiKey_A] = GLFW_KEY_A;
    map[ImGuiKey_C] = GLFW_KEY_C;
    map[ImGuiKey_V] = GLFW_KEY_V;
    map[ImGuiKey_X] = GLFW_KEY_X;
    map[ImGuiKey_Y] = GLFW_KEY_Y;
    map[ImGuiKey_Z] = GLFW_KEY_Z;
}

void read_keys(const ViewerState& state, Commands& commands) {
    const auto& io = ImGui::GetIO();
    read_function_keys(state, commands);
    if (io.WantTextInput) return;
    if (io.KeyCtrl || io.KeySuper) return read_control_keys(state, commands);
    read_escape(state, commands);
    const bool is_walking_panels = io.NavVisible;  // arrows, space and Enter are the panels' then
    if (!is_walking_panels) {
        read_arrows(commands);
        if (pressed(GLFW_KEY_SPACE)) commands.emit(command::Play{!state.time.is_playing});
        if (pressed(GLFW_KEY_ENTER)) commands.emit(command::EndSketch{});
    }
    if (state.project) read_map_keys(state, commands);
}

}  // namespace lykta::viewer
