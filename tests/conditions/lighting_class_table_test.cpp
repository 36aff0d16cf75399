// The class table as data: what is built in, and what a broken table says.
#include "conditions/lighting_class_table.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

using namespace lykta;
using namespace lykta::conditions;

TEST(LightingClassTable, has_six_p_and_six_c_classes_from_the_highest_down) {
    const auto classes = classes_from(built_in_classes());
    ASSERT_EQ(classes.size(), 12U);
    for (std::size_t i = 1; i < classes.size(); ++i) {
        if (classes[i].name.front() == classes[i - 1].name.front()) {
            EXPECT_LT(classes[i].average.value, classes[i - 1].average.value);
        }
    }
}

TEST(LightingClassTable, gives_p_classes_vertical_and_semicylindrical_minima_and_c_classes_a_uniformity) {
    const auto classes = classes_from(built_in_classes());
    const LightingClass &p3 = classes[2], &c5 = classes[11];
    EXPECT_EQ(p3.name, "P3");
    EXPECT_EQ(*p3.vertical_minimum, 2.5_lx);
    EXPECT_EQ(*p3.semicylindrical_minimum, 1.5_lx);
    EXPECT_FALSE(p3.uniformity);
    EXPECT_EQ(c5.name, "C5");
    EXPECT_EQ(*c5.uniformity, 0.4);
    EXPECT_FALSE(c5.minimum || c5.vertical_minimum || c5.semicylindrical_minimum);
}

TEST(LightingClassTable, without_an_average_is_refused_with_the_line) {
    try {
        (void)classes_from("[[class]]\nname = \"P1\"\naverage = 15.0\n\n[[class]]\nname = \"P2\"\n");
        FAIL();
    } catch (const Error& e) {
        EXPECT_NE(std::string(e.what()).find("line 5"), std::string::npos) << e.what();
    }
}
