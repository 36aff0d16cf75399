// Which incidents a measure can touch: by kind, in or out of doors, by darkness, at a building it mends.
#include "measures/touch.hpp"

#include <gtest/gtest.h>

#include "match_town.hpp"
#include "measures/siting.hpp"

namespace lykta::measures {
namespace {

using namespace testing;

/// Touch of one incident of a word.
double touch_of_word(const Measure& measure, const std::string& word, double dark, double dark_share = 0.25) {
    MatchTown town;
    const auto p = town.add_place();
    town.add_incidents(p, word, 1, dark);
    return touch_of(town.world(), measure, town.facts(p).incident_index, dark_share).at(0);
}

Measure lamp_in_the_dark() {
    auto measure = match_catalogue().measures[0];
    measure.touches_when = When::dark;
    return measure;
}

TEST(Touch, light_touches_by_the_probability_that_it_was_dark) {
    EXPECT_EQ(touch_of_word(lamp_in_the_dark(), "rån", 1.0), 1.0);
    EXPECT_EQ(touch_of_word(lamp_in_the_dark(), "rån", 0.3), 0.3);
    EXPECT_EQ(touch_of_word(lamp_in_the_dark(), "rån", unknown_hour), 0.25) << "the place's share";
    auto by_day = lamp_in_the_dark();
    by_day.touches_when = When::day;
    EXPECT_EQ(touch_of_word(by_day, "rån", 0.25), 0.75);
    EXPECT_EQ(touch_of_word(match_catalogue().measures[0], "rån", unknown_hour), 1.0);
}

TEST(Touch, what_happens_indoors_is_not_touched_from_outside) {
    const auto catalogue = match_catalogue();
    for (const auto& measure : catalogue.measures) {
        if (measure.siting == Siting::items || measure.siting == Siting::area) continue;
        EXPECT_EQ(touch_of_word(measure, "inbrott i källarförråd", 1.0), 0.0) << measure.id;
        EXPECT_EQ(touch_of_word(measure, "bostadsinbrott", 1.0), 0.0) << measure.id;
        EXPECT_EQ(touch_of_word(measure, "klotter", 1.0), 1.0) << measure.id;
    }
}

TEST(Touch, a_measure_named_for_burglary_reaches_it_unless_it_is_a_lamp_or_camera) {
    auto gate = *match_catalogue().find("barrier");
    gate.touches = bit(Outcome::burglary);
    EXPECT_EQ(touch_of_word(gate, "bostadsinbrott", 1.0), 1.0);
    auto camera = *match_catalogue().find("camera");
    camera.touches = bit(Outcome::burglary);
    EXPECT_EQ(touch_of_word(camera, "bostadsinbrott", 1.0), 0.0);
}

TEST(Touch, a_feeling_reported_is_never_prevented) {
    auto guards = *match_catalogue().find("guards");
    guards.touches = bit(Outcome::felt) | bit(Outcome::any);
    EXPECT_EQ(touch_of_word(guards, "otrygg plats", 1.0), 0.0);
}

TEST(Touch, other_kinds_are_left_alone) {
    auto guards = *match_catalogue().find("guards");
    guards.touches = bit(Outcome::violence);
    EXPECT_EQ(touch_of_word(guards, "misshandel", 0.0), 1.0);
    EXPECT_EQ(touch_of_word(guards, "klotter", 0.0), 0.0);
}

TEST(Touch, mending_touches_only_what_a_failed_item_explains_at_its_building) {
    MatchTown town;
    const auto p = town.add_place();
    const Point house = town.places[p].place.centre;
    town.city.buildings.emplace();
    town.city.buildings->buildings = {{.id = "B50", .footprint = match_square(house.x, house.y, 40)}};
    town.add_failed_item(p, "Källardörr låst och hel", house, true);
    town.add_incidents_at(p, {house.x - 14, house.y}, "inbrott i källarförråd", 1, 0);       // near its point
    town.add_incidents_at(p, {house.x - 16, house.y}, "inbrott i källarförråd", 1, 0);       // too far
    town.add_incidents_at(p, {house.x + 35, house.y + 35}, "inbrott i källarförråd", 1, 0);  // inside the house
    town.add_incidents_at(p, house, "rån", 1, 0);                                            // no door's doing
    const auto touch = touch_of(town.world(), *match_catalogue().find("doors"), town.facts(p).incident_index, 0.5);
    EXPECT_EQ(touch, (std::vector<double>{1, 0, 1, 0}));
    town.city.inspections->items[0].state = layers::ItemState::remedied;
    const auto mended = touch_of(town.world(), *match_catalogue().find("doors"), town.facts(p).incident_index, 0.5);
    EXPECT_EQ(mended, (std::vector<double>{0, 0, 0, 0}));
}

}  // namespace
}  // namespace lykta::measures
