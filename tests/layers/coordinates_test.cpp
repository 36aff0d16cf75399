#include "layers/coordinates.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

const std::string head = "id;N;E\n";
const std::string good =
    "1;6473033,10;536823,90\n2;6473683,35;535539,90\n3;6475213,05;537143,64\n4;6473248,37;537708,35\n";

Reason reason_of_last(const IncidentLayer& layer) {
    return layer.reports[0].account.set_aside.back().reason;
}
std::string message_of_last(const IncidentLayer& layer) {
    return layer.reports[0].account.set_aside.back().message;
}

/// Four good rows and one given one, which must be set aside.
IncidentLayer with_row(const std::string& row) {
    auto layer = incidents(head + good + row + "\n");
    EXPECT_EQ(layer.size(), 4U) << row;
    EXPECT_EQ(layer.reports[0].account.set_aside.size(), 1U) << row;
    EXPECT_TRUE(layer.reports[0].account.balances());
    return layer;
}

}  // namespace

TEST(Coordinates, good_rows_arrive_where_they_are) {
    const auto layer = incidents(head + good);
    ASSERT_EQ(layer.size(), 4U);
    EXPECT_DOUBLE_EQ(layer.position[0].x, 536823.90);
    EXPECT_DOUBLE_EQ(layer.position[0].y, 6473033.10);
}

TEST(Coordinates, degrees_are_projected) {
    const auto layer = incidents("lat;lon\n58,396550;15,629966\n", "EPSG:4326");
    EXPECT_NEAR(layer.position[0].x, 536823.9, 0.1);
    EXPECT_NEAR(layer.position[0].y, 6473033.1, 0.1);
}

TEST(Coordinates, each_fault_has_its_reason) {
    EXPECT_EQ(reason_of_last(with_row("5;;")), Reason::no_coordinates);
    EXPECT_EQ(reason_of_last(with_row("5;0;0,00")), Reason::coordinates_zero);
    EXPECT_EQ(reason_of_last(with_row("5;saknas;536000")), Reason::not_a_number);
    EXPECT_EQ(reason_of_last(with_row("5;536823;6473033")), Reason::axes_swapped);
    EXPECT_EQ(reason_of_last(with_row("5;6477009,75;1490099,52")), Reason::outside_crs);
    EXPECT_EQ(reason_of_last(with_row("5;999999999;1")), Reason::out_of_range);
    EXPECT_EQ(reason_of_last(with_row("5;6475,21305;537,14364")), Reason::out_of_range);
    EXPECT_EQ(reason_of_last(with_row("5;6474000;536000")), Reason::rounded_coordinates);
}

TEST(Coordinates, a_swapped_row_shows_the_mended_pair) {
    const auto message = message_of_last(with_row("5;536823;6473033"));
    EXPECT_TRUE(has(message, "mended: N 6473033, E 536823")) << message;
}

TEST(Coordinates, a_foreign_row_names_the_system_it_fits) {
    EXPECT_TRUE(has(message_of_last(with_row("5;6477009,75;1490099,52")), "RT90 2.5 gon V"));
    EXPECT_TRUE(has(message_of_last(with_row("5;58,396694;15,616915")), "WGS 84"));
    EXPECT_TRUE(has(message_of_last(with_row("5;6477214,93;185347,80")), "SWEREF99 15 00"));
}

TEST(Coordinates, kilometres_are_asked_about) {
    EXPECT_TRUE(has(message_of_last(with_row("5;6475,21305;537,14364")), "kilometres"));
}

TEST(Coordinates, lost_signs_and_decimals_are_asked_about) {
    EXPECT_TRUE(has(message_of_last(with_row("5;-6473033,1;536823,9")), "minus sign"));
    EXPECT_TRUE(has(message_of_last(with_row("5;647303310;53682390")), "centimetres"));
}

TEST(Coordinates, half_a_file_swapped_keeps_the_other_half) {
    const auto layer = incidents(
        "lat;lon\n58.396550;15.629966\n15.608102;58.402496\n58.416101;15.635788\n15.645131;58.398408\n", "EPSG:4326");
    EXPECT_EQ(layer.size(), 2U);
    EXPECT_EQ(reason_of_last(layer), Reason::axes_swapped);
}

TEST(Coordinates, a_file_swapped_whole_is_refused_with_the_option_that_swaps) {
    const auto result = checked("id;N;E\n1;536823;6473033\n2;535539;6473683\n");
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "swapped")) << said(result);
    EXPECT_TRUE(has(said(result), "--x \"N\" --y \"E\"")) << said(result);
}

TEST(Coordinates, the_option_that_swaps_swaps) {
    auto chosen = options(given("id;X;Y\n1;6473033,5;536823,5\n2;6473683,5;535539,5\n"));
    chosen.x = "Y";
    chosen.y = "X";
    const auto layer = read_incidents(chosen, sweref());
    ASSERT_EQ(layer.size(), 2U);
    EXPECT_DOUBLE_EQ(layer.position[0].x, 536823.5);
}

TEST(Coordinates, latitude_in_the_longitude_column_is_refused_in_sweden_and_abroad) {
    EXPECT_TRUE(has(said(checked("lat;lon\n15.629966;58.396550\n15.608102;58.402496\n", "EPSG:4326")), "swapped"));
    EXPECT_TRUE(has(said(checked("lat;lon\n-87.6277;41.7922\n-87.6683;41.7513\n", "EPSG:4326")), "swapped"));
}

