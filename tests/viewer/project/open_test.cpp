// Whatever Lykta wrote opens again: a study, a manifest, a GeoPackage alone, a folder; and what cannot is refused in
// words.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/language.hpp"
#include "outputs/hot_cells.hpp"
#include "outputs/write_run.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"
#include "viewer/project/project.hpp"

namespace lykta::viewer {
namespace {

namespace fs = std::filesystem;

const fs::path exempelstad = fs::path{LYKTA_ROOT} / "data/exempelstad";
const study::Progress quiet = [](const std::string&, double) {};

/// Exempelstad as a study and as the result that the command would have written.
struct Shared {
    fs::path folder = fs::temp_directory_path() / "lykta-view-open";
    std::shared_ptr<const Project> study;
    ProjectPointer result;

    Shared() {
        set_language(Language::english);
        fs::remove_all(folder);
        fs::create_directories(folder);
        study = open_project(with_budget(), quiet);
        outputs::write_run(study->result(), folder / "result");
        result = open_project(folder / "result" / "run.json", quiet);
    }
    ~Shared() { fs::remove_all(folder); }

    /// The shipped town, asked to spend five million.
    [[nodiscard]] fs::path with_budget() const {
        const auto town = folder / "town";
        fs::create_directories(town);
        for (const auto& file : fs::directory_iterator{exempelstad})
            if (file.path().filename() != "study.toml") fs::create_symlink(file.path(), town / file.path().filename());
        std::ofstream{town / "study.toml"} << read_file(exempelstad / "study.toml") << "\n[measures]\nbudget = 5e6\n";
        return town / "study.toml";
    }
};

class Open : public testing::Test {
protected:
    static void SetUpTestSuite() { s_shared = new Shared; }
    static void TearDownTestSuite() {
        delete s_shared;
        s_shared = nullptr;
    }
    static const Project& of_study() { return *s_shared->study; }
    static const Project& of_result() { return *s_shared->result; }
    static fs::path folder() { return s_shared->folder; }
    /// The message of what refuses to open.
    static std::string refusal(const fs::path& path) {
        try {
            (void)open_project(path, quiet);
        } catch (const Error& error) {
            return error.what();
        }
        return "";
    }
    static fs::path written(const std::string& name, const std::string& text) {
        std::ofstream{folder() / name, std::ios::binary} << text;
        return folder() / name;
    }
    inline static Shared* s_shared = nullptr;
};

TEST_F(Open, a_study_can_be_asked_anything) {
    const auto& project = of_study();
    EXPECT_EQ(project.origin, Origin::study);
    EXPECT_TRUE(project.can_compute());
    EXPECT_TRUE(project.result().measures.has_value());
    EXPECT_FALSE(project.result().places.empty());
    EXPECT_FALSE(project.result().created_utc.empty());
    EXPECT_TRUE(project.layers.contains(LayerId::places));
    EXPECT_TRUE(project.missing.empty());
}

TEST_F(Open, the_frame_holds_every_place) {
    const auto frame = of_study().frame();
    for (const auto& place : of_study().result().places) EXPECT_TRUE(frame.contains(place.place.centre));
    EXPECT_LT(frame.width(), 20000);
}

TEST_F(Open, work_can_be_stopped_from_its_progress) {
    struct Stop {};
    const study::Progress stopping = [](const std::string&, double share) {
        if (share > 0.3) throw Stop{};
    };
    EXPECT_THROW((void)open_project(exempelstad, stopping), Stop);
}

TEST_F(Open, a_result_says_what_it_cannot_do) {
    EXPECT_EQ(of_result().origin, Origin::result);
    EXPECT_FALSE(of_result().can_compute());
    EXPECT_GE(of_result().missing.size(), 3U);
    EXPECT_EQ(of_result().city().incidents.size(), 0U);
}

TEST_F(Open, places_come_back_with_rank_score_interval_and_terms) {
    const auto& before = of_study().result().places;
    const auto& after = of_result().result().places;
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].place.id, before[i].place.id);
        EXPECT_EQ(after[i].place.name, before[i].place.name);
        EXPECT_EQ(after[i].rank, before[i].rank);
        EXPECT_NEAR(after[i].score, before[i].score, 1e-6);
        ASSERT_TRUE(after[i].distribution.has_value());
        EXPECT_EQ(after[i].distribution->low, before[i].distribution->low);
        EXPECT_EQ(after[i].reason, before[i].reason);
        EXPECT_EQ(after[i].facts.incidents, before[i].facts.incidents);
        EXPECT_EQ(after[i].facts.lamps, before[i].facts.lamps);
        EXPECT_EQ(after[i].terms.size(), before[i].terms.size());
        EXPECT_NEAR(area(after[i].place.shape), area(before[i].place.shape), 0.01);
    }
}

