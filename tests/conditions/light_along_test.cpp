// Streets with what is wrong where they are dark: each cause by hand, and every number by the definition.
#include <gtest/gtest.h>

#include "conditions/lighting_class.hpp"
#include "conditions/luminaire_light.hpp"
#include "conditions/stretches.hpp"
#include "core/error.hpp"
#include "core/parallel.hpp"
#include "small_town.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

/// 30 m of street towards +x that should be P5 (3 lx, 0.6 lx at least), with a row of lamps that just manage it.
struct OneStreet {
    layers::StreetLayer streets;
    layers::LampLayer lamps;
    layers::VegetationLayer plants;
    OneStreet() {
        streets.streets.push_back({.line = {{0, 0}, {30, 0}}, .lighting_class = "P5"});
        for (const double x : {5.0, 15.0, 25.0}) {
            layers::Lamp lamp{.position = {x, 2}, .height = {5}, .flux = {700}};
            lamp.light_sd = 0.2;
            lamps.lamps.push_back(lamp);
        }
    }
    [[nodiscard]] StretchLight light(const StretchOptions& options = {}) const {
        const Obstacles obstacles(nullptr, &plants);
        const auto luminaires = luminaires_from(lamps);
        return light_along({.streets = streets, .luminaires = luminaires, .lamps = &lamps}, options,
                           {.obstacles = &obstacles})
            .stretches.at(0);
    }
};

}  // namespace

TEST(LightAlong, a_street_lit_enough_has_no_cause) {
    const auto s = OneStreet{}.light();
    EXPECT_FALSE(s.below_class) << s.average.value << ' ' << s.minimum.value;
    EXPECT_EQ(s.cause, LightCause::none);
    EXPECT_TRUE(s.lamps_out.empty());
    EXPECT_DOUBLE_EQ(s.uniformity, s.minimum.value / s.average.value);
}

TEST(LightAlong, an_outage_is_the_cause_when_repairing_it_is_enough) {
    OneStreet street;
    street.lamps.lamps[1].state = layers::LampState::out;
    const auto s = street.light();
    EXPECT_TRUE(s.below_class);
    EXPECT_EQ(s.cause, LightCause::outage);
    EXPECT_EQ(s.lamps_out, std::vector<std::uint32_t>{1});
}

TEST(LightAlong, plants_are_the_cause_when_clearing_them_is_enough) {
    OneStreet street;
    street.plants.plants.push_back(crown(rectangle(0, 0.5, 30, 1.5), 0, 6));
    EXPECT_EQ(street.light().cause, LightCause::shaded);
    street.lamps.lamps[1].state = layers::LampState::out;  // repair alone does not help, clearing alone neither
    EXPECT_EQ(street.light().cause, LightCause::weak);
}

TEST(LightAlong, a_gap_between_lamps_is_a_missing_lamp) {
    OneStreet street;
    street.lamps.lamps.resize(1);
    EXPECT_EQ(street.light({.gap_heights = 4.0}).cause,
              LightCause::missing);  // 23.5 m off at the far sample, 20 m allowed
    EXPECT_EQ(street.light({.gap_heights = 5.0}).cause, LightCause::weak);  // 25 m allowed
    street.lamps.lamps.clear();
    EXPECT_EQ(street.light().cause, LightCause::missing);
}

TEST(LightAlong, lamps_that_stand_close_and_give_too_little_are_weak) {
    OneStreet street;
    for (auto& lamp : street.lamps.lamps) lamp.flux = {300};
    EXPECT_EQ(street.light().cause, LightCause::weak);
}

TEST(LightAlong, the_uncertainty_of_equal_lamps_averages_out_but_not_what_they_share) {
    OneStreet street;
    street.lamps.lamps.resize(2);
    street.lamps.lamps[0].position = street.lamps.lamps[1].position = {15, 2};
    EXPECT_NEAR(street.light({.common_sd = 0.0}).light_sd, 0.2 / std::sqrt(2.0), 1e-12);
    EXPECT_NEAR(street.light({.common_sd = 0.1}).light_sd, std::hypot(0.1, 0.2 / std::sqrt(2.0)), 1e-12);
    street.lamps.lamps.clear();
    EXPECT_EQ(street.light().light_sd, 0.0);
}

TEST(LightAlong, words_that_are_no_class_are_counted) {
    OneStreet street;
    street.streets.streets.push_back({.line = {{0, 9}, {40, 9}}, .lighting_class = "S4"});
    street.streets.streets.push_back({.line = {{0, 19}, {10, 19}}, .footpath = true, .lighting_class = "ME3b"});
    street.streets.streets.push_back({.line = {{0, 29}, {20, 29}}, .lighting_class = "S4"});
    street.streets.streets.push_back({.line = {{0, 39}, {20, 39}}});
    const auto along = light_along({.streets = street.streets, .luminaires = {}});
    ASSERT_EQ(along.unknown.size(), 2u);
    EXPECT_EQ(along.unknown[0].word, "ME3b");
    EXPECT_EQ(along.unknown[1].word, "S4");
    EXPECT_EQ(along.unknown[1].streets, 2);
    EXPECT_DOUBLE_EQ(along.unknown[1].length_m, 60.0);
    EXPECT_EQ(along.stretches[1].wanted_class, "P4");
}

