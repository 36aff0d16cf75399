// lykta sight: how near somebody is first seen along paths, and what hides them.
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "small_files.hpp"

namespace lykta::by_command {
namespace {

using Json = nlohmann::json;

/// Two streets that meet at a corner, Långgatan to the west and Tvärgatan to the north; a house in the angle between
/// them; a path of its own far away, a dead end.
class Sight : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("gator.geojson", geojson({line({-80, 0, 0, 0}, R"("namn":"Långgatan")"),
                                                line({0, 0, 0, 80}, R"("namn":"Tvärgatan")"),
                                                line({0, 0, 80, 0}, R"("namn":"Storgatan")"),
                                                line({300, 0, 300, 60}, R"("namn":"Stigen","typ":"gångväg")")}));
        scratch.write("hus.geojson", geojson({rectangle({-60, 3, -3, 60}, R"("hojd":8)")}));
        scratch.write("hack.geojson",
                      geojson({rectangle({-60, 2, -2, 60}, R"("id":"H1","typ":"häck","hojd":2.5)"),
                               rectangle({500, 500, 510, 510}, R"("id":"H2","typ":"häck","hojd":2.5)")}));
    }
    static std::vector<std::string> words(std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"sight", "gator.geojson"});
        return more;
    }
    Json told(std::vector<std::string> more) const {
        more.push_back("--json");
        const auto outcome = scratch.lykta(words(std::move(more)));
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        return Json::parse(outcome.out);
    }
};

TEST_F(Sight, without_anything_in_the_way_all_is_seen_and_the_lack_is_said) {
    const auto json = told({});
    EXPECT_NEAR(json["all"]["metres"], 80.0 * 3 + 60.0, 1e-6);
    EXPECT_EQ(json["all"]["under_25_m"], 0.0);
    EXPECT_NEAR(json["all"]["mean_seen_at_m"], 50.0, 1e-6);
    const auto text = scratch.lykta(words());
    EXPECT_NE(text.out.find("! Without --buildings and --vegetation nothing stands in the way"), std::string::npos)
        << text.out;
}

TEST_F(Sight, a_house_at_the_corner_hides_people_and_no_plant_is_blamed) {
    const auto json = told({"--buildings", "hus.geojson"});
    EXPECT_GT(json["all"]["under_25_m"], 20.0);
    EXPECT_EQ(json["all"]["under_25_plants_m"], 0.0);
    EXPECT_TRUE(json["blocking_plants"].empty());
    double streets = 0;
    for (const auto& one : json["streets"]) streets += one["under_25_m"].get<double>();
    EXPECT_NEAR(streets, json["all"]["under_25_m"].get<double>(), 1e-6);
}

TEST_F(Sight, a_hedge_at_the_corner_is_named_with_the_metres_it_hides) {
    const auto json = told({"--vegetation", "hack.geojson"});
    ASSERT_EQ(json["blocking_plants"].size(), 1U);
    EXPECT_EQ(json["blocking_plants"][0]["id"], "H1");
    EXPECT_NEAR(json["blocking_plants"][0]["hides_m"].get<double>(), json["all"]["under_25_plants_m"].get<double>(),
                1e-6);
    EXPECT_GT(json["all"]["concealment_m"], 50.0);
}

TEST_F(Sight, eyes_above_the_hedge_see_over_it) {
    EXPECT_EQ(told({"--vegetation", "hack.geojson", "--eye", "2.6"})["all"]["under_25_m"], 0.0);
}

TEST_F(Sight, plants_without_height_can_be_given_one) {
    scratch.write("hack.geojson", geojson({rectangle({-60, 2, -2, 60}, R"("id":"H1","typ":"buskage")")}));
    const auto low = scratch.lykta(words({"--vegetation", "hack.geojson"}));
    EXPECT_NE(low.out.find("! 1 of 1 plants are not higher than the eyes (1.5 m) and hide nobody"), std::string::npos)
        << low.out;
    EXPECT_GT(told({"--vegetation", "hack.geojson", "--plant-height", "3"})["all"]["under_25_plants_m"], 10.0);
}

TEST_F(Sight, one_point_sees_as_far_as_it_can) {
    const auto open = told({"--point", fmt::format("{},{}", corner_e, corner_n - 300), "--reach", "50"});
    EXPECT_NEAR(open["visible_area"]["area_m2"], 3.14159 * 50 * 50, 40.0);
    const auto walled =
        told({"--buildings", "hus.geojson", "--point", fmt::format("{},{}", corner_e - 30, corner_n), "--reach", "50"});
    EXPECT_LT(walled["visible_area"]["area_m2"], 0.6 * 3.14159 * 50 * 50);
    EXPECT_GT(walled["visible_area"]["facade_m"], 20.0);
}

TEST_F(Sight, a_point_far_from_every_street_is_a_wrong_option) {
    const auto far = scratch.lykta(words({"--point", "640000,6480000", "-o", "sikt.gpkg"}));
    EXPECT_EQ(far.code, 2);
    EXPECT_NE(far.err.find("lies 100 km from the nearest street"), std::string::npos) << far.err;
    EXPECT_FALSE(std::filesystem::exists(scratch / "sikt.gpkg"));
    EXPECT_EQ(scratch.lykta(words({"--point", "här"})).code, 2);
}