TEST_F(Open, grids_stand_on_their_lattice_again) {
    const auto& before = of_study().result();
    const auto& after = of_result().result();
    ASSERT_EQ(after.counts.frame.columns, before.counts.frame.columns);
    ASSERT_EQ(after.counts.frame.rows, before.counts.frame.rows);
    EXPECT_EQ(after.counts.frame.origin, before.counts.frame.origin);
    EXPECT_EQ(after.counts.values, before.counts.values);
    std::size_t hot_before = 0, hot_after = 0;
    for (std::size_t cell = 0; cell < before.counts.values.size(); ++cell) {
        hot_before += outputs::is_hot(before, cell) ? 1 : 0;
        hot_after += outputs::is_hot(after, cell) ? 1 : 0;
        const double intensity = before.intensity.values[cell];
        if (std::isnan(intensity)) continue;
        EXPECT_NEAR(after.intensity.values[cell], intensity, 1e-4 * (1 + intensity));
    }
    EXPECT_EQ(hot_after, hot_before);
    EXPECT_GT(hot_after, 0U);
    ASSERT_TRUE(after.illuminance.has_value());
    EXPECT_EQ(after.illuminance->values.size(), before.illuminance->values.size());
}

TEST_F(Open, the_mean_of_the_window_is_that_of_the_run) {
    const double before = of_study().result().city_rate_per_ha_year;
    EXPECT_NEAR(of_result().result().city_rate_per_ha_year, before, 0.01 * before);
    const auto& labels = of_result().layers.at(LayerId::intensity)->values->day.labels;
    EXPECT_NE(labels.front().find("× the mean"), std::string::npos) << labels.front();
}

TEST_F(Open, the_study_behind_a_result_chooses_what_the_result_did) {
    auto shown = of_result().result();
    for (auto& option : shown.options)
        if (option.key == "measures.budget") option.value = "2e6";
    shown.measures->portfolio->budget = 2e6;
    const auto behind = open_study_behind(of_study().path, head_of(shown), quiet);
    ASSERT_TRUE(behind.differs.empty()) << behind.differs.front();
    ASSERT_NE(behind.project, nullptr);
    EXPECT_EQ(behind.project->result().measures->portfolio->budget, 2e6) << "the study itself says 5e6";
    EXPECT_TRUE(behind.project->can_compute());
    EXPECT_NE(behind.project->stands_for, nullptr);
}

TEST_F(Open, a_study_that_says_something_else_than_its_result_is_named_and_not_run) {
    const auto differs = [](const outputs::RunResult& shown) {
        const auto behind = open_study_behind(of_study().path, head_of(shown), [](const auto&, double share) {
            if (share > 0) throw std::runtime_error("it was run");
        });
        EXPECT_EQ(behind.project, nullptr);
        return behind.differs;
    };
    using Words = std::vector<std::string>;
    auto other = of_result().result();
    other.public_level = true;
    EXPECT_EQ(differs(other), Words{"the privacy level"});
    other = of_result().result();
    other.privacy_k += 3;
    EXPECT_EQ(differs(other), Words{"the smallest count shown (k)"});
    other = of_result().result();
    for (auto& option : other.options)
        if (option.key == "places.bandwidth") option.value += "0";
    EXPECT_EQ(differs(other), Words{"places.bandwidth"});
    other = of_result().result();
    other.sources.front().sha256 = std::string(64, '0');
    EXPECT_EQ(differs(other), Words{other.sources.front().account.source});
}

