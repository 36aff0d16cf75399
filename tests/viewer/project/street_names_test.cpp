// Where street names can stand.
#include "viewer/project/street_names.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace lykta::viewer {
namespace {

layers::StreetLayer streets_of(std::vector<std::pair<std::string, Polyline>> lines) {
    layers::StreetLayer layer;
    for (auto& [name, line] : lines) {
        layers::Street street;
        street.name = name;
        street.line = std::move(line);
        layer.streets.push_back(std::move(street));
    }
    return layer;
}

TEST(StreetNames, pieces_of_one_name_become_one_chain_whichever_way_they_are_drawn) {
    const auto chains = street_chains(streets_of(
        {{"Storgatan", {{100, 0}, {200, 0}}}, {"Storgatan", {{100, 0}, {0, 0}}}, {"Storgatan", {{300, 0}, {200, 0}}}}));
    ASSERT_EQ(chains.chains.size(), 1U);
    EXPECT_DOUBLE_EQ(length(chains.chains[0].line), 300);
    EXPECT_DOUBLE_EQ(chains.length_m[0], 300);
}

TEST(StreetNames, at_a_crossing_the_chain_goes_straight_on) {
    const auto chains = street_chains(streets_of(
        {{"Ågatan", {{0, 0}, {100, 0}}}, {"Ågatan", {{100, 0}, {100, 80}}}, {"Ågatan", {{100, 0}, {200, 5}}}}));
    ASSERT_EQ(chains.chains.size(), 2U);
    EXPECT_NEAR(length(chains.chains[0].line), 200.1, 0.1);
}

TEST(StreetNames, streets_without_a_name_are_in_no_chain) {
    EXPECT_TRUE(street_chains(streets_of({{"", {{0, 0}, {100, 0}}}})).chains.empty());
}

TEST(StreetNames, a_name_stands_in_the_middle_of_the_straight_part_and_along_it) {
    const auto labels = street_labels(street_chains(streets_of({{"Nygatan", {{0, 0}, {100, 100}}}})), 0.6, 1.5);
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_NEAR(labels[0].at.x, 50, 1e-9);
    // Either way along the street: label placement keeps it readable.
    EXPECT_NEAR(std::remainder(labels[0].turn - std::numbers::pi / 4, std::numbers::pi), 0, 1e-6);
    EXPECT_NEAR(labels[0].room_m, std::hypot(100, 100), 1e-3);
}

TEST(StreetNames, a_name_that_could_never_fit_is_no_label) {
    EXPECT_TRUE(street_labels(street_chains(streets_of({{"Järnvägsgatan", {{0, 0}, {30, 0}}}})), 3.5, 9).empty());
}

TEST(StreetNames, a_long_street_is_named_more_than_once_and_longer_ones_go_first) {
    const auto chains =
        street_chains(streets_of({{"Långgatan", {{0, 0}, {5000, 0}}}, {"Kortgatan", {{0, 50}, {300, 50}}}}));
    const auto labels = street_labels(chains, 0.6, 1.5);
    ASSERT_GT(labels.size(), 4U);
    EXPECT_GT(labels.front().priority, labels.back().priority);
    for (const auto& label : labels) EXPECT_LE(label.priority, 90);
}

}  // namespace
}  // namespace lykta::viewer
