// Parts of the period: the whole gives the run's own figures, parts add up, intervals are exact.
#include "viewer/project/period_figures.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "core/error.hpp"
#include "viewer/project/tried_town.hpp"

namespace lykta::viewer {

namespace {

using testing::tried_town;

const auto silent = [](const std::string&, double) {};

Period whole() {
    return tried_town()->result().period;
}
Period first_half() {
    return {whole().first_day, whole().first_day + whole().days() / 2 - 1};
}
Period second_half() {
    return {first_half().last_day + 1, whole().last_day};
}

/// One place with so many incidents before and after, half a year each.
std::shared_ptr<Project> counted(int before, int after) {
    auto project = std::make_shared<Project>();
    project->study.emplace();
    project->run = std::unique_ptr<study::StudyRun>(
        new study::StudyRun{.city = {}, .result = {.crs = tried_town()->result().crs}});
    auto& [city, result] = *project->run;
    result.period = {0, 199};
    result.layers = &city;
    result.places.resize(1);
    for (int i = 0; i < before + after; ++i) {
        city.incidents.position.push_back({0, 0});
        city.incidents.time.push_back({.known = true, .local_day = i < before ? 50 : 150});
        city.incidents.source.push_back(0);
        city.incidents.category.of_row.push_back(0);
        result.places[0].facts.incident_index.push_back(static_cast<std::uint32_t>(i));
    }
    city.incidents.category.text = {"skadegörelse"};
    return project;
}

PlaceChange change_of(int before, int after) {
    return period_figures(*counted(before, after), {100, 199}, Period{0, 99}, silent).changes.at(0);
}

std::string message_of(const Period& shown, const std::optional<Period>& compared) {
    try {
        (void)period_figures(*tried_town(), shown, compared, silent);
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST(PeriodFigures, the_whole_period_gives_the_runs_own_counts_and_intensity) {
    const auto figures = period_figures(*tried_town(), whole(), {}, silent);
    const auto& result = tried_town()->result();
    ASSERT_EQ(figures.places.size(), result.places.size());
    double undated_at_places = 0;
    for (std::size_t p = 0; p < figures.places.size(); ++p) {
        const auto& facts = result.places[p].facts;
        double undated = 0;
        for (const auto i : facts.incident_index) undated += tried_town()->city().incidents.time[i].known ? 0 : 1;
        EXPECT_EQ(figures.places[p].count + undated, facts.incidents);
        undated_at_places += undated;
    }
    EXPECT_LE(undated_at_places, figures.undated);
    EXPECT_EQ(figures.city_after + figures.undated, static_cast<double>(tried_town()->city().incidents.size()));
    EXPECT_EQ(figures.change, nullptr);
}

TEST(PeriodFigures, with_every_incident_dated_the_whole_period_gives_the_runs_own_intensity) {
    const auto project = testing::copy_of_tried_town();
    auto& [city, result] = *project->run;
    for (auto& time : city.incidents.time)
        if (!time.known) time = {.known = true, .local_day = static_cast<std::int32_t>(result.period.first_day)};
    const auto figures = period_figures(*project, whole(), {}, silent);
    ASSERT_NE(figures.intensity, nullptr);
    const auto& values = figures.intensity->values->grid.values;
    for (std::size_t i = 0; i < values.size(); ++i)
        ASSERT_TRUE(std::isnan(values[i]) ? std::isnan(result.intensity.values[i])
                                          : std::abs(values[i] - result.intensity.values[i]) < 1e-4)
            << "cell " << i;
}

TEST(PeriodFigures, parts_that_share_no_day_add_up) {
    const auto all = period_figures(*tried_town(), whole(), {}, silent);
    const auto halves = period_figures(*tried_town(), second_half(), first_half(), silent);
    EXPECT_EQ(halves.city_before + halves.city_after, all.city_after);
    for (std::size_t p = 0; p < all.places.size(); ++p) {
        EXPECT_EQ(halves.changes[p].before.count + halves.changes[p].after.count, all.places[p].count);
        EXPECT_EQ(halves.changes[p].after.count, halves.places[p].count);
    }
    ASSERT_NE(halves.change, nullptr);
    ASSERT_NE(halves.incidents, nullptr);
    EXPECT_EQ(halves.change->values->day.stops.size(), halves.change->values->day.labels.size());
}

TEST(PeriodFigures, the_interval_of_a_ratio_is_exact) {
    // Clopper and Pearson for 20 of 30: 0.47188 to 0.82713 of both, so 0.47188 ÷ 0.52812 to 0.82713 ÷ 0.17287
    const auto doubled = change_of(10, 20);
    EXPECT_DOUBLE_EQ(*doubled.ratio, 2.0);
    EXPECT_NEAR(doubled.ratio_interval.low, 0.8935, 1e-3);
    EXPECT_NEAR(doubled.ratio_interval.high, 4.7846, 1e-3);
    EXPECT_FALSE(doubled.is_told_apart);
    EXPECT_TRUE(change_of(10, 40).is_told_apart);
    EXPECT_TRUE(change_of(40, 10).is_told_apart);
}

TEST(PeriodFigures, nothing_before_gives_no_ratio_and_an_open_interval) {
    const auto from_nothing = change_of(0, 8);
    EXPECT_FALSE(from_nothing.ratio.has_value());
    EXPECT_GT(from_nothing.ratio_interval.low, 1);
    EXPECT_TRUE(std::isinf(from_nothing.ratio_interval.high));
    const auto to_nothing = change_of(8, 0);
    EXPECT_EQ(*to_nothing.ratio, 0);
    EXPECT_EQ(to_nothing.ratio_interval.low, 0);
    EXPECT_LT(to_nothing.ratio_interval.high, 1);
    EXPECT_FALSE(change_of(0, 0).is_told_apart);
}

TEST(PeriodFigures, undated_incidents_are_in_no_part_and_counted) {
    auto project = counted(5, 5);
    project->run->city.incidents.time[0].known = false;
    const auto figures = period_figures(*project, {0, 199}, {}, silent);
    EXPECT_EQ(figures.undated, 1);
    EXPECT_EQ(figures.places[0].count, 9);
}

/// A year with so many incidents in each quarter, at the public level with k = 5.
std::shared_ptr<Project> public_year(const std::vector<int>& by_quarter) {
    auto project = counted(0, 0);
    auto& [city, result] = *project->run;
    result.period = {0, 364};
    result.public_level = true;
    result.privacy_k = 5;
    for (std::size_t q = 0; q < by_quarter.size(); ++q)
        for (int i = 0; i < by_quarter[q]; ++i) {
            result.places[0].facts.incident_index.push_back(static_cast<std::uint32_t>(city.incidents.position.size()));
            city.incidents.position.push_back({0, 0});
            city.incidents.time.push_back({.known = true, .local_day = static_cast<std::int32_t>(10 + 91 * q)});
            city.incidents.source.push_back(0);
            city.incidents.category.of_row.push_back(0);
        }
    return project;
}
constexpr Period quarter_1{0, 89}, quarter_2{90, 180}, quarter_3{181, 272}, half{181, 364};

TEST(PeriodFigures, at_the_public_level_what_would_give_a_small_count_away_is_no_number) {
    const auto project = public_year({3, 9, 40, 50});
    const auto change = period_figures(*project, quarter_3, quarter_1, silent).changes.at(0);
    EXPECT_TRUE(change.before.is_hidden);
    EXPECT_EQ(change.before.count, 0) << "what is not told is not there";
    EXPECT_TRUE(std::isnan(change.before.interval.low));
    EXPECT_FALSE(change.ratio.has_value());
    EXPECT_FALSE(change.is_told_apart);
    EXPECT_FALSE(change.after.is_hidden);
    EXPECT_EQ(change.after.count, 40);
    EXPECT_TRUE(period_figures(*project, quarter_2, {}, silent).places[0].is_hidden) << "102 - 40 - 50 - 9 would be 3";
    EXPECT_TRUE(period_figures(*project, {90, 272}, {}, silent).places[0].is_hidden) << "less quarter 3 it would be 9";
    EXPECT_EQ(period_figures(*project, half, {}, silent).places[0].count, 90);
}

TEST(PeriodFigures, at_the_public_level_the_towns_own_total_is_hidden_by_the_same_rule) {
    const auto project = public_year({3, 9, 40, 50});
    const auto small = period_figures(*project, quarter_3, quarter_1, silent);
    EXPECT_TRUE(small.city_before_hidden);
    EXPECT_EQ(small.city_before, 0);
    EXPECT_FALSE(small.city_after_hidden);
    EXPECT_EQ(small.city_after, 40);
    const auto beside_it = period_figures(*project, quarter_2, {}, silent);
    EXPECT_TRUE(beside_it.city_after_hidden) << "102 - 40 - 50 - 9 would be 3";
    EXPECT_FALSE(beside_it.city_before_hidden) << "nothing is compared";
    project->run->city.incidents.time.back().known = false;
    const auto undated = period_figures(*project, quarter_3, {}, silent);
    EXPECT_TRUE(undated.undated_hidden);
    EXPECT_EQ(undated.undated, 0);
    project->run->result.public_level = false;
    const auto internal = period_figures(*project, quarter_3, quarter_1, silent);
    EXPECT_FALSE(internal.city_before_hidden || internal.city_after_hidden || internal.undated_hidden);
    EXPECT_EQ(internal.city_before, 3);
    EXPECT_EQ(internal.undated, 1);
}

TEST(PeriodFigures, at_the_public_level_a_part_shifted_by_days_is_refused_with_the_quarters_to_take) {
    const auto project = public_year({30, 30, 30, 30});
    EXPECT_EQ(period_figures(*project, quarter_2, quarter_1, silent).changes[0].before.count, 30);
    try {
        (void)period_figures(*project, {91, 180}, {}, silent);
        FAIL() << "a day less than a quarter was counted";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::bad_option);
        EXPECT_STREQ(error.what(),
                     "1970-04-02 to 1970-06-30 is not made of whole calendar quarters, and at the public level other "
                     "parts would give small counts away; choose 1970-04-01 to 1970-06-30.");
    }
    EXPECT_THROW((void)period_figures(*project, quarter_3, Period{0, 95}, silent), Error);
    project->run->result.public_level = false;
    EXPECT_EQ(period_figures(*project, {91, 180}, {}, silent).places[0].count, 30);
}

TEST(PeriodFigures, a_part_outside_the_period_is_refused) {
    EXPECT_EQ(message_of({whole().first_day - 10, whole().last_day}, {}),
              "2022-12-22 to 2024-12-31 is no part of the study's period, 2023-01-01 to 2024-12-31; choose days inside "
              "it.");
    EXPECT_NE(message_of(whole(), first_half()).find("share days"), std::string::npos);
}

}  // namespace lykta::viewer
