// The map as a page: which paper, which file, and what will stand on it.
#include <array>
#include <filesystem>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "core/language.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

// The file's path while it is typed; kept as long as the same study is open.
std::string& typed_path(const ViewerState& state) {
    static std::string path, made_for;
    const std::string project = state.project ? state.project->path.string() : std::string{};
    if (path.empty() || made_for != project) {
        path = (std::filesystem::path(project).parent_path() / tr("map.pdf")).string();
        made_for = project;
    }
    return path;
}

void draw_paper(const ViewerState& state, Commands& commands) {
    const std::array<std::string, 5> papers{tr("A4, upright"), tr("A4, lying"), tr("A3, upright"), tr("A3, lying"),
                                            tr("Size in pixels")};
    heading(tr("Paper"));
    PageOptions page = state.page;
    for (int i = 0; i < static_cast<int>(papers.size()); ++i) {
        const auto& label = papers[static_cast<std::size_t>(i)];
        if (i > 0) same_line_if_fits(ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x + width_of(label));
        if (ImGui::RadioButton(label.c_str(), static_cast<int>(page.paper) == i)) {
            page.paper = static_cast<Paper>(i);
            commands.emit(command::SetPage{page});
        }
    }
}

bool draw_number(const char* label, int& value, ImVec2 span) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(label);
    ImGui::SameLine();
    ImGui::SetNextItemWidth(100 * static_cast<float>(look_scale()));
    ImGui::PushID(label);
    const bool changed = ImGui::InputInt("##value", &value, 0, 0, ImGuiInputTextFlags_EnterReturnsTrue);
    ImGui::PopID();
    value = std::clamp(value, static_cast<int>(span.x), static_cast<int>(span.y));
    return changed || ImGui::IsItemDeactivatedAfterEdit();
}

void draw_sizes(const ViewerState& state, Commands& commands) {
    PageOptions page = state.page;
    bool changed = false;
    if (page.paper == Paper::pixels) {
        changed |= draw_number(tr("Width, pixels"), page.width, {200, 20000});
        changed |= draw_number(tr("Height, pixels"), page.height, {200, 20000});
    } else {
        changed |= draw_number(tr("Dots per inch"), page.dots_per_inch, {72, 600});
    }
    changed |= ImGui::Checkbox(tr("Night map"), &page.night);
    if (changed) commands.emit(command::SetPage{page});
}

// What a page always has, so that it can stand alone.
void draw_contents(const ViewerState& state) {
    heading(tr("What stands on the page"));
    ImGui::TextWrapped("%s",
                       tr("The map as it is shown now, with title, legend, scale bar, north arrow, sources, period, "
                          "date and privacy level. These are always there."));
    std::string titles;
    const auto layers = shown_layers(state);
    for (std::size_t i = layers.size(); i-- > 0;) {
        titles += (titles.empty() ? "" : ", ") + layers[i].layer->title;
    }
    if (!titles.empty()) faint_text(say("Layers: {}", titles));
    if (!state.project) return;
    const auto& result = state.project->result();
    if (!result.public_level) {
        ImGui::PushStyleColor(ImGuiCol_Text, colour_of(window_colours().warning));
        ImGui::TextWrapped("%s", tr("Internal: small figures and single incidents may be shown. Not for publication."));
        ImGui::PopStyleColor();
    } else {
        faint_text(say("Public: no figure under {} incidents and no single incident is shown.", result.privacy_k));
    }
}

bool is_known_ending(const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    return ending == ".png" || ending == ".svg" || ending == ".pdf";
}

void draw_file(std::string& path) {
    heading(tr("File"));
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##file", &path);
    for (const char* ending : {".pdf", ".png", ".svg"}) {
        const bool is_on = std::filesystem::path(path).extension() == ending;
        if (ending != std::string_view(".pdf")) ImGui::SameLine();
        if (tool_button(ending, ending + 1, "", is_on))
            path = std::filesystem::path(path).replace_extension(ending).string();
    }
    std::error_code ignored;
    if (!is_known_ending(path))
        faint_text(tr("The name ends with .pdf, .png or .svg: choose one."));
    else if (std::filesystem::exists(path, ignored))
        faint_text(tr("The file exists and will be replaced."));
}

}  // namespace

void draw_export(const ViewerState& state, Commands& commands) {
    const bool close =
        begin_dialog(state, {.name = "##export", .title = tr("Write the map as a page"), .width = 560, .height = 520});
    std::string& path = typed_path(state);
    draw_paper(state, commands);
    draw_sizes(state, commands);
    draw_file(path);
    draw_contents(state);
    ImGui::Spacing();
    ImGui::BeginDisabled(!is_known_ending(path));
    if (main_button(tr("Write the page"))) {
        commands.emit(command::WritePage{path});
        commands.emit(command::OpenExport{false});
    }
    ImGui::EndDisabled();
    end_dialog();
    if (close) commands.emit(command::OpenExport{false});
}

}  // namespace lykta::viewer
