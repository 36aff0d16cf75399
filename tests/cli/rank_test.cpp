// lykta rank: what it prints and leaves, and every way it refuses.
#include "command.hpp"

namespace lykta::by_command {
namespace {

class Rank : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("hot.csv", small_town(40, 30));
        scratch.write("study.toml", small_study("hot.csv"));
    }
    /// Runs a study made of the small one and `more`, and expects nothing but one message.
    void expect_refused(const std::string& study, int code, const std::string& message) {
        scratch.write("fel.toml", study);
        const auto refused = scratch.lykta({"rank", "fel.toml", "-o", "ut"});
        EXPECT_EQ(refused.code, code) << refused.err;
        EXPECT_EQ(refused.out, "");
        EXPECT_EQ(refused.err, "lykta: " + message + "\n");
        EXPECT_FALSE(std::filesystem::exists(scratch / "ut"));
    }
};

TEST_F(Rank, the_busy_corner_is_found_and_every_promised_file_is_there) {
    const auto ranked = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ(ranked.code, 0);
    EXPECT_EQ(ranked.err, "");
    EXPECT_NE(ranked.out.find("hot.csv: 70 rows read, 70 used, 0 set aside\n"), std::string::npos) << ranked.out;
    EXPECT_NE(ranked.out.find("Report: ut/report.html\n"), std::string::npos) << ranked.out;
    const auto files = scratch.files_of("ut");
    for (const auto* name : {"lykta.gpkg", "places.csv", "places.geojson", "intensity.tif", "report.html", "run.json"})
        EXPECT_TRUE(files.contains(name)) << name;
    EXPECT_NE(files.at("places.csv").find("\n1;P001;"), std::string::npos);
}

TEST_F(Rank, quiet_prints_nothing) {
    const auto quiet = scratch.lykta({"rank", "study.toml", "-o", "ut", "--quiet"});
    EXPECT_EQ(quiet.code, 0);
    EXPECT_EQ(quiet.out + quiet.err, "");
}

TEST_F(Rank, no_progress_is_drawn_into_a_pipe) {
    const auto piped = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ((piped.out + piped.err).find_first_of("\r\x1b"), std::string::npos);
    EXPECT_EQ((piped.out + piped.err).find("█"), std::string::npos);
}

TEST_F(Rank, rows_set_aside_are_written_as_they_stood) {
    scratch.write("hot.csv", small_town(40, 30) + "H0900;2024-05-05 12:15;klotter;;\n");
    const auto flawed = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ(flawed.code, 0);
    const auto rejects = scratch.read("ut/rejects/hot.csv");
    EXPECT_NE(rejects.find("id;tid;typ;E;N;lykta_row;lykta_reason;lykta_message"), std::string::npos) << rejects;
    EXPECT_NE(rejects.find("H0900;2024-05-05 12:15;klotter;;;72;no_coordinates;"), std::string::npos) << rejects;
}

TEST_F(Rank, a_mended_reject_file_can_be_given_again) {
    scratch.write("hot.csv", small_town(40, 30) + "H0900;2024-05-05 12:15;klotter;;\n");
    ASSERT_EQ(scratch.lykta({"rank", "study.toml", "-o", "ut"}).code, 0);
    auto rejects = scratch.read("ut/rejects/hot.csv");
    rejects.replace(rejects.find("klotter;;;"), 10, "klotter;540340.5;6480340.5;");
    scratch.write("lagade.csv", rejects);
    scratch.write("study.toml",
                  small_study("hot.csv", "[[incidents]]\nsource = \"lagade.csv\"\ncrs = \"EPSG:3006\"\n"));
    const auto again = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_NE(again.out.find("lagade.csv: 1 rows read, 1 used, 0 set aside\n"), std::string::npos) << again.out;
}

TEST_F(Rank, warnings_under_strict_end_with_four_and_the_result_is_there) {
    scratch.write("hot.csv", small_town(40, 30) + "H0900;2024-05-05 12:15;klotter;;\n");
    const auto strict = scratch.lykta({"rank", "study.toml", "-o", "ut", "--strict"});
    EXPECT_EQ(strict.code, 4);
    EXPECT_TRUE(std::filesystem::exists(scratch / "ut/run.json"));
}

