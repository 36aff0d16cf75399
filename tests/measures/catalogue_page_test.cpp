// The page about the catalogue: every example on it reads, and does what the page says.
#include <array>
#include <fstream>
#include <sstream>

#include "catalogue_samples.hpp"

using namespace catalogue_samples;

namespace {

/// The TOML examples of docs/atgardskatalog.md, in its order.
std::vector<std::string> examples() {
    std::ifstream file(std::string{LYKTA_ROOT} + "/docs/atgardskatalog.md");
    std::stringstream all;
    all << file.rdbuf();
    const std::string page = all.str(), begin = "```toml\n", end = "```";
    std::vector<std::string> found;
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
        const auto from = at + begin.size();
        found.push_back(page.substr(from, page.find(end, from) - from));
    }
    return found;
}

Measure with_example(std::size_t example, const char* id) {
    auto files = built_in_files();
    files.push_back({"study.toml", examples().at(example), "measures"});
    const auto catalogue = catalogue_from(files);
    const auto* found = catalogue.find(id);
    return found == nullptr ? Measure{} : *found;
}

}  // namespace

TEST(CataloguePage, has_three_examples) {
    EXPECT_EQ(examples().size(), 3U);
}

TEST(CataloguePage, a_price_of_ones_own_keeps_the_rest) {
    const auto m = with_example(0, "lamp_infill");
    EXPECT_EQ(m.cost.typical, 48000);
    EXPECT_EQ(m.cost.price_year, 2025);
    EXPECT_EQ(m.cost.source, "Ramavtal belysning 2025");
    EXPECT_EQ(m.cost.high, catalogue().find("lamp_infill")->cost.high);
    EXPECT_TRUE(m.has_evidence());
}

TEST(CataloguePage, a_camera_that_needs_whole_lamps_first) {
    const auto m = with_example(1, "camera");
    EXPECT_EQ(m.owner, Owner::police);
    EXPECT_EQ(m.needs, std::vector<std::string>{"lamp_repair"});
    EXPECT_EQ(m.effects.size(), catalogue().find("camera")->effects.size());
}

TEST(CataloguePage, a_measure_of_ones_own) {
    const auto m = with_example(2, "trygghetsvard");
    EXPECT_EQ(m.name.en, "Trygghetsvärdar");
    EXPECT_EQ(m.cost.yearly_high, 600000);
    EXPECT_TRUE(m.cost.judgement);
    EXPECT_FALSE(m.has_evidence());
}