TEST(LightAlong, without_lamps_known_gives_the_same_light) {
    const OneStreet street;
    const auto luminaires = luminaires_from(street.lamps);
    const auto plain = light_along(street.streets, luminaires);
    const auto whole = light_along({.streets = street.streets, .luminaires = luminaires, .lamps = &street.lamps});
    EXPECT_EQ(plain.at(0).average, whole.stretches.at(0).average);
    EXPECT_EQ(plain.at(0).light_sd, 0.0);
}

TEST(LightAlong, a_gap_of_no_heights_is_refused) {
    EXPECT_THROW((void)OneStreet{}.light({.gap_heights = 0.0}), Error);
}

TEST(LightAlong, equals_every_lamp_at_every_sample_by_the_definition) {
    const SmallTown town(41);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    layers::StreetLayer streets;
    for (std::uint64_t i = 0; i < 12; ++i)
        streets.streets.push_back({.line = {town.anywhere(6, i), town.anywhere(7, i), town.anywhere(8, i)}});
    const auto found = light_along({.streets = streets, .luminaires = town.lamps}, {}, {.obstacles = &obstacles});
    for (const auto& s : found.stretches) {
        const auto points = points_along(s.line, 3_m);
        double sum = 0, least = HUGE_VAL, vertical = HUGE_VAL, semicylindrical = HUGE_VAL;
        for (std::size_t k = 0; k < points.size(); ++k) {
            const double along = length(s.line) * (static_cast<double>(k) + 0.5) / static_cast<double>(points.size());
            // The piece of line that holds the sample gives the direction.
            std::size_t piece = 0;
            for (double end = distance(s.line[0], s.line[1]); along > end && piece + 2 < s.line.size();)
                ++piece, end += distance(s.line[piece], s.line[piece + 1]);
            const Point a = s.line[piece], b = s.line[piece + 1];
            double lux = 0;
            std::array<double, 2> v{}, sc{};
            for (const Luminaire& lamp : town.lamps) {
                if (!lamp.lit || distance(points[k], lamp.position) > reach_of(lamp, 0.01_lx)) continue;
                const Obstacles::End at{lamp.position, lamp.height.value};
                lux += horizontal_share(lamp, points[k], 0) * obstacles.transmittance({points[k], 0.0}, at);
                const double face = obstacles.transmittance({points[k], 1.5}, at);
                for (std::size_t way = 0; way < 2; ++way) {
                    const Degrees facing{std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi +
                                         180.0 * static_cast<double>(way)};
                    v[way] += face * vertical_illuminance(points[k], facing, std::span(&lamp, 1), {1.5}).value;
                    sc[way] += face * semicylindrical_illuminance(points[k], facing, std::span(&lamp, 1), {1.5}).value;
                }
            }
            sum += lux;
            least = std::min(least, lux);
            vertical = std::min({vertical, v[0], v[1]});
            semicylindrical = std::min({semicylindrical, sc[0], sc[1]});
        }
        EXPECT_NEAR(s.average.value, sum / static_cast<double>(points.size()), 1e-9);
        EXPECT_NEAR(s.minimum.value, least, 1e-9);
        EXPECT_NEAR(s.vertical_minimum.value, vertical, 1e-9);
        EXPECT_NEAR(s.semicylindrical_minimum.value, semicylindrical, 1e-9);
    }
}

TEST(LightAlong, is_the_same_for_any_number_of_threads) {
    const SmallTown town(42);
    const Obstacles obstacles(&town.buildings, &town.vegetation);
    layers::StreetLayer streets;
    for (std::uint64_t i = 0; i < 30; ++i)
        streets.streets.push_back({.line = {town.anywhere(6, i), town.anywhere(7, i)}});
    const auto run = [&](int threads) {
        set_thread_count(threads);
        auto all = light_along({.streets = streets, .luminaires = town.lamps}, {}, {.obstacles = &obstacles}).stretches;
        set_thread_count(0);
        return all;
    };
    const auto one = run(1), four = run(4);
    ASSERT_EQ(one.size(), four.size());
    for (std::size_t k = 0; k < one.size(); ++k) {
        EXPECT_EQ(one[k].average, four[k].average);
        EXPECT_EQ(one[k].semicylindrical_minimum, four[k].semicylindrical_minimum);
        EXPECT_EQ(one[k].cause, four[k].cause);
    }
}
