// Real cities through the whole pipeline: the traps of each must come out as findings. Skipped where the data are
// absent.
#include <gtest/gtest.h>

#include <filesystem>

#include "core/language.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<StudyRun> run_city(const std::string& name) {
    set_language(Language::english);
    return run_study(read_study((fs::path{LYKTA_ROOT} / "tests/studies" / (name + ".toml")).string()));
}

bool says(const outputs::RunResult& result, const std::string& code, const std::string& part) {
    const auto has = [&](const Issues& issues) {
        return std::any_of(issues.begin(), issues.end(),
                           [&](const Issue& i) { return i.code == code && i.message.find(part) != std::string::npos; });
    };
    return has(result.findings) || std::any_of(result.sources.begin(), result.sources.end(),
                                               [&](const auto& s) { return has(s.account.issues); });
}

class Cities : public ::testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(fs::path{LYKTA_ROOT} / "../shared/data"))
            GTEST_SKIP() << "real cities are not here: ../shared/data is absent";
    }
    static void expect_balance(const outputs::RunResult& result) {
        for (const auto& s : result.sources) EXPECT_TRUE(s.account.balances()) << s.account.source;
    }
};

TEST_F(Cities, charlottesville_has_its_police_desk_its_gap_and_its_wrong_offsets_named) {
    const auto run = run_city("charlottesville");
    expect_balance(run->result);
    EXPECT_TRUE(says(run->result, "pile", "600 E MARKET ST"));
    EXPECT_TRUE(says(run->result, "gap", "2019-10-27"));
    EXPECT_TRUE(says(run->result, "offset_wrong", ""));
    EXPECT_TRUE(says(run->result, "precision", "80 m"));
    EXPECT_FALSE(run->result.refusal.has_value());
    EXPECT_FALSE(run->result.places.empty());
}

TEST_F(Cities, syracuse_sets_its_shifted_rental_rows_aside_and_reads_its_feet_and_mislabelled_parks) {
    const auto run = run_city("syracuse");
    expect_balance(run->result);
    bool shifted = false, parks = false;
    for (const auto& s : run->result.sources) {
        if (s.account.source.starts_with("rental")) shifted = s.account.set_aside.size() >= 1101;
        if (s.account.source.starts_with("parks")) parks = s.account.rows_used == 120;
    }
    EXPECT_TRUE(shifted);
    EXPECT_TRUE(parks);
    EXPECT_TRUE(says(run->result, "pile", "DESTINY"));
    EXPECT_TRUE(says(run->result, "hour_placeholder", "hour 0"));
    double metres = 0;
    for (const auto& street : run->city.streets->streets) metres += length(street.line);
    EXPECT_NEAR(metres / 1000, 754, 8);  // kilometres of street, read from US feet on NAD27
}

TEST_F(Cities, chicago_counts_every_assault_inside_its_outline_and_names_its_rounding) {
    const auto run = run_city("chicago");
    expect_balance(run->result);
    EXPECT_EQ(run->result.sources.at(0).account.rows_read, 148636);
    EXPECT_TRUE(says(run->result, "precision", "four decimals"));
    EXPECT_FALSE(run->result.places.empty());
}

TEST_F(Cities, sweden_is_refused_because_its_points_are_municipality_midpoints) {
    const auto run = run_city("sweden");
    expect_balance(run->result);
    ASSERT_TRUE(run->result.refusal.has_value());
    EXPECT_TRUE(run->result.places.empty());
    EXPECT_NE(run->result.refusal->find("midpoint"), std::string::npos);
    EXPECT_TRUE(says(run->result, "precision", "municipalities"));
}

}  // namespace
}  // namespace lykta::study