TEST(Coordinates, a_local_zone_stated_as_tm_is_refused_with_the_zones_that_fit) {
    const auto result = checked("id;N;E\n1;6475623,35;186838,63\n2;6476273,86;185554,12\n");
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "EPSG:3009")) << said(result);
}

TEST(Coordinates, a_known_place_singles_out_the_zone) {
    auto chosen = options(given("id;N;E\n1;6475623,35;186838,63\n2;6476273,86;185554,12\n"));
    chosen.near = Point{15.62, 58.41};
    const auto result = check_file(chosen, KindGiven::by_user);
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "--crs EPSG:3009")) << said(result);
    EXPECT_FALSE(has(said(result), "EPSG:3007")) << said(result);
}

TEST(Coordinates, no_stated_system_is_refused_with_suggestions) {
    const auto result = checked("id;N;E\n1;6473033;536823\n", "");
    EXPECT_EQ(result.outcome, "error");
    EXPECT_TRUE(has(said(result), "--crs EPSG:3006")) << said(result);
}

TEST(Coordinates, metres_labelled_as_degrees_are_refused) {
    const auto swedish = checked(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                                 R"("geometry":{"type":"Point","coordinates":[536823.9,6473033.1]}}]})",
                                 "", ".geojson");
    EXPECT_EQ(swedish.outcome, "error");
    EXPECT_TRUE(has(said(swedish), "EPSG:3006")) << said(swedish);
    const auto other = checked(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                               R"("geometry":{"type":"Point","coordinates":[406426.7,4766656.1]}}]})",
                               "", ".geojson");
    EXPECT_EQ(other.outcome, "error");
    EXPECT_TRUE(has(said(other), "UTM")) << said(other);
}

TEST(Coordinates, a_default_coordinate_in_another_state_is_set_aside) {
    std::string text = "lat;lon\n";
    for (int i = 0; i < 20; ++i) text += "41.8" + std::to_string(10 + i) + ";-87.6" + std::to_string(30 - i) + "\n";
    text += "36.6194464;-91.6865657\n";
    const auto layer = read_incidents(options(given(text), "EPSG:4326"), Crs::from_text("EPSG:32616"));
    EXPECT_EQ(layer.size(), 20U);
    EXPECT_EQ(reason_of_last(layer), Reason::outside_window);
    EXPECT_TRUE(has(message_of_last(layer), "km from the rest"));
}

TEST(Coordinates, a_row_shifted_by_a_comma_is_told_from_an_empty_one) {
    const auto layer =
        read_incidents(options(given("lat,lon\n43.0691,-76.1226\n43.0697,-76.1227\n,43.0706\n,\n"), "EPSG:4326"),
                       Crs::from_text("EPSG:32618"));
    ASSERT_EQ(layer.reports[0].account.set_aside.size(), 2U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::axes_swapped);
    EXPECT_EQ(layer.reports[0].account.set_aside[1].reason, Reason::no_coordinates);
}

TEST(Coordinates, a_country_in_one_file_keeps_all_its_rows) {
    const auto layer = incidents(
        "lat;lon\n59.33;18.07\n59.34;18.06\n57.71;11.97\n55.60;13.00\n67.86;20.23\n63.83;20.26\n58.41;15.62\n",
        "EPSG:4326");
    EXPECT_EQ(layer.size(), 7U);
}

TEST(Coordinates, a_rounded_row_is_no_loss_where_all_rows_have_few_digits) {
    EXPECT_EQ(incidents("N;E\n6473000;536800\n6473700;535500\n6475000;537000\n6473200;537700\n").size(), 4U);
    EXPECT_EQ(incidents("N;E\n6473033;536823\n6473683;535539\n6475000;537000\n6473248;537708\n").size(), 3U);
}

TEST(Coordinates, rt90_is_used_all_over_sweden) {
    // Visby, Kiruna, Malmö in RT90 2.5 gon V: beyond its official strip, and legitimate.
    const auto layer =
        incidents("x;y\n1650000;6393000\n1685000;7536000\n1322000;6167000\n1489000;6477000\n", "EPSG:3021");
    EXPECT_EQ(layer.size() + layer.reports[0].account.set_aside.size(), 4U);
    EXPECT_GE(layer.size(), 3U);
}

TEST(Coordinates, an_unmetric_project_is_refused) {
    EXPECT_THROW(static_cast<void>(read_incidents(options(given(head + good)), Crs::from_text("EPSG:4326"))), Error);
}

TEST(Coordinates, a_multipoint_of_one_is_a_point_and_other_kinds_are_set_aside) {
    const auto feature = [](const std::string& type, const std::string& coordinates) {
        return R"({"type":"Feature","properties":{},"geometry":{"type":")" + type + R"(","coordinates":)" +
               coordinates + "}}";
    };
    const std::string a = "[15.629966,58.39655]", b = "[15.635788,58.416101]";
    const auto text = R"({"type":"FeatureCollection","features":[)" + feature("Point", a) + "," + feature("Point", b) +
                      "," + feature("MultiPoint", "[" + a + "]") + "," +
                      feature("MultiPoint", "[" + a + "," + b + "]") + "," +
                      feature("LineString", "[" + a + "," + b + "]") + "]}";
    auto chosen = options(given(text, ".geojson"), "");
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.size(), 3U);
    ASSERT_EQ(layer.reports[0].account.set_aside.size(), 2U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::wrong_geometry);
    EXPECT_TRUE(has(layer.reports[0].account.set_aside[0].message, "multipoint of 2"));
}