TEST_F(Sight, files_are_the_same_bytes_on_every_number_of_threads) {
    std::vector<std::string> found;
    for (const auto* threads : {"1", "2", "8"}) {
        const auto outcome =
            scratch.lykta(words({"--buildings", "hus.geojson", "--vegetation", "hack.geojson", "--point",
                                 fmt::format("{},{}", corner_e, corner_n), "-o", "sikt.gpkg", "--threads", threads}));
        ASSERT_EQ(outcome.code, 0) << outcome.err;
        found.push_back(scratch.read("sikt.gpkg"));
    }
    EXPECT_EQ(found[0].substr(0, 15), "SQLite format 3");
    for (const auto* layer : {"sight_along", "sight_points", "blocking_plants", "visible_area", "layer_styles"})
        EXPECT_NE(found[0].find(layer), std::string::npos) << layer;
    EXPECT_TRUE(found[0] == found[1] && found[1] == found[2]);
}

TEST_F(Sight, a_folder_gets_layers_and_a_map_that_needs_nothing_else) {
    ASSERT_EQ(scratch.lykta(words({"--buildings", "hus.geojson", "-o", "sikt"})).code, 0);
    std::set<std::string> names;
    for (const auto& [name, bytes] : scratch.files_of("sikt")) names.insert(name);
    EXPECT_EQ(names, (std::set<std::string>{"sight.gpkg", "sight.svg"}));
    const auto map = scratch.read("sikt/sight.svg");
    EXPECT_EQ(map.rfind("<svg xmlns=\"http://www.w3.org/2000/svg\"", 0), 0U);
    EXPECT_EQ(map.find("http", 40), std::string::npos) << "something is fetched";
}

TEST_F(Sight, a_layer_of_a_file_with_several_is_named_as_qgis_names_it) {
    ASSERT_EQ(scratch.lykta(words({"-o", "sikt.gpkg"})).code, 0);
    const auto several = scratch.lykta({"sight", "sikt.gpkg"});
    EXPECT_EQ(several.code, 3);
    EXPECT_NE(several.err.find("sight_along"), std::string::npos) << several.err;
    const auto named = scratch.lykta({"sight", "sikt.gpkg|layername=sight_along", "--json"});
    ASSERT_EQ(named.code, 0) << named.err;
    EXPECT_NEAR(Json::parse(named.out)["all"]["metres"], 300.0, 1e-6);
    EXPECT_EQ(scratch.lykta({"sight", "sikt.gpkg|layername=sight_along", "-o", "sikt.gpkg"}).code, 2);
}

TEST_F(Sight, files_and_options_that_cannot_be_used_are_told) {
    EXPECT_EQ(scratch.lykta({"sight", "saknas.gpkg"}).code, 3);
    EXPECT_EQ(scratch.lykta(words({"--ground", "mark.tif"})).err,
              "lykta: --ground mark.tif: is the ground under a raster given with --vegetation, which is missing\n");
    EXPECT_EQ(scratch.lykta(words({"--step", "0"})).err, "lykta: --step: '0' is not a number from 0.5 to 100 m\n");
    EXPECT_EQ(scratch.lykta(words({"-o", "sikt.tif"})).code, 2);
    const auto houses = scratch.lykta({"sight", "hus.geojson"});
    EXPECT_EQ(houses.code, 3);
    EXPECT_NE(houses.err.find("no street or path can be used"), std::string::npos) << houses.err;
}

TEST_F(Sight, streets_of_exempelstad_have_their_planted_hedges) {
    const std::string folder = std::string{LYKTA_ROOT} + "/data/exempelstad/";
    const auto outcome = scratch.lykta({"sight", folder + "gator.gpkg", "--buildings", folder + "byggnader.gpkg",
                                        "--vegetation", folder + "vegetation.shp", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const auto json = Json::parse(outcome.out);
    EXPECT_GT(json["all"]["under_25_plants_m"], 100.0);
    EXPECT_LT(json["all"]["under_25_m"].get<double>(), 0.05 * json["all"]["metres"].get<double>());
    EXPECT_GT(json["all"]["tunnel_m"], 20.0);
    EXPECT_GE(json["blocking_plants"].size(), 5U);
}

TEST_F(Sight, streets_of_cambridge_run_as_they_come) {
    const std::string folder = std::string{LYKTA_ROOT} + "/../shared/data/cambridge/";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << folder << " is not here";
    const auto outcome = scratch.lykta({"sight", folder + "street_centerlines.geojson.gz", "--vegetation",
                                        folder + "vegetation.geojson", "--plant-height", "3", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const auto json = Json::parse(outcome.out);
    EXPECT_EQ(json["crs"], "EPSG:32619");
    EXPECT_NEAR(json["all"]["metres"], 251'600.0, 500.0);
    EXPECT_GT(json["all"]["under_25_plants_m"], 20.0);
}

}  // namespace
}  // namespace lykta::by_command