TEST_F(Open, light_and_sight_stand_along_the_same_streets) {
    const auto& before = of_study();
    const auto& after = of_result();
    ASSERT_EQ(after.result().stretches.size(), before.result().stretches.size());
    for (std::size_t i = 0; i < after.result().stretches.size(); ++i) {
        const auto &a = after.result().stretches[i], &b = before.result().stretches[i];
        EXPECT_EQ(a.below_class, b.below_class);
        EXPECT_EQ(a.wanted_class, b.wanted_class);
        EXPECT_NEAR(a.average.value, b.average.value, 1e-9);
        EXPECT_EQ(after.city().streets->streets[a.street].name, before.city().streets->streets[b.street].name);
    }
    EXPECT_EQ(after.city().lighting->lamps.size(), before.city().lighting->lamps.size());
    EXPECT_EQ(after.result().sight->stretches.size(), before.result().sight->stretches.size());
}

TEST_F(Open, measures_come_back_with_figures_and_parts) {
    const auto& before = *of_study().result().measures;
    const auto& after = *of_result().result().measures;
    ASSERT_EQ(after.sited.size(), before.sited.size());
    for (std::size_t i = 0; i < after.sited.size(); ++i) {
        EXPECT_EQ(after.sited[i].id, before.sited[i].id);
        EXPECT_EQ(after.sited[i].place, before.sited[i].place);
        EXPECT_EQ(after.catalogue.measures[after.sited[i].measure].id,
                  before.catalogue.measures[before.sited[i].measure].id);
        EXPECT_NEAR(after.sited[i].money.investment, before.sited[i].money.investment, 1);
        EXPECT_EQ(after.sited[i].lamps.size(), before.sited[i].lamps.size());
        EXPECT_EQ(after.sited[i].work.size(), before.sited[i].work.size());
        ASSERT_EQ(after.sited[i].cameras.size(), before.sited[i].cameras.size());
        for (std::size_t c = 0; c < after.sited[i].cameras.size(); ++c)
            EXPECT_LT(distance(after.sited[i].cameras[c].position, before.sited[i].cameras[c].position), 1.0);
    }
    ASSERT_TRUE(before.portfolio && after.portfolio);
    EXPECT_EQ(after.portfolio->budget, before.portfolio->budget);
    ASSERT_EQ(after.portfolio->picks.size(), before.portfolio->picks.size());
    EXPECT_NEAR(after.portfolio->totals.investment, before.portfolio->totals.investment, 100);
    EXPECT_NEAR(after.portfolio->totals.prevented, before.portfolio->totals.prevented, 0.01);
    for (std::size_t i = 0; i < after.portfolio->picks.size(); ++i)
        EXPECT_EQ(after.options[after.portfolio->picks[i].option].sited,
                  before.options[before.portfolio->picks[i].option].sited);
}

TEST_F(Open, sources_keep_their_accounts) {
    const auto& before = of_study().result().sources;
    const auto& after = of_result().result().sources;
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].kind, before[i].kind);
        EXPECT_EQ(after[i].account.rows_read, before[i].account.rows_read);
        EXPECT_EQ(after[i].account.set_aside.size(), before[i].account.set_aside.size());
    }
}

TEST_F(Open, a_geopackage_alone_tells_nearly_as_much) {
    const auto alone = folder() / "alone";
    fs::create_directories(alone);
    fs::copy_file(folder() / "result" / "lykta.gpkg", alone / "stad.gpkg");
    const auto project = open_project(alone / "stad.gpkg", quiet);
    EXPECT_EQ(project->result().study_name, of_result().result().study_name);
    EXPECT_EQ(project->result().places.size(), of_result().result().places.size());
    EXPECT_EQ(project->result().period.first_day, of_result().result().period.first_day);
    EXPECT_EQ(project->result().sources.size(), of_result().result().sources.size());
    EXPECT_FALSE(project->result().illuminance.has_value());
    EXPECT_GT(project->missing.size(), of_result().missing.size());
}

