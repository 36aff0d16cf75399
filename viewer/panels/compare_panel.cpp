// Comparing: the map before and after, two studies side by side, two parts of the period, and what no follow-up could
// see.
#include <algorithm>

#include "core/language.hpp"
#include "viewer/panels/compare_panel_parts.hpp"
#include "viewer/panels/panel_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

struct ModeWords {
    CompareMode mode;
    const char* id;
    std::string label, tip;
};

void draw_modes(const ViewerState& state, Commands& commands) {
    const ModeWords modes[] = {
        {CompareMode::off, "compare_off", tr("One map"), tr("The map as usual")},
        {CompareMode::swipe, "compare_swipe", tr("Before and after"),
         tr("Left the town as it is, right with the scenario or else the chosen measures")},
        {CompareMode::beside, "compare_beside", tr("Two studies"), tr("Two studies side by side, moved together")}};
    bool first = true;
    for (const auto& one : modes) {
        if (!first) same_line_if_fits(width_of_press(one.label));
        first = false;
        if (tool_button(one.id, one.label, one.tip, state.compare.mode == one.mode))
            commands.emit(command::SetCompare{one.mode});
    }
}

void split_slider(const ViewerState& state, Commands& commands) {
    auto split = static_cast<float>(state.compare.split * 100);
    faint_text(tr("Where the map is divided"));
    ImGui::SetNextItemWidth(-1);
    if (ImGui::SliderFloat("##split", &split, 0, 100, language() == Language::swedish ? "%.0f\u00a0%%" : "%.0f%%"))
        commands.emit(command::SetSplit{std::clamp(static_cast<double>(split) / 100, 0.0, 1.0)});
}

/// What the right half holds, in words: nobody should have to guess.
void swipe_words(const ViewerState& state) {
    const bool scenario = !state.scenario.history.now().items.empty();
    faint_text(scenario ? tr("Left: the town as it is. Right: with the scenario.")
                        : tr("Left: the town as it is. Right: with the chosen measures."));
}

void open_other(const ViewerState& state, Commands& commands) {
    auto& path = draft("other_path");
    heading(tr("The other study"));
    if (state.compare.other) paragraph(state.compare.other->result().study_name);
    ImGui::SetNextItemWidth(-1);
    const bool entered = text_field("other_path", tr("study.toml, run.json or lykta.gpkg"), path) == Typed::entered;
    ImGui::BeginDisabled(path.empty());
    if ((press(tr("Open beside"), "open_beside") || entered) && !path.empty()) commands.emit(command::OpenBeside{path});
    ImGui::EndDisabled();
    for (const auto& recent : state.settings.recent) {
        const std::filesystem::path file{recent};
        if (file == std::filesystem::absolute(state.project->path).lexically_normal()) continue;
        ImGui::PushID(recent.c_str());
        if (link((file.parent_path().filename() / file.filename()).string(), "recent"))
            commands.emit(command::OpenBeside{recent});
        ImGui::PopID();
    }
}

void studies(const ViewerState& state, Commands& commands) {
    if (!section(tr("Two studies"), "studies")) return;
    open_other(state, commands);
    if (!state.compare.other) return;
    const auto &here = state.project->result(), &there = state.compare.other->result();
    const auto why = differences(here, there);
    for (const auto& line : why) coloured_text(line, window_colours().warning);
    faint_text(tr("What is recorded differs between towns and years: a higher figure is not a more dangerous town."));
    draw_study_table(here, there);
}

}  // namespace

void draw_compare_panel(const ViewerState& state, Commands& commands) {
    if (nothing_open(state)) return;
    draw_modes(state, commands);
    if (state.compare.mode != CompareMode::off) split_slider(state, commands);
    if (state.compare.mode == CompareMode::swipe) swipe_words(state);
    studies(state, commands);
    if (section(tr("Two parts of the period"), "periods")) {
        if (!state.time.figures || !state.time.figures->compared)
            faint_text(tr("Choose a part of the period and one to compare it with in the time panel."));
        else
            draw_period_table(state);
        if (!state.settings.time_open && press(tr("Open the time panel"), "open_time"))
            commands.emit(command::OpenTime{true});
    }
    if (section(tr("What cannot be seen"), "detect")) draw_detectability(state);
}

}  // namespace lykta::viewer
