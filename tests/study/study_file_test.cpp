#include "study/study_file.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/language.hpp"
#include "study/toml_table.hpp"

namespace lykta::study {
namespace {

const std::string smallest = "[study]\nname = \"S\"\n[[incidents]]\nsource = \"a.csv\"\n";

Study parsed(const std::string& text) {
    return parse_study(text, "folder/study.toml");
}

/// The message of the refusal, or "" when the text was accepted.
std::string refusal(const std::string& text) {
    set_language(Language::english);
    try {
        (void)parsed(text);
        return "";
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::bad_option);
        return e.what();
    }
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(StudyFile, the_smallest_study_has_one_source_beside_the_file_and_every_default) {
    const auto study = parsed(smallest);
    ASSERT_EQ(study.sources.size(), 1U);
    EXPECT_EQ(study.sources[0].path, "folder/a.csv");
    EXPECT_EQ(study.crs, "EPSG:3006");
    EXPECT_EQ(study.cell_size, 50_m);
    EXPECT_FALSE(study.period.has_value());
    for (const auto& o : option_lines(study)) EXPECT_TRUE(o.is_default) << o.key;
}

TEST(StudyFile, every_key_is_read_and_shown_as_changed) {
    const auto study = parsed(
        smallest +
        "x = \"E\"\ny = \"N\"\ncrs = \"EPSG:3011\"\ntime = \"t\"\ntime_to = \"u\"\nhour = \"h\"\ncategory = \"typ\"\n"
        "reporter = \"r\"\nlabel = \"adress\"\nposition_error = 83\ndrop_duplicates = true\ncolumns = { height = \"b\" "
        "}\n"
        "[categories]\nmap = { A = \"a\" }\nharm = { a = 5 }\n"
        "[places]\nfrom = \"segments\"\ncell_size = 25\nbandwidth = 200\ngi_band = 75\nradius = 90\nnear = 30\nfdr = "
        "0.01\nminimum_incidents = 5\n"
        "[score]\nweight = { incident_rate = 40 }\nscale = { obstruction = 0.25 }\nhalf_life_days = 0\n"
        "[dark]\nlimit_degrees = -12\n[privacy]\nk = 10\nlevel = \"public\"\n[run]\nseed = 7\n");
    const auto& s = study.sources.at(0);
    EXPECT_EQ(s.x + s.y + s.crs + s.time + s.time_to + s.hour + s.category + s.reporter + s.label,
              "ENEPSG:3011tuhtypradress");
    EXPECT_EQ(s.position_error_m, 83);
    EXPECT_TRUE(s.drop_duplicates);
    EXPECT_EQ(s.columns.at("height"), "b");
    EXPECT_EQ(s.category_map.at("A"), "a");
    EXPECT_EQ(study.harm.at("a"), 5);
    EXPECT_EQ(study.places_from, places::PlaceSource::segments);
    EXPECT_EQ(study.score.weight.at(places::Term::incident_rate), 40);
    EXPECT_EQ(study.score.scale.at(places::Term::obstruction), 0.25);
    EXPECT_EQ(study.seed, 7U);
    const auto lines = option_lines(study);
    const auto changed = std::count_if(lines.begin(), lines.end(), [](const OptionLine& o) { return !o.is_default; });
    EXPECT_EQ(changed, 16);
}

TEST(StudyFile, the_period_is_whole_days_and_reaches_every_source) {
    const auto study =
        parsed("[study]\nperiod = { from = 2022-01-01, to = 2024-12-31 }\n[[incidents]]\nsource = \"a.csv\"\n");
    EXPECT_EQ(study.period->days(), 1096);
    EXPECT_EQ(study.sources.at(0).period->days(), 1096);
}

TEST(StudyFile, an_unknown_key_is_refused_with_its_line_and_the_nearest_known_one) {
    const auto message = refusal(smallest + "catgory = \"typ\"\n");
    EXPECT_TRUE(has(message, "line 5")) << message;
    EXPECT_TRUE(has(message, "category")) << message;
}

TEST(StudyFile, an_unknown_table_is_refused) {
    EXPECT_TRUE(has(refusal(smallest + "[scores]\n"), "score"));
}

TEST(StudyFile, a_value_of_the_wrong_kind_is_refused_with_its_line) {
    EXPECT_TRUE(has(refusal(smallest + "[places]\ncell_size = \"50\"\n"), "line 6"));
    EXPECT_TRUE(has(refusal(smallest + "[places]\ncell_size = -5\n"), "above 0"));
    EXPECT_TRUE(has(refusal(smallest + "[places]\nfrom = \"streets\"\n"), "segments"));
    EXPECT_TRUE(has(refusal(smallest + "[places]\nfdr = 2.0\n"), "between 0 and 1"));
}

TEST(StudyFile, a_bandwidth_under_the_cell_size_is_refused_and_not_silently_zero) {
    EXPECT_TRUE(has(refusal(smallest + "[places]\nbandwidth = 10\n"), "cell size"));
}

TEST(StudyFile, a_study_without_incidents_is_refused) {
    EXPECT_TRUE(has(refusal("[study]\nname = \"S\"\n"), "[[incidents]]"));
}

TEST(StudyFile, a_single_bracket_is_explained) {
    EXPECT_TRUE(has(refusal("[study]\n[incidents]\nsource = \"a.csv\"\n"), "two brackets"));
}

TEST(StudyFile, text_that_is_not_toml_is_refused_with_its_line) {
    EXPECT_TRUE(has(refusal("[study]\nname = \n"), "line 2"));
}

TEST(StudyFile, a_period_that_ends_before_it_begins_is_refused) {
    EXPECT_FALSE(
        refusal("[study]\nperiod = { from = 2024-01-01, to = 2023-01-01 }\n[[incidents]]\nsource = \"a.csv\"\n")
            .empty());
}

TEST(StudyFile, an_exclusion_without_a_reason_is_refused) {
    EXPECT_TRUE(has(refusal(smallest + "[[exclude]]\nx = 1\ny = 2\nradius = 20\n"), "reason"));
}

TEST(StudyFile, what_would_be_ignored_in_silence_is_refused) {
    EXPECT_TRUE(has(refusal(smallest + "columns = { heigth = \"b\" }\n"), "height"));
    EXPECT_TRUE(has(refusal(smallest + "defaults = { flus = 3.0 }\n"), "flux"));
    EXPECT_TRUE(has(refusal(smallest + "[[exclude]]\nradius = 20\nwhy = \"polishus\"\n"), "centre"));
    EXPECT_TRUE(has(refusal(smallest + "[score]\nhalf_life_days = -1\n"), "0 or more"));
    EXPECT_TRUE(has(refusal(smallest + "[score]\nreason_from = 7\n"), "at most 1"));
}

TEST(TomlTable, the_nearest_word_is_near_or_nothing) {
    EXPECT_EQ(nearest_word("catgory", {"category", "crs"}), "category");
    EXPECT_EQ(nearest_word("zzzzzzzz", {"category", "crs"}), "");
}

}  // namespace
}  // namespace lykta::study
