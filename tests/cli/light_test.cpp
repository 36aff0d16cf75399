// lykta light: lamps, what they light, and what is missing.
#include <nlohmann/json.hpp>

#include "command.hpp"
#include "small_files.hpp"

namespace lykta::by_command {
namespace {

using Json = nlohmann::json;

/// A street of 120 m with lamps of 5 m and 3,000 lm every 20 m, the one at 40 m out of order; a path of 90 m without.
class Light : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        std::string lamps = "id;ljuspunktshojd;ljusflode;status;E;N\n";
        for (int i = 0; i <= 6; ++i)
            lamps += fmt::format("L{};5;3000;{};{};{}\n", i, i == 2 ? "ur drift" : "i drift", corner_e + 20 * i,
                                 corner_n + 2);
        scratch.write("lampor.csv", lamps);
        scratch.write("gator.geojson", geojson({line({0, 0, 120, 0}, R"("namn":"Storgatan","typ":"bilväg")"),
                                                line({0, 300, 90, 300}, R"("namn":"Stigen","typ":"gångväg")")}));
    }
    std::vector<std::string> words(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"light", "lampor.csv", "--crs", "EPSG:3006"});
        return more;
    }
    Json told(std::vector<std::string> more) const {
        more.insert(more.end(), {"--streets", "gator.geojson", "--json"});
        const auto outcome = scratch.lykta(words(std::move(more)));
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        EXPECT_EQ(outcome.err, "");
        return Json::parse(outcome.out);
    }
};

TEST_F(Light, metres_are_met_or_below_class_with_their_cause) {
    const auto json = told({});
    EXPECT_EQ(json["lamps"]["used"], 7);
    EXPECT_EQ(json["lamps"]["lit"], 6);
    EXPECT_EQ(json["lamps"]["out"], 1);
    ASSERT_EQ(json["classes"].size(), 2U);
    const auto &street = json["classes"][0], &path = json["classes"][1];
    EXPECT_EQ(street["way"], "street");
    EXPECT_EQ(street["class"], "P4");
    EXPECT_NEAR(street["metres"], 120.0, 1e-6);
    // Two of four stretches touch the broken lamp's gap; lit, it would carry them.
    EXPECT_GT(street["below_m_by_cause"]["outage"], 29.0);
    EXPECT_EQ(street["below_m_by_cause"]["missing"], 0.0);
    EXPECT_EQ(path["way"], "footpath");
    EXPECT_EQ(path["class"], "P5");
    EXPECT_NEAR(path["below_m_by_cause"]["missing"], 90.0, 1e-6);
    EXPECT_NEAR(path["deficit_lx_m"], 3.0 * 90.0, 0.5);
    for (const auto& one : json["classes"]) {
        double below = 0;
        for (const auto& [cause, metres] : one["below_m_by_cause"].items()) below += metres.get<double>();
        EXPECT_NEAR(below + one["met_m"].get<double>(), one["metres"].get<double>(), 1e-6);
    }
}

TEST_F(Light, a_lower_class_is_met_where_a_higher_was_not) {
    EXPECT_GT(told({"--class", "P1"})["below_class_m"], told({"--class", "P6"})["below_class_m"]);
}

TEST_F(Light, a_wall_between_lamp_and_street_takes_the_light_away) {
    scratch.write("hus.geojson", geojson({rectangle({-5, 0.8, 125, 1.2}, R"("hojd":9)")}));
    EXPECT_GT(told({})["mean_lux"], 4.0);
    EXPECT_LT(told({"--buildings", "hus.geojson"})["mean_lux"], 0.1);
}

TEST_F(Light, a_hedge_shades_in_summer_and_less_in_winter) {
    scratch.write("hack.geojson", geojson({rectangle({-5, 0.5, 125, 1.5}, R"("typ":"häck","hojd":2.5)")}));
    const std::vector<std::string> hedge{"--vegetation", "hack.geojson", "--season"};
    const auto with = [&](const std::string& season) {
        auto more = hedge;
        more.push_back(season);
        return told(more)["mean_lux"].get<double>();
    };
    EXPECT_LT(with("leafed"), with("bare"));
    EXPECT_LT(with("bare"), told({})["mean_lux"]);
}

