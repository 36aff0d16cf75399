#include "viewer/render/gl_layers.hpp"

namespace lykta::viewer {

namespace {

constexpr std::uint64_t kept_frames = 120;        // a layer switched off and on again is still there
constexpr std::uint64_t kept_frames_expired = 1;  // nobody can show it again

}  // namespace

GlLayer& GlLayers::of(const LayerPointer& layer) {
    const auto [found, is_new] = m_layers.try_emplace(layer.get());
    if (is_new || found->second.layer.lock() != layer) found->second = make_layer(layer);
    found->second.seen = m_frame;
    return found->second;
}

void GlLayers::next_frame() {
    ++m_frame;
    std::erase_if(m_layers, [&](const auto& entry) {
        const GlLayer& layer = entry.second;
        const std::uint64_t kept = layer.layer.expired() ? kept_frames_expired : kept_frames;
        return layer.seen + kept < m_frame;
    });
    // By the frame the layer was last drawn in: while a finished picture is shown none of its tiles is.
    for (auto& [address, layer] : m_layers)
        if (layer.raster)
            std::erase_if(layer.raster->tiles,
                          [&drawn = layer.drawn](const auto& tile) { return tile.second.seen + kept_frames < drawn; });
}

std::size_t GlLayers::buffer_bytes() const {
    std::size_t bytes = 0;
    for (const auto& [address, layer] : m_layers) bytes += layer.buffer_bytes();
    return bytes;
}

std::size_t GlLayers::texture_bytes() const {
    std::size_t bytes = 0;
    for (const auto& [address, layer] : m_layers) bytes += layer.texture_bytes();
    return bytes;
}

std::size_t draw_layers(Drawing& drawing, const MapPicture& picture, const Place& place) {
    Painter::look_at(place);
    std::size_t features = 0;
    for (const ShownLayer& shown : picture.layers) {
        if (!shown.layer || shown.opacity <= 0) continue;
        GlLayer& layer = drawing.layers.of(shown.layer);
        layer.drawn = drawing.layers.frame();
        const LayerView view = view_of(picture, place, layer.origin);
        features += drawing.painter.draw(layer, shown, view, drawing.layers.frame());
    }
    return features;
}

}  // namespace lykta::viewer
