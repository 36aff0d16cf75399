// Classes, calculation grids, and streets compared with what they should have.
#include "conditions/lighting_class.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

using namespace lykta;
using namespace lykta::conditions;

TEST(LightingClass, p4_asks_for_5_lx_on_average_and_1_lx_at_least) {
    const LightingClass* p4 = find_lighting_class("P4");
    ASSERT_NE(p4, nullptr);
    EXPECT_EQ(p4->average, 5.0_lx);
    EXPECT_EQ(*p4->minimum, 1.0_lx);
    EXPECT_EQ(find_lighting_class("S4"), nullptr);  // the older edition's classes are not these
}

TEST(LightingClass, the_class_reached_needs_both_average_and_minimum) {
    EXPECT_EQ(class_reached('P', 7.6_lx, 1.4_lx), "P4");
    EXPECT_EQ(class_reached('P', 1.9_lx, 0.5_lx), "");
    EXPECT_EQ(class_reached('C', 7.5_lx, 3.0_lx), "C5");
    EXPECT_EQ(class_reached('C', 30.0_lx, 11.9_lx), "");
}

TEST(LightingClass, an_average_far_above_the_class_is_over_its_limit) {
    EXPECT_TRUE(average_over_limit(*find_lighting_class("P4"), 7.6_lx));
    EXPECT_FALSE(average_over_limit(*find_lighting_class("P4"), 7.5_lx));
    EXPECT_FALSE(average_over_limit(*find_lighting_class("C5"), 70.0_lx));
}

TEST(CalculationGrid, has_ten_points_up_to_30_m_and_steps_of_at_most_3_m_beyond) {
    EXPECT_EQ(calculation_grid(30_m, 4.5_m).along, 10);
    EXPECT_EQ(calculation_grid({30.01}, 4.51_m).along, 11);
    EXPECT_EQ(calculation_grid(33_m, 4.5_m).along, 11);
    EXPECT_EQ(calculation_grid(30_m, 4.5_m).across, 3);
    EXPECT_EQ(calculation_grid(30_m, 4.51_m).across, 4);
    EXPECT_EQ(calculation_grid(30_m, 1.2_m).across, 3);
}

namespace {

layers::StreetLayer one_street(double metres, bool footpath, std::string wanted) {
    layers::StreetLayer layer;
    layers::Street street;
    street.line = {{0, 0}, {metres / 2, 0}, {metres, 0}};
    street.footpath = footpath;
    street.lighting_class = std::move(wanted);
    layer.streets.push_back(street);
    return layer;
}

}  // namespace

TEST(LightAlong, a_street_without_lamps_lacks_everything) {
    const auto stretches = light_along(one_street(100, false, ""), {});
    ASSERT_EQ(stretches.size(), 3u);
    for (const auto& s : stretches) {
        EXPECT_EQ(s.deficit_share, 1.0);
        EXPECT_TRUE(s.below_class);
        EXPECT_EQ(s.wanted_class, "P4");
    }
    EXPECT_DOUBLE_EQ(stretches[1].from_m, 100.0 / 3.0);
    EXPECT_DOUBLE_EQ(stretches[2].to_m, 100.0);
}

TEST(LightAlong, only_the_stretch_with_the_lamp_is_lit_enough) {
    const std::vector<Luminaire> lamps{{.position = {10, 0}, .height = 6_m, .flux = {6000.0}},
                                       {.position = {20, 0}, .height = 6_m, .flux = {6000.0}}};
    const auto stretches = light_along(one_street(90, false, "P4"), lamps);
    ASSERT_EQ(stretches.size(), 3u);
    EXPECT_FALSE(stretches[0].below_class);
    EXPECT_EQ(stretches[0].deficit_share, 0.0);
    EXPECT_TRUE(stretches[2].below_class);
    EXPECT_GT(stretches[0].average, stretches[1].average);
    EXPECT_LE(stretches[0].minimum, stretches[0].average);
}

TEST(LightAlong, the_class_is_the_streets_own_or_the_default_of_its_kind) {
    EXPECT_EQ(light_along(one_street(30, true, ""), {})[0].wanted_class, "P5");
    EXPECT_EQ(light_along(one_street(30, true, "C3"), {})[0].wanted_class, "C3");
    EXPECT_EQ(light_along(one_street(30, true, "ME3b"), {})[0].wanted_class, "P5");
    EXPECT_THROW((void)light_along(one_street(30, true, ""), {}, {.default_footpath = "bright"}), Error);
}
