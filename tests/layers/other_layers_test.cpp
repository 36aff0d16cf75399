// Vegetation, inspections, streets, cameras: one hand case for each rule.
#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

std::string features(const std::string& kind, const std::vector<std::string>& coordinates,
                     const std::string& properties = "{}") {
    std::string text =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)";
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        text += std::string(i > 0 ? "," : "") + R"({"type":"Feature","properties":)" + properties +
                R"(,"geometry":{"type":")" + kind + R"(","coordinates":)" + coordinates[i] + "}}";
    }
    return given(text + "]}", ".geojson");
}

}  // namespace

TEST(Vegetation, a_point_with_a_crown_becomes_a_round_outline) {
    const auto layer = read_vegetation(
        options(given("art;N;E;krondiameter;hojd\nträd;6473033,1;536823,9;8;11\n"), "EPSG:3006", LayerKind::vegetation),
        sweref());
    ASSERT_EQ(layer.plants.size(), 1U);
    EXPECT_NEAR(area(layer.plants[0].outline), 3.14159 * 16, 1.0);
    EXPECT_EQ(layer.plants[0].height.value, 11.0);
}

TEST(Vegetation, a_missing_height_is_a_shrubs_or_a_trees) {
    const auto layer =
        read_vegetation(options(given("typ;N;E;radie\nbuskage;6473033,1;536823,9;2\nträd;6473043,1;536823,9;2\n"),
                                "EPSG:3006", LayerKind::vegetation),
                        sweref());
    EXPECT_EQ(layer.plants.at(0).height.value, 1.5);
    EXPECT_EQ(layer.plants.at(1).height.value, 8.0);
    EXPECT_TRUE(layer.plants[0].height_defaulted);
}

TEST(Inspections, a_failure_after_a_pass_fails_and_a_pass_after_a_failure_remedies) {
    const std::string text =
        "fastighet;ext_pass;ext_fail;N;E\nA;2024-01-01;;6473033,1;536823,9\nB;;2024-01-01;6473033,2;536823,9\n"
        "C;2024-02-01;2024-01-01;6473033,3;536823,9\nD;2024-01-01;2024-02-01;6473033,4;536823,9\nE;;;6473033,5;536823,"
        "9\n";
    const auto layer = read_inspections(options(given(text), "EPSG:3006", LayerKind::inspections), sweref());
    ASSERT_EQ(layer.items.size(), 5U);
    const ItemState wanted[] = {ItemState::passed, ItemState::failed, ItemState::remedied, ItemState::failed,
                                ItemState::unknown};
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(layer.items[i].state, wanted[i]) << i;
    EXPECT_EQ(layer.items[3].day, days_from_civil(2024, 2, 1));
}

TEST(Inspections, the_long_form_has_an_item_a_row) {
    const std::string text =
        "byggnad;kontrollpunkt;vikt;obligatorisk;resultat;datum;N;E\n"
        "H1;Entrédörr låst;3;ja;brist;2024-03-01;6473033,1;536823,9\nH1;Belysning "
        "källare;2;nej;ok;2024-03-01;6473033,1;536823,9\n";
    const auto layer = read_inspections(options(given(text), "EPSG:3006", LayerKind::inspections), sweref());
    ASSERT_EQ(layer.items.size(), 2U);
    EXPECT_EQ(layer.items[0].item, "Entrédörr låst");
    EXPECT_EQ(layer.items[0].weight, 3.0);
    EXPECT_TRUE(layer.items[0].mandatory);
    EXPECT_EQ(layer.items[0].state, ItemState::failed);
    EXPECT_EQ(layer.items[1].state, ItemState::passed);
}

TEST(Streets, parts_of_a_multi_line_are_streets_of_one_row) {
    const auto path =
        features("MultiLineString", {"[[[536000,6473000],[536100,6473000]],[[536200,6473000],[536300,6473050]]]"},
                 R"({"namn":"Storgatan"})");
    const auto layer = read_streets(options(path, "", LayerKind::streets), sweref());
    ASSERT_EQ(layer.streets.size(), 2U);
    EXPECT_EQ(layer.streets[1].name, "Storgatan");
    EXPECT_EQ(layer.reports[0].account.rows_used, 1);
}

TEST(Streets, a_strip_gives_its_centre_line_and_a_square_none) {
    const auto path = features(
        "Polygon", {"[[[536000,6473000],[536100,6473000],[536100,6473010],[536000,6473010],[536000,6473000]]]",
                    "[[[536000,6473000],[536100,6473000],[536100,6473100],[536000,6473100],[536000,6473000]]]"});
    const auto layer = read_streets(options(path, "", LayerKind::streets), sweref());
    ASSERT_EQ(layer.streets.size(), 1U);
    EXPECT_NEAR(length(layer.streets[0].line), 100.0, 0.1);
    for (const auto p : layer.streets[0].line) EXPECT_NEAR(p.y, 6473005.0, 0.01);
    EXPECT_EQ(layer.reports[0].account.set_aside.at(0).reason, Reason::wrong_geometry);
}

TEST(Cameras, keep_what_can_be_and_default_the_rest) {
    const auto layer = read_cameras(
        options(
            given("id;riktning;synfält;räckvidd;N;E\nK1;90;110;40;6473033,1;536823,9\nK2;900;;;6473033,1;536823,9\n"),
            "EPSG:3006", LayerKind::cameras),
        sweref());
    ASSERT_EQ(layer.cameras.size(), 2U);
    EXPECT_EQ(layer.cameras[0].heading_deg, 90.0);
    EXPECT_EQ(layer.cameras[0].reach.value, 40.0);
    EXPECT_FALSE(layer.cameras[1].heading_deg.has_value());
    EXPECT_EQ(layer.cameras[1].reach.value, 30.0);
}
