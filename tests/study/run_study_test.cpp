#include "study/run_study.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/error.hpp"
#include "core/file.hpp"
#include "core/hash.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "outputs/write_run.hpp"
#include "study/study_file.hpp"
#include "study/verify.hpp"
#include "worlds/world.hpp"

namespace lykta::study {
namespace {

namespace fs = std::filesystem;

/// The drawn town of three causes, written to a scratch folder for each test.
class DrawnTown : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() / ("lykta_world_" + std::to_string(::getpid()));
    fs::path study_file;
    void SetUp() override {
        set_language(Language::english);
        study_file =
            worlds::write_world(worlds::read_world(fs::path{LYKTA_ROOT} / "tests/worlds/three_causes.txt"), folder);
    }
    void TearDown() override {
        set_thread_count(0);
        fs::remove_all(folder);
    }
    [[nodiscard]] std::unique_ptr<StudyRun> run() const { return run_study(read_study(study_file.string())); }
};

const places::RankedPlace* place_near(const outputs::RunResult& result, double column, double line_from_bottom) {
    const Point p{worlds::origin_x + column * worlds::step, worlds::origin_y + line_from_bottom * worlds::step};
    for (const auto& r : result.places)
        if (distance(r.place.centre, p) < 60) return &r;
    return nullptr;
}

TEST_F(DrawnTown, each_planted_place_is_found_with_its_own_cause) {
    const auto result = run();
    const auto* dark = place_near(result->result, 24, 38);
    const auto* shrubs = place_near(result->result, 107, 38);
    const auto* doors = place_near(result->result, 106, 3);
    const auto* none = place_near(result->result, 24, 4);
    std::string found;
    for (const auto& r : result->result.places)
        found += fmt::format("{} ({}, {}) {} incidents\n", r.place.name, r.place.centre.x, r.place.centre.y,
                             r.facts.incidents);
    ASSERT_TRUE(dark != nullptr && shrubs != nullptr && doors != nullptr && none != nullptr) << found;
    EXPECT_EQ(dark->reason, places::MainReason::darkness);
    EXPECT_EQ(shrubs->reason, places::MainReason::vegetation);
    EXPECT_EQ(doors->reason, places::MainReason::building_defects);
    EXPECT_EQ(none->reason, places::MainReason::none_found);
    EXPECT_GT(dark->facts.dark.share, 0.9);
    EXPECT_LT(shrubs->facts.dark.share, 0.1);
    EXPECT_GT(dark->facts.path_below_class_m.value(), 0);
}

TEST_F(DrawnTown, every_row_is_accounted_for_and_every_incident_in_the_window_is_counted) {
    const auto r = run();
    for (const auto& s : r->result.sources) EXPECT_TRUE(s.account.balances()) << s.account.source;
    double cells = 0;
    for (const double c : r->result.counts.values) cells += c;
    EXPECT_EQ(cells, static_cast<double>(r->city.incidents.size()));
}

TEST_F(DrawnTown, one_and_eight_threads_write_the_same_bytes) {
    const auto write = [&](int threads, const char* name) {
        set_thread_count(threads);
        const auto r = run();
        r->result.created_utc = "2024-12-31T00:00:00Z";
        outputs::write_run(r->result, folder / name);
    };
    write(1, "one");
    write(8, "eight");
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "one")) {
        if (!entry.is_regular_file()) continue;
        ++files;
        EXPECT_EQ(sha256_of_file(entry.path()),
                  sha256_of_file(folder / "eight" / fs::relative(entry.path(), folder / "one")))
            << entry.path();
    }
    EXPECT_GE(files, 6);
}

TEST_F(DrawnTown, a_finished_run_verifies_and_a_touched_output_or_input_is_found) {
    {
        const auto r = run();
        r->result.created_utc = "2024-12-31T00:00:00Z";
        outputs::write_run(r->result, folder / "out");
    }
    const auto manifest = (folder / "out" / "run.json").string();
    const auto quiet = [](const auto&, double) {};
    EXPECT_TRUE(verify_run(manifest, quiet).all_same());
    write_file_whole(folder / "out" / "places.csv", "touched");
    EXPECT_FALSE(verify_run(manifest, quiet).all_same());
    auto bytes = read_file(folder / "handelser.csv");
    write_file_whole(folder / "handelser.csv", bytes + "9999;2024-06-10 13:00;skadegörelse;6500100.00;500300.00\n");
    const auto verdict = verify_run(manifest, quiet);
    EXPECT_TRUE(std::any_of(verdict.inputs.begin(), verdict.inputs.end(),
                            [](const auto& v) { return v.verdict == Comparison::input_changed; }));
}

