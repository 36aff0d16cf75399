#include <gtest/gtest.h>

#include "layers/given.hpp"

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
