// lykta check: one file, its rows accounted for, in text and in JSON.
#include <nlohmann/json.hpp>

#include "command.hpp"

namespace lykta::by_command {
namespace {

/// Thirty good rows, then one without coordinates (line 32).
std::string flawed_town() {
    return small_town(10, 20) + "H0900;2024-05-05 12:15;klotter;;\n";
}

class Check : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("bra.csv", small_town(10, 20));
        scratch.write("brister.csv", flawed_town());
    }
};

TEST_F(Check, a_clean_file_is_ok_and_nothing_is_said_on_the_error_stream) {
    const auto clean = scratch.lykta({"check", "bra.csv", "--crs", "EPSG:3006"});
    EXPECT_EQ(clean.code, 0);
    EXPECT_EQ(clean.err, "");
    EXPECT_EQ(clean.out.rfind("bra.csv: ok; 30 rows read, 30 used\n", 0), 0U) << clean.out;
}

TEST_F(Check, flawed_rows_are_a_warning_with_line_reason_and_mended_pair) {
    scratch.write("brister.csv", flawed_town() + "H0901;2024-05-06 12:15;klotter;6480301.5;540301.5\n");
    const auto flawed = scratch.lykta({"check", "brister.csv", "--crs", "EPSG:3006"});
    EXPECT_EQ(flawed.code, 0);
    EXPECT_EQ(flawed.err, "");
    EXPECT_EQ(flawed.out.rfind("brister.csv: warning; 32 rows read, 30 used\n", 0), 0U) << flawed.out;
    EXPECT_NE(flawed.out.find("  brister.csv: 1 set aside, no_coordinates: row 32: N and E are empty\n"),
              std::string::npos)
        << flawed.out;
    EXPECT_NE(flawed.out.find("1 set aside, axes_swapped: row 33: "), std::string::npos) << flawed.out;
    EXPECT_NE(flawed.out.find("N 6480301.5, E 540301.5"), std::string::npos) << flawed.out;
}

TEST_F(Check, warnings_under_strict_end_with_four) {
    EXPECT_EQ(scratch.lykta({"check", "brister.csv", "--crs", "EPSG:3006", "--strict"}).code, 4);
    EXPECT_EQ(scratch.lykta({"check", "bra.csv", "--crs", "EPSG:3006", "--strict"}).code, 0);
}

