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

namespace {

/// An interval with its local start, `ahead` hours before UTC.
layers::TimeSpan local_span(Instant from, Instant to, int ahead) {
    auto t = span(from, to);
    const std::int64_t local = from.seconds + ahead * 3'600;
    t.local_day = static_cast<std::int32_t>(local / 86'400);
    t.local_hour = static_cast<std::int8_t>(local % 86'400 / 3'600);
    t.local_weekday = static_cast<std::int8_t>((local / 86'400 + 3) % 7);
    return t;
}

/// The slow way: the weight of each minute's local hour of the week.
double dark_by_minutes(const layers::TimeSpan& t, int ahead, const TimeProfile& profile) {
    double dark = 0.0, all = 0.0;
    for (std::int64_t s = t.from.seconds + 30; s < t.to.seconds; s += 60) {
        const std::int64_t hours = (s + ahead * 3'600) / 3'600 + 3 * 24;
        const double weight = profile.weight[static_cast<std::size_t>(hours % 168)];
        all += weight;
        dark += solar_elevation({s}, linkoping).value < -6.0 ? weight : 0.0;
    }
    return dark / all;
}

}  // namespace

TEST(TimeProfile, counts_moments_by_local_hour_of_the_week_and_gives_every_hour_one) {
    const Instant monday_night = utc(2024, 1, 1, 23, 30);  // Tuesday 00:30 in Sweden
    auto layer = incidents({local_span(monday_night, monday_night, 1),
                            local_span(monday_night, utc(2024, 1, 2, 5, 0), 1)});  // an interval does not count
    const auto profile = time_profile(layer);
    EXPECT_EQ(profile.weight[24], 2.0);
    EXPECT_EQ(profile.weight[23], 1.0);
}

TEST(DarkProbability, under_a_profile_agrees_with_weighing_every_minute) {
    TimeProfile profile;
    for (std::size_t h = 0; h < 168; ++h) profile.weight[h] = 0.1 + random_uniform({1, 2, h}, 0);
    for (std::uint64_t i = 0; i < 40; ++i) {
        const Instant from{utc(2024, 1, 1, 0, 0).seconds +
                           static_cast<std::int64_t>(random_uniform({1, 3, i}, 0) * 300 * 86'400)};
        const Instant to{from.seconds + 600 + static_cast<std::int64_t>(random_uniform({1, 3, i}, 1) * 50 * 3'600)};
        const auto t = local_span(from, to, i % 2 == 0 ? 1 : 2);
        const auto p = dark_probability(incidents({t}), linkoping, {.profile = &profile});
        const double minutes = static_cast<double>(to.seconds - from.seconds) / 60.0;
        EXPECT_NEAR(p[0], dark_by_minutes(t, i % 2 == 0 ? 1 : 2, profile), 40.0 / minutes) << i;
    }
}

TEST(DarkProbability, under_a_level_profile_is_the_plain_one) {
    TimeProfile level;
    level.weight.fill(7.0);
    const auto layer = incidents({local_span(utc(2024, 10, 3, 13, 20), utc(2024, 10, 5, 7, 50), 2)});
    EXPECT_NEAR(dark_probability(layer, linkoping, {.profile = &level})[0], dark_probability(layer, linkoping)[0],
                1e-9);
}

TEST(DarkProbability, of_an_evening_rises_when_incidents_are_known_to_come_at_night) {
    TimeProfile night;
    night.weight.fill(1.0);
    for (std::size_t d = 0; d < 7; ++d)
        for (const std::size_t h : {21U, 22U, 23U}) night.weight[d * 24 + h] = 20.0;
    const auto layer = incidents({local_span(utc(2024, 4, 10, 12, 0), utc(2024, 4, 10, 22, 0), 2)});
    EXPECT_GT(dark_probability(layer, linkoping, {.profile = &night})[0], 0.8);
    EXPECT_LT(dark_probability(layer, linkoping)[0], 0.4);
}

TEST(DarkHoursByWeek, sum_to_the_year_and_are_most_at_midwinter) {
    const auto hours = dark_hours_by_week(linkoping, 2024);
    ASSERT_EQ(hours.size(), 53U);
    double sum = 0.0;
    for (const double h : hours) sum += h;
    EXPECT_NEAR(sum, dark_hours_share(linkoping, 2024) * 366 * 24, 1e-6);
    EXPECT_GT(hours[50], 7 * 15.5);  // mid-December: sun below −6° from about 15:50 to 08:00
    EXPECT_LT(hours[50], 7 * 17.0);
    EXPECT_LT(hours[24], 7 * 4.5);  // midsummer: a short night of civil twilight
}

TEST(DarkHoursByWeek, are_none_under_the_midnight_sun_and_all_in_the_polar_night) {
    EXPECT_EQ(dark_hours_by_week(kiruna, 2023)[24], 0.0);
    EXPECT_EQ(dark_hours_by_week({15.6, 78.2}, 2023)[50], 168.0);
}

TEST(DarkVerdict, needs_an_interval_that_lies_on_one_side_of_the_city) {
    const DarkShare place{.share = 0.5, .interval = {0.4, 0.6}, .known = 50, .count = 50};
    EXPECT_EQ(dark_verdict(place, 0.5), DarkVerdict::as_city);
    EXPECT_EQ(dark_verdict(place, 0.61), DarkVerdict::less);
    EXPECT_EQ(dark_verdict(place, 0.39), DarkVerdict::more);
    EXPECT_EQ(dark_verdict({}, 0.5), DarkVerdict::unknown);
}
