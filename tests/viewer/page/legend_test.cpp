// What the legend holds, and that all of it finds room.
#include "viewer/page/legend.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_town.hpp"

namespace lykta::viewer {
namespace {

std::vector<LegendBlock> blocks_of(const PageContent& page) {
    return legend_of(page.layers, seen_layers(page.layers, page.view), false);
}

std::vector<std::string> texts_of(const LegendBlock& block) {
    std::vector<std::string> texts;
    for (const auto& entry : block.entries) texts.push_back(entry.text);
    return texts;
}

TEST(Legend, layers_stand_from_the_top_and_the_ground_comes_last) {
    const auto blocks = blocks_of(small_town::page());
    ASSERT_EQ(blocks.size(), 4U);
    EXPECT_EQ(blocks[0].title, "Åtgärder");
    EXPECT_EQ(blocks[1].title, "Kluster");
    EXPECT_EQ(blocks[1].unit, "z enligt lokal Gi*");
    EXPECT_EQ(blocks[2].title, "Belysningsstyrka");
    EXPECT_EQ(texts_of(blocks[3]), (std::vector<std::string>{"byggnad", "gata", "gång- och cykelväg"}));
}

TEST(Legend, a_raster_shows_its_scale_with_the_highest_value_first) {
    const auto blocks = blocks_of(small_town::page());
    EXPECT_EQ(texts_of(blocks[2]),
              (std::vector<std::string>{"20", "5", "2", number_text(0.5, 2), number_text(0.1, 2)}));
}

TEST(Legend, what_lies_out_of_the_frame_is_left_out) {
    auto page = small_town::page();
    page.view.centre = {small_town::corner.x + 20'200, small_town::corner.y};
    page.view.metres_per_pixel = 0.3;
    bool found = false;
    for (const auto& block : blocks_of(page)) {
        EXPECT_NE(block.title, "Åtgärder");
        for (const auto& text : texts_of(block)) found = found || text == "utanför kartan";
    }
    EXPECT_TRUE(found);
}

TEST(Legend, a_hidden_layer_is_not_in_it) {
    auto page = small_town::page();
    page.layers.back().opacity = 0;
    EXPECT_EQ(blocks_of(page).front().title, "Kluster");
}

TEST(Legend, it_always_finds_a_size_at_which_it_fits) {
    const auto blocks = blocks_of(small_town::page());
    for (const double width : {60.0, 200.0, 900.0})
        for (const double height : {30.0, 120.0, 500.0}) {
            const auto layout = fit_legend(blocks, width, height);
            EXPECT_LE(layout.height, height) << width << " × " << height;
            EXPECT_LE(layout.columns * layout.column_width + (layout.columns - 1) * legend_gap, width + 1e-9);
        }
    EXPECT_EQ(fit_legend(blocks, 240, 600).size, 9.5);
}

}  // namespace
}  // namespace lykta::viewer
