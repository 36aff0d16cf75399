#include "core/language.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace lykta {
namespace {

TEST(Language, numbers_are_written_the_swedish_way_and_the_english_way) {
    set_language(Language::swedish);
    EXPECT_EQ(number_text(12345.678, 1), "12\u00a0345,7");
    EXPECT_EQ(number_text(std::int64_t{-1234567}), "\u22121\u00a0234\u00a0567");
    EXPECT_EQ(percent_text(0.0732, 1), "7,3\u00a0%");
    set_language(Language::english);
    EXPECT_EQ(number_text(12345.678, 1), "12,345.7");
    EXPECT_EQ(percent_text(0.0732, 1), "7.3%");
}

TEST(Language, small_numbers_are_not_grouped_and_minus_zero_is_zero) {
    set_language(Language::english);
    EXPECT_EQ(number_text(std::int64_t{999}), "999");
    EXPECT_EQ(number_text(-0.001, 1), "0.0");
    EXPECT_EQ(number_text(std::nan(""), 1), "–");
}

TEST(Language, a_third_language_is_refused) {
    EXPECT_THROW((void)language_from_text("de"), Error);
}

}  // namespace
}  // namespace lykta
