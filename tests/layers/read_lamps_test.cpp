// Lamps: values taken, values set aside, defaults by type, files they name.
#include <gtest/gtest.h>

#include "layers/given.hpp"
#include "layers/photometric_files.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {
LampLayer lamps(const std::string& rows) {
    const auto text = "stolpe_id;N;E;ljuspunktshojd_m;effekt_W;ljusflode_lm;tand\n" + rows;
    return read_lamps(options(given(text), "EPSG:3006", LayerKind::lighting), sweref());
}
const std::string at = ";6473033,10;536823,90;";
}  // namespace

TEST(Lamps, good_values_are_taken) {
    const auto layer = lamps("L0" + at + "6,5;26;3200;ja\n");
    ASSERT_EQ(layer.lamps.size(), 1U);
    const auto& lamp = layer.lamps[0];
    EXPECT_EQ(lamp.id, "L0");
    EXPECT_EQ(lamp.height.value, 6.5);
    EXPECT_EQ(lamp.flux.value, 3200);
    EXPECT_EQ(lamp.state, LampState::working);
    EXPECT_FALSE(lamp.height_defaulted || lamp.flux_defaulted);
    EXPECT_FALSE(layer.reports[0].account.has_warning());
}

TEST(Lamps, an_impossible_value_is_set_aside_and_the_lamp_kept) {
    const auto layer = lamps("L1" + at + "-3;26;3200;ja\nL2" + at + "500;26;3200;ja\nL3" + at + "5;2600;3200;kanske\n" +
                             "L4" + at + "5;0;0;ja\nL5" + at + "5;26;3;ja\n");
    EXPECT_EQ(layer.lamps.size(), 5U);
    EXPECT_TRUE(layer.lamps[0].height_defaulted);
    EXPECT_TRUE(layer.lamps[1].height_defaulted);
    EXPECT_EQ(layer.lamps[2].state, LampState::unknown);
    EXPECT_EQ(layer.lamps[2].flux.value, 3200);
    EXPECT_TRUE(layer.lamps[3].flux_defaulted);
    EXPECT_TRUE(layer.lamps[4].flux_defaulted);
    std::string all;
    for (const auto& issue : layer.reports[0].account.issues) all += issue.message + "\n";
    for (const auto* part : {"ljuspunktshojd_m", "tand", "kanske", "row 2, row 3", "not lumens", "lm per W"}) {
        EXPECT_TRUE(has(all, part)) << part << "\n" << all;
    }
}

TEST(Lamps, an_unknown_state_is_not_dark) {
    EXPECT_EQ(lamps("L0" + at + "6;26;3200;\n").lamps[0].state, LampState::unknown);
    EXPECT_EQ(lamps("L0" + at + "6;26;3200;nej\n").lamps[0].state, LampState::out);
    EXPECT_EQ(lamps("L0" + at + "6;26;3200;ur funktion\n").lamps[0].state, LampState::out);
}

TEST(Lamps, defaults_are_counted_in_a_note) {
    auto chosen = options(given("stolpe_id;N;E\nL0;6473033,1;536823,9\nL1;6473043,1;536823,9\n"), "EPSG:3006",
                          LayerKind::lighting);
    chosen.defaults = {{"height", 6.0}, {"flux", 4000.0}};
    const auto layer = read_lamps(chosen, sweref());
    EXPECT_EQ(layer.lamps[0].height.value, 6.0);
    EXPECT_EQ(layer.lamps[0].flux.value, 4000.0);
    const auto* issue = issue_of(layer.reports[0], "default_taken");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 2);
    EXPECT_EQ(issue->severity, Severity::note);
}

TEST(Lamps, a_flux_missing_beside_a_power_is_estimated_and_flagged) {
    const auto layer = lamps("L0" + at + "6;50;;ja\n");
    EXPECT_TRUE(layer.lamps[0].flux_defaulted);
    EXPECT_GT(layer.lamps[0].flux.value, 2000);
    EXPECT_LT(layer.lamps[0].flux.value, 8000);
}

namespace {

/// A register with these columns after the position, and one row.
Lamp lamp_of(const std::string& columns, const std::string& values) {
    const auto layer = read_lamps(
        options(given("N;E;" + columns + "\n6473033,1;536823,9;" + values + "\n"), "EPSG:3006", LayerKind::lighting),
        sweref());
    return layer.lamps.at(0);
}

std::string issues_of(const SourceReport& report) {
    std::string all;
    for (const auto& issue : report.account.issues) all += issue.message + "\n";
    return all;
}

}  // namespace

TEST(Lamps, a_bearing_from_north_becomes_an_angle_from_east) {
    EXPECT_EQ(lamp_of("armriktning", "0").facing->value, 90.0);  // north
    EXPECT_EQ(lamp_of("armriktning", "90").facing->value, 0.0);  // east
    EXPECT_EQ(lamp_of("armriktning", "180").facing->value, 270.0);
    EXPECT_EQ(lamp_of("armriktning", "270").facing->value, 180.0);
    EXPECT_FALSE(lamp_of("armriktning", "").facing);
    EXPECT_FALSE(lamp_of("armriktning", "800").facing);
}

