#include "measures/matching.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "core/random.hpp"
#include "match_town.hpp"

namespace lykta::measures {
namespace {

using namespace testing;
using conditions::LightCause;

class Matching : public ::testing::Test {
protected:
    static void SetUpTestSuite() { set_language(Language::english); }
    const Catalogue catalogue = match_catalogue();
    MatchTown town;
};

TEST_F(Matching, a_dark_place_with_lamps_out_gets_them_mended_and_the_reason_carries_the_figures) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 30, 1.0);
    town.add_incidents(p, "skadegörelse", 10, 0.0);
    town.below_class(p, LightCause::outage, 86);
    town.facts(p).lamps_out = 3;
    const auto matches = town.matches(catalogue);
    ASSERT_TRUE(fits(matches, catalogue, p, "repair"));
    EXPECT_EQ(match_of(matches, catalogue, p, "repair")->reason,
              "75% of 40 incidents with a known hour happened in the dark, against 40% in the whole town. 86 m of "
              "street and path lie below their lighting class because 3 lamps are out.");
    EXPECT_EQ(match_of(matches, catalogue, p, "repair")->extent, 86);
    EXPECT_EQ(match_of(matches, catalogue, p, "repair")->incidents.size(), 40U);
}

TEST_F(Matching, lamps_are_not_added_where_mending_them_is_enough) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 40, 1.0);
    town.below_class(p, LightCause::outage, 86);
    const auto matches = town.matches(catalogue);
    EXPECT_FALSE(fits(matches, catalogue, p, "infill"));
}

TEST_F(Matching, a_daytime_place_gets_no_light_however_dark_it_is_and_both_shares_are_told) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 8, 1.0);
    town.add_incidents(p, "skadegörelse", 72, 0.0);
    town.below_class(p, LightCause::outage, 100);
    town.below_class(p, LightCause::missing, 100);
    const auto matches = town.matches(catalogue);
    EXPECT_FALSE(fits(matches, catalogue, p, "repair"));
    EXPECT_FALSE(fits(matches, catalogue, p, "infill"));
    EXPECT_EQ(
        rejection(matches, catalogue, p, "infill"),
        "Only 10% of 80 incidents with a known hour happened in the dark, against 40% in the whole town: light is "
        "not the answer to what happens by day.");
    EXPECT_EQ(match_of(matches, catalogue, p, "repair"), nullptr) << "one rejection speaks for all lamps";
}

TEST_F(Matching, burglaries_by_night_do_not_sell_light_to_damage_by_day) {
    const auto p = town.add_place();
    town.add_incidents(p, "inbrott i källarförråd", 60, 1.0);
    town.add_incidents(p, "skadegörelse", 40, 0.0);
    town.below_class(p, LightCause::missing, 100);
    ASSERT_EQ(town.facts(p).dark_verdict, conditions::DarkVerdict::more) << "the place as a whole is a dark one";
    const auto matches = town.matches(catalogue);
    EXPECT_EQ(rejection(matches, catalogue, p, "infill"),
              "Of the 40 incidents that light can reach and whose hour is known only 0% happened in the dark, against "
              "40% in the whole town: light is not the answer to what happens by day.");
}

TEST_F(Matching, lighting_is_spoken_of_where_everything_is_lit) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 40, 1.0);
    const auto matches = town.matches(catalogue);
    EXPECT_EQ(rejection(matches, catalogue, p, "infill"),
              "All 300 m of street and path near reach their lighting class.");
}

TEST_F(Matching, a_few_metres_below_class_are_no_reason_for_lamps) {
    const auto p = town.add_place();
    town.facts(p).path_m = 1387;
    town.add_incidents(p, "skadegörelse", 40, 1.0);
    town.below_class(p, LightCause::missing, 11);
    const auto matches = town.matches(catalogue);
    EXPECT_EQ(rejection(matches, catalogue, p, "infill"),
              "Only 11 of 1,387 m of street and path near lie below their lighting class.");
}

TEST_F(Matching, without_lamps_known_nothing_is_promised_of_light) {
    const auto p = town.add_place();
    town.facts(p).path_below_class_m.reset();
    town.facts(p).lamps.reset();
    town.add_incidents(p, "skadegörelse", 40, 1.0);
    EXPECT_NE(rejection(town.matches(catalogue), catalogue, p, "infill").find("unknown"), std::string::npos);
}

TEST_F(Matching, where_it_is_as_dark_as_elsewhere_broken_lamps_are_mended_but_none_added) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 16, 1.0);
    town.add_incidents(p, "skadegörelse", 24, 0.0);
    town.below_class(p, LightCause::outage, 60);
    town.below_class(p, LightCause::missing, 60);
    const auto matches = town.matches(catalogue);
    EXPECT_TRUE(fits(matches, catalogue, p, "repair"));
    EXPECT_FALSE(fits(matches, catalogue, p, "infill"));
}

