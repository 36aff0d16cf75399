// One frame of the window: the map below, the panels over it. The same for a window and for a picture without one.
#pragma once
#include <memory>

#include "viewer/panels/panels.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

/// What a frame is drawn onto.
struct FrameSize {
    int width = 1280, height = 800;  ///< pixels of the target
    double content_scale = 1.0;      ///< of the screen: 2 where it has twice the pixels
    double seconds = 1.0 / 60;       ///< since the last frame
};

/// Dear ImGui's context, the map's renderer and the bridge between them. One at a time.
/// \pre a context of OpenGL 3.3 core is current and stays so
class Frame {
public:
    explicit Frame(Preparing preparing);  ///< \throws Error{bad_option} graphics too old
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    /// Lays out, draws map and panels and leaves what was asked for in `commands`. Changes only what the state holds of
    /// the window itself: layout, size of the view, graphics in use.
    void draw(ViewerState& state, Commands& commands, const FrameSize& size);
    [[nodiscard]] Picture picture();  ///< \pre a frame was drawn
    [[nodiscard]] RendererInfo info() const;
    [[nodiscard]] bool is_moving()
        const;  ///< by itself, or is not yet drawn as it will be: the next frame is wanted at once

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace lykta::viewer