TEST_F(Light, defaults_the_user_names_are_taken_where_the_file_is_silent) {
    scratch.write("lampor.csv", fmt::format("id;E;N\nA;{};{}\n", corner_e + 10, corner_n));
    const auto dim = told({"--default", "height=6", "--default", "flux=1000"}),
               bright = told({"--default", "height=6", "--default", "flux=4000"});
    EXPECT_EQ(dim["lamps"]["height_assumed"], 1);
    EXPECT_NEAR(bright["mean_lux"].get<double>() / dim["mean_lux"].get<double>(), 4.0, 0.05);
}

TEST_F(Light, a_column_with_another_name_is_read_when_it_is_named) {
    scratch.write("lampor.csv", fmt::format("id;H;E;N\nA;4;{};{}\n", corner_e + 10, corner_n));
    EXPECT_EQ(told({"--column", "height=H"})["lamps"]["height_assumed"], 0);
    EXPECT_EQ(told({})["lamps"]["height_assumed"], 1);
}

TEST_F(Light, a_raster_holds_the_light_under_a_lamp) {
    scratch.write("lampor.csv",
                  fmt::format("id;ljuspunktshojd;ljusflode;E;N\nA;5;2000;{};{}\n", corner_e + 1, corner_n + 1));
    const auto outcome = scratch.lykta(words({"-o", "ljus.tif"}));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const auto bytes = scratch.read("ljus.tif");
    ASSERT_EQ(bytes.substr(0, 2), "II");
    for (const auto* word : {"LYKTA_UNIT", "LYKTA_OPTION_CELL", "LYKTA_OPTION_SEASON", "LYKTA_LAMPS_USED"})
        EXPECT_NE(bytes.find(word), std::string::npos) << word;
    EXPECT_EQ(scratch.files_of(".").size(), 3U);  // the two files given and the raster
}

TEST_F(Light, files_are_the_same_bytes_on_every_number_of_threads) {
    for (const auto* name : {"ljus.gpkg", "ljus.tif"}) {
        std::vector<std::string> found;
        for (const auto* threads : {"1", "2", "8"}) {
            const auto outcome = scratch.lykta(words({"--streets", "gator.geojson", "-o", name, "--threads", threads}));
            ASSERT_EQ(outcome.code, 0) << outcome.err;
            found.push_back(scratch.read(name));
        }
        EXPECT_TRUE(found[0] == found[1] && found[1] == found[2]) << name;
    }
}

TEST_F(Light, a_folder_gets_layers_raster_and_map) {
    const auto outcome = scratch.lykta(words({"--streets", "gator.geojson", "-o", "resultat/ljus"}));
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    std::set<std::string> names;
    for (const auto& [name, bytes] : scratch.files_of("resultat/ljus")) names.insert(name);
    EXPECT_EQ(names, (std::set<std::string>{"illuminance.tif", "light.gpkg", "light.svg"}));
}

TEST_F(Light, an_unknown_class_or_field_or_season_is_a_wrong_option_and_the_right_ones_are_named) {
    EXPECT_EQ(scratch.lykta(words({"--class", "S3"})).err,
              "lykta: --class: 'S3' is no lighting class; choose one of P1, P2, P3, P4, P5, P6, C0, C1, C2, C3, C4, "
              "C5\n");
    EXPECT_EQ(scratch.lykta(words({"--season", "vinter"})).err, "lykta: --season: 'vinter' is none of leafed, bare\n");
    const auto field = scratch.lykta(words({"--default", "hight=6"}));
    EXPECT_EQ(field.code, 2);
    EXPECT_EQ(field.err, "lykta: --default hight: there is no such field; did you mean 'height'?\n");
    EXPECT_EQ(scratch.lykta(words({"--at", "25:00"})).err,
              "lykta: --at: '25:00' is no time of day; write it as 02:00 or 23:30\n");
}

