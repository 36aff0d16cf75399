// lykta dark: incidents of one file, by the sun at their place and time.
#include <nlohmann/json.hpp>

#include "command.hpp"

namespace lykta::by_command {
namespace {

/// Linköping in December: dark at 23, light at 12; one known only from 14 to 18 (dark from about 15:57), one without an
/// hour, one without a place.
constexpr const char* december =
    "id;tid_fran;tid_till;typ;E;N\n"
    "1;2024-12-10 23:00;;klotter;540300;6480300\n"
    "2;2024-12-10 12:00;;stöld;540310;6480310\n"
    "3;2024-12-10 14:00;2024-12-10 18:00;stöld;540320;6480320\n"
    "4;2024-12-10;;stöld;540330;6480330\n"
    "5;2024-12-10 12:30;;stöld;;\n";

class Dark : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override { scratch.write("december.csv", december); }
    std::vector<std::string> words(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"dark", "december.csv", "--crs", "EPSG:3006"});
        return more;
    }
};

TEST_F(Dark, each_category_is_held_against_the_whole_file) {
    const auto told = scratch.lykta(words({"--json"}));
    ASSERT_EQ(told.code, 0) << told.err;
    EXPECT_EQ(told.err, "");
    const auto json = nlohmann::json::parse(told.out);
    EXPECT_EQ(json["all"]["incidents"], 4);
    EXPECT_EQ(json["all"]["with_hour"], 3);
    EXPECT_EQ(json["without_hour"], 1);
    EXPECT_EQ(json["spread_from_to"], 1);
    ASSERT_EQ(json["categories"].size(), 2U);
    EXPECT_EQ(json["categories"][0]["category"], "stöld");
    EXPECT_EQ(json["categories"][1]["dark_share"], 1.0);
    // One full dark hour, none, and the part of 14–18 after civil twilight, which ends about 15:57 that day.
    EXPECT_NEAR(json["all"]["dark_share"].get<double>(), (1.0 + 0.0 + 123.0 / 240.0) / 3.0, 0.02);
    EXPECT_EQ(json["sources"][0]["set_aside"][0]["reason"], "no_coordinates");
}

TEST_F(Dark, hours_of_darkness_of_the_year_are_the_exposure) {
    const auto json = nlohmann::json::parse(scratch.lykta(words({"--json"})).out);
    ASSERT_EQ(json["dark_hours_by_week"].size(), 53U);
    double hours = 0;
    for (const auto& week : json["dark_hours_by_week"]) hours += week.get<double>();
    EXPECT_NEAR(hours, json["dark_hours_share"].get<double>() * 366 * 24, 0.5);
    EXPECT_GT(json["dark_hours_by_week"][0], 4 * json["dark_hours_by_week"][25].get<double>());
}

TEST_F(Dark, the_table_has_a_line_for_every_row_in_the_order_of_the_file) {
    ASSERT_EQ(scratch.lykta(words({"-o", "mörker.csv"})).code, 0);
    const auto table = scratch.read("mörker.csv");
    EXPECT_EQ(table.rfind("\xEF\xBB\xBF"
                          "lykta_row;category;time_from_utc;time_to_utc;dark_probability;sun_from_deg;sun_to_deg;"
                          "lykta_reason\r\n"
                          "2;klotter;2024-12-10T22:00:00Z;2024-12-10T22:00:00Z;1.0000;-5",
                          0),
              0U)
        << table;
    EXPECT_NE(table.find("\r\n3;stöld;2024-12-10T11:00:00Z;2024-12-10T11:00:00Z;0.0000;8."), std::string::npos)
        << table;
    EXPECT_NE(table.find("\r\n5;stöld;;;;;;\r\n"), std::string::npos) << table;
    EXPECT_NE(table.find("\r\n6;;;;;;;no_coordinates\r\n"), std::string::npos) << table;
    EXPECT_EQ(scratch.files_of(".").size(), 2U);  // the file and the table, nothing beside
}

TEST_F(Dark, a_higher_limit_makes_more_of_it_dark) {
    const auto share = [&](const std::string& limit) {
        return nlohmann::json::parse(
                   scratch.lykta(words({"--json", "--limit-degrees", limit})).out)["all"]["dark_share"]
            .get<double>();
    };
    EXPECT_LT(share("-12"), share("-6"));
    EXPECT_LT(share("-6"), share("0"));
    EXPECT_EQ(share("90"), 1.0);
}

