// What the public level hides.
#include "outputs/privacy.hpp"

#include <gtest/gtest.h>

#include "outputs/place_columns.hpp"
#include "sample_result.hpp"

using namespace lykta;
using namespace lykta::outputs;

namespace {

std::unique_ptr<by_hand::Sample> public_run() {
    auto sample = by_hand::sample_run(Language::english);
    sample->result.public_level = true;
    return sample;
}

}  // namespace

TEST(Privacy, nothing_is_hidden_inside_the_municipality) {
    const auto sample = by_hand::sample_run(Language::english);
    EXPECT_FALSE(is_hidden(sample->result, 1.0));
    EXPECT_EQ(count_text(sample->result, 3), "3");
}

TEST(Privacy, a_public_count_under_k_is_written_as_less_than_k) {
    const auto sample = public_run();
    EXPECT_EQ(count_text(sample->result, 4), "<5");
    EXPECT_EQ(count_text(sample->result, 0), "<5");
    EXPECT_EQ(count_text(sample->result, 5), "5");
}

TEST(Privacy, small_categories_are_joined_until_none_can_be_found_by_subtraction) {
    const auto sample = public_run();
    // 3 alone would be total − 20 − 9: the 9 must join it
    const auto shares = shown_shares(sample->result, {{"a", 20}, {"b", 9}, {"c", 3}}, "rest");
    ASSERT_EQ(shares.size(), 2U);
    EXPECT_EQ(shares[0].name, "a");
    EXPECT_EQ(shares[1].name, "rest");
    EXPECT_EQ(shares[1].count, 12);
}

TEST(Privacy, two_small_categories_that_reach_k_together_are_enough) {
    const auto sample = public_run();
    const auto shares = shown_shares(sample->result, {{"a", 20}, {"b", 9}, {"c", 3}, {"d", 2}}, "rest");
    ASSERT_EQ(shares.size(), 3U);
    EXPECT_EQ(shares[2].count, 5);
}

TEST(Privacy, a_dark_share_that_gives_a_small_count_away_is_hidden) {
    const auto sample = public_run();
    EXPECT_TRUE(
        is_hidden(sample->result, conditions::DarkShare{.share = 0.2, .interval = {}, .known = 10, .count = 10}));
    EXPECT_TRUE(
        is_hidden(sample->result, conditions::DarkShare{.share = 0.9, .interval = {}, .known = 20, .count = 20}));
    EXPECT_FALSE(
        is_hidden(sample->result, conditions::DarkShare{.share = 0.5, .interval = {}, .known = 20, .count = 20}));
}

TEST(Privacy, a_public_place_under_k_shows_no_figure_its_count_follows_from) {
    auto sample = public_run();
    auto& place = sample->result.places.back();
    place.facts.incidents = 4;
    for (const auto& column : place_columns()) {
        const bool tells = column.name == "score" || column.name == "points_incident_rate" ||
                           column.name == "rate_ha_year" || column.name == "eb_rate_ha_year" ||
                           column.name.starts_with("incidents");
        if (tells) {
            EXPECT_TRUE(std::holds_alternative<std::monostate>(column.value(sample->result, place))) << column.name;
        }
    }
}

TEST(Privacy, public_intensity_is_no_data_where_fewer_than_k_lie_within_a_bandwidth) {
    auto sample = public_run();
    auto& r = sample->result;
    std::fill(r.counts.values.begin(), r.counts.values.end(), 0.0);
    r.counts.at(5, 5) = 4;
    r.counts.at(30, 20) = 5;
    const auto shown = shown_intensity(r);
    EXPECT_TRUE(std::isnan(shown.at(5, 5)));
    EXPECT_FALSE(std::isnan(shown.at(30, 20)));
    EXPECT_FALSE(std::isnan(shown.at(33, 20)));  // 150 m away: within the bandwidth
    EXPECT_TRUE(std::isnan(shown.at(34, 20)));
    r.public_level = false;
    EXPECT_FALSE(std::isnan(shown_intensity(r).at(5, 5)));
}
