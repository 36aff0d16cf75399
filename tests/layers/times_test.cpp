#include "layers/times.hpp"

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

/// A file with one column of times, all at one place.
IncidentLayer at(const std::vector<std::string>& times) {
    std::string text = "tidpunkt;N;E\n";
    for (const auto& time : times) text += time + ";6473033,10;536823,90\n";
    return incidents(text);
}

LocalTime local(const TimeSpan& span) {
    return TimeZone::named("Europe/Stockholm").to_local(span.from);
}

}  // namespace

TEST(Times, a_clock_reading_is_local) {
    const auto layer = at({"2024-01-03 21:40"});
    EXPECT_EQ(local(layer.time[0]), (LocalTime{2024, 1, 3, 21, 40, 0}));
    EXPECT_EQ(layer.time[0].from, layer.time[0].to);
    EXPECT_EQ(layer.time[0].local_hour, 21);
    EXPECT_EQ(layer.time[0].local_weekday, 2);
    EXPECT_EQ(layer.time[0].local_day, days_from_civil(2024, 1, 3));
}

TEST(Times, an_offset_is_obeyed) {
    const auto layer = at({"2024-01-03T20:40:00Z"});
    EXPECT_EQ(local(layer.time[0]), (LocalTime{2024, 1, 3, 21, 40, 0}));
}

TEST(Times, a_date_alone_spans_its_local_day_and_has_no_hour) {
    const auto layer = at({"2024-03-31"});  // the day clocks go forward
    EXPECT_FALSE(layer.time[0].has_hour);
    EXPECT_EQ(layer.time[0].local_hour, -1);
    EXPECT_EQ(layer.time[0].to.seconds - layer.time[0].from.seconds, 23 * 3600);
}

TEST(Times, daylight_saving_trouble_is_flagged_by_row) {
    const auto layer = at({"2024-03-31 02:30", "2024-10-27 02:30", "2024-03-31 03:00", "2024-10-27T02:30:00+01:00"});
    const auto& report = layer.reports[0];
    ASSERT_NE(issue_of(report, "time_does_not_exist"), nullptr);
    ASSERT_NE(issue_of(report, "time_ambiguous"), nullptr);
    EXPECT_EQ(issue_of(report, "time_does_not_exist")->rows, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(issue_of(report, "time_ambiguous")->rows, (std::vector<std::int64_t>{3}));
    EXPECT_EQ(layer.time[1].local_hour, 2);
}

TEST(Times, an_impossible_time_is_set_aside_and_the_place_stays) {
    const auto layer =
        at({"2099-05-01 12:00", "1900-01-01 00:00", "2023-02-29 10:00", "2024-05-05 25:10", "", "2024-06-21 23:59"});
    EXPECT_EQ(layer.size(), 6U);
    const auto known = std::count_if(layer.time.begin(), layer.time.end(), [](const TimeSpan& t) { return t.known; });
    EXPECT_EQ(known, 1);
    for (const auto* code :
         {"time_future", "time_placeholder", "time_no_such_date", "time_no_such_hour", "time_empty"}) {
        EXPECT_NE(issue_of(layer.reports[0], code), nullptr) << code;
    }
}

TEST(Times, slash_dates_take_the_order_the_column_proves) {
    const auto american = at({"12/5/2017 16:30", "7/19/2017 13:45"});
    EXPECT_EQ(local(american.time[0]), (LocalTime{2017, 12, 5, 16, 30, 0}));
    const auto unproved = at({"01/03/2024 9:40 PM", "2024-01-05 10:00"});
    EXPECT_FALSE(unproved.time[0].known);
    EXPECT_NE(issue_of(unproved.reports[0], "time_order"), nullptr);
}

TEST(Times, two_columns_make_an_interval) {
    auto chosen =
        options(given("från;till;N;E\n2024-01-03 18:00;2024-01-04 07:00;6473033;536823,5\n"
                      "2024-01-05 18:00;2024-01-04 07:00;6473034;536824,5\n"));
    chosen.time_from = "från";
    chosen.time_to = "till";
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.time[0].to.seconds - layer.time[0].from.seconds, 13 * 3600);
    EXPECT_FALSE(layer.time[1].known);
    EXPECT_NE(issue_of(layer.reports[0], "time_interval_reversed"), nullptr);
}

