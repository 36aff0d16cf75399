#include "offscreen.hpp"

namespace lykta::viewer {
namespace {

MapLayer two_levels() {
    MapLayer layer = layer_of({.fill = red});
    layer.details.resize(2);
    layer.details[0].to_metres_per_pixel = 2;
    layer.details[1].from_metres_per_pixel = 2;
    layer.details[0].points = {{.at = {0, 0}}, {.at = {10, 10}}, {.at = {5000, 0}}};
    layer.details[0].areas.push_back({.shape = {{square_ring({0, 0}, 5), {}}}});
    layer.details[0].lines.push_back({.line = {{-500, 0}, {500, 0}}});
    layer.details[1].points = {{.at = {0, 0}, .scale = 3}};
    return layer;
}

std::size_t counted(const LayerPointer& layer, double metres_per_pixel, float opacity = 1) {
    const auto renderer = make_null_renderer();
    const std::vector<ShownLayer> layers{{layer, opacity}};
    renderer->begin_frame(200, 100, false);
    renderer->draw_map({.view = {.metres_per_pixel = metres_per_pixel, .width = 200, .height = 100},
                        .layers = layers,
                        .clip = {0, 0, 200, 100},
                        .origin = {}});
    return renderer->info().features_drawn;
}

TEST(NullRenderer, CountsFeaturesInViewOfTheLevelShown) {
    const LayerPointer layer = shared(two_levels());
    EXPECT_EQ(counted(layer, 1), 4U);
    EXPECT_EQ(counted(layer, 2), 1U);
}

TEST(NullRenderer, CountsNothingOfALayerThatCannotBeSeen) {
    EXPECT_EQ(counted(shared(two_levels()), 1, 0), 0U);
}

TEST(NullRenderer, ShowsAnEmptySheetOfTheTargetsSize) {
    const auto renderer = make_null_renderer();
    renderer->begin_frame(4, 3, true);
    const Picture picture = renderer->read_back();
    EXPECT_EQ(picture.width, 4);
    EXPECT_EQ(picture.rgba.size(), 48U);
    expect_colour(picture, 3, 2, background_of(true));
    EXPECT_EQ(renderer->info().name, "none");
}

}  // namespace
}  // namespace lykta::viewer
