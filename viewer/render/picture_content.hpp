// What a picture of the map shows, kept beside its pixels: whether it is what is wanted now, and how it is laid over
// what is wanted. Plain geometry, no graphics library.
#pragma once
#include <array>
#include <memory>
#include <span>
#include <vector>

#include "viewer/render/renderer.hpp"

namespace lykta::viewer {

struct PictureLayer {
    std::weak_ptr<const MapLayer> layer;  ///< does not keep it; another at the same address is told apart
    LayerId id = LayerId::ground;
    float opacity = 1;
};
struct PictureContent {
    MapView view;
    Pixel shift;  ///< of the view from whole pixels
    bool night = false;
    double scale = 1;
    std::vector<PictureLayer> layers;  ///< bottom to top
};
[[nodiscard]] PictureContent content_of(const MapPicture& picture, std::span<const ShownLayer> layers);
[[nodiscard]] bool is_same(const PictureContent& a, const PictureContent& b);
/// Is `made` worth finishing, and worth showing moved, while `wanted` is asked for: much of the same ground in about
/// the same size, and of the same town?
[[nodiscard]] bool is_useful(const PictureContent& made, const PictureContent& wanted);

/// From the pixels of one picture to those of another, both from their upper left corners, y down.
struct PixelMap {
    std::array<double, 3> x{}, y{};  ///< times right, times down, plus
    [[nodiscard]] Pixel operator()(Pixel p) const {
        return {x[0] * p.x + x[1] * p.y + x[2], y[0] * p.x + y[1] * p.y + y[2]};
    }
};
[[nodiscard]] PixelMap pixel_map(const MapView& from, const MapView& to);

/// The layers that come with what the user does just now, when they lie on top: drawn directly over the picture, so
/// that they follow at once. \returns how many layers lie beneath them
[[nodiscard]] std::size_t layers_beneath(std::span<const ShownLayer> layers);

/// \correctness  tests/viewer/render/picture_content_test.cpp
}  // namespace lykta::viewer
