// The search box and the list under it. Which hit is chosen is the box's own short memory, like the caret is.
#include "viewer/panels/search_box.hpp"

#include <algorithm>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"

namespace lykta::viewer {
namespace {

constexpr std::size_t most_shown = 12;

int moved_by_keys(int chosen, int count) {
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++chosen;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --chosen;
    return count == 0 ? 0 : std::clamp(chosen, 0, count - 1);
}

// One row: the name, and fainter what it is. \returns pressed
bool draw_hit(const SearchHit& hit, bool is_chosen) {
    const float room = ImGui::GetContentRegionAvail().x;
    const ImVec2 from = ImGui::GetCursorPos();
    const float kind_wide = width_of(hit.kind);
    const bool one_row = width_of(hit.text) + kind_wide + 16 <= room;
    const ImVec2 text_size = ImGui::CalcTextSize(hit.text.c_str(), nullptr, false, room);
    const float high = text_size.y + (one_row ? 0 : ImGui::GetTextLineHeight());
    const bool pressed = ImGui::Selectable("##hit", is_chosen, 0, {room, high});
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorPos(from);
    ImGui::PushTextWrapPos(from.x + room + 1);
    ImGui::TextUnformatted(hit.text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::SetCursorPos(one_row ? ImVec2{from.x + room - kind_wide, from.y} : ImVec2{from.x, from.y + text_size.y});
    ImGui::TextDisabled("%s", hit.kind.c_str());
    ImGui::SetCursorPos(after);
    return pressed;
}

// \returns true while the pointer is over the list: the click that chooses must not close it first
bool draw_hits(const ViewerState& state, int chosen, ImVec2 under, float width, Commands& commands) {
    ImGui::SetNextWindowPos(under);
    const auto most_high = static_cast<float>(state.layout.height) - under.y - 40;
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(60.0F, most_high)});
    ImGui::Begin("##hits", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    if (state.hits.empty()) {
        faint_text(say("Nothing is called “{}” in this study. Try fewer letters.", state.search));
    }
    for (std::size_t hit = 0; hit < std::min(state.hits.size(), most_shown); ++hit) {
        ImGui::PushID(static_cast<int>(hit));
        if (draw_hit(state.hits[hit], static_cast<int>(hit) == chosen)) commands.emit(command::GoToHit{hit});
        ImGui::PopID();
    }
    if (state.hits.size() > most_shown) {
        faint_text(say("and {} more", number_text(static_cast<std::int64_t>(state.hits.size() - most_shown))));
    }
    const bool hovered = ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    ImGui::End();
    return hovered;
}

}  // namespace

void draw_search_box(const ViewerState& state, Commands& commands, float width) {
    ImGuiStorage& memory = *ImGui::GetStateStorage();
    const ImGuiID chosen_id = ImGui::GetID("##chosen hit"), over_id = ImGui::GetID("##over hits");
    int chosen = memory.GetInt(chosen_id);
    std::string text = state.search;
    ImGui::BeginDisabled(!state.project);
    ImGui::SetNextItemWidth(width);
    if (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed('F', false)) ImGui::SetKeyboardFocusHere();
    const bool entered =
        ImGui::InputTextWithHint("##search", tr("Search (Ctrl+F)"), &text,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool is_active = ImGui::IsItemActive();
    const ImVec2 under{ImGui::GetItemRectMin().x, ImGui::GetItemRectMax().y + 4};
    if (ImGui::IsItemEdited()) {
        commands.emit(command::Search{text});
        chosen = 0;
    }
    ImGui::EndDisabled();
    const int count = static_cast<int>(std::min(state.hits.size(), most_shown));
    if (is_active) chosen = moved_by_keys(chosen, count);
    if (entered && count > 0) commands.emit(command::GoToHit{static_cast<std::size_t>(std::min(chosen, count - 1))});
    const bool is_open = !state.search.empty() && state.project && (is_active || memory.GetBool(over_id));
    const float list_wide = std::max(width, 280 * static_cast<float>(look_scale()));
    const float most_left = static_cast<float>(state.layout.width) - list_wide - 4;
    const ImVec2 corner{std::min(under.x, most_left), under.y};
    memory.SetInt(chosen_id, chosen);
    memory.SetBool(over_id, is_open && draw_hits(state, chosen, corner, list_wide, commands));
}

}  // namespace lykta::viewer