TEST(Lamps, arm_and_tilt_are_read_within_reason) {
    EXPECT_EQ(lamp_of("armlangd;lutning", "1,5;10").arm.value, 1.5);
    EXPECT_EQ(lamp_of("armlangd;lutning", "1,5;10").tilt.value, 10.0);
    EXPECT_EQ(lamp_of("armlangd;lutning", "150;-80").arm.value, 0.0);
    EXPECT_EQ(lamp_of("armlangd;lutning", "150;-80").tilt.value, 0.0);
}

TEST(Lamps, what_is_missing_goes_by_the_type_of_lamp) {
    const auto sodium = lamp_of("ljuskalla", "Högtrycksnatrium"), mercury = lamp_of("ljuskalla", "Kvicksilver");
    EXPECT_EQ(sodium.type, "Högtrycksnatrium");
    EXPECT_EQ(sodium.height.value, 8.0);
    EXPECT_EQ(sodium.flux.value, 8000.0);
    EXPECT_EQ(mercury.maintenance_factor, 0.65);
    EXPECT_EQ(lamp_of("ljuskalla;effekt", "Kvicksilver;100").flux.value, 4200.0);
    EXPECT_EQ(lamp_of("ljuskalla;effekt", "LED;100").flux.value, 11'000.0);
}

TEST(Lamps, are_the_less_sure_the_more_was_taken) {
    const double all = lamp_of("hojd;flode_lm", "6;3000").light_sd, no_flux = lamp_of("hojd", "6").light_sd,
                 nothing = lamp_of("ljuskalla", "LED").light_sd;
    EXPECT_NEAR(all, std::sqrt(0.1 * 0.1 + 0.15 * 0.15), 1e-12);
    EXPECT_NEAR(no_flux, std::sqrt(0.1 * 0.1 + 0.15 * 0.15 + 0.25 * 0.25), 1e-12);
    EXPECT_NEAR(nothing, std::sqrt(0.1 * 0.1 + 0.15 * 0.15 + 0.25 * 0.25 + 0.2 * 0.2), 1e-12);
}

TEST(Lamps, several_luminaires_on_a_pole_give_their_light_together_and_none_gives_none) {
    EXPECT_EQ(lamp_of("flode_lm;antal_armaturer", "3000;2").flux.value, 6000.0);
    EXPECT_EQ(lamp_of("flode_lm;antal_armaturer", "3000;0").flux.value, 0.0);
    EXPECT_EQ(lamp_of("flode_lm;antal_armaturer", "3000;").flux.value, 3000.0);
    EXPECT_EQ(lamp_of("flode_lm;antal_armaturer", "3000;900").flux.value, 3000.0);
}

TEST(Lamps, led_codes_and_classes_of_replaced_lamps_give_a_likely_flux) {
    EXPECT_EQ(lamp_of("FixtureType;NumLamps", "A2 / A3;1").flux.value, 5400.0);
    EXPECT_EQ(lamp_of("ljuskalla", "A2").flux.value, 3000.0);  // the same letters in another column mean nothing
    EXPECT_EQ(lamp_of("LAMP_CD;WATTS;LUMENS", "LED;150;3").flux.value, 6750.0);
    EXPECT_EQ(lamp_of("LAMP_CD;WATTS;LUMENS", "LED;60;3").flux.value, 6600.0);
}

TEST(Lamps, dimming_is_kept_once_per_text_and_what_cannot_be_read_is_set_aside) {
    const auto layer = read_lamps(
        options(given("N;E;dimning;slacktid;dimniva\n6473033,1;536823,9;50 % 23-05;;\n6473043,1;536823,9;50 % 23-05;;\n"
                      "6473053,1;536823,9;;00-04;\n6473063,1;536823,9;23-05;;30\n6473073,1;536823,9;vardagar;;\n"
                      "6473083,1;536823,9;50 % 23-05;01-02;\n"),
                "EPSG:3006", LayerKind::lighting),
        sweref());
    ASSERT_EQ(layer.lamps.size(), 6U);
    ASSERT_EQ(layer.schedules.size(), 4U);
    EXPECT_EQ(*layer.lamps[0].schedule, *layer.lamps[1].schedule);
    EXPECT_EQ(layer.schedules[*layer.lamps[2].schedule].share_at(60), 0.0);
    EXPECT_NEAR(layer.schedules[*layer.lamps[3].schedule].share_at(60), 0.3, 1e-12);
    EXPECT_FALSE(layer.lamps[4].schedule);
    EXPECT_EQ(layer.schedules[*layer.lamps[5].schedule].share_at(90), 0.0);
    EXPECT_EQ(layer.schedules[*layer.lamps[5].schedule].share_at(240), 0.5);
    EXPECT_TRUE(has(issues_of(layer.reports[0]), "vardagar")) << issues_of(layer.reports[0]);
}

TEST(Lamps, photometric_files_are_found_beside_the_register_and_missing_ones_counted) {
    const EulumdatFile file{.planes = {{400.0, 0.0}}, .flux = "2500"};
    const auto beside = given(file.text(), ".ldt");
    const auto name = std::filesystem::path(beside).filename().string();
    auto chosen = options(given("N;E;ldt\n6473033,1;536823,9;" + name + "\n6473043,1;536823,9;C:\\ljus\\" + name +
                                "\n6473053,1;536823,9;annan.ldt\n6473063,1;536823,9;annan\n6473073,1;536823,9;\n"),
                          "EPSG:3006", LayerKind::lighting);
    const auto layer = read_lamps(chosen, sweref());
    ASSERT_EQ(layer.photometry.size(), 1U);
    EXPECT_EQ(layer.lamps[0].photometry, 0U);
    EXPECT_EQ(layer.lamps[1].photometry, 0U);
    EXPECT_EQ(layer.lamps[0].flux.value, 2500.0);
    EXPECT_FALSE(layer.lamps[0].flux_defaulted);
    EXPECT_FALSE(layer.lamps[2].photometry);
    EXPECT_FALSE(layer.lamps[4].photometry);
    const auto* issue = issue_of(layer.reports[0], "photometry_missing");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->count, 1);
    EXPECT_TRUE(has(issue->message, "annan"));
    chosen.photometry = beside;
    EXPECT_EQ(read_lamps(chosen, sweref()).lamps[4].photometry, 0U);
}

