// Calendar parts of a study's period, and going from one to the next.
#include "viewer/state/periods.hpp"

#include <gtest/gtest.h>

namespace lykta::viewer {
namespace {

const Period whole{days_from_civil(2023, 2, 10), days_from_civil(2024, 11, 20)};

std::string words(const std::optional<Period>& period) {
    return period ? iso_date(period->first_day) + " " + iso_date(period->last_day) : "none";
}

TEST(CalendarPart, is_the_month_quarter_or_year_that_holds_the_day) {
    const auto day = days_from_civil(2024, 2, 29);
    EXPECT_EQ(words(calendar_part(PlayStep::month, day, whole)), "2024-02-01 2024-02-29");
    EXPECT_EQ(words(calendar_part(PlayStep::quarter, day, whole)), "2024-01-01 2024-03-31");
    EXPECT_EQ(words(calendar_part(PlayStep::year, day, whole)), "2024-01-01 2024-11-20");
}

TEST(CalendarPart, is_cut_by_the_study) {
    EXPECT_EQ(words(calendar_part(PlayStep::quarter, whole.first_day, whole)), "2023-02-10 2023-03-31");
}

TEST(MovedPart, goes_through_the_whole_study_and_leaves_no_day_out) {
    std::optional<Period> part = calendar_part(PlayStep::quarter, whole.first_day, whole);
    std::int64_t days = 0, next_day = whole.first_day;
    while (part) {
        EXPECT_EQ(part->first_day, next_day);
        days += part->days();
        next_day = part->last_day + 1;
        part = moved_part(*part, PlayStep::quarter, 1, whole);
    }
    EXPECT_EQ(days, whole.days());
}

TEST(MovedPart, comes_back_the_same_way) {
    const auto last = calendar_part(PlayStep::month, whole.last_day, whole);
    EXPECT_EQ(words(last), "2024-11-01 2024-11-20");
    const auto before = moved_part(last, PlayStep::month, -1, whole);
    EXPECT_EQ(words(before), "2024-10-01 2024-10-31");
    EXPECT_EQ(words(moved_part(*before, PlayStep::month, 1, whole)), "2024-11-01 2024-11-20");
    EXPECT_EQ(words(moved_part(*before, PlayStep::month, 2, whole)), "none");
}

TEST(MovedPart, keeps_a_span_of_the_users_own) {
    const Period own{days_from_civil(2023, 3, 15), days_from_civil(2023, 4, 14)};
    EXPECT_EQ(words(moved_part(own, PlayStep::month, 1, whole)), "2023-04-15 2023-05-14");
    EXPECT_EQ(words(moved_part(own, PlayStep::year, -1, whole)), "none");
}

TEST(MonthsLater, takes_the_last_day_of_a_shorter_month) {
    EXPECT_EQ(iso_date(months_later(days_from_civil(2024, 1, 31), 1)), "2024-02-29");
    EXPECT_EQ(iso_date(months_later(days_from_civil(2024, 1, 31), -2)), "2023-11-30");
    EXPECT_EQ(iso_date(months_later(days_from_civil(2024, 12, 1), 1)), "2025-01-01");
}

}  // namespace
}  // namespace lykta::viewer
