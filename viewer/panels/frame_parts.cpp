// Regions and dialogs: plain windows with a fixed place, so that the layout alone decides what stands where.
#include "viewer/panels/frame_parts.hpp"

#include <algorithm>
#include <filesystem>

#include "core/language.hpp"
#include "viewer/panels/icons.hpp"

namespace lykta::viewer {
namespace {

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;

ImVec2 corner_of(const Box& box) {
    return {static_cast<float>(box.min_x), static_cast<float>(box.min_y)};
}
ImVec2 size_of(const Box& box) {
    return {static_cast<float>(box.width()), static_cast<float>(box.height())};
}

// The backdrop: takes every click that misses the dialog.
bool begin_backdrop(const ViewerState& state, const char* name) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({static_cast<float>(state.layout.width), static_cast<float>(state.layout.height)});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ImGui::GetColorU32(ImGuiCol_ModalWindowDimBg));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin(name, nullptr, fixed & ~ImGuiWindowFlags_NoBringToFrontOnFocus);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    return ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0);
}

}  // namespace

bool begin_region(const char* name, const Box& box, const RegionOptions& options) {
    ImGui::SetNextWindowPos(corner_of(box));
    ImGui::SetNextWindowSize(size_of(box));
    const auto scale = static_cast<float>(look_scale());
    const ImVec2 padding = options.padding < 0 ? ImGui::GetStyle().WindowPadding
                                               : ImVec2{options.padding * scale, options.padding * scale};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, options.has_border ? 1.0F : 0.0F);
    const bool open = ImGui::Begin(name, nullptr, fixed | (options.is_transparent ? ImGuiWindowFlags_NoBackground : 0));
    ImGui::PopStyleVar(2);
    return open;
}

void end_region() {
    ImGui::End();
}

bool begin_dialog(const ViewerState& state, const DialogOptions& options) {
    bool wants_to_close = begin_backdrop(state, options.name);
    const auto scale = static_cast<float>(look_scale());
    const auto window_wide = static_cast<float>(state.layout.width),
               window_high = static_cast<float>(state.layout.height);
    const ImVec2 size{std::min(options.width * scale, window_wide - 16),
                      std::min(options.height * scale, window_high - 16)};
    ImGui::SetCursorScreenPos({(window_wide - size.x) / 2, (window_high - size.y) / 2});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetColorU32(ImGuiCol_PopupBg));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {18 * scale, 14 * scale});
    ImGui::BeginChild("##box", size, true, ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    const float cross = 28;
    const float left = ImGui::GetCursorPosX(), room = ImGui::GetContentRegionAvail().x;
    ImGui::PushFont(font_of(Face::title));
    ImGui::PushTextWrapPos(left + room - cross * scale);
    ImGui::TextUnformatted(options.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    ImGui::SameLine(left + room - cross * scale);
    wants_to_close |= icon_button({.id = "##close", .icon = Icon::close, .name = tr("Close (Esc)"), .size = cross});
    ImGui::Separator();
    ImGui::BeginChild("##content", {0, 0}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
    return wants_to_close || (escape && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup));
}

void end_dialog() {
    ImGui::EndChild();
    ImGui::EndChild();
    ImGui::End();
}

bool main_button(const std::string& label) {
    const WindowColours& colours = window_colours();
    ImGui::PushStyleColor(ImGuiCol_Button, colour_of(colours.accent));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour_of(blended(colours.accent, colours.ink, 0.15)));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, colour_of(blended(colours.accent, colours.ink, 0.3)));
    ImGui::PushStyleColor(ImGuiCol_Text, colour_of(colours.panel));
    const bool pressed = ImGui::Button(label.c_str());
    ImGui::PopStyleColor(4);
    return pressed;
}

float width_of(const std::string& text) {
    return ImGui::CalcTextSize(text.c_str()).x;
}
float button_width(const std::string& label) {
    return width_of(label) + 2 * ImGui::GetStyle().FramePadding.x;
}

std::string short_path(const std::string& path) {
    const std::filesystem::path whole(path);
    const std::string folder = whole.parent_path().filename().string();
    return folder.empty() ? whole.filename().string() : folder + "/" + whole.filename().string();
}

}  // namespace lykta::viewer
