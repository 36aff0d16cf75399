// The whole window of one frame: the frames at the edges, the panels in their tabs, the map's furniture, dialogs on
// top.
#include <array>
#include <string>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

struct Tab {
    const char* id;
    std::string name;
    bool is_on;
};

// A word with a line under it where it is on.
bool draw_tab(const Tab& tab, float padding) {
    const WindowColours& colours = window_colours();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const ImVec2 size{width_of(tab.name) + 2 * padding, ImGui::GetFrameHeight() + 4};
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_Button, 0U);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour_of(with_alpha(colours.accent, 0.12)));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, colour_of(with_alpha(colours.accent, 0.25)));
    const bool pressed = ImGui::Button(tab.id, size);
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float down = from.y + (size.y - ImGui::GetTextLineHeight()) / 2;
    list.AddText({from.x + padding, down}, colour_of(tab.is_on ? colours.accent : colours.faint), tab.name.c_str());
    if (tab.is_on) {
        const float thick = 2 * static_cast<float>(look_scale()), bottom = from.y + size.y;
        list.AddRectFilled({from.x + padding, bottom - thick}, {from.x + size.x - padding, bottom},
                           colour_of(colours.accent));
    }
    return pressed;
}

// Tabs beside each other while they fit, else on further rows; a cross at the right end of the first. \returns the tab
// pressed, or −1; the cross gives `count`.
template <std::size_t count>
int draw_tabs(const std::array<Tab, count>& tabs, const std::string& close_name) {
    const auto scale = static_cast<float>(look_scale());
    const float cross = 26, left = ImGui::GetCursorPosX(),
                room = ImGui::GetContentRegionAvail().x - (cross + 2) * scale;
    float words = 0;
    for (const Tab& tab : tabs) words += width_of(tab.name);
    const float padding = std::min(12 * scale, std::max(3 * scale, (room - words) / (2 * count) - 0.5F));
    int pressed = -1;
    float used = 0;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 2});
    const float top = ImGui::GetCursorPosY();
    for (std::size_t i = 0; i < count; ++i) {
        const float wide = width_of(tabs[i].name) + 2 * padding;
        if (i > 0 && used + wide <= room)
            ImGui::SameLine();
        else
            used = 0;
        used += wide;
        if (draw_tab(tabs[i], padding)) pressed = static_cast<int>(i);
    }
    const float bottom = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({left + room + 2 * scale, top});
    if (icon_button({.id = "##close", .icon = Icon::close, .name = close_name, .size = cross}))
        pressed = static_cast<int>(count);
    ImGui::SetCursorPos({left, bottom});
    ImGui::PopStyleVar();
    ImGui::Separator();
    return pressed;
}

void draw_left(const ViewerState& state, Commands& commands) {
    begin_region("##left", state.layout.left);
    const std::array<Tab, 3> tabs{{{"##places", tr("Places"), state.left_tab == LeftTab::places},
                                   {"##layers", tr("Layers"), state.left_tab == LeftTab::layers},
                                   {"##data", tr("Basis"), state.left_tab == LeftTab::data}}};
    const int pressed = draw_tabs(tabs, tr("Close this panel"));
    if (pressed == 3)
        commands.emit(command::OpenSide{.left = true, .open = false});
    else if (pressed >= 0)
        commands.emit(command::ShowLeft{static_cast<LeftTab>(pressed)});
    ImGui::PushID(static_cast<int>(state.left_tab));  // each tab keeps its own scroll
    ImGui::BeginChild("##content");
    switch (state.left_tab) {
        case LeftTab::places:
            draw_places_panel(state, commands);
            break;
        case LeftTab::layers:
            draw_layers_panel(state, commands);
            break;
        case LeftTab::data:
            draw_data_panel(state, commands);
            break;
    }
    ImGui::EndChild();
    ImGui::PopID();
    end_region();
}

void draw_right(const ViewerState& state, Commands& commands) {
    begin_region("##right", state.layout.right);
    const std::array<Tab, 4> tabs{{{"##place", tr("Place"), state.right_tab == RightTab::place},
                                   {"##measures", tr("Measures"), state.right_tab == RightTab::measures},
                                   {"##what_if", tr("What if?"), state.right_tab == RightTab::what_if},
                                   {"##compare", tr("Compare"), state.right_tab == RightTab::compare}}};
    const int pressed = draw_tabs(tabs, tr("Close this panel"));
    if (pressed == 4)
        commands.emit(command::OpenSide{.left = false, .open = false});
    else if (pressed >= 0)
        commands.emit(command::ShowRight{static_cast<RightTab>(pressed)});
    ImGui::PushID(static_cast<int>(state.right_tab));
    ImGui::BeginChild("##content");
    switch (state.right_tab) {
        case RightTab::place:
            draw_place_panel(state, commands);
            break;
        case RightTab::measures:
            draw_measures_panel(state, commands);
            break;
        case RightTab::what_if:
            draw_what_if_panel(state, commands);
            break;
        case RightTab::compare:
            draw_compare_panel(state, commands);
            break;
    }
    ImGui::EndChild();
    ImGui::PopID();
    end_region();
}

}  // namespace

void draw_panels(const ViewerState& state, Commands& commands) {
    if (state.project) {
        draw_map_labels(state, commands);
        draw_map_furniture(state, commands);
    }
    draw_top_bar(state, commands);
    draw_status_bar(state, commands);
    if (!state.layout.left.empty()) draw_left(state, commands);
    if (!state.layout.right.empty()) draw_right(state, commands);
    if (!state.layout.bottom.empty()) draw_time_panel(state, commands);
    if (!state.project) draw_welcome(state, commands);
    draw_notices(state, commands);
    if (state.export_open) draw_export(state, commands);
    if (state.about_open) draw_about(state, commands);
    if (state.help_open) draw_help(state, commands);
    draw_open_dialog(state, commands);
}

}  // namespace lykta::viewer
