// The bar at the top: what is open, search, tools and the window's switches. One row; two where the window is narrow.
#include <algorithm>
#include <array>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/panels.hpp"
#include "viewer/panels/search_box.hpp"

namespace lykta::viewer {
namespace {

constexpr float button_side = 32, button_step = 34, group_gap = 10;

float scaled(float pixels) {
    return pixels * static_cast<float>(look_scale());
}

// The next group stands a little apart, behind a hairline.
void next_group() {
    ImGui::SameLine(0, scaled(group_gap));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float x = at.x - scaled(group_gap) / 2;
    ImGui::GetWindowDrawList()->AddLine({x, at.y + scaled(6)}, {x, at.y + scaled(button_side - 6)},
                                        colour_of(window_colours().line));
}
void next_button() {
    ImGui::SameLine(0, scaled(button_step - button_side));
}

void draw_recent_menu(const ViewerState& state, Commands& commands) {
    const bool has_recent = !state.settings.recent.empty();
    if (icon_button({.id = "##recent", .icon = Icon::recent, .name = tr("Opened lately"), .is_enabled = has_recent})) {
        ImGui::OpenPopup("##recent files");
    }
    if (!ImGui::BeginPopup("##recent files")) return;
    for (const std::string& path : state.settings.recent) {
        ImGui::PushID(path.c_str());
        if (ImGui::Selectable(short_path(path).c_str())) commands.emit(command::Open{path});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", path.c_str());
        ImGui::PopID();
    }
    ImGui::EndPopup();
}

void draw_file_buttons(const ViewerState& state, Commands& commands) {
    if (icon_button({.id = "##open", .icon = Icon::open, .name = tr("Open a study or a result (Ctrl+O)")})) {
        begin_open_dialog(Choose::study);
    }
    next_button();
    draw_recent_menu(state, commands);
}

std::string period_words(const Project& project) {
    const Period& period = project.result().period;
    if (period.days() <= 0) return {};
    return say("Recorded incidents {} – {}", iso_date(period.first_day), iso_date(period.last_day));
}

// The name over the period, shortened with dots where the room is small; the whole stands in the tip.
void draw_name(const ViewerState& state, float width) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    std::string name = state.project ? state.project->result().study_name : tr("Nothing is open");
    std::string period = state.project ? period_words(*state.project) : std::string{};
    if (!state.opening.empty()) period = say("Opening {} …", short_path(state.opening));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImFont *strong = font_of(Face::strong), *small = font_of(Face::small);
    const float both = strong->FontSize + (period.empty() ? 0 : small->FontSize + scaled(3));
    const float top = from.y + (scaled(button_side) - both) / 2;
    ImGui::PushFont(font_of(Face::strong));
    const std::string short_name = shortened(name, width);
    list.AddText({from.x, top}, colour_of(window_colours().ink), short_name.c_str());
    ImGui::PopFont();
    ImGui::PushFont(font_of(Face::small));
    const std::string short_period = shortened(period, width);
    list.AddText({from.x, top + strong->FontSize + scaled(2)}, colour_of(window_colours().faint), short_period.c_str());
    ImGui::PopFont();
    ImGui::Dummy({width, scaled(button_side)});
    if (ImGui::IsItemHovered() && state.project) {
        ImGui::SetTooltip("%s\n%s\n%s", name.c_str(), period.c_str(), state.project->path.string().c_str());
    }
}

void draw_tools(const ViewerState& state, Commands& commands) {
    struct ToolButton {
        Tool tool;
        const char* id;
        Icon icon;
        const char* name;
    };
    const std::array<ToolButton, 4> tools{
        {{Tool::look, "##look", Icon::look, tr("Look and choose (1)")},
         {Tool::visible_area, "##visible_area", Icon::eye, tr("What can be seen from a point (2)")},
         {Tool::length, "##length", Icon::length, tr("Measure a length (3)")},
         {Tool::area, "##area", Icon::area, tr("Measure an area (4)")}}};
    for (const ToolButton& tool : tools) {
        const bool is_first = tool.tool == Tool::look;
        if (!is_first) next_button();
        const bool is_enabled =
            state.project && (tool.tool != Tool::visible_area || state.project->origin == Origin::study);
        if (icon_button({tool.id, tool.icon, tool.name, state.tool == tool.tool, is_enabled})) {
            commands.emit(command::SetTool{tool.tool});
        }
    }
}

void draw_views(const ViewerState& state, Commands& commands) {
    const Settings& settings = state.settings;
    const bool has_project = state.project != nullptr;
    if (icon_button({"##night", settings.night ? Icon::day : Icon::night,
                     settings.night ? tr("Day view (F2)") : tr("Night view (F2)"), settings.night})) {
        commands.emit(command::SetNight{!settings.night});
    }
    next_button();
    const bool compares = state.compare.mode != CompareMode::off;
    if (icon_button({"##compare", Icon::compare, tr("Compare before and after (F3)"), compares, has_project})) {
        commands.emit(command::SetCompare{compares ? CompareMode::off : CompareMode::swipe});
    }
    next_button();
    if (icon_button({"##time", Icon::time, tr("The period, month by month (F4)"), settings.time_open, has_project})) {
        commands.emit(command::OpenTime{!settings.time_open});
    }
}

void draw_history(const ViewerState& state, Commands& commands) {
    const ScenarioHistory& history = state.scenario.history;
    if (icon_button({"##undo", Icon::undo, tr("Undo (Ctrl+Z)"), false, history.can_undo()}))
        commands.emit(command::Undo{});
    next_button();
    if (icon_button({"##redo", Icon::redo, tr("Redo (Ctrl+Y)"), false, history.can_redo()}))
        commands.emit(command::Redo{});
}

void draw_text_size(const ViewerState& state, Commands& commands) {
    if (icon_button({"##text_size", Icon::text_size, tr("Text size")})) ImGui::OpenPopup("##sizes");
    if (!ImGui::BeginPopup("##sizes")) return;
    for (const int percent : {75, 100, 125, 150, 175, 200}) {
        const bool is_on = std::abs(state.settings.text_scale * 100 - percent) < 1;
        if (ImGui::Selectable(percent_text(percent / 100.0).c_str(), is_on)) {
            commands.emit(command::SetTextScale{percent / 100.0});
        }
    }
    ImGui::EndPopup();
}

// A button with the other language's letters.
void draw_language(const ViewerState& state, Commands& commands) {
    const bool is_swedish = state.settings.language == Language::swedish;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_Button, 0U);
    ImGui::PushFont(font_of(Face::strong));
    const bool pressed =
        ImGui::Button(is_swedish ? "EN###language" : "SV###language", {scaled(button_side), scaled(button_side)});
    ImGui::PopFont();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    // Said in the language it leads to: who needs it reads that one.
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", is_swedish ? "In English" : "På svenska");
    if (pressed) commands.emit(command::SetLanguage{is_swedish ? Language::english : Language::swedish});
}

