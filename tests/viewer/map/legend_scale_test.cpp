// The colours a legend names.
#include "viewer/map/legend_scale.hpp"

#include <gtest/gtest.h>

#include "core/language.hpp"

namespace lykta::viewer {
namespace {

TEST(LegendScale, the_highest_stands_first_and_what_is_not_drawn_is_left_out) {
    set_language(Language::english);
    const ColourScale scale{.kind = ColourScale::Kind::classes,
                            .stops = {0.5, 2, 12.4},
                            .colours = {rgba("#11111100"), rgba("#222222"), rgba("#333333")}};
    const auto named = named_colours(scale);
    ASSERT_EQ(named.size(), 2U);
    EXPECT_EQ(named[0].text, "from 12");
    EXPECT_EQ(named[0].colour, rgba("#333333"));
    EXPECT_EQ(named[1].text, "from 2");
}

TEST(LegendScale, of_a_long_scale_nine_are_named_with_both_ends) {
    ColourScale scale{.kind = ColourScale::Kind::linear};
    for (int i = 0; i <= 40; ++i) {
        scale.stops.push_back(i);
        scale.colours.push_back(rgba("#445566"));
    }
    const auto named = named_colours(scale);
    ASSERT_EQ(named.size(), 9U);
    EXPECT_EQ(named.front().text, "40");
    EXPECT_EQ(named.back().text, "0");
}

TEST(LegendScale, its_own_words_go_before_the_number) {
    const ColourScale scale{.stops = {1}, .colours = {rgba("#445566")}, .labels = {"3 × medel"}};
    EXPECT_EQ(named_colours(scale).at(0).text, "3 × medel");
}

}  // namespace
}  // namespace lykta::viewer
