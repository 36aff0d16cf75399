#include "layers/columns.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "layers/column_names.hpp"
#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

TEST(Columns, are_found_whatever_their_case_blanks_and_swedish_letters) {
    const auto layer = incidents(" Tidpunkt ;BROTTSTYP;Öst;Nord\n2024-01-03 21:40;Rån;536823;6473033\n");
    ASSERT_EQ(layer.size(), 1U);
    EXPECT_EQ(layer.category.at(0), "Rån");
    EXPECT_TRUE(layer.time[0].known);
}

TEST(Columns, what_was_taken_is_noted) {
    const auto result = checked("tidpunkt;N;E\n2024-01-03 21:40;6473033;536823\n");
    EXPECT_TRUE(has(said(result), "column 'tidpunkt' taken as time")) << said(result);
}

TEST(Columns, two_of_one_needed_name_are_refused_by_number) {
    const auto result = checked("id;a;b;c;N;N\n1;2;3;4;6473033;536823\n");
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "column 5")) << said(result);
    EXPECT_TRUE(has(said(result), "column 6")) << said(result);
}

TEST(Columns, a_number_chooses_between_two_of_one_name) {
    auto chosen = options(given("id;N;N\n1;6473033;536823\n2;6473034;536824\n"));
    chosen.y = "#2";
    chosen.x = "#3";
    const auto result = check_file(chosen, KindGiven::by_user);
    EXPECT_EQ(result.rows_used, 2) << said(result);
}

TEST(Columns, without_coordinates_the_columns_are_listed_and_geocoding_is_named) {
    const auto result = checked("id;adress\n1;Storgatan 1\n");
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "adress"));
    EXPECT_TRUE(has(said(result), "coordinates"));
    EXPECT_TRUE(has(said(result), "geocoded"));
    EXPECT_EQ(result.rows_read, 1);
}

TEST(Columns, a_named_column_that_is_not_there_is_a_bad_option) {
    auto chosen = options(given("tid;N;E\n2024-01-03;6473033;536823\n"));
    chosen.time = "när";
    try {
        static_cast<void>(read_incidents(chosen, sweref()));
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_option);
        EXPECT_TRUE(has(error.what(), "när"));
    }
}

TEST(Columns, the_stated_system_chooses_between_two_pairs) {
    const std::string text = "X,Y,LAT,LONG\n-8473510.3,5319566.4,43.0498750,-76.118838\n";
    const auto project = Crs::from_text("EPSG:32618");
    const auto degrees = read_incidents(options(given(text), "EPSG:4326"), project);
    const auto mercator = read_incidents(options(given(text), "EPSG:3857"), project);
    ASSERT_EQ(degrees.size(), 1U);
    ASSERT_EQ(mercator.size(), 1U);
    EXPECT_LT(distance(degrees.position[0], mercator.position[0]), 2.0);
}

TEST(Columns, one_column_may_hold_the_pair) {
    const auto layer = incidents("id,location_gps\n1,\"58.39655,15.629966\"\n", "EPSG:4326");
    ASSERT_EQ(layer.size(), 1U);
    EXPECT_NEAR(layer.position[0].x, 536823.9, 1.0);
    EXPECT_NEAR(layer.position[0].y, 6473033.1, 1.0);
}

TEST(Columns, every_known_name_is_a_plain_word) {
    for (const auto& field : field_names()) {
        for (const char c : field.names)
            EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ' ') << field.names;
    }
}
