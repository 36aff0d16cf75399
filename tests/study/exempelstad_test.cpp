// The shipped town against its planted truth: how well does the ranking find what was put there, and why?
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/file.hpp"
#include "core/language.hpp"
#include "study/run_study.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

struct Planted {
    std::string id, kind;
    Point at;
    double radius = 0;
    bool hot = false;
};

std::vector<Planted> planted_truth() {
    const auto truth =
        nlohmann::json::parse(read_file(std::filesystem::path{LYKTA_ROOT} / "data/exempelstad/truth.json"));
    std::vector<Planted> planted;
    for (const auto& p : truth.at("places"))
        planted.push_back({p.at("id"), p.at("kind"), {p.at("x"), p.at("y")}, p.at("radius_m"), p.at("hot")});
    return planted;
}

places::MainReason reason_for(const std::string& kind) {
    if (kind == "dark") return places::MainReason::darkness;
    if (kind == "shrubs") return places::MainReason::vegetation;
    return kind == "doors" ? places::MainReason::building_defects : places::MainReason::none_found;
}

/// One run for all tests of the town.
class Exempelstad : public ::testing::Test {
protected:
    static std::unique_ptr<StudyRun> town;
    static std::vector<Planted> truth;
    static void SetUpTestSuite() {
        set_language(Language::english);
        town = run_study(read_study((std::filesystem::path{LYKTA_ROOT} / "data/exempelstad/study.toml").string()));
        truth = planted_truth();
    }
    static void TearDownTestSuite() { town.reset(); }

    /// The ranked place whose outline holds the planted centre or whose centre is within 60 m of it.
    static const places::RankedPlace* found(const Planted& p) {
        for (const auto& r : town->result.places)
            if (distance(r.place.centre, p.at) < 60 || contains(r.place.shape, p.at)) return &r;
        return nullptr;
    }
};
std::unique_ptr<StudyRun> Exempelstad::town;
std::vector<Planted> Exempelstad::truth;

TEST_F(Exempelstad, every_planted_hot_place_is_found_with_its_cause) {
    int hot = 0, recalled = 0, explained = 0;
    std::string missed;
    for (const auto& p : truth) {
        if (!p.hot) continue;
        ++hot;
        const auto* r = found(p);
        if (r == nullptr) missed += p.id + " ";
        recalled += r != nullptr ? 1 : 0;
        explained += r != nullptr && r->reason == reason_for(p.kind) ? 1 : 0;
    }
    std::cout << "planted hot places: " << hot << ", found " << recalled << ", with the planted cause " << explained
              << "; missed: " << missed << '\n';
    EXPECT_EQ(hot, 24);
    EXPECT_EQ(recalled, hot) << "the changelog and the handbook say that all are found";
    EXPECT_EQ(explained, hot);
}

TEST_F(Exempelstad, planted_places_fill_the_first_ranks) {
    int planted_in_top = 0;
    for (const auto& p : truth) {
        const auto* r = p.hot ? found(p) : nullptr;
        planted_in_top += r != nullptr && r->rank <= 24 ? 1 : 0;
    }
    std::cout << "planted hot places among the first 24 ranks: " << planted_in_top << '\n';
    EXPECT_GE(planted_in_top, 20);
}

TEST_F(Exempelstad, cold_places_that_merely_look_dark_are_not_ranked) {
    for (const auto& p : truth) {
        if (p.kind != "looks_dark") continue;
        EXPECT_EQ(found(p), nullptr) << p.id;
    }
}

TEST_F(Exempelstad, areas_felt_unsafe_with_few_incidents_are_a_finding_of_their_own) {
    int said = 0, planted = 0;
    for (const auto& p : truth) {
        if (p.kind != "felt_unsafe") continue;
        ++planted;
        for (const auto& a : town->result.felt_areas)
            if (contains(a.shape, p.at)) said += a.felt == places::Felt::more_felt ? 1 : 0;
    }
    EXPECT_EQ(planted, 4);
    EXPECT_EQ(said, 4);
}

TEST_F(Exempelstad, every_row_of_every_source_is_accounted_for) {
    ASSERT_FALSE(town->result.sources.empty());
    std::int64_t aside = 0;
    for (const auto& s : town->result.sources) {
        EXPECT_TRUE(s.account.balances()) << s.account.source;
        aside += static_cast<std::int64_t>(s.account.set_aside.size());
    }
    EXPECT_GT(aside, 300);  // the dirt put in on purpose
}

TEST_F(Exempelstad, the_police_desk_is_reported_as_a_pile) {
    bool said = false;
    for (const auto& f : town->result.findings)
        said = said || (f.code == "pile" && f.message.find("Polishuset") != std::string::npos);
    EXPECT_TRUE(said);
}

TEST_F(Exempelstad, the_sum_over_cells_is_the_number_of_incidents_and_the_intensity_conserves_it) {
    double cells = 0, mass = 0;
    const auto& grid = town->result.intensity;
    for (const double c : town->result.counts.values) cells += c;
    for (const double v : grid.values)
        mass += std::isfinite(v) ? v * grid.frame.cell_area_ha() * town->result.period.years() : 0;
    EXPECT_EQ(cells, static_cast<double>(town->city.incidents.size()));
    EXPECT_NEAR(mass / cells, 1.0, 0.02);  // cells cut by the window's edge are sampled at their centres
}

}  // namespace
}  // namespace lykta::study