TEST(Times, an_end_beside_the_time_makes_an_interval_of_it_unless_the_time_is_named) {
    const std::string text =
        "handelsetid;handelsetid_till;N;E\n2024-01-03 21:40;2024-01-04 06:00;6473033,10;536823,90\n";
    const auto found = incidents(text);
    EXPECT_EQ(local(found.time[0]), (LocalTime{2024, 1, 3, 21, 40, 0}));
    EXPECT_EQ(found.time[0].to.seconds - found.time[0].from.seconds, (8 * 60 + 20) * 60);
    auto chosen = options(given(text));
    chosen.time = "handelsetid";
    const auto named = read_incidents(chosen, sweref());
    EXPECT_EQ(named.time[0].from, named.time[0].to);
}

TEST(Times, an_empty_end_makes_the_start_the_moment_without_a_warning) {
    auto chosen = options(given("från;till;N;E\n2024-01-03 18:00;;6473033;536823,5\n"));
    chosen.time_from = "från";
    chosen.time_to = "till";
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.time[0].to.seconds, layer.time[0].from.seconds);
    EXPECT_EQ(issue_of(layer.reports[0], "time_empty"), nullptr);
}

TEST(Times, midnight_as_unknown_is_found_beside_true_intervals_that_begin_at_midnight) {
    std::string text = "från;till;N;E\n";
    for (int i = 0; i < 300; ++i) text += fmt::format("2024-02-{:02} 00:00;;{};536823,5\n", 1 + i % 28, 6473033 + i);
    for (int i = 0; i < 96; ++i)
        text += fmt::format("2024-02-{:02} {:02}:07;;{};536923,5\n", 1 + i % 28, i % 24, 6473033 + i);
    text += "2024-02-03 00:00;2024-02-03 06:00;6473000;536000,5\n";
    auto chosen = options(given(text));
    chosen.time_from = "från";
    chosen.time_to = "till";
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_NE(issue_of(layer.reports[0], "hour_placeholder"), nullptr);
    EXPECT_FALSE(layer.time[0].has_hour);
    EXPECT_TRUE(layer.time.back().has_hour);
    EXPECT_EQ(layer.time.back().to.seconds - layer.time.back().from.seconds, 6 * 3600);
}

TEST(Times, incidents_outside_the_window_are_set_aside_with_their_reason) {
    auto chosen = options(given("tid;N;E\n2024-01-03;6473033;536823,5\n2024-01-03;6473034;539824,5\n"));
    const MultiPolygon window{
        Polygon{{{536000, 6473000}, {537000, 6473000}, {537000, 6474000}, {536000, 6474000}, {536000, 6473000}}, {}}};
    chosen.window = &window;
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.size(), 1U);
    ASSERT_EQ(layer.reports[0].account.set_aside.size(), 1U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::outside_window);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].row, 3);
}

TEST(Times, offsets_can_be_ignored_on_demand) {
    auto chosen = options(given("tid;N;E\n2024-01-03T21:40:00+00:00;6473033;536823,5\n"));
    chosen.time_is_local = true;
    EXPECT_EQ(read_incidents(chosen, sweref()).time[0].local_hour, 21);
}

TEST(Times, an_unknown_zone_is_refused) {
    auto chosen = options(given("tid;N;E\n2024-01-03 21:40;6473033;536823,5\n"));
    chosen.timezone = "Europe/Linköping";
    EXPECT_THROW(static_cast<void>(read_incidents(chosen, sweref())), Error);
}

TEST(Times, the_period_of_the_study_sets_rows_aside_but_not_those_without_time) {
    auto chosen =
        options(given("tid;N;E\n2023-01-03;6473033;536823,5\n2024-01-03;6473034;536824,5\n;6473035;536825,5\n"));
    chosen.period = Period{days_from_civil(2024, 1, 1), days_from_civil(2024, 12, 31)};
    const auto layer = read_incidents(chosen, sweref());
    EXPECT_EQ(layer.size(), 2U);
    EXPECT_EQ(layer.reports[0].account.set_aside[0].reason, Reason::outside_period);
}
