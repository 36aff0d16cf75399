// The layers on the graphics device, by the address of what they were made of; those nobody draws any more are let go.
#pragma once
#include <unordered_map>

#include "viewer/render/gl_layer.hpp"
#include "viewer/render/gl_painter.hpp"

namespace lykta::viewer {

class GlLayers {
public:
    [[nodiscard]] GlLayer& of(const LayerPointer& layer);
    void next_frame();  ///< frees layers and tiles that have not been asked for in a while
    [[nodiscard]] std::uint64_t frame() const { return m_frame; }
    [[nodiscard]] std::size_t buffer_bytes() const;
    [[nodiscard]] std::size_t texture_bytes() const;

private:
    std::unordered_map<const MapLayer*, GlLayer> m_layers;
    std::uint64_t m_frame = 0;
};

/// What a map is drawn with.
struct Drawing {
    Painter& painter;
    GlLayers& layers;
};
/// Draws the picture's layers where `place` looks, onto what the painter is aimed at. \returns how many features
std::size_t draw_layers(Drawing& drawing, const MapPicture& picture, const Place& place);

}  // namespace lykta::viewer
