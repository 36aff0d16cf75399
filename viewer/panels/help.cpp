// Keys and mouse: everything that can be done without a panel.
#include <array>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

struct Key {
    std::string keys, meaning;
};

void draw_keys(const char* title, std::span<const Key> rows) {
    heading(title);
    const auto scale = static_cast<float>(look_scale());
    const float first = std::min(190 * scale, ImGui::GetContentRegionAvail().x * 0.42F);
    if (!ImGui::BeginTable(title, 2)) return;
    ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, first);
    ImGui::TableSetupColumn("meaning", ImGuiTableColumnFlags_WidthStretch);
    for (const Key& row : rows) {
        ImGui::TableNextColumn();
        ImGui::PushFont(font_of(Face::strong));
        ImGui::TextWrapped("%s", row.keys.c_str());
        ImGui::PopFont();
        ImGui::TableNextColumn();
        ImGui::TextWrapped("%s", row.meaning.c_str());
    }
    ImGui::EndTable();
}

void draw_map_keys() {
    const std::array<Key, 8> rows{{{tr("Drag, arrow keys"), tr("move the map")},
                                   {tr("Wheel, pinch, + and −"), tr("zoom where the pointer is")},
                                   {tr("Right drag, Q and E"), tr("turn the map")},
                                   {"N", tr("north up")},
                                   {"0", tr("the whole town")},
                                   {tr("Click"), tr("choose a place, or use the tool")},
                                   {tr("Double click, Enter"), tr("end a length or an area")},
                                   {tr("Esc"), tr("leave the tool, close a dialog")}}};
    draw_keys(tr("The map"), rows);
}
void draw_place_keys() {
    const std::array<Key, 3> rows{{{tr("J and K"), tr("next and previous place in the list")},
                                   {tr("Ctrl+F"), tr("search for a street, a place or an area")},
                                   {tr("Tab, arrow keys"), tr("walk through the panels")}}};
    draw_keys(tr("Places"), rows);
}
void draw_tool_keys() {
    const std::array<Key, 7> rows{{{"1", tr("look and choose")},
                                   {"2", tr("visible area of a point")},
                                   {"3", tr("measure a length")},
                                   {"4", tr("measure an area")},
                                   {"5", tr("add a lamp")},
                                   {"6", tr("add a camera")},
                                   {"7", tr("clear a plant")}}};
    draw_keys(tr("Tools"), rows);
}
void draw_window_keys() {
    const std::array<Key, 8> rows{{{"Ctrl+O", tr("open a study or a result")},
                                   {"Ctrl+P", tr("write the map as a page")},
                                   {"Ctrl+Z, Ctrl+Y", tr("undo and redo what-if changes")},
                                   {"F1", tr("this help")},
                                   {"F2", tr("night view")},
                                   {"F3", tr("compare before and after")},
                                   {"F4", tr("the time panel")},
                                   {tr("Space"), tr("play the period, or stop it")}}};
    draw_keys(tr("The window"), rows);
}

}  // namespace

void draw_help(const ViewerState& state, Commands& commands) {
    const bool close =
        begin_dialog(state, {.name = "##help", .title = tr("Keys and mouse"), .width = 560, .height = 640});
    draw_map_keys();
    draw_place_keys();
    draw_tool_keys();
    draw_window_keys();
    ImGui::Spacing();
    if (ImGui::Button(tr("About Lykta"))) {
        commands.emit(command::OpenHelp{false});
        commands.emit(command::OpenAbout{true});
    }
    end_dialog();
    if (close) commands.emit(command::OpenHelp{false});
}

}  // namespace lykta::viewer
