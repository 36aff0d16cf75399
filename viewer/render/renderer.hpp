// Drawing the map in a window: the narrow interface between the viewer and a graphics library. Two implementations:
// OpenGL 3.3 core, and a null one that counts what it is asked to draw, for tests without any graphics.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "viewer/map/map_layer.hpp"
#include "viewer/map/map_view.hpp"

namespace lykta::viewer {

/// Pixels read back: RGBA, rows from the top.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
/// A part of the target, pixels from its upper left corner.
struct Viewport {
    int x = 0, y = 0, width = 0, height = 0;
};
struct MapPicture {
    MapView view;                        ///< width and height: of the whole map, of which `clip` is drawn
    std::span<const ShownLayer> layers;  ///< bottom to top
    Viewport clip;                       ///< where the map may be drawn: half of it under a swipe
    Pixel origin;                        ///< upper left corner of the map in the target
    bool night = false;
    double scale = 1;  ///< pixels per 1/96 inch: symbols, widths and dashes times this. REQUIRES: > 0
    int slot = 0;      ///< which of several maps in a frame this is: what is kept from frame to frame is kept by it
};
struct RendererInfo {
    std::string name;                                 ///< "llvmpipe (LLVM 15)", "none"
    std::size_t buffer_bytes = 0, texture_bytes = 0;  ///< held on the graphics device
    std::size_t features_drawn = 0;                   ///< by the last frame
    bool is_preparing = false;                        ///< something is still being made ready: draw again soon
    bool is_sharp = true;  ///< every map of the last frame was drawn for its view; else an earlier one was moved
};

class Renderer {
public:
    virtual ~Renderer() = default;
    /// Clears the target: the background of day or night.
    virtual void begin_frame(int width, int height, bool night) = 0;
    /// Draws the layers inside the clip. Layers seen for the first time are prepared; those not seen for a while are
    /// let go.
    virtual void draw_map(const MapPicture& picture) = 0;
    /// The target's pixels. \pre a frame was drawn
    [[nodiscard]] virtual Picture read_back() = 0;
    [[nodiscard]] virtual RendererInfo info() const = 0;
};

[[nodiscard]] std::unique_ptr<Renderer> make_null_renderer();
/// Whether a frame waits until all of it is drawn; or never waits long: large layers are left out until other threads
/// have them ready, and a map that takes longer than a frame is drawn aside, piece by piece, while the last one is
/// shown moved to where the view is now.
enum class Preparing { at_once, behind };
/// \pre a context of OpenGL 3.3 core is current and stays so. \throws Error{bad_option} an older one, with what to do
[[nodiscard]] std::unique_ptr<Renderer> make_gl_renderer(Preparing preparing = Preparing::at_once);

/// A context without a window (EGL, surfaceless, software when there is no device) and a target to draw into, current
/// while it lives. \throws Error{bad_option} where no EGL is found, with what to install
class OffscreenContext {
public:
    OffscreenContext(int width, int height);
    ~OffscreenContext();
    OffscreenContext(const OffscreenContext&) = delete;
    OffscreenContext& operator=(const OffscreenContext&) = delete;
    void resize(int width, int height);
    void bind();  ///< the target is what is drawn into

private:
    struct State;
    std::unique_ptr<State> m_state;
};

void write_png(const Picture& picture, const std::string& path);  ///< \throws Error{cannot_write}
[[nodiscard]] Picture read_png(const std::string& path);          ///< \throws Error{cannot_read}
/// Share of pixels that differ by more than `tolerance` (0 … 255) in any channel; 1 when the sizes differ.
[[nodiscard]] double difference(const Picture& a, const Picture& b, int tolerance);

}  // namespace lykta::viewer
