// Scale bar, coordinates, lengths and areas in words.
#include "viewer/map/furniture.hpp"

#include <gtest/gtest.h>

#include "core/language.hpp"
#include "viewer/map/map_layer.hpp"

namespace lykta::viewer {
namespace {

class Furniture : public ::testing::Test {
protected:
    void SetUp() override { set_language(Language::swedish); }
};

TEST_F(Furniture, the_scale_bar_is_the_longest_round_length_that_fits) {
    for (const double scale : {0.02, 0.4, 1.0, 3.3, 47.0, 5000.0}) {
        const auto bar = scale_bar({.metres_per_pixel = scale}, 120);
        EXPECT_LE(bar.pixels, 120 + 1e-9);
        EXPECT_GT(bar.pixels, 120 / 2.5 - 1e-9);  // the next round length is at most 2.5 times as long
        EXPECT_NEAR(bar.pixels * scale, bar.metres, 1e-9);
    }
    EXPECT_EQ(scale_bar({.metres_per_pixel = 2}, 120).text, "200 m");
    EXPECT_EQ(scale_bar({.metres_per_pixel = 20}, 120).text, "2 km");
}

TEST_F(Furniture, lengths_and_areas_carry_a_unit_and_a_swedish_comma) {
    EXPECT_EQ(length_text(83.4), "83 m");
    EXPECT_EQ(length_text(7.25), "7,2 m");
    EXPECT_EQ(length_text(1240), "1,24 km");
    EXPECT_EQ(area_text(640), "640 m²");
    EXPECT_EQ(area_text(12'000), "1,20 ha");
    EXPECT_EQ(area_text(2'300'000), "2,30 km²");
}

TEST_F(Furniture, coordinates_name_their_system) {
    EXPECT_EQ(project_coordinates_text({540'333.4, 6'480'333.4}, Crs::from_text("EPSG:3006")),
              "N 6\u00a0480\u00a0333, E 540\u00a0333 (SWEREF99 TM)");
}

TEST_F(Furniture, west_and_south_are_said_with_letters_not_signs) {
    const auto text = wgs84_text({-71.1, -33.4});
    EXPECT_EQ(text.find('-'), std::string::npos);
    EXPECT_NE(text.find("33,40000"), std::string::npos);
}

TEST(LayerCode, every_layer_has_a_code_that_leads_back_to_it) {
    for (int i = 0; i < layer_count; ++i) {
        const auto id = static_cast<LayerId>(i);
        EXPECT_EQ(layer_from_code(layer_code(id)), id);
    }
    EXPECT_FALSE(layer_from_code("hotspots").has_value());
}

}  // namespace
}  // namespace lykta::viewer
