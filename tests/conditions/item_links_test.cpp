// Which items belong to which incidents.
#include "conditions/item_links.hpp"

#include <gtest/gtest.h>

using lykta::conditions::may_be_linked;

TEST(ItemLinks, a_basement_burglary_goes_with_basement_doors_and_stores) {
    EXPECT_TRUE(may_be_linked("inbrott i källarförråd", "Källardörr låst och hel"));
    EXPECT_TRUE(may_be_linked("INBROTT I KÄLLARFÖRRÅD", "Förrådsdörr med godkänt lås"));
    EXPECT_TRUE(may_be_linked("Burglary, basement storage", "Basement door locked"));
    EXPECT_FALSE(may_be_linked("inbrott i källarförråd", "Klotter borttaget inom 24 timmar"));
}

TEST(ItemLinks, a_stolen_bicycle_goes_with_the_bicycle_room_and_not_with_the_refuse_room) {
    EXPECT_TRUE(may_be_linked("cykelstöld", "Cykelrum låst"));
    EXPECT_FALSE(may_be_linked("cykelstöld", "Soprum låst"));
    EXPECT_TRUE(may_be_linked("anlagd brand", "Soprum låst"));
}

TEST(ItemLinks, stems_are_not_found_inside_words_they_do_not_belong_to) {
    EXPECT_FALSE(may_be_linked("burglary", "Block fully inspected"));  // lock
    EXPECT_FALSE(may_be_linked("burglary", "Transport route clear"));  // port
    EXPECT_FALSE(may_be_linked("vårdslös körning, carelessness", "Garage låst och upplyst"));
}

TEST(ItemLinks, what_the_table_does_not_know_is_linked_with_nothing) {
    EXPECT_FALSE(may_be_linked("snatteri", "Källardörr låst och hel"));
    EXPECT_FALSE(may_be_linked("", ""));
}
