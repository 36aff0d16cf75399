// A measure's stretches before and after, added up.
#include "outputs/change_sums.hpp"

#include <gtest/gtest.h>

#include "core/language.hpp"

namespace lykta::outputs {
namespace {

measures::StretchChange lit(double metres, double before, double after) {
    measures::StretchChange c;
    c.length_m = metres;
    c.has_light = true;
    c.average_before.value = before;
    c.average_after.value = after;
    c.minimum_before.value = before / 4;
    c.minimum_after.value = after / 4;
    c.below_before = before < 3;
    c.below_after = after < 3;
    return c;
}

TEST(ChangeSums, two_lit_stretches_are_weighed_by_their_length) {
    measures::SitedMeasure sited;
    sited.changes = {lit(30, 1, 4), lit(10, 2, 2)};
    const auto sums = change_sums(sited);
    EXPECT_DOUBLE_EQ(sums.lit_m, 40);
    EXPECT_DOUBLE_EQ(sums.before.lux_metres, 50);
    EXPECT_DOUBLE_EQ(sums.after.lux_metres, 140);
    EXPECT_DOUBLE_EQ(sums.before.minimum, 0.25);
    EXPECT_DOUBLE_EQ(sums.after.minimum, 0.5);
    EXPECT_DOUBLE_EQ(sums.before.below_m, 40);
    EXPECT_DOUBLE_EQ(sums.after.below_m, 10);
    EXPECT_TRUE(sums.light_changes());
    EXPECT_DOUBLE_EQ(sums.seen_m, 0);
}

TEST(ChangeSums, sight_is_summed_apart_from_light) {
    measures::StretchChange c;
    c.length_m = 20;
    c.has_sight = true;
    c.seen_at_before_m = 10;
    c.seen_at_after_m = 30;
    c.under_25_before_m = 20;
    c.hiding_before_m = 15;
    measures::SitedMeasure sited;
    sited.changes = {c};
    const auto sums = change_sums(sited);
    EXPECT_DOUBLE_EQ(sums.seen_m, 20);
    EXPECT_DOUBLE_EQ(sums.before.seen_at_m2, 200);
    EXPECT_DOUBLE_EQ(sums.after.seen_at_m2, 600);
    EXPECT_DOUBLE_EQ(sums.before.under_25_m - sums.after.under_25_m, 20);
    EXPECT_DOUBLE_EQ(sums.before.hiding_m, 15);
    EXPECT_FALSE(sums.light_changes());
}

TEST(ChangeSums, small_light_has_a_decimal_and_large_has_none) {
    set_language(Language::swedish);
    EXPECT_EQ(lux_text(7.25), "7,2\u00a0lx");
    EXPECT_EQ(lux_text(24.4), "24\u00a0lx");
}

}  // namespace
}  // namespace lykta::outputs
