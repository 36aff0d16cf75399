// Real files of five cities, with the traps their README names. Skipped where the shared data are absent.
#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

LayerOptions city(const std::string& name, const std::string& crs, const std::string& zone) {
    auto made = options(shared("data/" + name), crs);
    made.timezone = zone;
    made.today = days_from_civil(2026, 12, 1);
    return made;
}

std::int64_t count_of(const CheckResult& result, const std::string& reason) {
    for (const auto& group : result.set_aside) {
        if (group.reason == reason) return group.count;
    }
    return 0;
}

void expect_balance(const CheckResult& result) {
    std::int64_t out = 0;
    for (const auto& group : result.set_aside) out += group.count;
    EXPECT_EQ(result.rows_read, result.rows_used + out);
}

}  // namespace

TEST(Cities, charlottesville_has_its_time_zone_trap_its_pile_and_its_gap) {
    auto chosen = city("charlottesville/incidents_located_2013_2025.csv.gz", "EPSG:4326", "America/New_York");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto layer = read_incidents(chosen, Crs::from_text("EPSG:32617"));
    EXPECT_EQ(layer.size(), 57'059U);
    EXPECT_TRUE(layer.reports[0].account.balances());
    const auto* offset = issue_of(layer.reports[0], "offset_wrong");
    ASSERT_NE(offset, nullptr);
    EXPECT_EQ(offset->count, 7'748);  // all rows of the 2018 snapshot
    bool pile = false, gap = false;
    for (const auto& issue : findings(layer, {})) {
        pile = pile || (issue.code == "pile" && issue.count == 1'938 && has(issue.message, "600 E MARKET ST"));
        gap = gap || (issue.code == "gap" && has(issue.message, "2019-10-27"));
    }
    EXPECT_TRUE(pile);
    EXPECT_TRUE(gap);
}

TEST(Cities, syracuse_rentals_lose_the_640_shifted_rows) {
    auto chosen = city("syracuse/rental_registry_inspections.csv.gz", "EPSG:4326", "America/New_York");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto result = check_file(chosen, KindGiven::detect);
    EXPECT_EQ(result.kind, "inspections");
    EXPECT_EQ(count_of(result, "axes_swapped"), 640);
    expect_balance(result);
}

TEST(Cities, syracuse_parks_are_not_in_degrees) {
    auto chosen = city("syracuse/parks_utm18n.geojson", "", "America/New_York");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto refused = check_file(chosen, KindGiven::detect);
    EXPECT_EQ(refused.outcome, "error");
    EXPECT_TRUE(has(said(refused), "UTM"));
    chosen.near = Point{-76.15, 43.05};
    EXPECT_TRUE(has(said(check_file(chosen, KindGiven::detect)), "EPSG:32618"));
    chosen.crs = "EPSG:26918";
    EXPECT_EQ(check_file(chosen, KindGiven::detect).rows_used, 120);
}

TEST(Cities, syracuse_hours_of_0_are_placeholders) {
    auto chosen = city("syracuse/incidents_2023_2025.csv.gz", "EPSG:4326", "America/New_York");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto layer = read_incidents(chosen, Crs::from_text("EPSG:32618"));
    const auto* issue = issue_of(layer.reports[0], "hour_placeholder");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 1'479);
    ASSERT_NE(issue_of(layer.reports[0], "duplicate"), nullptr);
    EXPECT_EQ(issue_of(layer.reports[0], "duplicate")->count, 24);
}

TEST(Cities, chicagos_default_coordinate_is_set_aside) {
    auto chosen = city("chicago/assaults_raw_export.csv.gz", "EPSG:4326", "America/Chicago");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto result = check_file(chosen, KindGiven::detect);
    EXPECT_EQ(count_of(result, "no_coordinates"), 231);
    EXPECT_EQ(count_of(result, "outside_window"), 4);
    EXPECT_TRUE(has(said(result), "36.6194464"));
    expect_balance(result);
}

TEST(Cities, chicagos_unlabelled_feet_are_refused) {
    auto chosen = city("chicago/community_areas/Chicago77.shp", "", "America/Chicago");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    EXPECT_EQ(check_file(chosen, KindGiven::detect).outcome, "error");
    chosen.crs = "EPSG:3435";
    EXPECT_EQ(check_file(chosen, KindGiven::detect).rows_used, 77);
}

TEST(Cities, charlottesville_lamps_keep_their_place_without_their_lumens) {
    auto chosen = city("charlottesville/streetlights.geojson.gz", "", "America/New_York");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    chosen.kind = LayerKind::lighting;
    const auto layer = read_lamps(chosen, Crs::from_text("EPSG:32617"));
    EXPECT_EQ(layer.lamps.size(), 3'733U);
    const auto out =
        std::count_if(layer.lamps.begin(), layer.lamps.end(), [](const Lamp& l) { return l.state == LampState::out; });
    EXPECT_EQ(out, 13);
    const auto guessed =
        std::count_if(layer.lamps.begin(), layer.lamps.end(), [](const Lamp& l) { return l.flux_defaulted; });
    EXPECT_EQ(guessed, 79);
}

TEST(Cities, the_police_feed_supports_no_hot_spots) {
    auto chosen = city("sweden/polisen_handelser_2023_2026.csv.gz", "EPSG:4326", "Europe/Stockholm");
    if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.size(), 84'580U);
    EXPECT_FALSE(positional_precision(layer).supports_hot_spots);
}

TEST(Cities, swedish_areas_in_five_systems_are_read_as_they_declare) {
    for (const auto* name : {"lan_sweref99tm.gpkg", "kommuner_rt90.gpkg", "malmo_delomraden_sweref991330.gpkg",
                             "stockholm_basomraden_sweref991800.gpkg", "stockholm_stadsdelar.geojson"}) {
        auto chosen = city(std::string("sweden/") + name, "", "Europe/Stockholm");
        if (chosen.path.empty()) GTEST_SKIP() << "the shared data are not here";
        const auto result = check_file(chosen, KindGiven::detect);
        EXPECT_EQ(result.rows_used, result.rows_read) << said(result);
    }
}
