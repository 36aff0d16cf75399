// lykta init: from a handful of files to a study that runs.
#include "command.hpp"

namespace lykta::by_command {
namespace {

/// Does what the written study asks its reader to do: states the system of the files that do not.
std::string with_systems_stated(std::string study) {
    const std::string asked = "# crs = \"EPSG:…\"";
    for (auto at = study.find(asked); at != std::string::npos; at = study.find(asked))
        study.replace(at, asked.size(), "crs = \"EPSG:3006\"");
    return study;
}

TEST(Init, a_study_is_written_that_names_file_columns_and_next_step) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(40, 30));
    const auto made = scratch.lykta({"init", "hot.csv"});
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.err, "");
    EXPECT_EQ(made.out, "study.toml written. Read it, then run: lykta rank study.toml\n");
    const auto study = scratch.read("study.toml");
    for (const auto* part : {"[study]", "[[incidents]]", "\"hot.csv\"", "\"E\"", "\"N\"", "\"tid\"", "\"typ\""})
        EXPECT_NE(study.find(part), std::string::npos) << part << " in\n" << study;
}

TEST(Init, the_written_study_runs_once_the_system_is_stated) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(40, 30));
    ASSERT_EQ(scratch.lykta({"init", "hot.csv"}).code, 0);
    scratch.write("study.toml", with_systems_stated(scratch.read("study.toml")));
    const auto ranked = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ(ranked.code, 0) << ranked.err;
}

TEST(Init, the_study_of_exempelstads_files_runs_once_the_systems_are_stated) {
    const Scratch scratch;
    std::vector<std::string> words{"init"};
    for (const auto& entry : std::filesystem::directory_iterator{std::string{LYKTA_ROOT} + "/data/exempelstad"}) {
        const auto kind = entry.path().extension();
        if (kind != ".csv" && kind != ".gpkg" && !entry.path().filename().string().starts_with("vegetation.")) continue;
        std::filesystem::copy(entry.path(), scratch.path());
        if (kind == ".csv" || kind == ".gpkg" || kind == ".shp") words.push_back(entry.path().filename().string());
    }
    ASSERT_EQ(scratch.lykta(words).code, 0);
    scratch.write("study.toml", with_systems_stated(scratch.read("study.toml")));
    const auto ranked = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ(ranked.code, 0) << ranked.err;
}

TEST(Init, an_existing_study_is_not_written_over_unless_asked) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(40, 30));
    scratch.write("study.toml", "min egen");
    const auto refused = scratch.lykta({"init", "hot.csv"});
    EXPECT_EQ(refused.code, 5);
    EXPECT_EQ(refused.err,
              "lykta: study.toml: exists already; choose another name with -o, or write over it with --force\n");
    EXPECT_EQ(scratch.read("study.toml"), "min egen");
    EXPECT_EQ(scratch.lykta({"init", "hot.csv", "--force"}).code, 0);
    EXPECT_NE(scratch.read("study.toml"), "min egen");
}

TEST(Init, a_missing_file_ends_with_three_and_nothing_is_written) {
    const Scratch scratch;
    const auto missing = scratch.lykta({"init", "saknas.csv"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(missing.err, "lykta: saknas.csv: there is no such file; check the name and the folder\n");
    EXPECT_TRUE(scratch.files_of(".").empty());
}

TEST(Init, files_without_incidents_are_refused) {
    const Scratch scratch;
    const std::string ring = "[[[15.0,58.4],[15.1,58.4],[15.1,58.5],[15.0,58.4]]]";
    scratch.write("omrade.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"namn":)"
                                    R"("Centrum"},"geometry":{"type":"Polygon","coordinates":)" +
                                        ring + "}}]}");
    const auto refused = scratch.lykta({"init", "omrade.geojson"});
    EXPECT_EQ(refused.code, 3);
    EXPECT_EQ(refused.err.rfind("lykta: none of the files looks like incidents", 0), 0U) << refused.err;
}

TEST(Init, a_study_in_a_folder_that_is_not_there_ends_with_five) {
    const Scratch scratch;
    scratch.write("hot.csv", small_town(40, 30));
    const auto closed = scratch.lykta({"init", "hot.csv", "-o", "saknas/study.toml"});
    EXPECT_EQ(closed.code, 5);
    EXPECT_EQ(closed.err.rfind("lykta: saknas/study.toml: cannot be written: ", 0), 0U) << closed.err;
}

TEST(Init, names_with_blanks_and_swedish_letters_are_written_so_that_they_are_found_again) {
    const Scratch scratch;
    scratch.write("händelser på gatan.csv", small_town(40, 30));
    ASSERT_EQ(scratch.lykta({"init", "händelser på gatan.csv", "-o", "en studie.toml", "--name", "Åmål \"norr\""}).code,
              0);
    scratch.write("en studie.toml", with_systems_stated(scratch.read("en studie.toml")));
    const auto ranked = scratch.lykta({"rank", "en studie.toml", "-o", "ut"});
    EXPECT_EQ(ranked.code, 0) << ranked.err;
}

}  // namespace
}  // namespace lykta::by_command
