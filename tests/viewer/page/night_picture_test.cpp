// The town in the dark: what is lit is bright, and the picture stays small.
#include "viewer/page/night_picture.hpp"

#include <gtest/gtest.h>

#include "small_town.hpp"

namespace lykta::viewer {
namespace {

study::StudyRun dark_run(int cells) {
    study::StudyRun run{.city = {}, .result = {.crs = Crs::from_text("EPSG:3006")}};
    run.city.lighting.emplace();
    run.city.lighting->lamps.push_back({.id = "L1", .position = small_town::corner});
    auto& lux = run.result.illuminance.emplace(
        GridFrame{.origin = small_town::corner, .cell_size = Meters{4}, .columns = cells, .rows = cells});
    unsigned draw = 1;
    for (auto& value : lux.values) {
        draw = draw * 1664525U + 1013904223U;
        value = static_cast<double>(draw >> 24U) / 8.0;
    }
    return run;
}

TEST(NightPicture, it_is_a_picture_of_at_most_its_bytes_however_restless_the_light) {
    const auto png = night_picture(dark_run(700));
    EXPECT_EQ(png.substr(1, 3), "PNG");
    EXPECT_LE(png.size(), most_night_bytes);
}

TEST(NightPicture, it_is_the_same_bytes_every_time) {
    EXPECT_TRUE(night_picture(dark_run(60)) == night_picture(dark_run(60)));
}

TEST(NightPicture, without_lamps_or_light_there_is_none) {
    auto run = dark_run(10);
    run.result.illuminance.reset();
    EXPECT_EQ(night_picture(run), "");
    run = dark_run(10);
    run.city.lighting.reset();
    EXPECT_EQ(night_picture(run), "");
}

}  // namespace
}  // namespace lykta::viewer
