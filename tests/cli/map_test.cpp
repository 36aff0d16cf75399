// lykta map: a study or a result as one picture or page.
#include "command.hpp"

namespace lykta::by_command {
namespace {

const std::map<std::string, std::string> swedish_moment{{"LYKTA_LANG", "sv"}, {"SOURCE_DATE_EPOCH", "1767225600"}};

class Map : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("hot.csv", small_town(40, 30));
        scratch.write("study.toml", small_study("hot.csv"));
    }
    Outcome map(std::vector<std::string> more,
                const std::map<std::string, std::string>& environment = one_moment) const {
        more.insert(more.begin(), {"map", "study.toml"});
        return scratch.lykta(more, environment);
    }
    void expect_refused(std::vector<std::string> more, const std::string& message) const {
        more.insert(more.end(), {"-o", "karta.png"});
        const auto refused = map(more);
        EXPECT_EQ(refused.code, 2) << message;
        EXPECT_EQ(refused.out, "");
        EXPECT_EQ(refused.err, "lykta: " + message + "\n");
        EXPECT_FALSE(std::filesystem::exists(scratch / "karta.png"));
    }
};

std::uint32_t number_at(const std::string& png, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(png.at(at + i));
    return value;
}

TEST_F(Map, a_picture_has_the_size_asked_for) {
    const auto drawn = map({"--size", "800x600", "-o", "karta.png"});
    EXPECT_EQ(drawn.code, 0);
    EXPECT_EQ(drawn.err, "");
    EXPECT_EQ(drawn.out, "karta.png written\n");
    const auto png = scratch.read("karta.png");
    EXPECT_EQ(number_at(png, 16), 800U);
    EXPECT_EQ(number_at(png, 20), 600U);
}

TEST_F(Map, a_sheet_of_paper_is_as_large_as_the_paper) {
    ASSERT_EQ(map({"--paper", "a3", "--portrait", "--dpi", "72", "-o", "karta.png"}).code, 0);
    const auto png = scratch.read("karta.png");
    EXPECT_EQ(number_at(png, 16), 842U);
    EXPECT_EQ(number_at(png, 20), 1191U);
}

TEST_F(Map, the_page_says_what_it_shows_and_what_it_rests_on) {
    ASSERT_EQ(map({"-o", "karta.svg", "-q"}).code, 0);
    const auto svg = scratch.read("karta.svg");
    for (const auto* words : {"Liten stad", "hot.csv", "Recorded incidents", "2024-", "SWEREF99 TM", "Lykta 0.",
                              "Computed 2026-01-01", "Internal", "association is not effect", "xml:lang=\"en\""})
        EXPECT_NE(svg.find(words), std::string::npos) << words;
    ASSERT_EQ(map({"-o", "karta.svg", "-q"}, swedish_moment).code, 0);
    EXPECT_NE(scratch.read("karta.svg").find("xml:lang=\"sv\""), std::string::npos);
}

TEST_F(Map, the_same_study_gives_the_same_bytes_on_any_number_of_threads) {
    for (const auto* name : {"karta.png", "karta.svg", "karta.pdf"}) {
        ASSERT_EQ(map({"--dpi", "72", "--threads", "1", "-o", name}).code, 0);
        const auto one = scratch.read(name);
        ASSERT_EQ(map({"--dpi", "72", "--threads", "8", "-o", name}).code, 0);
        EXPECT_TRUE(one == scratch.read(name)) << name;
    }
}

TEST_F(Map, a_place_is_found_by_rank_by_id_and_by_id_in_small_letters) {
    const auto drawn = [&](const std::string& place) {
        const auto outcome = map({"--place", place, "--size", "300x300", "-o", "plats.png"});
        EXPECT_EQ(outcome.code, 0) << outcome.err;
        return scratch.read("plats.png");
    };
    const auto by_rank = drawn("1");
    EXPECT_TRUE(by_rank == drawn("P001"));
    EXPECT_TRUE(by_rank == drawn("p001"));
    ASSERT_EQ(map({"--size", "300x300", "-o", "hela.png"}).code, 0);
    EXPECT_FALSE(by_rank == scratch.read("hela.png"));
}

