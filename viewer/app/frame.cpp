#include "viewer/app/frame.hpp"

#include <backends/imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/app/input.hpp"
#include "viewer/panels/look.hpp"
#include "viewer/panels/map_sides.hpp"

namespace lykta::viewer {
namespace {

/// Dear ImGui with its OpenGL half, from first to last.
struct ImGuiSession {
    ImGuiSession() {
        ImGui::CreateContext();
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;  // the window's state is kept by the controller
        io.LogFilename = nullptr;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        set_key_map();
        if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
            throw Error{ErrorCode::bad_option, tr("The graphics driver refused the panels; update it and try again.")};
    }
    ~ImGuiSession() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext();
    }
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;
};

/// New fonts came with a new text size: their picture on the device is made anew.
void refresh_font_texture() {
    if (ImGui::GetIO().Fonts->TexID != nullptr) return;
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

Viewport viewport(const Box& box) {
    const auto pixel = [](double v) { return static_cast<int>(std::lround(v)); };
    const int left = pixel(box.min_x), top = pixel(box.min_y);
    return {left, top, pixel(box.max_x) - left, pixel(box.max_y) - top};
}

void draw_maps(Renderer& renderer, const ViewerState& state, double scale) {
    for (const auto& side : map_sides(state)) {
        const auto clip = viewport(side.clip);
        if (clip.width <= 0 || clip.height <= 0) continue;
        const auto layers = shown_layers(state, side.side);
        renderer.draw_map({.view = side.view,
                           .layers = layers,
                           .clip = clip,
                           .origin = side.origin,
                           .night = state.settings.night,
                           .scale = scale,
                           .slot = static_cast<int>(side.side)});
    }
}

void tell_graphics(const RendererInfo& info, ViewerState& state) {
    state.renderer = info.name;
    state.device_bytes = info.buffer_bytes + info.texture_bytes;
}

}  // namespace

struct Frame::Parts {
    explicit Parts(Preparing preparing) : renderer(make_gl_renderer(preparing)) {}
    ImGuiSession session;
    std::unique_ptr<Renderer> renderer;
    MapInput input;
};

Frame::Frame(Preparing preparing) : m_parts(std::make_unique<Parts>(preparing)) {}
Frame::~Frame() = default;

void Frame::draw(ViewerState& state, Commands& commands, const FrameSize& size) {
    set_look(state.settings.text_scale * size.content_scale, state.settings.night);
    refresh_font_texture();
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
    io.DeltaTime = static_cast<float>(std::clamp(size.seconds, 1e-4, 0.25));
    state.layout = layout_of(state, size.width, size.height);
    if (const auto sides = map_sides(state); !sides.empty()) state.view = sides.front().view;
    tell_graphics(m_parts->renderer->info(), state);
    m_parts->renderer->begin_frame(size.width, size.height, state.settings.night);
    if (state.project) draw_maps(*m_parts->renderer, state, size.content_scale);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    m_parts->input.read(state, commands);
    draw_panels(state, commands);
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

Picture Frame::picture() {
    return m_parts->renderer->read_back();
}

bool Frame::is_moving() const {
    return m_parts->input.is_moving() || m_parts->renderer->info().is_preparing;
}

RendererInfo Frame::info() const {
    return m_parts->renderer->info();
}

}  // namespace lykta::viewer
