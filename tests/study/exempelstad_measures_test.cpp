// The shipped town's measures against its planted truth: the dark place gets lamps, the overgrown one clearing, the
// houses with broken doors their doors and locks, and the daytime place no light.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/file.hpp"
#include "core/language.hpp"
#include "core/parallel.hpp"
#include "study/plan_measures.hpp"
#include "study/study_file.hpp"

namespace lykta::study {
namespace {

using measures::MeasurePlan;
using measures::Siting;
using measures::Verdict;

struct Planted {
    std::string id, kind;
    Point at;
};

std::vector<Planted> planted_truth() {
    const auto truth =
        nlohmann::json::parse(read_file(std::filesystem::path{LYKTA_ROOT} / "data/exempelstad/truth.json"));
    std::vector<Planted> planted;
    for (const auto& p : truth.at("places"))
        if (p.at("hot")) planted.push_back({p.at("id"), p.at("kind"), {p.at("x"), p.at("y")}});
    return planted;
}

/// One run and three portfolios for all tests of the town.
class ExempelstadMeasures : public ::testing::Test {
protected:
    static std::unique_ptr<StudyRun> town;
    static std::vector<Planted> truth;
    static std::map<double, measures::Portfolio> by_budget;  // MSEK

    static void SetUpTestSuite() {
        set_language(Language::english);
        auto study = read_study((std::filesystem::path{LYKTA_ROOT} / "data/exempelstad/study.toml").string());
        truth = planted_truth();
        town = run_study(study);
        study.measures.request.draws = 20;
        for (const double millions : {1.0, 5.0, 20.0}) {
            study.measures.budget = millions * 1e6;
            plan_measures(study, *town);
            by_budget[millions] = *town->result.measures->portfolio;
        }
    }
    static void TearDownTestSuite() { town.reset(); }