TEST_F(Rank, a_missing_study_ends_with_three) {
    const auto missing = scratch.lykta({"rank", "ingen.toml", "-o", "ut"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(missing.err, "lykta: ingen.toml: cannot be opened; does the file exist?\n");
}

TEST_F(Rank, a_missing_source_ends_with_three) {
    expect_refused(small_study("saknas.csv"), 3, "saknas.csv: there is no such file; check the name and the folder");
}

TEST_F(Rank, an_unknown_key_is_named_with_its_line_and_the_nearest_key) {
    expect_refused(small_study("hot.csv", "katgori = \"typ\"\n"), 2,
                   "fel.toml, line 6: [[incidents]] has no key 'katgori'; did you mean 'category'?");
}

TEST_F(Rank, an_unknown_table_is_named_with_its_line) {
    scratch.write("fel.toml", small_study("hot.csv", "[poang]\n"));
    const auto unknown = scratch.lykta({"rank", "fel.toml", "-o", "ut"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_EQ(unknown.err.rfind("lykta: fel.toml, line 6: there is no table 'poang'", 0), 0U) << unknown.err;
}

TEST_F(Rank, a_value_out_of_range_is_refused_with_what_was_expected) {
    expect_refused(small_study("hot.csv", "[places]\nfdr = 1.5\n"), 2,
                   "fel.toml, line 7: [places] fdr: expected a number between 0 and 1");
}

TEST_F(Rank, a_study_without_incidents_is_refused) {
    expect_refused("[study]\nname = \"Tom\"\n", 2,
                   "fel.toml: has no [[incidents]]; they are the one layer a study cannot do without");
}

TEST_F(Rank, degrees_are_refused_as_the_system_of_a_run) {
    expect_refused("[study]\ncrs = \"EPSG:4326\"\n[[incidents]]\nsource = \"hot.csv\"\ncrs = \"EPSG:3006\"\n", 2,
                   "fel.toml: [study] crs = \"EPSG:4326\" (WGS 84) is not in metres; distances and areas need a metric "
                   "system such as EPSG:3006 or the municipality's SWEREF 99 zone");
}

TEST_F(Rank, a_target_that_is_a_file_ends_with_five_and_is_left_alone) {
    scratch.write("ut", "någon annans fil");
    const auto taken = scratch.lykta({"rank", "study.toml", "-o", "ut"});
    EXPECT_EQ(taken.code, 5);
    EXPECT_EQ(taken.err, "lykta: ut: is a file, a folder was expected; choose another with -o\n");
    EXPECT_EQ(scratch.read("ut"), "någon annans fil");
}

TEST_F(Rank, a_target_nobody_may_write_to_ends_with_five) {
    const auto closed = scratch.lykta({"rank", "study.toml", "-o", "/proc/lykta"});  // closed to root as well
    EXPECT_EQ(closed.code, 5);
    EXPECT_EQ(closed.err.rfind("lykta: /proc/lykta: cannot be written: ", 0), 0U) << closed.err;
}

TEST_F(Rank, names_with_blanks_and_swedish_letters_are_read_and_written) {
    scratch.write("mapp ö/händelser på gatan.csv", small_town(40, 30));
    scratch.write("mapp ö/en studie.toml", small_study("händelser på gatan.csv"));
    const auto named = scratch.lykta({"rank", "mapp ö/en studie.toml", "-o", "mapp ö/till nämnden"});
    EXPECT_EQ(named.code, 0) << named.err;
    EXPECT_TRUE(std::filesystem::exists(scratch / "mapp ö/till nämnden/report.html"));
}

TEST_F(Rank, locale_time_zone_and_threads_leave_every_byte_alone) {
    ASSERT_EQ(scratch.lykta({"rank", "study.toml", "-o", "ut"}, one_moment).code, 0);
    const auto wanted = scratch.files_of("ut");
    // A locale that is not installed falls back to C, which is a case of its own.
    const std::map<std::string, std::string> elsewhere[] = {{{"LC_ALL", "C"}, {"TZ", "UTC"}},
                                                            {{"LC_ALL", "sv_SE.UTF-8"}, {"TZ", "Europe/Stockholm"}},
                                                            {{"LC_ALL", "C.UTF-8"}, {"TZ", "Pacific/Kiritimati"}}};
    for (auto environment : elsewhere) {
        environment.insert(one_moment.begin(), one_moment.end());
        ASSERT_EQ(scratch.lykta({"rank", "study.toml", "-o", "annan", "--threads", "1"}, environment).code, 0);
        auto files = scratch.files_of("annan");
        files["run.json"] = wanted.at("run.json");  // it names the command as it was typed
        EXPECT_TRUE(files == wanted) << environment["LC_ALL"] << ' ' << environment["TZ"];
    }
}

}  // namespace
}  // namespace lykta::by_command
