#include "viewer/render/slices.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace lykta::viewer {
namespace {

/// How often each pixel was covered, and whether the inner was first.
struct Cover {
    std::vector<int> times;
    int pieces = 0;
    bool is_inner_first = true;
};

Cover covered(int width, int height, const Viewport& inner, const std::vector<double>& asked) {
    Slices slices(width, height, inner);
    Cover cover{std::vector<int>(static_cast<std::size_t>(width * height), 0)};
    while (!slices.is_done()) {
        const bool was_inner_done = slices.is_inner_done();
        const Viewport piece = slices.next(asked[static_cast<std::size_t>(cover.pieces) % asked.size()]);
        ++cover.pieces;
        const bool is_inside = piece.x >= inner.x && piece.y >= inner.y &&
                               piece.x + piece.width <= inner.x + inner.width &&
                               piece.y + piece.height <= inner.y + inner.height;
        if (is_inside == was_inner_done) cover.is_inner_first = false;
        for (int y = piece.y; y < piece.y + piece.height; ++y)
            for (int x = piece.x; x < piece.x + piece.width; ++x)
                ++cover.times[static_cast<std::size_t>(y * width + x)];
    }
    return cover;
}

TEST(Slices, EveryPixelIsDrawnOnceWhateverSizesAreAskedFor) {
    for (const auto& asked : std::vector<std::vector<double>>{{0}, {1e12}, {5000, 90000, 10}, {64000, 300}}) {
        const Cover cover = covered(777, 513, {64, 128, 600, 301}, asked);
        EXPECT_EQ(std::count(cover.times.begin(), cover.times.end(), 1), 777 * 513) << asked[0];
        EXPECT_TRUE(cover.is_inner_first) << asked[0];
    }
}

TEST(Slices, WithoutARimThereIsOnlyTheInner) {
    Slices slices(300, 200, {0, 0, 300, 200});
    const Viewport piece = slices.next(1e9);
    EXPECT_EQ(piece.width, 300);
    EXPECT_EQ(piece.height, 200);
    EXPECT_TRUE(slices.is_done());
}

TEST(Slices, APieceIsAboutAsLargeAsAskedFor) {
    Slices slices(1600, 1000, {128, 128, 1344, 744});
    const Viewport band = slices.next(200000);
    EXPECT_EQ(band.width, 1344);
    EXPECT_EQ(band.height, 128);
    const Viewport part = slices.next(20000);
    EXPECT_EQ(part.height, 64);
    EXPECT_EQ(part.width, 256);
}

TEST(Slices, NothingIsLeftOfNothing) {
    EXPECT_TRUE(Slices().is_done());
    EXPECT_TRUE(Slices().is_inner_done());
}

}  // namespace
}  // namespace lykta::viewer
