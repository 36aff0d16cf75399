// Matches become sited measures: one hand-made place per kind, and a drawn street with lamps out and a hedge.
#include "measures/siting.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/language.hpp"
#include "core/parallel.hpp"
#include "lamp_town.hpp"
#include "match_town.hpp"

namespace lykta::measures {
namespace {

using namespace testing;

const SitedMeasure* sited_of(const std::vector<SitedMeasure>& all, const std::string& id) {
    for (const auto& s : all)
        if (s.id == id) return &s;
    return nullptr;
}

class SitingOfMatches : public ::testing::Test {
protected:
    static void SetUpTestSuite() { set_language(Language::english); }
    Catalogue catalogue = match_catalogue();
    MatchTown town;
    std::vector<std::string> notes;

    /// All that fits, sited.
    std::vector<SitedMeasure> site(const World& world) {
        return site_measures(world, catalogue, match_measures(world, catalogue), {}, notes);
    }
};

TEST_F(SitingOfMatches, a_measure_for_the_place_takes_its_outline_and_all_it_can_touch) {
    const auto p = town.add_place();
    town.add_incidents(p, "rån", 30, 0.5);
    town.add_incidents(p, "inbrott i källarförråd", 5, 0.5);
    town.add_incidents(p, "otrygg plats", 2, 0.5);
    const auto all = site(town.world());
    const auto* guards = sited_of(all, "P001-guards");
    ASSERT_NE(guards, nullptr);
    EXPECT_EQ(guards->quantity, 1);
    EXPECT_EQ(guards->incidents.size(), 30U) << "neither what happens indoors nor what is felt";
    EXPECT_EQ(guards->touch, std::vector<double>(30, 1.0));
    EXPECT_EQ(std::get<MultiPolygon>(guards->shape).size(), 1U);
    EXPECT_FALSE(guards->reason.empty());
}

TEST_F(SitingOfMatches, square_metres_are_those_of_the_place) {
    const auto p = town.add_place();
    town.add_incidents(p, "skadegörelse", 30, 0.5);
    const auto all = site(town.world());
    ASSERT_NE(sited_of(all, "P001-green"), nullptr);
    EXPECT_EQ(sited_of(all, "P001-green")->quantity, 10'000);
}

TEST_F(SitingOfMatches, a_social_measure_takes_the_district) {
    town.city.areas.emplace();
    town.city.areas->areas = {{.name = "Centrum", .shape = match_square(-500, -500, 1000)}};
    const auto p = town.add_place("Centrum");
    town.add_incidents(p, "narkotika", 30, 0.5);
    const auto all = site(town.world());
    ASSERT_NE(sited_of(all, "P001-field"), nullptr);
    EXPECT_EQ(area(std::get<MultiPolygon>(sited_of(all, "P001-field")->shape)), 1e6);
    EXPECT_EQ(sited_of(all, "P001-field")->quantity, 1);
    EXPECT_NE(sited_of(all, "P001-field")->note.find("Centrum"), std::string::npos);
}

TEST_F(SitingOfMatches, the_work_list_has_what_failed_mandatory_first_then_what_explains_most) {
    const auto p = town.add_place();
    const Point centre = town.places[p].place.centre, other{centre.x + 40, centre.y};
    town.add_failed_item(p, "Entrédörr går i lås av sig själv", other, false);
    town.add_failed_item(p, "Entrédörr med glasruta", centre, false);
    town.add_failed_item(p, "Källardörr låst och hel", other, true);
    town.add_failed_item(p, "Cykelrum låst", centre, true);
    town.add_incidents_at(p, centre, "bostadsinbrott", 7, 0.5);
    town.add_incidents_at(p, other, "bostadsinbrott", 3, 0.5);
    const auto all = site(town.world());
    const auto* doors = sited_of(all, "P001-doors");
    ASSERT_NE(doors, nullptr);
    ASSERT_EQ(doors->work.size(), 3U);
    EXPECT_EQ(doors->work[0].item, 2U);
    EXPECT_TRUE(doors->work[0].mandatory);
    EXPECT_EQ(doors->work[1].item, 1U);
    EXPECT_EQ(doors->work[1].linked_incidents, 7);
    EXPECT_EQ(doors->work[2].item, 0U);
    EXPECT_EQ(doors->work[2].linked_incidents, 3);
    EXPECT_EQ(doors->quantity, 3);
    EXPECT_EQ(doors->items_mended, 3);
    EXPECT_EQ(doors->incidents.size(), 10U);
}

/// A place on a straight path of 90 m in three stretches, a tunnel of 20 m after it.
struct PathTown : MatchTown {
    std::vector<conditions::StretchLight> stretches;
    conditions::PathSight sight;
    std::uint32_t place = 0;
    PathTown() {
        place = add_place();
        city.streets.emplace();
        city.streets->streets = {{.line = {{0, 50}, {90, 50}}, .footpath = true},
                                 {.line = {{90, 50}, {100, 50}}, .footpath = true, .tunnel = true},
                                 {.line = {{100, 50}, {110, 50}}, .footpath = true, .tunnel = true}};
        for (int k = 0; k < 3; ++k) add_stretch({.to_m = 30, .line = {{30.0 * k, 50}, {30.0 * k + 30, 50}}});
        add_stretch({.street = 1, .to_m = 10, .line = {{90, 50}, {100, 50}}, .tunnel = true});
        add_stretch({.street = 2, .to_m = 10, .line = {{100, 50}, {110, 50}}, .tunnel = true});
    }
    [[nodiscard]] World path_world() const {
        World world = world_of_matches();
        world.stretches = stretches;
        world.sight = &sight;
        return world;
    }

private:
    [[nodiscard]] World world_of_matches() const { return world(); }
    void add_stretch(const conditions::SightStretch& s) {
        facts(place).stretch_index.push_back(static_cast<std::uint32_t>(stretches.size()));
        stretches.push_back({.street = s.street, .from_m = s.from_m, .to_m = s.to_m, .line = s.line});
        sight.stretches.push_back(s);
    }
};

TEST_F(SitingOfMatches, barriers_stand_on_the_stretches_nearest_to_what_happened) {
    PathTown path;
    path.add_incidents_at(path.place, {10, 55}, "buskörning", 20, 0.5);
    path.add_incidents_at(path.place, {20, 80}, "buskörning", 5, 0.5);  // 30 m off: belongs to no stretch
    const auto all = site(path.path_world());
    const auto* barrier = sited_of(all, "P001-barrier");
    ASSERT_NE(barrier, nullptr);
    EXPECT_EQ(barrier->stretches, std::vector<std::uint32_t>{0});
    EXPECT_EQ(barrier->quantity, 30) << "metres, as its cost asks";
    EXPECT_EQ(barrier->incidents.size(), 20U);
}

TEST_F(SitingOfMatches, streets_that_meet_below_ground_are_one_tunnel) {
    PathTown path;
    path.facts(path.place).tunnel_m = 20;
    path.add_incidents_at(path.place, {95, 52}, "rån", 30, 0.5);
    path.add_incidents_at(path.place, {10, 50}, "rån", 9, 0.5);
    const auto all = site(path.path_world());
    const auto* tunnel = sited_of(all, "P001-tunnel");
    ASSERT_NE(tunnel, nullptr);
    EXPECT_EQ(tunnel->stretches, (std::vector<std::uint32_t>{3, 4}));
    EXPECT_EQ(tunnel->quantity, 1);
    EXPECT_EQ(tunnel->incidents.size(), 30U) << "those at the other end of the path are not the tunnel's";
    EXPECT_EQ(std::get<MultiLine>(tunnel->shape).lines.size(), 2U);
}

// --- A drawn street, through every engine ----------------------------------------------------------------------------

/// A straight footpath of 240 m lit by lamps 30 m apart, three of them out, a gap of 60 m at its end; a hedge along its
/// middle. Incidents around the dark part and one place over all of it.
struct DrawnStreet : LampTown {
    std::vector<places::RankedPlace> places;
    std::vector<double> dark, harm;
    explicit DrawnStreet(bool lamps_out, bool gap, bool hedge) {
        city.streets.emplace();
        city.streets->streets = {{.name = "Stigen", .line = {{0, 0}, {240, 0}}, .footpath = true}};
        city.lighting.emplace();
        for (int k = 0; k < (gap ? 6 : 8); ++k)
            city.lighting->lamps.push_back(
                {.position = {15.0 + 30 * k, 2},
                 .flux = {9000},
                 .state = lamps_out && k < 3 ? layers::LampState::out : layers::LampState::working});
        city.vegetation.emplace();
        if (hedge) city.vegetation->plants.push_back(crown(rectangle(60, 2.5, 180, 4), 0, 2));
        look();
        add_place();
    }
    void add_place() {
        places::RankedPlace ranked;
        ranked.place = {.id = "P001", .name = "Stigen", .shape = match_square(0, -120, 240), .centre = {60, 0}};
        ranked.place.area_ha = 5.76;
        auto& f = ranked.facts;
        f.path_m = 240, f.path_below_class_m = 0, f.path_near_vegetation_m = 0;
        for (std::uint32_t k = 0; k < stretches.size(); ++k) {
            f.stretch_index.push_back(k);
            const double m = stretches[k].to_m - stretches[k].from_m;
            f.below_class_by_cause_m[static_cast<std::size_t>(stretches[k].cause)] += stretches[k].below_class ? m : 0;
            *f.path_below_class_m += stretches[k].below_class ? m : 0;
        }
        f.lamps = static_cast<int>(city.lighting->lamps.size());
        city.incidents.category.text = {"rån"};
        for (std::uint32_t i = 0; i < 40; ++i) {
            city.incidents.position.push_back({i < 30 ? 45.0 : 225.0, 1});
            city.incidents.time.push_back({});
            city.incidents.category.of_row.push_back(0);
            f.incident_index.push_back(i);
            dark.push_back(0.75), harm.push_back(1);
        }
        f.incidents = 40;
        f.dark = {.share = 0.75, .interval = {0.6, 0.86}, .known = 40, .count = 40};
        f.dark_verdict = conditions::DarkVerdict::more;
        places.push_back(ranked);
    }
    [[nodiscard]] World street_world() const {
        World w = world();
        w.places = places;
        w.dark_probability = dark;
        w.harm = harm;
        w.city_dark_share = 0.4;
        return w;
    }
};

TEST_F(SitingOfMatches, lamps_that_are_out_are_mended_and_the_class_is_reached) {
    const DrawnStreet street{true, false, false};
    catalogue.measures[0].touches_when = When::dark;
    const auto all = site(street.street_world());
    const auto* repair = sited_of(all, "P001-repair");
    ASSERT_NE(repair, nullptr);
    EXPECT_EQ(repair->quantity, static_cast<double>(repair->lamps.size()));
    for (const auto& change : repair->lamps) EXPECT_EQ(change.work, LampWork::repair);
    EXPECT_TRUE(repair->reaches_goal) << repair->note;
    EXPECT_GE(repair->metres_to_class, 30);
    EXPECT_EQ(repair->incidents.size(), 30U) << "the ten at the lit end are not these lamps'";
    EXPECT_EQ(repair->touch, std::vector<double>(30, 0.75));
    EXPECT_EQ(sited_of(all, "P001-infill"), nullptr) << "mending is enough";
}

TEST_F(SitingOfMatches, added_lamps_that_add_nothing_to_mended_ones_are_left_out_and_that_is_said) {
    const DrawnStreet street{true, false, false};
    catalogue.measures[1].answers[0].conditions.push_back(Condition::lamp_out);
    catalogue.measures[1].rules_out.clear();
    const auto all = site(street.street_world());
    EXPECT_NE(sited_of(all, "P001-repair"), nullptr);
    EXPECT_EQ(sited_of(all, "P001-infill"), nullptr);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0], "P001, infill: it does nothing here that “repair” does not do.");
}

TEST_F(SitingOfMatches, a_gap_is_filled_with_lamps_and_mending_alone_says_what_it_leaves) {
    const DrawnStreet street{true, true, false};
    const auto all = site(street.street_world());
    const auto *repair = sited_of(all, "P001-repair"), *infill = sited_of(all, "P001-infill");
    ASSERT_NE(repair, nullptr);
    ASSERT_NE(infill, nullptr);
    EXPECT_FALSE(repair->reaches_goal);
    EXPECT_FALSE(repair->note.empty());
    EXPECT_TRUE(infill->reaches_goal) << infill->note;
    EXPECT_GT(infill->quantity, repair->quantity);
    EXPECT_GT(infill->metres_to_class, repair->metres_to_class);
}

TEST_F(SitingOfMatches, a_hedge_that_hides_nobody_from_afar_is_cleared_as_a_hiding_place) {
    const DrawnStreet street{false, false, true};
    const auto all = site(street.street_world());
    const auto* clear = sited_of(all, "P001-clear");
    ASSERT_NE(clear, nullptr) << (notes.empty() ? "" : notes[0]);
    EXPECT_NEAR(clear->quantity, 120 * 1.5, 20);
    EXPECT_EQ(clear->metres_of_sight, 0);
    EXPECT_NE(clear->note.find("hiding places"), std::string::npos);
    EXPECT_FALSE(clear->stretches.empty());
}

TEST_F(SitingOfMatches, cameras_count_what_they_see) {
    DrawnStreet street{false, false, false};
    catalogue.measures.erase(catalogue.measures.begin() + 7);  // no guards to try first
    const auto all = site(street.street_world());
    const auto* camera = sited_of(all, "P001-camera");
    ASSERT_NE(camera, nullptr);
    EXPECT_EQ(camera->quantity, static_cast<double>(camera->cameras.size()));
    std::set<std::uint32_t> seen;
    for (const auto& c : camera->cameras) seen.insert(c.incidents.begin(), c.incidents.end());
    EXPECT_EQ(std::set<std::uint32_t>(camera->incidents.begin(), camera->incidents.end()), seen);
}

TEST_F(SitingOfMatches, rejected_matches_are_not_sited_and_threads_change_nothing) {
    const DrawnStreet street{true, true, true};
    const auto told = [&] {
        std::string all;
        notes.clear();
        for (const auto& s : site(street.street_world()))
            all += s.id + " " + std::to_string(s.quantity) + " " + std::to_string(s.metres_to_class) + "\n";
        for (const auto& note : notes) all += note + "\n";
        return all;
    };
    set_thread_count(1);
    const auto one = told();
    set_thread_count(8);
    EXPECT_EQ(one, told());
    set_thread_count(0);
    EXPECT_EQ(one.find("camera"), std::string::npos) << "gentler measures come first";
}

}  // namespace
}  // namespace lykta::measures
