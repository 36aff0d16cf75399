// Draws one layer that is on the graphics device, seen in one view: what is in view, at the fineness that can be seen.
#pragma once
#include <array>
#include <functional>
#include <vector>

#include "viewer/render/gl_layer.hpp"
#include "viewer/render/gl_programs.hpp"
#include "viewer/render/picture_content.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

/// The view as one layer's shaders want it.
struct LayerView {
    std::array<GLfloat, 2> centre_high{}, centre_low{};
    std::array<GLfloat, 4> to_pixels{}, to_target{};
    Box extent;  ///< what the clip shows, metres from the layer's origin
    double metres_per_pixel = 1, scale = 1;
    float turn = 0;
    std::array<float, 2>
        anchor{};  ///< the layer's origin in the target, pixels from the lower left: hatching keeps to it
    bool night = false;
};
/// Where on the target the map goes, in OpenGL's rows from below.
struct Place {
    int target_height = 0;
    Viewport clip;   ///< from the upper left
    Viewport drawn;  ///< the clip and a rim, so that symbols whose point is just outside are drawn too
    Viewport seen;   ///< what is looked for: as `drawn`, or a piece of it with its own rim
};
[[nodiscard]] Place place_of(const MapPicture& picture, int target_height);
/// A piece of the same picture: what is drawn lies where it would lie in the whole, to the last bit.
[[nodiscard]] Place piece_of(const Place& place, const Viewport& piece);
[[nodiscard]] LayerView view_of(const MapPicture& picture, const Place& place, Point origin);

class Painter {
public:
    explicit Painter(Preparing preparing);
    /// What follows is drawn into this framebuffer, whose size this is.
    void aim(GLuint framebuffer, int width, int height);
    /// The viewport and the scissors of what follows.
    static void look_at(const Place& place);
    /// Is all that is to be drawn at this scale on the device? Else it is on its way, or made at once.
    [[nodiscard]] bool is_ready(GlLayer& layer, const LayerPointer& shown, double metres_per_pixel) const;
    /// Lays a picture over the target where `place` looks. From the target's pixels to the picture's, both from above.
    void lay(const Target& picture, const PixelMap& to_picture, int target_height, bool is_exact);
    /// Draws; returns how many features. `frame` marks the tiles used.
    std::size_t draw(GlLayer& layer, const ShownLayer& shown, const LayerView& view, std::uint64_t frame);
    [[nodiscard]] bool left_out() const { return m_left_out; }  ///< something since aim() was not ready
    [[nodiscard]] std::size_t texture_bytes() const;            ///< of the targets drawn aside
    [[nodiscard]] std::size_t buffer_bytes() const { return m_quads.bytes; }

private:
    struct LineLook {
        Rgba colour;
        double width = 1, dash = 0;  ///< pixels
    };
    void use(const Program& program, const LayerView& view) const;
    void draw_raster(GlLayer& layer, const MapLayer& shown, const LayerView& view, std::uint64_t frame);
    void draw_image(GlLayer& layer, const LayerView& view);
    std::size_t draw_classes(const std::vector<GlClass>& classes, const MapLayer& layer, const LayerView& view);
    std::size_t draw_areas(const GlAreas& areas, const Paint& paint, const LayerView& view);
    void draw_fill(const GlAreas& areas, const Paint& paint, const LayerView& view);
    void draw_dots(const GlAreas& areas, Rgba fill, const LayerView& view);
    std::size_t draw_lines(const GlLines& lines, const LineLook& look, const LayerView& view);
    std::size_t draw_points(const GlPoints& points, const LayerClass& group, const LayerView& view);
    void draw_segments(const Texture& corners, const std::vector<Range>& ranges, const LineLook& look,
                       const LayerView& view);
    /// Draws aside and lays the result over the target as one, so that what overlaps itself does not darken.
    void aside(float opacity, const std::function<void()>& draw);

    Preparing m_preparing;
    bool m_left_out = false;
    Programs m_programs;
    Buffer m_quads;
    VertexArray m_quad_array, m_empty_array;
    std::vector<Target> m_targets;  // one per depth of aside()
    std::size_t m_depth = 0;
    GLuint m_framebuffer = 0;
    int m_width = 0, m_height = 0;
    float m_opacity = 1;  // of rasters, when the layer is not drawn aside
};

}  // namespace lykta::viewer
