// What is wrong with a place, in the catalogue's words: one hand-made place per condition and setting.
#include <gtest/gtest.h>

#include "match_town.hpp"

namespace lykta::measures {
namespace {

using namespace testing;
using conditions::LightCause;

double extent(const Diagnosis& d, Condition condition) {
    return d.extent.at(static_cast<std::size_t>(condition));
}
Diagnosis diagnosis_of(MatchTown& town, std::uint32_t place) {
    return diagnose(town.world(), place, town.facts(place).incident_index);
}
bool has(const Diagnosis& d, Setting setting) {
    return std::find(d.settings.begin(), d.settings.end(), setting) != d.settings.end();
}

TEST(Diagnosis, outcomes_overlap_and_indoor_incidents_are_a_share) {
    MatchTown town;
    const auto p = town.add_place();
    town.add_incidents(p, "inbrott i källarförråd", 3, 0.5);
    town.add_incidents(p, "klotter", 1, 0.5);
    const auto d = diagnosis_of(town, p);
    EXPECT_EQ(d.incidents, 4);
    EXPECT_EQ(d.by_outcome[static_cast<std::size_t>(Outcome::basement)], 3);
    EXPECT_EQ(d.by_outcome[static_cast<std::size_t>(Outcome::property)], 4);
    EXPECT_EQ(d.by_outcome[static_cast<std::size_t>(Outcome::any)], 4);
    EXPECT_EQ(d.indoors, 0.75);
    EXPECT_EQ(extent(d, Condition::litter_damage), 0.25);
}

TEST(Diagnosis, metres_below_class_keep_their_causes) {
    MatchTown town;
    const auto p = town.add_place();
    town.below_class(p, LightCause::outage, 10);
    town.below_class(p, LightCause::shaded, 20);
    town.below_class(p, LightCause::missing, 30);
    town.below_class(p, LightCause::weak, 40);
    const auto d = diagnosis_of(town, p);
    EXPECT_EQ(extent(d, Condition::lamp_out), 10);
    EXPECT_EQ(extent(d, Condition::light_shaded), 20);
    EXPECT_EQ(extent(d, Condition::light_missing), 30);
    EXPECT_EQ(extent(d, Condition::light_weak), 40);
    EXPECT_TRUE(d.light_known);
}

TEST(Diagnosis, short_sight_is_what_plants_do_not_cause) {
    MatchTown town;
    const auto p = town.add_place();
    town.facts(p).seen_under_25_m = 80;
    town.facts(p).seen_under_25_plants_m = 50;
    town.facts(p).path_near_vegetation_m = 30;
    town.facts(p).tunnel_m = 12;
    town.facts(p).dead_end_m = 7;
    const auto d = diagnosis_of(town, p);
    EXPECT_EQ(extent(d, Condition::short_sight), 30);
    EXPECT_EQ(extent(d, Condition::concealment), 50);
    EXPECT_EQ(extent(d, Condition::tunnel), 12);
    EXPECT_EQ(extent(d, Condition::dead_end), 7);
}

TEST(Diagnosis, concealment_takes_the_more_of_both_on_each_stretch) {
    MatchTown town;
    const auto p = town.add_place();
    conditions::PathSight sight;
    sight.stretches = {{.to_m = 30, .under_25_plants_m = 20, .concealment_m = 5},
                       {.to_m = 30, .under_25_plants_m = 0, .concealment_m = 30},
                       {.to_m = 30, .under_25_plants_m = 9, .concealment_m = 9}};
    town.facts(p).stretch_index = {0, 1};
    World world = town.world();
    world.sight = &sight;
    EXPECT_EQ(extent(diagnose(world, p, {}), Condition::concealment), 50);
}

TEST(Diagnosis, when_follows_the_verdict_on_darkness) {
    MatchTown town;
    const auto dark = town.add_place(), day = town.add_place(), as_city = town.add_place(), none = town.add_place();
    town.add_incidents(dark, "rån", 40, 1.0);
    town.add_incidents(day, "rån", 40, 0.0);
    town.add_incidents(as_city, "rån", 40, 0.4);
    town.add_incidents(none, "rån", 40, unknown_hour);
    EXPECT_EQ(diagnosis_of(town, dark).when, When::dark);
    EXPECT_EQ(diagnosis_of(town, day).when, When::day);
    EXPECT_EQ(diagnosis_of(town, as_city).when, When::any);
    EXPECT_FALSE(diagnosis_of(town, none).hours_known);
    EXPECT_TRUE(diagnosis_of(town, dark).hours_known);
}

TEST(Diagnosis, settings_follow_metres_of_street_tunnels_and_houses) {
    MatchTown town;
    const auto p = town.add_place();
    town.city.streets.emplace();
    town.city.streets->streets = {{.line = {{0, 0}, {100, 0}}, .footpath = true}, {.line = {{0, 9}, {100, 9}}}};
    std::vector<conditions::StretchLight> stretches{{.street = 0, .to_m = 90}, {.street = 1, .to_m = 10}};
    town.facts(p).stretch_index = {0, 1};
    World world = town.world();
    world.stretches = stretches;
    auto d = diagnose(world, p, {});
    EXPECT_TRUE(has(d, Setting::footpath));
    EXPECT_FALSE(has(d, Setting::street)) << "a tenth of the metres";
    EXPECT_TRUE(has(d, Setting::open));
    EXPECT_FALSE(has(d, Setting::tunnel));
    stretches[1].to_m = 90;
    town.facts(p).tunnel_m = 20;
    town.city.buildings.emplace();
    town.city.buildings->buildings = {{.footprint = match_square(10, 10, 45)}};
    World built = town.world();
    built.stretches = stretches;
    d = diagnose(built, p, {});
    EXPECT_TRUE(has(d, Setting::street));
    EXPECT_TRUE(has(d, Setting::tunnel));
    EXPECT_TRUE(has(d, Setting::residential)) << "houses cover a fifth of it";
    EXPECT_FALSE(has(d, Setting::open));
}

}  // namespace
}  // namespace lykta::measures
