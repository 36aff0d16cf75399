#include "core/time.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace lykta {
namespace {

const TimeZone stockholm = TimeZone::named("Europe/Stockholm");

TEST(Time, the_epoch_is_day_zero_and_a_thursday) {
    EXPECT_EQ(days_from_civil(1970, 1, 1), 0);
    EXPECT_EQ(weekday({1970, 1, 1, 0, 0, 0}), 3);
    EXPECT_EQ(iso_date(19753), "2024-01-31");
}

TEST(Time, dates_that_never_were_are_not_real) {
    EXPECT_FALSE(is_real({2023, 2, 29, 10, 0, 0}));
    EXPECT_TRUE(is_real({2024, 2, 29, 10, 0, 0}));
    EXPECT_FALSE(is_real({2024, 13, 5, 10, 0, 0}));
    EXPECT_FALSE(is_real({2024, 5, 5, 25, 10, 0}));
}

TEST(Time, a_winter_evening_in_stockholm_is_one_hour_ahead_of_utc) {
    const auto r = stockholm.to_instant({2024, 1, 3, 21, 40, 0});
    EXPECT_EQ(r.instant.seconds, 1704314400);  // 2024-01-03 20:40 UTC
    EXPECT_EQ(r.trouble, ClockTrouble::none);
}

TEST(Time, the_skipped_hour_does_not_exist_and_the_doubled_hour_exists_twice) {
    EXPECT_EQ(stockholm.to_instant({2024, 3, 31, 2, 30, 0}).trouble, ClockTrouble::does_not_exist);
    EXPECT_EQ(stockholm.to_instant({2024, 10, 27, 2, 30, 0}).trouble, ClockTrouble::exists_twice);
    EXPECT_EQ(stockholm.to_instant({2024, 10, 27, 3, 0, 0}).trouble, ClockTrouble::none);
}

TEST(Time, clock_and_instant_are_each_others_inverse_through_a_whole_year) {
    for (std::int64_t t = 1704067200; t < 1704067200 + 366 * 86400; t += 5011) {
        const auto clock = stockholm.to_local({t});
        const auto back = stockholm.to_instant(clock);
        if (back.trouble == ClockTrouble::none) {
            EXPECT_EQ(back.instant.seconds, t);
        } else {
            EXPECT_TRUE(back.instant.seconds == t || back.instant.seconds == t - 3600);
        }
    }
}

TEST(Time, an_unknown_zone_is_refused_by_name) {
    try {
        (void)TimeZone::named("Europe/Linkoping");
        FAIL() << "accepted";
    } catch (const Error& e) {
        EXPECT_EQ(e.code(), ErrorCode::bad_option);
        EXPECT_NE(std::string{e.what()}.find("Europe/Linkoping"), std::string::npos);
    }
}

}  // namespace
}  // namespace lykta
