// The renderer on OpenGL 3.3 core: draws each frame whole, or keeps a picture of each map and shows it moved.
#include <epoxy/gl.h>

#include <algorithm>
#include <map>

#include "core/error.hpp"
#include "core/language.hpp"
#include "viewer/render/background.hpp"
#include "viewer/render/gl_state.hpp"
#include "viewer/render/gl_steady.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

namespace {

constexpr int oldest_version = 33;
constexpr std::uint64_t kept_maps = 30;  // frames: the pictures of a comparison that was closed are let go
constexpr double frame_budget_ms = 8;    // for pictures of the map on their way

std::string driver_name() {
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    return name != nullptr ? name : "";
}

void demand_version() {
    const int version = epoxy_gl_version();
    if (epoxy_is_desktop_gl() && version >= oldest_version) return;
    throw Error(ErrorCode::bad_option,
                say("the graphics driver offers OpenGL {}.{} and the map needs 3.3; update the driver, or start with "
                    "LIBGL_ALWAYS_SOFTWARE=1 to draw without the graphics card",
                    version / 10, version % 10));
}

class GlRenderer final : public Renderer {
public:
    explicit GlRenderer(Preparing preparing) : m_preparing(preparing) {
        demand_version();
        m_painter = std::make_unique<Painter>(preparing);
        m_info.name = driver_name();
    }

    void begin_frame(int width, int height, bool night) override {
        m_width = width;
        m_height = height;
        m_info.features_drawn = 0;
        m_info.is_preparing = false;
        m_info.is_sharp = true;
        m_layers.next_frame();
        std::erase_if(m_steady, [&](const auto& map) { return map.second.seen + kept_maps < m_layers.frame(); });
        glDisable(GL_SCISSOR_TEST);
        const auto share = [](std::uint8_t value) { return static_cast<GLfloat>(value) / 255; };
        const Rgba paper = background_of(night);
        glClearColor(share(paper.r), share(paper.g), share(paper.b), 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    void draw_map(const MapPicture& picture) override {
        if (picture.clip.width <= 0 || picture.clip.height <= 0) return;
        const SavedState saved;
        Drawing drawing{*m_painter, m_layers};
        if (m_preparing == Preparing::behind) return draw_steady(drawing, picture, saved.framebuffer());
        m_painter->aim(saved.framebuffer(), m_width, m_height);
        m_info.features_drawn += draw_layers(drawing, picture, place_of(picture, m_height));
        m_info.is_preparing = m_info.is_preparing || m_painter->left_out();
    }

    Picture read_back() override {
        Picture picture{m_width, m_height, {}};
        const auto row = 4 * static_cast<std::size_t>(m_width);
        std::vector<std::uint8_t> from_below(row * static_cast<std::size_t>(m_height));
        picture.rgba.resize(from_below.size());
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glReadPixels(0, 0, m_width, m_height, GL_RGBA, GL_UNSIGNED_BYTE, from_below.data());
        for (std::size_t y = 0; y < static_cast<std::size_t>(m_height); ++y)
            std::copy_n(from_below.data() + (static_cast<std::size_t>(m_height) - 1 - y) * row, row,
                        picture.rgba.data() + y * row);
        return picture;
    }

    RendererInfo info() const override {
        RendererInfo info = m_info;
        info.buffer_bytes = m_painter->buffer_bytes() + m_layers.buffer_bytes();
        info.texture_bytes = m_painter->texture_bytes() + m_layers.texture_bytes();
        for (const auto& [slot, map] : m_steady) info.texture_bytes += map.texture_bytes();
        return info;
    }

private:
    void draw_steady(Drawing& drawing, const MapPicture& picture, GLuint framebuffer) {
        SteadyMap& map = m_steady[picture.slot];
        map.seen = m_layers.frame();
        m_info.features_drawn += map.draw(drawing, picture,
                                          {.budget_ms = frame_budget_ms / static_cast<double>(m_steady.size()),
                                           .framebuffer = framebuffer,
                                           .width = m_width,
                                           .height = m_height});
        m_info.is_preparing = m_info.is_preparing || map.is_preparing();
        m_info.is_sharp = m_info.is_sharp && map.is_sharp();
    }

    Preparing m_preparing;
    std::unique_ptr<Painter> m_painter;
    GlLayers m_layers;
    std::map<int, SteadyMap> m_steady;
    int m_width = 0, m_height = 0;
    RendererInfo m_info;
};

}  // namespace

std::unique_ptr<Renderer> make_gl_renderer(Preparing preparing) {
    return std::make_unique<GlRenderer>(preparing);
}

}  // namespace lykta::viewer
