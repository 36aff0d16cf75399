// Messages over the map: what was done, what could not be done and what to do about it.
#include <algorithm>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

Rgba colour_for(NoticeKind kind) {
    const WindowColours& colours = window_colours();
    switch (kind) {
        case NoticeKind::done:
            return colours.good;
        case NoticeKind::warning:
            return colours.warning;
        case NoticeKind::error:
            return colours.bad;
    }
    return colours.ink;
}

// One notice: a coloured edge, the kind in words so that colour is not the only carrier, the text, a cross.
void draw_notice(const ViewerState& state, std::size_t index, Commands& commands) {
    const Notice& notice = state.notices[index];
    const auto scale = static_cast<float>(look_scale());
    ImGui::PushID(static_cast<int>(index));
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float left = ImGui::GetCursorPosX() + 12 * scale, room = ImGui::GetContentRegionAvail().x - 42 * scale;
    ImGui::SetCursorPosX(left);
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(left + room);
    if (notice.kind != NoticeKind::done) {
        ImGui::PushFont(font_of(Face::strong));
        ImGui::TextUnformatted(notice.kind == NoticeKind::error ? tr("Could not be done") : tr("Please note"));
        ImGui::PopFont();
    }
    ImGui::TextUnformatted(notice.text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::GetWindowDrawList()->AddRectFilled(from, {from.x + 4 * scale, bottom}, colour_of(colour_for(notice.kind)),
                                              2 * scale);
    ImGui::SameLine(left + room + 4 * scale);
    if (icon_button({.id = "##dismiss", .icon = Icon::close, .name = tr("Take the message away"), .size = 24})) {
        commands.emit(command::DismissNotice{index});
    }
    ImGui::PopID();
}

}  // namespace

void draw_notices(const ViewerState& state, Commands& commands) {
    if (state.notices.empty()) return;
    const auto scale = static_cast<float>(look_scale());
    const Box& map = state.layout.map;
    const float width = std::min(460 * scale, static_cast<float>(map.width()) - 16);
    const auto middle = static_cast<float>((map.min_x + map.max_x) / 2);
    ImGui::SetNextWindowPos({middle, static_cast<float>(map.max_y) - 92 * scale}, ImGuiCond_Always, {0.5F, 1});
    // As high as its texts: the last three, the newest first.
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, static_cast<float>(map.height()) * 0.6F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 4 * scale);
    ImGui::Begin("##notices", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    const std::size_t count = state.notices.size(), first = count > 3 ? count - 3 : 0;
    for (std::size_t index = count; index > first; --index) {
        if (index < count) ImGui::Separator();
        draw_notice(state, index - 1, commands);
    }
    if (first > 0) faint_text(say("{} earlier messages", number_text(static_cast<std::int64_t>(first))));
    ImGui::End();
}

}  // namespace lykta::viewer
