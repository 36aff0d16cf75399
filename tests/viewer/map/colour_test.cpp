// Colours: lightness against known values, ramps that hold in grey and for colour-blind eyes, scales and their tables.
#include "viewer/map/colour.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace lykta::viewer {
namespace {

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
std::uint8_t channel(double linear_value) {
    const double v = std::clamp(linear_value, 0.0, 1.0);
    return static_cast<std::uint8_t>(
        std::lround(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055)));
}

using Matrix = std::array<std::array<double, 3>, 3>;
/// Full protanopia and deuteranopia in linear sRGB: Machado, Oliveira and Fernandes (2009), severity 1.0.
constexpr Matrix protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Rgba as_seen_with(const Matrix& m, Rgba c) {
    const std::array<double, 3> in{linear(c.r), linear(c.g), linear(c.b)};
    std::array<std::uint8_t, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = channel(m[i][0] * in[0] + m[i][1] * in[1] + m[i][2] * in[2]);
    return {out[0], out[1], out[2], 255};
}

void expect_steps_apart(const std::vector<Rgba>& colours, double least) {
    const bool falls = lightness(colours.front()) > lightness(colours.back());
    for (std::size_t i = 1; i < colours.size(); ++i) {
        const double step = lightness(colours[i]) - lightness(colours[i - 1]);
        EXPECT_GT(falls ? -step : step, least) << "step " << i;
    }
}

TEST(Colour, lightness_has_the_values_of_cie) {
    EXPECT_NEAR(lightness(rgba("#000000")), 0.0, 1e-9);
    EXPECT_NEAR(lightness(rgba("#ffffff")), 100.0, 1e-3);
    EXPECT_NEAR(lightness(rgba("#777777")), 50.0, 0.4);
    EXPECT_NEAR(lightness(rgba("#ff0000")), 53.24, 0.02);
}

TEST(Colour, hex_is_read_with_and_without_alpha) {
    EXPECT_EQ(rgba("#0aF080"), (Rgba{10, 240, 128, 255}));
    EXPECT_EQ(rgba("#0af08040"), (Rgba{10, 240, 128, 64}));
}

TEST(Colour, a_blend_ends_in_its_ends_and_is_even_between) {
    const Rgba a = rgba("#102040"), b = rgba("#f0e0c0");
    EXPECT_EQ(blended(a, b, 0), a);
    EXPECT_EQ(blended(a, b, 1), b);
    const auto grey = blended(rgba("#000000"), rgba("#ffffff"), 0.5);
    EXPECT_EQ(grey.r, grey.g);
    EXPECT_NEAR(grey.r, 99, 1);  // OKLab lightness 0.5
}

TEST(Colour, every_ramp_is_told_apart_in_grey_and_by_colour_blind_eyes) {
    for (const auto& colours : {intensity_ramp(6), illuminance_ramp(6), height_ramp(5)}) {
        expect_steps_apart(colours, 5.0);
        for (const auto& eyes : {protanopia, deuteranopia}) {
            std::vector<Rgba> seen;
            for (const auto& c : colours) seen.push_back(as_seen_with(eyes, c));
            expect_steps_apart(seen, 4.0);
        }
    }
}

TEST(Colour, less_and_more_are_darker_than_no_change) {
    const auto colours = change_ramp(7);
    expect_steps_apart({colours.begin(), colours.begin() + 4}, 5.0);
    expect_steps_apart({colours.begin() + 3, colours.end()}, 5.0);
}

TEST(ColourScale, classes_hold_until_the_next_stop) {
    const ColourScale scale{.kind = ColourScale::Kind::classes,
                            .stops = {1, 2, 5},
                            .colours = {rgba("#111111"), rgba("#222222"), rgba("#333333")}};
    EXPECT_EQ(scale.at(0.99).a, 0);
    EXPECT_EQ(scale.at(1), rgba("#111111"));
    EXPECT_EQ(scale.at(4.99), rgba("#222222"));
    EXPECT_EQ(scale.at(1e9), rgba("#333333"));
    EXPECT_EQ(scale.at(std::numeric_limits<double>::quiet_NaN()).a, 0);
}

TEST(ColourScale, a_log_scale_is_halfway_at_the_geometric_mean) {
    const ColourScale scale{
        .kind = ColourScale::Kind::log, .stops = {1, 100}, .colours = {rgba("#000000"), rgba("#ffffff")}};
    EXPECT_EQ(scale.at(10), blended(rgba("#000000"), rgba("#ffffff"), 0.5));
}

TEST(ColourScale, its_table_says_what_the_scale_says) {
    for (const auto kind : {ColourScale::Kind::classes, ColourScale::Kind::linear, ColourScale::Kind::log}) {
        const ColourScale scale{.kind = kind, .stops = {0.5, 2, 10, 40}, .colours = illuminance_ramp(4)};
        const auto table = table_of(scale);
        ASSERT_EQ(table.colours.size(), static_cast<std::size_t>(table_size));
        for (int i = 0; i < table_size; i += 31) {
            const double t = static_cast<double>(i) / (table_size - 1);
            const double value =
                table.log ? table.low * std::pow(table.high / table.low, t) : table.low + (table.high - table.low) * t;
            EXPECT_EQ(table.colours[static_cast<std::size_t>(i)], scale.at(value)) << i;
        }
        EXPECT_EQ(table.colours.back(), scale.at(1e6));
    }
}

}  // namespace
}  // namespace lykta::viewer
