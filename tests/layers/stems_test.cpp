// Words held against stems.
#include "layers/stems.hpp"

#include <gtest/gtest.h>

using lykta::layers::holds_any_stem;

TEST(Stems, a_stem_without_marks_may_stand_anywhere) {
    EXPECT_TRUE(holds_any_stem("inbrott i källarförråd", "förråd"));
    EXPECT_TRUE(holds_any_stem("bostadsinbrott", "inbrott"));
    EXPECT_FALSE(holds_any_stem("cykelstöld", "inbrott förråd"));
}

TEST(Stems, a_mark_before_it_asks_for_the_beginning_of_a_word) {
    EXPECT_TRUE(holds_any_stem("rån mot person", "^rån"));
    EXPECT_FALSE(holds_any_stem("stöld från bil", "^rån"));
    EXPECT_TRUE(holds_any_stem("stöld, rån", "^rån"));
    EXPECT_FALSE(holds_any_stem("årån", "^rån"));  // å is a letter, though it takes two bytes
}

TEST(Stems, a_mark_after_it_asks_for_the_end_of_a_word) {
    EXPECT_TRUE(holds_any_stem("mord/dråp", "^mord^"));
    EXPECT_FALSE(holds_any_stem("mordbrand", "^mord^"));
    EXPECT_TRUE(holds_any_stem("väskrån", "rån^"));
    EXPECT_FALSE(holds_any_stem("hotell", "hot^"));
}

TEST(Stems, nothing_holds_no_stems_and_a_lone_mark_is_no_stem) {
    EXPECT_FALSE(holds_any_stem("rån", ""));
    EXPECT_FALSE(holds_any_stem("", "rån"));
    EXPECT_FALSE(holds_any_stem("rån", "^"));
    EXPECT_FALSE(holds_any_stem("rån", "  "));
}