TEST_F(Map, layers_may_be_named_before_the_study) {
    const auto drawn =
        scratch.lykta({"map", "--layers", "places,window", "study.toml", "--size", "300x300", "-o", "karta.png"});
    EXPECT_EQ(drawn.code, 0) << drawn.err;
}

TEST_F(Map, a_finished_result_is_drawn_without_its_study) {
    ASSERT_EQ(scratch.lykta({"rank", "study.toml", "-o", "ut", "-q"}).code, 0);
    std::filesystem::remove(scratch / "hot.csv");
    for (const auto* result : {"ut/run.json", "ut/lykta.gpkg", "ut"}) {
        const auto drawn = scratch.lykta({"map", result, "-o", "karta.pdf"});
        EXPECT_EQ(drawn.code, 0) << drawn.err;
        EXPECT_EQ(scratch.read("karta.pdf").substr(0, 5), "%PDF-");
    }
}

TEST_F(Map, at_the_public_level_the_page_says_so) {
    scratch.write("study.toml", small_study("hot.csv", "[privacy]\nk = 5\nlevel = \"public\"\n"));
    ASSERT_EQ(map({"-o", "karta.svg"}).code, 0);
    EXPECT_NE(scratch.read("karta.svg").find("Public: no figure under 5 incidents and no single incident is shown."),
              std::string::npos);
}

TEST_F(Map, a_place_that_is_not_there_is_refused) {
    const auto refused = map({"--place", "99", "-o", "karta.png"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("--place: there is no place '99'"), std::string::npos) << refused.err;
    expect_refused({"--place", "P01"}, "--place: there is no place 'P01'; did you mean 'P001'?");
}

TEST_F(Map, a_layer_that_is_not_there_is_refused_and_the_right_one_named) {
    expect_refused({"--layers", "places,hotspots"},
                   "--layers: there is no layer 'hotspots'; did you mean 'hot_spots'?");
    const auto refused = map({"--layers", "cameras", "-o", "karta.png"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("--layers: study.toml has no layer 'cameras'; it has "), std::string::npos);
}

TEST_F(Map, a_night_without_lamps_is_refused) {
    expect_refused({"--night"},
                   "--night: study.toml has no lamps, so nothing lights the map; leave --night out or give the study "
                   "[[lighting]]");
}

TEST_F(Map, sizes_that_cannot_be_are_refused) {
    expect_refused({"--size", "stor"},
                   "--size: 'stor' is no size; write width x height in pixels, 200 to 20,000 each, e.g. 2000x1400");
    expect_refused({"--size", "199x600"},
                   "--size: '199x600' is no size; write width x height in pixels, 200 to 20,000 each, e.g. 2000x1400");
    expect_refused({"--size", "600x600", "--paper", "a4"},
                   "--size: a map is made in pixels or on paper; leave --size or --paper out");
    expect_refused({"--size", "600x900", "--portrait"},
                   "--portrait: turns a sheet of paper; in pixels give --size the smaller number first");
    expect_refused({"--dpi", "50"}, "--dpi: '50' is not a whole number from 72 to 600");
    expect_refused({"--paper", "a5"}, "--paper: 'a5' is none of a4, a3");
}

TEST_F(Map, an_ending_it_does_not_write_is_refused_before_any_file_is_read) {
    const auto refused = scratch.lykta({"map", "saknas.toml", "-o", "karta.jpg"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.err,
              "lykta: karta.jpg: a map is written as .png, .svg or .pdf; give the file one of these endings\n");
}

TEST_F(Map, a_study_that_is_not_there_ends_with_three_and_a_folder_that_is_not_there_with_five) {
    EXPECT_EQ(scratch.lykta({"map", "saknas.toml", "-o", "karta.png"}).code, 3);
    const auto refused = map({"-o", "saknas/karta.png"});
    EXPECT_EQ(refused.code, 5);
    EXPECT_NE(refused.err.find("saknas"), std::string::npos);
}

TEST_F(Map, without_a_file_to_write_it_says_what_is_missing) {
    const auto refused = scratch.lykta({"map", "study.toml"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.err, "lykta: map: --output is missing; lykta map --help shows what is expected\n");
}

}  // namespace
}  // namespace lykta::by_command
