#include "layers/words.hpp"

#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

TEST(Words, are_stored_once_in_order_of_appearance) {
    const auto layer = incidents("typ;N;E\nRån;6473033;536823,9\nStöld;6473034;536823,9\nRån;6473035;536823,9\n");
    EXPECT_EQ(layer.category.text, (std::vector<std::string>{"Rån", "Stöld"}));
    EXPECT_EQ(layer.category.of_row, (std::vector<std::uint32_t>{0, 1, 0}));
}

TEST(Words, are_mapped_to_the_studys_categories) {
    auto chosen =
        options(given("typ;N;E\nRån;6473033;536823,9\nMisshandel;6473034;536823,9\nKlotter;6473035;536823,9\n"));
    chosen.category_map = {{"rån", "våld"}, {"misshandel", "våld"}};
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.category.text, (std::vector<std::string>{"våld", "Klotter"}));
    EXPECT_EQ(layer.category.of_row, (std::vector<std::uint32_t>{0, 0, 1}));
}

TEST(Words, block_and_street_make_a_label) {
    const auto layer = incidents("BlockNumber,StreetName,N,E\n600,E MARKET ST,6473033.1,536823.9\n");
    EXPECT_EQ(layer.label.at(0), "600 E MARKET ST");
}

TEST(Words, of_two_sources_are_merged) {
    auto layer = incidents("typ;N;E\nRån;6473033;536823,9\n");
    append(layer, incidents("typ;N;E\nStöld;6473034;536823,9\nRån;6473035;536823,9\n"));
    EXPECT_EQ(layer.size(), 3U);
    EXPECT_EQ(layer.category.text, (std::vector<std::string>{"Rån", "Stöld"}));
    EXPECT_EQ(layer.category.of_row, (std::vector<std::uint32_t>{0, 1, 0}));
    EXPECT_EQ(layer.source, (std::vector<std::uint16_t>{0, 1, 1}));
    EXPECT_EQ(layer.reports.size(), 2U);
    EXPECT_EQ(layer.position_error_m.size(), 2U);
}