TEST(Lamps, a_broken_photometric_file_is_said_with_its_line_and_does_without) {
    const auto broken = given("not\na\nphotometric file\n", ".ldt");
    const auto layer = read_lamps(
        options(given("N;E;ldt\n6473033,1;536823,9;" + std::filesystem::path(broken).filename().string() + "\n"),
                "EPSG:3006", LayerKind::lighting),
        sweref());
    const auto* issue = issue_of(layer.reports[0], "photometry_broken");
    ASSERT_NE(issue, nullptr);
    EXPECT_TRUE(has(issue->message, "line 2")) << issue->message;
    EXPECT_FALSE(layer.lamps.at(0).photometry);
}

TEST(Lamps, joined_with_another_register_keep_their_photometry_and_dimming) {
    LampLayer a, b;
    a.lamps.resize(1);
    a.photometry.resize(2);
    a.schedules.resize(1);
    b.lamps.resize(2);
    b.lamps[0].photometry = 0;
    b.lamps[1].schedule = 0;
    b.photometry.resize(1);
    b.schedules.resize(1);
    b.schedules[0].text = "släckt 00-05";
    append(a, std::move(b));
    ASSERT_EQ(a.lamps.size(), 3U);
    EXPECT_EQ(*a.lamps[1].photometry, 2U);
    EXPECT_EQ(a.schedules[*a.lamps[2].schedule].text, "släckt 00-05");
}

TEST(Lamps, cambridge_and_charlottesville_come_out_sensibly) {
    const auto cambridge = shared("data/cambridge/street_lights.geojson.gz");
    if (cambridge.empty()) GTEST_SKIP() << "../shared/data is not there";
    auto chosen = options(cambridge, "", LayerKind::lighting);
    const auto layer = read_lamps(chosen, Crs::from_text("EPSG:26919"));
    EXPECT_EQ(layer.lamps.size(), 6117U);
    std::size_t dark = 0;
    for (const auto& lamp : layer.lamps) {
        dark += lamp.flux.value == 0.0 ? 1 : 0;
        EXPECT_LE(lamp.flux.value, 25'000.0);
        EXPECT_TRUE(lamp.height.value >= 4.0 && lamp.height.value <= 10.0);
    }
    EXPECT_EQ(dark, 4U);
    chosen.path = shared("data/charlottesville/streetlights.geojson.gz");
    const auto other = read_lamps(chosen, Crs::from_text("EPSG:32617"));
    std::size_t out = 0;
    for (const auto& lamp : other.lamps) {
        out += lamp.state == LampState::out ? 1 : 0;
        EXPECT_TRUE(lamp.flux.value >= 3000.0 && lamp.flux.value <= 53'000.0) << lamp.flux.value;
        EXPECT_GT(lamp.height.value, 4.0);
    }
    EXPECT_EQ(out, 13U);
}

TEST(Entrances, are_points_with_a_place) {
    const auto path = given("entre_id;N;E\nA;6473033,1;536823,9\nB;;\n");
    EXPECT_EQ(check_file(options(path), KindGiven::detect).kind, "entrances");
    const auto layer = read_entrances(options(path, "EPSG:3006", LayerKind::entrances), sweref());
    ASSERT_EQ(layer.position.size(), 1U);
    EXPECT_NEAR(layer.position[0].x, 536823.9, 1e-6);
    EXPECT_EQ(layer.reports[0].account.set_aside.size(), 1U);
    EXPECT_EQ(layer_from_name("entrances"), LayerKind::entrances);
}
