// The sun: equinox and solstice by hand, crossings against the elevation itself, aoristic shares.
#include "conditions/darkness.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "conditions/sun.hpp"
#include "core/random.hpp"

using namespace lykta;
using namespace lykta::conditions;

namespace {

const Point linkoping{15.62, 58.41}, kiruna{20.23, 67.86}, santiago{-70.65, -33.45};

Instant utc(int year, int month, int day, int hour, int minute) {
    return {days_from_civil(year, month, day) * 86'400 + hour * 3'600 + minute * 60};
}

double highest_on(int year, int month, int day, Point place) {
    double best = -90.0;
    for (int minute = 0; minute < 1440; ++minute) {
        best = std::max(best, solar_elevation(utc(year, month, day, minute / 60, minute % 60), place).value);
    }
    return best;
}

layers::IncidentLayer incidents(std::vector<layers::TimeSpan> spans) {
    layers::IncidentLayer layer;
    layer.time = std::move(spans);
    layer.position.resize(layer.time.size());
    return layer;
}

layers::TimeSpan span(Instant from, Instant to) {
    return {.from = from, .to = to, .known = true, .has_hour = true};
}

}  // namespace

TEST(SolarElevation, at_noon_is_the_colatitude_plus_the_declination) {
    EXPECT_NEAR(highest_on(2024, 6, 20, linkoping), 90.0 - 58.41 + 23.44, 0.03);
    EXPECT_NEAR(highest_on(2024, 12, 21, linkoping), 90.0 - 58.41 - 23.44, 0.03);
    EXPECT_NEAR(highest_on(2024, 3, 20, linkoping), 90.0 - 58.41, 0.2);
    EXPECT_NEAR(highest_on(2024, 12, 21, santiago), 90.0 - 33.45 + 23.44, 0.03);
}

TEST(SolarElevation, at_an_equinox_rises_and_sets_at_six_local_solar_time) {
    // On the equator at longitude 0 the sun is overhead near noon and on the horizon about six hours before.
    EXPECT_NEAR(solar_elevation(utc(2024, 3, 20, 6, 7), {0, 0}).value, 0.0, 0.3);
    EXPECT_NEAR(solar_elevation(utc(2024, 3, 20, 12, 7), {0, 0}).value, 90.0, 0.3);
}

TEST(SolarElevation, of_a_published_place_and_moment_agrees) {
    // Meeus, Astronomical Algorithms, example 25.a: 1992 October 13, 0h TD; declination −7.785°, right ascension
    // 198.381°. Seen from the pole the elevation is the declination.
    EXPECT_NEAR(solar_elevation(utc(1992, 10, 13, 0, 0), {0, 90}).value, -7.785, 0.01);
}

TEST(DarkCalendar, agrees_with_the_elevation_at_any_moment) {
    for (const Point place : {linkoping, kiruna, santiago}) {
        const Instant first = utc(2022, 1, 1, 0, 0), last = utc(2024, 12, 31, 0, 0);
        const DarkCalendar calendar(place, {-6.0}, first, last);
        for (std::uint64_t i = 0; i < 3000; ++i) {
            const Instant t{first.seconds + static_cast<std::int64_t>(random_uniform({1, 1, i}, 0) *
                                                                      double(last.seconds - first.seconds))};
            const double elevation = solar_elevation(t, place).value;
            if (std::abs(elevation + 6.0) < 1e-4) continue;
            ASSERT_EQ(calendar.is_dark(t), elevation < -6.0) << i;
        }
    }
}

TEST(DarkCalendar, share_of_an_interval_agrees_with_counting_minutes) {
    const DarkCalendar calendar(linkoping, {-6.0}, utc(2024, 1, 1, 0, 0), utc(2024, 12, 31, 0, 0));
    const Instant from = utc(2024, 10, 3, 13, 20), to = utc(2024, 10, 5, 7, 50);
    double dark = 0.0, all = 0.0;
    for (Instant t{from.seconds + 30}; t < to; t.seconds += 60, all += 1.0)
        dark += solar_elevation(t, linkoping).value < -6.0 ? 1.0 : 0.0;
    EXPECT_NEAR(calendar.dark_share(from, to), dark / all, 1.5 / all);
}

TEST(DarkCalendar, knows_the_midnight_sun_and_the_polar_night) {
    const Instant june = utc(2024, 6, 15, 0, 0), july = utc(2024, 6, 25, 0, 0);
    EXPECT_EQ(DarkCalendar(kiruna, {-6.0}, june, july).dark_share(june, july), 0.0);
    const Instant december = utc(2024, 12, 15, 0, 0), christmas = utc(2024, 12, 24, 0, 0);
    const Point svalbard{15.6, 78.2};
    EXPECT_EQ(DarkCalendar(svalbard, {-6.0}, december, christmas).dark_share(december, christmas), 1.0);
}

TEST(DarkProbability, is_one_at_night_a_share_for_an_interval_and_unknown_without_an_hour) {
    layers::TimeSpan date_only = span(utc(2024, 12, 1, 0, 0), utc(2024, 12, 2, 0, 0));
    date_only.has_hour = false;
    const Instant night = utc(2024, 12, 1, 23, 0), noon = utc(2024, 12, 1, 11, 0);
    const auto p = dark_probability(incidents({span(night, night), span(noon, noon), span(noon, night), date_only, {}}),
                                    linkoping);
    EXPECT_EQ(p[0], 1.0);
    EXPECT_EQ(p[1], 0.0);
    EXPECT_GT(p[2], 0.5);  // dark from about 15:00 UTC
    EXPECT_LT(p[2], 0.8);
    EXPECT_TRUE(std::isnan(p[3]));
    EXPECT_TRUE(std::isnan(p[4]));
}

TEST(DarkProbability, of_no_incidents_is_empty) {
    EXPECT_TRUE(dark_probability(incidents({}), linkoping).empty());
}

TEST(DarkHours, fill_a_little_less_than_half_of_the_year) {
    EXPECT_NEAR(dark_hours_share(linkoping, 2024), 0.405, 0.03);
    EXPECT_NEAR(dark_hours_share(linkoping, 2024, {.limit = {0.0}}), 0.5, 0.01);
}

TEST(DarkShare, leaves_unknown_hours_out_and_counts_them) {
    const DarkShare share = dark_share(std::vector<double>{1.0, 0.0, 0.5, NAN});
    EXPECT_EQ(share.count, 4.0);
    EXPECT_EQ(share.known, 3.0);
    EXPECT_DOUBLE_EQ(share.share, 0.5);
    EXPECT_LT(share.interval.low, 0.5);
    EXPECT_GT(share.interval.high, 0.5);
}