TEST_F(Matching, without_a_known_hour_light_is_neither_sold_nor_refused_for_the_dark) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 40, unknown_hour);
    town.below_class(p, LightCause::missing, 100);
    EXPECT_EQ(rejection(town.matches(catalogue), catalogue, p, "infill"),
              "No hour is known of these incidents, so it cannot be said whether they happen in the dark.");
}

TEST_F(Matching, plants_that_hide_get_cleared_and_no_plant_no_clearing) {
    town.city.vegetation.emplace();
    const auto green = town.add_place(), bare = town.add_place();
    for (const auto p : {green, bare}) town.add_incidents(p, "rån", 30, 0.0);
    town.facts(green).path_near_vegetation_m = 125;
    town.facts(green).seen_under_25_plants_m = 58;
    town.facts(bare).path_near_vegetation_m = 3;
    const auto matches = town.matches(catalogue);
    EXPECT_EQ(match_of(matches, catalogue, green, "clear")->reason,
              "30 incidents are recorded here. Along 125 m of street and path stand plants that somebody can hide "
              "behind; on 58 m they hide whoever comes until nearer than 25 m.");
    EXPECT_EQ(rejection(matches, catalogue, bare, "clear"),
              "Only along 3 of 300 m of street and path near stand plants that somebody can hide behind.");
}

