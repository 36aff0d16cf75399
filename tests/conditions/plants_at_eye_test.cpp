#include "conditions/plants_at_eye.hpp"

#include <gtest/gtest.h>

using namespace lykta;

TEST(PlantsAtEye, count_heights_taken_by_default_that_are_no_higher_than_the_eyes) {
    layers::VegetationLayer vegetation;
    vegetation.plants = {{.height = 1.5_m, .height_defaulted = true},
                         {.height = 1.5_m},
                         {.height = 8_m, .height_defaulted = true},
                         {.height = 1.5_m, .height_defaulted = true, .canopy_share = 0.4}};
    EXPECT_EQ(conditions::plants_at_eye(vegetation, 1.5_m), 1);
    EXPECT_EQ(conditions::plants_at_eye(vegetation, 1.2_m), 0);
}
