// The order of Swedish names.
#include "viewer/state/text_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace lykta::viewer {
namespace {

TEST(NameOrder, puts_å_ä_ö_after_z_in_that_order) {
    std::vector<std::string> names{"Örtgatan", "Zäta", "Älgvägen", "Åsen", "Allén", "Östra", "Åkern", "alm"};
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return order_key(a) < order_key(b); });
    EXPECT_EQ(names,
              (std::vector<std::string>{"Allén", "alm", "Zäta", "Åkern", "Åsen", "Älgvägen", "Örtgatan", "Östra"}));
}

TEST(NameOrder, counts_numbers_by_their_value) {
    EXPECT_LT(order_key("Gata 9"), order_key("Gata 10"));
    EXPECT_LT(order_key("Gata 009"), order_key("Gata 10"));
    EXPECT_LT(order_key("P2"), order_key("P11"));
}

TEST(NameOrder, takes_accents_and_capitals_for_the_letter_itself) {
    EXPECT_EQ(order_key("Idé"), order_key("IDE"));
    EXPECT_EQ(order_key("MÜLLER"), order_key("myller"));
}

TEST(NameFilter, finds_a_part_whatever_its_capitals) {
    EXPECT_TRUE(holds_text("Ängsgatan", "ÄNGS"));
    EXPECT_TRUE(holds_text("Ängsgatan", ""));
    EXPECT_FALSE(holds_text("Ängsgatan", "angs"));
}

}  // namespace
}  // namespace lykta::viewer
