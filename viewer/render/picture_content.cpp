#include "viewer/render/picture_content.hpp"

#include <algorithm>
#include <cmath>

namespace lykta::viewer {

namespace {

constexpr double most_scaled = 4;           // times larger or smaller
constexpr double least_shared = 0.3;        // of what is wanted
constexpr std::size_t few_features = 4000;  // drawn in a millisecond or two

bool is_same(const MapView& a, const MapView& b) {
    return a.centre == b.centre && a.metres_per_pixel == b.metres_per_pixel && a.turn == b.turn && a.width == b.width &&
           a.height == b.height;
}

bool is_same_layer(const PictureLayer& a, const PictureLayer& b) {
    return !a.layer.owner_before(b.layer) && !b.layer.owner_before(a.layer);
}

bool share_layers(const PictureContent& a, const PictureContent& b) {
    if (a.layers.empty() || b.layers.empty()) return a.layers.empty() == b.layers.empty();
    return std::any_of(a.layers.begin(), a.layers.end(), [&](const PictureLayer& one) {
        return std::any_of(b.layers.begin(), b.layers.end(),
                           [&](const PictureLayer& other) { return is_same_layer(one, other); });
    });
}

/// Share of the wanted view that the other shows too.
double shared_part(const MapView& made, const MapView& wanted) {
    const PixelMap to_made = pixel_map(wanted, made);
    int inside = 0;
    constexpr int steps = 8;
    for (int i = 0; i < steps; ++i)
        for (int k = 0; k < steps; ++k) {
            const Pixel at = to_made({wanted.width * (i + 0.5) / steps, wanted.height * (k + 0.5) / steps});
            inside += at.x >= 0 && at.y >= 0 && at.x <= made.width && at.y <= made.height ? 1 : 0;
        }
    return inside / static_cast<double>(steps * steps);
}

bool is_at_hand(LayerId id) {
    return id == LayerId::scenario || id == LayerId::visible_area || id == LayerId::sketch || id == LayerId::selection;
}

bool is_small(const MapLayer& layer) {
    std::size_t features = 0;
    for (const Detail& detail : layer.details)
        features += detail.areas.size() + detail.lines.size() + detail.points.size();
    return features <= few_features && !layer.values && !layer.image;
}

}  // namespace

PictureContent content_of(const MapPicture& picture, std::span<const ShownLayer> layers) {
    PictureContent content{
        .view = picture.view,
        .shift = {picture.origin.x - std::floor(picture.origin.x), picture.origin.y - std::floor(picture.origin.y)},
        .night = picture.night,
        .scale = picture.scale};
    for (const ShownLayer& shown : layers)
        content.layers.push_back({shown.layer, shown.layer->id, std::min(shown.opacity, 1.0F)});
    return content;
}

bool is_same(const PictureContent& a, const PictureContent& b) {
    return is_same(a.view, b.view) && a.shift.x == b.shift.x && a.shift.y == b.shift.y && a.night == b.night &&
           a.scale == b.scale &&
           std::equal(a.layers.begin(), a.layers.end(), b.layers.begin(), b.layers.end(),
                      [](const PictureLayer& one, const PictureLayer& other) {
                          return is_same_layer(one, other) && one.opacity == other.opacity;
                      });
}

bool is_useful(const PictureContent& made, const PictureContent& wanted) {
    const double scaled = made.view.metres_per_pixel / wanted.view.metres_per_pixel;
    return made.night == wanted.night && made.scale == wanted.scale && made.view.width == wanted.view.width &&
           made.view.height == wanted.view.height && scaled < most_scaled && scaled > 1 / most_scaled &&
           share_layers(made, wanted) && shared_part(made.view, wanted.view) >= least_shared;
}

PixelMap pixel_map(const MapView& from, const MapView& to) {
    constexpr double far = 1000;  // pixels: world coordinates are large, and small steps would be lost in them
    const auto mapped = [&](Pixel p) { return to.to_picture(from.to_world(p)); };
    const Pixel corner = mapped({0, 0}), right = mapped({far, 0}), down = mapped({0, far});
    return {{(right.x - corner.x) / far, (down.x - corner.x) / far, corner.x},
            {(right.y - corner.y) / far, (down.y - corner.y) / far, corner.y}};
}

std::size_t layers_beneath(std::span<const ShownLayer> layers) {
    std::size_t beneath = layers.size();
    while (beneath > 0 && layers[beneath - 1].layer && is_at_hand(layers[beneath - 1].layer->id) &&
           is_small(*layers[beneath - 1].layer))
        --beneath;
    return beneath;
}

}  // namespace lykta::viewer
