// Choosing a file by walking folders or typing its path. Which folder is looked at is the dialog's own short memory; a
// folder is read when it is entered, not every frame.
#include <filesystem>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "core/language.hpp"
#include "viewer/panels/folder_list.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

struct Chooser {
    bool is_open = false, is_new = false;
    Choose what = Choose::study;
    fs::path folder;
    FolderList list;
    std::string typed;
};
Chooser& chooser() {
    static Chooser one;
    return one;
}

void enter(Chooser& now, const fs::path& folder) {
    std::error_code ignored;
    const fs::path whole = fs::weakly_canonical(folder, ignored);
    now.folder = whole.empty() ? folder : whole;
    now.list = list_folder(now.folder, now.what);
    now.typed = now.folder.string();
}

// Beside what is open, else where one was last, else where the program was started.
fs::path first_folder(const ViewerState& state) {
    std::error_code ignored;
    if (state.project) return fs::absolute(state.project->path, ignored).parent_path();
    if (!state.settings.recent.empty()) return fs::path(state.settings.recent.front()).parent_path();
    return fs::current_path(ignored);
}

void choose(Chooser& now, const fs::path& file, Commands& commands) {
    now.is_open = false;
    switch (now.what) {
        case Choose::study:
            commands.emit(command::Open{file});
            break;
        case Choose::beside:
            commands.emit(command::OpenBeside{file});
            break;
        case Choose::base_raster:
            commands.emit(command::OpenBaseRaster{file});
            break;
    }
}

std::string title_of(Choose what) {
    switch (what) {
        case Choose::study:
            return tr("Open a study or a result");
        case Choose::beside:
            return tr("Open a study to compare with");
        case Choose::base_raster:
            return tr("Open a base map");
    }
    return {};
}
std::string hint_of(Choose what) {
    return what == Choose::base_raster ? tr("GeoTIFF, MBTiles or GeoPackage with tiles.")
                                       : tr("study.toml, run.json, lykta.gpkg, or the folder of a study.");
}

// A path typed or pasted: a folder is entered, anything else is opened, and what cannot be is said by whoever opens it.
void take_typed(Chooser& now, Commands& commands) {
    std::error_code ignored;
    const fs::path path = fs::path(now.typed).is_absolute() ? fs::path(now.typed) : now.folder / now.typed;
    if (fs::is_directory(path, ignored))
        enter(now, path);
    else if (!now.typed.empty())
        choose(now, path, commands);
}

void draw_path(Chooser& now, Commands& commands) {
    if (icon_button({.id = "##up", .icon = Icon::up, .name = tr("The folder above"), .size = 28})) {
        enter(now, now.folder.parent_path());
    }
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    const bool entered =
        ImGui::InputTextWithHint("##path", tr("Path"), &now.typed, ImGuiInputTextFlags_EnterReturnsTrue);
    if (entered) take_typed(now, commands);
}

// A row with its symbol. \returns true when it is to be opened: a folder at a click, a file at two or by the keyboard
bool draw_entry(Chooser& now, const FolderEntry& entry) {
    const auto scale = static_cast<float>(look_scale());
    const float indent = 24 * scale, room = ImGui::GetContentRegionAvail().x;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const bool is_typed = (now.folder / entry.name).string() == now.typed;
    const bool pressed = ImGui::Selectable("##entry", is_typed, ImGuiSelectableFlags_AllowDoubleClick);
    const bool by_mouse = ImGui::IsMouseReleased(0) || ImGui::IsMouseClicked(0);
    if (ImGui::IsItemHovered() && width_of(entry.name) > room - indent) ImGui::SetTooltip("%s", entry.name.c_str());
    const float middle = from.y + ImGui::GetTextLineHeight() / 2;
    const Rgba ink = entry.is_folder ? window_colours().accent : window_colours().faint;
    draw_icon(ImGui::GetWindowDrawList(), entry.is_folder ? Icon::folder : Icon::file, {from.x + 9 * scale, middle},
              14 * scale, colour_of(ink));
    ImGui::GetWindowDrawList()->AddText({from.x + indent, from.y}, ImGui::GetColorU32(ImGuiCol_Text),
                                        shortened(entry.name, room - indent).c_str());
    if (!pressed) return false;
    now.typed = (now.folder / entry.name).string();
    return entry.is_folder || !by_mouse || ImGui::IsMouseDoubleClicked(0);
}

void draw_list(Chooser& now, Commands& commands) {
    ImGui::BeginChild("##list", {0, -ImGui::GetFrameHeightWithSpacing() - 4}, true);
    if (!now.list.trouble.empty()) faint_text(now.list.trouble);
    if (now.list.trouble.empty() && now.list.entries.empty()) faint_text(tr("Nothing here that can be opened."));
    const FolderEntry* opened = nullptr;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(now.list.entries.size()));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            const FolderEntry& entry = now.list.entries[static_cast<std::size_t>(row)];
            ImGui::PushID(entry.name.c_str());
            if (row == 0 && now.is_new) ImGui::SetKeyboardFocusHere();
            if (draw_entry(now, entry)) opened = &entry;
            ImGui::PopID();
        }
    }
    now.is_new = false;
    ImGui::EndChild();
    if (opened == nullptr) return;
    const fs::path path = now.folder / opened->name;
    if (opened->is_folder)
        enter(now, path);
    else
        choose(now, path, commands);
}

}  // namespace

void begin_open_dialog(Choose what) {
    Chooser& now = chooser();
    now.is_open = now.is_new = true;
    now.what = what;
    if (!now.folder.empty()) enter(now, now.folder);
}

void draw_open_dialog(const ViewerState& state, Commands& commands) {
    Chooser& now = chooser();
    if (!now.is_open) return;
    if (now.folder.empty()) enter(now, first_folder(state));
    const bool close =
        begin_dialog(state, {.name = "##open file", .title = title_of(now.what), .width = 640, .height = 560});
    draw_path(now, commands);
    faint_text(hint_of(now.what));
    draw_list(now, commands);
    if (main_button(tr("Open"))) take_typed(now, commands);
    ImGui::SameLine();
    if (ImGui::Button(tr("Cancel")) || close) now.is_open = false;
    end_dialog();
}

}  // namespace lykta::viewer
