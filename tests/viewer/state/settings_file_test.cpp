// What is kept from one day to the next, and what a damaged file does not do.
#include "viewer/state/settings_file.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "core/file.hpp"

namespace lykta::viewer {
namespace {

struct SettingsFile : testing::Test {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "lykta_settings_file_test";
    std::filesystem::path file = folder / "lykta" / "viewer.json";
    void SetUp() override { std::filesystem::remove_all(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    KeptSettings read(std::string& trouble) const { return read_settings(file, trouble); }
    void write(const std::string& text) const {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << text;
    }
};

TEST_F(SettingsFile, gives_back_what_was_kept) {
    KeptSettings kept;
    kept.settings.language = Language::english;
    kept.settings.text_scale = 1.5;
    kept.settings.night = true;
    kept.settings.recent = {"/a/study.toml", "/b/å ä ö.toml"};
    kept.last = "/a/study.toml";
    KeptProject project{{1234.5, -6.25}, 2.5, 0.5, initial_state().layers, "/kartor/flyg.tif"};
    project.layers[3].visible = true;
    project.layers[3].opacity = 0.25F;
    kept.projects["/a/study.toml"] = project;
    kept.projects["/long/ago.toml"] = project;
    write_settings(kept, file);
    std::string trouble;
    const auto back = read(trouble);
    EXPECT_EQ(trouble, "");
    EXPECT_EQ(back.settings.language, Language::english);
    EXPECT_DOUBLE_EQ(back.settings.text_scale, 1.5);
    EXPECT_TRUE(back.settings.night);
    EXPECT_EQ(back.settings.recent, kept.settings.recent);
    EXPECT_EQ(back.last, "/a/study.toml");
    ASSERT_EQ(back.projects.size(), 1U) << "files no longer recent are forgotten";
    const auto& same = back.projects.at("/a/study.toml");
    EXPECT_EQ(same.centre, (Point{1234.5, -6.25}));
    EXPECT_DOUBLE_EQ(same.metres_per_pixel, 2.5);
    EXPECT_EQ(same.base_raster, "/kartor/flyg.tif");
    ASSERT_EQ(same.layers.size(), project.layers.size());
    EXPECT_TRUE(same.layers[3].visible);
    EXPECT_FLOAT_EQ(same.layers[3].opacity, 0.25F);
}

TEST_F(SettingsFile, that_is_not_there_gives_the_defaults_without_a_word) {
    std::string trouble;
    EXPECT_EQ(read(trouble).settings.language, Language::swedish);
    EXPECT_EQ(trouble, "");
}

TEST_F(SettingsFile, that_is_damaged_gives_the_defaults_and_says_so) {
    for (const char* text : {"", "{\"language\": \"en\"", "[1, 2]", "\xFF\xFE"}) {
        write(text);
        std::string trouble;
        EXPECT_TRUE(read(trouble).settings.recent.empty());
        EXPECT_NE(trouble.find("viewer.json"), std::string::npos) << text;
    }
}

TEST_F(SettingsFile, with_values_of_the_wrong_kind_keeps_the_right_ones) {
    write(R"({"language": 7, "text_scale": 99, "night": true, "recent": [1, "/a"], "last": null, "projects":
              {"/a": {"x": "east", "y": 1, "metres_per_pixel": 1e9}, "/b": 3,
               "/c": {"x": 1, "y": 2, "metres_per_pixel": 2, "layers": [{"layer": "of tomorrow"}, 5]}}})");
    std::string trouble;
    const auto kept = read(trouble);
    EXPECT_EQ(trouble, "");
    EXPECT_EQ(kept.settings.language, Language::swedish);
    EXPECT_DOUBLE_EQ(kept.settings.text_scale, 2.0);
    EXPECT_TRUE(kept.settings.night);
    EXPECT_EQ(kept.settings.recent, std::vector<std::string>{"/a"});
    EXPECT_EQ(kept.projects.size(), 1U);
}

TEST_F(SettingsFile, lies_where_the_user_keeps_such_files) {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    const std::string before = config ? config : "";
    setenv("XDG_CONFIG_HOME", "/etc/mine", 1);
    EXPECT_EQ(settings_path(), "/etc/mine/lykta/viewer.json");
    unsetenv("XDG_CONFIG_HOME");
    EXPECT_EQ(settings_path().filename(), "viewer.json");
    if (config) setenv("XDG_CONFIG_HOME", before.c_str(), 1);
}

TEST(MergedLayers, give_layers_of_a_later_version_their_own_place) {
    auto kept = initial_state().layers;
    std::erase_if(kept, [](const auto& one) { return one.id == LayerId::sight; });
    std::swap(kept[0], kept[5]);
    const auto merged = merged_layers(kept);
    ASSERT_EQ(merged.size(), static_cast<std::size_t>(layer_count));
    const auto at =
        std::find_if(merged.begin(), merged.end(), [](const auto& one) { return one.id == LayerId::sight; });
    ASSERT_NE(at, merged.begin());
    EXPECT_EQ((at - 1)->id, LayerId::light_deficit);
    EXPECT_EQ(merged_layers({}).size(), static_cast<std::size_t>(layer_count));
}

TEST(ScenariosPath, is_one_file_a_project_beside_the_settings) {
    const auto a = scenarios_path("/c/lykta/viewer.json", "/a/study.toml");
    EXPECT_EQ(a.parent_path(), "/c/lykta/scenarios");
    EXPECT_NE(a, scenarios_path("/c/lykta/viewer.json", "/b/study.toml"));
    EXPECT_TRUE(scenarios_path("", "/a/study.toml").empty());
}

}  // namespace
}  // namespace lykta::viewer