TEST_F(DrawnTown, a_public_result_names_no_address_and_takes_an_earlier_internal_ones_rejects_away) {
    auto bytes = read_file(folder / "handelser.csv");
    for (int i = 0; i < 60; ++i)
        bytes += fmt::format("P{};2024-06-1{} 13:{:02};skadegörelse;6500100.00;500300.00\n", i, i % 9, i);
    for (int i = 0; i < 2; ++i) bytes += "TVILLING-1;2024-06-10 13:00;skadegörelse;6500140.00;500340.00\n";
    write_file_whole(folder / "handelser.csv", bytes + "X;2024-06-10 13:00;skadegörelse;;\n");
    outputs::write_run(run()->result, folder / "out");
    ASSERT_TRUE(fs::exists(folder / "out" / "rejects"));
    auto study = read_study(study_file.string());
    study.public_level = true;
    const auto shown = run_study(study);
    outputs::write_run(shown->result, folder / "out");
    EXPECT_FALSE(fs::exists(folder / "out" / "rejects"));
    bool pile = false;
    for (const auto& f : shown->result.findings) {
        pile = pile || f.code == "pile";
        EXPECT_EQ(f.message.find("500300"), std::string::npos) << f.message;
    }
    EXPECT_TRUE(pile);
    for (const char* file : {"run.json", "report.html"}) {
        if (!fs::exists(folder / "out" / file)) continue;
        EXPECT_EQ(read_file(folder / "out" / file).find("TVILLING-1"), std::string::npos) << file;
    }
    bool repeated = false;
    for (const auto& source : shown->result.sources)
        for (const auto& issue : source.account.issues) {
            EXPECT_TRUE(issue.rows.empty()) << issue.message;
            if (issue.code != "duplicate") continue;
            repeated = true;
            EXPECT_EQ(issue.count, 0) << "under k";
            EXPECT_NE(issue.message.find("<5"), std::string::npos) << issue.message;
        }
    EXPECT_TRUE(repeated);
}

TEST_F(DrawnTown, a_category_weight_that_meets_no_incident_is_said) {
    auto study = read_study(study_file.string());
    study.harm = {{"skadegorelse", 2.0}, {"skadegörelse", 1.0}};
    const auto r = run_study(study);
    const auto unknown = std::count_if(r->result.findings.begin(), r->result.findings.end(),
                                       [](const Issue& f) { return f.code == "category_unknown"; });
    EXPECT_EQ(unknown, 1);
}

TEST_F(DrawnTown, places_without_streets_or_districts_are_named_by_their_rank) {
    auto study = read_study(study_file.string());
    std::erase_if(study.sources, [](const auto& s) { return s.kind == layers::LayerKind::streets; });
    const auto r = run_study(study);
    ASSERT_FALSE(r->result.places.empty());
    EXPECT_EQ(r->result.places[0].place.name, "Place P001");
}

TEST_F(DrawnTown, without_lamps_the_light_term_is_taken_out_and_said) {
    auto study = read_study(study_file.string());
    std::erase_if(study.sources, [](const auto& s) { return s.kind == layers::LayerKind::lighting; });
    const auto r = run_study(study);
    ASSERT_EQ(r->result.absent_terms.size(), 1U);
    EXPECT_EQ(r->result.absent_terms[0].term, places::Term::light_deficit);
    for (const auto& p : r->result.places) {
        EXPECT_EQ(p.terms.size(), 3U);
        EXPECT_TRUE(p.facts.path_m.has_value());
    }
}

TEST_F(DrawnTown, streets_as_places_count_no_incident_twice) {
    auto study = read_study(study_file.string());
    study.places_from = places::PlaceSource::segments;
    const auto r = run_study(study);
    EXPECT_EQ(r->result.places.size(), 3U);
    double sum = 0;
    for (const auto& p : r->result.places) sum += p.facts.incidents;
    EXPECT_LE(sum, static_cast<double>(r->city.incidents.size()));
}

TEST_F(DrawnTown, a_project_crs_in_degrees_is_refused) {
    auto study = read_study(study_file.string());
    study.crs = "EPSG:4326";
    EXPECT_THROW((void)run_study(study), Error);
}

TEST_F(DrawnTown, no_usable_incident_is_said_and_not_sold_as_no_hot_spots) {
    write_file_whole(folder / "handelser.csv", "id;tidpunkt;typ;N;E\n");
    const auto r = run();
    ASSERT_TRUE(r->result.refusal.has_value());
    EXPECT_TRUE(r->result.places.empty());
    outputs::write_run(r->result, folder / "out");
    EXPECT_TRUE(fs::exists(folder / "out" / "report.html"));
}

}  // namespace
}  // namespace lykta::study
