#include <gtest/gtest.h>

#include "layers/given.hpp"

using namespace lykta;
using namespace lykta::layers;
using namespace lykta::layers::testing;

namespace {

/// Incidents at these places and days; no source behind them.
IncidentLayer drawn(const std::vector<Point>& places, const std::vector<std::int32_t>& days) {
    set_language(Language::english);
    IncidentLayer layer;
    layer.position = places;
    layer.label.text = {"Storgatan 1"};
    for (std::size_t i = 0; i < places.size(); ++i) {
        TimeSpan time;
        time.known = true;
        time.local_day = days.empty() ? 19'000 : days[i % days.size()];
        layer.time.push_back(time);
        layer.label.of_row.push_back(0);
        layer.row.push_back(static_cast<std::int64_t>(i) + 2);
        layer.source.push_back(0);
    }
    return layer;
}

std::vector<Point> scattered(int count) {
    std::vector<Point> points;
    for (int i = 0; i < count; ++i)
        points.push_back({500'000.0 + (i * 7919) % 5003, 6'500'000.0 + (i * 104'729) % 4999});
    return points;
}

const Issue* found(const Issues& issues, const std::string& code) {
    for (const auto& issue : issues) {
        if (issue.code == code) return &issue;
    }
    return nullptr;
}

}  // namespace

TEST(Findings, a_pile_is_named_with_count_and_label) {
    auto places = scattered(1000);
    places.insert(places.end(), 60, Point{501'000.5, 6'501'000.5});
    const auto issues = findings(drawn(places, {}), {});
    const auto* pile = found(issues, "pile");
    ASSERT_NE(pile, nullptr);
    EXPECT_EQ(pile->count, 60);
    EXPECT_TRUE(has(pile->message, "Storgatan 1")) << pile->message;
    EXPECT_EQ(pile->rows.size(), 60U);
}

TEST(Findings, forty_nine_on_a_point_are_no_pile) {
    auto places = scattered(1000);
    places.insert(places.end(), 49, Point{501'000.5, 6'501'000.5});
    EXPECT_EQ(found(findings(drawn(places, {}), {}), "pile"), nullptr);
}

TEST(Findings, a_gap_of_four_weeks_is_dated) {
    std::vector<std::int32_t> days;
    for (std::int32_t d = 0; d < 400; ++d) {
        if (d < 100 || d >= 130) days.push_back(19'358 + d);  // from 2023-01-01
    }
    const auto issues = findings(drawn(scattered(static_cast<int>(days.size())), days), {});
    const auto* gap = found(issues, "gap");
    ASSERT_NE(gap, nullptr);
    EXPECT_EQ(gap->count, 30);
    EXPECT_TRUE(has(gap->message, "2023-04-11 to 2023-05-10")) << gap->message;
}

TEST(Findings, three_weeks_are_no_gap) {
    std::vector<std::int32_t> days;
    for (std::int32_t d = 0; d < 365; ++d) {
        if (d < 100 || d >= 121) days.push_back(19'358 + d);
    }
    EXPECT_EQ(found(findings(drawn(scattered(static_cast<int>(days.size())), days), {}), "gap"), nullptr);
}

TEST(Findings, part_years_at_either_end_are_said_and_whole_years_are_not) {
    std::vector<std::int32_t> whole, part;
    for (std::int32_t d = 0; d < 365; ++d) whole.push_back(19'358 + d);
    for (std::int32_t d = 40; d < 365 + 60; ++d) part.push_back(19'358 + d);
    EXPECT_EQ(found(findings(drawn(scattered(365), whole), {}), "part_year"), nullptr);
    const auto issues = findings(drawn(scattered(static_cast<int>(part.size())), part), {});
    const auto count =
        std::count_if(issues.begin(), issues.end(), [](const Issue& i) { return i.code == "part_year"; });
    EXPECT_EQ(count, 2);
}

TEST(Findings, municipality_points_support_no_hot_spots) {
    std::vector<Point> places;
    for (int i = 0; i < 3000; ++i) places.push_back({400'000.0 + 20'000.0 * (i % 7), 6'500'000.0 + 20'000.0 * (i % 5)});
    const auto layer = drawn(places, {});
    const auto precision = positional_precision(layer);
    EXPECT_FALSE(precision.supports_hot_spots);
    EXPECT_NEAR(precision.spacing_m, 20'000.0, 1.0);
    ASSERT_NE(found(findings(layer, {}), "precision"), nullptr);
}

TEST(Findings, precise_points_support_hot_spots) {
    const auto precision = positional_precision(drawn(scattered(1000), {}));
    EXPECT_TRUE(precision.supports_hot_spots);
    EXPECT_GT(precision.distinct_share, 0.99);
}

TEST(Findings, of_an_empty_layer_are_none) {
    EXPECT_TRUE(findings({}, {}).empty());
}
