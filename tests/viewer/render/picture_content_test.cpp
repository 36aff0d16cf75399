#include "viewer/render/picture_content.hpp"

#include <gtest/gtest.h>

namespace lykta::viewer {
namespace {

LayerPointer layer(LayerId id, std::size_t points = 1) {
    MapLayer made{.id = id};
    made.details.emplace_back();
    made.details[0].points.resize(points);
    return std::make_shared<const MapLayer>(std::move(made));
}

MapPicture picture_of(std::span<const ShownLayer> layers) {
    return {.view = {.centre = {674000, 6580000}, .metres_per_pixel = 2, .turn = 0, .width = 800, .height = 600},
            .layers = layers,
            .clip = {300, 40, 800, 600},
            .origin = {300.25, 40}};
}

TEST(PictureContent, TwoPicturesOfTheSameAreTheSame) {
    const std::vector<ShownLayer> layers{{layer(LayerId::streets), 1}, {layer(LayerId::lamps), 0.5F}};
    const MapPicture picture = picture_of(layers);
    EXPECT_TRUE(is_same(content_of(picture, layers), content_of(picture, layers)));
    MapPicture moved = picture;
    moved.view.centre.x += 1e-6;
    EXPECT_FALSE(is_same(content_of(picture, layers), content_of(moved, layers)));
    EXPECT_FALSE(is_same(content_of(picture, layers), content_of(picture, std::span(layers).first(1))));
}

TEST(PictureContent, ANewLayerIsAnotherThoughItLooksTheSame) {
    std::vector<ShownLayer> layers{{layer(LayerId::lamps), 1}};
    const PictureContent before = content_of(picture_of(layers), layers);
    layers[0].layer = layer(LayerId::lamps);
    EXPECT_FALSE(is_same(before, content_of(picture_of(layers), layers)));
}

TEST(PictureContent, WhatHasLeftTheViewIsNotWorthFinishing) {
    const std::vector<ShownLayer> layers{{layer(LayerId::streets), 1}};
    MapPicture picture = picture_of(layers);
    const PictureContent made = content_of(picture, layers);
    picture.view = zoomed(dragged(picture.view, 200, 100), 1.5, {400, 300});
    EXPECT_TRUE(is_useful(made, content_of(picture, layers)));
    const MapView near = picture.view;
    picture.view = zoomed(near, 5, {400, 300});
    EXPECT_FALSE(is_useful(made, content_of(picture, layers)));
    picture.view = dragged(near, 900, 0);
    EXPECT_FALSE(is_useful(made, content_of(picture, layers)));
    const std::vector<ShownLayer> another{{layer(LayerId::streets), 1}};
    picture.view = near;
    EXPECT_FALSE(is_useful(made, content_of(picture, another)));
    picture.night = true;
    EXPECT_FALSE(is_useful(made, content_of(picture, layers)));
}

TEST(PictureContent, PixelsAreMappedAsTheGroundBeneathThem) {
    const MapView from{.centre = {674000, 6580000}, .metres_per_pixel = 2, .turn = 0.3, .width = 800, .height = 600};
    const MapView to = turned(zoomed(dragged(from, 30, -20), 1.7, {10, 500}), -0.8, {300, 20});
    const PixelMap map = pixel_map(from, to);
    for (const Pixel p : {Pixel{0, 0}, {800, 0}, {400, 300}, {17, 590}}) {
        const Pixel expected = to.to_picture(from.to_world(p));
        EXPECT_NEAR(map(p).x, expected.x, 1e-4);
        EXPECT_NEAR(map(p).y, expected.y, 1e-4);
    }
}

TEST(PictureContent, WhatIsAtHandIsDrawnOverThePictureOnlyWhenSmallAndOnTop) {
    std::vector<ShownLayer> layers{
        {layer(LayerId::streets), 1}, {layer(LayerId::scenario), 1}, {layer(LayerId::selection), 1}};
    EXPECT_EQ(layers_beneath(layers), 1U);
    std::swap(layers[0], layers[1]);
    EXPECT_EQ(layers_beneath(layers), 2U);
    layers[2].layer = layer(LayerId::selection, 100000);
    EXPECT_EQ(layers_beneath(layers), 3U);
}

}  // namespace
}  // namespace lykta::viewer
