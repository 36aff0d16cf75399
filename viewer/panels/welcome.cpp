// Nothing is open yet: what Lykta does, and how to begin.
#include <algorithm>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

void draw_recent(const ViewerState& state, Commands& commands) {
    if (state.settings.recent.empty()) return;
    heading(tr("Opened lately"));
    for (const std::string& path : state.settings.recent) {
        ImGui::PushID(path.c_str());
        const float room = ImGui::GetContentRegionAvail().x;
        if (ImGui::Selectable(shortened(short_path(path), room).c_str())) commands.emit(command::Open{path});
        if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", path.c_str());
        ImGui::PopID();
    }
}

// What is being opened, as far as it has come.
void draw_opening(const ViewerState& state, Commands& commands) {
    ImGui::TextWrapped("%s", say("Opening {} …", state.opening).c_str());
    for (const JobStatus& job : state.jobs) {
        if (job.slot != JobSlot::open) continue;
        if (!job.stage.empty()) faint_text(job.stage);
        interval_bar({.value = std::max(0.0, job.share), .colour = window_colours().accent});
    }
    if (ImGui::Button(tr("Stop"))) commands.emit(command::CancelJob{JobSlot::open});
}

void draw_start(const ViewerState& state, Commands& commands) {
    ImGui::TextWrapped("%s",
                       tr("Lykta ranks the places of a town where recorded incidents gather, and says how sure the "
                          "order is. It shows why: light, sight, vegetation and buildings, with the records behind "
                          "each figure. And it weighs which measures answer that, what they cost, and what is known "
                          "of their effect."));
    ImGui::Spacing();
    if (main_button(tr("Open a study or a result"))) begin_open_dialog(Choose::study);
    faint_text(tr("Or drop a file here: study.toml, run.json or lykta.gpkg."));
    draw_recent(state, commands);
}

}  // namespace

void draw_welcome(const ViewerState& state, Commands& commands) {
    const Box& map = state.layout.map;
    const double scale = look_scale(), margin = 16;
    const double width = std::min(560 * scale, map.width() - 2 * margin),
                 wanted = 250 + 26.0 * static_cast<double>(state.settings.recent.size());
    const double height = std::min(wanted * scale, map.height() - 2 * margin);
    const double left = (map.min_x + map.max_x - width) / 2, top = map.min_y + (map.height() - height) * 0.4;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, static_cast<float>(6 * scale));
    begin_region("##welcome", {left, top, left + width, top + height}, {.padding = 24});
    ImGui::PopStyleVar();
    ImGui::PushFont(font_of(Face::title));
    ImGui::TextWrapped("%s", tr("Why there, and what if?"));
    ImGui::PopFont();
    ImGui::Spacing();
    ImGui::BeginChild("##content");
    if (state.opening.empty())
        draw_start(state, commands);
    else
        draw_opening(state, commands);
    ImGui::EndChild();
    end_region();
}

}  // namespace lykta::viewer
