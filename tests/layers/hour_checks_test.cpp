#include "layers/hour_checks.hpp"

#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

IncidentLayer with_hours(const std::string& rows) {
    auto chosen = options(given("date,hour,N,E\n" + rows));
    chosen.timezone = "America/New_York";
    return read_incidents(chosen, sweref());
}
const std::string place = ",6473033.1,536823.9\n";

}  // namespace

TEST(Hours, an_hour_column_completes_a_date) {
    const auto layer = with_hours("2024-01-03,930" + place + "2024-01-04,2359" + place + "2024-01-04," + place);
    EXPECT_EQ(layer.time[0].local_hour, 9);
    EXPECT_EQ(layer.time[1].local_hour, 23);
    EXPECT_FALSE(layer.time[2].has_hour);
    EXPECT_TRUE(layer.time[2].known);
}

TEST(Hours, whole_hours_are_hours_and_not_minutes) {
    const auto layer = with_hours("2024-01-03,20.0" + place + "2024-01-04,7.0" + place);
    EXPECT_EQ(layer.time[0].local_hour, 20);
    EXPECT_EQ(layer.time[1].local_hour, 7);
}

TEST(Hours, local_time_stamped_as_utc_comes_out) {
    // Row 2: the clock as written is the hour column's. Row 3: true UTC, 21:43 is 17:43 in New York in August.
    const auto layer = with_hours("2014/01/01 14:14:00+00,1414" + place + "2019-08-21T21:43:09.000Z,1743" + place);
    const auto* issue = issue_of(layer.reports[0], "offset_wrong");
    ASSERT_NE(issue, nullptr);
    EXPECT_EQ(issue->rows, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(layer.time[0].local_hour, 14);
    EXPECT_EQ(layer.time[1].local_hour, 17);
    EXPECT_EQ(layer.time[0].from.seconds % 86'400, 19 * 3600 + 14 * 60);  // 14:14 in New York in January
}

TEST(Hours, midnight_in_another_zone_is_only_a_date) {
    std::string rows;
    for (int i = 10; i < 28; ++i)
        rows += "2024-06-" + std::to_string(i) + " 04:00:00," + std::to_string(i % 24) + ".0" + place;
    const auto layer = with_hours(rows);
    EXPECT_EQ(layer.time[0].local_hour, 10);
    EXPECT_EQ(layer.time[0].local_day, days_from_civil(2024, 6, 10));
    EXPECT_EQ(issue_of(layer.reports[0], "offset_doubtful"), nullptr);
}

TEST(Hours, hours_that_disagree_throughout_question_the_zone) {
    std::string rows;
    for (int i = 10; i < 28; ++i)
        rows += "2024-06-" + std::to_string(i) + "T" + std::to_string(i % 14 + 10) + ":15:00Z,0" +
                std::to_string(i % 8) + "33" + place;
    EXPECT_NE(issue_of(with_hours(rows).reports[0], "offset_doubtful"), nullptr);
}

TEST(Hours, a_heap_at_midnight_stands_for_unknown) {
    std::string rows;
    for (int hour = 1; hour < 24; ++hour) {
        for (int k = 0; k < 10; ++k) rows += "2024-01-1" + std::to_string(k) + "," + std::to_string(hour) + place;
    }
    const auto calm = rows + std::string("2024-01-03,0") + place;
    for (int k = 0; k < 90; ++k) rows += "2024-01-03,0" + place;
    EXPECT_EQ(issue_of(with_hours(calm).reports[0], "hour_placeholder"), nullptr);
    const auto layer = with_hours(rows);
    ASSERT_NE(issue_of(layer.reports[0], "hour_placeholder"), nullptr);
    EXPECT_EQ(issue_of(layer.reports[0], "hour_placeholder")->count, 90);
    EXPECT_FALSE(layer.time.back().has_hour);
    EXPECT_TRUE(layer.time.back().known);
    EXPECT_TRUE(layer.time.front().has_hour);
}
