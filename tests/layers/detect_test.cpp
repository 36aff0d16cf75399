#include <gtest/gtest.h>

#include "core/error.hpp"
#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {
Detection detected(const std::string& text, const std::string& ending = ".csv") {
    return detect(sources::read_source(given(text, ending)));
}
std::string feature(const std::string& type, const std::string& coordinates) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":")" + type +
           R"(","coordinates":)" + coordinates + "}}]}";
}
}  // namespace

TEST(Detect, a_table_with_time_and_place_is_incidents) {
    const auto found = detected("id;tidpunkt;brottstyp;N;E\n1;2024-01-03 21:40;Rån;6473033;536823\n");
    EXPECT_EQ(found.kind, LayerKind::incidents);
    EXPECT_EQ(found.columns.at("time"), "tidpunkt");
    EXPECT_EQ(found.columns.at("category"), "brottstyp");
    EXPECT_EQ(found.columns.at("x"), "E");
    EXPECT_EQ(found.columns.at("y"), "N");
}

TEST(Detect, a_table_with_heights_and_lumens_is_lighting) {
    EXPECT_EQ(detected("stolpe_id;N;E;ljuspunktshojd_m\nL1;6473033;536823;5\n").kind, LayerKind::lighting);
}

TEST(Detect, lines_are_streets_and_polygons_are_areas) {
    EXPECT_EQ(detected(feature("LineString", "[[15.6,58.4],[15.61,58.4]]"), ".geojson").kind, LayerKind::streets);
    EXPECT_EQ(detected(feature("Polygon", "[[[15.6,58.4],[15.61,58.4],[15.61,58.41],[15.6,58.4]]]"), ".geojson").kind,
              LayerKind::areas);
}

TEST(Detect, columns_called_latitude_mean_degrees) {
    EXPECT_EQ(detected("lat,lon\n43.0691,-76.1226\n43.0697,-76.1227\n").crs, "EPSG:4326");
}

TEST(Detect, systems_that_share_numbers_are_not_chosen_between) {
    const auto found = detected("N;E\n6475623,35;186838,63\n6476273,86;185554,12\n");
    EXPECT_TRUE(found.crs.empty());
    EXPECT_TRUE(has(found.crs_note, "EPSG:3009")) << found.crs_note;
}

TEST(Kinds, names_and_kinds_are_one_to_one) {
    for (int i = 0; i < 11; ++i) {
        const auto kind = static_cast<LayerKind>(i);
        EXPECT_EQ(layer_from_name(layer_name(kind)), kind);
    }
    EXPECT_THROW(static_cast<void>(layer_from_name("lampor")), Error);
}