    static const MeasurePlan& plan() { return *town->result.measures; }
    static std::optional<std::uint32_t> place_of(const Planted& p) {
        for (std::uint32_t i = 0; i < town->result.places.size(); ++i) {
            const auto& place = town->result.places[i].place;
            if (distance(place.centre, p.at) < 60 || contains(place.shape, p.at)) return i;
        }
        return std::nullopt;
    }
    static Siting siting_of(std::uint32_t measure) { return plan().catalogue.measures[measure].siting; }
    static bool is_light(std::uint32_t measure) {
        const auto siting = siting_of(measure);
        return siting == Siting::lamp_repair || siting == Siting::lamp_upgrade || siting == Siting::lamp_infill;
    }
    static std::vector<const measures::SitedMeasure*> sited_at(std::uint32_t place) {
        std::vector<const measures::SitedMeasure*> found;
        for (const auto& s : plan().sited)
            if (s.place == place) found.push_back(&s);
        return found;
    }
    /// Which of the planted places of a kind have a sited measure that satisfies `wanted`; printed.
    template <class Wanted>
    static int places_with(const std::string& kind, const Wanted& wanted) {
        int found = 0;
        for (const auto& p : truth) {
            if (p.kind != kind) continue;
            const auto place = place_of(p);
            const auto sited = place ? sited_at(*place) : std::vector<const measures::SitedMeasure*>{};
            const bool has = std::any_of(sited.begin(), sited.end(), [&](const auto* s) { return wanted(*s); });
            found += has ? 1 : 0;
            std::cout << p.id << (has ? " yes:" : " no:");
            for (const auto* s : sited) std::cout << ' ' << plan().catalogue.measures[s->measure].id;
            std::cout << '\n';
        }
        return found;
    }
};
std::unique_ptr<StudyRun> ExempelstadMeasures::town;
std::vector<Planted> ExempelstadMeasures::truth;
std::map<double, measures::Portfolio> ExempelstadMeasures::by_budget;

TEST_F(ExempelstadMeasures, planted_dark_places_get_lamps_that_bring_path_to_its_class) {
    EXPECT_EQ(places_with("dark", [](const auto& s) { return is_light(s.measure) && s.metres_to_class >= 30; }), 6);
}

TEST_F(ExempelstadMeasures, planted_shrub_places_get_clearing_that_gives_sight_back_or_takes_hiding_places) {
    EXPECT_EQ(places_with("shrubs",
                          [](const auto& s) {
                              return siting_of(s.measure) == Siting::clearing &&
                                     s.metres_of_sight + s.metres_of_hiding >= 30;
                          }),
              6);
}

TEST_F(ExempelstadMeasures, planted_basement_places_get_doors_and_locks_house_by_house) {
    EXPECT_EQ(
        places_with("doors", [](const auto& s) { return siting_of(s.measure) == Siting::items && s.work.size() >= 2; }),
        6);
}

TEST_F(ExempelstadMeasures, places_without_a_physical_reason_get_no_light_and_are_told_why) {
    for (const auto& p : truth) {
        if (p.kind != "no_physical_reason") continue;
        const auto place = place_of(p);
        ASSERT_TRUE(place.has_value()) << p.id;
        for (const auto* s : sited_at(*place)) EXPECT_FALSE(is_light(s->measure)) << p.id << ": " << s->reason;
        const bool told = std::any_of(plan().matches.begin(), plan().matches.end(), [&](const auto& m) {
            return m.place == *place && is_light(m.measure) && m.verdict == Verdict::rejected && !m.reason.empty();
        });
        EXPECT_TRUE(told) << p.id << ": light was considered, and why not is said";
    }
}

TEST_F(ExempelstadMeasures, lit_shrub_places_and_houses_get_no_new_lamps) {
    for (const auto& p : truth) {
        if (p.kind != "shrubs" && p.kind != "doors") continue;
        const auto place = place_of(p);
        if (!place) continue;
        for (const auto* s : sited_at(*place))
            EXPECT_NE(siting_of(s->measure), Siting::lamp_infill) << p.id << ": " << s->reason;
    }
}

TEST_F(ExempelstadMeasures, portfolios_keep_their_budget_are_proven_and_never_get_less_for_more) {
    double before = 0;
    for (const auto& [millions, portfolio] : by_budget) {
        EXPECT_LE(portfolio.totals.investment, millions * 1e6 + 1);
        EXPECT_GT(portfolio.totals.objective, 0);
        EXPECT_LE(portfolio.gap, 0.005);
        EXPECT_LE(portfolio.greedy.objective, portfolio.bound * (1 + 1e-9));
        EXPECT_GE(portfolio.totals.objective, portfolio.greedy.objective - 1e-9);
        EXPECT_GE(portfolio.totals.objective, before - 1e-9);
        before = portfolio.totals.objective;
        std::set<std::uint32_t> places;
        for (const auto& pick : portfolio.picks)
            EXPECT_TRUE(places.insert(plan().options[pick.option].place).second) << "one option a place";
    }
}

TEST_F(ExempelstadMeasures, no_option_prevents_more_than_it_touches_and_no_incident_is_counted_twice) {
    for (const auto& option : plan().options) {
        double alone = 0;
        for (const auto s : option.sited) alone += plan().sited[s].effect.prevented_per_year;
        EXPECT_LE(option.effect.prevented_per_year, option.effect.touched_per_year + 1e-9) << option.id;
        EXPECT_LE(option.effect.prevented_per_year, alone + 1e-9) << option.id;
    }
}

TEST_F(ExempelstadMeasures, a_measure_without_a_study_promises_no_number) {
    int without = 0;
    for (const auto& s : plan().sited) {
        const auto& measure = plan().catalogue.measures[s.measure];
        EXPECT_FALSE(s.reason.empty()) << s.id;
        EXPECT_GT(s.quantity, 0) << s.id;
        if (measure.has_evidence()) continue;
        ++without;
        EXPECT_FALSE(s.effect.has_number) << s.id;
        EXPECT_FALSE(s.effect.cost_per_prevented.has_value()) << s.id;
        EXPECT_FALSE(s.effect.words.empty()) << s.id;
    }
    EXPECT_GT(without, 0);
}

}  // namespace
}  // namespace lykta::study
