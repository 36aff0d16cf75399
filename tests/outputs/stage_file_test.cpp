// Where single-stage commands write, and that it is whole or nothing.
#include "outputs/stage_file.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/file.hpp"
#include "outputs/stage_style.hpp"
#include "temporary_folder.hpp"

namespace lykta::outputs {
namespace {

using by_hand::TemporaryFolder;

TEST(StageFile, the_ending_tells_the_kind) {
    const std::vector<OutputKind> all{OutputKind::geopackage, OutputKind::raster, OutputKind::table,
                                      OutputKind::folder};
    EXPECT_EQ(output_kind("", all), OutputKind::none);
    EXPECT_EQ(output_kind("a.gpkg", all), OutputKind::geopackage);
    EXPECT_EQ(output_kind("a.GPKG", all), OutputKind::geopackage);
    EXPECT_EQ(output_kind("a.tiff", all), OutputKind::raster);
    EXPECT_EQ(output_kind("mapp.1/a", all), OutputKind::folder);
    EXPECT_THROW(static_cast<void>(output_kind("a.shp", all)), Error);
    EXPECT_THROW(static_cast<void>(output_kind("a.tif", {OutputKind::table})), Error);
}

TEST(StageFile, a_failed_writing_leaves_the_older_file_and_nothing_new) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "a.txt";
    write_beside(file, [](const auto& path) { write_file_whole(path, "first"); });
    EXPECT_THROW(write_beside(file,
                              [](const auto& path) {
                                  write_file_whole(path, "second");
                                  throw Error{ErrorCode::cannot_write, "full"};
                              }),
                 Error);
    EXPECT_EQ(read_file(file), "first");
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator{folder.path()}) ++entries;
    EXPECT_EQ(entries, 1U);
}

TEST(StageFile, a_folder_made_for_a_file_that_failed_goes_again) {
    const TemporaryFolder folder;
    EXPECT_THROW(write_beside(folder.path() / "ny" / "a.txt",
                              [](const auto&) {
                                  throw Error{ErrorCode::cannot_write, "full"};
                              }),
                 Error);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "ny"));
}

TEST(StageFile, an_input_is_known_by_what_it_is_not_by_how_it_is_written) {
    const TemporaryFolder folder;
    write_file_whole(folder.path() / "a.csv", "x");
    const auto same = (folder.path() / "." / "a.csv").string();
    EXPECT_THROW(refuse_own_input(same, {(folder.path() / "a.csv").string()}), Error);
    EXPECT_NO_THROW(refuse_own_input((folder.path() / "b.csv").string(), {same}));
}

TEST(StageStyle, every_lux_has_one_colour_and_one_rule) {
    EXPECT_STREQ(lux_colour(0.0), lux_steps().front().colour);
    EXPECT_STREQ(lux_colour(5.0), "#dc7a78");
    EXPECT_STREQ(lux_colour(1000.0), lux_steps().back().colour);
    const auto rules = lux_rules("lux", 1.0);
    ASSERT_EQ(rules.size(), lux_steps().size());
    EXPECT_EQ(rules[5].filter, "\"lux\" >= 5 AND \"lux\" < 7.5");
    EXPECT_EQ(rules.back().filter, "\"lux\" >= 15");
}

TEST(StageStyle, what_a_rule_says_stands_in_the_qml_escaped) {
    const auto qml = style_qml({"light", Shape::line, {{.filter = "\"a\" < 1", .label = "< 1", .colour = "#102030"}}});
    EXPECT_NE(qml.find("filter=\"&quot;a&quot; &lt; 1\" label=\"&lt; 1\""), std::string::npos) << qml;
    EXPECT_NE(qml.find("name=\"line_color\" type=\"QString\" value=\"16,32,48,255\""), std::string::npos) << qml;
}

}  // namespace
}  // namespace lykta::outputs