void draw_window_buttons(const ViewerState& state, Commands& commands) {
    const Settings& settings = state.settings;
    const bool has_project = state.project != nullptr;
    if (icon_button({"##output", Icon::page, tr("Write the map as a page (Ctrl+P)"), false, has_project})) {
        commands.emit(command::OpenExport{true});
    }
    next_button();
    draw_language(state, commands);
    next_button();
    draw_text_size(state, commands);
    next_button();
    if (icon_button({"##help", Icon::help, tr("Keys and mouse (F1)")})) commands.emit(command::OpenHelp{true});
    next_group();
    if (icon_button({"##left_side", Icon::left_side, tr("Left panel: places, layers, data"), false, has_project})) {
        commands.emit(command::OpenSide{.left = true, .open = !settings.left_open || state.layout.left.empty()});
    }
    next_button();
    if (icon_button(
            {"##right_side", Icon::right_side, tr("Right panel: the place and its measures"), false, has_project})) {
        commands.emit(command::OpenSide{.left = false, .open = !settings.right_open || state.layout.right.empty()});
    }
}

constexpr int button_count = 15, group_count = 4;
float buttons_width() {
    return scaled(button_step * button_count + (group_gap - 2) * group_count);
}

void draw_buttons(const ViewerState& state, Commands& commands) {
    draw_tools(state, commands);
    next_group();
    draw_views(state, commands);
    next_group();
    draw_history(state, commands);
    next_group();
    draw_window_buttons(state, commands);
}

}  // namespace

void draw_top_bar(const ViewerState& state, Commands& commands) {
    const bool two_rows = state.layout.top.height() > 1.5 * scaled(44);
    begin_region("##top", state.layout.top, {.padding = 6});
    const float room = ImGui::GetContentRegionAvail().x, gap = scaled(12);
    draw_file_buttons(state, commands);
    ImGui::SameLine(0, gap);
    const float rest = room - scaled(2 * button_step) - gap - (two_rows ? 0 : buttons_width() + gap);
    const float search = std::clamp(rest * 0.4F, scaled(110), scaled(260));
    draw_name(state, std::max(scaled(40), rest - search - gap));
    ImGui::SameLine(0, gap);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (scaled(button_side) - ImGui::GetFrameHeight()) / 2);
    draw_search_box(state, commands, search);
    if (two_rows) {
        ImGui::SetCursorPosY(scaled(6 + 44));
    } else {
        ImGui::SameLine(room + scaled(6) - buttons_width(), 0);
        ImGui::SetCursorPosY(scaled(6));
    }
    draw_buttons(state, commands);
    end_region();
}

}  // namespace lykta::viewer