TEST_F(Open, a_folder_opens_what_is_in_it) {
    EXPECT_EQ(open_project(folder() / "result", quiet)->origin, Origin::result);
    EXPECT_NE(refusal(fs::temp_directory_path()).find("no study.toml"), std::string::npos);
}

TEST_F(Open, a_file_that_is_not_there_is_said) {
    EXPECT_NE(refusal("/nowhere/study.toml").find("no such file"), std::string::npos);
}

TEST_F(Open, a_text_that_is_no_manifest_is_refused) {
    EXPECT_NE(refusal(written("run.json", "{\"a\": 1}")).find("not a manifest"), std::string::npos);
    EXPECT_NE(refusal(written("cut.json", "{\"lykta\": ")).find("not a manifest"), std::string::npos);
    EXPECT_NE(refusal(written("notes.txt", "hello")).find("neither a study"), std::string::npos);
}

TEST_F(Open, a_manifest_without_its_layers_says_what_to_move) {
    fs::create_directories(folder() / "lonely");
    fs::copy_file(folder() / "result" / "run.json", folder() / "lonely" / "run.json");
    EXPECT_NE(refusal(folder() / "lonely" / "run.json").find("lykta.gpkg is missing"), std::string::npos);
}

TEST_F(Open, a_result_of_a_newer_lykta_asks_for_an_update) {
    const auto text = "{\"lykta\": \"99.0.0\", \"study\": {\"name\": \"x\"}}";
    EXPECT_NE(refusal(written("newer.json", text)).find("update Lykta"), std::string::npos);
}

TEST_F(Open, a_cut_geopackage_is_refused_and_a_foreign_one_too) {
    const auto cut = folder() / "cut.gpkg";
    fs::copy_file(folder() / "result" / "lykta.gpkg", cut);
    fs::resize_file(cut, fs::file_size(cut) / 2);
    EXPECT_NE(refusal(cut).find("damaged"), std::string::npos);
    const auto foreign = fs::path{LYKTA_ROOT} / "data/exempelstad/gator.gpkg";
    EXPECT_NE(refusal(foreign).find("not a result"), std::string::npos);
}

TEST_F(Open, a_damaged_raster_beside_a_result_is_named) {
    const auto copy = folder() / "raster";
    fs::copy(folder() / "result", copy, fs::copy_options::recursive);
    std::ofstream{copy / "intensity.tif", std::ios::binary} << "II*";
    EXPECT_NE(refusal(copy).find("intensity.tif"), std::string::npos);
}

/// A result as large as any: ten years of a city of millions. Told in wall time, held in processor time.
TEST_F(Open, chicagos_result_opens_in_a_second_and_a_half) {
    const auto study = fs::path{LYKTA_ROOT} / "tests/studies/chicago.toml";
    if (!fs::exists(fs::path{LYKTA_ROOT} / "../shared/data/chicago"))
        GTEST_SKIP() << "real cities are not here: ../shared/data is absent";
    const auto run = study::run_study(study::read_study(study.string()));
    outputs::write_run(run->result, folder() / "chicago");
    const auto start = std::chrono::steady_clock::now();
    const auto processor = std::clock();
    const auto project = open_project(folder() / "chicago", quiet);
    const double used = static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC;
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    RecordProperty("seconds", std::to_string(passed.count()));
    std::cout << "opened in " << passed.count() << " s, " << used << " s of the processor\n";
    EXPECT_EQ(project->result().places.size(), run->result.places.size());
    EXPECT_LT(used, 1.5);
}

}  // namespace
}  // namespace lykta::viewer
