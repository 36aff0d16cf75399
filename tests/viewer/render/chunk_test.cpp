#include "viewer/render/chunk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lykta::viewer {
namespace {

Box box_at(double x, double y, double side) {
    return {x, y, x + side, y + side};
}

TEST(Morton, InterleavesEastAndNorth) {
    const Box box{0, 0, 65535, 65535};
    EXPECT_EQ(morton({1, 0}, box), 1U);
    EXPECT_EQ(morton({0, 1}, box), 2U);
    EXPECT_EQ(morton({3, 2}, box), 0b1101U);
    EXPECT_EQ(morton({65535, 65535}, box), 0xFFFFFFFFU);
}

TEST(Morton, HoldsPointsOutsideToTheEdge) {
    const Box box{0, 0, 65535, 65535};
    EXPECT_EQ(morton({-5, -5}, box), 0U);
    EXPECT_EQ(morton({1e9, 1e9}, box), 0xFFFFFFFFU);
}

TEST(CutIntoPieces, PutsEveryFeatureInOnePieceWithinItsWeight) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0, 1000), side(0.5, 40);
    std::vector<Sized> features;
    for (std::uint32_t i = 0; i < 2000; ++i)
        features.push_back({box_at(place(random), place(random), side(random)), i, 1 + i % 9});
    std::vector<int> seen(2000);
    for (const Cut& cut : cut_into_pieces(features, 100)) {
        std::uint32_t weight = 0;
        for (const std::uint32_t i : cut.features) {
            ++seen[i];
            weight += features[i].weight;
            EXPECT_LE(cut.box.min_x, features[i].box.min_x);
            EXPECT_GE(cut.box.max_y, features[i].box.max_y);
            EXPECT_LE(features[i].box.width(), cut.size_m);
            EXPECT_GT(2 * std::max(features[i].box.width(), 1.0) + 1e-9, cut.size_m);
        }
        EXPECT_LE(weight, 100U);
    }
    EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](int count) { return count == 1; }));
}

TEST(CutIntoPieces, LeavesOutFeaturesWithoutShapeAndKeepsTheHeavyWhole) {
    const auto cuts = cut_into_pieces({{Box{}, 0, 1}, {box_at(0, 0, 10), 1, 5000}}, 100);
    ASSERT_EQ(cuts.size(), 1U);
    EXPECT_EQ(cuts[0].features, std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace lykta::viewer
