#include "places/delineate.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/random.hpp"

namespace lykta::places {
namespace {

/// A field drawn in digits: '.' is cold, a digit is a hot cell with that intensity and as many incidents. Row 0 is the
/// last line.
struct Drawn {
    Grid<double> intensity, counts;
    statistics::GiStarGrid gi;
};

Drawn draw(const std::vector<std::string>& lines) {
    const GridFrame frame{
        .cell_size = 50_m, .columns = static_cast<int>(lines.front().size()), .rows = static_cast<int>(lines.size())};
    Drawn d{Grid<double>{frame},
            Grid<double>{frame},
            {Grid<double>{frame}, Grid<double>{frame, 1.0}, Grid<double>{frame, 1.0}}};
    for (int row = 0; row < frame.rows; ++row)
        for (int column = 0; column < frame.columns; ++column) {
            const char c = lines[static_cast<std::size_t>(frame.rows - 1 - row)][static_cast<std::size_t>(column)];
            if (c == '.') continue;
            d.intensity.at(column, row) = d.counts.at(column, row) = c - '0';
            d.gi.z.at(column, row) = 4;
            d.gi.p_fdr.at(column, row) = 0.001;
        }
    return d;
}

std::vector<Place> places_of(const Drawn& d, const DelineateOptions& options) {
    return hot_spot_places(d.intensity, d.gi, d.counts, options);
}

TEST(Delineate, one_blob_is_one_place_with_the_area_of_its_cells) {
    const auto places = places_of(draw({".....", ".99..", ".98..", "....."}), {});
    ASSERT_EQ(places.size(), 1U);
    EXPECT_DOUBLE_EQ(places[0].area_ha, 1.0);  // four cells of 50 × 50 m
    EXPECT_EQ(places[0].id, "P001");
}

TEST(Delineate, two_separate_blobs_are_two_places_the_brighter_first) {
    const auto places = places_of(draw({"77...99", "77...99"}), {});
    ASSERT_EQ(places.size(), 2U);
    EXPECT_GT(places[0].centre.x, places[1].centre.x);
}

TEST(Delineate, a_long_hot_street_becomes_several_places_within_the_radius_of_their_peaks) {
    const auto places = places_of(draw({"99999999999999999999"}), {.radius = 120_m});
    EXPECT_GE(places.size(), 4U);
    for (const auto& p : places) EXPECT_LE(p.area_ha, 5 * 0.25 + 1e-9);
}

TEST(Delineate, cells_under_a_third_of_the_peak_are_halo_and_found_no_place) {
    const auto places = places_of(draw({"2222", "2992", "2222"}), {.minimum_incidents = 2});
    ASSERT_EQ(places.size(), 1U);
    EXPECT_DOUBLE_EQ(places[0].area_ha, 0.5);
}

TEST(Delineate, the_slope_of_a_peak_is_no_place_of_its_own) {
    const auto places = places_of(draw({"98765432", "98765432"}), {.minimum_incidents = 1});
    EXPECT_EQ(places.size(), 1U);
}

TEST(Delineate, a_blob_with_too_few_incidents_is_no_place) {
    EXPECT_TRUE(places_of(draw({"33", "2."}), {.minimum_incidents = 10}).empty());
}

TEST(Delineate, cells_that_are_not_significant_are_never_in_a_place) {
    auto d = draw({"999", "999"});
    d.gi.p_fdr.at(1, 0) = 0.2;
    const auto places = places_of(d, {});
    ASSERT_EQ(places.size(), 1U);
    EXPECT_FALSE(contains(places[0].shape, d.intensity.frame.centre(1, 0)));
}

TEST(Delineate, places_never_overlap_on_random_fields) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        std::vector<std::string> lines(15, std::string(15, '.'));
        for (std::uint32_t i = 0; i < 225; ++i)
            if (random_uniform({.seed = seed, .item = i}, 0) < 0.4)
                lines[i / 15][i % 15] = static_cast<char>('1' + random_below({.seed = seed, .item = i}, 1, 9));
        const auto places = places_of(draw(lines), {.minimum_incidents = 1});
        double sum = 0;
        std::vector<MultiPolygon> shapes;
        for (const auto& p : places) sum += area(p.shape), shapes.push_back(p.shape);
        EXPECT_NEAR(area(union_of(shapes)), sum, 1e-6) << "seed " << seed;
    }
}

TEST(Delineate, a_segment_place_reaches_its_distance_on_both_sides) {
    layers::StreetLayer streets;
    streets.streets.push_back({.name = "Storgatan", .line = {{0, 0}, {100, 0}}});
    const auto places = segment_places(streets, 25_m);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_TRUE(contains(places[0].shape, {50, 24}));
    EXPECT_FALSE(contains(places[0].shape, {50, 26}));
    EXPECT_EQ(places[0].name, "Storgatan");
}

TEST(Delineate, places_on_one_street_are_told_apart_by_the_next_street) {
    layers::CityLayers city;
    city.streets.emplace();
    city.streets->streets = {{.name = "Storgatan", .line = {{0, 0}, {1000, 0}}},
                             {.name = "Nygatan", .line = {{100, 20}, {100, 200}}},
                             {.name = "Björkvägen", .line = {{900, 20}, {900, 200}}}};
    std::vector<Place> places(2);
    places[0].centre = {100, 5};
    places[1].centre = {900, 5};
    name_places(places, city);
    EXPECT_NE(places[0].name, places[1].name);
    EXPECT_EQ(places[0].name.rfind("Storgatan", 0), 0U);
    EXPECT_NE(places[0].name.find("Nygatan"), std::string::npos);
}

}  // namespace
}  // namespace lykta::places