TEST_F(Matching, doors_are_mended_where_such_incidents_happened_at_them) {
    const auto p = town.add_place();
    const Point house = town.places[p].place.centre;
    town.add_failed_item(p, "Källardörr låst och hel", house, true);
    town.add_failed_item(p, "Entrédörr går i lås av sig själv", house, false);
    town.add_failed_item(p, "Cykelrum låst", house, false);
    town.add_incidents_at(p, house, "inbrott i källarförråd", 12, 0.5);
    town.add_incidents_at(p, {house.x + 40, house.y}, "inbrott i källarförråd", 8, 0.5);
    const auto matches = town.matches(catalogue);
    ASSERT_TRUE(fits(matches, catalogue, p, "doors"));
    const auto* match = match_of(matches, catalogue, p, "doors");
    EXPECT_EQ(match->items, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_NE(match->reason.find("2 items it mends have failed inspection at 1 building, 1 of them mandatory."),
              std::string::npos);
    EXPECT_NE(match->reason.find("12 incidents that they can have to do with happened at these buildings."),
              std::string::npos);
}

TEST_F(Matching, a_failed_door_where_nothing_happened_is_upkeep_and_no_answer) {
    const auto p = town.add_place();
    const Point centre = town.places[p].place.centre;
    town.add_failed_item(p, "Källardörr låst och hel", {centre.x + 45, centre.y}, true);
    town.add_incidents(p, "inbrott i källarförråd", 20, 0.5);
    EXPECT_NE(rejection(town.matches(catalogue), catalogue, p, "doors")
                  .find("Nothing that they can have to do with is recorded at these buildings."),
              std::string::npos);
}

TEST_F(Matching, where_nobody_inspected_the_doors_that_is_said) {
    const auto p = town.add_place();
    town.add_incidents(p, "bostadsinbrott", 20, 0.5);
    EXPECT_EQ(rejection(town.matches(catalogue), catalogue, p, "doors"),
              "No building here has been inspected, so it is unknown whether anything needs mending.");
}

TEST_F(Matching, a_camera_waits_for_what_is_gentler_and_fits_when_that_was_tried) {
    town.city.vegetation.emplace();
    const auto p = town.add_place();
    town.add_incidents(p, "rån", 30, 0.0);
    town.facts(p).path_near_vegetation_m = 125;
    EXPECT_EQ(rejection(town.matches(catalogue), catalogue, p, "camera"),
              "Less intrusive measures fit and have not been tried here: clear, guards.");
    const MatchOptions half{.tried = {{.place = "P001", .measure = "guards"}}};
    EXPECT_EQ(rejection(town.matches(catalogue, half), catalogue, p, "camera"),
              "Less intrusive measures fit and have not been tried here: clear.");
    const MatchOptions both{
        .tried = {{.place = "P001", .measure = "guards"}, {.place = "Place 1", .measure = "clear"}}};
    EXPECT_TRUE(fits(town.matches(catalogue, both), catalogue, p, "camera"));
    const MatchOptions elsewhere{
        .tried = {{.place = "P002", .measure = "guards"}, {.place = "P002", .measure = "clear"}}};
    EXPECT_FALSE(fits(town.matches(catalogue, elsewhere), catalogue, p, "camera"));
}

TEST_F(Matching, a_door_that_explains_one_burglary_does_not_hold_a_camera_back) {
    const auto p = town.add_place();
    const Point house{town.places[p].place.centre.x + 40, 50};
    town.add_incidents(p, "rån", 30, 0.0);
    town.add_incidents(p, "bostadsinbrott", 10, 0.0);
    town.add_incidents_at(p, house, "bostadsinbrott", 1, 0.0);
    town.add_failed_item(p, "Källardörr låst och hel", house, true);
    const MatchOptions tried{.tried = {{.place = "P001", .measure = "guards"}}};
    const auto matches = town.matches(catalogue, tried);
    EXPECT_TRUE(fits(matches, catalogue, p, "doors"));
    EXPECT_TRUE(fits(matches, catalogue, p, "camera")) << rejection(matches, catalogue, p, "camera");
}

TEST_F(Matching, a_camera_for_few_incidents_is_out_of_proportion) {
    const auto p = town.add_place();
    town.add_incidents(p, "rån", 19, 0.0);
    EXPECT_EQ(rejection(town.matches(catalogue), catalogue, p, "camera"),
              "Only 19 incidents that it can reach are recorded over the period; under 20 it is out of proportion.");
}

TEST_F(Matching, tunnels_are_refurbished_where_there_is_one_and_else_not_spoken_of) {
    const auto with = town.add_place(), without = town.add_place();
    for (const auto p : {with, without}) town.add_incidents(p, "rån", 30, 0.5);
    town.facts(with).tunnel_m = 42;
    const auto matches = town.matches(catalogue);
    EXPECT_TRUE(fits(matches, catalogue, with, "tunnel"));
    EXPECT_EQ(match_of(matches, catalogue, without, "tunnel"), nullptr);
}

TEST_F(Matching, what_rests_on_incidents_alone_answers_more_than_elsewhere) {
    const auto robbed = town.add_place(), other = town.add_place();
    town.add_incidents(robbed, "rån", 30, 0.0);
    town.add_incidents(other, "rån", 10, 0.0);
    town.add_incidents(other, "snatteri", 30, 0.0);
    const auto matches = town.matches(catalogue);
    EXPECT_TRUE(fits(matches, catalogue, robbed, "guards"));
    EXPECT_FALSE(fits(matches, catalogue, other, "guards")) << "25 % there, 57 % in the town";
}

TEST_F(Matching, litter_and_damage_count_where_there_is_more_of_them_than_in_the_town) {
    const auto worn = town.add_place(), other = town.add_place();
    town.add_incidents(worn, "skadegörelse", 30, 0.0);
    town.add_incidents(other, "skadegörelse", 15, 0.0);
    town.add_incidents(other, "snatteri", 30, 0.0);
    const auto matches = town.matches(catalogue);
    EXPECT_TRUE(fits(matches, catalogue, worn, "green"));
    EXPECT_FALSE(fits(matches, catalogue, other, "green")) << "33 % is much, but less than the town's 60 %";
}

TEST_F(Matching, a_social_measure_is_for_the_district_once_and_about_nobody) {
    const auto few = town.add_place("Norr"), most = town.add_place("Norr"), south = town.add_place("Söder");
    town.add_incidents(few, "narkotika", 20, 0.0);
    town.add_incidents(most, "narkotika", 30, 0.0);
    town.add_incidents(south, "narkotika", 25, 0.0);
    const auto matches = town.matches(catalogue);
    EXPECT_EQ(match_of(matches, catalogue, few, "field"), nullptr);
    EXPECT_TRUE(fits(matches, catalogue, south, "field"));
    ASSERT_TRUE(fits(matches, catalogue, most, "field"));
    EXPECT_EQ(match_of(matches, catalogue, most, "field")->reason,
              "For the district Norr, not for any person: 50 such incidents at 2 of its ranked places. 30 of 30 "
              "recorded incidents (100%; in the whole town 100%) are of kinds it answers: drug offences.");
}

TEST_F(Matching, a_place_without_incidents_of_its_own_is_matched_with_nothing) {
    const auto p = town.add_place();
    town.below_class(p, LightCause::outage, 100);
    for (const auto& m : town.matches(catalogue)) EXPECT_EQ(m.verdict, Verdict::rejected) << m.reason;
}

// --- Properties ------------------------------------------------------------------------------------------------------

/// Facts and incidents from one seed: every verdict of darkness, with and without each layer.
MatchTown random_town(std::uint32_t seed) {
    MatchTown town;
    const auto random = [&](std::uint64_t item, std::uint32_t draw) { return random_uniform({seed, 1, item}, draw); };
    const std::vector<std::string> words{"rån",        "skadegörelse",           "narkotika",   "bostadsinbrott",
                                         "buskörning", "inbrott i källarförråd", "otrygg plats"};
    if (random(99, 0) < 0.8) town.city.vegetation.emplace();
    for (std::uint64_t k = 0; k < 5; ++k) {
        const auto p = town.add_place(k % 2 == 0 ? "Norr" : "Söder");
        auto& facts = town.facts(p);
        facts.path_m = 50 + 1000 * random(k, 0);
        for (std::uint32_t cause = 1; cause < 5; ++cause)
            if (random(k, cause) < 0.4)
                town.below_class(p, static_cast<LightCause>(cause), *facts.path_m * 0.2 * random(k, 10 + cause));
        if (town.city.vegetation && random(k, 20) < 0.6) facts.path_near_vegetation_m = *facts.path_m * random(k, 21);
        if (random(k, 22) < 0.3) facts.tunnel_m = 40 * random(k, 23);
        if (random(k, 24) < 0.4) town.add_failed_item(p, "Källardörr", town.places[p].place.centre, true);
        const double dark = random(k, 25);
        for (std::uint32_t w = 0; w < words.size(); ++w)
            for (int i = 0, n = static_cast<int>(30 * random(k, 30 + w)); i < n; ++i)
                town.add_incidents(p, words[w], 1,
                                   random(k, 100 * w + static_cast<std::uint32_t>(i) + 200) < dark ? 1.0 : 0.0);
    }
    return town;
}

TEST_F(Matching, a_place_less_dark_than_the_town_never_gets_light) {
    int daytime = 0, lit_elsewhere = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        auto random = random_town(seed);
        for (const auto& m : random.matches(catalogue)) {
            if (catalogue.measures[m.measure].siting > Siting::lamp_infill || m.verdict != Verdict::fits) continue;
            EXPECT_NE(random.facts(m.place).dark_verdict, conditions::DarkVerdict::less) << m.reason;
            ++lit_elsewhere;
        }
        for (const auto& p : random.places) daytime += p.facts.dark_verdict == conditions::DarkVerdict::less ? 1 : 0;
    }
    EXPECT_GT(daytime, 50);
    EXPECT_GT(lit_elsewhere, 50);
}

