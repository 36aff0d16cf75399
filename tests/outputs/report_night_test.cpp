// The section of the report that shows the town in the dark.
#include <gtest/gtest.h>

#include "outputs/run_pictures.hpp"

namespace lykta::outputs {
namespace {

struct LitTown {
    layers::CityLayers layers;
    RunResult result{.study_name = "A & B", .crs = Crs::from_text("EPSG:3006")};
    LitTown() {
        set_language(Language::english);
        auto& lamps = layers.lighting.emplace().lamps;
        lamps.resize(3);
        lamps[1].state = layers::LampState::out;
        result.layers = &layers;
    }
};

TEST(ReportNight, the_picture_stands_in_the_page_and_its_lamps_are_counted) {
    const LitTown town;
    const auto html = report_night(town.result, {.night_png = "foobar"});
    EXPECT_NE(html.find("src=\"data:image/png;base64,Zm9vYmFy\""), std::string::npos) << html;
    EXPECT_NE(html.find("from 3 lamps, 1 of them out and dark"), std::string::npos) << html;
    EXPECT_NE(html.find("alt=\"A &amp; B in the dark"), std::string::npos) << html;
}

TEST(ReportNight, without_a_picture_or_lamps_it_is_left_out) {
    LitTown town;
    EXPECT_EQ(report_night(town.result, {}), "");
    town.layers.lighting.reset();
    EXPECT_EQ(report_night(town.result, {.night_png = "foobar"}), "");
}

}  // namespace
}  // namespace lykta::outputs
