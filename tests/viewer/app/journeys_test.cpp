// The journeys of the three users, played without a window: what the state must be stands in the scripts, what the
// window must look like in golden/ (pixels may differ a little between drivers). LYKTA_GOLDEN=write writes those anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/file.hpp"
#include "viewer/render/renderer.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

constexpr int tolerance = 32;            ///< of 255: another driver's edges
constexpr double share_that_may = 0.02;  ///< of the pixels

const fs::path journeys = fs::path{LYKTA_ROOT} / "tests/viewer/journeys";

class Journeys : public testing::Test {
protected:
    void SetUp() override {
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "town");
        fs::create_directory_symlink(fs::path{LYKTA_ROOT} / "data", m_folder / "data");
        make_first_year();
    }
    void TearDown() override {
        if (!HasFailure()) fs::remove_all(m_folder);
    }
    /// Exit code and what was printed.
    struct Played {
        int code = -1;
        std::string output;
    };
    [[nodiscard]] Played play(const fs::path& script, const std::string& more = "--lang sv") const {
        const auto log = m_folder / "log.txt";
        const std::string line = "cd '" + m_folder.string() + "' && '" +
                                 (fs::path{LYKTA_BUILD} / "lykta-viewer").string() + "' --headless --script '" +
                                 script.string() + "' " + more + " > '" + log.string() + "' 2>&1";
        const int status = std::system(line.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(log)};
    }
    [[nodiscard]] fs::path written(const std::string& text) const {
        std::ofstream{m_folder / "journey.lykta"} << text;
        return m_folder / "journey.lykta";
    }
    void expect_golden(const std::string& name) const {
        const auto golden = journeys / "golden" / name;
        if (const char* asked = std::getenv("LYKTA_GOLDEN"); asked != nullptr && std::string{asked} == "write") {
            fs::create_directories(golden.parent_path());
            fs::copy_file(m_folder / name, golden, fs::copy_options::overwrite_existing);
            return;
        }
        ASSERT_TRUE(fs::exists(golden)) << golden << " is missing: make it with LYKTA_GOLDEN=write and look at it";
        const auto differs = difference(read_png((m_folder / name).string()), read_png(golden.string()), tolerance);
        EXPECT_LE(differs, share_that_may) << name << " differs; it lies in " << m_folder;
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    void make_first_year() const {
        const auto shipped = fs::path{LYKTA_ROOT} / "data/exempelstad";
        for (const auto& file : fs::directory_iterator{shipped})
            if (file.path().filename() != "study.toml")
                fs::create_symlink(file.path(), m_folder / "town" / file.path().filename());
        auto text = read_file(shipped / "study.toml");
        const auto swap = [&](const std::string& from, const std::string& to) {
            if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
        };
        swap("Exempelstad 2023–2024", "Exempelstad 2023");
        swap("to = 2024-12-31", "to = 2023-12-31");
        std::ofstream{m_folder / "town" / "study.toml"} << text;
    }
    fs::path m_folder = fs::temp_directory_path() /
                        (std::string{"lykta-journey-"} + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Journeys, the_planner_finds_the_worst_place_of_a_district_and_prints_it) {
    const auto played = play(journeys / "planner.lykta");
    ASSERT_EQ(played.code, 0) << played.output;
    expect_golden("planner-place.png");
    expect_golden("planner-night.png");
    EXPECT_GT(fs::file_size(folder() / "planner.pdf"), 10000U);
    EXPECT_EQ(read_png((folder() / "planner.png").string()).width, 2480);
}

TEST_F(Journeys, the_officer_spends_five_million_moves_two_lamps_and_exports) {
    const auto played = play(journeys / "officer.lykta");
    ASSERT_EQ(played.code, 0) << played.output;
    for (const char* name : {"officer-budget.png", "officer-scenario.png", "officer-swipe.png"}) expect_golden(name);
    EXPECT_GT(fs::file_size(folder() / "officer.gpkg"), 10000U);
    EXPECT_GT(fs::file_size(folder() / "officer.csv"), 1000U);
}

TEST_F(Journeys, the_reviewer_compares_two_studies_and_sees_what_cannot_be_detected) {
    const auto played = play(journeys / "reviewer.lykta");
    ASSERT_EQ(played.code, 0) << played.output;
    for (const char* name : {"reviewer-beside.png", "reviewer-periods.png", "reviewer-data.png"}) expect_golden(name);
}

TEST_F(Journeys, a_failed_check_names_line_wanted_and_found) {
    const auto played = play(written("check places.listed = 0\ncheck night = on\nprint tool\n"), "--lang en");
    EXPECT_EQ(played.code, 1);
    EXPECT_NE(played.output.find("journey.lykta, line 2: night should be = on, but is off."), std::string::npos)
        << played.output;
    EXPECT_EQ(played.output.find("tool ="), std::string::npos) << "the rest is not played";
}

TEST_F(Journeys, a_file_that_does_not_open_is_a_notice_and_no_crash) {
    const auto played = play(written("open nowhere.toml\nwait\ncheck errors = 1\nprint notice\n"), "--lang en");
    EXPECT_EQ(played.code, 0) << played.output;
    EXPECT_NE(played.output.find("no such file"), std::string::npos) << played.output;
}

TEST_F(Journeys, a_wrong_command_line_ends_with_two_and_a_cure) {
    const auto script = written("all\n");
    EXPECT_EQ(play(script, "--sixe 3x3").code, 2);
    EXPECT_NE(play(script, "--lang en --sixe 3x3").output.find("did you mean --size?"), std::string::npos);
    EXPECT_EQ(play(script, "--size big").code, 2);
    EXPECT_EQ(play(folder() / "none.lykta").code, 3);
    EXPECT_EQ(play(written("zom 2\n")).code, 2);
}

}  // namespace
}  // namespace lykta::viewer
