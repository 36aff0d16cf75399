// A map that never makes a frame wait: its picture is drawn aside, some milliseconds each frame, and the last one that
// was finished is shown moved, scaled and turned to where the view is now. At rest it is as sharp as one drawn at once.
#pragma once
#include <vector>

#include "viewer/render/gl_layers.hpp"
#include "viewer/render/picture_content.hpp"
#include "viewer/render/slices.hpp"

namespace lykta::viewer {

/// A picture of the map with a rim round what the view shows, whole or on its way.
struct SteadyPicture {
    Target target;
    PictureContent content;
    std::vector<ShownLayer> layers;  ///< held until it is whole: it is finished as it was begun
    Slices slices;
    int rim_x = 0, rim_y = 0;
    bool is_begun = false;
};

class SteadyMap {
public:
    struct Work {
        double budget_ms = 8;       ///< for the picture on its way; at least one piece is drawn
        GLuint framebuffer = 0;     ///< that it is shown on
        int width = 0, height = 0;  ///< its size
    };
    /// Works on the picture and shows the best there is. \pre SavedState is alive \returns how many features were drawn
    std::size_t draw(Drawing& drawing, const MapPicture& picture, const Work& work);
    [[nodiscard]] bool is_sharp() const { return m_is_sharp; }          ///< it shows what was wanted
    [[nodiscard]] bool is_preparing() const { return m_is_preparing; }  ///< there is more to do
    [[nodiscard]] std::size_t texture_bytes() const;
    std::uint64_t seen = 0;  ///< the frame it was last drawn in

private:
    void work_on(Drawing& drawing, const MapPicture& wanted, double budget_ms);
    void begin(const MapPicture& wanted, std::span<const ShownLayer> layers);
    void draw_piece(Drawing& drawing, SteadyPicture& onto, double pixels);
    [[nodiscard]] bool is_wanted(const SteadyPicture& picture) const;
    [[nodiscard]] bool would_lose_a_layer(std::span<const LayerId> missing) const;
    void show(Drawing& drawing, const MapPicture& wanted, const Work& work);
    void lay(Drawing& drawing, SteadyPicture& picture, const MapPicture& wanted, int height) const;

    SteadyPicture m_front, m_back;
    PictureContent m_wanted;
    std::size_t m_features = 0;
    double m_ms_per_pixel = 1e-4;  // of the pictures drawn so far
    bool m_is_sharp = false, m_is_preparing = true;
};

/// \correctness  tests/viewer/render/gl_steady_test.cpp: settled it is the picture drawn at once; it settles while the
/// view moves; moved it lies within a pixel of one drawn there
}  // namespace lykta::viewer