TEST_F(Check, a_missing_file_ends_with_three) {
    const auto missing = scratch.lykta({"check", "saknas.csv"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_NE(missing.out.find("saknas.csv: there is no such file; check the name and the folder\n"), std::string::npos)
        << missing.out;
}

TEST_F(Check, a_folder_is_not_a_file) {
    const auto folder = scratch.lykta({"check", "."});
    EXPECT_EQ(folder.code, 3);
    EXPECT_NE(folder.out.find(".: is a folder; name the file in it that is to be read\n"), std::string::npos)
        << folder.out;
}

TEST_F(Check, coordinates_without_a_stated_system_end_with_three_and_the_systems_that_fit) {
    const auto unstated = scratch.lykta({"check", "bra.csv"});
    EXPECT_EQ(unstated.code, 3);
    EXPECT_NE(unstated.out.find("no coordinate reference system is stated"), std::string::npos) << unstated.out;
    EXPECT_NE(unstated.out.find("--crs EPSG:3006"), std::string::npos) << unstated.out;
}

TEST_F(Check, a_system_that_does_not_exist_and_a_layer_that_does_not_are_wrong_options) {
    EXPECT_EQ(scratch.lykta({"check", "bra.csv", "--crs", "EPSG:9"}).code, 2);
    const auto banana = scratch.lykta({"check", "bra.csv", "--as", "banan"});
    EXPECT_EQ(banana.code, 2);
    EXPECT_EQ(banana.out, "");
    EXPECT_EQ(banana.err.rfind("lykta: 'banan' is no layer; the layers are incidents, lighting, ", 0), 0U)
        << banana.err;
}

TEST_F(Check, a_column_that_is_not_there_is_a_wrong_option_and_the_columns_are_listed) {
    const auto column = scratch.lykta({"check", "bra.csv", "--crs", "EPSG:3006", "--time", "klockan"});
    EXPECT_EQ(column.code, 2);
    EXPECT_NE(column.out.find("there is no column 'klockan' (named for time); the columns are id, tid, typ, E, N\n"),
              std::string::npos)
        << column.out;
}

TEST_F(Check, json_holds_the_promised_keys_and_accounts_for_every_row) {
    const auto printed = scratch.lykta({"check", "brister.csv", "--crs", "EPSG:3006", "--json"});
    EXPECT_EQ(printed.code, 0);
    EXPECT_EQ(printed.err, "");
    const auto json = nlohmann::json::parse(printed.out);
    for (const auto* key :
         {"file", "outcome", "kind", "crs", "rows_read", "rows_used", "set_aside", "notes", "messages"})
        EXPECT_TRUE(json.contains(key)) << key;
    EXPECT_EQ(json["file"], "brister.csv");
    EXPECT_EQ(json["outcome"], "warning");
    EXPECT_EQ(json["kind"], "incidents");
    EXPECT_EQ(json["rows_read"], 31);
    EXPECT_EQ(json["rows_used"], 30);
    EXPECT_EQ(json["set_aside"][0], (nlohmann::json{{"reason", "no_coordinates"}, {"count", 1}, {"rows", {32}}}));
}

TEST_F(Check, json_of_an_error_is_json_too) {
    const auto printed = scratch.lykta({"check", "saknas.csv", "--json"});
    EXPECT_EQ(printed.code, 3);
    EXPECT_EQ(nlohmann::json::parse(printed.out)["outcome"], "error");
}

TEST_F(Check, json_speaks_english_unless_a_language_is_given) {
    const std::vector<std::string> words{"check", "brister.csv", "--crs", "EPSG:3006", "--json"};
    auto with_swedish = words;
    with_swedish.insert(with_swedish.end(), {"--lang", "sv"});
    const auto json = scratch.lykta(words, {}), swedish = scratch.lykta(with_swedish, {});
    EXPECT_NE(json.out.find("N and E are empty"), std::string::npos) << json.out;
    EXPECT_EQ(swedish.out.find("N and E are empty"), std::string::npos) << swedish.out;
    EXPECT_EQ(nlohmann::json::parse(swedish.out)["set_aside"][0]["reason"], "no_coordinates");
}

TEST_F(Check, text_is_swedish_unless_a_language_is_given) {
    const auto text = scratch.lykta({"check", "brister.csv", "--crs", "EPSG:3006"}, {});
    EXPECT_EQ(text.code, 0);
    EXPECT_EQ(text.out.find("rows read"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("no_coordinates"), std::string::npos) << text.out;  // codes stay as they are
}

TEST_F(Check, exact_repeats_are_counted_and_set_aside_on_demand) {
    const auto town = small_town(10, 20);
    scratch.write("dubbel.csv", town + town.substr(town.find('\n') + 1, town.find('\n', 20) - town.find('\n')));
    const auto told = scratch.lykta({"check", "dubbel.csv", "--crs", "EPSG:3006"});
    EXPECT_EQ(told.out.rfind("dubbel.csv: warning; 31 rows read, 31 used\n", 0), 0U) << told.out;
    const auto dropped = scratch.lykta({"check", "dubbel.csv", "--crs", "EPSG:3006", "--drop-duplicates"});
    EXPECT_NE(dropped.out.find("1 set aside, duplicate: row 32: repeats an earlier row exactly\n"), std::string::npos)
        << dropped.out;
}

TEST_F(Check, file_names_with_blanks_and_swedish_letters_are_read) {
    scratch.write("mapp ett/händelser på gatan.csv", small_town(10, 20));
    const auto named = scratch.lykta({"check", "mapp ett/händelser på gatan.csv", "--crs", "EPSG:3006"});
    EXPECT_EQ(named.code, 0);
    EXPECT_EQ(named.out.rfind("händelser på gatan.csv: ok; 30 rows read, 30 used\n", 0), 0U) << named.out;
}

}  // namespace
}  // namespace lykta::by_command
