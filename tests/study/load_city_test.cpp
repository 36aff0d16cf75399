// Files a source leans on: read, hashed and listed like sources of their own.
#include "study/load_city.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "core/file.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"
#include "layers/photometric_files.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

namespace fs = std::filesystem;

class Companions : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() / ("lykta_companions_" + std::to_string(::getpid()));
    void SetUp() override {
        set_language(Language::english);
        fs::create_directories(folder / "armaturer");
        write("handelser.csv",
              "E;N;tid;typ\n540010;6480010;2024-01-05 21:00;rån\n540050;6480020;2024-01-06 22:00;rån\n");
        write("lampor.csv", "id;E;N;hojd_m;ljusflode_lm;fotometri\n1;540000;6480000;6;4000;park.ldt\n");
        layers::testing::EulumdatFile file{.symmetry = 1, .c = {0}, .gamma = {0, 45, 90}, .planes = {{300, 200, 0}}};
        write("armaturer/park.ldt", file.text());
        write("portar.csv", "E;N\n540005;6480005\n540006;6480006\n");
    }
    void TearDown() override { fs::remove_all(folder); }
    void write(const std::string& name, const std::string& text) const { write_file_whole(folder / name, text); }
    [[nodiscard]] layers::CityLayers load(const std::string& tables) const {
        const auto study = parse_study(
            "[study]\nname = \"S\"\n[[incidents]]\nsource = \"handelser.csv\"\ncrs = "
            "\"EPSG:3006\"\n" +
                tables,
            (folder / "study.toml").string());
        return load_city(study, Crs::from_text("EPSG:3006"), [](const auto&, double) {});
    }
};

TEST_F(Companions, a_photometric_file_is_used_and_stands_among_the_sources_with_its_hash) {
    const auto city =
        load("[[lighting]]\nsource = \"lampor.csv\"\ncrs = \"EPSG:3006\"\nphotometry_folder = \"armaturer\"\n");
    ASSERT_TRUE(city.lighting && city.lighting->lamps.at(0).photometry.has_value());
    const auto reports = source_reports(city);
    const auto found =
        std::find_if(reports.begin(), reports.end(), [](const auto& r) { return r.account.source == "park.ldt"; });
    ASSERT_NE(found, reports.end());
    EXPECT_EQ(found->sha256, sha256_of_file((folder / "armaturer/park.ldt").string()));
    EXPECT_TRUE(found->account.balances());
}

TEST_F(Companions, entrances_are_a_layer_of_the_study) {
    const auto city = load("[[entrances]]\nsource = \"portar.csv\"\ncrs = \"EPSG:3006\"\n");
    ASSERT_TRUE(city.entrances.has_value());
    EXPECT_EQ(city.entrances->position.size(), 2U);
    const auto reports = source_reports(city);
    EXPECT_TRUE(
        std::any_of(reports.begin(), reports.end(), [](const auto& r) { return r.account.source == "portar.csv"; }));
}

}  // namespace
}  // namespace lykta::study
