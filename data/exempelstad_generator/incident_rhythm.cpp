// Rhythm: a moment is drawn by rejection. Day and hour are drawn evenly and kept with probability
// month[category]·weekday[category]·hour[category] (each scaled to a maximum of 1).
// Dusk and dawn are a table of civil twilight (sun 6° under the horizon) at 58.4° N, 15.7° E, by month, in local clock.
#include <algorithm>
#include <array>

#include "incidents.hpp"

namespace exempelstad {

namespace {

enum Daily { evening, night_out, daytime, school_day, round_the_clock, after_dark };
constexpr double by_hour[6][24] = {
    {.25, .2, .12, .08, .05, .04, .05, .1, .15, .2, .25, .3, .35, .4, .5, .6, .7, .75, .85, .95, 1, 1, .8, .5},
    {.9, 1, .8, .4, .15, .05, .04, .05, .06, .08, .1, .14, .16, .18, .2, .25, .3, .35, .4, .5, .6, .7, .85, .95},
    {.05, .03, .02, .02, .02, .03, .1, .3, .5, .7, .9, 1, 1, 1, 1, 1, .95, .85, .6, .4, .25, .15, .1, .07},
    {.03, .02, .02, .01, .01, .02, .05, .4, .8, 1, 1, 1, .9, .9, .9, .7, .4, .3, .3, .3, .25, .2, .1, .05},
    {.5, .45, .4, .35, .3, .3, .4, .55, .7, .8, .8, .8, .85, .85, .9, .95, 1, 1, 1, .95, .9, .8, .7, .6},
    {.9, .8, .6, .4, .25, .15, .1, .1, .1, .12, .12, .15, .15, .2, .25, .35, .5, .6, .7, .8, .9, 1, 1, 1},
};
enum Weekly { weekend, even_week, workdays };
constexpr double by_weekday[3][7] = {
    {.45, .45, .5, .6, .95, 1, .65}, {.9, .9, .9, .95, 1, .95, .85}, {1, 1, 1, 1, .95, .45, .4}};
enum Seasonal { summer, winter, all_year, terms };
constexpr double by_month[4][12] = {
    {.35, .35, .45, .6, .85, 1, 1, .95, .8, .6, .45, .35},
    {1, .95, .8, .65, .55, .5, .45, .55, .7, .9, 1, 1},
    {.85, .8, .85, .9, 1, 1, .95, 1, .95, .95, .9, .85},
    {.8, .8, .9, 1, 1, .5, .1, .6, 1, 1, .95, .7},
};
struct Rhythm {
    Daily day;
    Weekly week;
    Seasonal year;
};
constexpr std::array<Rhythm, category_count> rhythms{{
    {after_dark, weekend, all_year},       // damage
    {evening, even_week, all_year},        // graffiti
    {night_out, weekend, summer},          // assault
    {evening, weekend, winter},            // robbery
    {evening, even_week, all_year},        // narcotics
    {evening, weekend, summer},            // disorder
    {round_the_clock, even_week, winter},  // basement_burglary
    {after_dark, even_week, winter},       // car_crime
    {daytime, workdays, summer},           // bicycle_theft
    {daytime, workdays, summer},           // littering
    {evening, even_week, winter},          // unsafe_place
    {daytime, workdays, winter},           // home_burglary
    {evening, weekend, summer},            // reckless_driving
    {evening, even_week, all_year},        // threats
    {daytime, even_week, all_year},        // shoplifting
    {after_dark, weekend, all_year},       // arson
}};

constexpr int dusk[12] = {980, 1050, 1110, 1245, 1325, 1395, 1370, 1285, 1185, 1098, 970, 947};  // minute of the day
constexpr int dawn[12] = {468, 407, 333, 300, 215, 155, 195, 280, 360, 430, 435, 473};
constexpr double dark_season[12] = {1, .9, .75, .55, .35, .2, .25, .5, .75, .9, 1, 1};
constexpr int month_days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// The hour skipped in spring (26 March 2023, 31 March 2024) does not exist.
int existing(int minute) {
    const int day = minute / 1440;
    return (day == 84 || day == 455) && minute % 1440 / 60 == 2 ? minute + 60 : minute;
}

}  // namespace

int month_of(int day) {
    int left = day >= 365 ? day - 365 : day;
    for (int m = 0; m < 12; ++m) {
        const int days = month_days[m] + (m == 1 && day >= 365 ? 1 : 0);
        if (left < days) return m + 1;
        left -= days;
    }
    return 12;
}

int weekday_of(int day) {
    return (day + 6) % 7;
}

int draw_minute(Category category, Dice& dice) {
    const Rhythm& r = rhythms[static_cast<std::size_t>(category)];
    while (true) {
        const int day = dice.below(days_in_period), minute = dice.below(1440);
        const double keep =
            by_month[r.year][month_of(day) - 1] * by_weekday[r.week][weekday_of(day)] * by_hour[r.day][minute / 60];
        if (dice.chance(keep)) return existing(day * 1440 + minute);
    }
}

int draw_dark_minute(Dice& dice) {
    while (true) {
        const int day = dice.below(days_in_period - 1), month = month_of(day) - 1;
        if (!dice.chance(dark_season[month])) continue;
        const int from = dusk[month] + 15, until = std::min(1440 + dawn[month] - 15, from + 480);
        if (until > from) return existing(day * 1440 + from + dice.below(until - from));
    }
}

int draw_minute_within(const Hours& hours, Dice& dice) {
    while (true) {
        const int day = dice.below(days_in_period - 1);
        if ((hours.weekdays >> weekday_of(day) & 1) == 0) continue;
        if (hours.school_terms && !dice.chance(by_month[terms][month_of(day) - 1])) continue;
        return existing(day * 1440 + hours.first * 60 + dice.below((hours.last - hours.first) * 60));
    }
}

}  // namespace exempelstad
