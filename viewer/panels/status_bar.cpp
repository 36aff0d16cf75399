// The bar at the bottom: where the pointer is, at what scale, what is being worked on, who may see this, memory.
#include <algorithm>
#include <memory>

#include "core/crs.hpp"
#include "core/language.hpp"
#include "viewer/map/furniture.hpp"
#include "viewer/panels/frame_parts.hpp"
#include "viewer/panels/icons.hpp"
#include "viewer/panels/panels.hpp"

namespace lykta::viewer {
namespace {

// To degrees, made once a project: PROJ takes milliseconds to set a projection up.
Point in_degrees(const Project& project, const ProjectPointer& owner, Point world) {
    static std::weak_ptr<const Project> made_for;
    static std::unique_ptr<Projector> projector;
    if (!projector || made_for.lock() != owner) {
        projector = std::make_unique<Projector>(project.result().crs, Crs::from_text("OGC:CRS84"));
        made_for = owner;
    }
    return (*projector)(world);
}

// "1:5 000" on a screen of 96 pixels an inch.
std::string scale_words(const MapView& view) {
    constexpr double metres_per_screen_pixel = 0.0254 / 96;
    const double scale = view.metres_per_pixel / metres_per_screen_pixel;
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(scale)) - 1));
    return say("about 1:{}", number_text(static_cast<std::int64_t>(std::llround(scale / step) * std::llround(step))));
}

// Texts from the left, each only where it fits whole: what matters most first.
class Row {
public:
    explicit Row(float right) : m_right(right) {}
    void add(const std::string& text, bool is_strong = false) {
        if (text.empty()) return;
        const float gap = m_is_first ? 0 : 18 * static_cast<float>(look_scale());
        const float start = m_is_first ? ImGui::GetCursorScreenPos().x : ImGui::GetItemRectMax().x;
        if (start + gap + width_of(text) > m_right) return;
        if (!m_is_first) ImGui::SameLine(0, gap);
        m_is_first = false;
        const WindowColours& colours = window_colours();
        ImGui::PushStyleColor(ImGuiCol_Text, colour_of(is_strong ? colours.ink : colours.faint));
        ImGui::TextUnformatted(text.c_str());
        ImGui::PopStyleColor();
    }

private:
    float m_right;
    bool m_is_first = true;
};

std::string memory_words(std::size_t bytes) {
    return bytes == 0 ? std::string{} : say("graphics {} MB", number_text(static_cast<double>(bytes) / 1e6, 0));
}

std::string privacy_words(const Project& project) {
    const auto& result = project.result();
    return result.public_level ? say("public: at least {} incidents", result.privacy_k)
                               : std::string{tr("internal use")};
}

float job_width() {
    return 280 * static_cast<float>(look_scale());
}

// The first job: its stage over a bar, and a cross that stops it. \returns the width it took
float draw_job(const ViewerState& state, float right, Commands& commands) {
    if (state.jobs.empty()) return 0;
    const JobStatus& job = state.jobs.front();
    const auto scale = static_cast<float>(look_scale());
    const float width = std::min(job_width(), right * 0.5F), cross = 20 * scale, high = ImGui::GetTextLineHeight();
    const std::string words = job.stage.empty() ? job.title : say("{}: {}", job.title, job.stage);
    const ImVec2 from{right - width, ImGui::GetCursorScreenPos().y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float bar = width - cross - 4 * scale;
    const double share = job.share < 0 ? std::fmod(ImGui::GetTime() / 2, 1.0) : std::clamp(job.share, 0.0, 1.0);
    const float start = job.share < 0 ? from.x + static_cast<float>(share) * bar * 0.75F : from.x;
    const float end = job.share < 0 ? start + bar * 0.25F : from.x + static_cast<float>(share) * bar;
    list.AddRectFilled({from.x, from.y + high - 1}, {from.x + bar, from.y + high + 2 * scale},
                       colour_of(window_colours().line));
    list.AddRectFilled({start, from.y + high - 1}, {end, from.y + high + 2 * scale},
                       colour_of(window_colours().accent));
    list.AddText({from.x, from.y - 1 * scale}, colour_of(window_colours().ink), shortened(words, bar).c_str());
    ImGui::SetCursorScreenPos({right - cross, from.y - 2 * scale});
    if (icon_button({.id = "##cancel", .icon = Icon::close, .name = tr("Stop this work"), .size = 20})) {
        commands.emit(command::CancelJob{job.slot});
    }
    return width + 12 * scale;
}

}  // namespace

void draw_status_bar(const ViewerState& state, Commands& commands) {
    const auto scale = static_cast<float>(look_scale());
    const Box box{0, state.layout.height - 26 * look_scale(), state.layout.width, state.layout.height};
    begin_region("##status", box, {.padding = 4});
    ImGui::PushFont(font_of(Face::small));
    const ImVec2 from = ImGui::GetCursorScreenPos();
    float right = static_cast<float>(state.layout.width) - 8 * scale;
    right -= draw_job(state, right, commands);
    ImGui::SetCursorScreenPos({from.x + 6 * scale, from.y});
    Row row(right);
    if (state.project) {
        const Project& project = *state.project;
        row.add(scale_words(state.view));
        row.add(privacy_words(project));
        if (state.pointer) {
            row.add(project_coordinates_text(*state.pointer, project.result().crs), true);
            row.add(wgs84_text(in_degrees(project, state.project, *state.pointer)), true);
        }
    }
    row.add(memory_words(state.device_bytes));
    ImGui::PopFont();
    end_region();
}

}  // namespace lykta::viewer
