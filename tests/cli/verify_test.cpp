// lykta verify: a result that follows from its inputs, and every way it does not.
#include "command.hpp"

namespace lykta::by_command {
namespace {

class Verify : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("hot.csv", small_town(40, 30));
        scratch.write("study.toml", small_study("hot.csv"));
        static std::map<std::string, std::string> result;  // of one run, laid out anew for every test
        if (result.empty()) {
            ASSERT_EQ(scratch.lykta({"rank", "study.toml", "-o", "ut", "-q"}).code, 0);
            result = scratch.files_of("ut");
        }
        for (const auto& [name, bytes] : result) scratch.write("ut/" + name, bytes);
    }
    void expect_differs(const std::string& line) {
        const auto verified = scratch.lykta({"verify", "ut/run.json"});
        EXPECT_EQ(verified.code, 6);
        EXPECT_EQ(verified.err, "");
        EXPECT_NE(verified.out.find(line + "\n"), std::string::npos) << verified.out;
        EXPECT_NE(verified.out.find("The result does not follow from its inputs as they are now.\n"),
                  std::string::npos);
    }
};

TEST_F(Verify, an_untouched_result_follows_from_its_inputs) {
    const auto verified = scratch.lykta({"verify", "ut/run.json"});
    EXPECT_EQ(verified.code, 0);
    EXPECT_EQ(verified.err, "");
    for (const auto* line : {"hot.csv: same\n", "places.csv: same\n", "lykta.gpkg: same\n",
                             "The result follows from its inputs, byte for byte.\n"})
        EXPECT_NE(verified.out.find(line), std::string::npos) << line << " in\n" << verified.out;
}

TEST_F(Verify, verifying_leaves_the_result_as_it_is) {
    const auto before = scratch.files_of("ut");
    static_cast<void>(scratch.lykta({"verify", "ut/run.json"}));
    EXPECT_TRUE(scratch.files_of("ut") == before);
}

TEST_F(Verify, a_touched_result_ends_with_six_and_is_named) {
    scratch.write("ut/places.csv", scratch.read("ut/places.csv") + "99;P099;påhittad\n");
    expect_differs("places.csv: the file was changed after the run");
}

TEST_F(Verify, a_result_taken_away_ends_with_six_and_is_named) {
    std::filesystem::remove(scratch / "ut/report.html");
    expect_differs("report.html: the file is missing");
}

TEST_F(Verify, changed_incidents_end_with_six_and_are_named) {
    scratch.write("hot.csv", small_town(41, 30));
    expect_differs("hot.csv: the input has changed since the run");
}

TEST_F(Verify, a_missing_manifest_ends_with_three) {
    const auto missing = scratch.lykta({"verify", "saknas.json"});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(missing.out, "");
    EXPECT_EQ(missing.err, "lykta: saknas.json: cannot be opened; does the file exist?\n");
}

TEST_F(Verify, a_file_that_is_no_manifest_ends_with_three) {
    const auto other = scratch.lykta({"verify", "hot.csv"});
    EXPECT_EQ(other.code, 3);
    EXPECT_EQ(other.err, "lykta: hot.csv: is not a manifest of Lykta; give the run.json of a finished run\n");
}

TEST_F(Verify, a_study_that_has_moved_away_ends_with_three_and_the_cure) {
    std::filesystem::rename(scratch / "study.toml", scratch / "flyttad.toml");
    const auto moved = scratch.lykta({"verify", "ut/run.json"});
    EXPECT_EQ(moved.code, 3);
    EXPECT_EQ(moved.err,
              "lykta: ut/run.json: the study file study.toml is not there; run verify from the folder the run "
              "was made in\n");
}

}  // namespace
}  // namespace lykta::by_command