TEST_F(Light, a_system_no_file_needs_is_refused_and_nothing_is_written) {
    const auto streets = geojson({line({0, 0, 120, 0}, R"("namn":"Storgatan")")});
    scratch.write("lampor.geojson",
                  geojson({fmt::format(R"({{"type":"Feature","properties":{{"id":"A"}},"geometry":{{"type":"Point",)"
                                       R"("coordinates":{}}}}})",
                                       pair(10, 0))}));
    const auto outcome = scratch.lykta(
        {"light", "lampor.geojson", "--streets", "gator.geojson", "--crs", "EPSG:3009", "-o", "ljus.gpkg"});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("every file declares its own system"), std::string::npos) << outcome.err;
    EXPECT_FALSE(std::filesystem::exists(scratch / "ljus.gpkg"));
    EXPECT_EQ(scratch.lykta({"light", "lampor.geojson", "--streets", "gator.geojson", "--crs", "EPSG:3006"}).code, 0);
}

TEST_F(Light, a_raster_too_large_names_the_cell_that_fits) {
    scratch.write("lampor.csv",
                  fmt::format("id;ljuspunktshojd;ljusflode;E;N\nA;5;2000;{0};{1}\nB;5;2000;{2};{1}\nC;5;2000;{0};{3}\n",
                              corner_e, corner_n, corner_e + 40000, corner_n + 40000));
    const auto outcome = scratch.lykta(words({"-o", "ljus.tif", "--cell", "1"}));
    EXPECT_EQ(outcome.code, 2);
    EXPECT_NE(outcome.err.find("--cell 5.5 or more"), std::string::npos) << outcome.err;
}

TEST_F(Light, missing_and_unusable_files_end_with_three) {
    EXPECT_EQ(scratch.lykta(words({"--streets", "saknas.gpkg"})).code, 3);
    scratch.write("lampor.csv", "id;E;N\nA;;\n");
    const auto outcome = scratch.lykta({"light", "lampor.csv", "--crs", "EPSG:3006", "-o", "ljus.gpkg"});
    EXPECT_EQ(outcome.code, 3);
    EXPECT_NE(outcome.err, "");
    EXPECT_FALSE(std::filesystem::exists(scratch / "ljus.gpkg"));
}

TEST_F(Light, exempelstad_is_lit_and_its_outages_are_found) {
    const std::string folder = std::string{LYKTA_ROOT} + "/data/exempelstad/";
    const auto outcome = scratch.lykta({"light", folder + "belysning.gpkg", "--streets", folder + "gator.gpkg",
                                        "--buildings", folder + "byggnader.gpkg", "--json"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    const auto json = Json::parse(outcome.out);
    EXPECT_EQ(json["lamps"]["used"], 5823);
    EXPECT_GT(json["lamps"]["out"], 200);
    EXPECT_LT(json["below_class_m"].get<double>(), 0.2 * json["metres"].get<double>());
}

TEST_F(Light, lamps_of_charlottesville_and_cambridge_run_as_they_come) {
    const std::string folder = std::string{LYKTA_ROOT} + "/../shared/data/";
    if (!std::filesystem::exists(folder + "cambridge")) GTEST_SKIP() << folder << " is not here";
    const auto lamps = scratch.lykta({"light", folder + "charlottesville/streetlights.geojson.gz", "--json"});
    ASSERT_EQ(lamps.code, 0) << lamps.err;
    EXPECT_EQ(Json::parse(lamps.out)["crs"], "EPSG:32617");
    const auto along =
        scratch.lykta({"light", folder + "cambridge/street_lights.geojson.gz", folder + "cambridge/park_lights.geojson",
                       "--streets", folder + "cambridge/street_centerlines.geojson.gz", "--vegetation",
                       folder + "cambridge/vegetation.geojson", "--json"});
    ASSERT_EQ(along.code, 0) << along.err;
    const auto json = Json::parse(along.out);
    EXPECT_EQ(json["lamps"]["used"], 6117 + 858);
    EXPECT_NEAR(json["metres"], 251'600.0, 500.0);
    EXPECT_GT(json["mean_lux"], 1.0);
    EXPECT_LT(json["mean_lux"], 15.0);
}

}  // namespace
}  // namespace lykta::by_command