TEST_F(Dark, the_week_of_the_others_weighs_an_unknown_hour_only_when_asked) {
    std::string town = december;
    for (int i = 0; i < 400; ++i) town += fmt::format("a{};2024-12-10 17:{:02};;stöld;540300;6480300\n", i, i % 60);
    scratch.write("december.csv", town);
    const auto share = [&](std::vector<std::string> more) {
        more.push_back("--json");
        const auto json = nlohmann::json::parse(scratch.lykta(words(std::move(more))).out);
        return json["all"]["dark_share"].get<double>() * json["all"]["with_hour"].get<double>();
    };
    // 400 in the dark hour from 17 to 18 pull the one known from 14 to 18 into it.
    EXPECT_NEAR(share({}), 401.0 + 123.0 / 240.0, 0.03);
    EXPECT_GT(share({"--profile"}), 401.98);
}

TEST_F(Dark, a_geopackage_is_a_geopackage_and_the_same_bytes_on_every_number_of_threads) {
    ASSERT_EQ(scratch.lykta(words({"-o", "a.gpkg", "--threads", "1"})).code, 0);
    ASSERT_EQ(scratch.lykta(words({"-o", "b.gpkg", "--threads", "2"})).code, 0);
    EXPECT_EQ(scratch.read("a.gpkg").substr(0, 15), "SQLite format 3");
    EXPECT_TRUE(scratch.read("a.gpkg") == scratch.read("b.gpkg"));
}

TEST_F(Dark, a_file_that_cannot_be_used_ends_with_three_and_writes_nothing) {
    const auto missing = scratch.lykta({"dark", "saknas.csv", "-o", "ut.csv"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(missing.out, "");
    EXPECT_EQ(missing.err, "lykta: saknas.csv: there is no such file; check the name and the folder\n");
    const auto unstated = scratch.lykta({"dark", "december.csv", "-o", "ut.csv"});
    EXPECT_EQ(unstated.code, 3);
    EXPECT_NE(unstated.err.find("no coordinate reference system is stated"), std::string::npos) << unstated.err;
    EXPECT_EQ(scratch.files_of(".").size(), 1U);
}

TEST_F(Dark, wrong_options_end_with_two_and_say_what_is_right) {
    EXPECT_EQ(scratch.lykta(words({"--limit-degrees", "skymning"})).err,
              "lykta: --limit-degrees: 'skymning' is not a number from -90 to 90 °\n");
    const auto ending = scratch.lykta(words({"-o", "ut.shp"}));
    EXPECT_EQ(ending.code, 2);
    EXPECT_EQ(ending.err,
              "lykta: -o ut.shp: this command cannot write that; it writes a table (.csv), a GeoPackage (.gpkg)\n");
    EXPECT_EQ(scratch.lykta(words({"--time", "klockan"})).code, 2);
}

TEST_F(Dark, the_file_that_is_read_is_never_written_over) {
    const auto own = scratch.lykta(words({"-o", "december.csv"}));
    EXPECT_EQ(own.code, 2);
    EXPECT_NE(own.err.find("would be lost"), std::string::npos) << own.err;
    EXPECT_EQ(scratch.read("december.csv"), december);
}

TEST_F(Dark, warnings_under_strict_end_with_four_and_quiet_says_nothing) {
    const auto strict = scratch.lykta(words({"--strict", "--quiet"}));
    EXPECT_EQ(strict.code, 4);
    EXPECT_EQ(strict.out, "");
}

TEST_F(Dark, exempelstad_has_more_damage_and_less_bicycle_theft_in_the_dark) {
    const auto told =
        scratch.lykta({"dark", std::string{LYKTA_ROOT} + "/data/exempelstad/embrace.csv", "--crs", "EPSG:3006",
                       "--time-from", "handelsetid", "--time-to", "handelsetid_till", "--json"});
    ASSERT_EQ(told.code, 0) << told.err;
    std::map<std::string, std::string> verdict;
    const auto json = nlohmann::json::parse(told.out);
    for (const auto& one : json["categories"]) verdict[one["category"]] = one["verdict"];
    EXPECT_EQ(verdict["skadegörelse"], "more");
    EXPECT_EQ(verdict["cykelstöld"], "less");
}

TEST_F(Dark, charlottesville_is_dark_by_its_own_clock_although_part_of_it_is_marked_utc) {
    const std::string file =
        std::string{LYKTA_ROOT} + "/../shared/data/charlottesville/incidents_located_2013_2025.csv.gz";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << file << " is not here";
    const auto told =
        scratch.lykta({"dark", file, "--crs", "EPSG:4326", "--timezone", "America/New_York", "--json", "--quiet"});
    ASSERT_EQ(told.code, 0) << told.err;
    const auto json = nlohmann::json::parse(told.out);
    EXPECT_EQ(json["crs"], "EPSG:32617");
    for (const auto& one : json["categories"]) {
        if (one["category"] == "Driving Under the Influence") {
            EXPECT_GT(one["dark_share"], 0.75);
        }
        if (one["category"] == "Animal Complaint") {
            EXPECT_LT(one["dark_share"], 0.2);
        }
    }
}

}  // namespace
}  // namespace lykta::by_command
