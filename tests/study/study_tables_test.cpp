#include "study/study_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/language.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

Study parsed(const std::string& tables) {
    return parse_study("[study]\nname = \"S\"\n[[incidents]]\nsource = \"a.csv\"\n" + tables, "folder/study.toml");
}

std::string refusal(const std::string& tables) {
    set_language(Language::english);
    try {
        (void)parsed(tables);
        return "";
    } catch (const Error& e) {
        return e.what();
    }
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(StudyTables, light_and_sight_take_their_keys_and_the_options_show_them_as_chosen) {
    const auto study = parsed(
        "[light]\nseason = \"bare\"\nat = \"02:30\"\nstreet_class = \"C4\"\nfootpath_class = \"P3\"\ncutoff_lux = "
        "0.1\ncell_size = 1\n"
        "[sight]\nseason = \"bare\"\neye_height = 1.2\nreach = 60\nstep = 4\nseen_through = 0.3\n"
        "[simulation]\ndraws = 50\ntop_k = 5\nweight_sd = 0.1\n[dark]\nby_profile = false\n");
    EXPECT_EQ(study.light.season, conditions::Season::bare);
    EXPECT_EQ(study.light.minute, 150);
    EXPECT_EQ(study.light.stretches.default_street + study.light.stretches.default_footpath, "C4P3");
    EXPECT_EQ(study.light.cutoff.value, 0.1);
    EXPECT_EQ(study.light.cell_size, 1_m);
    EXPECT_EQ(study.sight.season, conditions::Season::bare);
    EXPECT_EQ(study.sight.options.eye.value, 1.2);
    EXPECT_EQ(study.sight.options.reach, 60_m);
    EXPECT_EQ(study.sight.options.seen_through, 0.3);
    EXPECT_EQ(study.simulation.draws, 50);
    EXPECT_EQ(study.simulation.top_k, 5);
    EXPECT_FALSE(study.dark.by_profile);
    const auto lines = option_lines(study);
    const auto chosen = std::count_if(lines.begin(), lines.end(), [](const auto& o) { return !o.is_default; });
    EXPECT_EQ(chosen, 15);
}

TEST(StudyTables, a_season_a_class_a_time_or_a_share_that_cannot_be_is_refused_with_its_line) {
    EXPECT_TRUE(has(refusal("[light]\nseason = \"winter\"\n"), "line 6"));
    EXPECT_TRUE(has(refusal("[light]\nstreet_class = \"S4\"\n"), "P1–P6"));
    EXPECT_TRUE(has(refusal("[light]\nat = \"25:00\"\n"), "02:00"));
    EXPECT_TRUE(has(refusal("[sight]\nseen_through = 1.5\n"), "between 0 and 1"));
    EXPECT_TRUE(has(refusal("[simulation]\nweight_sd = -1\n"), "0 or more"));
    EXPECT_TRUE(has(refusal("[sight]\nseasn = \"bare\"\n"), "season"));
}

TEST(StudyTables, a_minute_of_the_day_is_read_from_a_clock_and_from_nothing_else) {
    EXPECT_EQ(minute_of_day("00:00"), 0);
    EXPECT_EQ(minute_of_day("23:59"), 1439);
    for (const char* wrong : {"24:00", "12:60", "12", "ab:cd", "-1:00", "", "1:2x"})
        EXPECT_FALSE(minute_of_day(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace lykta::study
