// The picture of the town in the dark in the report: there where lamps are, the same every time, and verified.
#include "command.hpp"

namespace lykta::by_command {
namespace {

class NightPicture : public ::testing::Test {
protected:
    Scratch scratch;
    void SetUp() override {
        scratch.write("hot.csv", small_town(40, 30));
        std::string lamps = "id;ljuspunktshojd;ljusflode;status;E;N\n";
        for (int i = 0; i < 40; ++i)
            lamps +=
                fmt::format("L{};6;4000;{};{};{}\n", i, i == 3 ? "ur drift" : "i drift", 540'000 + 20 * i, 6'480'300);
        scratch.write("lampor.csv", lamps);
        scratch.write("study.toml",
                      small_study("hot.csv", "[[lighting]]\nsource = \"lampor.csv\"\ncrs = \"EPSG:3006\"\n"));
    }
    std::string report(const std::string& threads) const {
        const auto ranked = scratch.lykta({"rank", "study.toml", "-o", "ut", "-q", "--threads", threads}, one_moment);
        EXPECT_EQ(ranked.code, 0) << ranked.err;
        return scratch.read("ut/report.html");
    }
};

TEST_F(NightPicture, the_report_holds_it_and_says_what_it_is_not) {
    const auto html = report("0");
    EXPECT_NE(html.find("src=\"data:image/png;base64,iVBORw0KGgo"), std::string::npos);
    EXPECT_NE(html.find("Light on the ground from 40 lamps, 1 of them out and dark"), std::string::npos);
    EXPECT_NE(html.find("Not a photograph"), std::string::npos);
    EXPECT_NE(html.find("href=\"#night\""), std::string::npos);
}

TEST_F(NightPicture, it_is_the_same_on_any_number_of_threads) {
    const auto one = report("1");
    EXPECT_TRUE(one == report("2"));
    EXPECT_TRUE(one == report("8"));
}

TEST_F(NightPicture, a_report_with_it_is_verified_byte_for_byte) {
    static_cast<void>(report("0"));
    const auto verified = scratch.lykta({"verify", "ut/run.json"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_NE(verified.out.find("report.html: same\n"), std::string::npos) << verified.out;
}

TEST_F(NightPicture, without_lamps_there_is_none) {
    scratch.write("study.toml", small_study("hot.csv"));
    const auto html = report("0");
    EXPECT_EQ(html.find("data:image/png"), std::string::npos);
    EXPECT_EQ(html.find("id=\"night\""), std::string::npos);
}

}  // namespace
}  // namespace lykta::by_command
