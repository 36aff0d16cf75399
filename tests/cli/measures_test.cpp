// lykta measures: what people type, what they get, and what they are told when it cannot be.
#include <nlohmann/json.hpp>

#include "command.hpp"

namespace lykta::by_command {
namespace {

class Measures : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("hot.csv", small_town(40, 30));
        scratch.write("study.toml", small_study("hot.csv"));
    }
    void add(const std::string& tables) { scratch.write("study.toml", small_study("hot.csv") + tables); }
    /// Refused before anything is written, with one message on the error stream that holds every part.
    void expect_refused(const std::vector<std::string>& words, const std::vector<std::string>& parts) {
        const auto refused = scratch.lykta(words);
        EXPECT_EQ(refused.code, 2) << refused.err;
        for (const auto& part : parts)
            EXPECT_NE(refused.err.find(part), std::string::npos) << part << " in\n" << refused.err;
        EXPECT_FALSE(std::filesystem::exists(scratch / "ut"));
    }
};

TEST_F(Measures, a_study_of_incidents_alone_still_gets_a_plan_and_every_file) {
    const auto planned = scratch.lykta({"measures", "study.toml", "--budget", "5e6", "-o", "ut"});
    EXPECT_EQ(planned.code, 0) << planned.err;
    EXPECT_EQ(planned.err, "");
    EXPECT_NE(planned.out.find("Nothing is chosen for 5,000,000 SEK"), std::string::npos) << planned.out;
    for (const auto* file : {"ut/report.html", "ut/lykta.gpkg", "ut/atgardsplan.csv", "ut/run.json"})
        EXPECT_TRUE(std::filesystem::exists(scratch / file)) << file;
}

TEST_F(Measures, without_a_budget_measures_are_proposed_and_nothing_is_chosen) {
    const auto planned = scratch.lykta({"measures", "study.toml", "-o", "ut"});
    EXPECT_EQ(planned.code, 0) << planned.err;
    EXPECT_NE(planned.out.find("No budget was given"), std::string::npos) << planned.out;
}

TEST_F(Measures, draws_can_be_turned_off) {
    add("[measures]\ndraws = 0\n");
    const auto planned = scratch.lykta({"measures", "study.toml", "--budget", "5e6", "-o", "ut"});
    EXPECT_EQ(planned.code, 0) << planned.err;
    EXPECT_NE(planned.out.find("chosen for 5,000,000 SEK"), std::string::npos) << planned.out;
}

TEST_F(Measures, rank_leaves_measures_out) {
    EXPECT_EQ(scratch.lykta({"rank", "study.toml", "-o", "ut", "-q"}).code, 0);
    EXPECT_FALSE(std::filesystem::exists(scratch / "ut/atgardsplan.csv"));
}

TEST_F(Measures, the_same_question_gives_the_same_bytes_with_one_thread_and_eight) {
    ASSERT_EQ(scratch.lykta({"measures", "study.toml", "--budget", "1e6", "-o", "a", "-q", "--threads", "1"}).code, 0);
    ASSERT_EQ(scratch.lykta({"measures", "study.toml", "--budget", "1e6", "-o", "b", "-q", "--threads", "8"}).code, 0);
    auto one = scratch.files_of("a"), eight = scratch.files_of("b");
    one.erase("run.json"), eight.erase("run.json");  // holds the command as typed
    EXPECT_TRUE(one == eight);
}

TEST_F(Measures, verify_makes_the_measures_again_as_they_were_asked_for_on_the_command_line) {
    ASSERT_EQ(scratch.lykta({"measures", "study.toml", "--budget", "2e6", "-o", "ut", "-q"}).code, 0);
    const auto verified = scratch.lykta({"verify", "ut/run.json"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_NE(verified.out.find("atgardsplan.csv: same"), std::string::npos) << verified.out;
}

TEST_F(Measures, an_impossible_budget_or_aim_is_refused_on_the_command_line) {
    expect_refused({"measures", "study.toml", "--budget", "-5", "-o", "ut"}, {"--budget"});
    expect_refused({"measures", "study.toml", "--budget", "mycket", "-o", "ut"}, {"--budget", "mycket"});
    expect_refused({"measures", "study.toml", "--objective", "cheapest", "-o", "ut"}, {"weighted"});
}

TEST_F(Measures, a_measure_nobody_knows_is_named_with_the_nearest_known_one) {
    add("[measures]\nforbidden = [\"camra\"]\n");
    expect_refused({"measures", "study.toml", "--budget", "5e6", "-o", "ut"}, {"camra", "camera"});
}

TEST_F(Measures, demands_that_clash_are_named_together) {
    add("[measures]\nforced = [\"camera\"]\nforbidden = [\"camera\"]\n");
    expect_refused({"measures", "study.toml", "--budget", "5e6", "-o", "ut"}, {"camera"});
}

TEST_F(Measures, a_bad_entry_of_an_own_catalogue_is_named_with_file_and_line) {
    scratch.write("egna.toml", "[[measure]]\nid = \"camera\"\ncost = { low = 9, typical = 5, high = 1 }\n");
    add("[measures]\ncatalogue = [\"egna.toml\"]\n");
    expect_refused({"measures", "study.toml", "--budget", "5e6", "-o", "ut"}, {"egna.toml, line", "camera"});
}

TEST_F(Measures, what_was_tried_must_be_a_known_measure_at_a_known_place) {
    add("[[measures.tried]]\nplace = \"P001\"\nmeasure = \"gards\"\n");
    expect_refused({"measures", "study.toml", "-o", "ut"}, {"gards", "guards"});
    add("[[measures.tried]]\nplace = \"P901\"\nmeasure = \"guards\"\n");
    expect_refused({"measures", "study.toml", "-o", "ut"}, {"P901", "P001"});
}

TEST_F(Measures, a_catalogue_that_is_not_there_is_said_so) {
    add("[measures]\ncatalogue = [\"saknas.toml\"]\n");
    const auto refused = scratch.lykta({"measures", "study.toml", "--budget", "5e6", "-o", "ut"});
    EXPECT_EQ(refused.code, 3);
    EXPECT_NE(refused.err.find("saknas.toml"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace lykta::by_command