TEST_F(Matching, without_plants_no_clearing_fits) {
    int cleared = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        auto random = random_town(seed);
        for (const auto& m : random.matches(catalogue)) {
            if (catalogue.measures[m.measure].id != "clear" || m.verdict != Verdict::fits) continue;
            EXPECT_GE(random.facts(m.place).path_near_vegetation_m.value_or(0), 15.0);
            ++cleared;
        }
    }
    EXPECT_GT(cleared, 20);
}

bool rests_on_condition(const Measure& measure) {
    return !measure.answers.front().conditions.empty();
}

TEST_F(Matching, every_reason_is_a_sentence_and_matches_come_in_order) {
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const auto random = random_town(seed);
        const auto matches = random.matches(catalogue);
        std::set<std::tuple<std::string, std::uint32_t>> areas;
        std::tuple<std::uint32_t, bool> before{0, false};
        for (const auto& m : matches) {
            ASSERT_FALSE(m.reason.empty());
            EXPECT_EQ(m.reason.back(), '.') << m.reason;
            EXPECT_EQ(m.reason.find("{}"), std::string::npos) << m.reason;
            const std::tuple here{m.place, m.verdict == Verdict::rejected};
            EXPECT_LE(before, here);
            before = here;
            if (catalogue.measures[m.measure].siting != Siting::area) continue;
            EXPECT_TRUE(areas.emplace(random.places[m.place].place.area_name, m.measure).second);
        }
        for (std::size_t k = 1; k < matches.size(); ++k) {
            const auto &a = matches[k - 1], &b = matches[k];
            if (a.place != b.place || a.verdict == Verdict::rejected || b.verdict == Verdict::rejected) continue;
            const bool first = rests_on_condition(catalogue.measures[a.measure]),
                       second = rests_on_condition(catalogue.measures[b.measure]);
            EXPECT_GE(first, second);
            if (first != second) continue;
            EXPECT_GE(a.extent, b.extent);
        }
    }
}

TEST_F(Matching, light_is_spoken_of_at_every_place_with_incidents) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto random = random_town(seed);
        std::set<std::uint32_t> spoken;
        for (const auto& m : random.matches(catalogue))
            if (catalogue.measures[m.measure].siting <= Siting::lamp_infill) spoken.insert(m.place);
        EXPECT_EQ(spoken.size(), random.places.size());
    }
}

TEST_F(Matching, threads_change_nothing) {
    const auto random = random_town(7);
    const auto told = [&] {
        std::string all;
        for (const auto& m : random.matches(catalogue)) all += std::to_string(m.place) + m.reason + "\n";
        return all;
    };
    set_thread_count(1);
    const auto one = told();
    set_thread_count(8);
    EXPECT_EQ(one, told());
    set_thread_count(0);
}

}  // namespace
}  // namespace lykta::measures
